"""A group that plays: people who write in it, a clock that is turned by hand, and a reader of the outbox."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.domain.messaging import (
    Body,
    Incoming,
    Ordered,
    Outgoing,
    OutMessage,
    Place,
    PlaceKind,
    Pressed,
    Reaction,
    Retyped,
    Rights,
    Sender,
    Standing,
    Typed,
    Voted,
)
from bot.services.desk import Desk, Receipt
from bot.services.outbox import Claim, Outbox
from storage import Database
from storage.models import Timer
from tests.integration.services.driver import NOON, open_desk

GROUP = -1001
ADMIN = 1


@dataclass
class Group:
    """A group and its people; `said` is all that went out, in order, `shown` what stands in the group."""

    database: Database
    desk: Desk
    outbox: Outbox
    hears: bool = False
    deletes: bool = False
    forbids_polls: bool = False
    language_code: str = "en"
    chat: int = GROUP
    thread: int | None = None
    now: datetime = NOON
    updates: int = 0
    messages: int = 100
    receipt: Receipt = field(default_factory=Receipt)
    said: list[Outgoing] = field(default_factory=list)
    shown: dict[int, OutMessage] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=lambda: {ADMIN: "Ada", 2: "Bob", 3: "Cid"})

    @classmethod
    def over(cls, database: Database, *admins: int, only: str | None = None) -> "Group":
        return cls(database, open_desk(database, *admins, only=only), Outbox(database))

    async def order(self, line: str, by: int = ADMIN) -> list[Outgoing]:
        """Send a command such as `quiz docker 3`; Ada is the administrator."""
        name, _, arguments = line.partition(" ")
        return await self.send(Ordered(name, arguments, self._next()), by)

    async def write(self, text: str, by: int = ADMIN, *, reply: bool = True) -> int:
        """Write in the group; the message's id."""
        message = self._next()
        body = Typed(text, message, answers=1 if reply else None)
        await self.send(body, by, addressed=reply)
        return message

    async def edit(self, text: str, message: int, by: int = ADMIN) -> None:
        await self.send(Retyped(text, message, answers=1), by)

    async def press(self, label: str, by: int = ADMIN) -> str | None:
        """Press the latest button whose label holds this; what is shown over it."""
        for message, shown in sorted(self.shown.items(), reverse=True):
            for button in (button for row in shown.buttons for button in row):
                if label in button.label:
                    await self.send(Pressed(button.data, message, "c"), by)
                    return self.receipt.notice
        raise AssertionError(f"no button {label!r}")

    async def vote(self, poll: str, *options: int, by: int = ADMIN) -> None:
        await self.send(Voted(poll, options), by, private=True)

    async def whisper(self, body: Body, by: int = ADMIN, chat: int | None = None) -> list[Outgoing]:
        """Say something in private; `chat` is the group it is about."""
        return await self.send(body, by, private=True, about=chat)

    async def send(
        self, body: Body, by: int, *, private: bool = False, addressed: bool = True, about: int | None = None
    ) -> list[Outgoing]:
        """Hand in an update and take what it put into the outbox."""
        self.updates += 1
        place = Place(by) if private else Place(self.chat, PlaceKind.GROUP, self.thread)
        standing = Standing(about or self.chat, by == ADMIN, Rights(self.hears, self.deletes))
        sender = Sender(by, self.names.get(by, f"P{by}"), self.language_code)
        incoming = Incoming(self.updates, sender, place, body, addressed, standing, self.now.replace(microsecond=0))
        self.receipt = await self.desk.receive(incoming, self.now)
        return await self.read()

    async def wait(self, seconds: float) -> list[Outgoing]:
        """Let time pass, timer by timer."""
        until, heard = self.now + timedelta(seconds=seconds), len(self.said)
        while (due := await self._next_timer()) is not None and due <= until:
            self.now = max(self.now, due)
            await self.desk.wake(self.now, 50)
            await self.read()
        self.now = until
        return self.said[heard:]

    async def read(self) -> list[Outgoing]:
        """Everything in the outbox, delivered as if the pace of the chat were no matter."""
        heard, later = len(self.said), self.now
        while (await self.outbox.backlog(later))[0]:
            for claim in await self.outbox.claim(later, 50):
                await self._deliver(claim, later)
            later += timedelta(seconds=3)
        return self.said[heard:]

    @property
    def texts(self) -> list[str]:
        """Words of all messages so far."""
        return [message.html for message in self.said if isinstance(message, OutMessage)]

    @property
    def reactions(self) -> list[tuple[int, str]]:
        return [(each.message, each.emoji) for each in self.said if isinstance(each, Reaction)]

    async def _deliver(self, claim: Claim, now: datetime) -> None:
        assert await self.outbox.begin(claim, now)
        message = claim.message
        if isinstance(message, OutMessage) and message.poll and self.forbids_polls:
            await self.outbox.give_up(claim, now, "not enough rights to send polls to the chat")
            return
        self.said.append(message)
        number = None
        if isinstance(message, OutMessage):
            number = message.edits or self._next()
            self.shown[number] = replace(message, edits=None)
        poll = f"poll{number}" if isinstance(message, OutMessage) and message.poll else None
        await self.outbox.sent(claim, now, number, poll)

    def _next(self) -> int:
        self.messages += 1
        return self.messages

    async def _next_timer(self) -> datetime | None:
        async with self.database.reading() as tx:
            return (await tx.execute(select(func.min(Timer.due_at)))).scalar_one()
