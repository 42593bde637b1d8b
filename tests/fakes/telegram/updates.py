"""The queue of updates: long polling and webhook."""

import asyncio
import itertools
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.refusal import Refusal
from tests.fakes.telegram.signal import Signal

DEFAULT_KINDS = frozenset(
    {"message", "edited_message", "callback_query", "my_chat_member", "channel_post", "poll", "poll_answer"}
)
"""Kinds delivered when the bot has not said which it wants; more exist, the fake makes only these."""
TWO_POLLERS = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Webhook:
    """Where updates are posted to; empty `url`: nowhere."""

    url: str = ""
    secret: str = ""


@dataclass(slots=True)
class Queue:
    """Updates in order until confirmed; `again` are confirmed ones to be delivered once more.

    `repeats` is the share of updates that come once more after they were confirmed.
    """

    signal: Signal
    webhook: Webhook = field(default_factory=Webhook)
    kinds: frozenset[str] = DEFAULT_KINDS
    repeats: float = 0.0
    pending: list[Json] = field(default_factory=list)
    again: list[Json] = field(default_factory=list)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1001))
    _poller: int = 0
    _lock: "threading.Lock" = field(default_factory=threading.Lock)
    _chance: random.Random = field(default_factory=lambda: random.Random(7))

    def put(self, kind: str, payload: Json) -> Json:
        """Add an update; it is dropped when the bot has not asked for its kind, like a real one."""
        with self._lock:
            update = {"update_id": next(self._ids), kind: payload}
            if kind in self.kinds:
                self.pending.append(update)
        self.signal.notify()
        return update

    def redeliver(self, update: Json) -> None:
        """Deliver an update once more."""
        with self._lock:
            self.again.append(update)
        self.signal.notify()

    def confirm(self, update: Json) -> None:
        """Take an update that the webhook has accepted out of the queue."""
        with self._lock:
            if update in self.again:
                self.again.remove(update)
            elif update in self.pending:
                self._done_with([update])

    async def poll(self, params: Json, gone: Callable[[], bool]) -> list[Json]:
        """`getUpdates`: the offset confirms; waits up to `timeout` seconds; a newer call ends this one with 409."""
        if self.webhook.url:
            raise Refusal(409, WEBHOOK_SET)
        self._poller += 1
        mine = self._poller
        self.signal.notify()
        if allowed := params.get("allowed_updates"):
            self.kinds = frozenset(allowed)
        deadline = asyncio.get_running_loop().time() + params.get("timeout", 0)
        while not gone():
            mark = self.signal.mark
            if mine != self._poller:
                raise Refusal(409, TWO_POLLERS)
            found = self._take(params.get("offset", 0), min(params.get("limit", 100), 100))
            left = deadline - asyncio.get_running_loop().time()
            if found or left <= 0:
                return found
            await self.signal.wait(min(left, 0.25), mark)
        return []

    def _take(self, offset: int, limit: int) -> list[Json]:
        with self._lock:
            self._done_with([update for update in self.pending if update["update_id"] < offset])
            found = (self.again + self.pending)[:limit]
            self.again = self.again[limit:]
        return found

    def _done_with(self, updates: list[Json]) -> None:
        done = {update["update_id"] for update in updates}
        self.pending = [update for update in self.pending if update["update_id"] not in done]
        self.again += [update for update in updates if self._chance.random() < self.repeats]
