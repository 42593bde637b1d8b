"""The 0-5 score of an answer at the level asked."""

from collections.abc import Sequence

from bot.domain.language import Level
from bot.domain.question import Question
from bot.domain.verdict import FlagStatus, FlagVerdict, PointVerdict

LOWEST, HIGHEST = 0.0, 5.0
ABOVE = 0.3
"""Weight of a point above the level asked: people's marks follow the points so weighted best (r = .92)."""


def score_features(share: float, level: Level, suspects: Sequence[float]) -> tuple[float, ...]:
    """Features of the score: the share of the points said, straight and under a root, at the level, and wrong claims.

    `share` is the mean probability of the points by weight, `suspects` are the probabilities of the flags.
    """
    return (1.0, share, share**0.5, share * (level - 1), sum(suspects), max(suspects, default=0.0))


def share_of_points(question: Question, level: Level, chances: Sequence[float]) -> float:
    """Mean probability of the points by their weight, 0..1; points above the level are a bonus and weigh less."""
    weights = [point.weight * (1.0 if point.level <= level else ABOVE) for point in question.points]
    total = sum(weights)
    return sum(weight * chance for weight, chance in zip(weights, chances, strict=True)) / total if total else 0.0


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
    raw = sum(weight * feature for weight, feature in zip(mark, features, strict=True))
    return round(min(max(raw, LOWEST), HIGHEST), 2)
