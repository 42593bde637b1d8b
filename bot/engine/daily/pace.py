"""How often a person is written to: less when he does not answer, and at some point not at all."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.engine.daily.schedule import Push, Timetable, local_instant

SLOW_AFTER, STOP_AFTER = 7, 21
"""Pushes in a row without an answer after which they become rarer, and after which they end."""
SLOW_EVERY = 3
"""Days from one push to the next while nobody answers."""
NUDGE_AFTER = timedelta(hours=8)
NUDGE_BEFORE = time(21)
"""A nudge comes so long after the push, no later than this local time, and not at all within `NUDGE_LEAST`."""
NUDGE_LEAST = timedelta(hours=2)

_RARER = (1, 2, 3, 7)


class Notice(StrEnum):
    """What is said once about the pace."""

    SLOWED = "slowed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Pace:
    """At most one push in `every` days, None when there are none any more; `notice` is to be said now."""

    every: int | None
    notice: Notice | None = None


def pace(unanswered: int, every: int) -> Pace:
    """The pace after so many pushes in a row without an answer, where `every` is what the person wished for.

    To be asked once for every push that goes unanswered; an answer makes `unanswered` 0 and so restores the wish.
    """
    if unanswered >= STOP_AFTER:
        return Pace(None, Notice.STOPPED if unanswered == STOP_AFTER else None)
    if unanswered >= SLOW_AFTER and every < SLOW_EVERY:
        return Pace(SLOW_EVERY, Notice.SLOWED if unanswered == SLOW_AFTER else None)
    return Pace(every)


def less_often(every: int) -> int:
    """The next rarer pace a person can choose: every 2nd, 3rd, 7th day; what is rarer already stays."""
    return next((rarer for rarer in _RARER if rarer > every), every)


def nudge_at(timetable: Timetable, push: Push, unanswered: int) -> datetime | None:
    """When to remind of a push (UTC), None for never: once slowed down nobody is reminded.

    `unanswered` counts the pushes before this one. Reminders are for those who asked for them.
    """
    evening = local_instant(timetable, push.day, NUDGE_BEFORE)
    at = min(push.at + NUDGE_AFTER, evening)
    return at if at - push.at >= NUDGE_LEAST and unanswered < SLOW_AFTER else None
