"""Telling Telegram where to post updates."""

import asyncio

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.backoff import delay, pause
from bot.handlers.incoming import ALLOWED

CONNECTIONS = 40
"""Posts at once that Telegram may have open; updates wait for their turn within."""

_log = structlog.get_logger()


async def register_hook(bot: Bot, url: str, secret: str, stop: asyncio.Event) -> bool:
    """Set the webhook, again until Telegram takes it; False when stopped before."""
    attempt = 0
    while not stop.is_set():
        try:
            await bot.set_webhook(url, allowed_updates=ALLOWED, max_connections=CONNECTIONS, secret_token=secret)
        except TelegramError as error:
            _log.warning("webhook_not_set", attempt=attempt, fault=type(error).__name__)
            await pause(stop, delay(attempt))
            attempt += 1
        else:
            return True
    return False
