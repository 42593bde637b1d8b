import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from bot.handlers.hook import register_hook
from bot.web import BODY_LIMIT, HOOK, SECRET_HEADER, Hook, create_app, serve
from bot.workers.loop import Loop
from storage import StorageUnavailable
from tests.integration.telegram.conftest import Line, wait_for

SECRET = "s3cret"  # noqa: S105  # of these tests


@dataclass
class Probe:
    """Readiness as a test wants it."""

    answer: bool | Exception = True
    asked: list[bool] = field(default_factory=list)

    async def __call__(self) -> bool:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def probe() -> Probe:
    return Probe()


@pytest.fixture
async def client(line: Line, probe: Probe) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(probe, line.metrics, Hook(line.intake, SECRET))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as http:
        yield http
    await line.intake.drain(5)


async def post(client: httpx.AsyncClient, content: Any, secret: str = SECRET) -> int:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return (await client.post(HOOK, content=body, headers={SECRET_HEADER: secret})).status_code


async def test_an_update_is_accepted_after_its_commit(line: Line, client: httpx.AsyncClient) -> None:
    line.fake.user(7).send("hello")

    assert await post(client, line.fake.queue.pending[0]) == 200
    assert line.desk.texts(7) == ["hello"]
    await line.fake.user(7).expect("hello!")


async def test_a_fault_that_passes_is_answered_500_so_that_the_update_comes_again(
    line: Line, client: httpx.AsyncClient
) -> None:
    line.fake.user(7).send("hello")
    line.desk.faults = [StorageUnavailable("away")]

    assert [await post(client, line.fake.queue.pending[0]) for _ in range(3)] == [500, 200, 200]
    assert line.desk.texts(7) == ["hello"]


async def test_an_update_that_cannot_be_handled_is_accepted_and_dropped(line: Line, client: httpx.AsyncClient) -> None:
    line.fake.user(7).send("bad")
    line.desk.poison = "bad"

    assert await post(client, line.fake.queue.pending[0]) == 200
    assert line.desk.received == []


@pytest.mark.parametrize("secret", ["", "wrong", "s3cre", "секрет"])
async def test_without_the_secret_nothing_is_taken(line: Line, client: httpx.AsyncClient, secret: str) -> None:
    line.fake.user(7).send("hello")
    body = json.dumps(line.fake.queue.pending[0]).encode()
    answer = await client.post(HOOK, content=body, headers=[(SECRET_HEADER.encode(), secret.encode())])

    assert answer.status_code == 403
    assert line.desk.received == []


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 400), (b"[]", 400), (b'{"update_id": "1"}', 400), (b"\xff", 400), (b"x" * (BODY_LIMIT + 1), 413)],
)
async def test_what_is_no_update_is_refused(client: httpx.AsyncClient, body: bytes, status: int) -> None:
    assert await post(client, body) == status


async def test_health_does_not_depend_on_the_database_and_readiness_does(
    client: httpx.AsyncClient, probe: Probe
) -> None:
    assert (await client.get("/readyz")).status_code == 200
    for trouble in (False, StorageUnavailable("away")):
        probe.answer = trouble
        assert (await client.get("/readyz")).status_code == 503
        assert (await client.get("/healthz")).status_code == 200


async def test_metrics_count_updates_and_times(line: Line, client: httpx.AsyncClient) -> None:
    line.fake.user(7).send("hello")
    for _ in range(2):
        await post(client, line.fake.queue.pending[0])
    await line.intake.drain(5)
    text = (await client.get("/metrics")).text

    assert 'bot_updates_total{kind="typed"} 1.0' in text
    assert 'bot_updates_total{kind="duplicate"} 1.0' in text
    assert "bot_update_commit_seconds_count 1.0" in text
    assert "bot_update_answer_seconds_count 1.0" in text
    assert 'bot_sends_total{outcome="delivered"} 1.0' in text


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@asynccontextmanager
async def served(line: Line) -> AsyncIterator[str]:
    stop, port = asyncio.Event(), free_port()
    app = create_app(Probe(), line.metrics, Hook(line.intake, SECRET))
    loop = Loop("dispatcher", line.delivery.flush, 0.01, line.metrics)
    tasks = [asyncio.create_task(work) for work in (serve(app, port, stop), loop.run(stop))]
    try:
        yield f"http://127.0.0.1:{port}{HOOK}"
    finally:
        stop.set()
        await asyncio.gather(*tasks)
        await line.intake.drain(5)


async def test_telegram_posts_updates_again_until_they_are_committed_in_order(line: Line) -> None:
    user = line.fake.user(7)
    line.desk.faults = [StorageUnavailable("away")] * 2
    async with served(line) as url:
        await register_hook(line.bot, url, SECRET, asyncio.Event())
        for number in range(5):
            user.send(f"{number}")
        await user.expect("4!")
        await wait_for(lambda: not line.fake.queue.pending)
        await line.bot.delete_webhook()

    assert [message.text for message in user.messages] == [f"{number}!" for number in range(5)]
    assert line.fake.refusals == []


async def test_a_port_in_use_is_an_error_to_be_told() -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104  # what the server listens on
        app = create_app(Probe(), None)  # type: ignore[arg-type]  # nothing is served
        with pytest.raises(OSError, match="in use"):
            await serve(app, taken.getsockname()[1], asyncio.Event())
