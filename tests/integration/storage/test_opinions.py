import asyncio
from datetime import timedelta

from storage import Database, opinions, users
from tests.integration.storage.builders import NOW, after

TODAY = NOW.date()


async def test_what_was_said_is_found_under_its_key(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "uk", NOW)
        await opinions.keep(tx, "one", 7, {"points": {"buckets": [0, 7]}}, NOW)
        assert await opinions.find(tx, "one") == {"points": {"buckets": [0, 7]}}
        assert await opinions.find(tx, "two") is None


async def test_the_first_opinion_of_a_key_stays(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "uk", NOW)
        await opinions.keep(tx, "one", 7, {"points": {}}, NOW)
        await opinions.keep(tx, "one", 7, {"points": {"buckets": [0, 7]}}, after(1))
        assert await opinions.find(tx, "one") == {"points": {}}


async def test_a_day_has_its_budget_and_no_more(database: Database) -> None:
    async with database.transaction() as tx:
        assert [await opinions.spend(tx, TODAY, 2) for _ in range(4)] == [True, True, False, False]
        assert await opinions.spend(tx, TODAY + timedelta(days=1), 2)


async def test_a_raised_budget_counts_at_once(database: Database) -> None:
    async with database.transaction() as tx:
        await opinions.spend(tx, TODAY, 1)
        assert not await opinions.spend(tx, TODAY, 1)
        assert await opinions.spend(tx, TODAY, 2)


async def test_processes_share_a_budget(database: Database, replica: Database) -> None:
    async def spend(through: Database) -> bool:
        async with through.transaction() as tx:
            return await opinions.spend(tx, TODAY, 5)

    spent = await asyncio.gather(*(spend(through) for through in (database, replica) * 6))
    assert sum(spent) == 5
