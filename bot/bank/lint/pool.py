"""The grader's part of a check, in as many processes as there are processors."""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from typing import Final

from bot.bank.lint.check import Looked, look_and_grade
from bot.bank.lint.model import Subject
from bot.grading import RubricGrader

CHUNK: Final = 4
"""Questions handed over at a time: half a second's work, so that the progress is seen and none waits at the end."""

WORTH_IT: Final = 12
"""Questions from which other processes are started: that takes a second in each."""


def graded(subjects: Sequence[Subject], jobs: int, *, examples: bool) -> Iterator[Looked]:
    """Looks at the subjects in their order, by `jobs` processes where that is worth it."""
    work = partial(_look, examples=examples)
    if jobs == 1 or len(subjects) < WORTH_IT:
        yield from map(work, subjects)
        return
    # Spawned, not forked: a fork of a program that has threads may hang.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _ignore_interrupts)
    try:
        yield from pool.map(work, subjects, chunksize=CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)


def _look(subject: Subject, *, examples: bool) -> Looked:
    return look_and_grade(subject, _grader(), examples=examples)


@cache
def _grader() -> RubricGrader:
    """The grader of this process."""
    return RubricGrader()


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
