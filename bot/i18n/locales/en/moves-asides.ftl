### What the interviewer says when no answer came. HTML. Five wordings a move.

language-named =
    { $language ->
        [ru] Russian
        [uk] Ukrainian
       *[en] English
    }

move-off-topic-1 = Happy to chat afterwards. Back to the question for now.
move-off-topic-2 = Let’s save that; the question is still open.
move-off-topic-3 = I’d rather stay with what I asked.
move-off-topic-4 = That leads us away. Let’s return to the question.
move-off-topic-5 = That’s another conversation. This one is about the question.

move-off-topic-again-1 = Back to the question, please.
move-off-topic-again-2 = It’s still the same question.
move-off-topic-again-3 = Let’s stay on the subject. If you need a break, just say so.
move-off-topic-again-4 = The question is waiting. We can also pause.
move-off-topic-again-5 = Either the question or a break, as you like.

move-elsewhere-1 = That belongs to another topic. What I asked was this. { $text }
move-elsewhere-2 = We’ve drifted to a neighbouring subject. My question was this. { $text }
move-elsewhere-3 = I think that answers a different question. Mine was this. { $text }
move-elsewhere-4 = That may well come up elsewhere. Here I’d like to hear about this. { $text }
move-elsewhere-5 = Let’s come back to what I asked. { $text }

move-greeted-1 = Hello. The question is above; start whenever you like.
move-greeted-2 = Nice to have you here. Take the question as it stands.
move-greeted-3 = Hello to you too. Let’s go on with the question.
move-greeted-4 = Hi. I’m listening; the question is open.
move-greeted-5 = Welcome. Whenever you’re ready, the question is waiting.

move-thanked-1 = You’re welcome. The question is still open.
move-thanked-2 = My pleasure. On with the question, then.
move-thanked-3 = Don’t mention it. I’m listening.
move-thanked-4 = Any time. Let’s see what you make of the question.
move-thanked-5 = No need to thank me. The question is yours.

move-orders-1 = Nice try. The question stands.
move-orders-2 = The rules stay as they are, and so does the question.
move-orders-3 = I ask and I listen; instructions don’t work on me.
move-orders-4 = That won’t change the marks. Let’s go on with the question.
move-orders-5 = I’ll keep to my role. Your answer, please.

move-gibberish-1 = I couldn’t make sense of that. Could you say it in words?
move-gibberish-2 = That didn’t reach me as an answer. Please try again.
move-gibberish-3 = I can’t read that. A plain sentence will do.
move-gibberish-4 = Something slipped in the typing, it seems. Once more, please.
move-gibberish-5 = I don’t follow. Put it in a sentence or two.

move-insult-1 = Interviews are stressful. Shall we take five minutes or go on?
move-insult-2 = Let’s keep it civil. Go on, or take a break?
move-insult-3 = I understand this is annoying. We can pause or stay with the question.
move-insult-4 = It’s only a conversation, and you may stop at any time. Shall we go on?
move-insult-5 = A short break sometimes helps. Pause or go on, as you prefer.

move-insult-again-1 = I’ll stop here; your answers are saved.
move-insult-again-2 = Let’s end it at this point. The report covers what we did.
move-insult-again-3 = That’s enough for today. What you answered is kept.
move-insult-again-4 = I’m closing the interview. The report follows.
move-insult-again-5 = We’d better finish. Everything so far is saved.

move-panic-1 = It’s a hard one. Tell me only what it’s used for.
move-panic-2 = Nobody knows everything. Start with the one thing you’re sure of.
move-panic-3 = Take a breath, there’s no hurry. What is it for, roughly?
move-panic-4 = Getting stuck is normal here. Describe it as you would to a beginner.
move-panic-5 = One question decides nothing. Say the simplest true thing about it.

move-other-language-1 = I understood you. Shall we continue in { language-named }?
move-other-language-2 = That works for me. Would you rather go on in { language-named }?
move-other-language-3 = Answers in { language-named } are fine. I can ask in it too, if you like.
move-other-language-4 = I speak { language-named } as well. Shall I switch?
move-other-language-5 = Either language suits me. Do you want the questions in { language-named } from here?

move-edit-late-1 = I saw your edit after my follow-up, so please tell me now what you’d change.
move-edit-late-2 = Your edit came after I’d gone on. Put the change in a new message.
move-edit-late-3 = That message has been judged already. What would you add to it now?
move-edit-late-4 = I no longer count edits to that one. Write the correction anew, please.
move-edit-late-5 = It’s too late to edit that answer; simply write what is different.

move-edit-taken-1 = I’ve taken your edited version.
move-edit-taken-2 = Noted, the new wording counts.
move-edit-taken-3 = Okay, I’ll go by the edited text.
move-edit-taken-4 = Your change is in.
move-edit-taken-5 = I’ve read it again and use the new version.

move-no-voice-1 = I can’t listen to voice messages. Two typed sentences are enough.
move-no-voice-2 = Voice doesn’t reach me. Please type it, briefly is fine.
move-no-voice-3 = I only read. Could you write the gist of it?
move-no-voice-4 = Sorry, no ears here. A couple of lines in text, please.
move-no-voice-5 = That was audio, and I need it in writing.

move-no-picture-1 = I can’t see pictures. Describe it in a sentence or two.
move-no-picture-2 = Images are closed to me. What does it show, in words?
move-no-picture-3 = Please put the diagram into words.
move-no-picture-4 = I only read text. Tell me what the picture would say.
move-no-picture-5 = A drawing helps people, not me. Explain it in writing, please.

move-no-file-1 = I don’t open files. Write the essential part here.
move-no-file-2 = Files stay closed to me. What is the point of it, in words?
move-no-file-3 = Please type the answer instead of attaching it.
move-no-file-4 = I can’t read attachments. A few sentences will do.
move-no-file-5 = Tell me here what the file says, in your own words.

move-no-sticker-1 = I’ll take that as thinking. In words?
move-no-sticker-2 = A sticker is hard to judge. A sentence, please.
move-no-sticker-3 = I read words only. What would you say?
move-no-sticker-4 = I see the mood; now the answer, please.
move-no-sticker-5 = Let’s have that in words.

move-no-forward-1 = That’s someone else’s text. How would you put it?
move-no-forward-2 = I’d like to hear it from you, in your own words.
move-no-forward-3 = Forwarded text doesn’t count. What is your own answer?
move-no-forward-4 = Other people’s words don’t tell me what you know. Please answer yourself.
move-no-forward-5 = I can only judge what you write yourself.

move-added-1 = I’ve added that to your previous answer. This question still stands.
move-added-2 = Noted for the question before. Now to this one.
move-added-3 = That goes with your earlier answer. Back to the question on the table.
move-added-4 = Okay, I’ve put it next to your last answer. This question is still open.
move-added-5 = I’ve written that down under the previous question. On to the present one.
