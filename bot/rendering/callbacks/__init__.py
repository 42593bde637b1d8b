"""Callback data of every button: `str` of one of these classes, parsed strictly. One module a feature."""

from collections.abc import Callable
from enum import StrEnum

from bot.rendering.callbacks import appeals, daily, interview, planning, quiz, reports, settings
from bot.rendering.callbacks.appeals import Contest, Judge, tag
from bot.rendering.callbacks.daily import (
    Daily,
    DailyButton,
    Deed,
    Dial,
    DoDaily,
    OnPush,
    OpenDial,
    PauseDaily,
    TurnDial,
)
from bot.rendering.callbacks.interview import InInterview, TakeDictation
from bot.rendering.callbacks.planning import PickCount, PickLevel, PickMode, PickPage, PickTopic, Planning, Study
from bot.rendering.callbacks.quiz import QuizButton
from bot.rendering.callbacks.reports import (
    Compare,
    Drill,
    DrillTopic,
    OpenReport,
    OpenStrong,
    OpenTopic,
    OpenTranscript,
    ReadNext,
    Reporting,
)
from bot.rendering.callbacks.settings import (
    OPTIONS,
    Change,
    Choices,
    ChooseLanguage,
    Forget,
    OpenSetting,
    Setting,
    Value,
)

__all__ = [
    "DATA_LIMIT",
    "OPTIONS",
    "Callback",
    "Change",
    "ChooseLanguage",
    "Compare",
    "Contest",
    "Daily",
    "Deed",
    "Dial",
    "DoDaily",
    "Drill",
    "DrillTopic",
    "Forget",
    "InInterview",
    "Judge",
    "OnPush",
    "OpenDial",
    "OpenReport",
    "OpenSetting",
    "OpenStrong",
    "OpenTopic",
    "OpenTranscript",
    "PauseDaily",
    "PickCount",
    "PickLevel",
    "PickMode",
    "PickPage",
    "PickTopic",
    "Plain",
    "ReadNext",
    "Setting",
    "Study",
    "TakeDictation",
    "TurnDial",
    "Value",
    "encode",
    "fits",
    "parse",
    "tag",
]

DATA_LIMIT = 64

"""Bytes of UTF-8; Bot API, InlineKeyboardButton.callback_data."""


class Plain(StrEnum):
    """Buttons that need no more than their name."""

    RESUME = "resume"
    STOP = "stop"
    NEW = "new"


Interviewing = InInterview | TakeDictation | Planning | Reporting | Contest | Judge
Callback = Interviewing | Choices | DailyButton | QuizButton | Plain


def fits(callback: Callback) -> bool:
    """Whether a button can hold it; of what imported pages are called some is too long."""
    return len(str(callback).encode()) <= DATA_LIMIT


def encode(callback: Callback) -> str:
    """Callback data; ValueError when it would be over 64 bytes (only a very long topic id can be)."""
    data = str(callback)
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"callback data over {DATA_LIMIT} bytes: {data}")
    return data


def parse(data: str) -> Callback | None:
    """What a button means, or None for data that `encode` never makes (old, foreign or forged)."""
    for prefix, read in _READERS.items():
        if data.startswith(prefix):
            return _read(read, data.removeprefix(prefix))
    return _read(Plain, data)


def _read(read: Callable[[str], Callback], value: str) -> Callback | None:
    try:
        return read(value)
    except ValueError:
        return None


_READERS: dict[str, Callable[[str], Callback]] = {
    **interview.READERS,
    **planning.READERS,
    **settings.READERS,
    **reports.READERS,
    **appeals.READERS,
    **quiz.READERS,
    **daily.READERS,
}
