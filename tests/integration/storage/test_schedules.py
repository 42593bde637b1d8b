from dataclasses import replace
from datetime import time, timedelta

import pytest

from storage import Database, StorageError, schedules
from tests.integration.storage.builders import GROUP, NOW, after, candidate

DAILY = schedules.ScheduleRow(
    user_id=7, chat_id=7, zone="Europe/Kyiv", at=time(9, 30), days=0b0011111, topics=("databases", "networks")
)


async def test_a_schedule_comes_back_as_it_was(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx)
        await schedules.put(tx, DAILY, NOW)
        assert await schedules.of_user(tx, 7) == (DAILY,)


async def test_a_person_has_one_schedule_a_chat(database: Database) -> None:
    later = replace(DAILY, at=time(21, 0), topics=())
    async with database.transaction() as tx:
        await candidate(tx)
        await candidate(tx, 7, GROUP)
        for schedule in (DAILY, replace(DAILY, chat_id=GROUP), later):
            await schedules.put(tx, schedule, NOW)
        assert await schedules.of_user(tx, 7) == (later, replace(DAILY, chat_id=GROUP))


async def test_days_that_no_week_has_are_refused(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx)
    with pytest.raises(StorageError, match=r"(?i)check"):
        async with database.transaction() as tx:
            await schedules.put(tx, replace(DAILY, days=0b11111111), NOW)


async def test_due_schedules_are_taken_once_and_come_back_at_their_next_time(
    database: Database, replica: Database
) -> None:
    async with database.transaction() as tx:
        for user, due in ((7, NOW), (8, after(-60)), (9, after(60)), (10, None)):
            await candidate(tx, user)
            await schedules.put(tx, replace(DAILY, user_id=user, chat_id=user, next_at=due), NOW)
        found = await schedules.take_due(tx, NOW, 10)
        assert [row.schedule.user_id for row in found] == [8, 7]
        tomorrow = NOW + timedelta(days=1)
        await schedules.advance(tx, [schedules.Advance(row.id, NOW.date(), tomorrow) for row in found])
    async with replica.transaction() as tx:
        assert await schedules.take_due(tx, NOW, 10) == ()
        assert [row.schedule.last_day for row in await schedules.take_due(tx, tomorrow, 10)] == [
            None,
            NOW.date(),
            NOW.date(),
        ]


async def test_what_is_changed_is_changed_in_that_chat_alone(database: Database) -> None:
    async with database.transaction() as tx:
        for user in (7, 8):
            await candidate(tx, user)
            await schedules.put(tx, replace(DAILY, user_id=user, chat_id=user), NOW)
        await schedules.change(tx, 7, level=3, silent=False)
        assert await schedules.find(tx, 7) == replace(DAILY, level=3, silent=False)
        assert await schedules.find(tx, 8) == replace(DAILY, user_id=8, chat_id=8)
        assert await schedules.find(tx, 9) is None
