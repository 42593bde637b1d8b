### Descriptions in the messenger's command menu, at most 256 characters.

command-start = What I do and how to begin
command-interview = Start an interview: topic, level, number of questions
command-resume = Go on with the interview you left
command-stop = End now and get the report so far
command-skip = Leave this question
command-hint = A hint, for part of the mark
command-repeat = Ask the question again
command-report = The last report
command-history = Your earlier interviews
command-progress = What you have shown so far, by topic
command-daily = A question a day: when, about what, on and off
command-today = The question of today
command-pause = No daily question for a while: /pause 2w
command-topics = Topics you can be asked about
command-language = Change the language
command-settings = Language, mode and manner of the interviewer
command-help = How it works
command-about = About me: version, how I grade and how often I am wrong
command-privacy = What is stored and how to erase it
command-mydata = Everything stored about you, as a file
command-forget = Erase everything about you
command-quiz = Begin a quiz: topic, rounds, mode
command-stopquiz = End the quiz
command-top = Who is ahead: day, week, month, season
