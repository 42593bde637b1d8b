"""Daily questions, one a chat and local day: planned, sent, answered or skipped."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, func, select, update

from storage.database import Transaction
from storage.models import DailyAnswer, DailyPush, PushState, User
from storage.rows import columns, every, first, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPush:
    """A daily question to plan; a SKIPPED one only notes why there is none that day."""

    user_id: int
    chat_id: int
    day: date
    due_at: datetime
    thread_id: int | None = None
    state: PushState = PushState.PLANNED
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PushRow(NewPush):
    """A daily question and what became of it."""

    id: int
    question_id: str | None
    points: tuple[str, ...]
    wording: str | None
    session_id: int | None
    outbox_id: int | None
    message_id: int | None


class PushChanges(TypedDict, total=False):
    """What `change` can set; `closed_at` follows the state."""

    due_at: datetime
    state: PushState
    reason: str | None
    question_id: str | None
    points: tuple[str, ...]
    wording: str | None
    session_id: int | None
    outbox_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Somebody's answer to the question of a group."""

    user_id: int
    name: str
    session_id: int


CLOSED = (PushState.ANSWERED, PushState.SKIPPED)
_COLUMNS = columns(PushRow, DailyPush)


async def plan(tx: Transaction, pushes: Sequence[NewPush], now: datetime) -> int:
    """Add those whose chat has none on that day; returns how many."""
    if not pushes:
        return 0
    values = [{**asdict(push), "points": (), "created_at": now} for push in pushes]
    statement = insert(tx, DailyPush).values(values).on_conflict_do_nothing(index_elements=["chat_id", "day"])
    return len((await tx.execute(statement.returning(DailyPush.id))).all())


async def due(tx: Transaction, now: datetime, limit: int) -> tuple[PushRow, ...]:
    """Planned ones whose time has come, the longest due first; not locked."""
    statement = select(*_COLUMNS).where(DailyPush.state == PushState.PLANNED, DailyPush.due_at <= now)
    return await every(tx, PushRow, statement.order_by(DailyPush.due_at).limit(limit))


async def count_queued(tx: Transaction) -> int:
    """How many are in the outbox."""
    return await tx.scalar(select(func.count()).where(DailyPush.state == PushState.QUEUED)) or 0


async def find(tx: Transaction, push_id: int) -> PushRow | None:
    """That one, or None."""
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.id == push_id))


async def of_day(tx: Transaction, chat_id: int, day: date) -> PushRow | None:
    """The one of that chat and day, or None."""
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.chat_id == chat_id, DailyPush.day == day))


async def of_session(tx: Transaction, session_id: int) -> PushRow | None:
    """The one whose micro-interview that is, or None."""
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.session_id == session_id))


async def of_message(tx: Transaction, chat_id: int, message_id: int) -> PushRow | None:
    """The one that was sent as that message, or None."""
    mine = (DailyPush.chat_id == chat_id) & (DailyPush.message_id == message_id)
    return await first(tx, PushRow, select(*_COLUMNS).where(mine))


async def recent(tx: Transaction, chat_id: int, limit: int) -> tuple[PushRow, ...]:
    """The last ones of the chat, newest first."""
    statement = select(*_COLUMNS).where(DailyPush.chat_id == chat_id).order_by(DailyPush.day.desc()).limit(limit)
    return await every(tx, PushRow, statement)


async def days(tx: Transaction, chat_id: int, since: date) -> Mapping[date, PushState]:
    """What became of each day of the chat that had one."""
    mine = (DailyPush.chat_id == chat_id) & (DailyPush.day >= since)
    return {day: state for day, state in await tx.execute(select(DailyPush.day, DailyPush.state).where(mine))}  # noqa: C416 - rows are no pairs to the types


async def change(tx: Transaction, push_id: int, now: datetime, **changes: Unpack[PushChanges]) -> None:
    """Set these columns."""
    await _change(tx, DailyPush.id == push_id, now, changes)


async def take(tx: Transaction, push_id: int, now: datetime, **changes: Unpack[PushChanges]) -> bool:
    """Set these columns if it is still only planned; False when another was faster."""
    return await _change(tx, (DailyPush.id == push_id) & (DailyPush.state == PushState.PLANNED), now, changes)


async def settle(tx: Transaction, row: int, now: datetime, **changes: Unpack[PushChanges]) -> bool:
    """Note what became of its delivery; False when that `row` of the outbox is no daily question."""
    waiting = (DailyPush.outbox_id == row) & (DailyPush.state == PushState.QUEUED)
    return await _change(tx, waiting, now, changes)


async def drop_chat(tx: Transaction, chat_id: int, now: datetime, reason: str) -> None:
    """Skip what is planned for the chat."""
    planned = (DailyPush.chat_id == chat_id) & (DailyPush.state == PushState.PLANNED)
    await _change(tx, planned, now, PushChanges(state=PushState.SKIPPED, reason=reason))


async def answer(tx: Transaction, push_id: int, user_id: int, session_id: int) -> None:
    """Note that the person has answered the question of a group."""
    await tx.execute(insert(tx, DailyAnswer).values(push_id=push_id, user_id=user_id, session_id=session_id))


async def answers(tx: Transaction, push_id: int) -> tuple[AnswerRow, ...]:
    """Answers to the question of a group in the order they came."""
    statement = (
        select(DailyAnswer.user_id, User.name, DailyAnswer.session_id)
        .join(User, User.id == DailyAnswer.user_id)
        .where(DailyAnswer.push_id == push_id)
        .order_by(DailyAnswer.session_id)
    )
    return await every(tx, AnswerRow, statement)


async def _change(tx: Transaction, condition: ColumnElement[bool], now: datetime, changes: PushChanges) -> bool:
    closing = {"closed_at": now if changes["state"] in CLOSED else None} if "state" in changes else {}
    return (await tx.execute(update(DailyPush).where(condition).values({**changes, **closing}))).rowcount > 0
