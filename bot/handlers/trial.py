"""Having one update committed, through whatever goes wrong meanwhile."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.backoff import delay, pause
from bot.domain.messaging import Incoming, Membership, Moved, PlaceKind, Pressed, Retyped, Voted
from bot.handlers.presence import answer_press
from bot.handlers.tools import Tools
from bot.observability import place_of
from bot.services.desk import Receipt

STRIKES = 3
"""Tries for an update whose handling fails for a reason of its own."""
SILENCE = 5.0
"""Seconds a person waits for a database that is away before being told, once."""

_EXPECTING_NOTHING = (Retyped, Membership, Moved, Voted)
"""What people do without waiting for an answer."""

_log = structlog.get_logger()


@dataclass(slots=True)
class Trial:
    """Tries of one update: those that failed for a passing reason, and those that failed for one of its own."""

    tools: Tools
    incoming: Incoming
    receive: Callable[[Incoming], Awaitable[Receipt]]
    until: asyncio.Event
    silence: float = SILENCE
    began: float = field(default_factory=time.monotonic)
    faults: int = 0
    strikes: int = 0
    told: bool = False

    async def run(self) -> Receipt | None:
        """The receipt; None when the update was dropped. Raises the passing fault once `until` is set."""
        while True:
            try:
                return await self.receive(self.incoming)
            except self.tools.transient as error:
                if await self._wait(error):
                    raise
            except Exception as error:  # noqa: BLE001  # one update must not stop all that come after it
                if await self._strike(error):
                    return None

    async def _wait(self, error: Exception) -> bool:
        """Sit out a passing fault; whether to stop trying."""
        fault = type(error).__name__
        _log.warning("desk_unavailable", update=self.incoming.update, tries=self.faults + 1, fault=fault)
        self.tools.metrics.failed(fault)
        if self._is_silence_long():
            self.told = True
            await self._tell("error-delayed")
        self.faults += 1
        return await pause(self.until, delay(self.faults - 1))

    def _is_silence_long(self) -> bool:
        """Whether to tell the person; not when the next try is somebody else's, who would tell him again."""
        return not self.told and not self.until.is_set() and time.monotonic() - self.began >= self.silence

    async def _strike(self, error: Exception) -> bool:
        """Count a fault of the update itself; whether it is out."""
        fault, self.strikes = type(error).__name__, self.strikes + 1
        self.tools.metrics.failed(fault)
        if self.strikes < STRIKES:
            await pause(self.until, delay(self.strikes, base=0.1))
            return False
        _log.error("update_dropped", update=self.incoming.update, fault=fault, at=place_of(error))
        await self._tell("error-internal")
        return True

    async def _tell(self, text_id: str) -> None:
        """Say so in person; a group, and one who waits for no answer, are left in peace."""
        incoming, message = self.incoming, self.tools.message(self.incoming, text_id)
        if isinstance(incoming.body, Pressed):
            await answer_press(self.tools.bot, incoming.body.callback, message.html)
        elif incoming.place.kind is PlaceKind.PRIVATE and not isinstance(incoming.body, _EXPECTING_NOTHING):
            await self.tools.delivery.say(incoming.place, message)
