"""A small HTTP/1.1 server whose connections can be cut at any moment, which frameworks do not let one do."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import h11

BODY_LIMIT = 60 * 2**20


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """A request; `gone()` tells whether the client has hung up."""

    path: str
    params: dict[str, Any]
    gone: Callable[[], bool]


Body = dict[str, Any] | bytes
Handler = Callable[[Request], Awaitable[tuple[int, Body] | None]]
"""Returns status and body, JSON or the bytes of a file, or None to cut the connection without an answer."""


async def listen(handler: Handler) -> asyncio.Server:
    """Serve on a free port of 127.0.0.1."""
    return await asyncio.start_server(lambda reader, writer: _serve(handler, reader, writer), "127.0.0.1", 0)


async def _serve(handler: Handler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    connection = h11.Connection(h11.SERVER)
    try:
        while (request := await _request(connection, reader, writer)) is not None:
            answer = await handler(request)
            if answer is None:
                break
            writer.write(_response(connection, *answer))
            await writer.drain()
            if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
                break
            connection.start_next_cycle()
    except (ConnectionError, h11.RemoteProtocolError, asyncio.CancelledError):
        pass  # the client hung up, or the server stops: there is nobody to tell
    finally:
        writer.transport.abort()


async def _request(
    connection: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> Request | None:
    head, body = None, bytearray()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(65536))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
        elif isinstance(event, h11.EndOfMessage) and head is not None and len(body) <= BODY_LIMIT:
            return _parsed(head, bytes(body), lambda: reader.at_eof() or writer.is_closing())
        else:
            return None


def _parsed(head: h11.Request, body: bytes, gone: Callable[[], bool]) -> Request:
    target = urlsplit(head.target.decode())
    kinds = [value.decode() for name, value in head.headers if name == b"content-type"]
    return Request(target.path, dict(parse_qsl(target.query)) | _params(kinds[0] if kinds else "", body), gone)


def _params(kind: str, body: bytes) -> dict[str, Any]:
    if kind.startswith("application/json"):
        return dict(json.loads(body or b"{}"))
    if kind.startswith("multipart/form-data"):
        return _multipart(kind, body)
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _multipart(kind: str, body: bytes) -> dict[str, Any]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    params: dict[str, Any] = {}
    for part in message.iter_parts():
        content, file = cast("bytes", part.get_payload(decode=True)), part.get_filename()
        name = str(part.get_param("name", header="content-disposition"))
        params[name] = Upload(file, content) if file else content.decode()
    attached = _names_of_files(params)
    return {name: _attached(value, params) for name, value in params.items() if name not in attached}


def _names_of_files(params: dict[str, Any]) -> set[str]:
    return {value.removeprefix("attach://") for value in params.values() if _refers(value)}


def _refers(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("attach://")


def _attached(value: Any, params: dict[str, Any]) -> Any:
    return params[value.removeprefix("attach://")] if _refers(value) else value


def _response(connection: h11.Connection, status: int, body: Body) -> bytes:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
    headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
    events = (h11.Response(status_code=status, headers=headers), h11.Data(data=content), h11.EndOfMessage())
    return b"".join(connection.send(event) or b"" for event in events)
