"""Messages waiting to be delivered: claimed, sent, postponed or given up."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.messaging import OutMessage, Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A message taken for delivery; `token` proves the claim until its lease (60 s) ends."""

    id: int
    token: str
    place: Place
    message: OutMessage
    attempts: int


class Outbox:
    """The only way to the outbox for front ends; each method is one short transaction."""

    async def claim(self, now: datetime, limit: int, ids: tuple[int, ...] = ()) -> tuple[Claim, ...]:
        """Take up to `limit` due heads of chat queues (only of these rows if `ids` is given), oldest first."""
        raise NotImplementedError

    async def begin(self, claim: Claim, now: datetime) -> bool:
        """Mark as being sent; False when the claim is no longer ours and must not be sent."""
        raise NotImplementedError

    async def sent(self, claim: Claim, now: datetime, message_id: int | None) -> None:
        """Delivered; the chat's next message may go after its pace (1 s private, 3 s group)."""
        raise NotImplementedError

    async def postpone(self, claim: Claim, now: datetime, seconds: float, *, whole_chat: bool = False) -> None:
        """Try again later (a fault, or Telegram's RetryAfter: then the whole chat waits)."""
        raise NotImplementedError

    async def give_up(self, claim: Claim, now: datetime, reason: str, *, gone: bool = False) -> None:
        """Never to be sent; `gone` (the chat blocked the bot or is no more) drops all of the chat's messages."""
        raise NotImplementedError

    async def moved(self, old_chat: int, new_chat: int, now: datetime) -> None:
        """Telegram told on sending that the group became a supergroup: move its rows."""
        raise NotImplementedError
