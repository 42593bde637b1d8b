"""A simulated year of daily questions over the real services and SQLite.

Clocks change, people travel, fall silent, block the bot; processes die between sending and noting it, are started anew,
and are down for hours and for days. Time goes in steps of an hour.
"""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random

import pytest
from sqlalchemy import func, select

from bot.domain.messaging import Incoming, Place, Sender, Typed
from bot.engine.daily.pace import SLOW_AFTER, SLOW_EVERY, STOP_AFTER
from bot.engine.daily.schedule import JITTER, LATE, local_instant
from bot.services.daily.dispatch import Dispatch
from bot.services.daily.planner import Planner
from bot.services.daily.when import next_at, timetable
from bot.services.outbox import Claim, Outbox
from storage import Database, chats, pushes, schedules, users
from storage.models import ChatKind, DailyPush, PushState, Schedule
from storage.pushes import UNANSWERED, PushRow
from storage.schedules import ScheduleRow
from tests.integration.services.driver import open_desk

BEGIN = datetime(2026, 3, 20, tzinfo=UTC)
"""A week before Europe changes its clocks."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ZONES = (
    "Europe/Kyiv",
    "Europe/Lisbon",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Almaty",
    "Pacific/Auckland",
    "Africa/Cairo",
)
OUTAGE, LEAST_OUTAGE = 0.15, 0.005
"""Chance to go down in an hour in which questions are due, divided by the people; and the least."""
LOST = 0.02
"""Share of deliveries after which the process dies before it can note them."""


@dataclass
class Someone:
    """A subscriber: how often he answers, where he travels, when he blocks the bot."""

    id: int
    faith: float
    trips: list[tuple[datetime, str]]
    blocks: datetime | None
    travels: bool
    answers: datetime | None = None


@dataclass(frozen=True)
class Delivery:
    """A message that reached a chat."""

    row: int
    chat: int
    at: datetime


class World:
    """The services, the people, and what was delivered."""

    def __init__(self, database: Database, seed: int) -> None:
        self.chance = Random(seed)
        self.delivered: list[Delivery] = []
        self.people: dict[int, Someone] = {}
        self.down: list[tuple[datetime, datetime]] = []
        self._database = database
        self._updates = 0
        self._wake, self._end = BEGIN, BEGIN + timedelta(days=9999)
        self.restart()

    def restart(self) -> None:
        """New processes: nothing is left of the old ones but the database."""
        self._desk, self._outbox = open_desk(self._database), Outbox(self._database)
        self._planner = Planner(self._database)
        self._dispatch = Dispatch(self._database, self._desk._editions, self._desk._texts)

    async def settle(self, people: int, days: int) -> None:
        """Let people subscribe, and plan their time."""
        for number in range(1, people + 1):
            await self._subscribe(number, days)

    async def _subscribe(self, number: int, days: int) -> None:
        travels = self.chance.random() < 0.2
        moments = sorted(BEGIN + self.chance.random() * days * DAY for _ in range(3)) if travels else []
        self.people[number] = Someone(
            number,
            self.chance.choice((0.0, 0.0, 0.3, 1.0)),
            [(moment, self.chance.choice(ZONES)) for moment in moments],
            BEGIN + self.chance.random() * days * DAY if self.chance.random() < 0.1 else None,
            travels,
        )
        row = ScheduleRow(
            user_id=number,
            chat_id=number,
            zone=self.chance.choice(ZONES),
            at=time(self.chance.randrange(24), self.chance.choice((0, 30))),
            days=self.chance.choice((127, 31)),
            topics=("http",),
        )
        async with self._database.transaction() as tx:
            await users.meet(tx, number, "Ada", "en", BEGIN)
            await chats.meet(tx, number, ChatKind.PRIVATE, BEGIN)
            await schedules.put(tx, replace(row, next_at=next_at(row, BEGIN)), BEGIN)

    def is_down(self, now: datetime) -> bool:
        return any(begin <= now < end for begin, end in self.down)

    async def hour(self, now: datetime) -> None:
        """What happens in an hour: nothing while the service is down, and everything with new processes after that."""
        if self.is_down(now):
            return
        if self.is_down(now - HOUR):
            self.restart()
        await self._travel(now)
        await self._answer(now)
        if now < self._wake:
            return
        while await self._planner.plan(now):
            pass
        # Whatever the jitter is, it is over within the hour.
        moment = now + JITTER
        if self.chance.random() < max(OUTAGE / len(self.people), LEAST_OUTAGE):
            await self._go_down(now, moment)
            return
        await self._ask(moment)
        self._wake = await self._next()

    async def _ask(self, moment: datetime) -> None:
        """Ask until nothing is due, and note what became of it."""
        while (await self._dispatch.ask(moment, 100)).asked:
            await self._deliver(moment)
        await self._deliver(moment)
        await self._dispatch.ask(moment, 100)

    async def close(self, now: datetime) -> datetime:
        """Up once more, and nothing left in hand."""
        now = max([now, *(end for _, end in self.down)])
        await self._ask(now)
        return now

    async def _go_down(self, now: datetime, moment: datetime) -> None:
        """With questions planned, or queued, and not sent."""
        self.down.append((now, now + self.chance.choice((1, 4, 9, 30, 80)) * HOUR))
        if self.chance.random() < 0.5:
            await self._dispatch.ask(moment, 100)

    async def _next(self) -> datetime:
        """When there is something to do next: the workers look all the time, which would take hours here."""
        async with self._database.reading() as tx:
            next_at = await tx.scalar(select(func.min(Schedule.next_at)))
            planned = select(func.min(DailyPush.due_at)).where(DailyPush.state == PushState.PLANNED)
            return min(at for at in (next_at, await tx.scalar(planned), self._end) if at)

    async def _travel(self, now: datetime) -> None:
        for someone in self.people.values():
            while someone.trips and someone.trips[0][0] <= now:
                _, zone = someone.trips.pop(0)
                async with self._database.transaction() as tx:
                    row = await schedules.find(tx, someone.id)
                    if row is not None and row.next_at is not None:
                        moved = replace(row, zone=zone)
                        await schedules.put(tx, replace(moved, next_at=next_at(moved, now)), now)
                self._wake = now

    async def _answer(self, now: datetime) -> None:
        for someone in self.people.values():
            if someone.answers is not None and someone.answers <= now:
                someone.answers = None
                for _ in range(2):
                    await self._say(someone, "I don't know", now)

    async def _say(self, someone: Someone, text: str, now: datetime) -> None:
        self._updates += 1
        said = Typed(text, self._updates)
        await self._desk.receive(Incoming(self._updates, Sender(someone.id, "Ada", "en"), Place(someone.id), said), now)

    async def _deliver(self, now: datetime) -> None:
        """Empty the outbox; leases run out and paces pass while this goes on."""
        while claims := await self._outbox.claim(now, 50):
            for claim in claims:
                assert await self._outbox.begin(claim, now)
                await self._reach(claim, now)
            now += timedelta(seconds=61)

    async def _reach(self, claim: Claim, now: datetime) -> None:
        someone = self.people[claim.place.chat]
        if someone.blocks is not None and someone.blocks <= now:
            await self._outbox.give_up(claim, now, "Forbidden: bot was blocked by the user", gone=True)
            return
        self.delivered.append(Delivery(claim.id, someone.id, now))
        if self.chance.random() > LOST:
            await self._outbox.sent(claim, now, claim.id)
        if someone.answers is None and self.chance.random() < someone.faith:
            someone.answers = now + self.chance.randint(1, 20) * HOUR


async def rows(world: World, database: Database) -> list[PushRow]:
    async with database.reading() as tx:
        return [push for person in world.people for push in await pushes.since(tx, person, BEGIN.date() - DAY)]


async def live(database: Database, people: int, days: int, seed: int) -> None:
    """So many people for so many days, and what must hold then."""
    world = World(database, seed)
    await world.settle(people, days)
    for hours in range(days * 24):
        await world.hour(BEGIN + hours * HOUR)
    await check(world, database, await world.close(BEGIN + days * DAY))


async def check(world: World, database: Database, end: datetime) -> None:
    found = await rows(world, database)
    pushed = {push.outbox_id: push for push in found if push.outbox_id is not None}
    sent = [(pushed[each.row], each) for each in world.delivered if each.row in pushed]
    check_once(found, sent)
    check_accounted(found, end)
    check_times(sent)
    check_quiet(world, sent)
    await check_everybody(world, database, found)


def check_once(found: list[PushRow], sent: list[tuple[PushRow, Delivery]]) -> None:
    assert max(Counter((push.chat_id, push.day) for push in found).values()) == 1
    assert max(Counter((push.chat_id, push.day) for push, _ in sent).values()) == 1


def check_accounted(found: list[PushRow], end: datetime) -> None:
    """Each came to an end, skipped ones for a reason; only what was due just now may still be on its way."""
    for push in found:
        if push.state in (PushState.PLANNED, PushState.QUEUED):
            assert push.due_at > end - 2 * HOUR, (push.chat_id, push.day, push.state)
        assert push.reason or push.state is not PushState.SKIPPED


def check_times(sent: list[tuple[PushRow, Delivery]]) -> None:
    for push, delivery in sent:
        assert push.due_at <= delivery.at + HOUR
        assert delivery.at <= push.due_at + LATE + HOUR, (push.chat_id, push.day)


def check_quiet(world: World, sent: list[tuple[PushRow, Delivery]]) -> None:
    """Who blocks the bot is left in peace, and who never answers is asked every third day from the eighth time on.

    What may have been lost on its way, or came too late, does not count against anybody.
    """
    for someone in world.people.values():
        mine = [(push, delivery) for push, delivery in sent if push.chat_id == someone.id]
        assert someone.blocks is None or all(delivery.at < someone.blocks for _, delivery in mine)
        silent = [push for push, _ in mine if push.reason == UNANSWERED]
        assert someone.faith > 0.0 or len(silent) <= STOP_AFTER
        if someone.faith == 0.0:
            assert all((later.day - earlier.day).days >= SLOW_EVERY for earlier, later in pairwise(silent[SLOW_AFTER:]))


async def check_everybody(world: World, database: Database, found: list[PushRow]) -> None:
    """Who stays at home and always answers has a question on each day that he chose, unless nobody was there to ask."""
    async with database.reading() as tx:
        homes = {each: await schedules.find(tx, each) for each in world.people}
    for someone in world.people.values():
        home = homes[someone.id]
        if home is None or home.last_day is None or someone.faith < 1 or someone.blocks or someone.travels:
            continue
        have = {push.day for push in found if push.chat_id == someone.id}
        for day in all_days(min(have), home.last_day):
            at = local_instant(timetable(home), day, home.at)
            missed = any(begin <= at + LATE and at <= end for begin, end in world.down)
            assert day in have or missed or not timetable(home).includes(day), (someone.id, day)


def all_days(first: date, last: date) -> list[date]:
    return [first + number * DAY for number in range((last - first).days + 1)]


@pytest.fixture
async def sqlite(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    yield database
    await database.dispose()


async def test_a_few_people_live_through_two_weeks(sqlite: Database) -> None:
    await live(sqlite, people=3, days=16, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize(("people", "days"), [(20, 365), (200, 365)])
async def test_many_people_live_through_a_year(sqlite: Database, people: int, days: int) -> None:
    await live(sqlite, people, days, seed=people)
