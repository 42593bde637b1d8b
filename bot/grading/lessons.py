"""Words that people accepted for a point, or cleared of a wrong claim, taken literally on top of another grader."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.domain.language import Language, Level
from bot.domain.ports import Grader
from bot.domain.question import FollowUp, Misconception, Question
from bot.domain.verdict import (
    Assessment,
    FlagStatus,
    FlagVerdict,
    PointStatus,
    PointVerdict,
    ReplyVerdict,
    Span,
)

SHORT = 3
"""Words below which a phrasing says the point only as the whole answer: in a sentence a lone term proves nothing."""

CERTAIN = 1.0
"""Score of a point that was said in accepted words."""

_WORD = re.compile(r"\w+")
_ENDS = ".!?\n"
_END = re.compile(r"[.!?\n]+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """Accepted words: for a point they say it, for a flag (`clears`) they are right though they resemble the claim."""

    target: str
    words: str
    clears: bool = False


Lessons = Mapping[tuple[str, Language], tuple[Lesson, ...]]
"""Lessons by question."""


class TaughtGrader:
    """Grades as another does, and honours accepted words wherever they stand in an answer.

    The fuzzy grader generalises from phrasings, but nothing obliges it to count even the very same words. Words that it
    hears rejected do not count. The score of the assessment stays that of the other grader.
    """

    def __init__(self, grader: Grader, lessons: Lessons) -> None:
        self._grader = grader
        self._lessons = lessons

    def assess(
        self, question: Question, answer: str, level: Level, asked: str = "", about: str | None = None
    ) -> Assessment:
        """Verdicts of the other grader, corrected where accepted words were said."""
        assessment = self._grader.assess(question, answer, level, asked, about)
        said = tuple(
            (lesson, span)
            for lesson in self._lessons.get((question.id, question.language), ())
            for span in occurrences(lesson.words, answer)
            if lesson.clears or not self._denied(question, lesson.words, _around(answer, span), level)
        )
        points = tuple(_point(verdict, said) for verdict in assessment.points)
        flags = tuple(_flag(verdict, said) for verdict in assessment.flags)
        return replace(assessment, points=points, flags=flags)

    def _denied(self, question: Question, words: str, sentence: str, level: Level) -> bool:
        """Whether the other grader hears the words rejected in their sentence ("it is a myth that …")."""
        claim = replace(question, id=f"{question.id}: {words}", points=(), red_flags=(Misconception("words", words),))
        flags = self._grader.assess(claim, sentence, level).flags
        return any(flag.status is FlagStatus.DENIED for flag in flags)

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        """The other grader's verdict."""
        return self._grader.judge_reply(question, follow_up, answer)


def occurrences(words: str, answer: str) -> Iterator[Span]:
    """Where the words stand in the answer, whatever case and punctuation; few words only if they are all of it."""
    wanted = [found[0].casefold() for found in _WORD.finditer(words)]
    spoken = list(_WORD.finditer(answer))
    for start in range(len(spoken) - len(wanted) + 1 if wanted else 0):
        part = spoken[start : start + len(wanted)]
        whole = len(part) == len(spoken)
        if (whole or len(wanted) >= SHORT) and [found[0].casefold() for found in part] == wanted:
            yield Span(part[0].start(), part[-1].end())


def _around(answer: str, span: Span) -> str:
    """The sentence of a span with the remark behind it, which may take it back."""
    before = max(answer.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    after = [match.end() for match in _END.finditer(answer, span.end)]
    return answer[before : after[1] if len(after) > 1 else len(answer)]


def _point(verdict: PointVerdict, said: tuple[tuple[Lesson, Span], ...]) -> PointVerdict:
    for lesson, span in said:
        if lesson.target == verdict.point and not lesson.clears and verdict.status is not PointStatus.STATED:
            return PointVerdict(verdict.point, PointStatus.STATED, CERTAIN, (span,), lesson.words)
    return verdict


def _flag(verdict: FlagVerdict, said: tuple[tuple[Lesson, Span], ...]) -> FlagVerdict:
    """Absent when all that speaks for it stands within words that were cleared."""
    cleared = [span for lesson, span in said if lesson.target == verdict.flag and lesson.clears]
    within = all(any(_holds(span, found) for span in cleared) for found in verdict.evidence)
    if cleared and within and verdict.status in (FlagStatus.ASSERTED, FlagStatus.SUSPECTED):
        return FlagVerdict(verdict.flag, FlagStatus.ABSENT, 0.0)
    return verdict


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
