"""What a person sees before the answer: a button that stops spinning, "typing…"."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.domain.messaging import Place

NOTICE_LIMIT = 200
"""Characters of the text over a pressed button (answerCallbackQuery)."""
AFTER = 0.7
"""Seconds of work after which "typing" is worth a call: most answers are there sooner."""
AGAIN = 4.5
"""Seconds until "typing" is repeated: Telegram shows it for five."""


async def answer_press(bot: Bot, callback: str, notice: str | None) -> None:
    """Answer a callback query; that it is too old or was answered before is nothing to worry about."""
    with suppress(TelegramError):
        await bot.answer_callback_query(callback, notice and notice[:NOTICE_LIMIT])


async def show_typing(bot: Bot, place: Place) -> None:
    """Show "typing…" for some seconds, or until the next message; that it cannot be shown is no matter."""
    with suppress(TelegramError):
        await bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread)


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show "typing…" while the block runs, if it runs long."""
    task = asyncio.create_task(_type(bot, place))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _type(bot: Bot, place: Place) -> None:
    await asyncio.sleep(AFTER)
    while True:
        await show_typing(bot, place)
        await asyncio.sleep(AGAIN)
