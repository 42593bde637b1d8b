"""The Telegram side whole, against the fake: a desk that answers in a simple way over the real outbox."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from bot.domain.messaging import Button, Incoming, Outgoing, OutMessage, Place, PlaceKind, Pressed, Typed
from bot.handlers.client import make_bot
from bot.handlers.delivery import Delivery
from bot.handlers.intake import Intake
from bot.handlers.polling import Poller
from bot.handlers.tools import Tools
from bot.i18n import Texts
from bot.observability import Metrics
from bot.services.desk import Desk, Receipt
from bot.services.outbox import Outbox, envelope
from bot.workers.loop import Loop
from storage import Database, StorageUnavailable, chats, outbox, updates, users
from storage.models import ChatKind
from tests.fakes.telegram import FakeTelegram

HASTE = 20
"""How many times faster the bot's clock runs, so that the pace of a chat (1 s) is 50 ms."""


class Clock:
    """The bot's time: hasty, or once `leap` has been called, moved by that alone."""

    def __init__(self) -> None:
        self._stopped: datetime | None = None

    def __call__(self) -> datetime:
        running = datetime(2026, 5, 4, tzinfo=UTC) + timedelta(seconds=HASTE * time.monotonic())
        return self._stopped or running

    def leap(self, seconds: float) -> None:
        self._stopped = self() + timedelta(seconds=seconds)


@dataclass
class Scripted(Desk):
    """Answers `text` with `text!`; `a|b` with two messages; `button` with a button, and a press with a notice.

    `faults` are raised one by one by the next calls, `poison` by every call for that text; `delays` are seconds by
    text.
    """

    database: Database
    faults: list[Exception] = field(default_factory=list)
    poison: str = ""
    delays: dict[str, float] = field(default_factory=dict)
    received: list[Incoming] = field(default_factory=list)
    running: int = 0
    most: int = 0

    async def receive(self, incoming: Incoming, now: datetime) -> Receipt:
        text = incoming.body.text if isinstance(incoming.body, Typed) else ""
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await asyncio.sleep(self.delays.get(text, 0))
            if self.faults:
                raise self.faults.pop(0)
            if self.poison and text == self.poison:
                raise ValueError(f"cannot take {text}")
            return await self._commit(incoming, text, now)
        finally:
            self.running -= 1

    async def _commit(self, incoming: Incoming, text: str, now: datetime) -> Receipt:
        async with self.database.transaction() as tx:
            if not await updates.mark_processed(tx, incoming.update, now):
                return Receipt(duplicate=True)
            rows = await put(self.database, incoming.place, answers(text), now, tx)
        self.received.append(incoming)
        return Receipt(rows, notice="noted" if isinstance(incoming.body, Pressed) else None)

    def texts(self, chat: int) -> list[str]:
        """What was typed in the chat, as far as it was committed."""
        return [i.body.text for i in self.received if isinstance(i.body, Typed) and i.place.chat == chat]


def answers(text: str) -> list[OutMessage]:
    if text == "button":
        return [OutMessage("Press", ((Button("Yes", "y"),),))]
    return [OutMessage(f"{part}!") for part in text.split("|") if part]


async def put(
    database: Database, place: Place, messages: Sequence[Outgoing], now: datetime, tx: object = None
) -> tuple[int, ...]:
    """Queue messages, in a transaction of their own unless one is given."""
    if tx is None:
        async with database.transaction() as own:
            return await put(database, place, messages, now, own)
    kind = ChatKind.PRIVATE if place.kind is PlaceKind.PRIVATE else ChatKind.GROUP
    await users.meet(tx, abs(place.chat), "Somebody", "en", now)  # type: ignore[arg-type]
    await chats.meet(tx, place.chat, kind, now)  # type: ignore[arg-type]
    letters = [envelope(place, message) for message in messages]
    return tuple([await outbox.enqueue(tx, letter, now) for letter in letters])  # type: ignore[arg-type]


@dataclass
class Line:
    """The bot's parts as bootstrap would build them."""

    fake: FakeTelegram
    bot: Bot
    desk: Scripted
    outbox: Outbox
    delivery: Delivery
    tools: Tools
    intake: Intake
    metrics: Metrics
    clock: Clock

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[asyncio.Event]:
        """Poller and dispatcher run while the block does."""
        stop = asyncio.Event()
        loop = Loop("dispatcher", self.delivery.flush, 0.01, self.metrics)
        tasks = [asyncio.create_task(one.run(stop)) for one in (Poller(self.bot, self.intake), loop)]
        try:
            yield stop
        finally:
            stop.set()
            await asyncio.gather(*tasks)
            await self.intake.drain(5)

    async def backlog(self) -> int:
        """Messages not yet done with, also those to be sent much later."""
        depth, _age = await self.outbox.backlog(self.clock() + timedelta(days=2))
        return depth


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load(strict=True)


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram.unhurried() as server:
        yield server


@pytest.fixture
async def line(fake: FakeTelegram, sqlite_url: str, texts: Texts) -> AsyncIterator[Line]:
    database, bot, metrics, clock = Database(sqlite_url), make_bot(fake.token, fake.url), Metrics(), Clock()
    desk, box = Scripted(database), Outbox(database)
    delivery = Delivery(bot, box, clock, metrics, rate=1000)
    tools = Tools(bot, desk, delivery, texts, clock, metrics, (StorageUnavailable,))
    await bot.initialize()
    yield Line(fake, bot, desk, box, delivery, tools, Intake(tools, silence=0.0), metrics, clock)
    await bot.shutdown()
    await database.dispose()


async def wait_for(happened: Callable[[], bool]) -> None:
    """Until it has happened in this process, which the fake cannot see."""
    async with asyncio.timeout(5):
        while not happened():  # noqa: ASYNC110  # the doubles have no event for everything a test may ask
            await asyncio.sleep(0.005)
