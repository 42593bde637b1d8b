"""A second opinion on an answer: it settles what the grader left in doubt, and touches nothing else."""

from dataclasses import dataclass, replace

from bot.domain.language import Level
from bot.domain.question import Question
from bot.domain.verdict import Assessment, FlagStatus, FlagVerdict, Opinion, PointStatus, PointVerdict


@dataclass(frozen=True, slots=True)
class Case:
    """An answer and what the grader made of it; `asked` is what the interviewer had asked last."""

    question: Question
    level: Level
    answer: str
    asked: str
    assessment: Assessment

    @property
    def points(self) -> tuple[PointVerdict, ...]:
        """Points of which it could not be told whether they were stated."""
        return tuple(each for each in self.assessment.points if each.status is PointStatus.UNSURE)

    @property
    def flags(self) -> tuple[FlagVerdict, ...]:
        """Wrong claims of which it could not be told whether they were made."""
        return tuple(each for each in self.assessment.flags if each.status is FlagStatus.SUSPECTED)


def advised(assessment: Assessment, question: Question, opinion: Opinion | None) -> Assessment:
    """The assessment with its doubts settled as the opinion says, if it is one on an answer to this question.

    Unsure points can become stated, suspected claims made or absent. The score stays the grader's.
    """
    if opinion is None or opinion.question != question.id:
        return assessment
    stated = {each.point: each for each in opinion.points if each.status is PointStatus.STATED}
    ruled = {each.flag: each for each in opinion.flags if each.status in (FlagStatus.ASSERTED, FlagStatus.ABSENT)}
    return replace(
        assessment,
        points=tuple(
            stated.get(each.point, each) if each.status is PointStatus.UNSURE else each for each in assessment.points
        ),
        flags=tuple(
            ruled.get(each.flag, each) if each.status is FlagStatus.SUSPECTED else each for each in assessment.flags
        ),
    )
