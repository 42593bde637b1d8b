"""Buttons of the daily question: under the question itself, and for when and how it comes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.rendering.callbacks.reading import NONE, number

_VALUE = re.compile(r"[A-Za-z0-9_+:/.-]{1,48}")


class Dial(StrEnum):
    """What of a daily question can be set; ZONE and TIME also by typing."""

    TIME = "time"
    DAYS = "days"
    EVERY = "every"
    TOPICS = "topics"
    LEVEL = "level"
    ZONE = "zone"
    STARTS = "starts"
    SOUND = "sound"
    NUDGE = "nudge"


class Deed(StrEnum):
    """What can be done about the question just asked, beside answering it."""

    LATER = "later"
    EASIER = "easier"
    HARDER = "harder"
    PAUSE = "pause"
    RARER = "rarer"
    STOP = "stop"


class Daily(StrEnum):
    """Buttons that need no more than their name: today's question, another one, one every day, a pause, the end."""

    TODAY = "today"
    MORE = "more"
    ON = "on"
    PAUSE = "pause"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class OpenDial:
    """The values of a setting to choose from; None goes back to all of them.

    What is typed in answer to ZONE or TIME is kept as awaited by this very button.
    """

    dial: Dial | None

    def __str__(self) -> str:
        return f"daily:open:{NONE if self.dial is None else self.dial}"


@dataclass(frozen=True, slots=True)
class TurnDial:
    """A value chosen, as its setting writes it: `0930`, a mask of days, ids of topic and zone, `on` or `off`."""

    dial: Dial
    value: str

    def __str__(self) -> str:
        return f"daily:set:{self.dial}:{self.value}"


@dataclass(frozen=True, slots=True)
class PauseDaily:
    """No question for so many days; 0 ends the pause."""

    days: int

    def __str__(self) -> str:
        return f"daily:pause:{self.days}"


@dataclass(frozen=True, slots=True)
class OnPush:
    """Something to be done about that question of a day."""

    push: int
    deed: Deed

    def __str__(self) -> str:
        return f"daily:push:{self.push}:{self.deed}"


@dataclass(frozen=True, slots=True)
class DoDaily:
    """A button that needs no more than its name."""

    deed: Daily

    def __str__(self) -> str:
        return f"daily:do:{self.deed}"


DailyButton = OpenDial | TurnDial | PauseDaily | OnPush | DoDaily


def _dial(value: str) -> TurnDial:
    name, _, chosen = value.partition(":")
    if not _VALUE.fullmatch(chosen):
        raise ValueError(f"no value of {name}: {chosen!r}")
    return TurnDial(Dial(name), chosen)


def _push(value: str) -> OnPush:
    push, deed = value.split(":")
    return OnPush(number(push), Deed(deed))


READERS: Mapping[str, Callable[[str], DailyButton]] = MappingProxyType(
    {
        "daily:open:": lambda value: OpenDial(None if value == NONE else Dial(value)),
        "daily:set:": _dial,
        "daily:pause:": lambda value: PauseDaily(number(value)),
        "daily:push:": _push,
        "daily:do:": lambda value: DoDaily(Daily(value)),
    }
)
