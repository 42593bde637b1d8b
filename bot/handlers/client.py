"""The client of the Bot API."""

import asyncio
import os
from functools import cache
from ssl import SSLContext

import httpx
import structlog
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.backoff import delay, pause
from bot.handlers.errors import TokenError

POOL = 24
"""Connections at once: httpcore looks through all of them for every call, which from 64 on costs more than it gains."""
POOL_WAIT = 60.0
"""Seconds a call waits for a free connection: longer than any call takes, since a call not made is a message late."""
READ = 15.0
"""Seconds a call waits for its answer."""

_log = structlog.get_logger()


def make_bot(token: str, api_url: str) -> Bot:
    """A client of that Bot API server; nothing is sent yet."""
    # The library's own switch: without it every RetryAfter warns that its type is going to change.
    os.environ["PTB_TIMEDELTA"] = "true"
    trust = {"verify": _certificates()}
    request = HTTPXRequest(POOL, pool_timeout=POOL_WAIT, read_timeout=READ, httpx_kwargs=trust)
    polling = HTTPXRequest(1, httpx_kwargs=trust)
    return Bot(token, f"{api_url}/bot", f"{api_url}/file/bot", request=request, get_updates_request=polling)


@cache
def _certificates() -> SSLContext:
    """Whom to trust; reading it takes longer than all else that a client is made of, so all clients share it."""
    return httpx.create_ssl_context()


async def connect(bot: Bot, stop: asyncio.Event) -> bool:
    """Greet the server, again until it answers; False when stopped before. TokenError when the token is wrong."""
    attempt = 0
    while not stop.is_set():
        try:
            await bot.initialize()
        except InvalidToken:
            raise TokenError(
                "The server at BOT_API_URL does not know this BOT_TOKEN; @BotFather shows the right one."
            ) from None
        except TelegramError as error:
            _log.warning("telegram_unreachable", attempt=attempt, fault=type(error).__name__)
            await pause(stop, delay(attempt))
            attempt += 1
        else:
            return True
    return False
