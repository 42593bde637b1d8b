"""What is drawn of the daily question: the streak's calendar, and how many points come back when."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from babel.dates import format_date, get_day_names

from bot.domain.calendar import Amount, Calendar, Mark, Week
from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.engine.daily.streak import calendar, streak
from bot.i18n import Texts

WEEKS = 13
"""Weeks shown: a quarter of a year, in squares that can be told apart on a phone."""
AHEAD = 10
"""Days shown of what is due."""

_TOLD = (Mark.ANSWERED, Mark.FROZEN, Mark.MISSED, Mark.PENDING)


def calendar_message(
    texts: Texts, language: Language, asked: Mapping[date, bool], due: Iterable[date], today: date
) -> OutMessage:
    """The picture as of the person's own day `today`; the caption says its figures, for whoever cannot see it.

    `asked` are the days with a question and whether it was answered, `due` the days on which points come back, one for
    each point; what is overdue counts for today.
    """
    run = streak(asked, today)
    coming = Counter(max(day, today) for day in due)
    week = sum(number for day, number in coming.items() if day < today + timedelta(days=7))
    title = texts.text(language, "calendar-streak", count=run.days)
    drawn = Calendar(
        title=title,
        remark=texts.text(language, "calendar-best", count=run.best, number=run.freezes_left),
        weekdays=tuple(name[:2] if language is Language.EN else name for name in _weekdays(language)),
        weeks=_weeks(calendar(asked, today, WEEKS), today, language),
        legend=tuple((mark, texts.text(language, f"calendar-{mark}")) for mark in _TOLD),
        due_title=texts.text(language, "calendar-due"),
        due=_amounts(coming, today, language) if week else (),
    )
    caption = texts.text(language, "calendar-caption", count=coming[today], number=week)
    return OutMessage(f"{title}. {drawn.remark}.\n{caption}", chart=drawn)


def _weekdays(language: Language) -> Sequence[str]:
    names = get_day_names("abbreviated", "stand-alone", language.value)
    return [names[day] for day in range(7)]


def _weeks(marks: Sequence[tuple[Mark, ...]], today: date, language: Language) -> tuple[Week, ...]:
    monday = today - timedelta(days=today.weekday())
    begins = [monday - timedelta(weeks=len(marks) - 1 - number) for number in range(len(marks))]
    return tuple(Week(_month(begin, language), week) for begin, week in zip(begins, marks, strict=True))


def _month(monday: date, language: Language) -> str:
    """The month's name above the first whole week of it."""
    return format_date(monday, "LLL", locale=language.value).rstrip(".") if monday.day <= 7 else ""  # noqa: PLR2004


def _amounts(coming: Mapping[date, int], today: date, language: Language) -> tuple[Amount, ...]:
    days = [today + timedelta(days=number) for number in range(AHEAD)]
    names = [format_date(day, "d MMM" if day.day == 1 else "d", locale=language.value) for day in days]
    return tuple(Amount(name, coming.get(day, 0), strong=day == today) for day, name in zip(days, names, strict=True))
