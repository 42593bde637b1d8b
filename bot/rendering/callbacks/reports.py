"""Buttons of reports and of what comes after them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.rendering.callbacks.reading import NONE, name, number


@dataclass(frozen=True, slots=True)
class OpenReport:
    """The report of a session."""

    session: int

    def __str__(self) -> str:
        return f"report:{self.session}"


@dataclass(frozen=True, slots=True)
class OpenTranscript:
    """The transcript of a session, as files."""

    session: int

    def __str__(self) -> str:
        return f"transcript:{self.session}"


@dataclass(frozen=True, slots=True)
class OpenStrong:
    """A strong answer to a question of a session by its number; None asks which."""

    session: int
    question: int | None = None

    def __str__(self) -> str:
        return f"strong:{self.session}:{NONE if self.question is None else self.question}"


@dataclass(frozen=True, slots=True)
class ReadNext:
    """What to read after the report of a session."""

    session: int

    def __str__(self) -> str:
        return f"next:{self.session}"


@dataclass(frozen=True, slots=True)
class Drill:
    """A training round on the questions of a session that have gaps."""

    session: int

    def __str__(self) -> str:
        return f"drill:{self.session}"


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """What is known and what is not of a topic."""

    topic: str

    def __str__(self) -> str:
        return f"topic:{self.topic}"


@dataclass(frozen=True, slots=True)
class DrillTopic:
    """A training round on the questions of a topic that have gaps."""

    topic: str

    def __str__(self) -> str:
        return f"train:{self.topic}"


@dataclass(frozen=True, slots=True)
class Compare:
    """The last two attempts on a topic side by side."""

    topic: str

    def __str__(self) -> str:
        return f"compare:{self.topic}"


def _strong(value: str) -> OpenStrong:
    session, question = value.split(":")
    return OpenStrong(number(session), None if question == NONE else number(question))


Reporting = OpenReport | OpenTranscript | OpenStrong | ReadNext | Drill | OpenTopic | DrillTopic | Compare
"""Any of them."""

READERS: Mapping[str, Callable[[str], Reporting]] = MappingProxyType(
    {
        "report:": lambda value: OpenReport(number(value)),
        "transcript:": lambda value: OpenTranscript(number(value)),
        "strong:": _strong,
        "next:": lambda value: ReadNext(number(value)),
        "drill:": lambda value: Drill(number(value)),
        "topic:": lambda value: OpenTopic(name(value)),
        "train:": lambda value: DrillTopic(name(value)),
        "compare:": lambda value: Compare(name(value)),
    }
)
