"""Questions still being written: what nobody has written yet is left out, so that nobody is asked it."""

from dataclasses import replace
from typing import Final

from bot.domain.question import Bank, Misconception, Question, RubricPoint

PLACEHOLDER: Final = "…"
"""What a text begins with until it is written; `content check` looks for it."""


def without_drafts(bank: Bank) -> Bank:
    """The bank with as much of its questions as is written; imported pages stay as they are."""
    written = {key: as_written(question) for key, question in bank.questions.items()}
    return replace(bank, questions={key: question for key, question in written.items() if question})


def as_written(question: Question) -> Question | None:
    """The question without the texts still to be written; None when that leaves nothing to ask or to listen for."""
    if question.source:
        return question
    points = tuple(_point(point) for point in question.points if is_written(point.text))
    if not points or not is_written(question.prompt):
        return None
    known = {point.id for point in points}
    return replace(
        question,
        title=question.title if is_written(question.title) else question.id,
        points=points,
        red_flags=tuple(_flag(flag) for flag in question.red_flags if is_written(flag.claim)),
        follow_ups=tuple(
            replace(follow_up, point=follow_up.point if follow_up.point in known else None)
            for follow_up in question.follow_ups
            if is_written(follow_up.question) and is_written(follow_up.answer)
        ),
        explanations={level: text for level, text in question.explanations.items() if is_written(text)},
        rewording=_optional(question.rewording),
        scope=_optional(question.scope),
    )


def is_written(text: str) -> bool:
    """Whether somebody has written the text."""
    return not text.startswith(PLACEHOLDER)


def _point(point: RubricPoint) -> RubricPoint:
    return replace(
        point,
        phrasings=_several(point.phrasings),
        key_terms=_several(point.key_terms),
        probe=_optional(point.probe),
        hints=_several(point.hints),
    )


def _flag(flag: Misconception) -> Misconception:
    return replace(
        flag,
        correction=_optional(flag.correction) or "",
        phrasings=_several(flag.phrasings),
        near_misses=_several(flag.near_misses),
        probe=_optional(flag.probe),
    )


def _several(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(is_written, texts))


def _optional(text: str | None) -> str | None:
    return text if text and is_written(text) else None
