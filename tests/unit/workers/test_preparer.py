"""The worker that reads the questions for the grader before they are needed."""

from structlog.testing import capture_logs

from bot.domain.question import Bank
from bot.observability import Metrics
from bot.workers.crew import PREPARE, preparer
from tests.unit.engine.helpers import bank_of, prepared


async def test_questions_are_read_one_a_round_and_then_no_more() -> None:
    read: list[str] = []
    worker = preparer(lambda: BANK, lambda question: read.append(question.id), Metrics())
    with capture_logs() as logs:
        for _ in range(5):
            assert not await worker.work()
    assert read == ["q1", "q2"]
    assert [line["event"] for line in logs] == ["bank_prepared"]
    assert worker.interval == PREPARE


async def test_another_bank_is_read_from_its_beginning() -> None:
    read: list[str] = []
    banks = [BANK, BANK, OTHER, OTHER, OTHER]
    worker = preparer(lambda: banks.pop(0), lambda question: read.append(question.id), Metrics())
    while banks:
        await worker.work()
    assert read == ["q1", "q3"]


BANK: Bank = bank_of(prepared("q1"), prepared("q2"))
OTHER: Bank = bank_of(prepared("q3"))
