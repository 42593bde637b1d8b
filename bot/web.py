"""Webhook, health and metrics over HTTP; needs the extra `webhook`."""

import asyncio
import hmac
import json
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.handlers.intake import Intake
from bot.observability import Metrics, place_of

BODY_LIMIT = 1_000_000
"""Bytes of a request; an update takes some 30,000 at most."""
HOOK = "/hook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram posts updates; `secret` is what setWebhook was given."""

    intake: Intake
    secret: str

    async def receive(self, request: Request) -> Response:
        """200 once the update is committed; 500 makes Telegram deliver it again, in order."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return Response(status_code=403)
        body = await _limited(request)
        if body is None:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            return Response(status_code=400)
        return await self._take(update)

    async def _take(self, update: dict[str, Any]) -> Response:
        at_once = asyncio.Event()
        at_once.set()
        try:
            await self.intake.take(update, at_once)
        except Exception as error:  # noqa: BLE001  # whatever it is, Telegram is to keep the update
            _log.warning("hook_failed", update=update["update_id"], fault=type(error).__name__, at=place_of(error))
            return Response(status_code=500)
        return Response()


def create_app(ready: Callable[[], Awaitable[bool]], metrics: Metrics, hook: Hook | None = None) -> Starlette:
    """The application; `ready` tells whether the database is reachable and current and the bot not about to stop."""

    async def health(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readiness(_request: Request) -> Response:
        try:
            is_ready = await ready()
        except Exception as error:  # noqa: BLE001  # the question is only whether it can be used
            _log.warning("not_ready", fault=type(error).__name__)
            is_ready = False
        return PlainTextResponse("ready" if is_ready else "not ready", 200 if is_ready else 503)

    async def numbers(_request: Request) -> Response:
        return Response(metrics.render(), media_type="text/plain; version=0.0.4; charset=utf-8")

    routes = [Route("/healthz", health), Route("/readyz", readiness), Route("/metrics", numbers)]
    return Starlette(routes=routes + ([Route(HOOK, hook.receive, methods=["POST"])] if hook is not None else []))


class _Server(uvicorn.Server):
    """Leaves signals to whoever runs it: uvicorn raises them again at its end, and the process would die of them."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(app: Starlette, port: int, stop: asyncio.Event) -> None:
    """Listen on all addresses until `stop` is set; OSError when the port is taken."""
    # Opened here, since uvicorn ends the whole process when it cannot.
    listener = socket.create_server(("0.0.0.0", port))  # noqa: S104  # the container's network decides who gets there
    server = _Server(uvicorn.Config(app, log_config=None, access_log=False))
    serving = asyncio.create_task(server.serve([listener]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    await serving


async def _limited(request: Request) -> bytes | None:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None
