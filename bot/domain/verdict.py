"""What the grader says of an answer."""

from dataclasses import dataclass, field
from enum import StrEnum


class PointStatus(StrEnum):
    """Whether a must-know point was said; `UNSURE` is what the interviewer probes."""

    STATED = "stated"
    UNSURE = "unsure"
    MISSING = "missing"


class FlagStatus(StrEnum):
    """Whether a wrong claim was made; `SUSPECTED` is asked about before it is judged, `DENIED` was rejected."""

    ASSERTED = "asserted"
    SUSPECTED = "suspected"
    DENIED = "denied"
    ABSENT = "absent"


class ReplyStatus(StrEnum):
    """Verdict on the reply to a follow-up question."""

    CORRECT = "correct"
    PARTIAL = "partial"
    WRONG = "wrong"


class Remark(StrEnum):
    """What the grader noticed about the answer as a whole."""

    EMPTY = "empty"
    GIBBERISH = "gibberish"
    OFF_TOPIC = "off_topic"
    BUZZWORDS = "buzzwords"
    ECHO = "echo"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters in the answer as typed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PointVerdict:
    """Verdict on one point: `score` is the calibrated probability that it was stated, `reason` is for people."""

    point: str
    status: PointStatus
    score: float
    evidence: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FlagVerdict:
    """Verdict on one red flag: `suspect` is 0..1 for ranking, `reason` is for people."""

    flag: str
    status: FlagStatus
    suspect: float
    evidence: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Verdicts on every point and flag, in the order of the question, and the 0-5 score at the level asked."""

    points: tuple[PointVerdict, ...]
    flags: tuple[FlagVerdict, ...]
    score: float
    remarks: frozenset[Remark] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class ReplyVerdict:
    """Verdict on a follow-up reply with its 0..1 closeness to the expected one."""

    status: ReplyStatus
    score: float
    evidence: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second judge says of one answer to a question: only of what the grader was in doubt about.

    `points` are stated; `flags` are asserted or absent. Each has its evidence in the answer.
    """

    question: str
    points: tuple[PointVerdict, ...] = ()
    flags: tuple[FlagVerdict, ...] = ()
