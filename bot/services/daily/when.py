"""Stored schedules as timetables."""

from datetime import date, datetime

from bot.engine.daily.pace import pace
from bot.engine.daily.schedule import Timetable, local_day, next_push
from storage.schedules import ScheduleRow


def timetable(schedule: ScheduleRow) -> Timetable:
    """When the questions of a schedule come, at the pace that its answers have left; its zone must be known."""
    return Timetable(
        schedule.zone,
        schedule.at,
        schedule.days,
        schedule.starts,
        pace(schedule.unanswered, schedule.every).every or schedule.every,
        schedule.paused_until,
    )


def next_at(schedule: ScheduleRow, now: datetime) -> datetime:
    """When the next question comes."""
    return next_push(timetable(schedule), now, schedule.last_day).at


def following(schedule: ScheduleRow, now: datetime) -> date | None:
    """The day of the next question; None while nothing comes."""
    if schedule.next_at is None:
        return None
    return next_push(timetable(schedule), now, schedule.last_day).day


def today_of(schedule: ScheduleRow, now: datetime) -> date:
    """The day that is lived in by the clock of the schedule."""
    return local_day(now, schedule.zone, schedule.starts)
