"""The streak calendar as a picture: weeks side by side, and under them the points that come back."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.domain.calendar import Amount, Calendar, Mark
from bot.rendering.sheet import INCHES, INK, MARGIN, PALE, PAPER, SIZE, TITLE_SIZE, Sheet


class _Look(NamedTuple):
    """Colours of a day; the sign tells days apart for those who do not see colours."""

    fill: str
    edge: str
    ink: str
    sign: str


_LOOKS: Mapping[Mark, _Look] = {
    Mark.ANSWERED: _Look("#3fbf8f", "#3fbf8f", "#08261b", "✓"),
    Mark.FROZEN: _Look("#6fa8ff", "#6fa8ff", "#06183a", "❄"),
    Mark.MISSED: _Look("#46586a", "#46586a", INK, "–"),
    Mark.PENDING: _Look(PAPER, "#f0b429", "#f0b429", "?"),
    Mark.OFF: _Look("#1f2c38", "#1f2c38", INK, ""),
    Mark.AHEAD: _Look(PAPER, "#2b3947", INK, ""),
}

_DAYS = 7
_HEAD, _MONTHS = 0.85, 0.38
"""Heights in inches: of title and remark, of the names of months."""
_WEEKDAY = 0.5
"""Width of the names of weekdays."""
_STEP, _CELL = 0.4, 0.84
"""Inches from one week to the next at most, and the part of it that a day's square takes."""
_LEGEND, _COLUMNS = 0.42, 2
_DUE_TITLE, _DUE, _DUE_LABEL = 0.75, 1.1, 0.36
"""Heights of the title above the points due, of the tallest column, of a day's name."""
_COLUMN = 0.7
"""Part of a day's width that its column takes."""
_SMALL = 10


def draw_calendar(calendar: Calendar) -> bytes:
    """PNG of the calendar; ImportError without the extra `charts`."""
    step = min(_STEP, (INCHES - 2 * MARGIN - _WEEKDAY) / max(len(calendar.weeks), 1))
    legend = MARGIN + _HEAD + _MONTHS + _DAYS * step + 0.1
    due = legend + _LEGEND * -(-len(calendar.legend) // _COLUMNS)
    sheet = Sheet(due + (_DUE_TITLE + _DUE + _DUE_LABEL if calendar.due else 0) + MARGIN)
    sheet.write((MARGIN, MARGIN + 0.15), calendar.title, TITLE_SIZE, bold=True)
    sheet.write((MARGIN, MARGIN + 0.55), calendar.remark, color=PALE)
    _draw_days(sheet, calendar, step)
    _draw_legend(sheet, legend, calendar)
    if calendar.due:
        sheet.write((MARGIN, due + _DUE_TITLE / 2), calendar.due_title, bold=True)
        _draw_due(sheet, due + _DUE_TITLE, calendar.due)
    return sheet.png()


def _draw_days(sheet: Sheet, calendar: Calendar, step: float) -> None:
    top, left = MARGIN + _HEAD + _MONTHS, MARGIN + _WEEKDAY
    for row, name in enumerate(calendar.weekdays):
        sheet.write((MARGIN, top + (row + _CELL / 2) * step), name, _SMALL, color=PALE)
    for column, week in enumerate(calendar.weeks):
        sheet.write((left + column * step, top - _MONTHS / 2), week.label, _SMALL, color=PALE)
        for row, mark in enumerate(week.marks):
            _draw_day(sheet, (left + column * step, top + row * step), step * _CELL, mark)


def _draw_day(sheet: Sheet, corner: tuple[float, float], side: float, mark: Mark) -> None:
    look = _LOOKS[mark]
    sheet.box(corner, side, side, look.fill, look.edge)
    sheet.write((corner[0] + side / 2, corner[1] + side / 2), look.sign, _SMALL, color=look.ink, ha="center")


def _draw_legend(sheet: Sheet, top: float, calendar: Calendar) -> None:
    for place, (mark, name) in enumerate(calendar.legend):
        left = MARGIN + (place % _COLUMNS) * (INCHES - 2 * MARGIN) / _COLUMNS
        middle = top + (place // _COLUMNS + 0.5) * _LEGEND
        side = _STEP * _CELL * 0.8
        _draw_day(sheet, (left, middle - side / 2), side, mark)
        sheet.write((left + 1.5 * side, middle), name)


def _draw_due(sheet: Sheet, top: float, due: tuple[Amount, ...]) -> None:
    width, most = (INCHES - 2 * MARGIN) / len(due), max(amount.value for amount in due)
    for place, amount in enumerate(due):
        middle = MARGIN + (place + 0.5) * width
        height = (_DUE - 0.3) * amount.value / max(most, 1)
        colour = "#f0b429" if amount.strong else "#6fa8ff"
        sheet.box((middle - width * _COLUMN / 2, top + _DUE - height), width * _COLUMN, height, colour)
        if amount.value:
            sheet.write((middle, top + _DUE - height - 0.15), str(amount.value), SIZE, ha="center")
        look = {"color": INK if amount.strong else PALE, "ha": "center"}
        sheet.write((middle, top + _DUE + _DUE_LABEL / 2), amount.label, _SMALL, bold=amount.strong, **look)
