"""Sent once or not at all, whichever the database and however many the processes."""

import pytest

from bot.services.daily.dispatch import Dispatch
from storage import Database, outbox
from tests.integration.services.daily.life import Life, is_question, lost


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each of the databases in turn."""
    return str(request.getfixturevalue(request.param))


async def test_it_comes_once_a_day_silently_and_not_before_its_time(life: Life) -> None:
    await life.subscribe()
    assert await life.at(1, 8.9) == []
    (asked,) = await life.at(1)
    assert asked.silent
    assert await life.work() == []
    assert await life.at(1, 20) == []
    assert len(await life.at(2)) == 1
    days = [push.day for push in await life.pushes()]
    assert len(days) == len(set(days)) == 3
    assert life.outcomes == {"sent": 2}, "the first was answered before it was noted as sent"


async def test_a_question_of_unknown_fate_is_not_sent_again_and_today_shows_it(life: Life) -> None:
    await lost(life)
    assert life.outcomes[outbox.UNKNOWN] == 1
    assert (await life.pushes())[-1].reason == outbox.UNKNOWN
    (shown,) = await life.visitor.order("today")
    assert is_question(shown)


@pytest.mark.parametrize("queued", [False, True])
async def test_after_an_outage_no_late_question_goes_out_beside_that_of_the_day(life: Life, queued: bool) -> None:
    await life.subscribe()
    await life.at(1, 8)
    life.visitor.now = life.visitor.now.replace(hour=6, minute=5)
    assert await life.planner.plan(life.visitor.now) == 1
    if queued:
        await life.dispatch.ask(life.visitor.now, 10)
    assert await life.at(1, 15.2) == []
    assert len(await life.at(2)) == 1
    assert [push.reason for push in await life.pushes()][1] == "late"


async def test_a_question_of_the_last_minute_of_a_day_still_comes(life: Life) -> None:
    """Each has a delay of his own, and with it this one falls on the next day."""
    await life.subscribe("3:59 Kyiv")
    heard = [await life.at(day, 4 + 2 / 60) for day in (2, 3, 4)]
    assert [len(messages) for messages in heard] == [1, 1, 1]


async def test_two_processes_ask_once(life: Life, replica: Database) -> None:
    await life.subscribe()
    life.visitor.now = life.visitor.now.replace(day=5, hour=6, minute=5)
    other = Dispatch(replica, life.desk._editions, life.desk._texts)
    assert await life.planner.plan(life.visitor.now) == 1
    assert await life.planner.plan(life.visitor.now) == 0
    for dispatch in (life.dispatch, other, life.dispatch):
        await dispatch.ask(life.visitor.now, 10)
    assert len(await life.visitor.read()) == 1
