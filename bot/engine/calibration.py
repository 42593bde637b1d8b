"""How a candidate's confidence compares with what his answers earned."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from bot.domain.scorecard import QuestionResult

LEAST = 2
"""Questions with a confidence from which there is something to compare."""
MARGIN = 1.0
"""Difference of the means, on the scale of marks, from which they no longer agree."""


class Fit(StrEnum):
    """Whether the candidate was surer than his answers, about right, or less sure."""

    OVER = "over"
    FITTING = "fitting"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Mean confidence, 1-5 as it was said, and mean mark, 0-5, of the questions that have both."""

    confidence: float
    score: float

    @property
    def fit(self) -> Fit:
        """How they compare, with the lowest confidence standing for no marks at all."""
        ahead = (self.confidence - 1) * 5 / 4 - self.score
        if abs(ahead) < MARGIN:
            return Fit.FITTING
        return Fit.OVER if ahead > 0 else Fit.UNDER


def calibrated(results: Iterable[QuestionResult]) -> Calibration | None:
    """The comparison, None when too few questions have both."""
    rated = [(each.confidence, each.score) for each in results if each.confidence and each.score is not None]
    if len(rated) < LEAST:
        return None
    return Calibration(fmean(sure for sure, _ in rated), fmean(score for _, score in rated))
