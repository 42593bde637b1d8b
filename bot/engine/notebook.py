"""What the log of turns tells beside the scorecard: the candidate's words on a question, and what was said instead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.domain.scorecard import QuestionResult, Scorecard, Standing
from bot.engine.state import Turn, TurnKind

_WORDLESS = frozenset((TurnKind.MEDIUM, TurnKind.CONFIDENCE, TurnKind.EDIT))
"""Kinds of turns whose text is no statement, or replaces an earlier one."""
_ANSWERS = frozenset((TurnKind.ANSWER, TurnKind.REPLY))
_UNEARNED = frozenset((Standing.MISSING, Standing.DECLINED))
_DECLINED = "declined"


def spoken_on(number: int, turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Messages the candidate wrote on a main question, last corrections included, each in its last version."""
    return tuple(
        turn
        for turn in _edited(turns)
        if turn.message is not None
        and turn.kind not in _WORDLESS
        and turn.answer.strip()
        and (turn.ordinal == number or turn.kind is TurnKind.CORRECTION)
    )


def with_replies(card: Scorecard, turns: Iterable[Turn]) -> Scorecard:
    """The scorecard with what was said instead of every point not earned; `turns` are the log in order."""
    log = _edited(turns)
    questions = tuple(
        _with_replies(result, [turn for turn in log if turn.ordinal == number])
        for number, result in enumerate(card.questions, 1)
    )
    return replace(card, questions=questions)


def _edited(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Turns with the last text of messages that were changed while it counted."""
    log = tuple(turns)
    last = {turn.message: turn.answer for turn in log if turn.kind is TurnKind.EDIT and turn.points}
    return tuple(replace(turn, answer=last.get(turn.message, turn.answer)) for turn in log)


def _with_replies(result: QuestionResult, turns: Sequence[Turn]) -> QuestionResult:
    replies = _replies(turns)
    points = tuple(
        replace(point, instead=replies.get(point.point) or replies.get("", ""), asked=point.point in replies)
        if point.standing in _UNEARNED
        else point
        for point in result.points
    )
    return replace(result, points=points)


def _replies(turns: Iterable[Turn]) -> Mapping[str, str]:
    """The first reply given when a point was asked for, by its id, and under the empty one the first answer of all.

    A "don't know" is the first answer only where no other came.
    """
    replies: dict[str, str] = {}
    about = ""
    log = tuple(turns)
    first = next((turn.answer.strip() for turn in log if turn.kind in _ANSWERS), None)
    for turn in log:
        asked = turn.why.partition(":")[2]
        declines = turn.why.startswith(_DECLINED) and turn.message is not None
        if turn.kind in _ANSWERS or declines:
            replies.setdefault(about, turn.answer.strip())
            about = asked
        elif asked:
            about = asked
    return replies if first is None else replies | {"": first}
