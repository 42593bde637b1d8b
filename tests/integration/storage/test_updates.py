import asyncio

from storage import Database, updates
from tests.integration.storage.builders import NOW


async def test_an_update_counts_once_whatever_the_order_of_numbers(database: Database) -> None:
    async with database.transaction() as tx:
        assert [await updates.mark_processed(tx, number, NOW) for number in (5, 3, 2**40, 5, 3)] == [
            True,
            True,
            True,
            False,
            False,
        ]


async def test_of_many_deliveries_at_once_exactly_one_wins(database: Database, replica: Database) -> None:
    async def deliver(through: Database) -> bool:
        async with through.transaction() as tx:
            return await updates.mark_processed(tx, 5, NOW)

    outcomes = await asyncio.gather(*(deliver(through) for through in (database, replica) for _ in range(10)))
    assert sorted(outcomes) == [False] * 19 + [True]


async def test_a_repeated_delivery_waits_and_wins_when_the_first_is_undone(
    database: Database, replica: Database
) -> None:
    marked = asyncio.Event()

    async def fail() -> None:
        async with database.transaction() as tx:
            await updates.mark_processed(tx, 5, NOW)
            marked.set()
            await asyncio.sleep(0.05)
            raise ZeroDivisionError

    async def repeat() -> bool:
        await marked.wait()
        async with replica.transaction() as tx:
            return await updates.mark_processed(tx, 5, NOW)

    failed, repeated = await asyncio.gather(fail(), repeat(), return_exceptions=True)
    assert isinstance(failed, ZeroDivisionError)
    assert repeated is True
