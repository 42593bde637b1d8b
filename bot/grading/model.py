"""Fitted numbers: logistic models and thresholds, kept in `data/weights.json` by `benchmarks/fit.py`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from math import exp, log

LOWEST_LOGIT = -700.0
"""Below it `exp` overflows a double."""
CERTAINTY = 1e-3
"""Nearer to 0 and 1 than this no probability is taken."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """Logistic regression over standardised features."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def probability(self, features: Sequence[float]) -> float:
        """Probability, 0..1; ValueError when the number of features is another."""
        total = self.bias + sum(
            weight * (value - mean) / scale
            for value, mean, scale, weight in zip(features, self.mean, self.scale, self.weights, strict=True)
        )
        return 1 / (1 + exp(-total)) if total > LOWEST_LOGIT else 0.0


def logit(chance: float) -> float:
    """Logarithm of the odds of a probability, -7..7."""
    bounded = min(max(chance, CERTAINTY), 1 - CERTAINTY)
    return log(bounded / (1 - bounded))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which a verdict is given.

    `stated` and `unsure` for points, `asserted` and `suspected` for flags, `claimed` and `half_claimed` for those with
    phrasings, `correct` and `partial` for replies to follow-ups, `told` and `half_told` for a point by the reply to its
    own probe.
    """

    stated: float
    unsure: float
    asserted: float
    suspected: float
    claimed: float
    half_claimed: float
    correct: float
    partial: float
    told: float
    half_told: float


@dataclass(frozen=True, slots=True)
class Model:
    """Everything fitted. `mark` gives the 0-5 score: bias and weights by `scoring.score_features`.

    `point` judges a single wording, `phrased` a point with accepted phrasings by what `point` says of them, `probed` a
    point by the reply to its own probe; `claimed` a flag with phrasings.
    """

    point: Logistic
    phrased: Logistic
    probed: Logistic
    flag: Logistic
    claimed: Logistic
    mark: tuple[float, ...]
    thresholds: Thresholds


def load_model() -> Model:
    """The model shipped with the package."""
    text = (resources.files("bot.grading") / "data" / "weights.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Model(
        logistic(data["point"]),
        logistic(data["phrased"]),
        logistic(data["probed"]),
        logistic(data["flag"]),
        logistic(data["claimed"]),
        tuple(data["mark"]),
        Thresholds(**data["thresholds"]),
    )


def logistic(data: dict[str, list[float]]) -> Logistic:
    """A fitted model from its data: means, scales, and weights with the bias last."""
    *weights, bias = data["weights"]
    return Logistic(tuple(data["mean"]), tuple(data["scale"]), tuple(weights), bias)
