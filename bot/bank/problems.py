"""What is wrong with content, said so that its author can put it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file; `line` counts from 1 and is 0 when the file as a whole is meant."""

    path: Path
    line: int
    reason: str
    remedy: str

    @property
    def place(self) -> str:
        """`file:line`, as editors and terminals make links of it."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)

    def __str__(self) -> str:
        """Place, reason and remedy."""
        return f"{self.place}: {self.reason}. {self.remedy}."


class BankError(Exception):
    """Root of the package's exceptions: the content cannot be used; `problems` lists everything wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


MAX_PROBLEMS = 100
"""Problems told of one file: one that has more is not of this format at all."""


class Sink:
    """Collects the problems of one file while it is being read: the first MAX_PROBLEMS, and counts all in `total`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.total = 0
        self.problems: list[Problem] = []

    def add(self, line: int, reason: str, remedy: str) -> None:
        """Note a problem; reason and remedy come without a full stop."""
        self.total += 1
        if self.total <= MAX_PROBLEMS:
            self.problems.append(Problem(self.path, line, reason, remedy))
