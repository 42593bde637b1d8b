"""What of the judge's reply is believed: nothing that the candidate's own words do not bear out."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domain.question import Misconception, RubricPoint
from bot.domain.verdict import FlagStatus, FlagVerdict, Opinion, PointStatus, PointVerdict, Span
from bot.grading.lessons import occurrences
from bot.opinion.brief import MADE, NOT_MADE, Brief

BELIEVED = 0.9
"""Score of a point, and suspicion of a claim, that the judge found made: enough to count, less than certain."""


class AbsurdReplyError(Exception):
    """The reply is not of the schema asked for."""


class _Verdict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    id: str
    verdict: Literal["made", "not_made", "unclear"]
    quote: str


class _Reply(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    verdicts: list[_Verdict] = Field(max_length=100)


def believed(text: str, brief: Brief) -> Opinion:
    """The opinion in a reply; AbsurdReplyError when it is not of the schema.

    A verdict counts only if its id was asked for and stands once, and if its quotation stands in the answer word for
    word and meets the passage that raised the doubt: an order to the judge elsewhere in the answer settles nothing.
    """
    try:
        reply = _Reply.model_validate_json(text)
    except ValidationError as error:
        raise AbsurdReplyError(f"{error.error_count()} faults") from None
    found = tuple(_verdicts(reply, brief))
    return Opinion(
        brief.case.question.id,
        tuple(each for each in found if isinstance(each, PointVerdict)),
        tuple(each for each in found if isinstance(each, FlagVerdict)),
    )


def _verdicts(reply: _Reply, brief: Brief) -> Iterator[PointVerdict | FlagVerdict]:
    named = Counter(each.id for each in reply.verdicts)
    for each in reply.verdicts:
        doubt = brief.doubts.get(each.id) if named[each.id] == 1 else None
        span = _evidence(each.quote, brief.case.answer, doubt.passages) if doubt else None
        verdict = _settled(doubt.statement, each.verdict, span) if doubt and span else None
        if verdict is not None:
            yield verdict


def _evidence(quote: str, answer: str, passages: tuple[Span, ...]) -> Span | None:
    """Where the quotation stands in the answer and meets one of the passages."""
    for span in occurrences(quote, answer):
        if any(span.start < passage.end and passage.start < span.end for passage in passages):
            return span
    return None


def _settled(statement: RubricPoint | Misconception, verdict: str, span: Span) -> PointVerdict | FlagVerdict | None:
    """What a verdict on a statement comes to; a point that was not made stays in doubt."""
    if isinstance(statement, RubricPoint):
        return PointVerdict(statement.id, PointStatus.STATED, BELIEVED, (span,)) if verdict == MADE else None
    if verdict == MADE:
        return FlagVerdict(statement.id, FlagStatus.ASSERTED, BELIEVED, (span,))
    return FlagVerdict(statement.id, FlagStatus.ABSENT, 0.0, (span,)) if verdict == NOT_MADE else None
