"""When the daily question comes: one a day of the person's own, by the wall clock of his zone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zlib import crc32
from zoneinfo import ZoneInfo

STARTS = time(4)
"""Local time a person's day begins at: what is done before it still belongs to the evening."""
EVERY_DAY = 0b1111111
LATE = timedelta(hours=6)
"""A push that is later than this is not sent any more: the next day has its own."""
JITTER = timedelta(minutes=2)
"""Pushes of one minute are spread over so much time."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A wish: at local time `at` in the IANA `zone`, on `days` (bit 0 is Monday), no oftener than `every` days.

    `starts` is the local time a day begins at: a question at 01:00 belongs to the day before when days begin at 04:00,
    and so does its weekday. `paused_until` is the first day with questions again. ValueError when no day is chosen.
    """

    zone: str
    at: time
    days: int = EVERY_DAY
    starts: time = STARTS
    every: int = 1
    paused_until: date | None = None

    def __post_init__(self) -> None:
        if not 0 < self.days <= EVERY_DAY or self.every < 1:
            raise ValueError(f"no day is chosen: days {self.days}, every {self.every}")

    def includes(self, day: date) -> bool:
        """Whether the weekday is chosen and the day is outside the pause."""
        return bool(self.days >> day.weekday() & 1) and (self.paused_until is None or day >= self.paused_until)

    def is_paused(self, now: datetime) -> bool:
        """Whether the day lived in at `now` is within the pause."""
        return self.paused_until is not None and self.paused_until > local_day(now, self.zone, self.starts)


@dataclass(frozen=True, slots=True)
class Push:
    """A question to be sent at `at` (UTC) for the person's own `day`, of which there is one push at most."""

    day: date
    at: datetime


def local_day(now: datetime, zone: str, starts: time = STARTS) -> date:
    """The day a person lives in at `now`; days never run backwards, even when clocks do.

    ZoneInfoNotFoundError (a KeyError) for a zone that is not in the tz database.
    """
    local = now.astimezone(_clock(zone)).date()
    return next(
        day for day in (local + _DAY, local, local - _DAY, local - 2 * _DAY) if _begins(day, zone, starts) <= now
    )


def next_push(timetable: Timetable, after: datetime, last: date | None = None) -> Push:
    """The first push strictly after `after`, on a day later than `last`, which is the day of the last push.

    A wall time that the clocks skip becomes the first instant there is; of one that they repeat, the first counts.
    """
    return next(push for push in _pushes(timetable, _first_day(timetable, after, last)) if push.at > after)


def local_instant(timetable: Timetable, day: date, at: time) -> datetime:
    """UTC of a wall time of the person's own day: before `starts` it is on the next date."""
    wall = day if at >= timetable.starts else day + _DAY
    return _instant(datetime.combine(wall, at), timetable.zone)


def is_late(push: Push, now: datetime) -> bool:
    """Whether it is too late for the push, so that the next day's comes instead."""
    return now - push.at > LATE


def jitter(person: int, most: timedelta = JITTER) -> timedelta:
    """What is added to a person's pushes, whole seconds below `most`: always the same, never negative."""
    return timedelta(seconds=crc32(str(person).encode()) % max(1, int(most.total_seconds())))


def _first_day(timetable: Timetable, after: datetime, last: date | None) -> date:
    today = local_day(after, timetable.zone, timetable.starts)
    return max(today, last + timetable.every * _DAY) if last else today


def _pushes(timetable: Timetable, day: date) -> Iterator[Push]:
    while True:
        begin, end = (_begins(each, timetable.zone, timetable.starts) for each in (day, day + _DAY))
        # A zone that moves across the date line leaves out a whole date.
        if timetable.includes(day) and begin < end:
            at = local_instant(timetable, day, timetable.at)
            # One gap can swallow both this time and the beginning of the next day.
            yield Push(day, min(at, end - _SECOND))
        day += _DAY


@lru_cache(maxsize=1024)
def _clock(zone: str) -> ZoneInfo:
    """The zone, held on to: the standard library keeps eight and reads the others from disk each time."""
    return ZoneInfo(zone)


def _begins(day: date, zone: str, starts: time) -> datetime:
    return _instant(datetime.combine(day, starts), zone)


def _instant(wall: datetime, zone: str) -> datetime:
    """UTC of a wall time: the first of two, and where there is none the first instant after the gap."""
    place = _clock(zone)
    instant = wall.replace(tzinfo=place).astimezone(UTC)
    if instant.astimezone(place).replace(tzinfo=None) == wall:
        return instant
    before = wall.replace(tzinfo=place, fold=1).astimezone(UTC)
    return _transition(before, instant, place)


def _transition(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """The first whole second with the offset of `after`, by bisection."""
    new = after.astimezone(place).utcoffset()
    while after - before > _SECOND:
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        before, after = (before, middle) if middle.astimezone(place).utcoffset() == new else (middle, after)
    return after
