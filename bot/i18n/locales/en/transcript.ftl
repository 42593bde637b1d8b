### The transcript of an interview and the interviewer's notebook. HTML.

button-transcript = Transcript
transcript-caption-html = The whole conversation with the interviewer’s notebook. Opens in any browser and prints well.
transcript-caption-md = The same as Markdown, for your notes.
transcript-title = Interview of { $date }
transcript-interviewer = Interviewer
transcript-candidate = You
transcript-note = Notebook
transcript-closing = Closing
transcript-silence = silence
transcript-no-text = no text
note-reply =
    { $status ->
        [correct] The follow-up was answered right.
        [partial] The follow-up was answered in part.
       *[wrong] The follow-up was not answered.
    }
note-tests = It tests: { $text }
note-why =
    { $code ->
        [addition] Why: this belonged to the question before, where it counts.
        [asserted] Why: a wrong claim was made, so the question is what follows from it.
        [buzzwords] Why: these were terms without a mechanism, so one of them is to be explained.
        [code] Why: code was sent, and what counts is the reason behind it.
        [contradiction] Why: this contradicts something said earlier.
        [declined] Why: “I don’t know” was said, so something easier or nothing more follows.
        [full] Why: that was enough for the level, so one step deeper or on to the next thing.
        [guess] Why: it sounded like a guess, so the reasoning is asked for.
        [hint] Why: a hint was asked for; what it helps with counts in part.
        [nothing-open] Why: nothing prepared was left to ask here.
        [open-point] Why: an expected point was still open.
        [pasted] Why: the text reads like a copy, so an example of your own is asked for.
        [probes-spent] Why: the follow-ups for this question were used up.
        [short-exact] Why: short and to the point, so the reason is asked for.
        [silence] Why: nothing came for a while.
        [suspected] Why: it sounded like a wrong claim, and that is made sure of before it counts.
        [thin] Why: nothing expected had come yet, so an example is asked for.
        [too-long] Why: it was long, so the core of it is asked for.
       *[too-short] Why: it was too short to judge.
    }
