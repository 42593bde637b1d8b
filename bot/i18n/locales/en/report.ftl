### The report. HTML.

verdict =
    { $recommendation ->
        [strong-hire] Strong hire
        [leaning-hire] Leaning hire
        [leaning-no-hire] Leaning no hire
        [strong-no-hire] Strong no hire
       *[not-enough-data] Not enough data
    }
report-title = <b>Report</b> · { level-name } · { $asked } of { $planned } questions asked
report-verdict = <b>{ verdict }</b>
report-score = Score: <b>{ NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> of 5
report-not-enough = Too little was answered to judge fairly. Take what follows as first impressions.
report-basis =
    { $answered ->
        [one] Based on { $answered } answered question. Communication, teamwork and live coding were not assessed.
       *[other] Based on { $answered } answered questions. Communication, teamwork and live coding were not assessed.
    }
report-ceilings = <b>Level by topic</b>
report-ceiling = • { $topic }: held up to { level-name }
report-calibration =
    { $fit ->
        [over] You were surer than your answers bear out: { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 5 on average, with answers at { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
        [under] Your answers were better than you thought: { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 5 sure on average, with answers at { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
       *[fitting] You judged yourself well: { NUMBER($confidence, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 5 sure on average, with answers at { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }.
    }
report-strengths = <b>Strengths</b>
report-gaps = <b>What to work on</b>
report-flags = <b>Wrong claims</b>
report-number = <b>{ $number }. { $title }</b>
report-question-score = { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 5
report-question-skipped = skipped
report-question-unanswered = not answered
report-hints =
    { $hints ->
        [one] { $hints } hint used
       *[other] { $hints } hints used
    }
report-confidence = Your own confidence: { $confidence } of 5
report-stated = ✓ { $text }
report-assisted = ◐ { $text } <i>(with help, counts in part)</i>
report-unsure = ? { $text } <i>(not clear enough to count)</i>
report-missing = ✗ { $text }
report-declined = – { $text } <i>(you passed on it)</i>
report-flag-wrong = ⚠ Wrong: { $claim }
report-flag-corrected = ↺ Corrected by yourself, no penalty: { $claim }
report-flag-suspected = ? Perhaps meant, not counted: { $claim }
report-flag-cleared = ○ Not held against you, on appeal: { $claim }
report-upheld = ✓ { $text } <i>(on appeal)</i>
report-instead = You answered: { $quote }
report-unmentioned = Not in your answer: { $quote }
report-appeal =
    { $ruling ->
        [open] ⚖ Appealed with { $quote }; not decided yet, the mark stays until then.
       *[rejected] ⚖ Appealed with { $quote }; not accepted.
    }
report-right = Right: { $correction }
report-you-said = You said: { $quote }
report-said-yes = You said yes to: { $quote }
report-also-said = And you said: { $quote }
quote = “{ $text }”

strong-questions = To which question?
strong-title = <b>A strong answer:</b> { $title }
strong-none = There is no question to show an answer to.
