"""The client of a language model, against one that keeps to the protocol and ones that do not."""

import asyncio

import httpx
import pytest

from bot.handlers.judge import JudgeEndpoint, JudgeError
from tests.fakes.judge import Says, always, completion, judge_that, never
from tests.fakes.telegram.http import Body

MESSAGES = ({"role": "user", "content": "Well?"},)
SCHEMA = {"type": "object"}


async def asked(says: Says, patience: float = 5.0) -> str:
    async with judge_that(says) as judge:
        endpoint = JudgeEndpoint(judge.url, "small", "", patience)
        try:
            return await endpoint.ask(MESSAGES, SCHEMA)
        finally:
            await endpoint.close()


async def test_what_the_model_says_is_returned_as_it_is() -> None:
    assert await asked(always(completion("anything at all"))) == "anything at all"


@pytest.mark.parametrize(
    "said",
    [
        (200, {"choices": []}),
        (200, {"choices": [{"message": {"content": None}}]}),
        (200, {"choices": "none"}),
        (200, b"<html>"),
        (200, b"\xff\xfe"),
        (200, b"[" * 60_000),
        (200, b"x" * 1_000_000),
        (302, {}),
        (401, {"error": "no such key"}),
        (500, {"error": "overloaded"}),
    ],
    ids=lambda said: f"{said[0]} {str(said[1])[:30]}",
)
async def test_what_is_no_completion_is_refused(said: tuple[int, Body]) -> None:
    with pytest.raises(JudgeError):
        await asked(always(said))


async def test_a_model_that_hangs_up_is_an_http_error() -> None:
    with pytest.raises(httpx.HTTPError):
        await asked(always(None))


async def test_patience_ends() -> None:
    with pytest.raises((TimeoutError, httpx.TimeoutException)):
        await asked(never, patience=0.1)


async def test_the_key_is_shown_and_only_where_there_is_one() -> None:
    heads: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append((await reader.readuntil(b"\r\n\r\n")).decode().lower())
        writer.write(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        for key in ("secret", ""):
            endpoint = JudgeEndpoint(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "small", key, 5.0)
            with pytest.raises(JudgeError):
                await endpoint.ask(MESSAGES, SCHEMA)
            await endpoint.close()
    assert ["authorization: bearer secret" in head for head in heads] == [True, False]
    assert "authorization" not in heads[1]
