"""The 0-5 score of an answer at the level asked."""

from collections.abc import Sequence

from bot.domain.language import Level
from bot.domain.question import Question
from bot.domain.verdict import FlagStatus, FlagVerdict, PointVerdict

LOWEST, HIGHEST = 0.0, 5.0


def score_features(
    question: Question, level: Level, points: Sequence[PointVerdict], flags: Sequence[FlagVerdict]
) -> tuple[float, ...]:
    """Expected share of the points by weight, the same under a square root, and made claims, with the level mixed in."""
    weights = [point.weight for point in question.points]
    total = sum(weights) or 1.0
    share = sum(weight * verdict.score for weight, verdict in zip(weights, points, strict=True)) / total
    wrong = sum(flag.suspect if flag.status is not FlagStatus.DENIED else 0.0 for flag in flags)
    made = sum(flag.status is FlagStatus.ASSERTED for flag in flags)
    return (1.0, share, share**0.5, share * (level - 1), wrong, float(made))


def score(features: Sequence[float], mark: Sequence[float]) -> float:
    """Weighted sum kept within 0-5; an answer that states nothing gets nothing."""
    raw = sum(weight * feature for weight, feature in zip(mark, features, strict=True))
    return round(min(max(raw, LOWEST), HIGHEST), 2)
