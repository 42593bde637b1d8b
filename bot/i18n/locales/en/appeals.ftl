### Appeals against verdicts of a report. HTML, except labels.

button-contest = I did say this
button-type-words = Type the words
button-accept = Accept
button-reject = Reject
button-phrasing = Accept as phrasing
notice-contested = This verdict can’t be contested, or was already.
notice-decided = Somebody has decided this already.

contest-questions = On which question did you say something that wasn’t counted?
contest-nothing = There is nothing left to contest in that report.
contest-verdicts = <b>{ $title }</b>. Which verdict is wrong?
contest-verdict =
    { $kind ->
        [flag] <b>{ $number }.</b> ⚠ Held against you: { $text }
       *[point] <b>{ $number }.</b> ✗ Not counted: { $text }
    }
contest-words =
    { $kind ->
        [flag] Held against you: { $text }

        Which of your messages shows what you really said?
       *[point] Not counted: { $text }

        In which of your messages did you say it?
    }
contest-type = Type the words now, in one message. Any button or command instead calls it off.
contest-filed =
    <b>Your appeal is filed.</b>

    { $kind ->
        [flag] Held against you: { $text }
       *[point] Not counted: { $text }
    }
    Your words: <i>“{ $quote }”</i>

    A person will look at it, and you’ll be told here. Until then the report shows the verdict as appealed, and the mark stays.

appeal-outcome =
    { $ruling ->
        [accepted] <b>Your appeal was accepted.</b>
       *[rejected] <b>Your appeal was looked at and not accepted.</b> The verdict stays.
    }
appeal-verdict =
    { $kind ->
        [flag] The claim: { $text }
       *[point] The point: { $text }
    }
    Your words: <i>“{ $quote }”</i>
appeal-mark = The mark of that interview is now <b>{ NUMBER($after, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> of 5; it was { NUMBER($before, minimumFractionDigits: 1, maximumFractionDigits: 1) }.

review-title = <b>Appeal</b> · waiting: { $waiting } · { $title } · { language-named }
review-verdict =
    { $kind ->
        [flag] Counted as a wrong claim: { $text }
       *[point] Counted as not said: { $text }
    }
review-asked = The question then: { $text }
review-words = The candidate’s words: <i>“{ $text }”</i>
review-new-words = These words were typed for the appeal; the transcript does not have them.
review-too-long = Too long for a phrasing. A part of it can become one: <code>interview-bot review as-phrasing { $appeal } --words "…"</code>
review-empty = No appeal is waiting.
