"""Buttons that put together the next interview."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.dialogue import Mode
from bot.domain.language import Level
from bot.rendering.callbacks.reading import level, name, number

_ANY = "*"


@dataclass(frozen=True, slots=True)
class PickTopic:
    """A topic for the next interview; None means all."""

    topic: str | None

    def __str__(self) -> str:
        return f"pick:topic:{_ANY if self.topic is None else self.topic}"


@dataclass(frozen=True, slots=True)
class PickPage:
    """Another page of the topics, counted from 0."""

    page: int

    def __str__(self) -> str:
        return f"pick:page:{self.page}"


@dataclass(frozen=True, slots=True)
class PickLevel:
    """A level for the next interview."""

    level: Level

    def __str__(self) -> str:
        return f"pick:level:{self.level.key}"


@dataclass(frozen=True, slots=True)
class PickCount:
    """A number of questions for the next interview."""

    count: int

    def __str__(self) -> str:
        return f"pick:count:{self.count}"


@dataclass(frozen=True, slots=True)
class PickMode:
    """A mode for the next interview."""

    mode: Mode

    def __str__(self) -> str:
        return f"pick:mode:{self.mode}"


@dataclass(frozen=True, slots=True)
class Study:
    """A training round on one question."""

    level: Level
    question: str

    def __str__(self) -> str:
        return f"study:{self.level.key}:{self.question}"


def _topic(value: str) -> PickTopic:
    if not value:
        raise ValueError("no topic")
    return PickTopic(None if value == _ANY else value)


def _study(value: str) -> Study:
    grade, question = value.split(":")
    return Study(level(grade), name(question))


Planning = PickTopic | PickPage | PickLevel | PickCount | PickMode | Study
"""Any of them."""

READERS: Mapping[str, Callable[[str], Planning]] = MappingProxyType(
    {
        "pick:topic:": _topic,
        "pick:page:": lambda value: PickPage(number(value)),
        "pick:level:": lambda value: PickLevel(level(value)),
        "pick:count:": lambda value: PickCount(number(value)),
        "pick:mode:": lambda value: PickMode(Mode(value)),
        "study:": _study,
    }
)
