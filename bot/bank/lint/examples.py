"""Examples graded: do the verdicts agree with those that the author expects?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.bank.lint.model import Fault, Subject
from bot.domain.language import Language
from bot.domain.ports import Grader
from bot.domain.question import Example, Question
from bot.domain.verdict import Assessment, FlagStatus, PointStatus

Name = TypeVar("Name")

WANTED: Final = 0.95
"""Agreement on points from which the examples of a bank pass."""


_REMEDY: Final = "Add a phrasing, or correct what is expected"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Verdicts on points that agree with the author, of how many; points half said are not counted."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.right + other.right, self.total + other.total)

    @property
    def share(self) -> float:
        """0..1; 1 where there is nothing to agree on."""
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Graded:
    """The examples of one question: agreement on points, and every verdict that is another than expected."""

    question: str
    language: Language
    agreement: Agreement
    misses: tuple[Fault, ...]


def grade_examples(subject: Subject, grader: Grader) -> Graded:
    """Grade the examples of a question."""
    question = subject.question
    agreement, misses = Agreement(), []
    for number, example in enumerate(question.examples):
        assessment = grader.assess(question, example.answer, example.level)
        wrong = list(_wrong_points(question, example, assessment))
        total = len(question.points) - len(example.partial)
        agreement += Agreement(total - len(wrong), total)
        reasons = [*wrong, *_wrong_flags(question, example, assessment)]
        misses += [Fault(("examples", number), f"example {example.id!r}: {reason}", _REMEDY) for reason in reasons]
    return Graded(question.id, question.language, agreement, tuple(misses))


def _wrong_points(question: Question, example: Example, assessment: Assessment) -> Iterator[str]:
    for point, verdict in zip(question.points, assessment.points, strict=True):
        expected = point.id in example.stated
        if point.id not in example.partial and expected is not (verdict.status is PointStatus.STATED):
            yield f"point {point.id!r} is {verdict.status}, {'stated' if expected else 'not said'} by its author"


def _wrong_flags(question: Question, example: Example, assessment: Assessment) -> Iterator[str]:
    for flag, verdict in zip(question.red_flags, assessment.flags, strict=True):
        expected = flag.id in example.asserted
        if expected is not (verdict.status is FlagStatus.ASSERTED):
            said = "asserted" if expected else "denied" if flag.id in example.denied else "not said"
            yield f"red flag {flag.id!r} is {verdict.status}, {said} by its author"


def overall(graded: Iterable[Graded]) -> Agreement:
    """Agreement on everything."""
    return sum((one.agreement for one in graded), Agreement())


def by_language(graded: Iterable[Graded]) -> Mapping[Language, Agreement]:
    """Agreement in each language."""
    return _summed((one.language, one.agreement) for one in graded)


def by_question(graded: Iterable[Graded]) -> Mapping[str, Agreement]:
    """Agreement on each question in all its languages."""
    return _summed((one.question, one.agreement) for one in graded)


def _summed(parts: Iterable[tuple[Name, Agreement]]) -> dict[Name, Agreement]:
    found: dict[Name, Agreement] = {}
    for name, agreement in parts:
        found[name] = found.get(name, Agreement()) + agreement
    return found
