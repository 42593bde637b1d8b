"""Front desk: takes every incoming update to the use case it is for, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.messaging import Incoming


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of an update: outbox rows to deliver now, in order; `duplicate` when it had been handled before.

    `notice` is a short text for answering a callback query.
    """

    outbox: tuple[int, ...] = ()
    duplicate: bool = False
    notice: str | None = None


class Desk:
    """Entry of all front ends."""

    async def receive(self, incoming: Incoming, now: datetime) -> Receipt:
        """Commit everything that follows from the update, then return; raises only if nothing was committed."""
        raise NotImplementedError

    async def wake(self, now: datetime, limit: int) -> tuple[Receipt, ...]:
        """Handle due timers (silence of a candidate and the like), each in a transaction of its own."""
        raise NotImplementedError
