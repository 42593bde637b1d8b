"""Front desk: takes every incoming update to what it is for, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.language import Language
from bot.domain.messaging import Incoming, Membership, Moved, Place, PlaceKind, Pressed, Sender, Voted
from bot.i18n import Texts, guess_language
from bot.services.alarms import Alarms, Prepare
from bot.services.daily.dispatch import DailyAlarms
from bot.services.editions import Editions
from bot.services.gathering import ANSWER
from bot.services.moving import move
from bot.services.outbox import write_off
from bot.services.patience import Patience
from bot.services.quiz.clock import QuizClock
from bot.services.visit import Person, Visit
from storage import Database, Transaction, chats, games, updates, users
from storage.models import ChatKind

KINDS = {PlaceKind.PRIVATE: ChatKind.PRIVATE, PlaceKind.GROUP: ChatKind.GROUP}

SPREAD = 1_000_003
"""A prime that keeps the seeds of neighbouring updates apart."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of an update: outbox rows to deliver now, in order; `duplicate` when it had been handled before.

    `notice` is a short text for answering a callback query. `listening` when the answer waits for more messages, and
    `settled` is when it had waited long enough.
    """

    outbox: tuple[int, ...] = ()
    duplicate: bool = False
    notice: str | None = None
    listening: bool = False
    settled: datetime | None = None


class Desk:
    """Entry of all front ends."""

    def __init__(
        self,
        database: Database,
        editions: Editions,
        texts: Texts,
        default_language: Language = Language.EN,
        prepare: Prepare | None = None,
    ) -> None:
        """`prepare` is done with due timers before the transactions they are carried out in."""
        self._database = database
        self._editions = editions
        patience, daily = Patience(editions, texts), DailyAlarms(editions, texts)
        self._quiz = QuizClock(editions, texts)
        kinds = {kind: alarm for alarm in (patience, daily, self._quiz) for kind in alarm.KINDS}
        self._alarms = Alarms(database, kinds, prepare)
        self._texts = texts
        self._default_language = default_language

    async def receive(self, incoming: Incoming, now: datetime) -> Receipt:
        """Commit everything that follows from the update, then return; raises only if nothing was committed."""
        if not incoming.addressed and not await self._overhears(incoming.place):
            return Receipt()
        async with self._database.transaction() as tx:
            if not await updates.mark_processed(tx, incoming.update, now):
                return Receipt(duplicate=True)
            if isinstance(incoming.body, Membership | Moved):
                await _note_change(tx, incoming.place, incoming.body, now)
                if incoming.body is Membership.BLOCKED:
                    await self._quiz.shut(tx, incoming.place.chat, now)
                return Receipt()
            if isinstance(incoming.body, Voted):
                await self._count_vote(tx, incoming.sender, incoming.body, now)
                return Receipt()
            visit = await self._visit(tx, incoming, now)
            conversation = await self._editions.serving(visit)
            await conversation.route(visit, incoming.body)
            return Receipt(tuple(visit.sent), notice=visit.notice, listening=visit.listening)

    async def _overhears(self, place: Place) -> bool:
        """Whether what people say to each other matters; where no game is open nothing of it is even noted."""
        async with self._database.reading() as tx:
            return await games.is_open(tx, place.chat, place.thread or 0)

    async def _count_vote(self, tx: Transaction, sender: Sender, vote: Voted, now: datetime) -> None:
        """Keep a vote until its poll is counted."""
        guessed = guess_language(sender.language_code, self._default_language)
        await users.meet(tx, sender.id, sender.name, guessed.value, now)
        await games.vote(tx, vote.poll, sender.id, list(vote.options), now)

    async def wake(self, now: datetime, limit: int) -> tuple[Receipt, ...]:
        """Handle what is due by the clock, each in a transaction of its own."""
        rung = await self._alarms.ring(now, limit)
        return tuple(Receipt(each.rows, settled=each.due if each.kind == ANSWER else None) for each in rung)

    async def _visit(self, tx: Transaction, incoming: Incoming, now: datetime) -> Visit:
        sender, place, body = incoming.sender, incoming.place, incoming.body
        guessed = guess_language(sender.language_code, self._default_language)
        row = await users.meet(tx, sender.id, sender.name, guessed.value, now)
        chat = await chats.meet(tx, place.chat, KINDS[place.kind], now, place.title or None)
        where = Place(chat.id, place.kind, place.thread)
        tapped = body.message if isinstance(body, Pressed) else None
        return Visit(tx, self._texts, Person.of(row), where, now, incoming.update * SPREAD, tapped, incoming)


async def _note_change(tx: Transaction, place: Place, change: Membership | Moved, now: datetime) -> None:
    """The bot was let in or shut out, or the group has a new id."""
    await chats.meet(tx, place.chat, KINDS[place.kind], now)
    if isinstance(change, Moved):
        await move(tx, place.chat, change.chat, now)
    elif change is Membership.BLOCKED:
        await write_off(tx, place.chat, now, "blocked")
