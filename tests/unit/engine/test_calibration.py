"""Confidence against marks."""

import pytest

from bot.domain.language import Level
from bot.domain.scorecard import QuestionResult
from bot.engine.calibration import Calibration, Fit, calibrated


def result(confidence: int | None, score: float | None) -> QuestionResult:
    return QuestionResult("q", "Q", "t", Level.MIDDLE, score, (), (), confidence=confidence)


@pytest.mark.parametrize(
    ("confidence", "score", "fit"),
    [(5, 5.0, Fit.FITTING), (1, 0.0, Fit.FITTING), (3, 2.5, Fit.FITTING), (5, 3.0, Fit.OVER), (2, 4.0, Fit.UNDER)],
)
def test_confidence_fits_when_it_lies_where_the_marks_do(confidence: float, score: float, fit: Fit) -> None:
    assert Calibration(confidence, score).fit is fit


def test_means_are_of_the_questions_that_have_both() -> None:
    found = calibrated([result(5, 1.0), result(3, 2.0), result(None, 5.0), result(1, None)])
    assert found == Calibration(4.0, 1.5)


def test_one_question_tells_nothing() -> None:
    assert calibrated([result(5, 1.0), result(None, 2.0)]) is None
