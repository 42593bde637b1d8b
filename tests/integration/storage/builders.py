"""Rows that many tests need, and the time it is in them."""

from datetime import UTC, datetime, timedelta

from storage import Database, Transaction, chats, outbox, sessions, users
from storage.models import ChatKind, SendPolicy

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
GROUP = -100500


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


async def candidate(tx: Transaction, user: int = 7, chat: int | None = None) -> sessions.SessionRow:
    """A person with a running interview, in private unless another chat is given."""
    chat = user if chat is None else chat
    await users.meet(tx, user, f"Candidate {user}", "uk", NOW)
    await chats.meet(tx, chat, ChatKind.PRIVATE if chat == user else ChatKind.GROUP, NOW)
    new = sessions.NewSession(
        user_id=user, chat_id=chat, state="{}", language="uk", level=2, planned=5, topics=("databases",)
    )
    return await sessions.create(tx, new, NOW)


async def letters(
    database: Database, *texts: str, chat: int = 7, policy: SendPolicy = SendPolicy.RESEND
) -> tuple[int, ...]:
    """Messages queued for the chat, which is made if need be; their ids in order."""
    async with database.transaction() as tx:
        await chats.meet(tx, chat, ChatKind.PRIVATE if chat > 0 else ChatKind.GROUP, NOW)
        return tuple(
            [
                await outbox.enqueue(tx, outbox.NewMessage(chat_id=chat, payload={"html": text}, policy=policy), NOW)
                for text in texts
            ]
        )
