"""Buttons for what a person sets, and for the erasure of what is stored about him."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.domain.dialogue import Mode, Temper
from bot.domain.language import Language
from bot.rendering.callbacks.reading import NONE, yes

_SWITCH = {True: "on", False: "off"}


class Setting(StrEnum):
    """What a person can set: the language, and what `Preferences` has under these names."""

    LANGUAGE = "language"
    MODE = "mode"
    TEMPER = "temper"
    FIXED = "fixed"
    MINUTES = "minutes"
    QUESTION_MINUTES = "question_minutes"
    CONFIDENCE = "confidence"
    BOARDS = "boards"


Value = Language | Mode | Temper | bool | int | None


OPTIONS: Mapping[Setting, tuple[Value, ...]] = MappingProxyType(
    {
        Setting.LANGUAGE: tuple(Language),
        Setting.MODE: tuple(Mode),
        Setting.TEMPER: tuple(Temper),
        Setting.FIXED: (True, False),
        Setting.MINUTES: (None, 15, 30, 45),
        Setting.QUESTION_MINUTES: (None, 3, 5, 10),
        Setting.CONFIDENCE: (False, True),
        Setting.BOARDS: (True, False),
    }
)


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """The language for this person, chosen at the start."""

    language: Language

    def __str__(self) -> str:
        return f"lang:{self.language}"


@dataclass(frozen=True, slots=True)
class Change:
    """A new value of a setting, one of its OPTIONS."""

    name: Setting
    value: Value

    def __str__(self) -> str:
        return f"set:{self.name}:{_coded(self.value)}"


@dataclass(frozen=True, slots=True)
class OpenSetting:
    """The values of a setting to choose from; None goes back to all settings."""

    name: Setting | None

    def __str__(self) -> str:
        return f"setting:{NONE if self.name is None else self.name}"


@dataclass(frozen=True, slots=True)
class Forget:
    """Answer to whether everything should be erased."""

    confirmed: bool

    def __str__(self) -> str:
        return f"forget:{'yes' if self.confirmed else 'no'}"


def _change(value: str) -> Change:
    name, _, chosen = value.partition(":")
    setting = Setting(name)
    values = {_coded(option): option for option in OPTIONS[setting]}
    if chosen not in values:
        raise ValueError(f"no value of {name}: {chosen!r}")
    return Change(setting, values[chosen])


def _coded(value: Value) -> str:
    if value is None:
        return NONE
    return str(value) if not isinstance(value, bool) else _SWITCH[value]


Choices = ChooseLanguage | Change | OpenSetting | Forget
"""Any of them."""

READERS: Mapping[str, Callable[[str], Choices]] = MappingProxyType(
    {
        "lang:": lambda value: ChooseLanguage(Language(value)),
        "set:": _change,
        "setting:": lambda value: OpenSetting(None if value == NONE else Setting(value)),
        "forget:": lambda value: Forget(yes(value)),
    }
)
