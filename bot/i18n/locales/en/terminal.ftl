### The same interview in a terminal. HTML where it is a message, plain words in prompts.

terminal-welcome = <b>A technical interview, in this terminal.</b>
terminal-language = Language
terminal-topic = Topic: a number, a name, or Enter for all
terminal-level = Level
terminal-count = Number of questions
terminal-choice = I didn’t get that. A number or a name, please.
terminal-keys = A line is an answer; end it with \ to go on in the next. Also: { $commands }
terminal-help =
    A line is an answer. End a line with <code>\</code> to go on in the next one.

    <code>/hint</code> – a hint; the points it helps with count in part
    <code>/skip</code> – leave the question
    <code>/repeat</code> – hear it again
    <code>/simpler</code> – hear it in plainer words
    <code>/stop</code> – end now, with a report on what was asked
    <code>/help</code> – this text
terminal-unknown-command = I don’t know { $command }. /help lists the ones I know.
terminal-no-report = The report comes at the end; /stop ends now and shows it.
terminal-interrupted = You left; here is the report so far.
terminal-nothing = There are no questions for that. Try another topic or language.
terminal-bye = Goodbye.
