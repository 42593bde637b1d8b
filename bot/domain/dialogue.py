"""What goes into the interview engine (events) and what comes out (actions)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language import Language, Level
from bot.domain.verdict import Opinion

WORDINGS = 5
"""Wordings of each move in each language; the engine picks one by seed, never the same twice running."""


class Mode(StrEnum):
    """INTERVIEW gives no verdict before the report; TRAINING says one line after each question."""

    INTERVIEW = "interview"
    TRAINING = "training"


class Temper(StrEnum):
    """Temperament of the interviewer."""

    FRIENDLY = "friendly"
    DEMANDING = "demanding"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a candidate prefers for all his interviews; fields as in `Plan`.

    `boards`: he is shown on the boards of group quizzes.
    """

    mode: Mode = Mode.INTERVIEW
    temper: Temper = Temper.FRIENDLY
    fixed: bool = True
    minutes: int | None = None
    question_minutes: int | None = None
    confidence: bool = False
    boards: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What the candidate chose: `topics` empty means all, `count` is the number of main questions.

    `avoid` are question ids asked in earlier interviews: they come last. `fixed` keeps the chosen level, else it adapts
    to the answers. `minutes` limits the whole interview and `question_minutes` each question, None is no limit.
    `confidence` asks after each question how sure the candidate is. `only` are ids of the questions to choose from,
    empty means all. `follow_ups` limits those of a question and leaves out what frames an interview: greeting, closing
    round, and waits for an answer; None is a whole interview. `aim` are ids of points to be probed first.
    """

    language: Language
    level: Level
    topics: tuple[str, ...] = ()
    count: int = 5
    mode: Mode = Mode.INTERVIEW
    temper: Temper = Temper.FRIENDLY
    avoid: tuple[str, ...] = ()
    fixed: bool = True
    minutes: int | None = None
    confidence: bool = False
    question_minutes: int | None = None
    only: tuple[str, ...] = ()
    follow_ups: int | None = None
    aim: tuple[str, ...] = ()


class Command(StrEnum):
    """What a candidate can ask for by button, command or words."""

    HINT = "hint"
    SKIP = "skip"
    REPEAT = "repeat"
    SIMPLER = "simpler"
    SHOW = "show"
    STOP = "stop"
    RESUME = "resume"
    PAUSE = "pause"
    NEXT = "next"
    REPORT = "report"
    SWITCH = "switch"  # go on in the language the candidate writes in; offered with Move.OTHER_LANGUAGE


class Medium(StrEnum):
    """Messages that hold no words of the candidate's own."""

    STICKER = "sticker"
    PHOTO = "photo"
    FILE = "file"
    VOICE = "voice"
    FORWARD = "forward"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """The candidate wrote `text`; `message` identifies the message in the chat so that an edit finds it.

    An answer written in several messages has them in `parts`, each with its id, in order; `message` is the last.
    `opinion` is what a second judge makes of `text`, where there is one who was asked. `replying` when it was sent as a
    reply to a message of the interviewer's.
    """

    text: str
    message: int | None = None
    code: bool = False
    parts: tuple[tuple[int, str], ...] = ()
    opinion: Opinion | None = None
    replying: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The candidate changed an earlier message; `text` is the whole new text."""

    text: str
    message: int
    code: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The candidate used a command or button; `question` is the number of the main question a button belongs to."""

    command: Command
    question: int | None = None


@dataclass(frozen=True, slots=True)
class Showed:
    """The candidate sent something that is no text of his own; `caption` is graded if there is one."""

    medium: Medium
    caption: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Waited:
    """Nothing came for the time the engine had asked to be woken after."""

    turn: int


Event = Said | Edited | Asked | Showed | Waited


class Move(StrEnum):
    """One thing the interviewer says; wordings are the Fluent messages `move-<value>-1` … `move-<value>-5`.

    Those of a temperament's own, `move-<value>-<temper>-1` …, are said in their place where there are any.

    `{$text}` in a wording is the text of the line (a prompt, a probe, a quotation); other arguments are named beside.
    """

    OPENING = "opening"  # $level, $count, $topics, $minutes
    ASK = "ask"  # $text the prompt, $number, $count
    TRANSITION = "transition"  # $topic
    ACKNOWLEDGE = "acknowledge"
    PROBE = "probe"  # $text the prepared probe
    PUMP = "pump"
    SCENARIO = "scenario"
    WHY = "why"
    DEEPER = "deeper"
    FOLLOW_UP = "follow-up"  # $text the follow-up question
    CONFIRM = "confirm"  # $text the flag's probe or, where there is none, the claim
    CONSEQUENCE = "consequence"  # $text the claim's words, empty where they are clear
    NOTED = "noted"
    CORRECTED = "corrected"
    CONTRADICTION = "contradiction"  # $earlier, $text quotations
    HINT = "hint"  # $text
    NO_HINT = "no-hint"
    REPEAT = "repeat"  # $text
    SIMPLER = "simpler"  # $text
    CLARIFY = "clarify"  # $text the scope
    NO_CLARIFY = "no-clarify"
    GUESS = "guess"
    DECLINED_FIRST = "declined-first"
    DECLINED_LAST = "declined-last"
    SKIPPED = "skipped"
    SKIP_LIMIT = "skip-limit"
    REFUSE_ANSWER = "refuse-answer"
    REPORT_LATER = "report-later"
    OFF_TOPIC = "off-topic"
    OFF_TOPIC_AGAIN = "off-topic-again"
    ELSEWHERE = "elsewhere"  # $text the prompt: the answer was about another topic of the field
    GREETED = "greeted"
    THANKED = "thanked"
    ORDERS = "orders"
    BUZZWORDS = "buzzwords"  # $text one term
    PASTE = "paste"
    TOO_LONG = "too-long"
    GIBBERISH = "gibberish"
    CODE = "code"
    INSULT = "insult"
    INSULT_AGAIN = "insult-again"
    PANIC = "panic"
    OTHER_LANGUAGE = "other-language"  # $language the ISO code of the candidate's; offers Command.SWITCH
    EDIT_LATE = "edit-late"
    EDIT_TAKEN = "edit-taken"
    NO_VOICE = "no-voice"
    NO_PICTURE = "no-picture"
    NO_FILE = "no-file"
    NO_STICKER = "no-sticker"
    NO_FORWARD = "no-forward"
    TAKE_TIME = "take-time"
    START_ANYWHERE = "start-anywhere"
    PAUSED = "paused"
    RESUMED = "resumed"  # $text the open question
    FEEDBACK = "feedback"  # $stated of $total, numbers (training mode)
    SHOWN = "shown"  # $text a strong answer
    LATER = "later"  # the candidate asks how it is in production: kept for the end
    CONFIDENCE = "confidence"  # "how sure are you, 1 to 5?"
    TIME_UP = "time-up"
    QUESTION_TIME = "question-time"
    LAST = "last"
    ANYTHING_ELSE = "anything-else"
    INVITED = "invited"  # the candidate has said that there is something to correct
    CORRECTION_TAKEN = "correction-taken"
    ADDED = "added"  # to the question before, while the open one stands
    STOPPED = "stopped"  # $done, $count
    FINISHED = "finished"
    ALREADY_FINISHED = "already-finished"


@dataclass(frozen=True, slots=True)
class Line:
    """One move with the wording chosen (1..WORDINGS), the bank's or candidate's text in it, and named arguments.

    `temper` is the manner it is said in.
    """

    move: Move
    wording: int
    text: str = ""
    arguments: tuple[tuple[str, str | int], ...] = ()
    temper: Temper = Temper.FRIENDLY


@dataclass(frozen=True, slots=True)
class Say:
    """One message: lines in order, and the commands offered as buttons for main question number `question`."""

    lines: tuple[Line, ...]
    choices: tuple[Command, ...] = ()
    question: int | None = None


@dataclass(frozen=True, slots=True)
class Wake:
    """Ask to be sent `Waited(turn)` after so many seconds unless the candidate does something first."""

    seconds: int
    turn: int


@dataclass(frozen=True, slots=True)
class ShowReport:
    """The interview is over: show the scorecard of the state returned with this action."""


Action = Say | Wake | ShowReport
