"""Messages to deliver: queued by chat, claimed under a lease, sent or given up."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from storage.database import Transaction
from storage.models import Chat, ChatKind, OutboxMessage, OutboxState, SendPolicy

LEASE = timedelta(seconds=60)
"""How long a claim holds: longer than any call to the messenger takes, time-outs included."""

FRESH = timedelta(hours=6)
"""A message that must not be sent twice is not sent late either: after an outage there is a newer one. Nor is an errand
done: by then nobody looks at what it is for."""
LATE = "late"
"""Error of a message or errand whose time was over."""
UNKNOWN = "unknown"
"""Error of a message that may have been sent and must not be sent twice."""

IN_FLIGHT = (OutboxState.CLAIMED, OutboxState.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """A message to queue; `payload` is opaque here, `user_id` the person it is about, who can export and erase it.

    `target_id` is the row whose message it changes. An `errand` is done beside the messages, or not at all.
    """

    chat_id: int
    payload: dict[str, Any]
    thread_id: int | None = None
    user_id: int | None = None
    session_id: int | None = None
    policy: SendPolicy = SendPolicy.RESEND
    target_id: int | None = None
    errand: bool = False


@dataclass(frozen=True, slots=True)
class Ticket:
    """A message and the proof that it was given to us."""

    id: int
    token: str


@dataclass(frozen=True, slots=True)
class Fate:
    """How far a message has come; `attempts` counts the tries to send it, `error` is why it never will be."""

    state: OutboxState
    attempts: int
    error: str | None


@dataclass(frozen=True, slots=True)
class ClaimedRow:
    """A message taken for delivery; `attempts` counts the earlier tries to send it.

    `target_id` is the row whose message it changes, `target` that message, None when it never was sent.
    """

    ticket: Ticket
    chat_id: int
    chat_kind: ChatKind
    thread_id: int | None
    payload: dict[str, Any]
    attempts: int
    target_id: int | None = None
    target: int | None = None
    policy: SendPolicy = SendPolicy.RESEND


async def enqueue(tx: Transaction, new: NewMessage, now: datetime) -> int:
    """Put a message at the end of its chat's queue and return its id; the chat must be known."""
    waiting = {"state": OutboxState.DUE, "attempts": 0, "due_at": now, "created_at": now}
    statement = insert(OutboxMessage).values(**asdict(new), **waiting)
    return (await tx.execute(statement.returning(OutboxMessage.id))).scalar_one()


async def supersede(tx: Transaction, new: NewMessage) -> int | None:
    """Put the new content into a change of the same message that still waits; its id, None when none waits."""
    message = OutboxMessage
    waiting = (message.chat_id == new.chat_id, message.target_id == new.target_id, message.state == OutboxState.DUE)
    latest = select(func.max(message.id)).where(*waiting, message.closed_at.is_(None), message.errand.is_(False))
    statement = update(message).where(message.id == latest.scalar_subquery(), message.state == OutboxState.DUE)
    return await tx.scalar(statement.values(payload=new.payload).returning(message.id))


async def claim(tx: Transaction, now: datetime, limit: int, ids: tuple[int, ...] = ()) -> tuple[ClaimedRow, ...]:
    """Take up to `limit` messages, oldest first: heads of their chats' queues whose time and chat's time have come.

    Errands come last, and wait for nothing but their target. Only of `ids` if given. A message whose lease ran out is
    taken anew, unless it may have been sent and must not be sent twice: that one is failed as UNKNOWN. One of that kind
    or an errand that waited longer than FRESH is failed as LATE.
    """
    message = OutboxMessage
    in_turn = or_(message.errand & _has_target(), ~message.errand & _is_head() & (Chat.next_send_at <= now))
    statement = (
        select(message.id, message.state, message.policy, message.errand, message.created_at, Chat.kind)
        .join(Chat, Chat.id == message.chat_id)
        .where(_is_ready(now), in_turn)
        .order_by(message.errand, message.id)
        .limit(limit)
        .with_for_update(of=message, skip_locked=True)
    )
    if ids:
        statement = statement.where(message.id.in_(ids))
    ready = (await tx.execute(statement)).all()
    lost = {row.id for row in ready if row.policy == SendPolicy.SKIP and row.state == OutboxState.SENDING}
    fleeting = [row for row in ready if row.policy == SendPolicy.SKIP or row.errand]
    late = {row.id for row in fleeting if row.created_at < now - FRESH} - lost
    for failed, error in ((lost, UNKNOWN), (late, LATE)):
        if failed:
            await _close(tx, message.id.in_(failed), OutboxState.FAILED, now, error=error)
    return await _take(tx, now, {row.id: row.kind for row in ready if row.id not in lost | late})


def _is_ready(now: datetime) -> ColumnElement[bool]:
    message = OutboxMessage
    due = and_(message.state == OutboxState.DUE, message.due_at <= now)
    lost = and_(message.state.in_(IN_FLIGHT), message.lease_until <= now)
    return and_(message.closed_at.is_(None), or_(due, lost))


@cache
def _is_head() -> ColumnElement[bool]:
    earlier = aliased(OutboxMessage)
    mine = earlier.chat_id == OutboxMessage.chat_id
    return ~exists().where(mine, earlier.id < OutboxMessage.id, earlier.closed_at.is_(None), earlier.errand.is_(False))


@cache
def _has_target() -> ColumnElement[bool]:
    target = aliased(OutboxMessage)
    return ~exists().where(target.id == OutboxMessage.target_id, target.closed_at.is_(None))


async def _take(tx: Transaction, now: datetime, kinds: dict[int, ChatKind]) -> tuple[ClaimedRow, ...]:
    if not kinds:
        return ()
    message, token = OutboxMessage, secrets.token_hex(16)
    taken = (message.id, message.chat_id, message.thread_id, message.payload, message.attempts, message.target_id)
    statement = (
        update(message)
        .where(message.id.in_(kinds))
        .values(state=OutboxState.CLAIMED, token=token, lease_until=now + LEASE)
        .returning(*taken, message.policy)
    )
    order = list(kinds)
    rows = sorted(await tx.execute(statement), key=lambda row: order.index(row.id))
    targets = await _targets(tx, {row.target_id for row in rows if row.target_id is not None})
    return tuple(
        ClaimedRow(
            Ticket(row.id, token),
            row.chat_id,
            kinds[row.id],
            row.thread_id,
            row.payload,
            row.attempts,
            row.target_id,
            targets.get(row.target_id),
            row.policy,
        )
        for row in rows
    )


async def _targets(tx: Transaction, ids: set[int]) -> dict[int | None, int | None]:
    """Messages by the rows that sent them."""
    if not ids:
        return {}
    sent_as = select(OutboxMessage.id, OutboxMessage.message_id).where(OutboxMessage.id.in_(ids))
    return {row.id: row.message_id for row in await tx.execute(sent_as)}


async def fate(tx: Transaction, row: int) -> Fate | None:
    """What has become of the message, None once it is so long ago that the row is gone."""
    message = OutboxMessage
    found = (await tx.execute(select(message.state, message.attempts, message.error).where(message.id == row))).first()
    return Fate(*found) if found else None


async def poll_of(tx: Transaction, row: int) -> str | None:
    """The messenger's id of the poll that the row sent; None when it is not sent, or was no poll."""
    poll: str | None = await tx.scalar(select(OutboxMessage.poll_id).where(OutboxMessage.id == row))
    return poll


async def begin(tx: Transaction, ticket: Ticket, now: datetime) -> bool:
    """Mark as being sent, with a fresh lease; False when the claim was lost and the message must not be sent."""
    message = OutboxMessage
    statement = (
        update(message)
        .where(_held(ticket), message.state == OutboxState.CLAIMED, message.lease_until > now)
        .values(state=OutboxState.SENDING, lease_until=now + LEASE, attempts=message.attempts + 1)
    )
    return (await tx.execute(statement)).rowcount == 1


async def sent(
    tx: Transaction, ticket: Ticket, now: datetime, message_id: int | None, poll_id: str | None = None
) -> None:
    """Delivered as `message_id`, also if the lease ran out; no effect once another has the claim."""
    await _close(tx, _held(ticket), OutboxState.SENT, now, message_id=message_id, poll_id=poll_id, error=None)


async def now_is(tx: Transaction, row: int, message_id: int) -> None:
    """What the row sent had to be sent anew as that message, which further changes are for."""
    await tx.execute(update(OutboxMessage).where(OutboxMessage.id == row).values(message_id=message_id))


async def postpone(tx: Transaction, ticket: Ticket, until: datetime) -> None:
    """Back to the head of the queue until that time; no effect once another has the claim."""
    message = OutboxMessage
    statement = update(message).where(_held(ticket), message.state.in_(IN_FLIGHT))
    await tx.execute(statement.values(state=OutboxState.DUE, due_at=until, token=None, lease_until=None))


async def fail(tx: Transaction, ticket: Ticket, now: datetime, error: str) -> None:
    """Never to be sent; no effect once another has the claim."""
    await _close(tx, _held(ticket), OutboxState.FAILED, now, error=error)


async def drop_chat(tx: Transaction, chat_id: int, now: datetime, error: str) -> None:
    """Fail everything still waiting for the chat."""
    waiting = and_(OutboxMessage.chat_id == chat_id, OutboxMessage.closed_at.is_(None))
    await _close(tx, waiting, OutboxState.FAILED, now, error=error)


async def release_chat(tx: Transaction, chat_id: int) -> None:
    """Make what is in flight to the chat due again: the messenger has said that it was not sent."""
    message = OutboxMessage
    await tx.execute(
        update(message)
        .where(message.chat_id == chat_id, message.state.in_(IN_FLIGHT))
        .values(state=OutboxState.DUE, token=None, lease_until=None)
    )


async def release(tx: Transaction, now: datetime) -> None:
    """End every lease now: whoever held one is known to be gone."""
    message = OutboxMessage
    await tx.execute(update(message).where(message.state.in_(IN_FLIGHT)).values(token=None, lease_until=now))


async def backlog(tx: Transaction, now: datetime) -> tuple[int, datetime]:
    """How many messages are due, and since when the oldest of them (`now` when there is none)."""
    message = OutboxMessage
    due = select(func.count(), func.min(message.due_at)).where(message.closed_at.is_(None), message.due_at <= now)
    count, oldest = (await tx.execute(due)).one()
    return count, oldest or now


def _held(ticket: Ticket) -> ColumnElement[bool]:
    return and_(OutboxMessage.id == ticket.id, OutboxMessage.token == ticket.token)


async def _close(
    tx: Transaction, condition: ColumnElement[bool], state: OutboxState, now: datetime, **values: Any
) -> None:
    closed = {"state": state, "closed_at": now, "lease_until": None, **values}
    await tx.execute(update(OutboxMessage).where(condition).values(**closed))
