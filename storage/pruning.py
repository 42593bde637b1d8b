"""Throwing away what is of no use any more."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, exists, select

from storage.database import Transaction
from storage.models import Chat, ChatKind, Opinion, OutboxMessage, ProcessedUpdate, Spending, User

BATCH = 1000
"""Rows deleted of a table at once, so that others need not wait long."""


async def prune(tx: Transaction, before: datetime) -> int:
    """Delete a batch of updates, closed messages and opinions of before that time; returns how many rows went.

    0 means done. Errands of before that time go too, whose message was never sent. Also goes what the farewell to
    somebody who had himself erased left behind: a private chat without its person.
    """
    updates = select(ProcessedUpdate.update_id).where(ProcessedUpdate.at < before)
    messages = select(OutboxMessage.id).where(OutboxMessage.closed_at < before)
    stale = OutboxMessage.closed_at.is_(None) & OutboxMessage.errand & (OutboxMessage.created_at < before)
    private = (Chat.kind == ChatKind.PRIVATE) & (Chat.created_at < before)
    person = exists().where(User.id == Chat.id)
    message = exists().where(OutboxMessage.chat_id == Chat.id)
    opinions = select(Opinion.key).where(Opinion.at < before)
    orphans = select(Chat.id).where(private, ~person, ~message)
    gone = [
        await _delete(tx, ProcessedUpdate.update_id, updates),
        await _delete(tx, OutboxMessage.id, messages),
        await _delete(tx, OutboxMessage.id, select(OutboxMessage.id).where(stale)),
        await _delete(tx, Chat.id, orphans),
        await _delete(tx, Opinion.key, opinions),
        (await tx.execute(delete(Spending).where(Spending.day < before.date()))).rowcount,
    ]
    return sum(gone)


async def _delete(tx: Transaction, key: Any, doomed: Select[Any]) -> int:
    statement = delete(key.class_).where(key.in_(doomed.order_by(key).limit(BATCH)))
    return (await tx.execute(statement)).rowcount
