from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import Plan
from bot.domain.language import Language, Level
from bot.domain.question import Question
from bot.engine import Policy
from bot.engine.chance import pick
from bot.engine.selection import effective_level, next_level
from tests.unit.engine.helpers import ALL, Room, bank_of, prepared


def order(*questions: Question, plan: Plan | None = None, seed: int = 1) -> list[str]:
    """Ids of the questions in the order asked when all are passed with a full answer."""
    room = Room(bank_of(*questions), plan or Plan(Language.EN, Level.MIDDLE, count=len(questions)), seed=seed)
    while room.state.open:
        room.say(ALL)
    return [record.question for record in room.state.records]


def at(level: Level, name: str) -> Question:
    """A question whose points are all of one level."""
    question = prepared(name)
    return replace(question, points=tuple(replace(point, level=level) for point in question.points))


@given(st.integers(0, 2**63))
def test_questions_asked_before_come_last(seed: int) -> None:
    questions = [prepared(name) for name in "abcd"]
    plan = Plan(Language.EN, Level.MIDDLE, count=4, avoid=("a", "c"))
    asked = order(*questions, plan=plan, seed=seed)
    assert set(asked[:2]) == {"b", "d"}
    assert set(asked[2:]) == {"a", "c"}


@given(st.integers(0, 2**63))
def test_questions_with_points_of_the_level_come_first(seed: int) -> None:
    questions = [at(Level.JUNIOR, "low"), at(Level.MIDDLE, "fit"), at(Level.SENIOR, "high")]
    assert order(*questions, seed=seed)[0] == "fit"


@pytest.mark.parametrize("name", ["b", "Title of b"])
@given(seed=st.integers(0, 2**63))
def test_a_related_question_follows_by_id_or_title(name: str, seed: int) -> None:
    questions = [prepared("a", related=(name,)), *(prepared(other) for other in "bcdef")]
    plan = Plan(Language.EN, Level.MIDDLE, count=6, avoid=tuple("bcdef"))
    assert order(*questions, plan=plan, seed=seed)[:2] == ["a", "b"]


@given(st.integers(0, 2**63))
def test_topics_take_turns_in_blocks(seed: int) -> None:
    questions = [prepared(f"{topic}{rank}", topic) for topic in ("x", "y") for rank in range(4)]
    plan = Plan(Language.EN, Level.MIDDLE, count=8)
    asked = [name[0] for name in order(*questions, plan=plan, seed=seed)]
    assert asked in (list("xxyyxxyy"), list("yyxxyyxx"))


@given(st.integers(0, 2**63))
def test_with_few_questions_each_topic_gets_one(seed: int) -> None:
    questions = [prepared(f"{topic}{rank}", topic) for topic in ("x", "y", "z") for rank in range(2)]
    asked = order(*questions, plan=Plan(Language.EN, Level.MIDDLE, count=3), seed=seed)
    assert {name[0] for name in asked} == {"x", "y", "z"}


def test_the_seed_varies_the_order() -> None:
    questions = [prepared(name) for name in "abcdef"]
    assert len({tuple(order(*questions, seed=seed)) for seed in range(20)}) > 5


def test_only_the_topics_of_the_plan_are_asked() -> None:
    questions = [prepared("a", "x"), prepared("b", "y"), prepared("c", "x")]
    assert set(order(*questions, plan=Plan(Language.EN, Level.MIDDLE, ("x",), count=9))) == {"a", "c"}


@given(st.integers(0, 2**63), st.text(max_size=8), st.integers(1, 50))
def test_a_choice_is_within_bounds_and_repeatable(seed: int, salt: str, choices: int) -> None:
    assert 0 <= pick(seed, salt, choices) < choices
    assert pick(seed, salt, choices) == pick(seed, salt, choices)


def test_the_level_of_a_question_is_never_below_its_own_lowest() -> None:
    assert effective_level(at(Level.SENIOR, "high"), Level.JUNIOR) is Level.SENIOR
    assert effective_level(at(Level.JUNIOR, "low"), Level.SENIOR) is Level.SENIOR


# The level that adapts

FULL, THIN, MIDDLING = (True, False), (False, True), (False, False)


def level_after(start: Level, *bands: tuple[bool, bool], fixed: bool = False) -> Level:
    """Level after questions of these bands, each asked at the level reached before it."""
    plan = Plan(Language.EN, start, fixed=fixed)
    history: list[tuple[Level, bool, bool]] = []
    for full, thin in bands:
        history.append((next_level(plan, history, Policy()), full, thin))
    return next_level(plan, history, Policy())


def test_two_full_answers_in_a_row_go_up() -> None:
    assert level_after(Level.JUNIOR, FULL) is Level.JUNIOR
    assert level_after(Level.JUNIOR, FULL, FULL) is Level.MIDDLE
    assert level_after(Level.JUNIOR, FULL, MIDDLING, FULL) is Level.JUNIOR


def test_two_thin_answers_in_a_row_go_down() -> None:
    assert level_after(Level.SENIOR, THIN, THIN) is Level.MIDDLE
    assert level_after(Level.SENIOR, THIN, FULL, THIN) is Level.SENIOR
    assert level_after(Level.JUNIOR, THIN, THIN) is Level.JUNIOR


def test_a_level_failed_is_not_tried_again() -> None:
    assert level_after(Level.MIDDLE, FULL, FULL, THIN, THIN, FULL, FULL, FULL, FULL) is Level.MIDDLE


def test_a_fixed_level_stays() -> None:
    assert level_after(Level.MIDDLE, FULL, FULL, FULL, fixed=True) is Level.MIDDLE
    assert level_after(Level.MIDDLE, THIN, THIN, THIN, fixed=True) is Level.MIDDLE


@given(st.sampled_from(Level), st.lists(st.sampled_from([FULL, THIN, MIDDLING]), max_size=20))
def test_the_level_moves_by_one_step_at_a_time(start: Level, bands: list[tuple[bool, bool]]) -> None:
    levels = [level_after(start, *bands[:length]) for length in range(len(bands) + 1)]
    assert all(abs(after - before) <= 1 for before, after in pairwise(levels))


def test_an_interview_that_adapts_asks_the_third_question_a_level_higher() -> None:
    questions = [prepared(name) for name in "abcd"]
    room = Room(bank_of(*questions), Plan(Language.EN, Level.JUNIOR, count=4, fixed=False))
    while room.state.open:
        room.say(ALL)
    assert [record.level for record in room.state.records] == [Level.JUNIOR, Level.JUNIOR, Level.MIDDLE, Level.MIDDLE]
    assert dict(room.card.ceilings) == {"alpha": Level.MIDDLE}


def test_an_interview_that_adapts_goes_down_after_two_thin_answers() -> None:
    questions = [prepared(name) for name in "abc"]
    room = Room(bank_of(*questions), Plan(Language.EN, Level.SENIOR, count=3, fixed=False))
    while room.state.open:
        room.say("не знаю")
    assert [record.level for record in room.state.records] == [Level.SENIOR, Level.SENIOR, Level.MIDDLE]


def test_an_unanswered_question_says_nothing_of_the_level() -> None:
    questions = [prepared(name) for name in "abc"]
    room = Room(bank_of(*questions), Plan(Language.EN, Level.SENIOR, count=3, fixed=False))
    while room.state.number != 3:
        room.say("#off_topic my soup was good today, thanks for asking")
    assert room.state.level is Level.SENIOR


def test_a_round_on_chosen_questions_asks_those_and_no_other() -> None:
    plan = Plan(Language.EN, Level.MIDDLE, count=5, only=("q2", "q5", "gone"))
    assert sorted(order(*(prepared(f"q{rank}") for rank in range(1, 7)), plan=plan)) == ["q2", "q5"]
