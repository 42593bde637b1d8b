"""The words after /daily and /pause in three languages, in any order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from types import MappingProxyType

from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.engine.commands import parse_interview
from bot.engine.daily import terms
from bot.engine.daily.schedule import EVERY_DAY
from bot.engine.daily.spoken import in_digits

LONGEST = timedelta(days=366)
"""Of a pause; a longer one asked for means this long."""
RAREST = 30
"""Days between two questions at most."""

_NOON, _MIDNIGHT = 12, 24
_WEEK = 7
_UNITS: Mapping[str, int] = MappingProxyType({"day": 1, "week": _WEEK, "month": 30, "half": 182, "year": 365})
"""Days in what a pause is measured by."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the words after /daily ask for; None and empty mean not said.

    `days` has bit 0 for Monday, `every` is the least number of days from one question to the next. `everything` is an
    explicit wish for all topics, `tomorrow` one for nothing more today. `unknown` are words that mean nothing here
    (they may be a city), `suggestions` the ids of topics they may have meant.
    """

    off: bool = False
    at: time | None = None
    days: int | None = None
    every: int | None = None
    topics: tuple[str, ...] = ()
    level: Level | None = None
    language: Language | None = None
    everything: bool = False
    tomorrow: bool = False
    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def is_void(self) -> bool:
        """Whether nothing at all was understood."""
        return replace(self, unknown=(), suggestions=()) == Request()


@dataclass(frozen=True, slots=True)
class Pause:
    """What the words after /pause ask for: `until` is the first day with questions again, None when none was said.

    `over` is a wish to go on at once; `unknown` are words that mean nothing here.
    """

    until: date | None = None
    over: bool = False
    unknown: tuple[str, ...] = ()


def parse_time(text: str) -> time | None:
    """The time of day that a whole text says ("9:30", "7 pm", "пол девятого"), None for anything else."""
    at, rest = _clock(terms.TOMORROW.sub(" ", terms.plain(text)))
    return None if terms.FILLERS.sub("", rest).strip() else at


def parse_daily(words: str, topics: Iterable[Topic]) -> Request:
    """What words like "mon-fri 8:15 kubernetes middle" ask for; topics and levels as after /interview."""
    text = terms.plain(words)
    off, text = _take(terms.OFF, text)
    every, text = _spacing(text)
    text, tomorrow = terms.TOMORROW.subn(" ", text)
    days, text = _days(text)
    at, text = _clock(text)
    named = parse_interview(terms.FILLERS.sub(" ", text), topics)
    return Request(
        off=off is not None,
        at=at,
        days=days,
        every=every,
        topics=named.topics,
        level=named.level,
        language=named.language,
        everything=named.everything,
        tomorrow=tomorrow > 0,
        unknown=named.unknown,
        suggestions=named.suggestions,
    )


def parse_pause(words: str, today: date) -> Pause:
    """What words like "2w", "10 дней" or "до 15 серпня" ask for, counted from the person's own day `today`."""
    text = terms.plain(words)
    edge = _edge(text, today)
    if edge is None and terms.OVER.search(text):
        return Pause(over=True)
    until = edge or _date(text, today) or _after(text, today) or _weekday(text, today)
    if until is None or until <= today:
        return Pause(unknown=tuple(text.split()))
    return Pause(until=min(until, today + LONGEST))


def _take(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """The first occurrence of the pattern, and the text without it."""
    found = pattern.search(text)
    return found, f"{text[: found.start()]} {text[found.end() :]}" if found else text


def _spacing(text: str) -> tuple[int | None, str]:
    found, rest = _take(terms.SPACING, text)
    if not found or not any(found[name] for name in ("count", "weeks", "times", "other", "weekly")):
        return None, text
    if found["times"]:
        return max(1, _WEEK // terms.number(found["times"])), rest
    if found["other"]:
        return 2, rest
    days = terms.number(found["count"]) * (1 if found["days"] else _WEEK)
    return max(1, min(days, RAREST)), rest


def _days(text: str) -> tuple[int | None, str]:
    """Weekdays as bits from Monday; None when none is named."""
    word = terms.EXCEPT.search(text)
    if word:
        said, before = _named_days(text[: word.start()])
        left_out, after = _named_days(text[word.end() :])
        days = (said or EVERY_DAY) & ~left_out
        if left_out and days:
            return days, f"{before} {after}"
    days, rest = _named_days(text)
    return days or None, rest


def _named_days(text: str) -> tuple[int, str]:
    """Bits of all weekdays that the text names, and what else it says."""
    days = 0
    for pattern, bits in terms.GROUPS.items():
        found, text = _take(pattern, text)
        days |= bits if found else 0
    while True:
        found, text = _take(terms.DAYS, text)
        if not found:
            break
        days |= _span(terms.weekday(found["first"]), terms.weekday(found["last"]))
    for name in terms.DAY.findall(text):
        days |= 1 << terms.weekday(name)
    return days, terms.DAY.sub(" ", text)


def _span(first: int, last: int) -> int:
    """Bits from one weekday to another, over the end of the week where need be."""
    return sum(1 << (first + step) % _WEEK for step in range((last - first) % _WEEK + 1))


def _clock(text: str) -> tuple[time | None, str]:
    """The time that is said most plainly: "9:30" before "at 9" before "9"."""
    text = in_digits(terms.FILLERS_AHEAD.sub("", " ".join(text.split())))
    found = sorted(terms.CLOCK.finditer(text), key=lambda each: sum(part is None for part in each.groups()))
    timed = [(each, at) for each in found if (at := _time(each))]
    if not timed:
        return None, text
    best, at = timed[0]
    return at, f"{text[: best.start()]} {text[best.end() :]}"


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minutes"][1:]) if found["minutes"] else 0
    if found["half"]:
        begins = terms.HALVES[found["half"]]
        if 1 <= hour <= _NOON:
            hour = (begins + (hour - begins) % _NOON) % _MIDNIGHT
        elif (hour - begins) % _MIDNIGHT >= _NOON:
            return None
    return time(hour % _MIDNIGHT, minute) if hour < _MIDNIGHT or not minute else None


def _edge(text: str, today: date) -> date | None:
    """The day after the end of the day, week, month or year that is named."""
    ends = {
        "day": today + timedelta(days=1),
        "week": today + timedelta(days=_WEEK - today.weekday()),
        "month": (today.replace(day=1) + timedelta(days=31)).replace(day=1),
        "year": date(today.year + 1, 1, 1),
    }
    return next((ends[name] for name, pattern in terms.EDGES.items() if pattern.search(text)), None)


def _date(text: str, today: date) -> date | None:
    """A day of a month, in the coming year when no year is said."""
    found = next((match for pattern in terms.DATES if (match := pattern.search(text))), None)
    if not found:
        return None
    parts = found.groupdict()
    month = terms.month(parts["name"]) if parts.get("name") else int(parts["month"])
    years = [int(parts["year"])] if parts["year"] else [today.year, today.year + 1]
    days = [day for year in years if (day := _valid(year, month, int(parts["day"]))) and day > today]
    return days[0] if days else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _after(text: str, today: date) -> date | None:
    """A span counted from today; a bare number is one of days."""
    if terms.TOMORROW.search(text):
        return today + timedelta(days=1)
    if text.isdecimal():
        return today + min(timedelta(days=int(text[:4])), LONGEST)
    found = terms.SPAN.search(text)
    if not found:
        return None
    unit = next(days for name, days in _UNITS.items() if found[name])
    return today + timedelta(days=terms.number(found["count"]) * unit)


def _weekday(text: str, today: date) -> date | None:
    """The next weekday of that name, a week from now when it is today's."""
    found = terms.DAY.search(text)
    return today + timedelta(days=(terms.weekday(found[0]) - today.weekday() - 1) % _WEEK + 1) if found else None
