### What the interviewer makes of an answer. HTML. Five wordings a move.

move-probe-1 = { $text }
move-probe-2 = Let me dig a little here. { $text }
move-probe-3 = One more thing on this. { $text }
move-probe-4 = Staying with it for a moment. { $text }
move-probe-5 = There’s a detail I’d like to understand. { $text }

move-follow-up-1 = { $text }
move-follow-up-2 = Let me follow that thread. { $text }
move-follow-up-3 = A related question. { $text }
move-follow-up-4 = That brings me to the next thing. { $text }
move-follow-up-5 = Let’s take it a step further. { $text }

move-pump-1 = Say a bit more: how does that work in practice?
move-pump-2 = Could you unfold that a little?
move-pump-3 = Go on, I’d like to hear what is behind it.
move-pump-4 = That’s short. What is going on underneath?
move-pump-5 = Add a sentence or two, please: what happens, and why?

move-scenario-1 = Picture a real project where this matters. What would you do first, and why?
move-scenario-2 = Let’s make it concrete. It’s yours to deal with: what do you do, step by step?
move-scenario-3 = Suppose a new colleague asks you this at work. How do you explain it by an example?
move-scenario-4 = Imagine it goes wrong one evening in production. What would you look at first?
move-scenario-5 = Take a small example of your own. What happens in it, step by step?

move-why-1 = Why that, and not something else?
move-why-2 = What makes it so?
move-why-3 = And the reason for it?
move-why-4 = How would you justify that to a colleague?
move-why-5 = What stands behind that?

move-deeper-1 = When would you not do it that way?
move-deeper-2 = Let’s go one level deeper: how does it work inside?
move-deeper-3 = What does it cost, and where do you pay for it?
move-deeper-4 = Where does this reach its limits?
move-deeper-5 = What is the alternative, and when would you choose it?

move-confirm-1 =
    { $form ->
        [question] I’d like to get this right. { $text }
       *[words] I’d like to get this right: “{ $text }”. Is that how you mean it?
    }
move-confirm-2 =
    { $form ->
        [question] I want to be sure I heard you. { $text }
       *[words] I want to be sure I heard you. You’d stand by “{ $text }”?
    }
move-confirm-3 =
    { $form ->
        [question] Before we go on, a check. { $text }
       *[words] Before we go on: “{ $text }”, should it stay like that?
    }
move-confirm-4 =
    { $form ->
        [question] Let me check that I follow. { $text }
       *[words] Let me check that I follow. “{ $text }”, is that meant literally?
    }
move-confirm-5 =
    { $form ->
        [question] I’d rather ask than assume. { $text }
       *[words] I’d rather ask than assume. Is “{ $text }” your view?
    }

move-consequence-1 =
    { $form ->
        [plain] Suppose someone builds on that. What would they see in practice?
       *[words] You said “{ $text }”. Suppose someone builds on that: what would they see in practice?
    }
move-consequence-2 =
    { $form ->
        [plain] Let’s test it. What would you observe if you tried it?
       *[words] Let’s test “{ $text }”. What would you observe if you tried it?
    }
move-consequence-3 =
    { $form ->
        [plain] Take a case where that matters. How does it play out?
       *[words] “{ $text }”: take a case where that matters. How does it play out?
    }
move-consequence-4 =
    { $form ->
        [plain] How could one check that on a running system?
       *[words] “{ $text }” – how could one check that on a running system?
    }
move-consequence-5 =
    { $form ->
        [plain] What follows from that in everyday work?
       *[words] Let’s say it is so: “{ $text }”. What follows from that in everyday work?
    }

move-noted-1 = All right, I have your view.
move-noted-2 = Okay, I’ve noted how you see it.
move-noted-3 = Understood, that is your position.
move-noted-4 = I’ll leave it the way you put it.
move-noted-5 = Noted. We needn’t settle it here.

move-corrected-1 = Okay, I’ve taken the correction.
move-corrected-2 = Noted, the second version counts.
move-corrected-3 = Understood, you take that back.
move-corrected-4 = I’ve changed it in my notes.
move-corrected-5 = Okay, that replaces what you said before.

move-contradiction-1 = Earlier you said “{ $earlier }”, now “{ $text }”. Which one holds, and why?
move-contradiction-2 = Two of my notes don’t fit together: “{ $earlier }” and “{ $text }”. Which would you keep?
move-contradiction-3 = Help me here. First it was “{ $earlier }”, then “{ $text }”. Which is it?
move-contradiction-4 = “{ $earlier }” and “{ $text }”: both are yours. Which do you stand by, and why?
move-contradiction-5 = These two seem to exclude each other: “{ $earlier }”, “{ $text }”. How do you put them together?

move-guess-1 = Walk me through why you think so.
move-guess-2 = What makes you lean that way?
move-guess-3 = A guess is fine. What is it built on?
move-guess-4 = Suppose a colleague doubts it. What speaks for it?
move-guess-5 = Think aloud for a moment: where does that come from?

move-declined-first-1 = Fair enough. Let’s come at it from another side.
move-declined-first-2 = That’s fine. Let’s take one part of it.
move-declined-first-3 = No problem. Perhaps this gives you a way in.
move-declined-first-4 = Okay. Here is something more tangible.
move-declined-first-5 = Thanks for saying so. One more approach.

move-declined-last-1 = No problem, let’s leave it.
move-declined-last-2 = That’s all right, this one stays open.
move-declined-last-3 = Okay, I won’t press the point.
move-declined-last-4 = Fine, let’s set it aside.
move-declined-last-5 = Understood. We can go on without it.

move-buzzwords-1 = You named several things. Take { $text }: how does it work, step by step?
move-buzzwords-2 = Let’s slow down at “{ $text }”. What does it actually do?
move-buzzwords-3 = Just one of those: { $text }. How would you use it here?
move-buzzwords-4 = Those are the names. Now { $text } in your own words, please.
move-buzzwords-5 = Pick up { $text }. What problem does it solve, and by what means?

move-paste-1 = And in your own work, where did you meet this?
move-paste-2 = Now as you’d tell it to a colleague over coffee: what is the core of it?
move-paste-3 = Give me an example of your own.
move-paste-4 = Put that into two sentences of yours.
move-paste-5 = What of that have you used yourself, and how did it go?

move-too-long-1 = Let me stop you there. In one sentence, what matters most?
move-too-long-2 = That’s a lot at once. What is the core of it?
move-too-long-3 = Let me cut in. Which single point would you keep?
move-too-long-4 = I’d like the short version. What comes first?
move-too-long-5 = There are many things in there. Name the one that decides.

move-code-1 = Thanks for the code. Which line decides, and why?
move-code-2 = I don’t run code. Explain in words what it shows.
move-code-3 = Walk me through it: what happens in the line that matters?
move-code-4 = In words, please: what does this code demonstrate?
move-code-5 = I see the code. What would break without its key line?
