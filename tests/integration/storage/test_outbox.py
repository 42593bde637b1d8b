import asyncio
import random
from collections import defaultdict
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from storage import Database, StorageError, chats, outbox
from storage.models import OutboxMessage, OutboxState, SendPolicy
from storage.outbox import LEASE, ClaimedRow
from tests.integration.storage.builders import GROUP, NOW, after, letters


async def claim(database: Database, seconds: float = 0, limit: int = 10, ids: tuple[int, ...] = ()) -> list[ClaimedRow]:
    async with database.transaction() as tx:
        return list(await outbox.claim(tx, after(seconds), limit, ids))


async def begin(database: Database, row: ClaimedRow, seconds: float = 0) -> bool:
    async with database.transaction() as tx:
        return await outbox.begin(tx, row.ticket, after(seconds))


async def sent(database: Database, row: ClaimedRow, seconds: float = 0) -> None:
    async with database.transaction() as tx:
        await outbox.sent(tx, row.ticket, after(seconds), 1)


async def unclosed(database: Database) -> int:
    async with database.reading() as tx:
        waiting = select(func.count()).select_from(OutboxMessage).where(OutboxMessage.closed_at.is_(None))
        return (await tx.execute(waiting)).scalar_one()


async def failures(database: Database) -> dict[int, str | None]:
    """Why each failed message failed, by id."""
    async with database.reading() as tx:
        failed = select(OutboxMessage.id, OutboxMessage.error).where(OutboxMessage.state == OutboxState.FAILED)
        return {row.id: row.error for row in await tx.execute(failed)}


def texts(rows: list[ClaimedRow]) -> list[str]:
    return [row.payload["html"] for row in rows]


async def test_a_chat_gets_its_messages_one_by_one_in_order(database: Database) -> None:
    await letters(database, "one", "two", "three")
    told = []
    while rows := await claim(database):
        assert len(rows) == 1
        assert await claim(database) == []
        assert await begin(database, rows[0])
        assert await claim(database) == []
        await sent(database, rows[0])
        told += texts(rows)
    assert told == ["one", "two", "three"]


async def test_heads_of_several_chats_are_taken_together_oldest_first(database: Database) -> None:
    for chat in (9, 8, GROUP):
        await letters(database, f"first to {chat}", f"second to {chat}", chat=chat)
    rows = await claim(database)
    assert texts(rows) == ["first to 9", "first to 8", f"first to {GROUP}"]
    assert [row.chat_kind for row in rows] == ["private", "private", "group"]


async def test_the_limit_holds(database: Database) -> None:
    for chat in (1, 2, 3):
        await letters(database, "hello", chat=chat)
    assert [len(await claim(database, limit=2)) for _ in range(3)] == [2, 1, 0]


async def test_only_the_rows_asked_for_are_taken_and_only_if_first(database: Database) -> None:
    first, second = await letters(database, "one", "two")
    await letters(database, "other", chat=8)
    assert await claim(database, ids=(second,)) == []
    assert texts(await claim(database, ids=(first, second))) == ["one"]


async def test_a_chat_on_hold_waits_and_the_others_do_not(database: Database) -> None:
    await letters(database, "held", chat=7)
    await letters(database, "free", chat=8)
    async with database.transaction() as tx:
        await chats.hold(tx, 7, after(1))
    assert texts(await claim(database, 0.9)) == ["free"]
    assert texts(await claim(database, 1)) == ["held"]


async def test_a_postponed_message_holds_up_its_chat_until_its_time(database: Database) -> None:
    await letters(database, "one", "two")
    (row,) = await claim(database)
    assert await begin(database, row)
    async with database.transaction() as tx:
        await outbox.postpone(tx, row.ticket, after(5))
    assert await claim(database, 4) == []
    (again,) = await claim(database, 5)
    assert (texts([again]), again.attempts) == (["one"], 1)


async def test_a_failed_message_lets_the_next_through(database: Database) -> None:
    await letters(database, "one", "two")
    (row,) = await claim(database)
    async with database.transaction() as tx:
        await outbox.fail(tx, row.ticket, NOW, "refused")
    assert texts(await claim(database)) == ["two"]
    assert await failures(database) == {row.ticket.id: "refused"}


async def test_a_claim_lost_to_another_cannot_be_begun(database: Database) -> None:
    await letters(database, "one")
    (lost,) = await claim(database)
    (taken,) = await claim(database, LEASE.total_seconds())
    assert not await begin(database, lost, LEASE.total_seconds())
    assert await begin(database, taken, LEASE.total_seconds())


async def test_a_claim_whose_lease_ran_out_cannot_be_begun(database: Database) -> None:
    await letters(database, "one")
    (row,) = await claim(database)
    assert not await begin(database, row, LEASE.total_seconds())
    assert await begin(database, row, LEASE.total_seconds() - 1)


async def test_a_message_is_begun_once(database: Database) -> None:
    await letters(database, "one")
    (row,) = await claim(database)
    assert await begin(database, row)
    assert not await begin(database, row)


async def test_beginning_renews_the_lease(database: Database) -> None:
    await letters(database, "one")
    (row,) = await claim(database)
    assert await begin(database, row, 50)
    assert await claim(database, LEASE.total_seconds() + 49) == []


async def test_a_message_that_may_have_been_sent_is_sent_again_if_so_agreed(database: Database) -> None:
    await letters(database, "an answer", policy=SendPolicy.RESEND)
    (row,) = await claim(database)
    assert await begin(database, row)
    assert texts(await claim(database, LEASE.total_seconds())) == ["an answer"]


async def test_a_message_that_may_have_been_sent_is_given_up_if_so_agreed(database: Database) -> None:
    await letters(database, "a daily push", "an answer", policy=SendPolicy.SKIP)
    (row,) = await claim(database)
    assert await begin(database, row)
    assert await claim(database, LEASE.total_seconds()) == []
    assert texts(await claim(database, LEASE.total_seconds())) == ["an answer"]


async def test_a_message_that_was_not_begun_is_sent_whatever_was_agreed(database: Database) -> None:
    await letters(database, "a daily push", policy=SendPolicy.SKIP)
    await claim(database)
    assert texts(await claim(database, LEASE.total_seconds())) == ["a daily push"]


async def test_a_message_that_must_not_be_sent_twice_is_not_sent_late_either(database: Database) -> None:
    hours = outbox.FRESH.total_seconds()
    await letters(database, "a daily push", policy=SendPolicy.SKIP)
    await letters(database, "an answer", policy=SendPolicy.RESEND)
    assert await claim(database, hours + 1) == []
    assert {outbox.LATE} == set((await failures(database)).values())
    assert texts(await claim(database, hours + 1)) == ["an answer"]


async def test_a_late_report_of_success_still_counts(database: Database) -> None:
    await letters(database, "one", "two")
    (row,) = await claim(database)
    assert await begin(database, row)
    late = LEASE.total_seconds() + 10
    await sent(database, row, late)
    assert texts(await claim(database, late)) == ["two"]


async def test_reports_of_one_who_lost_the_claim_change_nothing(database: Database) -> None:
    await letters(database, "one")
    (lost,) = await claim(database)
    (mine,) = await claim(database, LEASE.total_seconds())
    async with database.transaction() as tx:
        await outbox.sent(tx, lost.ticket, NOW, 1)
        await outbox.postpone(tx, lost.ticket, NOW)
        await outbox.fail(tx, lost.ticket, NOW, "refused")
    assert await begin(database, mine, LEASE.total_seconds())


async def test_dropping_a_chat_fails_all_that_waits_for_it_alone(database: Database) -> None:
    await letters(database, "one", "two", chat=7)
    await letters(database, "other", chat=8)
    await claim(database, limit=1)
    async with database.transaction() as tx:
        await outbox.drop_chat(tx, 7, NOW, "blocked")
    assert texts(await claim(database, LEASE.total_seconds())) == ["other"]


async def test_a_released_message_is_due_at_once(database: Database) -> None:
    await letters(database, "one")
    (row,) = await claim(database)
    assert await begin(database, row)
    async with database.transaction() as tx:
        await outbox.release_chat(tx, 7)
    assert texts(await claim(database)) == ["one"]


async def test_a_message_to_a_chat_never_met_is_refused(database: Database) -> None:
    with pytest.raises(StorageError, match=r"(?i)foreign key"):
        async with database.transaction() as tx:
            await outbox.enqueue(tx, outbox.NewMessage(chat_id=404, payload={}), NOW)


async def test_claimers_at_once_never_get_a_row_twice_nor_two_of_a_chat(database: Database, replica: Database) -> None:
    for chat in range(1, 9):
        await letters(database, *(f"{number}" for number in range(3)), chat=chat)
    replicas = (database, replica)
    batches = await asyncio.gather(*(claim(through, limit=3) for through in replicas for _ in range(5)))
    rows = [row for batch in batches for row in batch]
    assert sorted(row.chat_id for row in rows) == list(range(1, 9))
    assert {row.payload["html"] for row in rows} == {"0"}


async def test_many_senders_deliver_everything_once_and_in_order(database: Database, replica: Database) -> None:
    for chat in range(1, 6):
        await letters(database, *(f"{number}" for number in range(4)), chat=chat)
    delivered: defaultdict[int, list[str]] = defaultdict(list)

    async def deliver(through: Database) -> None:
        while await unclosed(database):
            for row in await claim(through, limit=2):
                if await begin(through, row):
                    delivered[row.chat_id] += texts([row])
                    await sent(through, row)

    await asyncio.gather(*(deliver(through) for through in (database, replica) for _ in range(2)))
    assert delivered == {chat: ["0", "1", "2", "3"] for chat in range(1, 6)}


class Sender:
    """A sender that dies, is refused or dawdles at random, at a time that only moves when the test says so."""

    def __init__(self, database: Database, chance: random.Random, sends: list[tuple[int, int]]) -> None:
        self.database, self.chance, self.sends = database, chance, sends

    async def work(self, seconds: float) -> None:
        for row in await claim(self.database, seconds, limit=2):
            if self.chance.random() < 0.2 or not await begin(self.database, row, seconds):
                continue
            fate = self.chance.random()
            if fate < 0.2:
                async with self.database.transaction() as tx:
                    await outbox.postpone(tx, row.ticket, after(seconds) + timedelta(seconds=5))
                continue
            self.sends.append((row.chat_id, row.ticket.id))
            if fate < 0.8:
                await sent(self.database, row, seconds)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("policy", list(SendPolicy))
async def test_whatever_befalls_the_senders_nothing_is_lost_or_out_of_order(
    database: Database, policy: SendPolicy, seed: int
) -> None:
    queued = {chat: await letters(database, *"abcd", chat=chat, policy=policy) for chat in (1, 2, 3)}
    sends: list[tuple[int, int]] = []
    sender = Sender(database, random.Random(seed), sends)
    seconds = 0.0
    while await unclosed(database):
        await sender.work(seconds)
        seconds += sender.chance.choice([1, 5, 61])
    unknown = {row for row, error in (await failures(database)).items() if error == outbox.UNKNOWN}
    for chat, ids in queued.items():
        delivered = [row for place, row in sends if place == chat]
        assert delivered == sorted(delivered)
        if policy is SendPolicy.RESEND:
            assert set(delivered) == set(ids)
        else:
            assert len(delivered) == len(set(delivered))
            assert set(ids) <= set(delivered) | unknown


async def put(database: Database, **fields: Any) -> int:
    async with database.transaction() as tx:
        return await outbox.enqueue(tx, outbox.NewMessage(chat_id=7, **{"payload": {"html": "more"}, **fields}), NOW)


async def test_an_errand_waits_neither_for_the_messages_of_its_chat_nor_for_its_pace(database: Database) -> None:
    await letters(database, "one", "two")
    errand = await put(database, errand=True)
    (one, done) = await claim(database)
    assert (texts([one]), done.ticket.id) == (["one"], errand)


async def test_an_errand_holds_no_message_up(database: Database) -> None:
    await letters(database)
    await put(database, errand=True)
    await letters(database, "one")
    assert texts(await claim(database)) == ["one", "more"]


async def test_an_errand_about_a_message_waits_until_it_is_sent(database: Database) -> None:
    (board,) = await letters(database, "board")
    await put(database, errand=True, target_id=board)
    (row,) = await claim(database)
    assert await begin(database, row)
    assert await claim(database) == []
    await sent(database, row)
    (errand,) = await claim(database)
    assert (errand.target_id, errand.target) == (board, 1)


async def test_an_errand_is_not_done_long_after_its_time(database: Database) -> None:
    await letters(database, "an answer")
    await put(database, errand=True)
    hours = outbox.FRESH.total_seconds()
    assert texts(await claim(database, hours + 1)) == ["an answer"]
    assert list((await failures(database)).values()) == [outbox.LATE]


async def test_a_change_knows_the_message_that_its_row_was_sent_as(database: Database) -> None:
    (board,) = await letters(database, "board")
    await put(database, target_id=board)
    (row,) = await claim(database)
    assert await begin(database, row)
    await sent(database, row)
    (change,) = await claim(database)
    assert (change.target_id, change.target) == (board, 1)


async def test_messages_of_a_chat_that_moved_are_not_taken_for_those_of_the_new_one(database: Database) -> None:
    (board,) = await letters(database, "board", chat=GROUP)
    (row,) = await claim(database)
    assert await begin(database, row)
    await sent(database, row)
    async with database.transaction() as tx:
        for errand in (True, False):
            new = outbox.NewMessage(chat_id=GROUP, payload={"html": "more"}, target_id=board, errand=errand)
            await outbox.enqueue(tx, new, NOW)
        await chats.move(tx, GROUP, GROUP - 1, NOW)
    (change,) = await claim(database)
    assert (change.chat_id, change.target_id, change.target) == (GROUP - 1, board, None)
    assert list((await failures(database)).values()) == ["moved"]


async def test_a_change_that_still_waits_is_superseded_by_the_next_one(database: Database) -> None:
    (board,) = await letters(database, "board")
    waiting = await put(database, target_id=board)
    newer = outbox.NewMessage(chat_id=7, payload={"html": "newest"}, target_id=board)
    async with database.transaction() as tx:
        assert await outbox.supersede(tx, newer) == waiting
    (row,) = await claim(database)
    assert await begin(database, row)
    await sent(database, row)
    (change,) = await claim(database)
    assert change.payload == {"html": "newest"}
    async with database.transaction() as tx:
        assert await outbox.supersede(tx, newer) is None


async def test_the_poll_of_a_row_is_known_once_it_is_sent(database: Database) -> None:
    (poll,) = await letters(database, "poll")
    (row,) = await claim(database)
    assert await begin(database, row)
    async with database.transaction() as tx:
        assert await outbox.poll_of(tx, poll) is None
        await outbox.sent(tx, row.ticket, NOW, 5, "p1")
        assert await outbox.poll_of(tx, poll) == "p1"
