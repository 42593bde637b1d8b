from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Level
from bot.domain.question import FollowUp, Question
from bot.engine.daily.choosing import FRESH_EVERY, Learner, Pick, Reason, Wording, choose, worded
from bot.engine.daily.memory import LEECH, Key, Memory, Outcome, review
from tests.unit.engine.helpers import prepared

DAY = date(2026, 5, 4)
MIDDLE = Level.MIDDLE


def bank(count: int) -> tuple[Question, ...]:
    return tuple(prepared(f"q{number}") for number in range(count))


def remembered(question: Question, *outcomes: Outcome, ago: int = 30, level: Level = MIDDLE) -> dict[Key, Memory]:
    """Memories of all points of the level after these outcomes, a day apart, the last so many days ago."""
    memory = None
    for number, outcome in enumerate(outcomes):
        memory = review(memory, outcome, DAY - timedelta(days=ago + len(outcomes) - 1 - number))
    assert memory is not None
    return {Key(question.id, point.id): memory for point in question.points_at(level)}


def picked(
    questions: Sequence[Question],
    memories: Mapping[Key, Memory] | None = None,
    recent: Sequence[str] = (),
    seed: int = 1,
) -> Pick:
    found = choose(questions, Learner(MIDDLE, memories or {}, recent), DAY, seed)
    assert found is not None
    return found


def test_there_is_nothing_to_choose_from_nothing() -> None:
    assert choose((), Learner(MIDDLE, {}), DAY, 1) is None
    assert choose((prepared("q0", points=()),), Learner(MIDDLE, {}), DAY, 1) is None


def test_a_beginner_gets_a_new_question_of_his_level() -> None:
    questions = bank(3)
    found = picked(questions)
    assert (found.fresh, found.reason, found.wording) == (True, Reason.FRESH, Wording.PROMPT)
    expected = next(each for each in questions if each.id == found.question).points_at(MIDDLE)
    assert found.points == tuple(point.id for point in expected)


def test_a_question_above_the_level_is_the_last_resort() -> None:
    easy, hard = bank(2)
    hard = replace(hard, points=tuple(replace(point, level=Level.SENIOR) for point in hard.points))
    assert {picked((hard, easy), seed=seed).question for seed in range(9)} == {easy.id}
    assert picked((hard,)).question == hard.id


def test_a_topic_that_had_no_question_lately_comes_first() -> None:
    old, same, other = bank(2)[0], prepared("q1"), prepared("q2", topic="beta")
    assert {picked((old, same, other), recent=[old.id], seed=seed).question for seed in range(9)} == {other.id}


def test_what_was_missed_comes_before_what_is_new() -> None:
    missed, new = bank(2)
    found = picked((new, missed), remembered(missed, Outcome.MISSING, ago=1))
    assert (found.question, found.reason, found.fresh) == (missed.id, Reason.MISSED, False)


def test_what_is_known_stays_away_until_it_is_due() -> None:
    known, new = bank(2)
    assert picked((known, new), remembered(known, Outcome.STATED, ago=1)).question == new.id
    found = picked((known, new), remembered(known, Outcome.STATED, ago=5))
    assert (found.question, found.reason) == (known.id, Reason.DUE)


def test_what_was_said_with_help_is_told_apart() -> None:
    (question,) = bank(1)
    assert picked((question,), remembered(question, Outcome.ASSISTED)).reason is Reason.ASSISTED


def test_the_question_with_more_forgotten_comes_first() -> None:
    weak, firm = bank(2)
    memories = remembered(weak, Outcome.MISSING, ago=20) | remembered(firm, Outcome.STATED, ago=20)
    assert picked((firm, weak), memories).question == weak.id


def test_of_two_alike_the_one_longer_away_comes_first() -> None:
    long, short = bank(2)
    memories = remembered(long, Outcome.MISSING, ago=20) | remembered(short, Outcome.MISSING, ago=3)
    assert picked((short, long), memories).question == long.id


def test_with_nothing_due_and_nothing_new_there_is_still_a_question() -> None:
    questions = bank(2)
    memories = remembered(questions[0], Outcome.STATED, ago=1) | remembered(questions[1], Outcome.STATED, ago=0)
    found = picked(questions, memories)
    assert (found.question, found.reason, len(found.points)) == (questions[0].id, Reason.EARLY, 1)


def test_a_long_absence_leaves_no_debt() -> None:
    """However much is overdue, one question is asked, and every third is new."""
    old, new = bank(9), prepared("new")
    memories = {
        key: memory
        for each in old
        for key, memory in remembered(each, Outcome.STATED, Outcome.MISSING, ago=300).items()
    }
    assert picked((*old, new), memories, recent=("q0", "q1")).question == new.id
    assert picked((*old, new), memories, recent=("q0", "new")).question != new.id


def test_yesterdays_question_is_not_asked_again_unless_it_is_the_only_one() -> None:
    one, other = bank(2)
    memories = remembered(one, Outcome.MISSING, ago=1) | remembered(other, Outcome.STATED, ago=1)
    assert picked((one, other), memories, recent=[one.id]).question == other.id
    assert picked((one,), memories, recent=[one.id]).question == one.id


def test_a_higher_level_opens_the_points_that_were_not_asked_yet() -> None:
    (question,) = bank(1)
    memories = remembered(question, Outcome.STATED, ago=1, level=Level.JUNIOR)
    found = picked((question,), memories)
    assert found.fresh
    assert found.points
    assert not {Key(question.id, point) for point in found.points} & set(memories)


def leech(question: Question, reps: int) -> dict[Key, Memory]:
    return remembered(question, Outcome.STATED, *[Outcome.MISSING] * LEECH, *[Outcome.MISSING] * reps)


def test_a_leech_is_asked_about_in_other_words_that_alternate() -> None:
    question = replace(prepared("q0"), rewording="In plain words?")
    asked = [picked((question,), leech(question, reps)) for reps in range(4)]
    assert {each.wording for each in asked} == {Wording.PLAINER, Wording.POINT}
    assert asked[0].wording is asked[2].wording is not asked[1].wording


def test_a_leech_without_other_words_is_asked_about_as_it_stands() -> None:
    bare = replace(prepared("q0"), rewording=None, follow_ups=())
    bare = replace(bare, points=tuple(replace(point, probe=None) for point in bare.points))
    assert picked((bare,), leech(bare, 0)).wording is Wording.PROMPT


def test_plainer_words_leave_the_question_what_it_is() -> None:
    question = replace(prepared("q0"), rewording="In plain words?")
    assert worded(question, Wording.PLAINER, ("p1",)) == replace(question, prompt="In plain words?")
    assert worded(question, Wording.PROMPT, ("p1",)) == question


def test_a_question_for_one_point_expects_that_point_alone() -> None:
    question = prepared("q0", follow_ups=())
    point = question.points[1]
    asked = worded(question, Wording.POINT, (point.id, question.points[0].id))
    assert asked.points == (point,)
    assert asked.prompt == point.probe


def test_a_prepared_follow_up_asks_for_its_point_and_is_not_asked_twice() -> None:
    dig = FollowUp("f", "And why?", "Because", question := "p2")
    asked = worded(replace(prepared("q0"), follow_ups=(dig,)), Wording.POINT, (question,))
    assert (asked.prompt, asked.follow_ups) == ("And why?", ())


@given(st.integers(0, 2**32), st.lists(st.sampled_from(Outcome), min_size=1, max_size=40))
def test_a_course_of_days_mixes_new_and_old_and_never_repeats_itself(seed: int, outcomes: list[Outcome]) -> None:
    questions = bank(12)
    memories: dict[Key, Memory] = {}
    course: list[Pick] = []
    for number, outcome in enumerate(outcomes):
        day, recent = DAY + timedelta(days=number), [each.question for each in course[-5:]]
        found = choose(questions, Learner(MIDDLE, memories, recent), day, seed)
        assert found is not None
        assert found == choose(questions, Learner(MIDDLE, dict(memories), tuple(recent)), day, seed)
        assert not course or found.question != course[-1].question
        assert found.fresh is not any(key.question == found.question for key in memories)
        question = next(each for each in questions if each.id == found.question)
        for point in worded(question, found.wording, found.points).points_at(MIDDLE):
            key = Key(question.id, point.id)
            memories[key] = review(memories.get(key), outcome, day)
        course.append(found)
    met = len({each.question for each in course})
    assert met >= min(len(questions), 1 + (len(course) - 1) // FRESH_EVERY)
