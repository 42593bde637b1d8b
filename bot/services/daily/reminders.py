"""Timers of the daily question: one nudge for who asked for it, and the reveal in a group."""

from datetime import timedelta

from bot.engine.daily.pace import nudge_at
from bot.engine.daily.schedule import Push
from bot.services.daily.when import timetable
from bot.services.visit import Visit
from storage import timers
from storage.pushes import PushRow
from storage.schedules import ScheduleRow

NUDGE, REVEAL = "nudge", "reveal"
"""Kinds of these timers; their payload names the push."""

REVEAL_AFTER = timedelta(hours=3)
"""How long a group has for its answers."""


def nudge_key(chat: int) -> str:
    """Name of the timer that reminds a person of an open question."""
    return f"{NUDGE}:{chat}"


def reveal_key(push: int) -> str:
    """Name of the timer that ends the time for answers in a group: while there is one, they count."""
    return f"{REVEAL}:{push}"


async def arm_nudge(visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
    """Remind in the evening where that was asked for."""
    sent = Push(push.day, push.due_at)
    at = nudge_at(timetable(schedule), sent, schedule.unanswered) if schedule.nudge else None
    if at is not None:
        timer = timers.NewTimer(
            key=nudge_key(push.chat_id),
            kind=NUDGE,
            due_at=at,
            user_id=push.user_id,
            chat_id=push.chat_id,
            payload={"push": push.id},
        )
        await timers.arm(visit.tx, timer)


async def arm_reveal(visit: Visit, push: PushRow) -> None:
    """Show in a while who covered what."""
    timer = timers.NewTimer(
        key=reveal_key(push.id),
        kind=REVEAL,
        due_at=visit.now + REVEAL_AFTER,
        user_id=push.user_id,
        chat_id=push.chat_id,
        payload={"push": push.id},
    )
    await timers.arm(visit.tx, timer)
