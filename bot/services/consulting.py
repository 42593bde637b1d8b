"""A second opinion on settled answers, had before the transaction in which the interviewer reacts to them."""

import asyncio
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

import structlog

from bot.domain.verdict import Opinion
from bot.engine.opinions import Case
from bot.observability import place_of
from bot.opinion import Brief, believed, brief
from bot.services.breaker import Breaker
from bot.services.codec import dump_opinion, load_opinion
from bot.services.editions import Editions
from bot.services.gathering import ANSWER, OPINION, Waiting
from storage import Database, opinions, sessions
from storage.timers import TimerRow

_log = structlog.get_logger()


class Judge(Protocol):
    """A language model; `name` is what it is known by."""

    name: str

    async def ask(self, messages: Iterable[Mapping[str, str]], schema: Mapping[str, Any]) -> str:
        """Its reply, which should be JSON of that schema; raises whatever goes wrong, within its own time limit."""
        ...


class Consulting:
    """Asks the judge once an answer, within a budget a day that all processes share; what was said is kept.

    Whatever goes wrong here, the answer goes on without an opinion. `count` is told each outcome: `asked`, `kept`,
    `spent`, `resting` or `failed`.
    """

    def __init__(
        self, database: Database, editions: Editions, judge: Judge, budget: int, count: Callable[[str], None]
    ) -> None:
        self._database = database
        self._editions = editions
        self._judge = judge
        self._budget = budget
        self._count = count
        self._breaker = Breaker()

    async def prepare(self, due: tuple[TimerRow, ...], now: datetime) -> tuple[TimerRow, ...]:
        """The timers, those of answers with an opinion where there is one; all are asked about side by side."""
        return tuple(await asyncio.gather(*(self._advised(timer, now) for timer in due)))

    async def _advised(self, timer: TimerRow, now: datetime) -> TimerRow:
        if timer.kind != ANSWER or OPINION in timer.payload:
            return timer
        try:
            opinion = await self._opinion(timer, now)
        except Exception as error:  # noqa: BLE001  # an opinion is never worth an answer
            _log.warning("judge_failed", fault=type(error).__name__, at=place_of(error))
            self._count("failed")
            return timer
        return timer if opinion is None else replace(timer, payload={**timer.payload, OPINION: dump_opinion(opinion)})

    async def _opinion(self, timer: TimerRow, now: datetime) -> Opinion | None:
        case = await self._case(timer)
        asked = brief(case) if case else None
        if asked is None:
            return None
        key = asked.fingerprint(self._judge.name)
        async with self._database.reading() as tx:
            kept = await opinions.find(tx, key)
        if kept is not None:
            self._count("kept")
            return load_opinion(kept)
        opinion = await self._ask(asked, now)
        if opinion is not None:
            async with self._database.transaction() as tx:
                await opinions.keep(tx, key, timer.user_id or 0, dump_opinion(opinion), now)
        return opinion

    async def _case(self, timer: TimerRow) -> Case | None:
        answer = Waiting.of(timer.payload).answer
        async with self._database.reading() as tx:
            session = await sessions.find(tx, timer.session_id or 0)
            if session is None or not session.is_current:
                return None
            return await self._editions.of(session.created_at).interviews.doubtful(tx, session, answer)

    async def _ask(self, asked: Brief, now: datetime) -> Opinion | None:
        if not self._breaker.allows(now):
            self._count("resting")
            return None
        async with self._database.transaction() as tx:
            affordable = await opinions.spend(tx, now.date(), self._budget)
        if not affordable:
            self._count("spent")
            return None
        try:
            opinion = believed(await self._judge.ask(asked.messages(secrets.token_hex(16)), asked.schema), asked)
        except Exception:
            self._breaker.failed(now)
            raise
        self._breaker.succeeded()
        self._count("asked")
        return opinion
