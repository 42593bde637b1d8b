"""Due schedules become rows of a day, in batches, and once however often it runs."""

from datetime import datetime

from bot.engine.daily.schedule import LATE, Push, is_late, jitter, next_push
from bot.services.daily.when import timetable, today_of
from storage import Database, pushes, schedules
from storage.models import PushState
from storage.schedules import DueRow, ScheduleRow

BATCH = 500
"""Schedules a transaction: few enough that others wait a fraction of a second for it."""


class Planner:
    """Makes a row for each chat whose time has come; what is asked is decided when it is about to be sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def plan(self, now: datetime, limit: int = BATCH) -> int:
        """Plan for up to `limit` due schedules that no other process has in hand; returns for how many."""
        async with self._database.reading() as tx:
            if not await schedules.are_due(tx, now):
                return 0
        async with self._database.transaction() as tx:
            due = await schedules.take_due(tx, now, limit)
            await pushes.plan(tx, [_push(row.schedule, now) for row in due], now)
            await schedules.advance(tx, [_advance(row, now) for row in due])
        return len(due)


def _today(schedule: ScheduleRow) -> Push:
    at = schedule.next_at
    assert at is not None  # noqa: S101 - only due schedules come here
    return Push(today_of(schedule, at), at)


def _push(schedule: ScheduleRow, now: datetime) -> pushes.NewPush:
    push = _today(schedule)
    late = is_late(push, now)
    return pushes.NewPush(
        user_id=schedule.user_id,
        chat_id=schedule.chat_id,
        thread_id=schedule.thread_id,
        day=push.day,
        due_at=push.at + jitter(schedule.chat_id),
        state=PushState.SKIPPED if late else PushState.PLANNED,
        reason="late" if late else None,
    )


def _advance(row: DueRow, now: datetime) -> schedules.Advance:
    """After an outage the next is the first that is not late already, which may be one of today."""
    push = _today(row.schedule)
    then = next_push(timetable(row.schedule), max(push.at, now - LATE), push.day)
    return schedules.Advance(row.id, push.day, then.at)
