### What the interviewer says around the questions. HTML. Five wordings a move.

questions =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
minutes =
    { $minutes ->
        [one] about a minute
       *[other] about { $minutes } minutes
    }

move-opening-1 =
    Hello. I’ll interview you at { level-name } level: { questions }, { minutes }. Subject: { $topics }.

    I’ll dig into what you say; that is normal and doesn’t mean you’re wrong. Take your time. You can ask for a hint, at part of the mark, or skip a question.
move-opening-2 =
    Welcome. We have { questions } ahead of us, { minutes } in all, at { level-name } level. Subject: { $topics }.

    Expect follow-ups: I ask them after weak and strong answers alike. If you’re stuck, take a hint (it costs part of the mark) or skip.
move-opening-3 =
    Hello, good to meet you. The plan: { questions }, level { level-name }, { minutes }. Subject: { $topics }.

    When I ask further, it isn’t a sign that something was wrong; that’s how I find out how deep it goes. Hints are there, for part of the mark, and you may skip.
move-opening-4 =
    Let me say how this goes. I ask { questions } at { level-name } level, it takes { minutes }. Subject: { $topics }.

    I keep asking after most answers, right or wrong. Think as long as you like. A hint costs part of the mark; you may also pass on a question.
move-opening-5 =
    Hi. This is a { level-name } interview: { questions }, { minutes }. Subject: { $topics }.

    Answer as you’d talk to a colleague. I’ll come back to details, which says nothing about whether you were right. Ask for a hint if you need one, it lowers the mark a little, or skip.
opening-all-topics = a bit of everything

move-ask-1 = <b>Question { $number } of { $count }.</b> { $text }
move-ask-2 = <b>{ $number } of { $count }.</b> { $text }
move-ask-3 = <b>Question { $number }.</b> { $text }
move-ask-4 = Here is <b>question { $number } of { $count }</b>. { $text }
move-ask-5 = Let’s take <b>question { $number }</b>. { $text }

move-transition-1 = Let’s turn to { $topic }.
move-transition-2 = Next topic: { $topic }.
move-transition-3 = Now something different: { $topic }.
move-transition-4 = I’d like to move on to { $topic }.
move-transition-5 = Let’s leave that there. Next up: { $topic }.

move-acknowledge-1 = Okay.
move-acknowledge-2 = Got it.
move-acknowledge-3 = Thanks.
move-acknowledge-4 = I see.
move-acknowledge-5 = Mm-hm.

move-take-time-1 = Take your time; thinking aloud is welcome.
move-take-time-2 = No hurry. Half a thought is fine too.
move-take-time-3 = I’m here. Think as long as you need.
move-take-time-4 = Pauses aren’t judged.
move-take-time-5 = Whenever you’re ready. You can also ask for a hint.

move-start-anywhere-1 = Start wherever you like: what is it for?
move-start-anywhere-2 = Begin with anything you know about it.
move-start-anywhere-3 = Perhaps start from an example in your own work.
move-start-anywhere-4 = Any corner of it will do. What comes to mind first?
move-start-anywhere-5 = You needn’t have the whole answer. One piece is a beginning.

move-paused-1 = I’ll hold this here. /resume when you’re back.
move-paused-2 = Paused. /resume brings the question back.
move-paused-3 = Let’s stop the clock. Send /resume to go on.
move-paused-4 = We’ll leave it open, your answers are kept. /resume continues.
move-paused-5 = A break, then. /resume picks it up where we were.

move-resumed-1 = Welcome back. We were here. { $text }
move-resumed-2 = Let’s go on. { $text }
move-resumed-3 = Picking it up again. { $text }
move-resumed-4 = This is the question that was open. { $text }
move-resumed-5 = Here is where we stopped. { $text }

move-feedback-1 =
    { $stated ->
        [0] What I was listening for didn’t come up here.
       *[other] Of { $total } things I was listening for, I heard { $stated }.
    }
move-feedback-2 =
    { $stated ->
        [0] By my count, nothing on my list came through this time.
       *[other] By my count, { $stated } of { $total } came through.
    }
move-feedback-3 =
    { $stated ->
        [0] My notes have nothing ticked for this question yet.
       *[other] My notes say { $stated } out of { $total } for this question.
    }
move-feedback-4 =
    { $stated ->
        [0] Nothing to tick off here; it’s worth another look.
       *[other] Ticked off here: { $stated } of { $total }.
    }
move-feedback-5 =
    { $stated ->
        [0] My list for this one stays open.
       *[other] You covered { $stated } of the { $total } I had on my list.
    }

move-shown-1 =
    A strong answer:

    { $text }
move-shown-2 =
    One could put it like this.

    { $text }
move-shown-3 =
    Here is what I was listening for.

    { $text }
move-shown-4 =
    For comparison, a full answer.

    { $text }
move-shown-5 =
    What a hire-level answer would contain:

    { $text }

move-confidence-1 = How sure are you of this answer, from 1 to 5?
move-confidence-2 = Before we go on: your confidence here, 1 to 5?
move-confidence-3 = On a scale of 1 to 5, how certain do you feel?
move-confidence-4 = One number, please: 1 is a guess, 5 is certain.
move-confidence-5 = Rate your own answer from 1, unsure, to 5, sure.

move-time-up-1 = Our time is up.
move-time-up-2 = That’s all the time we planned.
move-time-up-3 = I have to watch the clock, so we close here.
move-time-up-4 = We’ve run out of minutes.
move-time-up-5 = The time is used; let’s leave it there.

move-question-time-1 = The time for this one is over, so let’s move on.
move-question-time-2 = I’ll stop this one here: its minutes are used.
move-question-time-3 = That’s all the time this question gets.
move-question-time-4 = Let’s keep to the clock and leave it at that.
move-question-time-5 = We need the rest of the time for other things.

move-last-1 = That was my last one.
move-last-2 = No more questions from me.
move-last-3 = That’s all I wanted to ask.
move-last-4 = We’ve reached the end of my list.
move-last-5 = My questions end here.

move-anything-else-1 = Anything you’d like to correct before I write the report?
move-anything-else-2 = Is there something you’d put differently now?
move-anything-else-3 = If you want to take something back or add to it, now is the moment.
move-anything-else-4 = Before I sum up: what would you still change?
move-anything-else-5 = Would you revise any of your answers?

move-invited-1 = Go ahead, I’m listening.
move-invited-2 = Please do; in one message, if you can.
move-invited-3 = Then tell me what you’d change.
move-invited-4 = All right. Say it as you’d have it in the report.
move-invited-5 = I’m ready to write it down.

move-correction-taken-1 = I’ve added that.
move-correction-taken-2 = Noted, it goes into the report.
move-correction-taken-3 = Okay, my notes are updated.
move-correction-taken-4 = That’s taken into account.
move-correction-taken-5 = I’ve put it next to your earlier answer.

move-stopped-1 =
    { $done ->
        [0] Stopping here, before the first answer.
       *[other] Stopping here. Questions answered: { $done } of { $count }.
    }
move-stopped-2 =
    { $done ->
        [0] We end here; nothing was answered yet.
       *[other] We end with { $done } of { $count } answered. The report covers those.
    }
move-stopped-3 =
    { $done ->
        [0] All right, that’s it. No question was answered.
       *[other] All right, that’s it: { $done } of { $count } answered.
    }
move-stopped-4 =
    { $done ->
        [0] Closing the interview without an answer.
       *[other] Closing the interview with { $done } of { $count } answered. The report follows.
    }
move-stopped-5 =
    { $done ->
        [0] As you wish. There is nothing for me to judge yet.
       *[other] As you wish. You answered { $done } of { $count }, and that is what I’ll judge.
    }

move-finished-1 = Thank you for the conversation. The report follows.
move-finished-2 = That’s the end. Thanks for your time; here is the report.
move-finished-3 = We’re done. I’ve written down what I heard.
move-finished-4 = Thanks, the interview is over. My notes are below.
move-finished-5 = That concludes it, thank you. Next comes the report.

move-already-finished-1 = This interview is over. /interview starts another, /report shows the result.
move-already-finished-2 = We’ve finished this one. /report has the result, /interview begins anew.
move-already-finished-3 = I’ve closed that interview. For a new one: /interview.
move-already-finished-4 = Nothing more to answer here. /interview opens a new round.
move-already-finished-5 = The report is written, so I can’t add to it. /interview starts afresh.
