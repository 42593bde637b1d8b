"""The 0-5 score of an answer at the level asked."""

from collections.abc import Sequence

from bot.domain.language import Level
from bot.domain.question import Question
from bot.domain.verdict import FlagStatus, FlagVerdict, PointVerdict

LOWEST, HIGHEST = 0.0, 5.0
ABOVE = 0.5
"""Weight of a point above the level asked, a bonus; people's marks follow the points so weighted (r = .91)."""
LEAST = 0.4
"""Share of all points' weight that is expected at any level, as in the scorecard: two are too few to judge by."""
POINTS = 4
"""How many of the features are about points; the rest are about claims and only lower a score."""


def score_features(share: float, level: Level, suspects: Sequence[float]) -> tuple[float, ...]:
    """Features of the score: the share of the points said, straight and under a root, at the level, and wrong claims.

    `share` is the mean probability of the points by weight, `suspects` are the probabilities of the flags.
    """
    return (1.0, share, share**0.5, share * (level - 1), sum(suspects), max(suspects, default=0.0))


def share_of_points(question: Question, level: Level, chances: Sequence[float]) -> float:
    """Weight said, by the probabilities of the points, over the weight expected at the level, 0..1."""
    said = sum(
        point.weight * (1.0 if point.level <= level else ABOVE) * chance
        for point, chance in zip(question.points, chances, strict=True)
    )
    total = sum(point.weight for point in question.points)
    expected = sum(point.weight for point in question.points_at(level))
    return min(said / max(expected, LEAST * total), 1.0) if total else 0.0


def score(
    question: Question,
    level: Level,
    points: Sequence[PointVerdict],
    flags: Sequence[FlagVerdict],
    mark: Sequence[float],
) -> float:
    """0-5 at the level asked; denied claims do not count against it."""
    suspects = [0.0 if flag.status is FlagStatus.DENIED else flag.suspect for flag in flags]
    share = share_of_points(question, level, [point.score for point in points])
    features = score_features(share, level, suspects)
    worth = [weight * feature for weight, feature in zip(mark, features, strict=True)]
    earned = min(max(sum(worth[:POINTS]), LOWEST), HIGHEST)
    return round(max(earned + min(sum(worth[POINTS:]), 0.0), LOWEST), 2)
