### Labels of buttons: plain words, short enough for three in a row on a phone.

button-hint = Hint
button-skip = Skip
button-repeat = Repeat
button-simpler = Simpler words
button-show = Strong answer
button-stop = Stop
button-resume = Go on
button-pause = Pause
button-next = Next
button-report = Report
button-switch = Yes, switch

button-begin = Start an interview
button-new = New interview
button-all-topics = All topics
button-page-back = ‹ Back
button-page-on = More ›
button-chosen = ✓ { $label }
button-forget-yes = Erase everything
button-forget-no = Keep it

button-mode-interview = Interview
button-mode-training = Training
button-instead-interview = Interview instead
button-instead-training = Training instead
button-temper-friendly = Friendly
button-temper-demanding = Demanding

button-setting-language = Language
button-setting-mode = Mode
button-setting-temper = Interviewer
button-setting-fixed = Level
button-setting-minutes = Time in all
button-setting-question_minutes = Time a question
button-setting-confidence = Self-rating
button-setting-back = ‹ All settings
button-fixed-on = As chosen
button-fixed-off = Follows my answers
button-limit-none = No limit
button-limit = { $minutes } min
button-confidence-on = Ask me
button-confidence-off = Don’t ask

button-dictation-yes = Yes, take it
button-dictation-no = No, I’ll type

level-name =
    { $level ->
        [junior] Junior
        [senior] Senior
       *[middle] Middle
    }
button-setting-boards = Boards
button-boards-on = Show me
button-boards-off = Hide me
