"""What the buttons of the daily question's settings write into a schedule, and which of them are ticked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.language import Level
from bot.engine.daily.schedule import EVERY_DAY
from bot.rendering import daily_settings as sheets
from bot.rendering.callbacks import Dial
from storage.schedules import ScheduleRow


def turned(schedule: ScheduleRow, dial: Dial, value: str) -> ScheduleRow:
    """The schedule after that button; ValueError for a value that no button writes."""
    return _SETTERS[dial](schedule, value)


def _clock(value: str) -> time:
    return time(int(value[:2]), int(value[2:]))


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except ZoneInfoNotFoundError:
        raise ValueError(f"no zone: {value!r}") from None


def _days(schedule: ScheduleRow, value: str) -> ScheduleRow:
    days = schedule.days ^ 1 << int(value[1:]) if value.startswith(sheets.ONE_DAY) else int(value)
    if days > EVERY_DAY:
        raise ValueError(f"no days: {value!r}")
    return replace(schedule, days=days)


def _topics(schedule: ScheduleRow, value: str) -> ScheduleRow:
    if value == sheets.ALL:
        return replace(schedule, topics=())
    kept = tuple(topic for topic in schedule.topics if topic != value)
    return replace(schedule, topics=kept if value in schedule.topics else (*kept, value))


def _every(schedule: ScheduleRow, value: str) -> ScheduleRow:
    if int(value) not in sheets.PACES:
        raise ValueError(f"no pace: {value!r}")
    return replace(schedule, every=int(value))


_SETTERS: Mapping[Dial, Callable[[ScheduleRow, str], ScheduleRow]] = MappingProxyType(
    {
        Dial.TIME: lambda schedule, value: replace(schedule, at=_clock(value)),
        Dial.STARTS: lambda schedule, value: replace(schedule, starts=_clock(value)),
        Dial.DAYS: _days,
        Dial.EVERY: _every,
        Dial.TOPICS: _topics,
        Dial.LEVEL: lambda schedule, value: replace(schedule, level=Level.parse(value)),
        Dial.ZONE: lambda schedule, value: replace(schedule, zone=_zone(value)),
        Dial.SOUND: lambda schedule, value: replace(schedule, silent=value != "on"),
        Dial.NUDGE: lambda schedule, value: replace(schedule, nudge=value == "on"),
    }
)


def present(schedule: ScheduleRow, dial: Dial) -> frozenset[str]:
    """The values set, as their buttons write them."""
    whole = {str(schedule.days)} | {f"{sheets.ONE_DAY}{day}" for day in range(7) if schedule.days >> day & 1}
    present = {
        Dial.TIME: {f"{schedule.at:%H%M}"},
        Dial.STARTS: {f"{schedule.starts:%H%M}"},
        Dial.DAYS: whole,
        Dial.EVERY: {str(schedule.every)},
        Dial.TOPICS: set(schedule.topics) or {sheets.ALL},
        Dial.LEVEL: {Level(schedule.level).key},
        Dial.SOUND: {"off" if schedule.silent else "on"},
        Dial.NUDGE: {"on" if schedule.nudge else "off"},
    }
    return frozenset(present.get(dial, ()))
