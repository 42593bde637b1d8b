"""The boards of a group, on both kinds of database."""

from datetime import time, timedelta

import pytest

from bot.domain.messaging import Ordered
from bot.services.quiz.house import house_of
from storage import Database, games, schedules
from storage.schedules import ScheduleRow
from tests.databases import database_url
from tests.integration.services.quiz.group import GROUP, Group
from tests.integration.services.quiz.test_race import QUESTION, SHARED, begun

__all__ = ["database_url"]


@pytest.fixture
def group(database: Database) -> Group:
    return Group.over(database, only=QUESTION)


async def test_boards_of_the_group_add_up_what_its_games_brought(group: Group) -> None:
    for _ in range(2):
        await begun(group)
        await group.write(SHARED, 2)
        await group.wait(120)
    await group.order("top")
    assert "Bob" in group.texts[-1]
    async with group.database.reading() as tx:
        (row,) = await games.tallies(tx, GROUP, None)
    assert (row.user_id, row.rounds) == (2, 2)
    await group.press("Day")
    assert "<b>Today</b>" in group.texts[-1]
    await group.press("By accuracy")
    assert "Nobody" in group.texts[-1], "two rounds are too few to rank by accuracy"


async def zone(group: Group) -> str:
    async with group.database.reading() as tx:
        return (await house_of(tx, GROUP)).zone


async def test_days_begin_by_the_clock_of_the_group(group: Group) -> None:
    """Played at 23:50 in Kyiv; at 00:20 there it is another day, in UTC it is not."""
    group.language_code = "uk"
    group.now = group.now.replace(hour=20, minute=50)
    await begun(group, "quiz 1 race en")
    await group.write(SHARED, 2)
    await group.wait(120)
    assert await zone(group) == "Etc/UTC", "that of the language it was played in"
    await group.order("quiz")
    await group.press("Часовий пояс")
    await group.press("Київ")
    assert await zone(group) == "Europe/Kyiv"
    await group.order("top сьогодні")
    assert "Bob" in group.texts[-1]
    group.now += timedelta(minutes=30)
    await group.order("top сьогодні")
    assert "Bob" not in group.texts[-1]
    await group.order("top тиждень")
    assert "Bob" in group.texts[-1]


async def test_the_clock_of_the_starters_daily_question_is_the_groups(group: Group) -> None:
    await group.whisper(Ordered("help", "", 1), 2)
    async with group.database.transaction() as tx:
        await schedules.put(tx, ScheduleRow(user_id=2, chat_id=2, zone="Asia/Tbilisi", at=time(9)), group.now)
    await group.order("quiz 1 race", by=2)
    assert await zone(group) == "Asia/Tbilisi"
    await group.order("stopquiz")
    await group.order("quiz 1 race ru")
    assert await zone(group) == "Asia/Tbilisi", "it is settled once"
