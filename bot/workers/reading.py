"""Questions read for the grader before their answers come: each takes some 30 ms, in which nobody is answered."""

import gc
from collections import deque
from collections.abc import Callable
from itertools import islice

import structlog

from bot.domain.question import Bank, Question

_log = structlog.get_logger()


class Reading:
    """What is still to be read: questions just asked first, then the bank in its order, as much as is remembered."""

    def __init__(self, read: Callable[[Question], object], most: int) -> None:
        """`read` does it, and is quick about what was read before; `most` is how many questions it remembers."""
        self._read = read
        self._most = most
        self._bank: Bank | None = None
        self._left: deque[Question] = deque()
        self._asked: deque[Question] = deque()

    def hasten(self, question: Question) -> None:
        """Put a question first: somebody was asked it and answers soon."""
        self._asked.append(question)

    def go_on(self, bank: Bank) -> bool:
        """Read one question; another bank is read anew. Whether somebody may be waiting for the next one."""
        if self._asked:
            self._read(self._asked.popleft())
        elif bank is not self._bank:
            self._bank = bank
            self._left = deque(islice(bank.questions.values(), self._most))
        elif self._left:
            self._read(self._left.popleft())
            self._settle(bank)
        return bool(self._asked)

    def _settle(self, bank: Bank) -> None:
        if not self._left:
            gc.freeze()  # what was read stays: walking it in every collection stops the process for half a second
            _log.info("bank_prepared", questions=len(bank.questions))
