"""When people want their daily question."""

from dataclasses import asdict, dataclass
from datetime import datetime, time

from sqlalchemy import delete, select

from storage.database import Transaction
from storage.models import Schedule
from storage.rows import columns, every, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow:
    """A daily question at local `at` in the IANA `zone`; `days` has bit 0 for Monday; no `topics` means all."""

    user_id: int
    chat_id: int
    zone: str
    at: time
    days: int = 0b1111111
    topics: tuple[str, ...] = ()
    thread_id: int | None = None


async def put(tx: Transaction, schedule: ScheduleRow, now: datetime) -> None:
    """Set the person's schedule in the chat, replacing the one there was."""
    values = asdict(schedule)
    statement = insert(tx, Schedule).values(**values, created_at=now)
    await tx.execute(statement.on_conflict_do_update(index_elements=["user_id", "chat_id"], set_=values))


async def of_user(tx: Transaction, user_id: int) -> tuple[ScheduleRow, ...]:
    """The person's schedules, one a chat, oldest first."""
    statement = select(*columns(ScheduleRow, Schedule)).where(Schedule.user_id == user_id).order_by(Schedule.id)
    return await every(tx, ScheduleRow, statement)


async def remove(tx: Transaction, user_id: int, chat_id: int) -> None:
    """Forget the person's schedule in the chat."""
    await tx.execute(delete(Schedule).where(Schedule.user_id == user_id, Schedule.chat_id == chat_id))
