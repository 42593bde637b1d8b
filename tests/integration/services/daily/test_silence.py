"""How often nobody answered in a row, whatever else happened between."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from random import Random

import pytest

from bot.rendering.callbacks import Deed, OnPush
from storage import outbox, schedules
from storage.models import PushState
from storage.pushes import PushRow
from tests.integration.services.daily.life import Life


async def nothing(life: Life, day: int) -> None:
    await life.at(day)


async def answer(life: Life, day: int) -> None:
    await life.at(day)
    for _ in range(2):
        await life.visitor.type("I don't know")


async def half(life: Life, day: int) -> None:
    """The follow-up stays open."""
    await life.at(day)
    await life.visitor.type("It is about software, as far as I can tell from here.")


async def late(life: Life, day: int) -> None:
    await life.at(day)
    life.later(hours=20)
    for _ in range(2):
        await life.visitor.type("I don't know")


async def skip(life: Life, day: int) -> None:
    await life.at(day)
    await life.visitor.order("skip")


async def early(life: Life, day: int) -> None:
    """Taken before its time, and left."""
    await life.at(day, 6)
    await life.visitor.order("today")
    await life.at(day)


async def put_off(life: Life, day: int) -> None:
    await life.at(day)
    await life.visitor.press(str(OnPush((await life.pushes())[-1].id, Deed.LATER)))
    await life.at(day, 13)


async def outage(life: Life, day: int) -> None:
    await life.at(day, 20)


async def lost(life: Life, day: int) -> None:
    """The process dies while it is sending."""
    await life.at(day, 8)
    life.later(hours=1.1)
    while await life.planner.plan(life.visitor.now):
        pass
    await life.dispatch.ask(life.visitor.now, 10)
    for claim in await life.visitor.outbox.claim(life.visitor.now, 10):
        await life.visitor.outbox.begin(claim, life.visitor.now)
    life.later(seconds=outbox.LEASE.total_seconds() + 1)
    await life.work()


async def pause(life: Life, day: int) -> None:
    await life.at(day)
    await life.visitor.order("pause 2d")


DAYS: Mapping[Callable[[Life, int], Awaitable[None]], int] = {
    nothing: 8,
    answer: 1,
    half: 1,
    late: 1,
    skip: 1,
    early: 2,
    put_off: 1,
    outage: 1,
    lost: 1,
    pause: 1,
}
"""What a day may be like, and how often."""


def recount(log: tuple[PushRow, ...], until: date) -> int:
    """Questions in a row that came before that day and were not answered."""
    count = 0
    for push in log:
        if push.day < until:
            count = 0 if push.state is PushState.ANSWERED else count + (push.state is PushState.SENT)
    return count


async def live(life: Life, days: int, seed: int) -> int:
    """Go through such days, comparing whenever something was asked; returns how often."""
    chance, compared = Random(seed), 0
    await life.subscribe()
    for day in range(1, days + 1):
        (deed,) = chance.choices([*DAYS], [*DAYS.values()])
        before = len(await life.pushes())
        await deed(life, day)
        await life.work()
        log = await life.pushes()
        async with life.database.reading() as tx:
            schedule = await schedules.find(tx, life.visitor.id)
        assert schedule is not None
        if len(log) > before and log[-1].state is PushState.SENT and deed is nothing:
            assert schedule.unanswered == recount(log, log[-1].day), (seed, day)
            compared += 1
        if schedule.next_at is None:
            assert schedule.unanswered >= 21
            return compared
    return compared


async def test_the_count_is_that_of_the_log(life: Life) -> None:
    assert await live(life, days=16, seed=1) > 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 7))
async def test_the_count_is_that_of_the_log_for_many_lives(life: Life, seed: int) -> None:
    assert await live(life, days=60, seed=seed) > 5


async def test_one_left_before_one_taken_early_counts(life: Life) -> None:
    await life.subscribe()
    await nothing(life, 1)
    await early(life, 2)
    await nothing(life, 3)
    async with life.database.reading() as tx:
        schedule = await schedules.find(tx, life.visitor.id)
    assert schedule is not None
    assert schedule.unanswered == 2


async def test_an_answer_whose_follow_up_stays_open_is_no_silence(life: Life) -> None:
    await life.subscribe()
    for day in range(1, 7):
        await nothing(life, day)
    await half(life, 7)
    (asked,) = await life.at(8)
    assert "every third day" not in asked.html
