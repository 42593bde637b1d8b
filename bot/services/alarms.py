"""What is due by the clock: a candidate's silence, an answer that has settled."""

from datetime import datetime, timedelta

import structlog

from bot.domain.dialogue import Event, Waited
from bot.domain.messaging import Place
from bot.i18n import Texts
from bot.observability import place_of
from bot.services.editions import Editions
from bot.services.gathering import ANSWER, Waiting
from bot.services.interviews import SILENCE
from bot.services.visit import Person, Visit
from storage import Database, StorageUnavailable, sessions, timers, users
from storage.timers import NewTimer, TimerRow

STRIKES = 3
"""Tries for a timer whose handling fails for a reason of its own."""
AGAIN = timedelta(seconds=2)
"""Wait between them."""
_TRIES = "tries"
"""Where the payload of a timer that has failed counts its tries."""

SPREAD = 7919
"""A prime that keeps the seeds of neighbouring interviews apart."""

Rows = tuple[int, ...]
"""Outbox rows that came of a timer, in order."""

_log = structlog.get_logger()


class Alarms:
    """Carries out due timers, each in a transaction of its own; those of ended interviews do nothing."""

    def __init__(self, database: Database, editions: Editions, texts: Texts) -> None:
        self._database = database
        self._editions = editions
        self._texts = texts

    async def ring(self, now: datetime, limit: int) -> tuple[Rows, ...]:
        """Carry out up to `limit` due timers; StorageUnavailable when the database goes away meanwhile."""
        async with self._database.reading() as tx:
            if not await timers.are_due(tx, now):
                return ()
        async with self._database.transaction() as tx:
            due = await timers.claim(tx, now, limit)
        return tuple([await self._try(timer, now) for timer in due])

    async def _try(self, timer: TimerRow, now: datetime) -> Rows:
        """One that fails must not keep the others from their turn."""
        try:
            return await self._carry_out(timer, now)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001  # whatever is wrong with one timer, the next must have its turn
            _log.error("timer_failed", timer=timer.id, kind=timer.kind, fault=type(error).__name__, at=place_of(error))
            return await self._strike(timer, now)

    async def _carry_out(self, timer: TimerRow, now: datetime) -> Rows:
        async with self._database.transaction() as tx:
            person = await users.find(tx, timer.user_id or 0)
            session = await sessions.lock(tx, timer.session_id or 0)
            if not await timers.finish(tx, timer) or person is None or session is None or not session.is_current:
                return ()
            place = Place(session.chat_id, thread=session.thread_id)
            visit = Visit(tx, self._texts, Person.of(person), place, now, session.id * SPREAD)
            interviews = self._editions.of(session.created_at).interviews
            event = _event(timer)
            if event is not None:
                await interviews.take(visit, session, event)
            return tuple(visit.sent)

    async def _strike(self, timer: TimerRow, now: datetime) -> Rows:
        """Set it once more; after the last try the answer is given up and the person is told."""
        async with self._database.transaction() as tx:
            person = await users.find(tx, timer.user_id or 0)
            if not await timers.finish(tx, timer) or person is None or timer.chat_id is None:
                return ()
            tries = timer.payload.get(_TRIES, 0) + 1
            if tries < STRIKES:
                await timers.arm(tx, _again(timer, now, tries))
                return ()
            visit = Visit(tx, self._texts, Person.of(person), Place(timer.chat_id), now, timer.id)
            if timer.kind == ANSWER:
                await visit.tell("error-internal")
            return tuple(visit.sent)


def _event(timer: TimerRow) -> Event | None:
    """What the timer tells the interviewer; None for one that only keeps something for a while."""
    if timer.kind == ANSWER:
        return Waiting.of(timer.payload).answer
    return Waited(timer.payload["turn"]) if timer.kind == SILENCE else None


def _again(timer: TimerRow, now: datetime, tries: int) -> NewTimer:
    return NewTimer(
        key=timer.key,
        kind=timer.kind,
        due_at=now + AGAIN,
        user_id=timer.user_id,
        chat_id=timer.chat_id,
        session_id=timer.session_id,
        payload={**timer.payload, _TRIES: tries},
    )
