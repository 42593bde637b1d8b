"""Work that goes on after the call that began it, and is waited for at the end."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from bot.observability import place_of

_log = structlog.get_logger()


class Errands:
    """Tasks in the background; a failure is logged by kind and place, and ends only its own task."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def run(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Start; `name` is for the log."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def room(self, most: int) -> int:
        """Wait until fewer than `most` are under way; how many more there may be."""
        while len(self._tasks) >= most:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        return most - len(self._tasks)

    async def drain(self, seconds: float) -> None:
        """Wait so long for all to finish, then cancel the rest."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            _log.error("errand_failed", errand=task.get_name(), fault=type(error).__name__, at=place_of(error))
