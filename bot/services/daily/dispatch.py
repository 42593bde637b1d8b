"""What comes by the clock: planned questions are asked, reminders and reveals said, deliveries noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.domain.language import Language
from bot.domain.messaging import Place, PlaceKind
from bot.i18n import Texts
from bot.observability import place_of
from bot.rendering import menus
from bot.services.daily.reminders import NUDGE, REVEAL
from bot.services.daily.when import today_of
from bot.services.editions import Editions
from bot.services.visit import Person, Visit
from storage import Database, StorageUnavailable, Transaction, chats, pushes, schedules, sessions, timers, users
from storage.models import ChatKind, PushState
from storage.pushes import PushRow
from storage.schedules import ScheduleRow
from storage.timers import TimerRow

IN_HAND = 100
"""Questions in the outbox at most, some seconds of sending: what is behind them can still be put off or called off."""
SPREAD = 104_729
"""A prime that keeps the seeds of neighbouring questions apart."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Round:
    """What a round of asking came to: questions taken in hand, and how many deliveries ended how."""

    asked: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)


class Dispatch:
    """Asks planned questions, each in a transaction of its own that begins with the person."""

    def __init__(self, database: Database, editions: Editions, texts: Texts) -> None:
        self._database = database
        self._editions = editions
        self._texts = texts

    async def ask(self, now: datetime, limit: int) -> Round:
        """Ask up to `limit` planned questions whose time has come, as far as the outbox has room for them."""
        async with self._database.reading() as tx:
            queued = await pushes.count_queued(tx)
            due = await pushes.due(tx, now, min(limit, max(0, IN_HAND - queued)))
        outcomes = await self._settle(now) if queued else {}
        for push in due:
            await self._try(push, now)
        return Round(len(due), outcomes)

    async def _settle(self, now: datetime) -> Mapping[str, int]:
        async with self._database.transaction() as tx:
            return await pushes.settle(tx, now)

    async def _try(self, push: PushRow, now: datetime) -> None:
        """One that fails must not keep the others from their turn, and is not tried again."""
        try:
            async with self._database.transaction() as tx:
                await self._ask(tx, push, now)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001  # whatever is wrong with one question, the next must have its turn
            _log.error("daily_failed", push=push.id, fault=type(error).__name__, at=place_of(error))
            async with self._database.transaction() as tx:
                await pushes.change(tx, push.id, now, state=PushState.SKIPPED, reason="fault")

    async def _ask(self, tx: Transaction, push: PushRow, now: datetime) -> None:
        person = await users.lock(tx, push.user_id)
        locked = await pushes.lock(tx, push.id) if person else None
        if person is None or locked is None or locked.state is not PushState.PLANNED:
            return
        found = await _open(tx, self._texts, Person.of(person), locked, now)
        if found is None:
            await pushes.change(tx, push.id, now, state=PushState.SKIPPED, reason="off")
            return
        visit, schedule = found
        daily = self._editions.of(now).daily
        asker = daily.questions if visit.place.kind is PlaceKind.PRIVATE else daily.groups
        await asker.push(visit, locked, schedule)


class DailyAlarms:
    """Reminders and reveals."""

    KINDS = (NUDGE, REVEAL)
    """Kinds of timers that are handled here."""

    def __init__(self, editions: Editions, texts: Texts) -> None:
        self._editions = editions
        self._texts = texts

    async def ring(self, tx: Transaction, timer: TimerRow, now: datetime) -> tuple[int, ...]:
        """Say it, if there is still something to say."""
        person = await users.find(tx, timer.user_id or 0)
        push = await pushes.lock(tx, timer.payload["push"])
        if not await timers.finish(tx, timer) or person is None or push is None:
            return ()
        found = await _open(tx, self._texts, Person.of(person), push, now)
        if found is None:
            return ()
        visit, schedule = found
        if timer.kind == REVEAL:
            await self._editions.of(now).daily.groups.reveal(visit, push, schedule)
        else:
            await _nudge(visit, push, schedule)
        return tuple(visit.sent)

    async def give_up(self, tx: Transaction, timer: TimerRow, now: datetime) -> tuple[int, ...]:  # noqa: ARG002 - an Alarm's
        """A reminder that cannot be said is not missed."""
        return ()


async def _nudge(visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
    """Remind once, on the same day, of a question that came and is still open."""
    came = push.state is PushState.SENT
    session = await sessions.find(visit.tx, push.session_id) if came and push.session_id is not None else None
    if session is not None and session.is_current and today_of(schedule, visit.now) == push.day:
        nudge = menus.message(visit.texts, visit.language, "daily-nudge")
        await visit.say(replace(nudge, silent=schedule.silent), session.id)


async def _open(
    tx: Transaction, texts: Texts, person: Person, push: PushRow, now: datetime
) -> tuple[Visit, ScheduleRow] | None:
    """A visit to the chat of a question in its language, with its schedule; None when nothing is wanted there."""
    chat, schedule = await chats.find(tx, push.chat_id), await schedules.find(tx, push.chat_id)
    if chat is None or chat.gone_at is not None or schedule is None or not schedule.zone:
        return None
    if schedule.language:
        person = replace(person, language=Language(schedule.language))
    kind = PlaceKind.PRIVATE if chat.kind is ChatKind.PRIVATE else PlaceKind.GROUP
    return Visit(tx, texts, person, Place(chat.id, kind, push.thread_id), now, push.id * SPREAD), schedule
