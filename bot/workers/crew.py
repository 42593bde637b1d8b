"""The workers there are."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

import structlog

from bot.bank import BankError
from bot.domain.question import Bank
from bot.observability import Metrics
from bot.services.daily.dispatch import Round
from bot.services.desk import Desk
from bot.workers.loop import Loop
from bot.workers.reading import Reading

Clock = Callable[[], datetime]

DISPATCH = 0.25
"""Seconds between looks for messages whose chat may be written to again (one a second is the pace of a chat)."""
TICK = 0.25
"""Seconds between looks for timers: an answer that has settled is not to wait noticeably longer."""
TIMERS = 50
"""Timers handled in a round."""
PRUNE = 3600.0
"""Seconds between clearings; what is cleared is days old."""
BACKLOG = 15.0
"""Seconds between counts of the outbox, as often as Prometheus usually asks."""

PLAN = 5.0
"""Seconds between looks for daily questions to plan."""
ASK = 1.0
"""Seconds between looks for planned ones to ask."""
ASKED = 50
"""Daily questions asked in a round: twice what may be sent in the meantime."""

PREPARE = 2.0
"""Seconds between questions read for the grader, those just asked apart, which are read at once."""

RELOAD = 5.0
"""Seconds between looks at the files of the bank; a change is taken up after the second look that finds it."""

_log = structlog.get_logger()


class Sender(Protocol):
    """What delivers outbox rows."""

    async def flush(self) -> bool:
        """Begin to send whatever is due; whether there was anything."""
        ...

    def answer(self, ids: tuple[int, ...], since: datetime) -> None:
        """Begin to send the answer to what was whole at that time."""
        ...


def dispatcher(sender: Sender, metrics: Metrics) -> Loop:
    """Delivers what the fast path left."""
    return Loop("dispatcher", sender.flush, DISPATCH, metrics)


def ticker(desk: Desk, sender: Sender, clock: Clock, metrics: Metrics) -> Loop:
    """Handles timers that have come due; what came of them is begun to be sent, and not waited for."""

    async def tick() -> bool:
        receipts = await desk.wake(clock(), TIMERS)
        for receipt in receipts:
            if receipt.settled is not None and receipt.outbox:
                sender.answer(receipt.outbox, receipt.settled)
        if any(receipt.outbox and receipt.settled is None for receipt in receipts):
            await sender.flush()
        return len(receipts) == TIMERS

    return Loop("ticker", tick, TICK, metrics)


def janitor(prune: Callable[[datetime], Awaitable[int]], clock: Clock, metrics: Metrics) -> Loop:
    """Deletes what is of no use any more."""

    async def clean() -> bool:
        await prune(clock())
        return False

    return Loop("janitor", clean, PRUNE, metrics)


def planner(plan: Callable[[datetime], Awaitable[int]], clock: Clock, metrics: Metrics) -> Loop:
    """Plans daily questions, batch after batch as long as any are due."""

    async def work() -> bool:
        return await plan(clock()) > 0

    return Loop("planner", work, PLAN, metrics)


def asker(ask: Callable[[datetime, int], Awaitable[Round]], clock: Clock, metrics: Metrics) -> Loop:
    """Asks planned daily questions no faster than they can be sent, and counts what became of them."""

    async def work() -> bool:
        done = await ask(clock(), ASKED)
        for outcome, number in done.outcomes.items():
            metrics.daily(outcome, number)
        return done.asked == ASKED

    return Loop("asker", work, ASK, metrics)


def gauger(backlog: Callable[[datetime], Awaitable[tuple[int, float]]], clock: Clock, metrics: Metrics) -> Loop:
    """Shows how many messages wait and for how many seconds the oldest has."""

    async def gauge() -> bool:
        metrics.backlog(*await backlog(clock()))
        return False

    return Loop("gauger", gauge, BACKLOG, metrics)


def preparer(bank: Callable[[], Bank], reading: Reading, metrics: Metrics) -> Loop:
    """Reads questions for the grader one by one, so that no first answer to one waits for that."""

    async def read() -> bool:
        return reading.go_on(bank())

    return Loop("preparer", read, PREPARE, metrics)


def reloader(
    look: Callable[[], Bank | None], take_up: Callable[[Bank, datetime], None], clock: Clock, metrics: Metrics
) -> Loop:
    """Takes up a changed bank; one that cannot be used is refused, and the one in use stays."""

    async def refresh() -> bool:
        try:
            bank = await asyncio.to_thread(look)
        except BankError as error:
            _log.error("bank_refused", problems=len(error.problems), first=str(error.problems[0]))
            return False
        if bank is not None:
            take_up(bank, clock())
            _log.info("bank_taken_up", questions=len(bank.questions), topics=len(bank.topics))
        return False

    return Loop("reloader", refresh, RELOAD, metrics)
