### Questions and confirmations around an interview. HTML.

menu-language = Which language shall we speak?
language-set = Good, we’ll speak English.

menu-topic = What shall we talk about?
menu-topic-page = What shall we talk about? Page { $page } of { $pages }.
menu-level = At which level?
menu-count = How many questions? One takes about { $minutes } minutes.
menu-count-interview = { menu-count } Verdicts come in the report at the end; in training, after every question.
menu-count-training = { menu-count } After every question I say how it went; in an interview that comes at the end.

topics =
    { $count ->
        [one] <b>{ $count } topic</b>
       *[other] <b>{ $count } topics</b>
    }
topics-line =
    { $questions ->
        [one] • { $name } – { $questions } question
       *[other] • { $name } – { $questions } questions
    }
topics-choose = Choose one to begin.

settings =
    <b>Settings</b>

    Language: { $language }
    Mode: { $mode ->
        [training] training, a word after each question
       *[interview] interview, verdicts only in the report
    }
    Interviewer: { $temper ->
        [demanding] demanding
       *[friendly] friendly
    }
    Level: { $course ->
        [adaptive] rises and falls with the answers
       *[fixed] stays as chosen
    }
    Time in all: { $minutes ->
        [0] no limit
       *[other] { $minutes } min
    }
    Time a question: { $pace ->
        [0] no limit
       *[other] { $pace } min
    }
    “How sure are you?” after a question: { $rating ->
        [on] asked
       *[off] not asked
    }
    On the boards of group quizzes: { $boards ->
        [on] shown
       *[off] hidden
    }

    They hold from the next interview on. The question of the day has its own: /daily.

setting-language = { menu-language }
setting-mode = With verdicts only in the final report, or a word after each question?
setting-temper = Which manner suits you? The demanding one is drier and digs one step deeper.
setting-fixed = Should the level stay as chosen? Otherwise two full answers in a row raise it and two thin ones lower it.
setting-minutes = How long may an interview take? When the time is up, no new question is asked.
setting-question_minutes = How long may one question take? After that I take what you have said and move on.
setting-confidence = Should I ask after each question how sure you are, from 1 to 5? The report compares it with the mark.
setting-boards = May the boards of group quizzes show you? Your points count either way.

open-interview = You have an interview open: question { $number } of { $count }. Go on with it, or start another?
dictation-heard =
    Here is what I understood:

    <i>“{ $text }”</i>

    Shall I take it as your answer?
dictation-taken = Your answer: <i>“{ $text }”</i>
dictation-dropped = Then I’ll forget it. Please type the answer, or say it once more.

nothing-open = No interview is open just now.
nothing-to-resume = There is nothing to go on with: no interview is waiting for you.
nothing-to-report = There is no report yet. It comes with the first interview you finish or stop.

history = <b>Your interviews</b>
history-line = { $date } · { $level } · { $topics }: <b>{ $verdict }</b>
history-line-scored = { $date } · { $level } · { $topics }: <b>{ $verdict }</b>, { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 5
history-choose = A button below opens the report.
history-empty = You have no finished interviews yet.
history-button = { $date }, { $topics }
all-topics = all topics

mydata = Everything stored about you, in JSON.
forget-confirm =
    Erase everything stored about you: settings, answers, reports?

    This cannot be undone. An open interview ends without a report.
forget-done = Erased. Nothing about you is left here. /start begins anew.
forget-kept = Nothing was erased.
