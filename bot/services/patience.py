"""Timers of an interview: a candidate's silence, an answer that has settled."""

from dataclasses import replace
from datetime import datetime

from bot.domain.dialogue import Event, Waited
from bot.domain.messaging import Place
from bot.i18n import Texts
from bot.services.codec import load_opinion
from bot.services.editions import Editions
from bot.services.gathering import ANSWER, OPINION, Waiting
from bot.services.interviews import SILENCE
from bot.services.visit import Person, Visit
from storage import Transaction, sessions, timers, users
from storage.timers import TimerRow

SPREAD = 7919
"""A prime that keeps the seeds of neighbouring interviews apart."""


class Patience:
    """Tells the interviewer what his timers say; those of ended interviews do nothing."""

    KINDS = (ANSWER, SILENCE)
    """Kinds of timers that are handled here."""

    def __init__(self, editions: Editions, texts: Texts) -> None:
        self._editions = editions
        self._texts = texts

    async def ring(self, tx: Transaction, timer: TimerRow, now: datetime) -> tuple[int, ...]:
        """Hand the settled answer, or the silence, to the interviewer."""
        person = await users.find(tx, timer.user_id or 0)
        session = await sessions.lock(tx, timer.session_id or 0)
        if not await timers.finish(tx, timer) or person is None or session is None or not session.is_current:
            return ()
        place = Place(session.chat_id, thread=session.thread_id)
        visit = Visit(tx, self._texts, Person.of(person), place, now, session.id * SPREAD)
        await self._editions.of(session.created_at).interviews.take(visit, session, _event(timer))
        return tuple(visit.sent)

    async def give_up(self, tx: Transaction, timer: TimerRow, now: datetime) -> tuple[int, ...]:
        """The answer is lost to the interview: tell the person."""
        person = await users.find(tx, timer.user_id or 0)
        if person is None or timer.chat_id is None or timer.kind != ANSWER:
            return ()
        visit = Visit(tx, self._texts, Person.of(person), Place(timer.chat_id), now, timer.id)
        await visit.tell("error-internal")
        return tuple(visit.sent)


def _event(timer: TimerRow) -> Event:
    if timer.kind != ANSWER:
        return Waited(timer.payload["turn"])
    opinion = timer.payload.get(OPINION)
    return replace(Waiting.of(timer.payload).answer, opinion=load_opinion(opinion) if opinion else None)
