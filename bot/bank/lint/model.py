"""The words of the checks: a rule looks at a subject and finds faults; a finding is a fault with its file and line."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.bank.places import Place
from bot.bank.problems import Problem
from bot.domain.language import Language
from bot.domain.question import Question


class Severity(StrEnum):
    """An error makes the interview wrong or unfair, a warning makes it poorer."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at: a question and its file, all its languages, and the ids that its language has."""

    question: Question
    path: Path
    versions: Mapping[Language, Question]
    known: frozenset[str]

    @property
    def imported(self) -> bool:
        """Whether it is a page taken over as it stands, which nobody wrote for this bank."""
        return bool(self.question.source)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place of the question, and what to do; both without a full stop."""

    place: Place
    reason: str
    remedy: str


Check = Callable[[Subject], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name and severity; `pages` when imported pages are held to it, too."""

    name: str
    severity: Severity
    check: Check
    pages: bool = False

    def applies(self, subject: Subject) -> bool:
        """Whether the subject is held to it."""
        return self.pages or not subject.imported


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault where its author finds it."""

    problem: Problem
    rule: str
    severity: Severity

    def __str__(self) -> str:
        """`file:line: severity: reason. remedy. [rule]`."""
        return f"{self.problem.place}: {self.severity}: {self.problem.reason}. {self.problem.remedy}. [{self.rule}]"
