"""What is due by the clock: claimed, carried out, tried again; each feature says what its timers mean."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.observability import place_of
from storage import Database, StorageUnavailable, Transaction, timers
from storage.timers import NewTimer, TimerRow

STRIKES = 3
"""Tries for a timer whose handling fails for a reason of its own."""
AGAIN = timedelta(seconds=2)
"""Wait between them."""
_TRIES = "tries"
"""Where the payload of a timer that has failed counts its tries."""

Rows = tuple[int, ...]
"""Outbox rows that came of a timer, in order."""

Prepare = Callable[[tuple[TimerRow, ...], datetime], Awaitable[tuple[TimerRow, ...]]]
"""What is done with claimed timers before their transactions: it may take seconds and must not fail."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Rung:
    """A timer carried out: what it was for, when it was due, and what is to be sent."""

    kind: str
    due: datetime
    rows: Rows


class Alarm(Protocol):
    """What timers of a kind are for."""

    async def ring(self, tx: Transaction, timer: TimerRow, now: datetime) -> Rows:
        """Lock what it needs in the order of locks, then `timers.finish` it, and unless that fails carry it out."""
        ...

    async def give_up(self, tx: Transaction, timer: TimerRow, now: datetime) -> Rows:
        """Say what is to be said when carrying it out has failed for the last time; the timer is gone."""
        ...


class Alarms:
    """Carries out due timers, each in a transaction of its own."""

    def __init__(self, database: Database, alarms: Mapping[str, Alarm], prepare: Prepare | None = None) -> None:
        """`alarms` by kinds of timers; one of a kind that is not there only keeps something for a while."""
        self._database = database
        self._alarms = alarms
        self._prepare = prepare

    async def ring(self, now: datetime, limit: int) -> tuple[Rung, ...]:
        """Carry out up to `limit` due timers; StorageUnavailable when the database goes away meanwhile."""
        async with self._database.reading() as tx:
            if not await timers.are_due(tx, now):
                return ()
        async with self._database.transaction() as tx:
            due = await timers.claim(tx, now, limit)
        if self._prepare is not None:
            due = await self._prepare(due, now)
        return tuple([Rung(timer.kind, timer.due_at, await self._try(timer, now)) for timer in due])

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
            alarm = self._alarms.get(timer.kind)
            if alarm is not None:
                return await alarm.ring(tx, timer, now)
            await timers.finish(tx, timer)
            return ()

    async def _strike(self, timer: TimerRow, now: datetime) -> Rows:
        async with self._database.transaction() as tx:
            if not await timers.finish(tx, timer):
                return ()
            tries = timer.payload.get(_TRIES, 0) + 1
            if tries < STRIKES:
                await timers.arm(tx, _again(timer, now, tries))
                return ()
            alarm = self._alarms.get(timer.kind)
            return () if alarm is None else await alarm.give_up(tx, timer, now)


def _again(timer: TimerRow, now: datetime, tries: int) -> NewTimer:
    kept = {name: value for name, value in asdict(timer).items() if name not in {"id", "token"}}
    return NewTimer(**{**kept, "due_at": now + AGAIN, "payload": {**timer.payload, _TRIES: tries}})
