"""A simulated year: clocks change, people travel and fall silent, the service is down for hours and for days."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import available_timezones

import pytest

from bot.engine.daily.pace import STOP_AFTER, Notice, pace
from bot.engine.daily.schedule import (
    JITTER,
    LATE,
    Push,
    Timetable,
    is_late,
    jitter,
    local_day,
    local_instant,
    next_push,
)

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
END = BEGIN + timedelta(days=365)
DAY = timedelta(days=1)
ZONES = sorted(available_timezones())


@dataclass
class Life:
    """What one person got: pushes with the moment they went out, days skipped as too late, notices of the pace."""

    sent: list[tuple[Push, datetime]] = field(default_factory=list)
    late: list[date] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    timetables: list[tuple[datetime, Timetable]] = field(default_factory=list)


def outages(chance: Random) -> list[tuple[datetime, datetime]]:
    """Twenty of minutes to hours and three of days, in order."""
    lengths = [timedelta(minutes=chance.expovariate(1 / 120)) for _ in range(20)]
    lengths += [timedelta(days=chance.uniform(1, 4)) for _ in range(3)]
    begins = sorted(BEGIN + chance.random() * (END - BEGIN) for _ in lengths)
    return [(begin, begin + length) for begin, length in zip(begins, lengths, strict=True)]


def up_at(moment: datetime, down: list[tuple[datetime, datetime]]) -> datetime:
    """The first moment from then on at which the service runs."""
    for begin, end in down:
        if begin <= moment < end:
            moment = end
    return moment


def journeys(chance: Random) -> Iterator[tuple[datetime, str]]:
    """New zones through the year, in order."""
    for moment in sorted(BEGIN + chance.random() * (END - BEGIN) for _ in range(chance.choice((0, 0, 2, 12)))):
        yield moment, chance.choice(ZONES)


def live(person: int, chance: Random, down: list[tuple[datetime, datetime]]) -> Life:
    """The year of one person: everything between two pushes is in the arguments of `next_push`, as after a restart."""
    life, last, unanswered, now = Life(), None, 0, BEGIN
    at = time(chance.randrange(24), chance.choice((0, 15, 30)))
    wish = Timetable(chance.choice(ZONES), at, chance.choice((127, 31)))
    faith = chance.choice((0.0, 0.5, 0.9, 1.0))
    trips = [*journeys(chance), (END, wish.zone)]
    life.timetables.append((now, wish))
    while now < END:
        slowed = pace(unanswered, wish.every)
        if slowed.every is None:
            break
        push = next_push(replace(wish, every=slowed.every), now, last)
        if push.at >= trips[0][0]:
            now, zone = trips.pop(0)
            wish = replace(wish, zone=zone)
            life.timetables.append((now, wish))
            continue
        moment, last = up_at(push.at + jitter(person), down), push.day
        now = max(push.at, moment - LATE)
        if is_late(push, moment):
            life.late.append(push.day)
            continue
        life.sent.append((push, moment))
        unanswered = 0 if chance.random() < faith else unanswered + 1
        if notice := pace(unanswered, wish.every).notice:
            life.notices.append(notice)
    return life


def check(life: Life, down: list[tuple[datetime, datetime]]) -> None:
    days = [push.day for push, _ in life.sent]
    assert sorted({*days, *life.late}) == sorted([*days, *life.late]), "a day has one push or none"
    assert days == sorted(days)
    moments = [moment for _, moment in life.sent]
    assert moments == sorted(set(moments))
    for push, moment in life.sent:
        assert push.at <= moment <= push.at + LATE
        assert up_at(moment, down) == moment
    for begin, end in down:
        after = [push for push, moment in life.sent if moment == end and push.at >= begin - LATE]
        assert len(after) <= 1, "no backlog"
    assert life.notices.count(Notice.STOPPED) <= 1
    if len(life.timetables) == 1 and not life.notices:
        check_gaps(life, down)


def check_gaps(life: Life, down: list[tuple[datetime, datetime]]) -> None:
    """Who stays at home and answers has a push on every day that he chose, unless nobody was there to send it."""
    (_, wish), accounted = life.timetables[0], {*life.late, *(push.day for push, _ in life.sent)}
    first = local_day(BEGIN, wish.zone, wish.starts) + DAY
    wanted = [first + number * DAY for number in range(363)]
    for day in wanted:
        at = local_instant(wish, day, wish.at)
        assert day in accounted or not wish.includes(day) or up_at(at, down) > at + LATE - JITTER, day


def simulate(people: int, seed: int) -> None:
    chance = Random(seed)
    down = outages(chance)
    lives = [live(person, chance, down) for person in range(people)]
    for life in lives:
        check(life, down)
    assert any(life.late for life in lives)
    silent = [life for life in lives if Notice.STOPPED in life.notices]
    assert silent
    assert all(len(life.sent) >= STOP_AFTER for life in silent)


def test_twenty_people_live_through_a_year() -> None:
    simulate(people=20, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_people_live_through_a_year(seed: int) -> None:
    simulate(people=200, seed=seed)
