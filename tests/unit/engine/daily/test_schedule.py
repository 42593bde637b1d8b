from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.engine.daily.schedule import JITTER, Push, Timetable, is_late, jitter, local_day, next_push

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
YEARS = 3 * 365
WALLS = tuple(time(hour, minute) for hour, minute in ((0, 0), (2, 30), (3, 30), (9, 0), (23, 45)))
ZONES = sorted(available_timezones())
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.integers(0, YEARS * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
TIMETABLES = st.builds(
    Timetable,
    zone=st.sampled_from(ZONES),
    at=MINUTES,
    days=st.integers(1, 127),
    starts=st.sampled_from((time(0), time(4))) | MINUTES,
    every=st.integers(1, 8),
)


def pushes(timetable: Timetable, after: datetime = BEGIN, last: date | None = None) -> Iterator[Push]:
    while True:
        push = next_push(timetable, after, last)
        yield push
        after, last = push.at, push.day


def check_time(timetable: Timetable, push: Push) -> None:
    """At the chosen time, the first of two; where the zone leaves it out, right behind that gap or right before it."""
    before, here, after = (
        (push.at + step * SECOND).astimezone(ZoneInfo(timetable.zone)).replace(tzinfo=None) for step in (-1, 0, 1)
    )
    assert push.at.astimezone(ZoneInfo(timetable.zone)).fold == 0
    if here.time() != timetable.at:
        gap = (before, here) if here - before > SECOND else (here, after)
        chosen = (datetime.combine(each.date(), timetable.at) for each in gap)
        assert any(gap[0] < each < gap[1] for each in chosen)


def check(timetable: Timetable, count: int, after: datetime = BEGIN) -> None:
    """A chain of pushes: none doubled, none skipped, each on its own day and at its time."""
    last = None
    for push in islice(pushes(timetable, after), count):
        assert local_day(push.at, timetable.zone, timetable.starts) == push.day
        assert push.at > after
        if last is not None:
            wanted = (last + number * DAY for number in range(timetable.every, timetable.every + 8))
            assert push.day == next(day for day in wanted if timetable.includes(day))
        check_time(timetable, push)
        after, last = push.at, push.day


def test_a_wall_time_that_the_clocks_skip_becomes_the_first_instant_there_is() -> None:
    kyiv = Timetable("Europe/Kyiv", time(3, 30), starts=time(0))
    push = next_push(kyiv, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert push == Push(date(2026, 3, 29), datetime(2026, 3, 29, 1, tzinfo=UTC))


def test_of_a_wall_time_that_the_clocks_repeat_the_first_counts() -> None:
    kyiv = Timetable("Europe/Kyiv", time(3, 30), starts=time(0))
    first, second = islice(pushes(kyiv, datetime(2026, 10, 24, 12, tzinfo=UTC)), 2)
    assert first == Push(date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert second == Push(date(2026, 10, 26), datetime(2026, 10, 26, 1, 30, tzinfo=UTC))


def test_a_question_that_a_gap_pushes_to_the_next_day_comes_right_before_it() -> None:
    """The clocks go from 03:00 to 04:00, when the day begins."""
    push = next_push(Timetable("Europe/Kyiv", time(3, 30)), datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert push == Push(date(2026, 3, 28), datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC))


def test_a_date_that_a_zone_leaves_out_has_no_question() -> None:
    """Samoa went over the date line: 30 December 2011 was not there."""
    apia = Timetable("Pacific/Apia", time(9), starts=time(0))
    days = [push.day.day for push in islice(pushes(apia, datetime(2011, 12, 28, tzinfo=UTC)), 3)]
    assert days == [28, 29, 31]


@pytest.mark.parametrize(
    ("hour", "day"), [(3, date(2026, 5, 3)), (4, date(2026, 5, 4)), (12, date(2026, 5, 4)), (23, date(2026, 5, 4))]
)
def test_a_day_begins_at_four_in_the_morning(hour: int, day: date) -> None:
    now = datetime(2026, 5, 4, hour, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert local_day(now.astimezone(UTC), "Asia/Tokyo") == day


def test_a_question_at_night_belongs_to_the_evening_before() -> None:
    night = Timetable("UTC", time(1), days=0b0010000)
    push = next_push(night, datetime(2026, 5, 4, tzinfo=UTC))
    assert push.day.strftime("%a") == "Fri"
    assert push.at == datetime(2026, 5, 9, 1, tzinfo=UTC)


def test_there_is_no_question_in_a_pause() -> None:
    paused = Timetable("UTC", time(9), paused_until=date(2026, 1, 20))
    assert next_push(paused, BEGIN).day == date(2026, 1, 20)


@given(TIMETABLES, MOMENTS)
def test_a_pause_is_over_when_its_last_day_is(timetable: Timetable, now: datetime) -> None:
    today = local_day(now, timetable.zone, timetable.starts)
    paused = [replace(timetable, paused_until=today + days * DAY) for days in (-1, 0, 1)]
    assert [each.is_paused(now) for each in paused] == [False, False, True]


@pytest.mark.parametrize(("days", "every"), [(0, 1), (128, 1), (-1, 1), (1, 0)])
def test_a_timetable_without_a_day_is_refused(days: int, every: int) -> None:
    with pytest.raises(ValueError, match="no day"):
        Timetable("UTC", time(9), days=days, every=every)


def test_an_unknown_zone_is_told() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        local_day(BEGIN, "Europe/Atlantis")


def test_a_push_is_late_after_six_hours() -> None:
    push = Push(date(2026, 1, 1), BEGIN)
    assert not is_late(push, BEGIN + timedelta(hours=6))
    assert is_late(push, BEGIN + timedelta(hours=6, seconds=1))


@given(st.integers(-(2**52), 2**52))
def test_a_persons_delay_is_his_own_and_short(person: int) -> None:
    assert timedelta(0) <= jitter(person) < JITTER
    assert jitter(person) == jitter(person)


def test_delays_are_spread_evenly() -> None:
    late = sum(jitter(person) >= JITTER / 2 for person in range(1000))
    assert 400 < late < 600


@given(TIMETABLES, MOMENTS)
@example(Timetable("Australia/Lord_Howe", time(2, 15), starts=time(2, 10)), datetime(2026, 10, 1, tzinfo=UTC))
@example(Timetable("America/Scoresbysund", time(23, 30), starts=time(0)), datetime(2026, 3, 24, tzinfo=UTC))
@example(Timetable("Africa/Cairo", time(0), starts=time(0)), datetime(2026, 4, 20, tzinfo=UTC))
@example(Timetable("Antarctica/Troll", time(2), starts=time(1, 30)), datetime(2026, 3, 25, tzinfo=UTC))
@example(Timetable("Pacific/Chatham", time(2, 50), starts=time(3)), datetime(2026, 9, 23, tzinfo=UTC))
def test_no_date_is_doubled_or_skipped(timetable: Timetable, after: datetime) -> None:
    check(timetable, 8, after)


@given(TIMETABLES, MOMENTS, st.integers(-2, 40))
def test_a_new_wish_never_brings_a_second_question_of_a_day(wish: Timetable, now: datetime, ago: int) -> None:
    last = local_day(now, wish.zone, wish.starts) - ago * DAY
    push = next_push(wish, now, last)
    assert push.at > now
    assert push.day >= last + wish.every * DAY


@given(st.lists(st.sampled_from(ZONES), min_size=2, max_size=8), MINUTES, MOMENTS)
def test_travel_brings_no_day_twice(route: list[str], at: time, now: datetime) -> None:
    """A new zone each time, right after a push: each still has a later day."""
    last = None
    for zone in route:
        push = next_push(Timetable(zone, at), now, last)
        assert last is None or push.day > last
        assert push.at > now
        now, last = push.at, push.day


@given(st.sampled_from(ZONES), MINUTES, MOMENTS, st.integers(0, 48 * 60))
def test_days_never_run_backwards(zone: str, starts: time, now: datetime, minutes: int) -> None:
    later = now + timedelta(minutes=minutes)
    assert timedelta(0) <= local_day(later, zone, starts) - local_day(now, zone, starts) <= 4 * DAY


@pytest.mark.slow
@pytest.mark.parametrize("starts", [time(0), time(4)])
def test_no_date_of_three_years_is_doubled_or_skipped_in_any_zone(starts: time) -> None:
    for zone in ZONES:
        for at in WALLS:
            check(Timetable(zone, at, starts=starts), YEARS)


@pytest.mark.slow
def test_weekdays_and_pace_hold_in_any_zone_for_three_years() -> None:
    workdays = Timetable("UTC", time(8, 15), days=0b0011111, every=2)
    for zone in ZONES:
        check(replace(workdays, zone=zone), YEARS // 3)
