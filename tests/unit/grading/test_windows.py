"""Where a statement is found: nothing that is passed over unmeasured would have been the better place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.grading.analysis import Analyser
from bot.grading.features import WINDOW_CLAUSES, Window, best_window, windows, within
from bot.grading.matching import Answer, explained
from bot.grading.reading import Range
from bot.grading.rubric import Statement, compile_question
from tests.unit.grading.build import question

POINT = "A deadlock needs threads that take two locks in another order"
WORDS = st.sampled_from([*POINT.lower().split(), "lock", "unlock", "garbage", "heap", ",", ".", "because"])
ANSWERS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
CHECKED = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def statement(analyser: Analyser) -> Statement:
    return compile_question(question(POINT), analyser).points[0].statements[0]


def _answer(analyser: Analyser, text: str) -> Answer:
    return Answer(analyser.read(text, Language.EN))


@CHECKED
@given(ANSWERS)
def test_no_window_covers_more_than_the_best(statement: Statement, analyser: Analyser, text: str) -> None:
    answer = _answer(analyser, text)
    best = best_window(statement, answer)
    everywhere = [window.coverage for window in windows(statement, answer)]
    assert best.coverage == pytest.approx(max(everywhere, default=0.0), abs=1e-6)


@CHECKED
@given(ANSWERS)
def test_a_window_covers_what_is_found_in_it(statement: Statement, analyser: Analyser, text: str) -> None:
    answer = _answer(analyser, text)
    for window in windows(statement, answer):
        assert window.last - window.first < WINDOW_CLAUSES
        assert window.coverage == pytest.approx(within(statement, answer, window))


@CHECKED
@given(ANSWERS, st.floats(0, 1))
def test_a_least_coverage_leaves_out_the_others_alone(
    statement: Statement, analyser: Analyser, text: str, least: float
) -> None:
    answer = _answer(analyser, text)
    everywhere: list[Window] = windows(statement, answer)
    assert windows(statement, answer, least) == [window for window in everywhere if window.coverage >= least]


@CHECKED
@given(ANSWERS)
def test_what_is_explained_of_two_halves_is_explained_of_the_whole(
    statement: Statement, analyser: Analyser, text: str
) -> None:
    answer = _answer(analyser, text)
    whole = answer.reading.everything
    middle = whole.last // 2
    halves = (answer.told(statement, Range(0, middle)), answer.told(statement, Range(middle, whole.last)))
    assert answer.told(statement, whole) == pytest.approx(sum(halves))
    assert 0 <= explained(statement, answer, whole) <= 1
