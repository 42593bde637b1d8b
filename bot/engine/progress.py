"""What several interviews tell together: the latest standing of every point, and one attempt against another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.language import Level
from bot.domain.scorecard import PointResult, QuestionResult, Scorecard, Standing

_OPEN = frozenset((Standing.MISSING, Standing.UNSURE, Standing.DECLINED))


@dataclass(frozen=True, slots=True)
class Attempt:
    """An interview that has ended, with its scorecard."""

    session: int
    held: date
    level: Level
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Known:
    """A point as it stood when its question was judged last."""

    question: str
    title: str
    topic: str
    point: PointResult


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two attempts on a topic: their mean marks there, and the points of questions asked in both.

    `gained` and `lost` are points counted in one attempt alone, `open` those counted in neither.
    """

    before: Attempt
    after: Attempt
    marks: tuple[float, float]
    gained: tuple[PointResult, ...]
    lost: tuple[PointResult, ...]
    open: tuple[PointResult, ...]


def has_gaps(result: QuestionResult) -> bool:
    """Whether something expected was not said on a question that was judged."""
    return result.score is not None and any(point.standing in _OPEN for point in result.points)


def mastery(attempts: Iterable[Attempt]) -> tuple[Known, ...]:
    """Every point that was ever judged, as it stood last; `attempts` are given oldest first."""
    found: dict[tuple[str, str], Known] = {}
    for attempt in attempts:
        for result in _judged(attempt):
            for point in result.points:
                found[result.question, point.point] = Known(result.question, result.title, result.topic, point)
    return tuple(found.values())


def weak_questions(known: Iterable[Known]) -> tuple[str, ...]:
    """Ids of questions with a point that is open, in order."""
    return tuple(dict.fromkeys(each.question for each in known if each.point.standing in _OPEN))


def topic_mark(attempt: Attempt, topic: str) -> float | None:
    """Mean mark of the attempt's questions on that topic, None when there was none."""
    marks = [result.score for result in _judged(attempt) if result.topic == topic and result.score is not None]
    return sum(marks) / len(marks) if marks else None


def repeated_topics(attempts: Sequence[Attempt]) -> tuple[str, ...]:
    """Topics that were judged in more than one attempt."""
    topics = dict.fromkeys(result.topic for attempt in attempts for result in _judged(attempt))
    return tuple(topic for topic in topics if sum(topic_mark(each, topic) is not None for each in attempts) > 1)


def compare(attempts: Sequence[Attempt], topic: str) -> Comparison | None:
    """The last attempt on a topic against the one before it, None when there are no two; given oldest first."""
    marked = [(each, mark) for each in attempts if (mark := topic_mark(each, topic)) is not None]
    if len(marked) < 2:  # noqa: PLR2004 -- a pair
        return None
    (before, first), (after, second) = marked[-2:]
    then, now = _points(before, topic), _points(after, topic)
    both = [(then[key], now[key]) for key in now if key in then]
    return Comparison(
        before,
        after,
        (first, second),
        gained=tuple(new for old, new in both if _is_open(old) and not _is_open(new)),
        lost=tuple(new for old, new in both if _is_open(new) and not _is_open(old)),
        open=tuple(new for old, new in both if _is_open(new) and _is_open(old)),
    )


def _judged(attempt: Attempt) -> tuple[QuestionResult, ...]:
    return tuple(result for result in attempt.card.questions if result.score is not None)


def _points(attempt: Attempt, topic: str) -> Mapping[tuple[str, str], PointResult]:
    judged = (result for result in _judged(attempt) if result.topic == topic)
    return {(result.question, point.point): point for result in judged for point in result.points}


def _is_open(point: PointResult) -> bool:
    return point.standing in _OPEN
