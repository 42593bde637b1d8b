"""A subscriber whose days pass: what is due by the clock is planned, asked and delivered."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.messaging import OutMessage
from bot.services.daily.dispatch import Dispatch
from bot.services.daily.planner import Planner
from bot.services.desk import Desk
from bot.services.outbox import Claim, Outbox
from storage import Database, outbox, pushes
from storage.pushes import PushRow
from tests.integration.services.driver import NOON, Visitor, open_desk

KYIV = timedelta(hours=3)
"""Offset of Kyiv in May."""


@dataclass
class Life:
    """A person with the bot's workers around him; `outcomes` counts what became of deliveries."""

    database: Database
    visitor: Visitor
    planner: Planner
    dispatch: Dispatch
    outcomes: dict[str, int] = field(default_factory=dict)

    @classmethod
    def begin(cls, database: Database, only: str | None = None, **person: object) -> "Life":
        """Nothing has happened yet; with `only` that is the one question there is."""
        desk = open_desk(database, only=only)
        visitor = Visitor(desk, Outbox(database), **person)  # type: ignore[arg-type]
        return cls(database, visitor, Planner(database), Dispatch(database, desk._editions, desk._texts))

    @property
    def desk(self) -> Desk:
        """The desk that everybody here talks to."""
        return self.visitor.desk

    async def subscribe(self, words: str = "Kyiv", answer: str | None = "I don't know") -> list[OutMessage]:
        """Switch the daily question on, and have done with the first one unless there is no answer."""
        heard = await self.visitor.order(f"daily {words}")
        if answer is not None:
            for _ in range(2):
                heard = await self.visitor.type(answer)
        return heard

    async def work(self) -> list[OutMessage]:
        """What the workers do now: plan, ask, ring, deliver, note."""
        while await self.planner.plan(self.visitor.now):
            pass
        await self._ask()
        await self.desk.wake(self.visitor.now, 50)
        heard = await self.visitor.read()
        await self._ask()
        return heard + await self.visitor.read()

    async def _ask(self) -> None:
        done = await self.dispatch.ask(self.visitor.now, 50)
        for outcome, number in done.outcomes.items():
            self.outcomes[outcome] = self.outcomes.get(outcome, 0) + number

    async def at(self, days: int, hours: float = 9.1) -> list[OutMessage]:
        """What comes at that local hour, so many days after the first one."""
        self.visitor.now = NOON.replace(hour=0) - KYIV + timedelta(days=days, hours=hours)
        return await self.work()

    async def mornings(self, first: int, last: int) -> AsyncIterator[tuple[int, list[OutMessage]]]:
        """Each of these days' messages."""
        for day in range(first, last + 1):
            yield day, await self.at(day)

    async def pushes(self) -> tuple[PushRow, ...]:
        """All questions of the chat, oldest first."""
        async with self.database.reading() as tx:
            return tuple(reversed(await pushes.recent(tx, self.visitor.chat or self.visitor.id, 1000)))

    def later(self, **time: float) -> datetime:
        """Move the clock."""
        self.visitor.now += timedelta(**time)
        return self.visitor.now


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def is_question(message: OutMessage) -> bool:
    return "<b>Question of the day</b>" in message.html


async def queued(life: Life) -> None:
    """The question of the next day is in the outbox."""
    await life.subscribe()
    await life.at(1, 8)
    life.visitor.now = life.visitor.now.replace(hour=6, minute=5)
    while await life.planner.plan(life.visitor.now):
        pass
    await life.dispatch.ask(life.visitor.now, 10)


async def sending(life: Life) -> Claim:
    """It is just being sent."""
    await queued(life)
    (claim,) = await life.visitor.outbox.claim(life.visitor.now, 10)
    assert await life.visitor.outbox.begin(claim, life.visitor.now)
    return claim


async def lost(life: Life) -> None:
    """The process that was sending it died, and nobody knows whether it came."""
    await sending(life)
    life.later(seconds=outbox.LEASE.total_seconds() + 1)
    assert await life.work() == []
