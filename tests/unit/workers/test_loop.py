import asyncio
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.observability import Metrics
from bot.services.desk import Receipt
from bot.workers import loop as module
from bot.workers.crew import TIMERS, dispatcher, gauger, janitor, ticker
from bot.workers.loop import Loop

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long a loop waited each time; no time passes."""
    waited: list[float] = []

    async def pause(stop: asyncio.Event, seconds: float) -> bool:
        waited.append(seconds)
        await asyncio.sleep(0)
        return stop.is_set()

    monkeypatch.setattr(module, "pause", pause)
    return waited


class Rounds:
    """Work that ends so in turn, with "more" for a full round, and then stops its loop."""

    def __init__(self, *outcomes: str | Exception) -> None:
        self.left = list(outcomes)
        self.stop = asyncio.Event()

    async def __call__(self) -> bool:
        outcome = self.left.pop(0)
        if not self.left:
            self.stop.set()
        if isinstance(outcome, Exception):
            raise outcome
        return bool(outcome)


async def test_after_a_full_round_the_next_begins_at_once(waits: list[float], metrics: Metrics) -> None:
    work = Rounds("more", "more", "", "")
    await Loop("x", work, 5.0, metrics).run(work.stop)

    assert waits[:2] == [0, 0]
    assert all(4.0 < wait <= 5.0 for wait in waits[2:])


async def test_a_round_that_fails_is_logged_by_kind_and_tried_again_later_and_later(
    waits: list[float], metrics: Metrics
) -> None:
    work = Rounds(ValueError("what somebody wrote"), ValueError("again"), ValueError("again"), "", KeyError("x"))
    with capture_logs() as logs:
        await Loop("ticker", work, 1.0, metrics).run(work.stop)

    assert [log["fault"] for log in logs] == ["ValueError"] * 3 + ["KeyError"]
    assert "somebody" not in str(logs)
    assert logs[0]["at"].startswith("workers/test_loop.py:")
    assert 0.5 <= waits[0] <= 1.0 <= waits[1] <= 2.0 <= waits[2] <= 4.0
    assert waits[4] <= 1.0, "a good round forgets the failures before it"
    assert b'bot_faults_total{kind="ValueError"} 3.0' in metrics.render()


async def test_a_stop_lets_the_round_under_way_finish(metrics: Metrics) -> None:
    stop, finished = asyncio.Event(), []

    async def work() -> bool:
        stop.set()
        await asyncio.sleep(0.01)
        finished.append(True)
        return True

    await Loop("x", work, 60.0, metrics).run(stop)

    assert finished == [True]


async def test_a_stop_ends_the_wait(metrics: Metrics) -> None:
    stop = asyncio.Event()

    async def work() -> bool:
        asyncio.get_running_loop().call_soon(stop.set)
        return False

    async with asyncio.timeout(5):
        await Loop("x", work, 600.0, metrics).run(stop)


class Recording:
    """A sender and a desk that note what they are asked."""

    def __init__(self) -> None:
        self.flushed = 0
        self.answered: list[tuple[tuple[int, ...], datetime]] = []
        self.due: tuple[Receipt, ...] = (Receipt((1, 2)), Receipt((3,)))

    async def flush(self) -> bool:
        self.flushed += 1
        return True

    def answer(self, ids: tuple[int, ...], since: datetime) -> None:
        self.answered.append((ids, since))

    async def wake(self, now: datetime, limit: int) -> tuple[Receipt, ...]:
        assert (now, limit) == (NOON, TIMERS)
        return self.due


async def test_each_worker_does_its_work(metrics: Metrics) -> None:
    sender, pruned = Recording(), []

    async def prune(now: datetime) -> int:
        pruned.append(now)
        return 5

    async def backlog(_now: datetime) -> tuple[int, float]:
        return 4, 2.5

    assert await dispatcher(sender, metrics).work()
    assert not await ticker(sender, sender, lambda: NOON, metrics).work()  # type: ignore[arg-type]
    assert not await janitor(prune, lambda: NOON, metrics).work()
    assert not await gauger(backlog, lambda: NOON, metrics).work()

    assert (sender.flushed, pruned) == (2, [NOON])
    assert b"bot_outbox_depth 4.0" in metrics.render()
    assert b"bot_outbox_age_seconds 2.5" in metrics.render()


async def test_answers_that_have_settled_are_timed_and_other_messages_merely_sent(metrics: Metrics) -> None:
    sender = Recording()
    sender.due = (Receipt((1, 2), settled=NOON), Receipt((), settled=NOON))
    await ticker(sender, sender, lambda: NOON, metrics).work()  # type: ignore[arg-type]
    assert (sender.flushed, sender.answered) == (0, [((1, 2), NOON)])
    sender.due = (*sender.due, Receipt((3,)))
    await ticker(sender, sender, lambda: NOON, metrics).work()  # type: ignore[arg-type]
    assert sender.flushed == 1


async def test_timers_that_came_to_nothing_send_nothing(metrics: Metrics) -> None:
    sender = Recording()
    sender.due = (Receipt(),)
    assert not await ticker(sender, sender, lambda: NOON, metrics).work()  # type: ignore[arg-type]
    assert sender.flushed == 0


async def test_a_full_round_of_timers_is_followed_by_another_at_once(metrics: Metrics) -> None:
    sender = Recording()
    sender.due = (Receipt((1,)),) * TIMERS
    assert await ticker(sender, sender, lambda: NOON, metrics).work()  # type: ignore[arg-type]
