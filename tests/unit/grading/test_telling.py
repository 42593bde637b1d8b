"""What the wordings of a point explain together, and what an answer remembers of such measures."""

import pytest

from bot.domain.language import Language
from bot.grading.analysis import Analyser
from bot.grading.matching import Answer, remembered
from bot.grading.rubric import compile_question
from bot.grading.telling import Telling, tellings
from tests.unit.grading.build import question

POINT, OTHER = "an index costs time on every insert", "a covering index answers without the table"


def _answer(analyser: Analyser, text: str) -> Answer:
    return Answer(analyser.read(text, Language.EN))


def _tellings(analyser: Analyser, answer: str, *points: str) -> tuple[Telling, ...]:
    rubric = compile_question(question(*points), analyser)
    return tellings(rubric.wordings, _answer(analyser, answer), frozenset())


def test_a_point_leads_by_all_it_explains_where_nothing_else_is_known(analyser: Analyser) -> None:
    (alone,) = _tellings(analyser, "Every insert costs time for the index.", POINT)
    assert alone.share == alone.lead > 0


def test_points_that_explain_the_same_lead_none_of_each_other(analyser: Analyser) -> None:
    one, other = _tellings(analyser, "Every insert costs time for the index.", POINT, POINT)
    assert one == other
    assert one.lead == 0 < one.share


@pytest.mark.parametrize("third", [POINT, OTHER, "locks are taken in one order"])
def test_the_lead_is_over_the_best_of_the_others(analyser: Analyser, third: str) -> None:
    told = _tellings(analyser, "A covering index costs some time.", POINT, OTHER, third)
    for number, telling in enumerate(told[:2]):
        best = max(other.share for place, other in enumerate(told) if place != number)
        assert telling.lead == pytest.approx(telling.share - best)


def test_a_question_that_knows_nothing_explains_nothing(analyser: Analyser) -> None:
    assert _tellings(analyser, "Every insert costs time for the index.") == ()


def test_a_measure_is_taken_once_of_each_answer_at_each_place(analyser: Analyser) -> None:
    taken: list[tuple[str, int]] = []

    @remembered
    def measured(what: str, answer: Answer, where: int) -> str:
        taken.append((what, where))
        return what * where + answer.reading.text.source

    one, other = _answer(analyser, "one"), _answer(analyser, "other")
    asked = [("a", one, 1), ("a", one, 1), ("a", one, 2), ("b", one, 1), ("a", other, 1), ("a", one, 1)]
    assert [measured(*each) for each in asked] == ["aone", "aone", "aaone", "bone", "aother", "aone"]
    assert taken == [("a", 1), ("a", 2), ("b", 1), ("a", 1)]


def test_two_measures_of_the_same_place_are_not_mixed(analyser: Analyser) -> None:
    answer = _answer(analyser, "one")
    first = remembered(lambda what, _, where: f"{what} first {where}")
    second = remembered(lambda what, _, where: f"{what} second {where}")
    assert (first("a", answer, 1), second("a", answer, 1)) == ("a first 1", "a second 1")
