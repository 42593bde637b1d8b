"""Charts and calendars as pictures for a phone. Needs the extra `charts`."""

from collections.abc import Mapping
from importlib.util import find_spec

from bot.domain.calendar import Calendar
from bot.domain.messaging import Bar, Chart, Tone
from bot.rendering.drawing_calendar import draw_calendar
from bot.rendering.sheet import INCHES, INK, MARGIN, PALE, TITLE_SIZE, Sheet

_COLOURS: Mapping[Tone, str] = {
    Tone.GOOD: "#3fbf8f",
    Tone.HELPED: "#f0b429",
    Tone.UNCLEAR: "#6fa8ff",
    Tone.OPEN: "#5b7084",
}
_ON: Mapping[Tone, str] = {
    Tone.GOOD: "#08261b",
    Tone.HELPED: "#2b1e00",
    Tone.UNCLEAR: "#06183a",
    Tone.OPEN: INK,
}
"""Colours of numbers on a tone; each pair has a contrast of at least 4.5, each tone on the paper one of 3 (WCAG 2.1,
1.4.3 and 1.4.11)."""

_TITLE, _ROW, _LEGEND = 0.85, 0.78, 0.42
"""Heights in inches: of the title, of a bar with its label, of a line of the legend."""
_BAR, _KEY = 0.32, 0.2
"""Heights of a bar and of a colour in the legend."""
_COLUMNS = 2
_LABEL = 44
"""Characters of a label beside its remark."""
_NARROW = 0.28
"""Inches below which a part of a bar has no room for its number."""


def can_draw() -> bool:
    """Whether the extra is installed."""
    return find_spec("matplotlib") is not None


def draw(picture: Chart | Calendar) -> bytes:
    """PNG of it, as wide as a phone and as high as it needs; ImportError without the extra."""
    return draw_calendar(picture) if isinstance(picture, Calendar) else _draw_chart(picture)


def _draw_chart(chart: Chart) -> bytes:
    legend = _legend(chart)
    lines = -(-len(legend) // _COLUMNS)
    sheet = Sheet(2 * MARGIN + _TITLE + _ROW * len(chart.bars) + _LEGEND * lines)
    sheet.write((MARGIN, MARGIN + 0.25), chart.title, TITLE_SIZE, bold=True)
    tones = [tone for tone, _ in chart.legend]
    for row, bar in enumerate(chart.bars):
        _draw_bar(sheet, MARGIN + _TITLE + row * _ROW, bar, tones)
    _draw_legend(sheet, MARGIN + _TITLE + len(chart.bars) * _ROW, legend)
    return sheet.png()


def _draw_bar(sheet: Sheet, top: float, bar: Bar, tones: list[Tone]) -> None:
    """Every bar is as wide as the picture: what counts is the share, and the remark says of how many."""
    label = bar.label if len(bar.label) <= _LABEL else f"{bar.label[: _LABEL - 1].rstrip()}…"
    sheet.write((MARGIN, top + 0.12), label)
    sheet.write((INCHES - MARGIN, top + 0.12), bar.remark, color=PALE, ha="right")
    left, inch = MARGIN, (INCHES - 2 * MARGIN) / max(sum(bar.values), 1)
    for tone, value in zip(tones, bar.values, strict=True):
        sheet.box((left, top + 0.28), value * inch, _BAR, _COLOURS[tone])
        if value * inch >= _NARROW:
            middle = (left + value * inch / 2, top + 0.28 + _BAR / 2)
            sheet.write(middle, str(value), bold=True, color=_ON[tone], ha="center")
        left += value * inch


def _legend(chart: Chart) -> list[tuple[Tone, str]]:
    """The tones that there is something of, with how much."""
    sums = [sum(bar.values[place] for bar in chart.bars) for place in range(len(chart.legend))]
    return [(tone, f"{name}: {total}") for (tone, name), total in zip(chart.legend, sums, strict=True) if total]


def _draw_legend(sheet: Sheet, top: float, legend: list[tuple[Tone, str]]) -> None:
    for place, (tone, text) in enumerate(legend):
        left = MARGIN + (place % _COLUMNS) * (INCHES - 2 * MARGIN) / _COLUMNS
        middle = top + (place // _COLUMNS + 0.5) * _LEGEND
        sheet.box((left, middle - _KEY / 2), _KEY, _KEY, _COLOURS[tone])
        sheet.write((left + 1.5 * _KEY, middle), text)
