from datetime import UTC, date, datetime, time, timedelta

from bot.engine.daily.schedule import Timetable, next_push


def test_a_wall_time_that_the_clocks_skip_becomes_the_first_instant_there_is() -> None:
    kyiv = Timetable("Europe/Kyiv", time(3, 30), starts=time(0))
    push = next_push(kyiv, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert push.day == date(2026, 3, 29)
    assert push.at == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_of_a_wall_time_that_the_clocks_repeat_the_first_counts() -> None:
    kyiv = Timetable("Europe/Kyiv", time(3, 30), starts=time(0))
    first = next_push(kyiv, datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert first.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_push(kyiv, first.at).day - first.day == timedelta(days=1)
