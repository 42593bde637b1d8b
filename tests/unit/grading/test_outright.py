"""A phrasing that was accepted counts when it is said word for word, and only then."""

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Question, RubricPoint
from bot.domain.verdict import PointStatus
from bot.grading import RubricGrader
from bot.grading.points import SURE

POINT = RubricPoint(
    "secrets",
    "A secret is passed to an image build by a secret mount, so that it stays in no layer.",
    Level.SENIOR,
    phrasings=("the token is mounted only for the command that needs it", "never copy credentials into the image"),
    key_terms=("secret mount",),
)
OTHER = RubricPoint("cache", "A changed instruction rebuilds its layer and all later ones.", Level.MIDDLE)
QUESTION = Question("images", Language.EN, "containers", "Image layers", "What are images made of?", (POINT, OTHER))


def status_of(answer: str) -> PointStatus:
    verdict, _ = RubricGrader().assess(QUESTION, answer, Level.SENIOR).points
    return verdict.status


@pytest.mark.parametrize("phrasing", POINT.phrasings)
def test_an_accepted_phrasing_said_alone_states_its_point(phrasing: str) -> None:
    assert status_of(phrasing) is PointStatus.STATED


def test_it_counts_inside_a_longer_answer_and_is_quoted() -> None:
    answer = "First I order the instructions. The token is mounted only for the command that needs it. That is all."
    verdict, _ = RubricGrader().assess(QUESTION, answer, Level.SENIOR).points
    assert verdict.status is PointStatus.STATED
    assert "mounted" in answer[verdict.evidence[0].start : verdict.evidence[0].end]


@pytest.mark.parametrize(
    "answer",
    [
        "It is a myth that the token is mounted only for the command that needs it.",
        "the token is not mounted only for the command that needs it",
    ],
)
def test_its_denial_does_not_count(answer: str) -> None:
    assert status_of(answer) is not PointStatus.STATED


def test_its_words_out_of_order_are_not_taken_as_said_outright() -> None:
    verdict, _ = RubricGrader().assess(QUESTION, "token command mounted needs only", Level.SENIOR).points
    assert verdict.score < SURE
