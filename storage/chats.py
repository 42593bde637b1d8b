"""Chats: known, gone, moved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import aliased

from storage.database import Transaction
from storage.models import (
    Base,
    Chat,
    ChatKind,
    DailyPush,
    Game,
    OutboxMessage,
    OutboxState,
    Schedule,
    Session,
    SessionStatus,
)
from storage.rows import columns, first, insert

CURRENT = (SessionStatus.RUNNING, SessionStatus.PAUSED)


@dataclass(frozen=True, slots=True)
class ChatRow:
    """A chat; nothing is sent to it before `next_send_at`, `gone_at` is set while the bot is shut out."""

    id: int
    kind: ChatKind
    title: str | None
    next_send_at: datetime
    gone_at: datetime | None
    migrated_to: int | None
    settings: dict[str, Any]


async def meet(tx: Transaction, chat_id: int, kind: ChatKind, now: datetime, title: str | None = None) -> ChatRow:
    """The chat's row, made if there is none, marked as reachable; of a group that moved, the one it moved to."""
    new = {"id": chat_id, "kind": kind, "title": title, "next_send_at": now, "created_at": now, "settings": {}}
    statement = insert(tx, Chat).values(**new)
    statement = statement.on_conflict_do_update(
        index_elements=["id"], set_={"gone_at": None, "title": func.coalesce(statement.excluded.title, Chat.title)}
    )
    row = await first(tx, ChatRow, statement.returning(*columns(ChatRow, Chat)))
    assert row is not None  # noqa: S101 - an upsert returns a row
    return row if row.migrated_to is None else await meet(tx, row.migrated_to, kind, now, title)


async def find(tx: Transaction, chat_id: int) -> ChatRow | None:
    """The chat's row, or None."""
    return await first(tx, ChatRow, select(*columns(ChatRow, Chat)).where(Chat.id == chat_id))


async def configure(tx: Transaction, chat_id: int, settings: dict[str, Any]) -> None:
    """Keep these settings in place of the former ones."""
    await tx.execute(update(Chat).where(Chat.id == chat_id).values(settings=settings))


async def gone(tx: Transaction, chat_id: int, now: datetime) -> None:
    """The bot is shut out of the chat until `meet` sees it again."""
    await tx.execute(update(Chat).where(Chat.id == chat_id).values(gone_at=now))


async def hold(tx: Transaction, chat_id: int, until: datetime) -> None:
    """Send nothing to the chat before that time."""
    await tx.execute(update(Chat).where(Chat.id == chat_id, Chat.next_send_at < until).values(next_send_at=until))


async def move(tx: Transaction, old: int, new: int, now: datetime) -> None:
    """The group got a new id: all its rows follow, also when rows of the new id exist already.

    Of two current interviews of a person, and of two games in a topic, the one begun last goes on and the other counts
    as stopped; of two schedules and of two questions of a day the new chat's stays, as do its settings. Messages that
    were sent are out of reach: by their ids the new chat knows others. The old row stays as a signpost for updates that
    come late. Moving again moves the rest.
    """
    source = await find(tx, old)
    if source is None or old == new:
        return
    target = await meet(tx, new, ChatKind.GROUP, now, source.title)
    await configure(tx, new, {**source.settings, **target.settings})
    await hold(tx, new, source.next_send_at)
    await _make_room(tx, old, new, now)
    await _lose_messages(tx, old, now)
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is Chat.__table__:
                await tx.execute(update(table).where(key.parent == old).values({key.parent.name: new}))
    await tx.execute(update(Chat).where(Chat.id == new).values(migrated_to=None))
    await tx.execute(update(Chat).where(Chat.id == old).values(migrated_to=new))


async def _make_room(tx: Transaction, old: int, new: int, now: datetime) -> None:
    """Settle what would break a unique key once both chats are one."""
    current = Session.chat_id.in_((old, new)) & Session.status.in_(CURRENT)
    latest = select(func.max(Session.id)).where(current).group_by(Session.user_id, Session.kind)
    await tx.execute(
        update(Session)
        .where(current, Session.id.not_in(latest))
        .values(status=SessionStatus.STOPPED, finished_at=now, updated_at=now, version=Session.version + 1)
    )
    kept = aliased(Schedule)
    await tx.execute(delete(Schedule).where(Schedule.chat_id == old, exists().where(kept.chat_id == new)))
    open_games = Game.chat_id.in_((old, new)) & Game.finished_at.is_(None)
    newest = select(func.max(Game.id)).where(open_games).group_by(Game.thread_id)
    await tx.execute(update(Game).where(open_games, Game.id.not_in(newest)).values(finished_at=now, updated_at=now))
    days = select(DailyPush.day).where(DailyPush.chat_id == new)
    await tx.execute(delete(DailyPush).where(DailyPush.chat_id == old, DailyPush.day.in_(days)))


async def _lose_messages(tx: Transaction, old: int, now: datetime) -> None:
    """What would change a message of the old chat is sent anew, errands about any are not done, no reply is to any."""
    message = OutboxMessage
    waiting = (message.chat_id == old) & message.errand & message.closed_at.is_(None)
    lost = {"state": OutboxState.FAILED, "closed_at": now, "lease_until": None, "error": "moved"}
    await tx.execute(update(message).where(waiting).values(**lost))
    await tx.execute(update(message).where(message.chat_id == old).values(message_id=None))
    await tx.execute(update(DailyPush).where(DailyPush.chat_id == old).values(message_id=None))
