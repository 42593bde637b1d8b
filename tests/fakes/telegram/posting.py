"""Delivery of updates to a webhook: one at a time per chat, again until answered with success."""

import asyncio
from dataclasses import dataclass, field

import httpx

from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.updates import Queue

RETRY = 0.05
"""Seconds before the first repetition; each further one waits twice as long, up to 20 times this."""


@dataclass(slots=True)
class Postman:
    """Posts the queue's updates while a webhook is set."""

    queue: Queue
    _busy: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        """Until cancelled."""
        async with httpx.AsyncClient(timeout=30) as client:
            try:
                while True:
                    mark = self.queue.signal.mark
                    self._start(client)
                    await self.queue.signal.wait(0.25, mark)
            finally:
                for task in self._busy.values():
                    task.cancel()

    def _start(self, client: httpx.AsyncClient) -> None:
        if not self.queue.webhook.url:
            return
        for update in [*self.queue.again, *self.queue.pending]:
            chat = chat_of(update)
            if chat not in self._busy:
                self._busy[chat] = asyncio.create_task(self._post(client, chat, update))

    async def _post(self, client: httpx.AsyncClient, chat: int, update: Json) -> None:
        wait = RETRY
        while self.queue.webhook.url and not await self._accepted(client, update):
            await asyncio.sleep(wait)
            wait = min(2 * wait, 20 * RETRY)
        if self.queue.webhook.url:
            self.queue.confirm(update)
        del self._busy[chat]
        self.queue.signal.notify()

    async def _accepted(self, client: httpx.AsyncClient, update: Json) -> bool:
        hook = self.queue.webhook
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            return (await client.post(hook.url, json=update, headers=headers)).is_success
        except httpx.HTTPError:
            return False


def chat_of(update: Json) -> int:
    """Chat of an update, by which deliveries are kept in order; of a vote the voter, since it names no chat."""
    payload = next(value for name, value in update.items() if name != "update_id")
    if "poll_id" in payload:
        return int(payload["user"]["id"])
    return int(payload.get("message", payload)["chat"]["id"])
