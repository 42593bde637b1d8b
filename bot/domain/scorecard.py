"""The result of an interview; every verdict carries the candidate's own words."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language import Level


class Recommendation(StrEnum):
    """The four-step hire scale, and the honest fifth."""

    STRONG_HIRE = "strong-hire"
    LEANING_HIRE = "leaning-hire"
    LEANING_NO_HIRE = "leaning-no-hire"
    STRONG_NO_HIRE = "strong-no-hire"
    NOT_ENOUGH_DATA = "not-enough-data"


class Standing(StrEnum):
    """What became of a point in the end."""

    STATED = "stated"
    ASSISTED = "assisted"
    UNSURE = "unsure"
    MISSING = "missing"
    DECLINED = "declined"


class FlagStanding(StrEnum):
    """What became of a wrong claim in the end; CLEARED is one that on appeal turned out not to have been made."""

    WRONG = "wrong"
    CORRECTED = "corrected"
    SUSPECTED = "suspected"
    CLEARED = "cleared"


class Contested(StrEnum):
    """What of a report a candidate can appeal against: that a point was not said, that a wrong claim was made."""

    POINT = "point"
    FLAG = "flag"


class Ruling(StrEnum):
    """Where an appeal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Decision(StrEnum):
    """What an admin makes of an appeal; PHRASING accepts it and lets the words count for everyone from now on."""

    ACCEPT = "accept"
    REJECT = "reject"
    PHRASING = "phrasing"


@dataclass(frozen=True, slots=True)
class Appeal:
    """A candidate contests the verdict on a point or flag of a question; `quote` are his words for it."""

    question: str
    kind: Contested
    target: str
    quote: str
    ruling: Ruling = Ruling.OPEN


@dataclass(frozen=True, slots=True)
class PointResult:
    """A point with the words that earned it (empty when missing).

    `asked` tells whether it was asked for by itself; `instead` is what was said then, or to the question as a whole,
    and did not earn it, empty when there is nothing. An accepted appeal has made the point a stated one.
    """

    point: str
    text: str
    level: Level
    weight: float
    standing: Standing
    quotes: tuple[str, ...] = ()
    instead: str = ""
    asked: bool = False
    appeal: Appeal | None = None


@dataclass(frozen=True, slots=True)
class FlagResult:
    """A wrong claim made or suspected, with the words said and the right version; `denied` are words against it.

    `agreed` is the question that the candidate said yes to, where he made the claim by that alone.
    """

    flag: str
    claim: str
    correction: str
    standing: FlagStanding
    quotes: tuple[str, ...]
    appeal: Appeal | None = None
    denied: tuple[str, ...] = ()
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One main question: `score` 0-5 at `level`, None when it was not answered (skipped by silence or stop).

    `confidence` is how sure the candidate said he was, 1-5.
    """

    question: str
    title: str
    topic: str
    level: Level
    score: float | None
    points: tuple[PointResult, ...]
    flags: tuple[FlagResult, ...]
    hints: int = 0
    skipped: bool = False
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The whole interview: `score` is the mean of the answered questions, None when there was nothing to judge."""

    recommendation: Recommendation
    score: float | None
    level: Level
    asked: int
    planned: int
    questions: tuple[QuestionResult, ...]
    ceilings: tuple[tuple[str, Level], ...] = ()
