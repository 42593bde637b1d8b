"""A person who talks to the desk, and reads what the outbox holds for him."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.domain.dialogue import Medium
from bot.domain.messaging import (
    Body,
    Incoming,
    Ordered,
    OutMessage,
    Place,
    PlaceKind,
    Pressed,
    Retyped,
    Sender,
    Sent,
    Standing,
    Typed,
)
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.i18n import Texts
from bot.services.conversation import Conversation
from bot.services.desk import Desk, Receipt
from bot.services.editions import Editions
from bot.services.outbox import Outbox
from storage import Database
from tests.shipped import shipped_bank, shipped_grader

CONTENT = Path(__file__).parents[3] / "content"
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@cache
def _parts() -> tuple[Bank, Interviewer, Texts]:
    bank = shipped_bank()
    return bank, Interviewer(bank, shipped_grader()), Texts.load(strict=True)


def open_desk(database: Database, *admins: int, only: str | None = None, pause: float = 0.0) -> Desk:
    """A desk over the shipped bank, or over one question of it, as the product builds it."""
    bank, interviewer, texts = _parts()
    if only is not None:
        bank = replace(bank, questions={key: each for key, each in bank.questions.items() if key[0] == only})
    return Desk(
        database,
        Editions(bank, lambda each: Conversation(each, interviewer.over(each), admins, pause=pause)),
        texts,
    )


@dataclass
class Visitor:
    """One person in one chat; time passes a minute with every update, so that no pace holds the outbox up.

    `admin` is whether he runs the group he is in.
    """

    desk: Desk
    outbox: Outbox
    id: int = 7
    language_code: str = "en"
    chat: int | None = None
    admin: bool = False
    name: str = "Ada"
    now: datetime = NOON
    updates: int = 0
    receipt: Receipt = field(default_factory=Receipt)
    heard: list[OutMessage] = field(default_factory=list)

    async def type(self, text: str) -> list[OutMessage]:
        """Write a message and read the answers."""
        return await self.send(Typed(text, self.updates + 1))

    async def reply(self, text: str, message: int) -> list[OutMessage]:
        """Answer a message of the bot's, as people do in groups."""
        return await self.send(Typed(text, self.updates + 1, answers=message))

    async def order(self, line: str) -> list[OutMessage]:
        """Send a command such as `interview kafka` and read the answers."""
        name, _, arguments = line.partition(" ")
        return await self.send(Ordered(name, arguments, self.updates + 1))

    async def press(self, data: str) -> list[OutMessage]:
        """Tap a button by its data and read the answers."""
        return await self.send(Pressed(data, self.updates, f"callback-{self.updates}"))

    async def tap(self, label: str) -> list[OutMessage]:
        """Tap the button of that label under the last message that has it."""
        for message in reversed(self.heard):
            for row in message.buttons:
                for button in row:
                    if button.label.lower() == label.lower():
                        return await self.press(button.data)
        raise AssertionError(f"no button {label!r}")

    async def edit(self, text: str, message: int) -> list[OutMessage]:
        """Change an earlier message and read the answers."""
        return await self.send(Retyped(text, message))

    async def show(self, medium: Medium) -> list[OutMessage]:
        """Send something that is no text."""
        return await self.send(Sent(medium, self.updates + 1))

    async def send(self, body: Body, update: int | None = None) -> list[OutMessage]:
        """Hand in an update, a new one unless a number is given, and take what it put into the outbox."""
        if update is None:
            self.updates += 1
        incoming = Incoming(
            update or self.id * 1000 + self.updates,
            Sender(self.id, self.name, self.language_code),
            Place(self.chat or self.id, PlaceKind.GROUP if self.chat else PlaceKind.PRIVATE),
            body,
            standing=Standing(self.chat, self.admin) if self.chat else None,
        )
        self.receipt = await self.desk.receive(incoming, self.now)
        return await self.read()

    async def read(self) -> list[OutMessage]:
        """Everything that waits in the outbox, delivered."""
        read: list[OutMessage] = []
        while claims := await self.outbox.claim(self.now, 10):
            for claim in claims:
                assert await self.outbox.begin(claim, self.now)
                await self.outbox.sent(claim, self.now, len(self.heard) + len(read) + 1)
                if isinstance(claim.message, OutMessage):
                    read.append(claim.message)
            self.now += timedelta(minutes=1)
        self.heard += read
        return read
