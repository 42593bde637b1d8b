"""Long polling that confirms an update only after it is committed."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.backoff import delay, pause
from bot.handlers.errors import ConflictError
from bot.handlers.incoming import ALLOWED
from bot.handlers.intake import Intake
from bot.handlers.sending import seconds_of

WAIT = 25
"""Seconds Telegram holds a poll open when there is nothing."""
PATIENCE = 0.05
"""Seconds a poll waits for slow updates before it asks for those of other chats."""
GRACE = 10.0
"""Seconds updates under way are given at the end."""

_CONFLICT = (
    "Telegram gives this bot's updates to somebody else: another process runs with the same BOT_TOKEN, or a webhook "
    "was set. Stop the other one; only one process can poll, several need the webhook."
)
_T = TypeVar("_T")

_log = structlog.get_logger()


class Poller:
    """Takes updates by getUpdates.

    The offset is the first update not yet committed, so that a crash loses none: what was handled already comes again
    and is known by its id. While one chat is slow the updates of others are still taken.
    """

    def __init__(self, bot: Bot, intake: Intake) -> None:
        self._bot = bot
        self._intake = intake
        self._open: dict[int, asyncio.Task[None]] = {}
        self._done: set[int] = set()
        self._latest: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; ConflictError when Telegram says that somebody else polls or a webhook is set."""
        attempt = 0
        try:
            await self._unhook(stop)
            while not stop.is_set():
                try:
                    await self._round(stop)
                except Conflict as error:
                    raise ConflictError(_CONFLICT) from error
                except TelegramError as error:
                    _log.warning("poll_failed", attempt=attempt, fault=type(error).__name__)
                    await pause(stop, _wait(error, attempt))
                    attempt += 1
                else:
                    attempt = 0
        finally:
            stop.set()
            await self._drain()

    async def _round(self, stop: asyncio.Event) -> None:
        updates = await _unless(stop, self._fetch()) or []
        fresh = sum([self._start(update, stop) for update in updates])
        if updates:
            self._latest = updates[-1]["update_id"]
        if self._open:
            await asyncio.wait(self._open.values(), timeout=PATIENCE)
        if self._open and not fresh:
            await asyncio.wait(self._open.values(), timeout=1.0, return_when=asyncio.FIRST_COMPLETED)

    async def _fetch(self) -> list[dict[str, Any]]:
        """Updates as JSON, to be read one by one: one that the client's types do not fit must not hide the others."""
        asked: dict[str, Any] = {"timeout": WAIT, "allowed_updates": '["' + '","'.join(ALLOWED) + '"]'}
        if (offset := self._offset()) is not None:
            self._done = {update for update in self._done if update >= offset}
            asked["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        return cast("list[dict[str, Any]]", await self._bot.request.post(url, read_timeout=WAIT + 10.0))

    def _offset(self) -> int | None:
        if self._open:
            return min(self._open)
        return None if self._latest is None else self._latest + 1

    def _start(self, update: dict[str, Any], stop: asyncio.Event) -> bool:
        """Begin work on an update unless it is under way or done already; whether it was new."""
        number = update["update_id"]
        if number in self._open or number in self._done:
            return False
        task = asyncio.create_task(self._intake.take(update, stop), name=f"update {number}")
        self._open[number] = task
        task.add_done_callback(lambda done: self._close(number, done))
        return True

    def _close(self, number: int, task: asyncio.Task[None]) -> None:
        del self._open[number]
        self._done.add(number)
        if not task.cancelled() and task.exception() is not None:
            # Only a stop ends a task so: nothing is fetched after it, and so this update is never confirmed.
            _log.warning("update_left", update=number)

    async def _unhook(self, stop: asyncio.Event) -> None:
        attempt = 0
        while not stop.is_set():
            try:
                await self._bot.delete_webhook()
            except TelegramError as error:
                _log.warning("webhook_not_removed", attempt=attempt, fault=type(error).__name__)
                await pause(stop, _wait(error, attempt))
                attempt += 1
            else:
                return

    async def _drain(self) -> None:
        if self._open:
            _, late = await asyncio.wait(self._open.values(), timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


def _wait(error: TelegramError, attempt: int) -> float:
    return seconds_of(error) if isinstance(error, RetryAfter) else delay(attempt)


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, _T]) -> _T | None:
    """What the work gives, or None when `stop` is set first."""
    task, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for one in (task, stopped):
            one.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)
