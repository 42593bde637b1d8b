"""Messages waiting to be delivered: claimed, sent, postponed or given up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from bot.domain.messaging import Deletion, Outgoing, OutMessage, Place, PlaceKind, PollEnd, Reaction
from bot.services.moving import move
from storage import Database, Transaction, chats, outbox, pushes, schedules, users
from storage.models import ChatKind, SendPolicy

PACE = {PlaceKind.PRIVATE: timedelta(seconds=1), PlaceKind.GROUP: timedelta(seconds=3)}
"""Time between two messages to a chat: Telegram allows one a second, in a group 20 a minute (Bot FAQ, "limits")."""

UNKNOWN = outbox.UNKNOWN
"""Reason to give up a message that may have been sent and must not be sent twice."""

_SHUT = ("topic_", "thread not found")
"""What Telegram says of a topic that is closed or deleted."""

_KIND = "kind"
"""Where a payload names what it is."""
_SHAPES: Mapping[str, TypeAdapter[Any]] = MappingProxyType(
    {kind.__name__: TypeAdapter(kind) for kind in (OutMessage, Reaction, Deletion, PollEnd)}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A message taken for delivery; `token` proves the claim until its lease (60 s) ends.

    `target` is the row whose message it changes: the message is filled in already. `once`: rather not sent at all than
    twice.
    """

    id: int
    token: str
    place: Place
    message: Outgoing
    attempts: int
    target: int | None = None
    once: bool = False

    @property
    def is_errand(self) -> bool:
        """Whether it is done beside the messages, if it can be done at once."""
        return not isinstance(self.message, OutMessage)


class Outbox:
    """The only way to the outbox for front ends; each method is one short transaction.

    All raise StorageUnavailable while the database is away: what was sent meanwhile is settled by the lease.
    """

    def __init__(self, database: Database) -> None:
        """Of that database."""
        self._database = database

    async def claim(self, now: datetime, limit: int, ids: tuple[int, ...] = ()) -> tuple[Claim, ...]:
        """Take up to `limit` due heads of chat queues (only of these rows if `ids` is given), oldest first."""
        async with self._database.transaction() as tx:
            rows = await outbox.claim(tx, now, limit, ids)
        return tuple(_as_claim(row) for row in rows)

    async def begin(self, claim: Claim, now: datetime) -> bool:
        """Mark as being sent; False when the claim is no longer ours and must not be sent."""
        async with self._database.transaction() as tx:
            return await outbox.begin(tx, _ticket(claim), now)

    async def sent(self, claim: Claim, now: datetime, message_id: int | None, poll_id: str | None = None) -> None:
        """Delivered; the chat's next message may go after its pace (1 s private, 3 s group)."""
        async with self._database.transaction() as tx:
            if not claim.is_errand:
                await chats.hold(tx, claim.place.chat, now + PACE[claim.place.kind])
            await outbox.sent(tx, _ticket(claim), now, message_id, poll_id)
            if isinstance(claim.message, OutMessage) and claim.target is not None and message_id is not None:
                await outbox.now_is(tx, claim.target, message_id)

    async def postpone(self, claim: Claim, now: datetime, seconds: float, *, whole_chat: bool = False) -> None:
        """Try again later (a fault, or Telegram's RetryAfter: then the whole chat waits)."""
        until = now + timedelta(seconds=seconds)
        async with self._database.transaction() as tx:
            if whole_chat:
                await chats.hold(tx, claim.place.chat, until)
            await outbox.postpone(tx, _ticket(claim), until)

    async def give_up(self, claim: Claim, now: datetime, reason: str, *, gone: bool = False) -> None:
        """Never to be sent; `gone` (the chat blocked the bot or is no more) drops all of the chat's messages.

        Where a topic is closed or deleted, the daily question of that topic ends.
        """
        async with self._database.transaction() as tx:
            if gone:
                await write_off(tx, claim.place.chat, now, reason)
            elif claim.place.thread is not None and any(sign in reason for sign in _SHUT):
                await schedules.leave(tx, claim.place.chat, claim.place.thread)
            await outbox.fail(tx, _ticket(claim), now, reason)

    async def moved(self, old_chat: int, new_chat: int, now: datetime) -> None:
        """Telegram told on sending that the group became a supergroup: move its rows."""
        async with self._database.transaction() as tx:
            await outbox.release_chat(tx, old_chat)
            await move(tx, old_chat, new_chat, now)

    async def release(self, now: datetime) -> None:
        """End every claim: to be called when no other process delivers."""
        async with self._database.transaction() as tx:
            await outbox.release(tx, now)

    async def backlog(self, now: datetime) -> tuple[int, float]:
        """Messages that are due, and the seconds since the oldest of them was."""
        async with self._database.reading() as tx:
            count, oldest = await outbox.backlog(tx, now)
        return count, (now - oldest).total_seconds()


def envelope(
    place: Place,
    message: Outgoing,
    *,
    user: int | None = None,
    session: int | None = None,
    policy: SendPolicy = SendPolicy.RESEND,
) -> outbox.NewMessage:
    """The message as `storage.outbox.enqueue` takes it; `user` is the person it is about."""
    return outbox.NewMessage(
        chat_id=place.chat,
        thread_id=place.thread,
        user_id=user,
        session_id=session,
        payload=pack(message),
        policy=policy,
        errand=not isinstance(message, OutMessage),
    )


def pack(message: Outgoing) -> dict[str, Any]:
    """The message as a JSON object; `unpack` reverses it."""
    kind = type(message).__name__
    return {**_SHAPES[kind].dump_python(message, mode="json", exclude_defaults=True), _KIND: kind}


def unpack(payload: dict[str, Any]) -> Outgoing:
    """The message of a JSON object made by `pack`; pydantic's ValidationError when it is of an unknown shape."""
    # Rows of a former version name no kind: all were messages.
    shape = _SHAPES[payload.get(_KIND, OutMessage.__name__)]
    unpacked: Outgoing = shape.validate_python({name: value for name, value in payload.items() if name != _KIND})
    return unpacked


async def write_off(tx: Transaction, chat: int, now: datetime, reason: str) -> None:
    """The chat cannot be reached: note it, drop what waits for it, and ask nothing more by the day.

    In the order of locks: person, chat, messages.
    """
    # The id of a private chat is its user's; a group's is nobody's.
    await users.change(tx, chat, blocked_at=now)
    await chats.gone(tx, chat, now)
    await outbox.drop_chat(tx, chat, now, reason)
    await schedules.change(tx, chat, next_at=None)
    await pushes.drop_chat(tx, chat, now, "gone")


def _ticket(claim: Claim) -> outbox.Ticket:
    return outbox.Ticket(claim.id, claim.token)


def _as_claim(row: outbox.ClaimedRow) -> Claim:
    kind = PlaceKind.PRIVATE if row.chat_kind is ChatKind.PRIVATE else PlaceKind.GROUP
    place = Place(row.chat_id, kind, row.thread_id)
    message = _aimed(unpack(row.payload), row)
    once = row.policy is SendPolicy.SKIP
    return Claim(row.ticket.id, row.ticket.token, place, message, row.attempts, row.target_id, once)


def _aimed(message: Outgoing, row: outbox.ClaimedRow) -> Outgoing:
    """The message with what it changes filled in; of one that never was sent a new one is made."""
    if row.target_id is None:
        return message
    if isinstance(message, OutMessage):
        return replace(message, edits=row.target)
    return replace(message, message=row.target) if isinstance(message, PollEnd) else message
