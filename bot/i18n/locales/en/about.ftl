### Messages about the bot itself. HTML.

greeting =
    <b>Hello. I hold technical interviews.</b>

    You choose a topic and a level; I ask, you answer in your own words, I dig into what you said. At the end you get a report that quotes you.

    No preparation is needed: { questions } take { minutes }.

help =
    <b>How it works</b>

    I ask a question and you answer as you would in a real interview, in one message or several. Then I follow up on what you said. That is normal and doesn’t mean the answer was wrong.

    I grade what you know, not how long or how elegantly you write. English terms in any language are fine. “I don’t know” costs less than a guess passed off as a fact.

    <b>During the interview</b>
    /hint – a hint; the points it helps with count in part
    /skip – leave the question
    /repeat – hear it again
    /stop – end now, with a report on what was asked

    <b>Besides</b>
    /interview – a new interview; you can add a topic, a level and a number: <code>/interview { $example } middle 5</code>
    /resume – go on where you left
    /report, /history – this report and the earlier ones, with their trend
    /progress – what you have shown so far by topic, your streak, and what comes back
    /daily – a question a day at your hour; what you missed comes back. /today shows it, /pause rests it
    /topics – what I can ask about
    /settings – language, mode and manner
    /privacy – what is stored
    /about – how I grade and how often I am wrong

    <b>In groups</b>
    /quiz – a quiz for all: race, silent round, poll or hot seat; <code>/quiz { $example } 5</code>
    /top – who is ahead
    /daily – one question a day for the group, set by its administrators

privacy =
    <b>What is stored</b>
    • your account number in this messenger, your name there and the language you chose;
    • your settings;
    • the questions you were asked, your answers as you wrote them, and how they were judged;
    • your appeals, with the words you chose for them;
    • of the daily question: when you want it, what became of it each day, and when each point should come back;
    • of group quizzes: which you played, your points a round, votes until their poll is counted, complaints about questions.

    <b>Where</b>
    { $where }

    <b>What to know</b>
    If you edit an answer while the question is open, the new version counts. If you delete a message, bots aren’t told, so what I received stays until you erase it here.

    If you appeal, a person who runs this bot reads the words you chose and what had been asked. Words accepted as a phrasing count for everyone from then on; they stay after you erase everything, without your name.

    Voice messages, where I take them, are put into words by a program on that same machine. The words are kept once you confirm them, the sound never is.

    In a group I take note of messages only while a quiz is on there. An answer is kept for its round, so that copies are known, and not after. Names and points are shown to the group; /settings hides you from its boards.

    <b>Your rights</b>
    /mydata – everything stored about you, as a file
    /forget – erase it all; this cannot be undone

privacy-offline = In the database of whoever runs this bot, and nowhere else. Answers are graded on that same machine: they go to no other company and to no language model. The messenger itself sees our conversation, as it does any other.

privacy-judge = In the database of whoever runs this bot. Answers are graded on that same machine. Where that leaves a doubt, the answer and the question also go to the language model <code>{ $model }</code> at <code>{ $host }</code>, without your name or number. It can’t add anything: all it may do is settle the doubt, and only by quoting you. Its opinion is deleted after a week. The messenger itself sees our conversation, as it does any other.

about =
    <b>Interview bot { $version }</b>

    I hold technical interviews: I ask, you answer in your own words, I follow up, and at the end you get a report that quotes you. The same questions make a daily question and a quiz for groups.

    { $grading }

    <b>How often I am wrong</b>
    Measured on { $date } on { $answers } answers that I had not been prepared for, against a person’s verdict on every point: how many of the points I credit were said, how many of those said I credit, and agreement beyond chance.
    { $lines }
    Of the wrong claims I call made, { $precision } % are. I see { $recall } % at once and ask about others before judging.

    <b>What I miss</b>
    Comparisons from life, irony, and anything said without a single expected word. At times I take a rare wording for something else. If a verdict in your report is unfair, contest it there: a person decides.

about-agreement = • { $name }: { $precision } % / { $recall } %, κ { $share }

about-offline = I grade by rubric: I compare words and their meanings across three languages, what is denied, swapped or turned round. No language model takes part and nothing leaves the machine I run on.

about-judge = I grade by rubric: I compare words and their meanings across three languages, what is denied, swapped or turned round. Where that leaves a doubt, the language model <code>{ $model }</code> is asked; more in /privacy.
