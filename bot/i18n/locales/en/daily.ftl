### The question of the day. HTML, except labels of buttons and those beginning with `notice-`.

daily-question =
    <b>Question of the day</b>{ $reason ->
        [missed] {""}. Last time something was left open here.
        [assisted] {""}. Last time it took a hint.
        [due] {""}. You knew this one: has it stayed?
        [early] {""}. Nothing is due, so one to keep in shape.
        [again] {""}, still open.
       *[fresh] {""}
    }

    { $text }
daily-how = Reply to this message with your answer. At { $time } I show who covered what.
daily-unsure =
    I can’t tell whether today’s question had reached you, so here it is:

    { $text }

    Was this your answer to it? <i>“{ $typed }”</i>
daily-slowed = The last seven went by without an answer, and that’s fine. From now on one comes every third day; an answer brings back your usual pace.
daily-stopped = It has been quiet here for a good while, so I’ll stop asking and not be in your way. What you have learnt is kept, and /daily starts it again whenever you like.
daily-nudge = Today’s question is still open, if you feel like it. Just write your answer.

daily-result =
    { $open ->
        [0] <b>Points: { $stated } of { $count }.</b> Everything expected was there.
       *[other] <b>Points: { $stated } of { $count }.</b> Not said: { $missing }{ $more ->
            [0] {"."}
           *[other] {" "}and { $more } more.
        }
    }
daily-wrong = One thing wasn’t right. Rather: { $text }
daily-wrong-claim = One thing wasn’t right: { $text }
daily-back = It comes back { $when }.
daily-back-both = What was left open comes back { $soon }, the rest { $late }.
daily-skipped = Skipped, no harm done.
daily-done = Today’s question is behind you.
daily-next = The next one comes { $when }.
daily-nothing = There is no question for you in these topics. Choose others: /daily.
daily-day =
    { $days ->
        [0] today
        [1] tomorrow
       *[other] on { $date }
    }

daily-ask-zone =
    <b>One question a day</b>

    A question, one follow-up, two lines of result. What you leave open comes back until it stays.

    So that it comes at your hour: what time is it for you now? Write it like <code>14:30</code>, or name your city.
daily-group-zone =
    <b>One question a day for this group</b>

    What time is it here now? Reply to this message with it, like <code>14:30</code>, or with a city.
daily-zone-again =
    What time is it { $kind ->
        [group] here now? Reply to this message with it,
       *[private] for you now? Write it
    } like <code>14:30</code>, or name a city.
daily-zone-choose = Which of these is yours?
daily-zone-unknown = I found no place like “{ $typed }”. Write what time it is for you now, like <code>14:30</code>, or a larger city nearby.
daily-time-unknown = “{ $typed }” is no time I can read. Write it like <code>8:15</code>.
daily-on =
    It’s set: { $days } at { $time }, by the clock of { $zone }. { $sound ->
        [on] Never more than one a day.
       *[off] Without a sound, and never more than one a day.
    }
    { daily-what }

daily-first = Here is the first.
daily-group-on =
    It’s set: { $days } at { $time }, by the clock of { $zone }.
    { daily-what }

daily-what =
    { $every ->
        [1] {""}
       *[other] Not more often than every { $every } days{"\u000A"}
    }Topics: { $topics }
    Level: { $level }
daily-settings =
    <b>Question of the day</b>

    When: { $days } at { $time }, { $zone }
    { daily-what }
    Sound: { $sound ->
        [on] on
       *[off] off
    }
    { $nudge ->
        [none] {""}
        [on] Reminder in the evening: yes{"\u000A"}
       *[off] Reminder in the evening: no{"\u000A"}
    }
    { $state ->
        [paused] Paused. The next one comes { $next }.
        [on] The next one comes { $next }.
       *[off] Switched off.
    }
daily-days =
    { $kind ->
        [all] every day
        [weekdays] on weekdays
        [weekend] at weekends
       *[some] on { $days }
    }
daily-every =
    { $every ->
        [1] Every day
       *[other] Every { $every } days
    }
daily-off = Switched off. What you have learnt is kept; /daily turns it on again.
daily-pause = For how long?
daily-pause-days =
    { $days ->
        [7] 1 week
        [14] 2 weeks
        [30] 1 month
       *[other] { $days } days
    }
daily-paused =
    Paused; the next question comes { $when }.{ $kind ->
        [group] {""}
       *[private] {" "}/today works all the same.
    }
daily-pause-unknown = I didn’t understand “{ $typed }”. For example: <code>/pause 2w</code> or <code>/pause 10 days</code>.
daily-unpaused = Good, on we go. The next question comes { $when }.
daily-words-unknown = I didn’t understand “{ $typed }”. For example: <code>/daily 9:30</code>, <code>/daily mon-fri 8:15 kubernetes middle</code>, <code>/daily off</code>.
daily-words-left = I left aside what I didn’t understand: “{ $typed }”. The rest holds:
daily-none = No daily question is switched on here. /daily turns it on.

daily-reveal =
    <b>{ $title }</b>
    { $answered ->
        [0] Nobody has answered. What belongs to it:
        [one] One answer.
       *[other] { $answered } answers.
    }
daily-reveal-line =
    { $count ->
        [0] • { $point }
       *[other] ✓ { $point } – { $names }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }
    }

error-daily-admins = The group’s question is for its administrators to set.
error-daily-group = That works in a private chat with me.

dial-time = At what time? Choose one, or write it like <code>8:15</code>.
dial-days = On which days?
dial-every = How often at most?
dial-topics = About what? Any number of topics.
dial-level = At which level?
dial-starts = When does your day begin? What you answer before still counts for the day before.
dial-sound = Should the question make a sound?
dial-nudge = Should I remind you in the evening, once, if the question is still open?
dial-switch =
    { $state ->
        [on] Yes
       *[off] No
    }

button-dial-time = Time
button-dial-days = Days
button-dial-every = How often
button-dial-topics = Topics
button-dial-level = Level
button-dial-zone = Time zone
button-dial-starts = Day begins
button-dial-sound = Sound
button-dial-nudge = Reminder
button-daily-later = Later today
button-daily-easier = Easier
button-daily-harder = Harder
button-daily-pause = Pause
button-daily-unpause = End the pause
button-daily-rarer = Less often
button-daily-stop = Stop
button-daily-off = Turn off
button-daily-today = Today’s question
button-daily-more = One more
button-daily-on = One every day

notice-daily-later = I’ll ask again in three hours.
notice-daily-too-late = Too little is left of today. The next one comes on its day.
notice-daily-rarer =
    { $every ->
        [7] At most one a week from now on.
       *[other] At most one every { $every } days from now on.
    }
notice-daily-rarest = It is as rare as it gets: one a week.
notice-daily-limit = There is nothing beyond this level.
notice-daily-closed = This question is closed.
notice-daily-days = At least one day stays.
