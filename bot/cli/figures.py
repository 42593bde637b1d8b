"""Agreement of verdicts with labels."""

from collections.abc import Sequence
from math import sqrt


def f1(labels: Sequence[bool], verdicts: Sequence[bool]) -> float:
    """F1 of the positive class, 0 when neither side has one."""
    both = sum(label and verdict for label, verdict in zip(labels, verdicts, strict=True))
    return _ratio(2 * both, sum(labels) + sum(verdicts))


def macro_f1(labels: Sequence[bool], verdicts: Sequence[bool]) -> float:
    """Mean F1 of the positive and the negative class."""
    return (f1(labels, verdicts) + f1([not label for label in labels], [not verdict for verdict in verdicts])) / 2


def precision(labels: Sequence[bool], verdicts: Sequence[bool]) -> float:
    """Share of positive verdicts that are right."""
    return _ratio(sum(label and verdict for label, verdict in zip(labels, verdicts, strict=True)), sum(verdicts))


def recall(labels: Sequence[bool], verdicts: Sequence[bool]) -> float:
    """Share of positive labels that were found."""
    return precision(verdicts, labels)


def kappa(labels: Sequence[int], verdicts: Sequence[int], *, quadratic: bool = False) -> float:
    """Cohen's kappa; `quadratic` weighs a disagreement by its square, for ordered classes."""
    size = len(labels)
    if not size:
        return 0.0

    def cost(one: int, other: int) -> float:
        return float((one - other) ** 2) if quadratic else float(one != other)

    seen = sum(cost(label, verdict) for label, verdict in zip(labels, verdicts, strict=True)) / size
    chance = sum(
        labels.count(one) * verdicts.count(other) * cost(one, other) for one in set(labels) for other in set(verdicts)
    ) / (size * size)
    return 1 - seen / chance if chance else 1.0


def pearson(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlation, 0 when either side does not vary."""
    size = len(one)
    if not size:
        return 0.0
    mean_one, mean_other = sum(one) / size, sum(other) / size
    shared = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = sqrt(sum((a - mean_one) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other))
    return shared / spread if spread else 0.0


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
