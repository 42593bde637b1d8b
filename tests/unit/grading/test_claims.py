"""The golden cases of the claim verifier, one claim and one answer at a time."""

import pytest

from bot.domain.language import Language, Level
from bot.domain.verdict import FlagStatus
from bot.grading import RubricGrader
from tests.unit.grading.build import question
from tests.unit.grading.golden import MADE, NOT_MADE


def _status(grader: RubricGrader, language: Language, claim: str, answer: str) -> FlagStatus:
    asked = question(flags=((claim, ""),), language=language)
    return grader.assess(asked, answer, Level.MIDDLE).flags[0].status


@pytest.mark.parametrize(("rule", "language", "claim", "answer"), MADE)
def test_a_claim_that_is_made_is_asserted(
    grader: RubricGrader, rule: str, language: Language, claim: str, answer: str
) -> None:
    assert _status(grader, language, claim, answer) is FlagStatus.ASSERTED


@pytest.mark.parametrize(("rule", "language", "claim", "answer"), NOT_MADE)
def test_a_claim_that_is_not_made_is_not_asserted(
    grader: RubricGrader, rule: str, language: Language, claim: str, answer: str
) -> None:
    assert _status(grader, language, claim, answer) is not FlagStatus.ASSERTED
