from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage import Database, Transaction, chats, opinions, outbox, pruning, updates, users
from storage.models import ChatKind, OutboxMessage
from storage.pruning import prune
from tests.integration.storage.builders import GROUP, NOW, after, candidate, letters

LATER = NOW + timedelta(days=30)


async def waiting(tx: Transaction) -> int:
    return (await tx.execute(select(func.count()).select_from(OutboxMessage))).scalar_one()


async def test_old_updates_go_and_recent_ones_stay(database: Database) -> None:
    async with database.transaction() as tx:
        await updates.mark_processed(tx, 1, NOW)
        await updates.mark_processed(tx, 2, after(10))
        assert await prune(tx, after(10)) == 1
        assert await updates.mark_processed(tx, 1, LATER)
        assert not await updates.mark_processed(tx, 2, LATER)


async def test_closed_messages_go_and_open_ones_stay_however_old(database: Database) -> None:
    await letters(database, "sent", "failed", "open")
    async with database.transaction() as tx:
        (first,) = await outbox.claim(tx, NOW, 1)
        await outbox.sent(tx, first.ticket, NOW, 1)
        (second,) = await outbox.claim(tx, NOW, 1)
        await outbox.fail(tx, second.ticket, NOW, "refused")
        assert await prune(tx, NOW) == 0
        assert await prune(tx, LATER) == 2
        assert await waiting(tx) == 1


async def test_errands_go_whose_message_was_never_sent(database: Database) -> None:
    (board,) = await letters(database, "board")
    async with database.transaction() as tx:
        for row, at in ((board, NOW), (None, after(10))):
            errand = outbox.NewMessage(chat_id=7, payload={}, errand=True, target_id=row)
            await outbox.enqueue(tx, errand, at)
        assert await prune(tx, after(10)) == 1
        assert await waiting(tx) == 2, "the board, and the younger errand"


async def test_old_opinions_and_budgets_go_and_recent_ones_stay(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx)
        await opinions.keep(tx, "old", 7, {}, NOW)
        await opinions.keep(tx, "new", 7, {}, after(10))
        assert await opinions.spend(tx, NOW.date() - timedelta(days=1), 1)
        assert await opinions.spend(tx, NOW.date(), 1)
        assert await prune(tx, after(10)) == 2
        assert await opinions.find(tx, "old") is None
        assert await opinions.find(tx, "new") is not None
        assert not await opinions.spend(tx, NOW.date(), 1)


async def test_it_goes_batch_by_batch(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "BATCH", 2)
    async with database.transaction() as tx:
        for number in range(5):
            await updates.mark_processed(tx, number, NOW)
        assert [await prune(tx, LATER) for _ in range(4)] == [2, 2, 1, 0]


async def test_the_chat_left_by_a_farewell_goes_after_the_farewell(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx)
        await users.erase(tx, 7)
    await letters(database, "Erased. Farewell!")
    async with database.transaction() as tx:
        assert await prune(tx, LATER) == 0
        (farewell,) = await outbox.claim(tx, NOW, 1)
        await outbox.sent(tx, farewell.ticket, NOW, 1)
        while await prune(tx, LATER):
            pass
        assert await chats.find(tx, 7) is None


async def test_chats_of_people_and_groups_stay(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx)
        await chats.meet(tx, GROUP, ChatKind.GROUP, NOW)
        assert await prune(tx, LATER) == 0
        assert await chats.find(tx, 7) is not None
        assert await chats.find(tx, GROUP) is not None
