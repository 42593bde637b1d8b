from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Mark
from bot.engine.daily.streak import FREEZES, Streak, calendar, streak

FIRST = date(2026, 11, 2)
"""A Monday."""
SIGNS = {"+": True, "-": False}
HISTORIES = st.text(alphabet="+-.", max_size=200)


def asked(history: str) -> dict[date, bool]:
    """A sign a day from the first: answered, not answered, no question."""
    return {FIRST + timedelta(days=at): SIGNS[sign] for at, sign in enumerate(history) if sign in SIGNS}


def last(history: str) -> date:
    return FIRST + timedelta(days=max(len(history) - 1, 0))


def of(history: str) -> Streak:
    return streak(asked(history), last(history))


def marks(history: str) -> list[Mark]:
    weeks = -(-(len(history) + 7) // 7)
    shown = [mark for week in calendar(asked(history), last(history), weeks) for mark in week]
    start = (FIRST - (last(history) - timedelta(days=last(history).weekday() + 7 * (weeks - 1)))).days
    return shown[start : start + len(history)]


def test_answers_in_a_row_make_a_streak() -> None:
    assert of("+++") == Streak(days=3, best=3, freezes_left=FREEZES)


def test_the_question_of_today_is_still_open() -> None:
    assert of("++-") == Streak(days=2, best=2, freezes_left=FREEZES)
    assert marks("++-")[-1] is Mark.PENDING


def test_two_missed_days_of_a_month_are_frozen_and_the_third_ends_it() -> None:
    assert of("+++-+-+") == Streak(days=5, best=5, freezes_left=0)
    assert of("+++-+--+") == Streak(days=1, best=4, freezes_left=0)
    assert marks("+++-+--+")[3:7] == [Mark.FROZEN, Mark.ANSWERED, Mark.FROZEN, Mark.MISSED]


def test_a_new_month_has_new_freezes() -> None:
    assert of("+" * 20 + "--" + "+" * 8 + "--" + "+") == Streak(days=29, best=29, freezes_left=0)


def test_no_freeze_is_spent_where_there_is_nothing_to_keep() -> None:
    assert of("---+-") == Streak(days=1, best=1, freezes_left=FREEZES)
    assert marks("---")[:2] == [Mark.MISSED, Mark.MISSED]


def test_days_without_a_question_break_nothing() -> None:
    assert of("+" + "." * 40 + "+").days == 2


def test_nobody_who_never_answered_has_a_streak() -> None:
    assert streak({}, FIRST) == Streak(0, 0, FREEZES)


def test_days_to_come_are_ahead() -> None:
    week = calendar({FIRST: True}, FIRST, 1)[0]
    assert week == (Mark.ANSWERED, *[Mark.AHEAD] * 6)


@given(HISTORIES)
def test_what_lies_ahead_is_not_counted_yet(history: str) -> None:
    known = asked(history) | {last(history) + timedelta(days=1): True}
    assert streak(known, last(history)) == of(history)


@given(HISTORIES)
def test_the_calendar_shows_each_day_as_it_was(history: str) -> None:
    allowed = {"+": {Mark.ANSWERED}, "-": {Mark.FROZEN, Mark.MISSED}, ".": {Mark.OFF}}
    for sign, mark in list(zip(history, marks(history), strict=True))[:-1]:
        assert mark in allowed[sign]


@given(HISTORIES)
def test_a_streak_is_the_answers_since_the_last_miss(history: str) -> None:
    shown = marks(history)
    since = max((at + 1 for at, mark in enumerate(shown) if mark is Mark.MISSED), default=0)
    assert of(history).days == shown[since:].count(Mark.ANSWERED) <= of(history).best


@given(HISTORIES)
def test_no_month_has_more_freezes_than_it_may(history: str) -> None:
    frozen = [FIRST + timedelta(days=at) for at, mark in enumerate(marks(history)) if mark is Mark.FROZEN]
    months = [(day.year, day.month) for day in frozen]
    assert all(months.count(month) <= FREEZES for month in months)
    today = last(history)
    assert of(history).freezes_left == FREEZES - months.count((today.year, today.month))


@given(HISTORIES)
def test_one_more_answer_never_shortens_a_streak(history: str) -> None:
    assert of(history + "+").days == of(history + "-").days + 1
    assert of(history + "+").best >= of(history).best
