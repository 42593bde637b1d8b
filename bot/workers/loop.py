"""A piece of work done again and again until the end, whatever happens to it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from bot.backoff import delay, pause
from bot.observability import Metrics, place_of

Work = Callable[[], Awaitable[bool]]
"""One round of work; returns whether there may be more to do at once."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Loop:
    """Does `work` every `interval` seconds, at once again after a full round, and after a fault with growing waits.

    A stop lets the round under way finish.
    """

    name: str
    work: Work
    interval: float
    metrics: Metrics

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; never raises what the work raises."""
        faults = 0
        while not stop.is_set():
            began = time.monotonic()
            try:
                more = await self.work()
            except Exception as error:  # noqa: BLE001  # this is the supervisor: it logs, waits and starts again
                self._report(error, faults)
                await pause(stop, delay(faults, base=max(self.interval, 0.1)))
                faults += 1
            else:
                faults = 0
                await pause(stop, 0 if more else max(0.0, self.interval - (time.monotonic() - began)))

    def _report(self, error: Exception, faults: int) -> None:
        fault = type(error).__name__
        self.metrics.failed(fault)
        _log.error("worker_failed", worker=self.name, row=faults + 1, fault=fault, at=place_of(error))
