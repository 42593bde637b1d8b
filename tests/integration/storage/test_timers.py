import asyncio

from storage import Database, sessions, timers, users
from tests.integration.storage.builders import NOW, after, candidate


def timer(key: str = "silence:1", seconds: float = 0, **payload: int) -> timers.NewTimer:
    return timers.NewTimer(key=key, kind="silence", due_at=after(seconds), payload=payload)


async def test_a_timer_is_taken_when_due_and_not_before(database: Database) -> None:
    async with database.transaction() as tx:
        await timers.arm(tx, timer(seconds=60, turn=3))
        assert await timers.claim(tx, after(59), 10) == ()
        (due,) = await timers.claim(tx, after(60), 10)
    assert (due.key, due.kind, due.payload, due.due_at) == ("silence:1", "silence", {"turn": 3}, after(60))


async def test_the_longest_due_come_first_up_to_the_limit(database: Database) -> None:
    async with database.transaction() as tx:
        for key, seconds in (("c", 3), ("a", 1), ("b", 2)):
            await timers.arm(tx, timer(key, seconds))
        assert [row.key for row in await timers.claim(tx, after(9), 2)] == ["a", "b"]
        assert [row.key for row in await timers.claim(tx, after(9), 2)] == ["c"]


async def test_a_finished_timer_is_gone(database: Database) -> None:
    async with database.transaction() as tx:
        await timers.arm(tx, timer())
        (due,) = await timers.claim(tx, NOW, 10)
        assert await timers.finish(tx, due)
        assert not await timers.finish(tx, due)
        assert await timers.claim(tx, after(3600), 10) == ()


async def test_a_timer_that_was_not_finished_is_due_again_after_its_lease(database: Database) -> None:
    async with database.transaction() as tx:
        await timers.arm(tx, timer())
        (first,) = await timers.claim(tx, NOW, 10)
        assert await timers.claim(tx, NOW + timers.LEASE / 2, 10) == ()
        (second,) = await timers.claim(tx, NOW + timers.LEASE, 10)
        assert not await timers.finish(tx, first)
        assert await timers.finish(tx, second)


async def test_setting_a_timer_again_moves_it_and_voids_the_claim(database: Database) -> None:
    async with database.transaction() as tx:
        await timers.arm(tx, timer(turn=1))
        (stale,) = await timers.claim(tx, NOW, 10)
        await timers.arm(tx, timer(seconds=60, turn=2))
        assert not await timers.finish(tx, stale)
        assert await timers.claim(tx, after(59), 10) == ()
        (due,) = await timers.claim(tx, after(60), 10)
    assert due.payload == {"turn": 2}


async def test_a_cancelled_timer_never_comes_even_if_claimed(database: Database) -> None:
    async with database.transaction() as tx:
        await timers.arm(tx, timer())
        (claimed,) = await timers.claim(tx, NOW, 10)
        await timers.cancel(tx, claimed.key)
        await timers.cancel(tx, "unknown")
        assert not await timers.finish(tx, claimed)
        assert await timers.claim(tx, after(3600), 10) == ()


async def test_a_timer_goes_with_its_interview(database: Database) -> None:
    async with database.transaction() as tx:
        session: sessions.SessionRow = await candidate(tx)
        await timers.arm(tx, timers.NewTimer(key="k", kind="silence", due_at=NOW, session_id=session.id))
        await users.erase(tx, 7)
        assert await timers.claim(tx, after(1), 10) == ()


async def test_many_tickers_take_each_timer_once(database: Database, replica: Database) -> None:
    keys = [f"silence:{number}" for number in range(20)]
    async with database.transaction() as tx:
        for key in keys:
            await timers.arm(tx, timer(key))

    async def take(through: Database) -> list[str]:
        async with through.transaction() as tx:
            return [row.key for row in await timers.claim(tx, NOW, 3)]

    taken = await asyncio.gather(*(take(through) for through in (database, replica) for _ in range(5)))
    assert sorted(key for batch in taken for key in batch) == sorted(keys)
