### The group quiz. HTML, except buttons, `quiz-poll` and `notice-`: plain words.

quiz-somebody = somebody
quiz-and-more = { $names } and { $more } more

quiz-head =
    { $mode ->
        [silent] 🤫 <b>Silent round { $number } of { $count }</b>
        [hotseat] 🔥 <b>Hot seat { $number } of { $count }</b>
       *[race] ⚡ <b>Race, round { $number } of { $count }</b>
    } · { $topic }
quiz-rules =
    { $mode ->
        [silent] <i>Everybody can win every point. A wrong claim costs one.</i>
       *[race] <i>Say it first and the points are yours, say it later and you get half. A wrong claim costs a point.</i>
    }
quiz-open-points = ▫️ Still to be said: { $count } (worth { $points })
quiz-worth = { NUMBER($points, maximumFractionDigits: 2) }
quiz-point-won = ✅ { $names }{ $also }
quiz-also = { " " }(also { $names })
quiz-hint = 💡 { $text }
quiz-heard = Answered: { $names }
quiz-asked = ❓ { $text }
quiz-closed = 🔒 This round is closed.
quiz-how =
    { $mode ->
        [silent] Answer in private with the button: nobody sees it before the end.
       *[race] { $hears ->
            [yes] Just write what you know.
           *[no] Reply to this message with what you know.
        }
    } ⏱ { $seconds } s
quiz-how-seat =
    { $phase ->
        [seat] Who takes the hot seat? One answers; the others choose the follow-up and give marks.
        [vote] The group is choosing what { $name } is asked next.
        [rating] The group is giving marks.
       *[answer] { $name }, { $hears ->
            [yes] write your answer here
           *[no] reply to this message with your answer
        }, in one message or several.
    } ⏱ { $seconds } s
quiz-poll =
    { $kind ->
        [wrong]
            { $right ->
                [1] Which of these is wrong?
               *[other] Which two of these are wrong?
            }
       *[right]
            { $right ->
                [1] Which of these is right?
               *[other] Which two of these are right?
            }
    }
quiz-vote = 🗳 What shall { $name } be asked next?
quiz-put =
    { $name }, { $votes ->
        [0] one more question
       *[other] the group wants to know
    }: <b>{ $text }</b>

    { $hears ->
        [yes] Answer here.
       *[no] Reply to this message.
    }
quiz-rate = How did { $name } do? 1 is “lost”, 5 is “hire”.

quiz-reveal = <b>Round { $number }:</b> { $title }
quiz-shown-won = ✅ { $text } – <i>{ $names }{ $also }</i>
quiz-shown-open = ▫️ { $text }
quiz-claim = 🤔 People do say “{ $claim }”. In fact: { $correction }
quiz-right =
    { $kind ->
        [wrong] ❌ { $text }
       *[right] ✅ { $text }
    }
quiz-wrong = ❌ { $claim } – { $correction }
quiz-verdict-bot = { $name }: { $bot } of 5 by my notes. The group gave no marks.
quiz-verdicts =
    { $votes ->
        [one] { $name }: { $bot } of 5 by my notes, { NUMBER($group, maximumFractionDigits: 1) } by the group’s one mark.
       *[other] { $name }: { $bot } of 5 by my notes, { NUMBER($group, maximumFractionDigits: 1) } by the group’s { $votes } marks.
    }
quiz-scores = Points: { $names }
quiz-score = { $name } +{ NUMBER($points, maximumFractionDigits: 2) }
quiz-nobody-scored = No points this time.
quiz-uncounted = ✂️ Not counted (too fast to have been typed, or someone else’s words): { $names }
quiz-leaders = In the lead: { $names }
quiz-leader = { $place }. { $name } { NUMBER($points, maximumFractionDigits: 2) }
quiz-final =
    🏁 { $rounds ->
        [one] <b>That was the quiz: { $rounds } round.</b>
       *[other] <b>That was the quiz: { $rounds } rounds.</b>
    }
quiz-corrected = ⚖️ <b>A round doesn’t count any more. The board without it:</b>
quiz-line = { $place } { $name } – <b>{ NUMBER($points, maximumFractionDigits: 2) }</b>
quiz-line-accuracy = { $place } { $name } – <b>{ NUMBER($points, maximumFractionDigits: 2) }</b>, { $accuracy } % right
quiz-more-players = … and { $more } more
quiz-no-players = Nobody is playing, so I’ll be quiet. /quiz begins again.
quiz-broken = Something went wrong on our side, and the game had to end. Points of finished rounds are kept.
quiz-unseen = Telegram didn’t let me post the round here, so the game ends. An administrator can allow me messages and polls. Points of finished rounds are kept.

quiz-menu =
    🎲 <b>Quiz</b>

    { $mode ->
        [silent] 🤫 Silent: answers in private, everybody can win every point.
        [poll] 📊 Poll: pick the statement that is wrong, or right.
        [hotseat] 🔥 Hot seat: one is interviewed, the group chooses the follow-up and gives marks.
       *[race] ⚡ Race: a point goes to whoever states it first.
    }
    Topic: { $topic }
    Rounds: { $rounds }
    Level: { $level }
    Language: { $language }
    Time a round: { $seconds ->
        [0] as the mode has it
       *[other] { $seconds } s
    }
    Points for speed: { $speed ->
        [0] none
       *[other] up to { NUMBER($speed, maximumFractionDigits: 1) }
    }
    Answers removed after the round: { $tidy ->
        [yes] yes
       *[no] no
    }
    Who may start: { $starters ->
        [admins] administrators
       *[all] everybody
    }
    Time zone of /top: { $zone }

    { $hears ->
        [yes] I hear everything written here: players just write.
       *[no] I hear only commands and replies to me. That is enough to play; to let people just write, make me an administrator.
    }
quiz-settings-of = ⚙️ Quizzes in “{ $title }”. What you change here holds for the next game.
quiz-option =
    { $option ->
        [mode] How shall we play?
        [topic] About what?
        [rounds] How many rounds?
        [level] At which level?
        [language] In which language?
        [seconds] How long is a round? Reading the question is not counted.
        [speed] Shall speed earn points? Silent rounds never do that.
        [tidy] Shall I remove answers after the round, where I may?
        [starters] Who may start a game?
       *[zone] In which time zone do the days and weeks of /top begin?
    }
quiz-all-topics = everything
quiz-hello =
    Hello. I hold interviews in private and quizzes in groups: /quiz. { $hears ->
        [yes] I hear everything written here: in a quiz people just write.
       *[no] I hear only commands and replies to me, which is enough. To let people just write, make me an administrator.
    }
quiz-running = A game is going on here already. /stopquiz ends it.
quiz-nothing = I have no questions for that. Try another topic or level: /quiz.
quiz-unknown = I don’t understand “{ $typed }”. For instance: <code>/quiz docker 5 silent</code>, or just /quiz.
quiz-not-running = No game is going on here. /quiz begins one.
quiz-only-admins = In this group administrators start games.
quiz-not-yours = Whoever started the game and administrators can stop it. Others can vote to skip a round.
quiz-in-group = Quizzes are played in groups: add me to one and send /quiz there.

quiz-write = ✍️ <b>{ $question }</b>

    Write your answer here, in as many messages as you like. The group sees only that you have answered.
quiz-write-late = There is nothing to answer just now. Wait for the next round in the group and press the button again.
quiz-flag = What is wrong with the question of round { $round }? Someone who runs this bot will look at it.
quiz-flag-done = Thank you. It is in the queue; if you are right, the round won’t count.
quiz-flag-old = I don’t know that round any more.
quiz-no-admin = Only administrators of the group can change that.

quiz-top =
    🏆 <b>{ $span ->
        [day] Today
        [week] This week
        [month] This month
        [season] This season
       *[all] All time
    }</b>, { $order ->
        [accuracy] by accuracy
       *[points] by points
    }
quiz-top-empty = Nobody is on this board yet.
quiz-top-accuracy = { $place } { $name } – <b>{ $accuracy } %</b>, { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    }
quiz-top-group = Boards belong to groups: send /top in one.

review-complaint =
    🚩 <b>{ $title }</b> ({ $language })

    A player says: { $reason ->
        [wrong] the question or the answer is wrong.
        [unclear] the question is unclear.
        [outdated] it is out of date.
       *[grading] answers are graded wrongly.
    }
    { $waiting ->
        [one] { $waiting } complaint waits.
       *[other] { $waiting } complaints wait.
    }

button-quiz-join = 🔥 I’ll take it
button-quiz-done = ✅ That’s all
button-quiz-private = ✍️ Answer in private
button-quiz-skip = ⏭ Skip ({ $votes }/{ $needed })
button-quiz-skip-poll = ⏭ Skip
button-quiz-flag = 🚩 Bad question?
button-quiz-add = ➕ Add me to a group
button-quiz-start = ▶️ Start
button-quiz-settings = ⚙️ In private
button-quiz-option =
    { $option ->
        [mode] Mode
        [topic] Topic
        [rounds] Rounds
        [level] Level
        [language] Language
        [seconds] Time
        [speed] Speed
        [tidy] Tidying
        [starters] Who starts
       *[zone] Time zone
    }
button-quiz-mode =
    { $mode ->
        [silent] 🤫 Silent
        [poll] 📊 Poll
        [hotseat] 🔥 Hot seat
       *[race] ⚡ Race
    }
button-quiz-seconds =
    { $seconds ->
        [0] By mode
       *[other] { $seconds } s
    }
button-quiz-speed =
    { $speed ->
        [0] None
       *[other] Up to { $speed }
    }
button-quiz-tidy =
    { $tidy ->
        [yes] Yes
       *[no] No
    }
button-quiz-starters =
    { $starters ->
        [admins] Administrators
       *[all] Everybody
    }
button-quiz-span =
    { $span ->
        [day] Day
        [week] Week
        [month] Month
        [season] Season
       *[all] All time
    }
button-quiz-order =
    { $order ->
        [accuracy] By accuracy
       *[points] By points
    }
button-quiz-reason =
    { $reason ->
        [wrong] It is wrong
        [unclear] Unclear
        [outdated] Out of date
       *[grading] Graded wrongly
    }
button-quiz-void = The round is void
button-quiz-stands = It stands

notice-quiz-skip = Your vote to skip counts.
notice-quiz-vote = Your vote counts.
notice-quiz-late = Too late for that.
notice-quiz-void = The round doesn’t count any more.
notice-quiz-admins = Only administrators of the group can do that.
notice-quiz-running = A game is going on here already.
