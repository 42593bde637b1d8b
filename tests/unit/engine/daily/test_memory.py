import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.daily.memory import LEECH, RETENTION, Memory, Outcome, from_plain, retrievability, review

DAY = date(2026, 5, 4)
HISTORIES = st.lists(st.tuples(st.sampled_from(Outcome), st.integers(0, 400)), min_size=1, max_size=12)


def after(*history: tuple[Outcome, int]) -> Memory:
    """The memory after these outcomes, each so many days after the one before."""
    memory, day = None, DAY
    for outcome, days in history:
        day += timedelta(days=days)
        memory = review(memory, outcome, day)
    assert memory is not None
    return memory


def interval(*history: tuple[Outcome, int]) -> int:
    memory = after(*history)
    return (memory.due - memory.last).days


def test_a_point_stated_comes_back_later_each_time() -> None:
    first = after((Outcome.STATED, 0))
    second = review(first, Outcome.STATED, first.due)
    third = review(second, Outcome.STATED, second.due)
    gaps = [(each.due - each.last).days for each in (first, second, third)]
    assert gaps == [2, 11, 46], "intervals of FSRS 6 with its default parameters"


def test_what_was_missed_or_said_with_help_comes_back_sooner() -> None:
    known = (Outcome.STATED, 0), (Outcome.STATED, 3), (Outcome.STATED, 10)
    gaps = [interval(*known, (outcome, 30)) for outcome in (Outcome.MISSING, Outcome.ASSISTED, Outcome.STATED)]
    assert gaps == sorted(set(gaps))


@pytest.mark.parametrize("outcome", [Outcome.MISSING, Outcome.WRONG, Outcome.ASSISTED])
def test_what_was_not_known_at_first_comes_back_the_next_day(outcome: Outcome) -> None:
    assert interval((outcome, 0)) == 1


def test_the_first_miss_is_no_lapse_and_every_later_one_is() -> None:
    memory = after((Outcome.MISSING, 0), (Outcome.ASSISTED, 1), (Outcome.MISSING, 1), (Outcome.WRONG, 1))
    assert (memory.reps, memory.lapses) == (4, 2)


def test_a_point_missed_again_and_again_is_a_leech() -> None:
    lapses = [(Outcome.MISSING, 1)] * LEECH
    assert not after((Outcome.STATED, 0), *lapses[1:]).leech
    assert after((Outcome.STATED, 0), *lapses).leech


def test_a_second_time_on_the_same_day_counts_and_changes_little() -> None:
    once, twice = after((Outcome.MISSING, 0)), after((Outcome.MISSING, 0), (Outcome.STATED, 0))
    assert once.last == twice.last == DAY
    assert twice.due - once.due <= timedelta(days=2)


@given(HISTORIES)
def test_a_memory_survives_its_json(history: list[tuple[Outcome, int]]) -> None:
    memory = after(*history)
    assert from_plain(json.loads(json.dumps(memory.plain()))) == memory


@given(HISTORIES)
def test_a_point_always_comes_back_and_never_today(history: list[tuple[Outcome, int]]) -> None:
    memory = after(*history)
    assert memory.due > memory.last
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.lapses < memory.reps == len(history)


@given(HISTORIES, st.integers(0, 500), st.integers(0, 500))
def test_recall_fades(history: list[tuple[Outcome, int]], days: int, more: int) -> None:
    memory = after(*history)
    soon, late = (retrievability(memory, memory.last + timedelta(days=each)) for each in (days, days + more))
    assert 0 < late <= soon <= 1


@given(HISTORIES.filter(lambda history: len(history) > 2))
def test_a_point_is_due_when_its_recall_has_fallen_to_the_wish(history: list[tuple[Outcome, int]]) -> None:
    memory = after(*history)
    if 10 < memory.stability < 30_000:
        assert retrievability(memory, memory.due) == pytest.approx(RETENTION, abs=0.01)


@given(HISTORIES)
def test_the_better_the_answer_the_later_it_comes_back(history: list[tuple[Outcome, int]]) -> None:
    memory = after(*history)
    again = [review(memory, outcome, memory.due).due for outcome in (Outcome.MISSING, Outcome.ASSISTED, Outcome.STATED)]
    assert again == sorted(again)
    assert review(memory, Outcome.WRONG, memory.due).due == again[0]
