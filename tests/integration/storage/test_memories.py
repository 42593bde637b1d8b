from storage import Database, memories
from tests.integration.storage.builders import candidate


async def test_a_memory_is_replaced_and_belongs_to_one_person(database: Database) -> None:
    first, second = ("hashmap", "buckets"), ("hashmap", "resize")
    async with database.transaction() as tx:
        await candidate(tx, 7)
        await candidate(tx, 8)
        await memories.put(tx, 7, {first: {"reps": 1}, second: {"reps": 1}})
        await memories.put(tx, 7, {first: {"reps": 2}})
        await memories.put(tx, 8, {})
        assert await memories.of_user(tx, 7) == {first: {"reps": 2}, second: {"reps": 1}}
        assert await memories.of_user(tx, 8) == {}
