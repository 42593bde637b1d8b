"""The worker that takes up a changed bank."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from structlog.testing import capture_logs

from bot.bank import BankError, Problem
from bot.domain.question import Bank
from bot.observability import Metrics
from bot.workers.crew import RELOAD, reloader

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
BANK = Bank({}, {})


async def refreshed(look: Callable[[], Bank | None]) -> tuple[list[tuple[Bank, datetime]], list[dict[str, object]]]:
    """What is taken up in one round, and what is logged."""
    taken: list[tuple[Bank, datetime]] = []
    worker = reloader(look, lambda bank, now: taken.append((bank, now)), lambda: NOON, Metrics())
    with capture_logs() as logs:
        assert not await worker.work()
    assert worker.interval == RELOAD
    return taken, [dict(line) for line in logs]


async def test_nothing_happens_without_a_change() -> None:
    assert await refreshed(lambda: None) == ([], [])


async def test_a_changed_bank_is_taken_up_as_of_now() -> None:
    taken, logs = await refreshed(lambda: BANK)
    assert taken == [(BANK, NOON)]
    assert [line["event"] for line in logs] == ["bank_taken_up"]


async def test_a_broken_bank_is_refused_with_its_first_problem() -> None:
    def look() -> Bank | None:
        raise BankError([Problem(Path("q.en.yaml"), 3, "empty", "Write it"), Problem(Path("r"), 0, "x", "y")])

    taken, (line,) = await refreshed(look)
    assert taken == []
    assert line == {
        "event": "bank_refused",
        "log_level": "error",
        "problems": 2,
        "first": "q.en.yaml:3: empty. Write it.",
    }
