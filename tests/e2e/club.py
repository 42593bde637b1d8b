"""The whole bot in this process, and groups that play; its clock, and the messenger's, are turned by hand."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from bot.bank import load_bank
from bot.domain.language import Language
from bot.domain.question import Bank, Question
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from bot.handlers.client import make_bot
from bot.handlers.delivery import Delivery
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
from bot.workers.crew import TIMERS
from bot.workers.loop import Loop
from storage import Database, StorageUnavailable
from tests.e2e.bot_process import ROOT
from tests.fakes.telegram import FakeTelegram, Group, Message, Seat

STEP = 2.0
"""Seconds of the bot's time between two looks of the players."""
BREATH = 0.03
"""Real seconds in which the bot, with nothing to wait for, gets on."""
OVER = ("🏁", "/quiz begins again", "Начать снова", "Почати знову")
"""Signs that a game has ended."""


@dataclass
class Clock:
    """Time that passes only by leaps: however slow the machine is, everybody comes in time."""

    unix: float = field(default_factory=time.time)

    def seconds(self) -> float:
        """Unix time."""
        return self.unix

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self.unix, UTC)


@dataclass
class Club:
    """The bot at work, and what it is to be left in peace with before time goes on."""

    fake: FakeTelegram
    bank: Bank
    clock: Clock
    outbox: Outbox

    async def go_on(self, seconds: float = STEP) -> None:
        """Let time pass once the bot has taken every update and sent all that it may send now."""
        before = None
        while before is None or self.fake.queue.pending or before != await self.outbox.backlog(self.clock()):
            before = await self.outbox.backlog(self.clock())
            await asyncio.sleep(BREATH)
        self.clock.unix += seconds


@asynccontextmanager
async def running(fake: FakeTelegram, url: str, clock: Clock) -> AsyncIterator[Club]:
    """The bot polls and works while the block runs."""
    bank, texts, metrics = load_bank([ROOT / "content"]), Texts.load(strict=True), Metrics()
    database, bot = Database(url), make_bot(fake.token, fake.url)
    editions = Editions(bank, lambda each: Conversation(each, Interviewer(each, RubricGrader())))
    desk, outbox = Desk(database, editions, texts), Outbox(database)
    delivery = Delivery(bot, outbox, clock, metrics, rate=1000)
    intake = Intake(Tools(bot, desk, delivery, texts, clock, metrics, (StorageUnavailable,)))
    await bot.initialize()

    async def tick() -> bool:
        return len(await desk.wake(clock(), TIMERS)) == TIMERS

    stop = asyncio.Event()
    loops = (
        Loop("dispatcher", delivery.flush, BREATH / 3, metrics),
        Loop("ticker", tick, BREATH / 3, metrics),
        Poller(bot, intake),
    )
    tasks = [asyncio.create_task(loop.run(stop)) for loop in loops]
    try:
        yield Club(fake, bank, clock, outbox)
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

    club: Club
    group: Group
    players: Sequence[Player]
    language: Language
    hears: bool
    noticed: set[int] = field(default_factory=set)
    later: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    @classmethod
    def of(cls, club: Club, language: Language, size: int, *, hears: bool, supergroup: bool = True) -> "Party":
        """A group of that size whose first member is its administrator, and in which the bot is one if it hears."""
        group = club.fake.group(f"{language} {size}", supergroup=supergroup)
        first = 1000 * (1 + len(club.fake.state.chats))
        players = []
        for number in range(first, first + size):
            private = club.fake.user(number, f"P{number}", language.value)
            players.append(Player(private, group.seat(private)))
        group.chat.members[first] = "administrator"
        if hears:
            group.promote(players[0].place)
        return cls(club, group, players, language, hears)

    @property
    def host(self) -> Player:
        """Who starts."""
        return self.players[0]

    @property
    def sent(self) -> list[Message]:
        """The bot's messages in the group, tidied ones too."""
        return [message for message in self.group.chat.messages.values() if message.by_bot]

    @property
    def is_over(self) -> bool:
        """Whether the game has ended."""
        return any(sign in message.text for message in self.sent for sign in OVER)

    def begin(self, mode: str, rounds: int) -> None:
        """Ask for a game with time enough: its rounds are skipped once everybody has answered."""
        self.host.place.send(f"/quiz {rounds} {mode}")

    def move(self) -> None:
        """Become a supergroup, in which everybody is."""
        self.group = self.group.migrate()
        for player in self.players:
            player.place = self.group.seat(player.private)

    def join_in(self) -> None:
        """Do what is due, and whatever the bot's messages that nobody has noticed yet ask for."""
        due = [deed for at, deed in self.later if at <= self.club.clock.unix]
        self.later = [(at, deed) for at, deed in self.later if at > self.club.clock.unix]
        for deed in due:
            deed()
        for message in self.sent:
            if message.id not in self.noticed and self._react(message):
                self.noticed.add(message.id)

    def _after(self, seconds: float, deed: Callable[[], None]) -> None:
        self.later.append((self.club.clock.unix + seconds, deed))

    def _react(self, message: Message) -> bool:
        """Whether that is all there is to do about it."""
        data = [str(button.get("callback_data", "")) for row in message.buttons for button in row]
        if any(":join:" in each for each in data):
            self.players[-1].place.tap(message, data[0])
            return False
        if message.kind == "poll":
            self._vote(message, data)
        elif any(":ask:" in each or ":rate:" in each for each in data):
            self._ballot(message, data)
        elif any(":skip:" in each for each in data):
            self._answer(message, data)
        return True

    def _vote(self, message: Message, data: list[str]) -> None:
        options = len(message.content["poll"]["options"])
        for number, player in enumerate(self.players):
            player.place.vote(message, number % options)
        self._after(5, lambda: self._skip(self.host, message, data))

    def _ballot(self, message: Message, data: list[str]) -> None:
        for number, player in enumerate(self.players):
            player.place.tap(message, data[number % len(data)])

    def _answer(self, message: Message, data: list[str]) -> None:
        """Answer the question of a board: in private where there is a link, alone when somebody is in the hot seat."""
        question = self.question(message)
        answers = [example.answer.strip() for example in question.examples] if question else []
        texts = [*answers, "I don't know", "🤷"]
        link = next((button["url"] for row in message.buttons for button in row if "url" in button), None)
        seated = link is None and (question is None or "🔥" in message.text)
        speakers = self.players[-1:] if seated else self.players
        for number, player in enumerate(speakers):
            if link is not None:
                player.private.send(f"/start {link.partition('start=')[2]}")
            self._after(20, partial(self._say, player, texts[number % len(texts)], link, message))
        self._after(30, lambda: self._skip(speakers[-1] if seated else self.host, message, data))

    def _say(self, player: Player, text: str, link: str | None, message: Message) -> None:
        if link is not None:
            player.private.send(text)
        else:
            player.place.send(text, reply_to=None if self.hears else message)

    def _skip(self, player: Player, message: Message, data: list[str]) -> None:
        player.place.tap(message, data[-1])

    def question(self, message: Message) -> Question | None:
        """Whose prompt the board shows; None for a follow-up."""
        of_language = self.club.bank.select(self.language)
        return next((each for each in of_language if plain_text(inline_html(each.prompt)) in message.text), None)
