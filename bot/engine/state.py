"""The state of an interview: plain frozen data, rewritten at every turn, so it keeps only what later turns need."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.dialogue import Action, Line, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.verdict import FlagStatus, FlagVerdict, PointStatus, PointVerdict, ReplyStatus, ReplyVerdict


class Status(StrEnum):
    """Whether the interview goes on."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class Stage(StrEnum):
    """What the interviewer waits for: an answer, a number from 1 to 5, or last corrections."""

    QUESTION = "question"
    CONFIDENCE = "confidence"
    CLOSING = "closing"


class Aim(StrEnum):
    """What the last thing asked is after; `Focus.target` is the id that belongs to it.

    FIRST and SECOND ask which of two statements holds, and say which of them is right.
    """

    MAIN = "main"
    POINT = "point"
    FOLLOW_UP = "follow-up"
    CONFIRM = "confirm"
    CONSEQUENCE = "consequence"
    FIRST = "first"
    SECOND = "second"
    OPEN = "open"


CHOOSING = frozenset((Aim.FIRST, Aim.SECOND))
ABOUT_CLAIM = CHOOSING | {Aim.CONFIRM, Aim.CONSEQUENCE}


@dataclass(frozen=True, slots=True)
class Focus:
    """The aim of a question and the id of the point, follow-up or flag it is about.

    `question` is the id of an earlier main question that the flag belongs to, empty for the one under discussion.
    """

    aim: Aim = Aim.MAIN
    target: str = ""
    question: str = ""


class Trust(StrEnum):
    """How far an answer speaks for its author: his own words, bare terms, or a text from elsewhere."""

    OWN = "own"
    TERMS = "terms"
    PASTED = "pasted"


class Stance(StrEnum):
    """What a reply says of the claim it was asked about."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class PointFinding:
    """A point said or half said in one reply, with the words."""

    point: str
    status: PointStatus
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagFinding:
    """A wrong claim made, hinted at or rejected in one reply, with the words; `suspect` ranks suspicions."""

    flag: str
    status: FlagStatus
    suspect: float
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to a question and what was found in it; `text` and `parts` are dropped when the question closes.

    `parts` are the messages of an answer written in several, each with its id; `hinted` the points hinted at before.
    """

    text: str
    message: int | None
    focus: Focus
    asked: str
    parts: tuple[tuple[int, str], ...] = ()
    hinted: tuple[str, ...] = ()
    points: tuple[PointFinding, ...] = ()
    flags: tuple[FlagFinding, ...] = ()
    verdict: ReplyStatus | None = None
    trust: Trust = Trust.OWN
    stance: Stance = Stance.NONE


class Thing(StrEnum):
    """What of a question can be asked about; a flag by whether it is meant, what follows, and which statement holds."""

    POINT = "point"
    FOLLOW_UP = "follow-up"
    FLAG = "flag"
    CONSEQUENCE = "consequence"
    REVERSAL = "reversal"


def key(thing: Thing, name: str) -> str:
    """A name for a point, follow-up or flag that no other of the question has."""
    return f"{thing}:{name}"


class Outcome(StrEnum):
    """How a question ended."""

    OPEN = "open"
    ANSWERED = "answered"
    DECLINED = "declined"
    SKIPPED = "skipped"
    SHOWN = "shown"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Record:
    """One main question as asked; `moves` are what the interviewer has said on it, which all limits are counted by.

    `hints` are ids of points hinted at; `used` are keys (see `key`) of points, follow-ups and flags asked about;
    `declined` are points the candidate has said he does not know. `heard` is the last message that did not count as
    an answer; `asides` counts those. `opened` is when it was asked, moved on by pauses.
    """

    question: str
    number: int
    level: Level
    language: Language
    topic: str
    outcome: Outcome = Outcome.OPEN
    replies: tuple[Reply, ...] = ()
    moves: tuple[Move, ...] = ()
    hints: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    heard: int | None = None
    asides: int = 0
    confidence: int | None = None
    opened: datetime | None = None

    def count(self, *moves: Move) -> int:
        """How often any of these moves was made on this question."""
        return sum(made in moves for made in self.moves)

    def closed(self, outcome: Outcome) -> "Record":
        """The record as kept after the question: findings without the answers and the moves."""
        replies = tuple(replace(reply, text="", asked="", message=None, parts=()) for reply in self.replies)
        return replace(self, outcome=outcome, replies=replies, moves=(), heard=None, opened=None)

    def given_up(self) -> "Record":
        """The record as kept when nothing more is expected on the question."""
        return self.closed(Outcome.ANSWERED if self.replies else Outcome.UNANSWERED)


@dataclass(frozen=True, slots=True)
class Cue:
    """A line before its wording is chosen: the move, the text in it, and its other arguments."""

    move: Move
    text: str = ""
    arguments: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class InterviewState:
    """Everything the interviewer knows between two turns.

    `turn` counts what the candidate did and the interviewer reacted to. `count` is how many main questions there will
    be at most. `open` is the question under discussion, None in the closing and kept when the candidate stops, so that
    he can go on. `asked` is the bank's text last asked, `pending` the line that waits for a reply, `focus` what it is
    after. `spoken` holds the last wording of each move used, `silences` the waits in a row.
    `offered` is a language the candidate was asked whether to switch to. `since` is when a pause began.
    """

    plan: Plan
    language: Language
    level: Level
    count: int
    started: datetime
    status: Status = Status.RUNNING
    stage: Stage = Stage.QUESTION
    turn: int = 0
    open: Record | None = None
    closed: tuple[Record, ...] = ()
    asked: str = ""
    pending: Cue | None = None
    focus: Focus = Focus()
    spoken: tuple[tuple[Move, int], ...] = ()
    silences: int = 0
    insults: int = 0
    offered: Language | None = None
    since: datetime | None = None

    @property
    def finished(self) -> bool:
        """Whether nothing more will be asked."""
        return self.status is Status.FINISHED

    @property
    def stopped(self) -> bool:
        """Whether it ended before its end and can be taken up again."""
        return self.finished and self.stage is not Stage.CLOSING

    @property
    def current(self) -> str | None:
        """Id of the question under discussion."""
        return self.open.question if self.open else None

    @property
    def number(self) -> int | None:
        """Number of the question under discussion, from 1."""
        return self.open.number if self.open else None

    @property
    def records(self) -> tuple[Record, ...]:
        """All questions asked, in order."""
        return (*self.closed, self.open) if self.open else self.closed


class TurnKind(StrEnum):
    """What the candidate's part of a turn was."""

    OPENING = "opening"
    ANSWER = "answer"
    REPLY = "reply"
    CORRECTION = "correction"
    CONFIDENCE = "confidence"
    REQUEST = "request"
    ASIDE = "aside"
    MEDIUM = "medium"
    EDIT = "edit"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange for the log: what had been asked, what came, how it was judged, what the interviewer did and why.

    `asked` is the bank's text of what had been asked, empty for a move without one. `answer` is the text written, or
    the value of the command or medium. `why` is the interviewer's notebook: a code, a colon, and the id it is about.
    """

    number: int
    question: str | None
    ordinal: int | None
    kind: TurnKind
    asked: str = ""
    answer: str = ""
    message: int | None = None
    points: tuple[PointVerdict, ...] = ()
    flags: tuple[FlagVerdict, ...] = ()
    reply: ReplyVerdict | None = None
    move: Move | None = None
    why: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from an event: the new state, what to do, and the turn to log (None when the event is ignored)."""

    state: InterviewState
    actions: tuple[Action, ...] = ()
    turn: Turn | None = None
