"""When people and groups want their daily question."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import TypedDict, Unpack

from sqlalchemy import select, update

from storage.database import Transaction
from storage.models import Chat, ChatKind, Schedule
from storage.rows import columns, every, first, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow:
    """A daily question at local `at` in the IANA `zone`, empty while unknown; `days` has bit 0 for Monday.

    No `topics` means all; `level` is 1..3. The other columns are told in the model.
    """

    user_id: int
    chat_id: int
    zone: str
    at: time
    days: int = 0b1111111
    topics: tuple[str, ...] = ()
    thread_id: int | None = None
    language: str | None = None
    level: int = 2
    starts: time = time(4)
    every: int = 1
    paused_until: date | None = None
    silent: bool = True
    nudge: bool = False
    unanswered: int = 0
    last_day: date | None = None
    next_at: datetime | None = None


class ScheduleChanges(TypedDict, total=False):
    """What `change` can set."""

    thread_id: int | None
    zone: str
    at: time
    days: int
    topics: tuple[str, ...]
    level: int
    starts: time
    every: int
    paused_until: date | None
    silent: bool
    nudge: bool
    unanswered: int
    last_day: date | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class DueRow:
    """A schedule whose time has come; `kind` is that of its chat."""

    id: int
    kind: ChatKind
    schedule: ScheduleRow


@dataclass(frozen=True, slots=True)
class Advance:
    """What `advance` writes: the day now planned, and when the next will be."""

    id: int
    last_day: date
    next_at: datetime


_COLUMNS = columns(ScheduleRow, Schedule)


async def put(tx: Transaction, schedule: ScheduleRow, now: datetime) -> None:
    """Set the person's schedule in the chat, replacing the one there was."""
    values = asdict(schedule)
    statement = insert(tx, Schedule).values(**values, created_at=now)
    await tx.execute(statement.on_conflict_do_update(index_elements=["user_id", "chat_id"], set_=values))


async def find(tx: Transaction, chat_id: int) -> ScheduleRow | None:
    """The schedule of the chat, of which a group has one whoever set it, or None."""
    return await first(tx, ScheduleRow, select(*_COLUMNS).where(Schedule.chat_id == chat_id).limit(1))


async def change(tx: Transaction, chat_id: int, **changes: Unpack[ScheduleChanges]) -> None:
    """Set these columns of the chat's schedule; nothing happens when it has none."""
    await tx.execute(update(Schedule).where(Schedule.chat_id == chat_id).values(**changes))


async def leave(tx: Transaction, chat_id: int, thread_id: int | None) -> bool:
    """Ask nothing more in that topic of the chat; whether anything was asked there."""
    there = (Schedule.chat_id == chat_id) & Schedule.thread_id.is_not_distinct_from(thread_id)
    return (await tx.execute(update(Schedule).where(there).values(next_at=None))).rowcount > 0


async def of_user(tx: Transaction, user_id: int) -> tuple[ScheduleRow, ...]:
    """The person's schedules, one a chat, oldest first."""
    statement = select(*_COLUMNS).where(Schedule.user_id == user_id).order_by(Schedule.id)
    return await every(tx, ScheduleRow, statement)


async def are_due(tx: Transaction, now: datetime) -> bool:
    """Whether `take_due` would find any."""
    return await tx.scalar(select(Schedule.id).where(Schedule.next_at <= now).limit(1)) is not None


async def take_due(tx: Transaction, now: datetime, limit: int) -> tuple[DueRow, ...]:
    """Up to `limit` schedules whose time has come, locked; those that another process has are left to it."""
    statement = (
        select(Schedule.id, Chat.kind, *_COLUMNS)
        .join(Chat, Chat.id == Schedule.chat_id)
        .where(Schedule.next_at <= now)
        .order_by(Schedule.next_at)
        .limit(limit)
        .with_for_update(of=Schedule, skip_locked=True)
    )
    rows = await tx.execute(statement)
    return tuple(DueRow(row[0], row[1], ScheduleRow(**dict(zip(_NAMES, row[2:], strict=True)))) for row in rows)


_NAMES = tuple(column.key for column in _COLUMNS)


async def advance(tx: Transaction, rows: Sequence[Advance]) -> None:
    """Note what was planned; those with the same next time, which are most of those due at once, in one statement."""
    alike: dict[tuple[date, datetime], list[int]] = defaultdict(list)
    for row in rows:
        alike[row.last_day, row.next_at].append(row.id)
    for (day, then), ids in alike.items():
        await tx.execute(update(Schedule).where(Schedule.id.in_(ids)).values(last_day=day, next_at=then))
