"""Outbox rows → messages: the fast path after a commit, and the leftovers for the dispatcher."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
from telegram import Bot

from bot.backoff import delay
from bot.domain.messaging import OutMessage, Place
from bot.handlers.errands import Errands
from bot.handlers.sending import Delayed, Delivered, Outcome, Relocated, Undeliverable, transmit
from bot.observability import Metrics
from bot.services.outbox import UNKNOWN, Claim, Outbox

RATE = 25.0
"""Messages a second of all replicas together; Telegram allows some 30 (Bot FAQ, "limits")."""
WIDTH = 8
"""Messages sent at once; at 50 ms a call that is six times the rate allowed."""
BATCH = 32
"""Rows the dispatcher has in hand at most, so that all are sent well within their lease of 60 s."""
PATIENCE = 45.0
"""Seconds to go on trying to note that a message was sent: less than the lease, after which it would be sent again."""
TRIES = 1500
"""Tries before a message is given up, about a day: it would hold up all that follows in its chat."""

Clock = Callable[[], datetime]
"""Gives the present time, in UTC."""

_log = structlog.get_logger()


class Pace:
    """Spaces turns evenly: `rate` a second, no bursts, not even of callers that a busy machine wakes late."""

    def __init__(self, rate: float) -> None:
        self._gap = 1.0 / rate
        self._next = 0.0
        self._queue = asyncio.Lock()

    async def turn(self) -> None:
        """Return when it is the caller's turn; the next is counted from then, not from when this should have been."""
        clock = asyncio.get_running_loop().time
        async with self._queue:
            if (wait := self._next - clock()) > 0:
                await asyncio.sleep(wait)
            self._next = clock() + self._gap


class Delivery:
    """Sends what the outbox holds; safe to call from many tasks at once, since rows are claimed."""

    def __init__(self, bot: Bot, outbox: Outbox, clock: Clock, metrics: Metrics, *, rate: float = RATE) -> None:
        """`rate` is this process's share of RATE."""
        self._bot = bot
        self._outbox = outbox
        self._clock = clock
        self._metrics = metrics
        # Telegram counts the calls. The marks are paced as well: what is marked and waits for its call is lost if the
        # process dies meanwhile and it must not be sent twice.
        self._marks, self._calls = Pace(rate), Pace(rate)
        self._slots = asyncio.Semaphore(WIDTH)
        self._dispatched = Errands()

    async def deliver(self, ids: tuple[int, ...]) -> None:
        """Send these rows as far as the pace of their chats allows now; the dispatcher does the others."""
        left = set(ids)
        while left:
            claims = await self._outbox.claim(self._clock(), len(left), tuple(sorted(left)))
            if not claims:
                return
            left -= {claim.id for claim in claims}
            await self._send_all(claims)

    async def flush(self) -> bool:
        """Begin to send whatever is due, and do not wait for it: one slow call must not hold up all chats.

        Returns whether there was anything.
        """
        claims = await self._outbox.claim(self._clock(), await self._dispatched.room(BATCH))
        for claim in claims:
            self._dispatched.run(self._send(claim), "message from the outbox")
        return bool(claims)

    def answer(self, ids: tuple[int, ...], since: datetime) -> None:
        """Begin to send the answer to what was whole at that time, and note how long that takes."""
        self._dispatched.run(self._answer(ids, since), "answer")

    async def _answer(self, ids: tuple[int, ...], since: datetime) -> None:
        await self.deliver(ids)
        self._metrics.answered((self._clock() - since).total_seconds())

    async def drain(self, seconds: float) -> None:
        """Wait so long for what `flush` has begun."""
        await self._dispatched.drain(seconds)

    async def say(self, place: Place, message: OutMessage) -> None:
        """Send past the outbox, at most once: for when there is no database to queue it in."""
        await transmit(self._bot, place, message, self._calls.turn)

    async def _send_all(self, claims: tuple[Claim, ...]) -> None:
        results = await asyncio.gather(*(self._send(claim) for claim in claims), return_exceptions=True)
        for failed in filter(None, results):
            raise failed

    async def _send(self, claim: Claim) -> None:
        async with self._slots:
            await self._marks.turn()
            if not await self._outbox.begin(claim, self._clock()):
                return
            outcome = await transmit(self._bot, claim.place, claim.message, self._calls.turn)
        self._metrics.sent(type(outcome).__name__.lower())
        await self._settle(claim, outcome)

    async def _settle(self, claim: Claim, outcome: Outcome) -> None:
        """Note the outcome, again until the database takes it or the lease is nearly over."""
        deadline, attempt = asyncio.get_running_loop().time() + PATIENCE, 0
        while True:
            try:
                await self._note(claim, outcome)
            except Exception as error:
                _log.warning("outcome_not_noted", row=claim.id, attempt=attempt, fault=type(error).__name__)
                if asyncio.get_running_loop().time() > deadline:
                    raise
                await asyncio.sleep(delay(attempt, cap=5.0))
                attempt += 1
            else:
                return

    def _note(self, claim: Claim, outcome: Outcome) -> Awaitable[None]:
        outbox, now = self._outbox, self._clock()
        match outcome:
            case Delivered(message_id, poll_id):
                return outbox.sent(claim, now, message_id, poll_id)
            case Delayed() if reason := _hopeless(claim, outcome):
                return outbox.give_up(claim, now, reason)
            case Delayed(float() as seconds):
                return outbox.postpone(claim, now, seconds, whole_chat=True)
            case Delayed():
                return outbox.postpone(claim, now, delay(claim.attempts, base=1.0, cap=60.0))
            case Relocated(chat):
                return outbox.moved(claim.place.chat, chat, now)
            case Undeliverable(reason, gone):
                return outbox.give_up(claim, now, reason, gone=gone)


def _hopeless(claim: Claim, outcome: Delayed) -> str | None:
    """Why a message is not tried again, if it is not."""
    if claim.once and outcome.seconds is None and not outcome.unsent:
        return UNKNOWN
    return "tried too often" if claim.is_errand or claim.attempts >= TRIES else None
