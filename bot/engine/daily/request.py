"""The words after /daily and /pause in three languages, in any order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.language import Level
from bot.domain.question import Topic
from bot.engine.commands import parse_interview

_CLOCK = re.compile(r"^([01]?\d|2[0-3])[:.]([0-5]\d)$")
_SPAN = re.compile(r"(\d{1,3})\s*(\w*)")
_LONGEST = timedelta(days=366)
_OFF = frozenset(["off", "stop", "выкл", "выключи", "стоп", "вимк", "вимкни"])


@dataclass(frozen=True, slots=True)
class Request:
    """What the words after /daily ask for; None and empty mean not said.

    `days` has bit 0 for Monday. `everything` is an explicit wish for all topics. `unknown` are words that mean nothing
    here (they may be a city), `suggestions` the ids of topics they may have meant.
    """

    off: bool = False
    at: time | None = None
    days: int | None = None
    topics: tuple[str, ...] = ()
    level: Level | None = None
    everything: bool = False
    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """What the words after /pause ask for: `until` is the first day with questions again, None when none was said."""

    until: date | None = None
    over: bool = False
    unknown: tuple[str, ...] = ()


def parse_time(text: str) -> time | None:
    """The time of day that a whole text says ("9:30", "7pm"), None for anything else."""
    found = _CLOCK.match(text.strip())
    return time(int(found[1]), int(found[2])) if found else None


def parse_daily(words: str, topics: Iterable[Topic]) -> Request:
    """What words like "mon-fri 8:15 kubernetes middle" ask for."""
    tokens = words.casefold().split()
    times = [at for token in tokens if (at := parse_time(token))]
    rest = [token for token in tokens if token not in _OFF and parse_time(token) is None]
    named = parse_interview(" ".join(rest), topics)
    return Request(
        off=any(token in _OFF for token in tokens),
        at=times[0] if times else None,
        topics=named.topics,
        level=named.level,
        everything=named.everything,
        unknown=named.unknown,
        suggestions=named.suggestions,
    )


def parse_pause(words: str, today: date) -> Pause:
    """What words like "2w" or "10 days" ask for, counted from the person's own day `today`; a year is the longest."""
    found = _SPAN.match(words.strip().casefold())
    if not found:
        return Pause(over=words.strip().casefold() in _OFF, unknown=tuple(words.split()))
    length = timedelta(days=int(found[1]) * (7 if found[2][:1] in ("w", "н", "т") else 1))
    return Pause(until=today + min(length, _LONGEST))
