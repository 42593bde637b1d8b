### How the demanding interviewer says what he says in his own way. HTML. Five wordings a move.

move-opening-demanding-1 =
    { level-name } level, { questions }, { minutes }. Subject: { $topics }.

    I go into detail and I want mechanisms, not definitions. A follow-up tells you nothing about whether you were right. A hint costs part of the mark; skips are few.
move-opening-demanding-2 =
    This is a { level-name } interview: { questions } in { minutes }. Subject: { $topics }.

    Be precise. I’ll press where an answer is vague, right or wrong. You may take a hint, which lowers the mark, or skip a question.
move-opening-demanding-3 =
    There are { questions } to get through in { minutes }, level { level-name }. Subject: { $topics }.

    Say what you know and how you know it. I’ll keep asking until I reach the bottom. A hint costs part of the mark; skipping is possible too.
move-opening-demanding-4 =
    Let’s get to work: { questions }, { level-name } level, { minutes }. Subject: { $topics }.

    Short and exact is better than long. Expect me to question good answers too. A hint costs part of the mark; you can skip, within limits.
move-opening-demanding-5 =
    Level { level-name }. There are { questions }, and it takes { minutes }. Subject: { $topics }.

    I ask for reasons and for consequences. “I don’t know” is an acceptable answer, a bluff is not. Hints lower the mark; skipping is allowed.

move-acknowledge-demanding-1 = Noted.
move-acknowledge-demanding-2 = All right.
move-acknowledge-demanding-3 = Got that.
move-acknowledge-demanding-4 = Understood.
move-acknowledge-demanding-5 = Clear.

move-pump-demanding-1 = That’s a headline. What is under it?
move-pump-demanding-2 = Too little to judge. How does it work?
move-pump-demanding-3 = One more level of detail, please.
move-pump-demanding-4 = Say what happens, in order.
move-pump-demanding-5 = I need the mechanism. What is it?

move-noted-demanding-1 = I have it down as yours.
move-noted-demanding-2 = It stays as you said it.
move-noted-demanding-3 = I’ve recorded that as your answer.
move-noted-demanding-4 = You stand by it; so be it.
move-noted-demanding-5 = That’s how it goes into my notes.

move-why-demanding-1 = On what grounds?
move-why-demanding-2 = Prove it: why?
move-why-demanding-3 = And what forces it to be so?
move-why-demanding-4 = Give me the reason behind that.
move-why-demanding-5 = Why precisely that?

move-consequence-demanding-1 =
    { $form ->
        [plain] Put what you said to the test: what comes out?
       *[words] “{ $text }”: put that to the test. What comes out?
    }
move-consequence-demanding-2 =
    { $form ->
        [plain] Show me a case in which that can be seen.
       *[words] “{ $text }” – show me a case in which that can be seen.
    }
move-consequence-demanding-3 =
    { $form ->
        [plain] Take it to production. What do the users notice?
       *[words] “{ $text }” – take that to production. What do the users notice?
    }
move-consequence-demanding-4 =
    { $form ->
        [plain] How would you prove that to a sceptic?
       *[words] “{ $text }” – how would you prove that to a sceptic?
    }
move-consequence-demanding-5 =
    { $form ->
        [plain] Follow what you said through: what happens next?
       *[words] “{ $text }” – follow it through: what happens next?
    }

move-too-long-demanding-1 = Stop. One sentence: what decides?
move-too-long-demanding-2 = That’s a lecture. What is the answer?
move-too-long-demanding-3 = Cut it down to the one thing that matters.
move-too-long-demanding-4 = Too many things at once. Which comes first?
move-too-long-demanding-5 = Shorter, please. What is the core?

move-last-demanding-1 = That was the last question.
move-last-demanding-2 = I have nothing more to ask.
move-last-demanding-3 = The list is done.
move-last-demanding-4 = No further questions.
move-last-demanding-5 = That concludes my part.

move-finished-demanding-1 = We’re done. The report follows.
move-finished-demanding-2 = That’s all. The report says where you stand.
move-finished-demanding-3 = Thank you. The findings are below.
move-finished-demanding-4 = The interview is closed; here is the report.
move-finished-demanding-5 = Finished. Read the report point by point.
