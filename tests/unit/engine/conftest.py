"""The shipped bank and its grader, for rules that must hold on real questions."""

from pathlib import Path

import pytest

from bot.bank import load_bank
from bot.domain.question import Bank
from bot.grading import RubricGrader


@pytest.fixture(scope="session")
def shipped_bank() -> Bank:
    return load_bank([Path(__file__).parents[3] / "content"])


@pytest.fixture(scope="session")
def rubric_grader() -> RubricGrader:
    return RubricGrader()
