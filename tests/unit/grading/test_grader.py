"""The grader as a whole: pure, never raising, its scores and memory."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.question import FollowUp, RubricPoint
from bot.domain.verdict import Assessment, FlagStatus
from bot.grading import RubricGrader
from bot.grading import grader as module
from bot.grading.model import Logistic, load_model
from bot.grading.scoring import share_of_points
from tests.unit.grading.build import question

ASKED = question(
    "ClusterIP gives an address inside the cluster",
    "Тайм-аут 5-15 секунд не чекає вічно",
    flags=(("Every pod keeps its address", "addresses change"),),
    title="Services",
    phrasings=("reachable only from inside",),
)
GRADER = RubricGrader()

ODD = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="не нi not 5-1%.,;:!?()—=<>{}`'\"\n\u200b\u0301кk8sПO", max_size=400),
    st.sampled_from(
        ["x" * 4096, "a " * 2000, ".,;:!?(" * 585, "а\u200b" * 2048, "не " * 1300, "\n" * 4096, "1-" * 2000]
    ),
)


def _spans_are_valid(assessment: Assessment, answer: str) -> bool:
    evidence = [verdict.evidence for verdict in assessment.points] + [flag.evidence for flag in assessment.flags]
    return all(0 <= span.start < span.end <= len(answer) for spans in evidence for span in spans)


@settings(max_examples=60, deadline=None)
@given(ODD, st.sampled_from(Language), st.sampled_from(Level))
def test_any_text_is_graded_with_valid_spans_and_scores(answer: str, language: Language, level: Level) -> None:
    assessment = GRADER.assess(replace(ASKED, language=language), answer, level)
    assert _spans_are_valid(assessment, answer)
    assert 0 <= assessment.score <= 5
    assert all(0 <= verdict.score <= 1 for verdict in assessment.points)
    assert all(0 <= verdict.suspect <= 1 for verdict in assessment.flags)


@settings(max_examples=30, deadline=None)
@given(ODD)
def test_any_reply_is_judged(answer: str) -> None:
    verdict = GRADER.judge_reply(ASKED, FollowUp("f", "Why?", "Because addresses change, 5-15 times"), answer)
    assert 0 <= verdict.score <= 1


def test_the_same_answer_gets_the_same_verdicts(grader: RubricGrader) -> None:
    answer = "An address inside of the cluster, five to fifteen seconds."
    assert grader.assess(ASKED, answer, Level.SENIOR) == RubricGrader().assess(ASKED, answer, Level.SENIOR)


def test_verdicts_stand_in_the_order_of_the_question(grader: RubricGrader) -> None:
    assessment = grader.assess(ASKED, "address", Level.JUNIOR)
    assert [verdict.point for verdict in assessment.points] == ["p0", "p1"]
    assert [verdict.flag for verdict in assessment.flags] == ["f0"]


def test_a_question_without_points_and_flags_can_be_graded(grader: RubricGrader) -> None:
    assert grader.assess(question(), "anything at all", Level.JUNIOR).points == ()


def test_a_question_that_changed_is_compiled_anew(grader: RubricGrader) -> None:
    before = question("Threads share memory")
    after = replace(before, points=(RubricPoint("p0", "Queues keep order", Level.JUNIOR),))
    low = grader.assess(before, "queues keep order", Level.JUNIOR).points[0].score
    assert grader.assess(after, "queues keep order", Level.JUNIOR).points[0].score > low


def test_compiled_questions_are_remembered_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 2)
    own = RubricGrader()
    asked = [question(f"Point {number}") for number in range(3)]
    kept = [own.rubric(one) for one in asked]
    assert own.rubric(asked[2]) is kept[2]
    assert own.rubric(asked[0]) is not kept[0]


def test_a_better_answer_gets_a_better_score(grader: RubricGrader) -> None:
    asked = question("Locks are taken in one order", "A timeout breaks the wait", "Detection kills one of the threads")
    none = grader.assess(asked, "no idea, sorry", Level.MIDDLE).score
    some = grader.assess(asked, "Take the locks in one order.", Level.MIDDLE).score
    every = grader.assess(asked, ". ".join(point.text for point in asked.points), Level.MIDDLE).score
    assert none < some < every == 5


def test_a_wrong_claim_costs_score(grader: RubricGrader) -> None:
    asked = question("An index slows down writes", flags=(("An index costs no space", "it takes disk space"),))
    right = grader.assess(asked, "An index slows down writes.", Level.MIDDLE)
    wrong = grader.assess(asked, "An index slows down writes. An index costs no space.", Level.MIDDLE)
    assert wrong.flags[0].status is FlagStatus.ASSERTED
    assert wrong.score < right.score


def test_points_above_the_level_weigh_less() -> None:
    asked = question("a", "b")
    asked = replace(asked, points=(asked.points[0], replace(asked.points[1], level=Level.SENIOR)))
    assert share_of_points(asked, Level.JUNIOR, [1, 0]) > share_of_points(asked, Level.SENIOR, [1, 0]) == 0.5


def test_heavy_points_weigh_more() -> None:
    asked = question("a", "b")
    asked = replace(asked, points=(replace(asked.points[0], weight=3), asked.points[1]))
    assert share_of_points(asked, Level.JUNIOR, [1, 0]) == 0.75


def test_the_logistic_model_gives_probabilities() -> None:
    model = Logistic(mean=(1.0,), scale=(2.0,), weights=(2.0,), bias=0.0)
    assert model.probability([1.0]) == 0.5
    assert 0.5 < model.probability([3.0]) < 1
    assert model.probability([-5000.0]) == 0.0


def test_the_logistic_model_refuses_another_number_of_features() -> None:
    with pytest.raises(ValueError, match="zip"):
        Logistic((0.0,), (1.0,), (1.0,), 0.0).probability([1.0, 2.0])


def test_the_shipped_thresholds_are_in_order() -> None:
    limits = load_model().thresholds
    assert 0 < limits.unsure < limits.stated < 1
    assert 0 < limits.suspected < limits.asserted < 1
    assert 0 < limits.partial < limits.correct < 1
