"""What it costs to have the grader: `python -m benchmarks.footprint`, in a process of its own.

Resident memory is read from Linux's `/proc`. What the bank itself takes is not counted.
"""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.domain.language import Language, Level
from bot.domain.question import Question, RubricPoint

_FIRST = {Language.EN: "lock", Language.RU: "блокировка", Language.UK: "блокування"}


def lines() -> Iterator[str]:
    """Lines of the report: after loading, after the first word of each language, with the shipped bank in use."""
    empty, began = _resident(), time.process_time()
    from bot.grading import RubricGrader  # noqa: PLC0415 -- what importing costs is part of what is measured

    grader = RubricGrader()
    yield f"loading {_since(began):.0f} ms of processor time, {_resident() - empty:.0f} MB"
    for language, word in _FIRST.items():
        before, began = _resident(), time.process_time()
        grader.assess(_question(language, word), word, Level.MIDDLE)
        yield f"{language.value}: first word {_since(began):.0f} ms, {_resident() - before:.0f} MB"
    used = _resident() - empty
    from bot.bank import load_bank  # noqa: PLC0415 -- reading the bank is no cost of the grader
    from bot.settings import SHIPPED  # noqa: PLC0415 -- the same

    questions = list(load_bank((SHIPPED,)).questions.values())
    before = _resident()
    times = sorted(_compiling(grader.rubric, questions))
    yield (
        f"{len(questions)} questions compiled: p50 {statistics.median(times):.0f} ms, "
        f"p95 {times[int(0.95 * len(times))]:.0f} ms each, {used + _resident() - before:.0f} MB in all"
    )
    for question in questions:
        for example in question.examples:
            grader.assess(question, example.answer, example.level)
    yield f"all their examples graded: {used + _resident() - before:.0f} MB in all"


def _compiling(compile_: Callable[[Question], object], questions: Iterable[Question]) -> Iterator[float]:
    for question in questions:
        began = time.process_time()
        compile_(question)
        yield _since(began)


def _question(language: Language, word: str) -> Question:
    return Question("first", language, "speed", word, word, points=(RubricPoint("p", word, Level.JUNIOR),))


def _since(began: float) -> float:
    """Milliseconds of processor time."""
    return 1000 * (time.process_time() - began)


def _resident() -> float:
    """Resident memory in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    for line in lines():
        print(line)
