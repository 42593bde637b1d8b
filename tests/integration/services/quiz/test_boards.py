"""The boards of a group, on both kinds of database."""

import pytest

from storage import Database, games
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
