"""The shipped bank and its grader, for rules that must hold on real questions."""

import pytest

from bot.domain.question import Bank
from bot.grading import RubricGrader
from tests import shipped


@pytest.fixture(scope="session")
def shipped_bank() -> Bank:
    return shipped.shipped_bank()


@pytest.fixture(scope="session")
def rubric_grader() -> RubricGrader:
    return shipped.shipped_grader()
