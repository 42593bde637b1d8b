"""Daily questions, one a chat and local day: planned, sent, answered or skipped."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, func, or_, select, update

from storage.database import Transaction
from storage.models import (
    DailyAnswer,
    DailyPush,
    OutboxMessage,
    OutboxState,
    PushState,
    Session,
    SessionStatus,
    User,
)
from storage.outbox import UNKNOWN
from storage.rows import columns, every, first, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPush:
    """A daily question to plan; a SKIPPED one only notes why there is none that day.

    `reason` is why it was skipped, else why that question was chosen.
    """

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
    """Somebody's answer to the question of a group; `messages` are its parts by the messenger's ids, opaque here."""

    user_id: int
    name: str
    session_id: int
    messages: dict[str, Any]


UNANSWERED = "unanswered"
"""Reason of a question that was sent, not answered, and counted."""
REASON = 32
"""Characters kept of a reason."""
CLOSED = (PushState.ANSWERED, PushState.SKIPPED)
_COLUMNS = columns(PushRow, DailyPush)
_NEW = tuple(field.name for field in fields(NewPush))


async def plan(tx: Transaction, pushes: Sequence[NewPush], now: datetime) -> int:
    """Add those whose chat has none on that day; returns how many."""
    if not pushes:
        return 0
    # `asdict` copies every value deeply, which at a hundred thousand of them is a third of the time.
    values = [{**{name: getattr(push, name) for name in _NEW}, "points": (), "created_at": now} for push in pushes]
    statement = insert(tx, DailyPush).on_conflict_do_nothing(index_elements=["chat_id", "day"])
    return len((await tx.execute(statement.returning(DailyPush.id), values)).all())


async def due(tx: Transaction, now: datetime, limit: int) -> tuple[PushRow, ...]:
    """Planned ones whose time has come, the longest due first; not locked."""
    statement = select(*_COLUMNS).where(DailyPush.state == PushState.PLANNED, DailyPush.due_at <= now)
    return await every(tx, PushRow, statement.order_by(DailyPush.due_at).limit(limit))


async def count_queued(tx: Transaction) -> int:
    """How many are in the outbox."""
    return await tx.scalar(select(func.count()).where(DailyPush.state == PushState.QUEUED)) or 0


async def lock(tx: Transaction, push_id: int) -> PushRow | None:
    """That one, locked to the end of the transaction, or None."""
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.id == push_id).with_for_update())


async def of_day(tx: Transaction, chat_id: int, day: date) -> PushRow | None:
    """The one of that chat and day, or None."""
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.chat_id == chat_id, DailyPush.day == day))


async def of_session(tx: Transaction, session_id: int) -> PushRow | None:
    """The one whose micro-interview that is, or None."""
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.session_id == session_id))


async def of_message(tx: Transaction, chat_id: int, message_id: int) -> PushRow | None:
    """The one that was sent as that message, also before `settle` has noted it, or None."""
    message = OutboxMessage
    sent = select(message.id).where(message.chat_id == chat_id, message.message_id == message_id)
    mine = or_(DailyPush.message_id == message_id, DailyPush.outbox_id.in_(sent))
    return await first(tx, PushRow, select(*_COLUMNS).where(DailyPush.chat_id == chat_id, mine).limit(1))


async def recent(tx: Transaction, chat_id: int, limit: int) -> tuple[PushRow, ...]:
    """The last ones of the chat, newest first."""
    statement = select(*_COLUMNS).where(DailyPush.chat_id == chat_id).order_by(DailyPush.day.desc()).limit(limit)
    return await every(tx, PushRow, statement)


async def since(tx: Transaction, chat_id: int, day: date) -> tuple[PushRow, ...]:
    """Those of the chat from that day on, oldest first."""
    mine = (DailyPush.chat_id == chat_id) & (DailyPush.day >= day)
    return await every(tx, PushRow, select(*_COLUMNS).where(mine).order_by(DailyPush.day))


async def count_unanswered(tx: Transaction, chat_id: int, before: date, now: datetime) -> int:
    """Mark those as UNANSWERED that came on days before that one, after the last that was answered; returns how many.

    Each is counted once.
    """
    mine, push = DailyPush.chat_id == chat_id, DailyPush
    answered = select(func.max(push.day)).where(mine, push.state == PushState.ANSWERED).scalar_subquery()
    silent = (push.state == PushState.SENT) & (push.day < before) & push.reason.is_distinct_from(UNANSWERED)
    after = (push.day > answered) | answered.is_(None)
    ids = (await tx.execute(select(push.id).where(mine, silent, after))).scalars().all()
    if ids:
        await _change(tx, push.id.in_(ids), now, PushChanges(reason=UNANSWERED))
    return len(ids)


async def change(tx: Transaction, push_id: int, now: datetime, **changes: Unpack[PushChanges]) -> None:
    """Set these columns."""
    await _change(tx, DailyPush.id == push_id, now, changes)


async def settle(tx: Transaction, now: datetime) -> Mapping[str, int]:
    """Note what became of those handed to the outbox; returns how many by outcome: `sent`, or an error of the outbox.

    One whose delivery failed is skipped with that error as its reason, so that each is accounted for. What nobody has
    seen is no longer answered: its session is stopped. One that the outbox knows no more counts as UNKNOWN.
    """
    message = OutboxMessage
    closed = (
        select(DailyPush.id, DailyPush.session_id, message.state, message.message_id, message.error)
        .outerjoin(message, message.id == DailyPush.outbox_id)
        .where(DailyPush.state == PushState.QUEUED, or_(message.closed_at.is_not(None), message.id.is_(None)))
        .with_for_update(of=DailyPush, skip_locked=True)
    )
    counted: Counter[str] = Counter()
    for push, session, state, sent_as, fault in (await tx.execute(closed)).all():
        error = UNKNOWN if state is None else fault or "failed"
        failed = PushChanges(state=PushState.SKIPPED, reason=error[:REASON])
        delivered = PushChanges(state=PushState.SENT, message_id=sent_as)
        await change(tx, push, now, **(delivered if state == OutboxState.SENT else failed))
        if state != OutboxState.SENT and error != UNKNOWN:
            await _call_off(tx, session, now)
        counted[OutboxState.SENT.value if state == OutboxState.SENT else failed["reason"] or ""] += 1
    return counted


async def _call_off(tx: Transaction, session_id: int | None, now: datetime) -> None:
    stopped = {"status": SessionStatus.STOPPED, "finished_at": now, "updated_at": now, "version": Session.version + 1}
    current = (Session.id == session_id) & Session.status.in_((SessionStatus.RUNNING, SessionStatus.PAUSED))
    await tx.execute(update(Session).where(current).values(**stopped))


async def drop_chat(tx: Transaction, chat_id: int, now: datetime, reason: str) -> None:
    """Skip what is planned for the chat."""
    planned = (DailyPush.chat_id == chat_id) & (DailyPush.state == PushState.PLANNED)
    await _change(tx, planned, now, PushChanges(state=PushState.SKIPPED, reason=reason))


async def answer(
    tx: Transaction, push_id: int, user_id: int, session_id: int, messages: Mapping[str, Mapping[str, Any]]
) -> None:
    """Set the person's answer to the question of a group, replacing the one there was."""
    found = {"session_id": session_id, "messages": messages}
    statement = insert(tx, DailyAnswer).values(push_id=push_id, user_id=user_id, **found)
    await tx.execute(statement.on_conflict_do_update(index_elements=["push_id", "user_id"], set_=found))


async def answers(tx: Transaction, push_id: int) -> tuple[AnswerRow, ...]:
    """Answers to the question of a group in the order they came or last changed."""
    statement = (
        select(DailyAnswer.user_id, User.name, DailyAnswer.session_id, DailyAnswer.messages)
        .join(User, User.id == DailyAnswer.user_id)
        .where(DailyAnswer.push_id == push_id)
        .order_by(DailyAnswer.session_id)
    )
    return await every(tx, AnswerRow, statement)


async def _change(tx: Transaction, condition: ColumnElement[bool], now: datetime, changes: PushChanges) -> None:
    closing = {"closed_at": now if changes["state"] in CLOSED else None} if "state" in changes else {}
    await tx.execute(update(DailyPush).where(condition).values({**changes, **closing}))
