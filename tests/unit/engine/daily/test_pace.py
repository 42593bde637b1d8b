from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.daily.pace import (
    NUDGE_AFTER,
    NUDGE_LEAST,
    SLOW_AFTER,
    STOP_AFTER,
    Notice,
    Pace,
    less_often,
    nudge_at,
    pace,
)
from bot.engine.daily.schedule import Push, Timetable, local_day

DAY = date(2026, 5, 4)
EVERY = st.integers(1, 30)


def nudge(hour: int, minute: int = 0, unanswered: int = 0) -> datetime | None:
    """When a push at that time UTC is nudged."""
    push = Push(DAY, datetime.combine(DAY, time(hour, minute), UTC))
    return nudge_at(Timetable("UTC", time(hour, minute)), push, unanswered)


def test_a_week_without_an_answer_slows_down_and_three_weeks_end_it() -> None:
    paces = [pace(unanswered, 1) for unanswered in range(STOP_AFTER + 2)]
    assert paces[0] == paces[SLOW_AFTER - 1] == Pace(1)
    assert paces[SLOW_AFTER] == Pace(3, Notice.SLOWED)
    assert set(paces[SLOW_AFTER + 1 : STOP_AFTER]) == {Pace(3)}
    assert paces[STOP_AFTER:] == [Pace(None, Notice.STOPPED), Pace(None)]


def test_who_is_asked_rarely_anyway_is_not_told_of_a_slower_pace() -> None:
    assert {pace(unanswered, 7) for unanswered in range(STOP_AFTER)} == {Pace(7)}


@given(EVERY)
def test_each_notice_is_given_once_at_most(every: int) -> None:
    notices = [pace(unanswered, every).notice for unanswered in range(100)]
    assert notices.count(Notice.STOPPED) == 1
    assert notices.count(Notice.SLOWED) == (every < 3)


@given(st.integers(0, 200), EVERY)
def test_silence_never_brings_more_questions(unanswered: int, every: int) -> None:
    now, later = pace(unanswered, every).every, pace(unanswered + 1, every).every
    assert now is None or now >= every
    assert later is None or (now is not None and later >= now)


@given(EVERY)
def test_an_answer_restores_the_wish(every: int) -> None:
    assert pace(0, every) == Pace(every)


def test_less_often_goes_down_to_once_a_week() -> None:
    assert [less_often(every) for every in (1, 2, 3, 5, 7, 30)] == [2, 3, 7, 7, 7, 30]


def test_a_nudge_comes_in_the_evening_at_the_latest() -> None:
    assert nudge(9) == datetime(2026, 5, 4, 17, tzinfo=UTC)
    assert nudge(15) == datetime(2026, 5, 4, 21, tzinfo=UTC)


def test_who_is_asked_in_the_evening_is_not_nudged() -> None:
    assert nudge(19, 1) is None
    assert nudge(23) is None


def test_who_does_not_answer_is_not_nudged_either() -> None:
    assert nudge(9, unanswered=SLOW_AFTER) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_nudge_belongs_to_the_day_of_its_push(hour: int, minute: int) -> None:
    at = nudge(hour, minute)
    asked = datetime.combine(DAY, time(hour, minute), UTC)
    if at is not None:
        assert NUDGE_LEAST <= at - asked <= NUDGE_AFTER
        assert local_day(at, "UTC") <= DAY
        assert at - asked < timedelta(days=1)
