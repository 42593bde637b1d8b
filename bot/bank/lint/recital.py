"""Rules that ask the grader: what is right must not be heard as wrong, nor what is wrong as right."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Final

from bot.bank.lint.model import Fault, Subject
from bot.bank.lint.texts import Text
from bot.domain.language import Level
from bot.domain.ports import Grader
from bot.domain.question import Question
from bot.domain.verdict import Assessment, FlagStatus, PointStatus, Span

QUOTED: Final = 70
"""Characters of a statement quoted in a reason."""

Heard = Callable[[Assessment], Iterable[tuple[int, tuple[Span, ...]]]]
"""Positions of what an assessment finds said, and where."""


def flags_in_truths(subject: Subject, grader: Grader) -> Iterator[Fault]:
    """Red flags that fire when a must-know, a correction or a near miss is recited."""
    question = subject.question
    for said in _truths(question):
        for number, (place, text) in _found(question, list(said), grader, _asserted):
            flag = question.red_flags[number]
            remedy = f"Word the claim apart from it, or add it to the near misses of {flag.id!r}"
            yield Fault(place, f"red flag {flag.id!r} is heard in {_quoted(text)}", remedy)


def points_in_claims(subject: Subject, grader: Grader) -> Iterator[Fault]:
    """Points that are credited to somebody who says nothing but a red flag's claim."""
    question = subject.question
    claims: list[Text] = [
        (("red_flags", number, "claim"), flag.claim) for number, flag in enumerate(question.red_flags)
    ]
    for number, (place, text) in _found(question, claims, grader, _stated):
        point = question.points[number]
        yield Fault(place, f"point {point.id!r} is credited for {_quoted(text)}", "Word claim and point apart")


def _truths(question: Question) -> Iterator[Iterable[Text]]:
    """What is right, in rounds that hold at most one statement of each flag, for such statements hide each other."""
    yield [(("points", number, "text"), point.text) for number, point in enumerate(question.points)]
    yield [
        (("red_flags", number, "correction"), flag.correction)
        for number, flag in enumerate(question.red_flags)
        if flag.correction
    ]
    near_misses = (
        [(("red_flags", number, "near_misses", place), text) for place, text in enumerate(flag.near_misses)]
        for number, flag in enumerate(question.red_flags)
    )
    yield from (filter(None, said) for said in zip_longest(*near_misses))


def _found(question: Question, said: list[Text], grader: Grader, heard: Heard) -> Iterator[tuple[int, Text]]:
    """What is heard in which statement: all are recited in one answer, and those under suspicion again alone."""
    if not said:
        return
    together = grader.assess(question, "\n".join(text for _, text in said), Level.SENIOR)
    for number, spans in heard(together):
        for suspect in _lines(said, spans):
            alone = grader.assess(question, suspect[1], Level.SENIOR)
            if number in {found for found, _ in heard(alone)}:
                yield number, suspect


def _lines(said: list[Text], spans: tuple[Span, ...]) -> Iterator[Text]:
    """Statements that the spans lie in."""
    start = 0
    for text in said:
        end = start + len(text[1])
        if any(span.start < end and start < span.end for span in spans):
            yield text
        start = end + 1


def _asserted(assessment: Assessment) -> Iterator[tuple[int, tuple[Span, ...]]]:
    for number, verdict in enumerate(assessment.flags):
        if verdict.status is FlagStatus.ASSERTED:
            yield number, verdict.evidence


def _stated(assessment: Assessment) -> Iterator[tuple[int, tuple[Span, ...]]]:
    for number, verdict in enumerate(assessment.points):
        if verdict.status is PointStatus.STATED:
            yield number, verdict.evidence


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= QUOTED else f"{line[: QUOTED - 1]}…")
