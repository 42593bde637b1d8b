"""The worker that reads questions for the grader before they are needed."""

from structlog.testing import capture_logs

from bot.domain.language import Language
from bot.domain.question import Bank
from bot.observability import Metrics
from bot.workers.crew import PREPARE, preparer
from bot.workers.reading import Reading
from tests.unit.engine.helpers import bank_of, prepared


async def test_questions_are_read_one_a_round_and_then_no_more() -> None:
    read: list[str] = []
    worker = preparer(lambda: BANK, Reading(lambda question: read.append(question.id), most=10), Metrics())
    with capture_logs() as logs:
        for _ in range(5):
            assert not await worker.work()
    assert read == ["q1", "q2"]
    assert [line["event"] for line in logs] == ["bank_prepared"]
    assert worker.interval == PREPARE


async def test_another_bank_is_read_from_its_beginning() -> None:
    read: list[str] = []
    banks = [BANK, BANK, OTHER, OTHER, OTHER]
    worker = preparer(lambda: banks.pop(0), Reading(lambda question: read.append(question.id), most=10), Metrics())
    while banks:
        await worker.work()
    assert read == ["q1", "q3"]


def test_no_more_of_a_bank_is_read_than_is_remembered() -> None:
    read: list[str] = []
    reading = Reading(lambda question: read.append(question.id), most=1)
    for _ in range(4):
        reading.go_on(BANK)
    assert read == ["q1"]


def test_questions_just_asked_are_read_first_one_after_the_other() -> None:
    read: list[str] = []
    reading = Reading(lambda question: read.append(question.id), most=10)
    reading.go_on(BANK)
    for asked in ("q3", "q2"):
        reading.hasten((OTHER if asked == "q3" else BANK).questions[asked, Language.EN])
    assert [reading.go_on(BANK) for _ in range(2)] == [True, False]
    assert read == ["q3", "q2"]


BANK: Bank = bank_of(prepared("q1"), prepared("q2"))
OTHER: Bank = bank_of(prepared("q3"))
