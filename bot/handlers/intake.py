"""The way of one update: read it, have it committed, deliver what came of it."""

import asyncio
import time
from contextlib import AsyncExitStack
from typing import Any

import structlog
from telegram import Update

from bot.domain.messaging import Incoming, PlaceKind, Pressed, Sent, Typed
from bot.handlers.errands import Errands
from bot.handlers.incoming import read
from bot.handlers.lanes import Lanes
from bot.handlers.presence import answer_press, show_typing, typing
from bot.handlers.standing import look_up
from bot.handlers.tools import Tools
from bot.handlers.transcriber import Transcriber
from bot.handlers.trial import SILENCE, Trial
from bot.observability import place_of
from bot.services.desk import Receipt

_log = structlog.get_logger()


class Intake:
    """Takes updates as Telegram's JSON, from polling or webhook alike."""

    def __init__(
        self,
        tools: Tools,
        lanes: Lanes | None = None,
        silence: float = SILENCE,
        transcriber: Transcriber | None = None,
    ) -> None:
        """`silence` is how many seconds the desk may be away before people are told."""
        self._tools = tools
        self._transcriber = transcriber or Transcriber(tools.bot, "")
        self._lanes = lanes or Lanes()
        self._silence = silence
        self._errands = Errands()

    async def take(self, data: dict[str, Any], until: asyncio.Event) -> None:
        """Return once the update is committed or decided to be none of ours: it may be confirmed then.

        A fault of the desk that passes is waited out until `until` is set, and raised then. An update that cannot be
        handled is dropped after some tries; the person is told, the log has its id.
        """
        began, incoming = time.monotonic(), self._read(data)
        if incoming is None:
            return
        async with self._lanes.turn(incoming.place.chat), AsyncExitStack() as stack:
            if isinstance(incoming.body, Typed | Sent) and incoming.place.kind is PlaceKind.PRIVATE:
                await stack.enter_async_context(typing(self._tools.bot, incoming.place))
            incoming = await look_up(self._tools.bot, await self._transcriber.heard(incoming))
            trial = Trial(self._tools, incoming, self._receive, until, self._silence)
            receipt = await trial.run()
        if receipt is not None:
            kind = "duplicate" if receipt.duplicate else type(incoming.body).__name__.lower()
            self._tools.metrics.committed(kind, time.monotonic() - began)
            self._errands.run(self._answer(incoming, receipt, began, told=trial.told), "answer")

    async def drain(self, seconds: float) -> None:
        """Wait so long for everything under way."""
        await asyncio.gather(self._errands.drain(seconds), self._tools.delivery.drain(seconds))

    def _read(self, data: dict[str, Any]) -> Incoming | None:
        try:
            bot = self._tools.bot
            reads_all = bool(bot.can_read_all_group_messages)
            incoming = read(Update.de_json(data, bot), bot.username, reads_all=reads_all)
        except Exception as error:  # noqa: BLE001  # whatever is wrong with one update, the next must come through
            fault = type(error).__name__
            _log.error("update_unreadable", update=data.get("update_id"), fault=fault, at=place_of(error))
            self._tools.metrics.failed(fault)
            return None
        if incoming is None:
            self._tools.metrics.committed("ignored", 0.0)
            if query := data.get("callback_query"):
                self._errands.run(answer_press(self._tools.bot, query["id"], None), "answer to a button")
        return incoming

    async def _receive(self, incoming: Incoming) -> Receipt:
        async with self._lanes.slot:
            return await self._tools.desk.receive(incoming, self._tools.clock())

    async def _answer(self, incoming: Incoming, receipt: Receipt, began: float, *, told: bool) -> None:
        if isinstance(incoming.body, Pressed) and not told:
            await answer_press(self._tools.bot, incoming.body.callback, receipt.notice)
        if receipt.listening:
            await show_typing(self._tools.bot, incoming.place)
        if receipt.outbox:
            await self._tools.delivery.deliver(receipt.outbox)
            self._tools.metrics.answered(time.monotonic() - began)
