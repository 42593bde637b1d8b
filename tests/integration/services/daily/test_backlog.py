"""Very many messages due at once go out at the rate that Telegram allows, by two replicas, though the database is slow.

The fake server refuses what is beyond 30 messages a second of a clock that leaps, or three in a private chat in three
seconds.
"""

import asyncio
import selectors
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select
from telegram import Bot

from bot.domain.messaging import OutMessage, Place
from bot.handlers.client import make_bot
from bot.handlers.delivery import RATE, Delivery
from bot.observability import Metrics
from bot.services.daily.dispatch import Dispatch
from bot.services.daily.planner import Planner
from bot.services.outbox import Claim, Outbox, envelope
from bot.workers.crew import asker, dispatcher, planner
from bot.workers.loop import Loop
from storage import Database, chats, outbox, schedules, users
from storage.models import ChatKind, DailyPush, PushState
from storage.schedules import ScheduleRow
from tests.fakes.telegram import FakeTelegram
from tests.integration.services.driver import open_desk

BEGIN = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)
DUE = BEGIN - timedelta(minutes=30)
"""So long ago that everybody's own delay is over."""
QUIET = 0.01
"""Real seconds without any event after which everybody is taken to wait for the clock."""
CHATTY = 10
"""One person in so many has other messages waiting before the question."""
REPLICAS = 2
PERIOD, STALL = 1.5, 0.5
"""Of so many seconds the database answers nobody in the first few, and then all at once."""
STRIDE = 0.5
"""Seconds a leap takes at most, so that a call under way is not taken for one that nobody answers."""


class _Leaping(selectors.DefaultSelector):
    """Instead of waiting long it tells that the time is over."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(timeout if timeout is None else min(timeout, QUIET))
        if timeout is not None and not ready:
            self.now += min(max(0.0, timeout), STRIDE)
        return ready


class _LeapingLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock stands while anybody works, and leaps to what is due next when nobody does."""

    def __init__(self) -> None:
        self.clock = _Leaping()
        super().__init__(self.clock)

    def time(self) -> float:
        return self.clock.now

    def date(self) -> datetime:
        """The same clock for those who live by the calendar."""
        return BEGIN + timedelta(seconds=self.clock.now)


class Starved(Outbox):
    """Of a database that answers in gusts."""

    async def begin(self, claim: Claim, now: datetime) -> bool:
        begun = await super().begin(claim, now)
        await asyncio.sleep(STALL - asyncio.get_running_loop().time() % PERIOD)
        return begun


async def subscribe(database: Database, people: Iterable[int]) -> None:
    """All of them are due now; some have messages waiting."""
    async with database.transaction() as tx:
        for person in people:
            await users.meet(tx, person, "Ada", "en", BEGIN)
            await chats.meet(tx, person, ChatKind.PRIVATE, BEGIN)
            row = ScheduleRow(user_id=person, chat_id=person, zone="Europe/Kyiv", at=time(8, 30), next_at=DUE)
            await schedules.put(tx, row, BEGIN)
            for _ in range(3 if person % CHATTY == 0 else 0):
                await outbox.enqueue(tx, envelope(Place(person), OutMessage("before")), BEGIN)


def replica(database: Database, fake: FakeTelegram, clock: Callable[[], datetime]) -> tuple[Delivery, Bot, list[Loop]]:
    """The workers of a process that have to do with daily questions."""
    desk, metrics, bot = open_desk(database, only="pod"), Metrics(), make_bot(fake.token, fake.url)
    delivery = Delivery(bot, Starved(database), clock, metrics, rate=RATE / REPLICAS)
    dispatch = Dispatch(database, desk._editions, desk._texts)
    loops = [
        planner(Planner(database).plan, clock, metrics),
        asker(dispatch.ask, clock, metrics),
        dispatcher(delivery, metrics),
    ]
    return delivery, bot, loops


async def states(database: Database) -> Counter[PushState]:
    async with database.reading() as tx:
        return Counter((await tx.execute(select(DailyPush.state))).scalars())


async def deliver(url: str, fake: FakeTelegram, people: range, clock: Callable[[], datetime]) -> Counter[PushState]:
    """Let the replicas run until every question has come to its end."""
    databases = [Database(url) for _ in range(REPLICAS)]
    await subscribe(databases[0], people)
    built = [replica(database, fake, clock) for database in databases]
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for _, bot, loops in built:
            await bot.initialize()
            for loop in loops:
                group.create_task(loop.run(stop))
        while (await states(databases[0]))[PushState.SENT] < len(people):  # noqa: ASYNC110 - rows set no event
            await asyncio.sleep(5)
        stop.set()
    for delivery, bot, _ in built:
        await delivery.drain(60)
        await bot.shutdown()
    ended = await states(databases[0])
    for database in databases:
        await database.dispose()
    return ended


@contextmanager
def messenger(people: range) -> Iterator[tuple[FakeTelegram, _LeapingLoop]]:
    """The strict server, whom all of them have written to, and the loop whose clock it lives by."""
    loop = _LeapingLoop()
    with FakeTelegram(clock=lambda: loop.date().timestamp()) as fake:
        for person in people:
            fake.user(person).send("/start")
        yield fake, loop


async def send_all(url: str, fake: FakeTelegram, people: range, clock: Callable[[], datetime]) -> None:
    """Let the dispatchers alone of the replicas send one message to everybody."""
    databases = [Database(url) for _ in range(REPLICAS)]
    async with databases[0].transaction() as tx:
        for person in people:
            await chats.meet(tx, person, ChatKind.PRIVATE, BEGIN)
            await outbox.enqueue(tx, envelope(Place(person), OutMessage("hello")), BEGIN)
    deliveries = [replica(database, fake, clock)[:2] for database in databases]
    for _, bot in deliveries:
        await bot.initialize()
    while any([await delivery.flush() for delivery, _ in deliveries]):
        pass
    for delivery, bot in deliveries:
        await delivery.drain(60)
        await bot.shutdown()
    for database in databases:
        await database.dispose()


def heard(fake: FakeTelegram, words: str) -> Counter[int]:
    """How often each person was sent something with these words in it."""
    sent = [call for call in fake.called("sendMessage") if words in call.params["text"]]
    return Counter(call.params["chat_id"] for call in sent)


def test_calls_keep_their_distance_though_the_database_lets_many_go_at_once(sqlite_url: str) -> None:
    people = range(1, 51)
    with messenger(people) as (fake, loop), asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(send_all(sqlite_url, fake, people, loop.date))
    assert not fake.refusals
    assert sorted(heard(fake, "hello").values()) == [1] * len(people)


@pytest.mark.slow
def test_a_backlog_is_delivered_at_the_rate_allowed_and_nobody_twice(sqlite_url: str) -> None:
    people = range(1, 2001)
    with messenger(people) as (fake, loop), asyncio.Runner(loop_factory=lambda: loop) as runner:
        ended = runner.run(deliver(sqlite_url, fake, people, loop.date))
    assert not fake.refusals
    assert ended == {PushState.SENT: len(people)}
    asked = heard(fake, "Question of the day")
    assert len(asked) == len(people)
    assert set(asked.values()) == {1}
    assert len(fake.called("sendMessage")) == len(people) + 3 * len(people) // CHATTY
