### What the interviewer says to a request. HTML. Five wordings a move.

move-hint-1 = Here’s a direction. { $text }
move-hint-2 = Here is a hint. { $text }
move-hint-3 = Something to start from. { $text }
move-hint-4 = Let me point you somewhere. { $text }
move-hint-5 = A nudge, then. { $text }

move-no-hint-1 = I have no hint for you here.
move-no-hint-2 = That’s all the help I can give here.
move-no-hint-3 = No hint at this point; say what you have, or skip.
move-no-hint-4 = Here I’d like it in your own words, without a hint.
move-no-hint-5 = Anything more would be the answer itself.

move-repeat-1 = Sure. { $text }
move-repeat-2 = Once more. { $text }
move-repeat-3 = The question was this. { $text }
move-repeat-4 = I’ll say it again. { $text }
move-repeat-5 = Here it is again. { $text }

move-simpler-1 = In plainer words. { $text }
move-simpler-2 = Let me put it differently. { $text }
move-simpler-3 = Simpler, then. { $text }
move-simpler-4 = Another way to ask it. { $text }
move-simpler-5 = Let me rephrase. { $text }

move-clarify-1 = { $text }
move-clarify-2 = Let me narrow it down. { $text }
move-clarify-3 = Assume the following. { $text }
move-clarify-4 = About the setting. { $text }
move-clarify-5 = Here is what I mean. { $text }

move-no-clarify-1 = Take the most common case and say what you assume.
move-no-clarify-2 = I leave that open. Choose an assumption and name it.
move-no-clarify-3 = The question is as broad as it sounds. Pick your setting and go.
move-no-clarify-4 = Assume whatever you have at work, just tell me what it is.
move-no-clarify-5 = There are no hidden conditions. State your assumption and answer from there.

move-skipped-1 = Skipped.
move-skipped-2 = Okay, we leave that one.
move-skipped-3 = We’ll pass over it.
move-skipped-4 = Fine, something else then.
move-skipped-5 = Left out. The topic may come back from another side.

move-skip-limit-1 = Your skips are used up. Say whatever you have on this one; a sentence is enough.
move-skip-limit-2 = No skips left. Even part of an answer helps here.
move-skip-limit-3 = With more skips there’d be too little to judge. Give me a first thought.
move-skip-limit-4 = I can’t skip any further, so let’s stay. What comes to mind first?
move-skip-limit-5 = We’ve passed over enough. Tell me just the part you’re sure of.

move-refuse-answer-1 = I’d like to hear yours first. The report shows what was missing.
move-refuse-answer-2 = Not now. You’ll find it in the report.
move-refuse-answer-3 = During the interview I keep that to myself. The report has it.
move-refuse-answer-4 = That would spoil the question. Tell me what you have; the rest is in the report.
move-refuse-answer-5 = Your version first. Mine comes with the report.

move-report-later-1 = The report comes at the end; /stop ends now and shows it.
move-report-later-2 = There is no report before the last question. With /stop you’d get it now, on what we’ve done.
move-report-later-3 = I judge nothing in between. The report follows when we’re through, or after /stop.
move-report-later-4 = You’ll have it once we’ve finished. /stop finishes at once.
move-report-later-5 = Not yet: the report is written at the end. /stop brings the end forward.

move-later-1 = Let’s stay with my questions for now.
move-later-2 = Today it’s me who asks. Back to the question.
move-later-3 = That goes beyond this interview. The question stands.
move-later-4 = I’d rather not answer in the middle. Let’s finish this one.
move-later-5 = Keep that one for the people you’d work with. Here the question is still open.
