import asyncio
from typing import Any

import httpx
import pytest

from tests.fakes.telegram import FakeTelegram
from tests.unit.fakes.conftest import Caller


def texts(answer: dict[str, Any]) -> list[str]:
    return [update["message"]["text"] for update in answer["result"]]


def test_updates_stay_until_the_offset_confirms_them(fake: FakeTelegram, call: Caller) -> None:
    for text in "abc":
        fake.user(7).send(text)

    first = call("getUpdates", limit=2)
    assert texts(first) == ["a", "b"]
    assert texts(call("getUpdates")) == ["a", "b", "c"]
    assert texts(call("getUpdates", offset=first["result"][1]["update_id"])) == ["b", "c"]
    assert texts(call("getUpdates")) == ["b", "c"]


def test_a_redelivered_update_comes_again_in_spite_of_the_offset(fake: FakeTelegram, call: Caller) -> None:
    fake.user(7).send("a")
    [update] = call("getUpdates")["result"]
    fake.redeliver(update)

    offset = update["update_id"] + 1
    assert call("getUpdates", offset=offset)["result"] == [update]
    assert call("getUpdates", offset=offset)["result"] == []


def test_kinds_not_asked_for_do_not_come(fake: FakeTelegram, call: Caller) -> None:
    call("getUpdates", allowed_updates=["callback_query"])
    fake.user(7).send("a")

    assert call("getUpdates")["result"] == []


async def test_a_long_poll_ends_with_the_first_update(fake: FakeTelegram) -> None:
    async with httpx.AsyncClient(base_url=f"{fake.url}/bot{fake.token}/", timeout=30) as client:
        poll = asyncio.create_task(client.post("getUpdates", json={"timeout": 20}))
        await fake.wait(lambda: fake.queue._poller or None)
        fake.user(7).send("a")

        assert texts((await poll).json()) == ["a"]


async def test_a_second_poller_ends_the_first(fake: FakeTelegram) -> None:
    async with httpx.AsyncClient(base_url=f"{fake.url}/bot{fake.token}/", timeout=30) as client:
        first = asyncio.create_task(client.post("getUpdates", json={"timeout": 20}))
        await fake.wait(lambda: fake.queue._poller or None)
        second = await client.post("getUpdates", json={"timeout": 0})
        ended = await first

    assert second.status_code == 200
    assert ended.status_code == 409
    assert "terminated by other getUpdates request" in ended.json()["description"]


def test_polling_is_refused_while_a_webhook_is_set(fake: FakeTelegram, call: Caller) -> None:
    call("setWebhook", url="https://127.0.0.1:9/hook")
    assert "webhook is active" in call("getUpdates")["description"]
    assert call("getWebhookInfo")["result"]["url"]

    fake.user(7).send("a")
    call("deleteWebhook")
    assert texts(call("getUpdates")) == ["a"]
    call("deleteWebhook", drop_pending_updates=True)
    assert call("getUpdates")["result"] == []


@pytest.fixture
async def hook() -> Any:
    """A webhook that refuses each update once: its address, and what came."""
    came: list[tuple[str, str]] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        text = (await reader.readexactly(length)).decode().split('"text":"')[1].split('"')[0]
        secret = head.lower().split(b"secret-token: ")[1].split(b"\r\n")[0].decode()
        came.append((text, secret))
        status = "500 Oops" if came.count((text, secret)) == 1 else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", came
    server.close()


async def test_a_webhook_gets_each_update_again_until_it_accepts_in_order(
    fake: FakeTelegram, hook: tuple[str, list[tuple[str, str]]]
) -> None:
    url, came = hook
    async with httpx.AsyncClient(base_url=f"{fake.url}/bot{fake.token}/") as client:
        await client.post("setWebhook", json={"url": url, "secret_token": "s3cret"})
        for text in "ab":
            fake.user(7).send(text)
        await fake.wait(lambda: len(came) == 4 or None)
        await fake.wait(lambda: not fake.queue.pending or None)

    assert came == [("a", "s3cret"), ("a", "s3cret"), ("b", "s3cret"), ("b", "s3cret")]
