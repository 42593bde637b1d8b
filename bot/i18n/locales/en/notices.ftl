### When something cannot be done. HTML, except those beginning with `notice-`: plain words shown over a tapped button.

error-internal = Something went wrong on our side, and I couldn’t take that in. Please send it once more; everything before it is saved.
error-delayed = I can’t get at my notes just now. Your message is not lost: I’ll answer as soon as I can, no need to send it again.
error-rate = That is faster than I can read. Please wait a few seconds.
error-too-long = That is longer than I can take at once. Please send the core of it, in at most { $limit } characters.
error-unknown-command = I don’t know that command. /help lists the ones I know.
error-bank-empty = I have no questions in English yet. Another language may have some: /language.
error-topic-empty = I have no questions on that topic at this level. Choose another: /topics.
error-unknown-topic = I found no topic like “{ $typed }”. All of them: /topics.
error-unknown-topic-near = I found no topic like “{ $typed }”. Did you mean one of these?
error-private-only = An interview is held one to one. Write to me in a private chat.
idle = I’m listening, but no interview is open. Shall we start one? In groups I hold quizzes: /quiz.

notice-old-button = This button belongs to an earlier question.
notice-done = Done.
notice-unknown = I don’t know this button any more.
