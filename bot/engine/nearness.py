"""How near texts of one question are to each other, by the words they share."""

from collections import Counter
from collections.abc import Callable, Iterable
from math import log, sqrt

from bot.domain.question import FollowUp, Misconception, Question
from bot.engine.classify import words

_HEAD = 5
"""Letters by which words count as one: enough to tell words apart, few enough to drop endings."""
_SHORTEST = 3

Weigh = Callable[[str], float]


def heads(text: str) -> frozenset[str]:
    """First letters of the words of a text that are long enough to mean something."""
    return frozenset(word[:_HEAD] for word in words(text).split() if len(word) >= _SHORTEST)


def overlap(left: frozenset[str], right: frozenset[str], weigh: Weigh = lambda _: 1.0) -> float:
    """Weight shared over the geometric mean of both weights, 0..1."""
    shared, first, second = (sum(map(weigh, part)) for part in (left & right, left, right))
    return shared / sqrt(first * second) if shared else 0.0


def closest(texts: Iterable[str], said: str) -> float:
    """Nearness 0..1 of what was said to that text of several which it shares most with."""
    words_said = heads(said)
    return max((overlap(heads(text), words_said) for text in texts), default=0.0)


def nearest_point(question: Question, text: str) -> tuple[str, float]:
    """Id of the point that shares most with a text, words of few points counting more; its nearness 0..1."""
    points = {point.id: heads(point.text) for point in question.points}
    common = Counter(head for each in points.values() for head in each)
    said = heads(text)
    near = {
        point: overlap(each, said, lambda head: log(1 + len(points) / (common[head] or 1)))
        for point, each in points.items()
    }
    best = max(near, key=lambda point: near[point])
    return best, near[best]


def opened_point(question: Question, follow_up: FollowUp, nearness: float) -> str | None:
    """Id of the point a prepared follow-up is about: the one it names, else the nearest one if that is near enough."""
    if follow_up.point is not None:
        return follow_up.point
    point, near = nearest_point(question, f"{follow_up.question} {follow_up.answer}")
    return point if near >= nearness else None


def opposite_point(question: Question, flag: Misconception, nearness: float) -> str | None:
    """Id of the point that says what is right where the claim is wrong, if one is near enough to its correction."""
    if not flag.correction or not question.points:
        return None
    point, near = nearest_point(question, flag.correction)
    return point if near >= nearness else None
