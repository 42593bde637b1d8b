"""The whole bot in this process and in a hurry: its clock, and that of the messenger, run several times too fast."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.bank import load_bank
from bot.domain.language import Language
from bot.domain.question import Bank, Question
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from bot.handlers.client import make_bot
from bot.handlers.delivery import RATE, Delivery
from bot.handlers.intake import Intake
from bot.handlers.polling import Poller
from bot.handlers.tools import Tools
from bot.i18n import Texts
from bot.observability import Metrics
from bot.rendering.html import plain_text
from bot.rendering.markdown import inline_html
from bot.services.conversation import Conversation
from bot.services.desk import Desk
from bot.services.editions import Editions
from bot.services.outbox import Outbox
from bot.workers.crew import DISPATCH, TICK, TIMERS
from bot.workers.loop import Loop
from storage import Database, StorageUnavailable
from tests.e2e.bot_process import ROOT
from tests.fakes.telegram import FakeTelegram, Group, Message, Seat

PATIENCE = 90.0
"""Real seconds to wait for anything."""
OVER = ("🏁", "/quiz begins again", "Начать снова", "Почати знову")
"""Signs that a game has ended."""


@dataclass
class Clock:
    """Time that runs `haste` times too fast."""

    haste: float
    began: float = field(default_factory=time.time)

    def seconds(self) -> float:
        """Unix time."""
        return self.began + self.haste * (time.time() - self.began)

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    async def sleep(self, seconds: float) -> None:
        """Let so much of this time pass."""
        await asyncio.sleep(seconds / self.haste)


@asynccontextmanager
async def running(fake: FakeTelegram, url: str, clock: Clock) -> AsyncIterator[Bank]:
    """The bot polls and works while the block runs; gives its bank."""
    bank, texts, metrics = load_bank([ROOT / "content"]), Texts.load(strict=True), Metrics()
    database, bot = Database(url), make_bot(fake.token, fake.url)
    editions = Editions(bank, lambda each: Conversation(each, Interviewer(each, RubricGrader())))
    desk, outbox = Desk(database, editions, texts), Outbox(database)
    delivery = Delivery(bot, outbox, clock, metrics, rate=RATE * clock.haste)
    intake = Intake(Tools(bot, desk, delivery, texts, clock, metrics, (StorageUnavailable,)))
    await bot.initialize()

    async def tick() -> bool:
        return len(await desk.wake(clock(), TIMERS)) == TIMERS

    stop = asyncio.Event()
    loops = (
        Loop("dispatcher", delivery.flush, DISPATCH / clock.haste, metrics),
        Loop("ticker", tick, TICK / clock.haste, metrics),
        Poller(bot, intake),
    )
    tasks = [asyncio.create_task(loop.run(stop)) for loop in loops]
    try:
        yield bank
    finally:
        stop.set()
        await asyncio.gather(*tasks)
        await intake.drain(5)
        await bot.shutdown()
        await database.dispose()


@dataclass
class Player:
    """Somebody who plays in a group, and has a private chat with the bot."""

    private: Seat
    place: Seat


@dataclass
class Party:
    """A group that plays one game; `hears` tells that players need not reply to the bot."""

    group: Group
    players: Sequence[Player]
    bank: Bank
    clock: Clock
    language: Language
    hears: bool
    answered: set[int] = field(default_factory=set)

    @classmethod
    def of(  # noqa: PLR0913 -- each is a thing of its own
        cls, fake: FakeTelegram, bank: Bank, clock: Clock, language: Language, size: int, *, hears: bool
    ) -> "Party":
        """A group of that size whose first member is its administrator, and in which the bot is one if it hears."""
        group = fake.group(f"{language} {size}", supergroup=True)
        first = 1000 * (1 + len(fake.state.chats))
        players = []
        for number in range(first, first + size):
            private = fake.user(number, f"P{number}", language.value)
            players.append(Player(private, group.seat(private)))
        group.chat.members[first] = "administrator"
        if hears:
            group.promote(players[0].place)
        return cls(group, players, bank, clock, language, hears)

    @property
    def host(self) -> Player:
        """Who starts."""
        return self.players[0]

    @property
    def sent(self) -> list[Message]:
        """The bot's messages in the group, tidied ones too."""
        return [message for message in self.group.chat.messages.values() if message.by_bot]

    async def play(self, mode: str, rounds: int = 1, seconds: int = 30) -> None:
        """One game to its end."""
        self.host.place.send("/quiz")
        menu = await self.host.place.expect("🎲", seconds=PATIENCE)
        self.host.place.tap(menu, f"qset:-:seconds:{seconds}")
        await self.host.place.expect(f"{seconds}", seconds=PATIENCE)
        self.host.place.send(f"/quiz {rounds} {mode}")
        while not self._is_over():
            await self._join_in()
            await self.clock.sleep(2)

    def _is_over(self) -> bool:
        return any(sign in message.text for message in self.sent for sign in OVER)

    async def _join_in(self) -> None:
        """Do whatever the bot's messages that nobody has reacted to yet ask for."""
        for message in [each for each in self.sent if each.id not in self.answered and not each.deleted]:
            if await self._react(message):
                self.answered.add(message.id)

    async def _react(self, message: Message) -> bool:
        """Whether there was something to do."""
        data = [button.get("callback_data", "") for row in message.buttons for button in row]
        if message.kind == "poll":
            self._vote(message)
        elif any(":ask:" in each or ":rate:" in each for each in data):
            self._ballot(message, data)
        elif any(":join:" in each for each in data):
            self.players[-1].place.tap(message, next(each for each in data if ":join:" in each))
            return False
        elif any(":skip:" in each for each in data):
            await self._answer(message, data)
        return True

    def _vote(self, message: Message) -> None:
        options = len(message.content["poll"]["options"])
        for number, player in enumerate(self.players):
            player.place.vote(message, number % options)

    def _ballot(self, message: Message, data: list[str]) -> None:
        for number, player in enumerate(self.players):
            player.place.tap(message, data[number % len(data)])

    async def _answer(self, message: Message, data: list[str]) -> None:
        """Answer the question of a board: in private where there is a link, alone when somebody is in the hot seat."""
        question = self._question(message)
        await self.clock.sleep(12)
        link = next((button["url"] for row in message.buttons for button in row if "url" in button), None)
        seated = link is None and len(data) == 1 and ":0" in data[0] and "🔥" in message.text
        answers = (example.answer for example in question.examples) if question else ()
        texts = [*answers, "I don't know", "🤷"]
        speakers = self.players[-1:] if seated or question is None else self.players
        for number, player in enumerate(speakers):
            text = texts[number % len(texts)].strip() or "?"
            if link is not None:
                player.private.send(f"/start {link.partition('start=')[2]}")
                await player.private.expect("✍️", seconds=PATIENCE)
                player.private.send(text)
            else:
                player.place.send(text, reply_to=None if self.hears else message)

    def _question(self, message: Message) -> Question | None:
        """Whose prompt the board shows; None for a follow-up."""
        of_language = self.bank.select(self.language)
        return next((each for each in of_language if plain_text(inline_html(each.prompt)) in message.text), None)
