"""A calendar of days answered, to be drawn beside what is due."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a day was; OFF had no question (weekday, pause, none sent), PENDING is today's open one."""

    ANSWERED = "answered"
    FROZEN = "frozen"
    MISSED = "missed"
    PENDING = "pending"
    OFF = "off"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Week:
    """Seven marks from Monday to Sunday; `label` is the month where a new one begins."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many points come back on a day; `strong` is today."""

    label: str
    value: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weeks oldest first with their `legend`, and the points due by day under a title of their own. Plain words."""

    title: str
    remark: str
    weekdays: tuple[str, ...]
    weeks: tuple[Week, ...]
    legend: tuple[tuple[Mark, str], ...]
    due_title: str
    due: tuple[Amount, ...]
