"""Figures of agreement, checked against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.figures import f1, kappa, macro_f1, pearson, precision, recall

LABELS = [True, True, True, False, False, False, False, False]
VERDICTS = [True, True, False, True, False, False, False, False]


def test_precision_is_the_share_of_verdicts_that_are_right() -> None:
    assert precision(LABELS, VERDICTS) == pytest.approx(2 / 3)


def test_recall_is_the_share_of_labels_that_were_found() -> None:
    assert recall([True, True, False, False], [True, False, True, True]) == 0.5


def test_f1_is_the_harmonic_mean_of_both() -> None:
    assert f1([True, True, False, False], [True, False, True, True]) == pytest.approx(2 / 5)


def test_macro_f1_takes_both_classes_alike() -> None:
    assert macro_f1(LABELS, VERDICTS) == pytest.approx((2 / 3 + 4 / 5) / 2)


def test_kappa_leaves_out_chance() -> None:
    assert kappa(LABELS, VERDICTS) == pytest.approx((0.75 - 34 / 64) / (1 - 34 / 64))


def test_quadratic_kappa_forgives_neighbours() -> None:
    labels, near, far = [0, 1, 2, 3, 4, 5], [1, 1, 2, 3, 4, 5], [5, 1, 2, 3, 4, 5]
    assert kappa(labels, near) == pytest.approx(kappa(labels, far), abs=0.02)
    assert kappa(labels, near, quadratic=True) > 0.9 > kappa(labels, far, quadratic=True)


def test_correlation_is_one_along_a_line() -> None:
    assert pearson([1, 2, 3], [10, 20, 30]) == pytest.approx(1)
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)


@pytest.mark.parametrize("figure", [f1, macro_f1, precision, recall, kappa, pearson])
def test_figures_of_nothing_are_zero(figure: object) -> None:
    assert callable(figure)
    assert figure([], []) == 0


def test_correlation_with_a_constant_is_zero() -> None:
    assert pearson([1, 2, 3], [4, 4, 4]) == 0


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_full_agreement_scores_one(labels: list[bool]) -> None:
    assert kappa(labels, labels) == 1
    assert f1(labels, labels) == float(any(labels))
