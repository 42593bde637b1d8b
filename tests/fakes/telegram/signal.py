"""Waking waiters of several event loops."""

import asyncio
import threading
from contextlib import suppress


class Signal:
    """Wakes everyone who waits, in whatever thread.

    Take `mark` before looking at what is waited for, so that a change in between is not slept through.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self.mark = 0

    def notify(self) -> None:
        """Wake all; may be called from any thread."""
        with self._lock:
            self.mark += 1
            waiting, self._waiting = self._waiting, set()
        for loop, event in waiting:
            with suppress(RuntimeError):  # a loop that has been closed waits no more
                loop.call_soon_threadsafe(event.set)

    async def wait(self, seconds: float, mark: int) -> None:
        """Return once `notify` has been called since `mark`, or after `seconds`."""
        entry = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            if self.mark != mark:
                return
            self._waiting.add(entry)
        try:
            async with asyncio.timeout(seconds):
                await entry[1].wait()
        except TimeoutError:
            pass
        finally:
            with self._lock:
                self._waiting.discard(entry)
