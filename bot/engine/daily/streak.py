"""The streak: days in a row on which the day's question was answered, with two freezes a month and no shame."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar import Mark

FREEZES = 2
"""Missed days of a calendar month that do not break a streak."""

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Streak:
    """Days answered in a row now and at best, and the freezes left in this calendar month."""

    days: int
    best: int
    freezes_left: int


def streak(asked: Mapping[date, bool], today: date) -> Streak:
    """The streak on the person's own day `today`; `asked` are the days with a question and whether it was answered.

    Days without a question break nothing and count for nothing; today's counts from the moment it is answered.
    """
    days = best = 0
    for _, mark in _marks(asked, today):
        days = days + (mark is Mark.ANSWERED) if mark is not Mark.MISSED else 0
        best = max(best, days)
    used = sum(mark is Mark.FROZEN for day, mark in _marks(asked, today) if _month(day) == _month(today))
    return Streak(days, best, FREEZES - used)


def calendar(asked: Mapping[date, bool], today: date, weeks: int) -> tuple[tuple[Mark, ...], ...]:
    """Marks of so many weeks, the last being today's; oldest first, each from Monday to Sunday."""
    known = dict(_marks(asked, today))
    monday = today - timedelta(days=today.weekday() + _WEEK * (weeks - 1))
    days = [monday + timedelta(days=number) for number in range(_WEEK * weeks)]
    marks = [known.get(day, Mark.AHEAD if day > today else Mark.OFF) for day in days]
    return tuple(tuple(marks[start : start + _WEEK]) for start in range(0, len(marks), _WEEK))


def _marks(asked: Mapping[date, bool], today: date) -> Iterator[tuple[date, Mark]]:
    """Days with a question up to today in order; a freeze is spent only where there is a streak to keep."""
    running, used = False, dict[tuple[int, int], int]()
    for day in sorted(day for day in asked if day <= today):
        if asked[day]:
            running = True
            yield day, Mark.ANSWERED
        elif day == today:
            yield day, Mark.PENDING
        elif running and used.get(_month(day), 0) < FREEZES:
            used[_month(day)] = used.get(_month(day), 0) + 1
            yield day, Mark.FROZEN
        else:
            running = False
            yield day, Mark.MISSED


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
