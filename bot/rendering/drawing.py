"""Charts as pictures for a phone. Needs the extra `charts`; it is imported when the first picture is drawn."""

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.domain.messaging import Bar, Chart, Tone

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

WIDTH = 1080
"""Pixels: the width of a phone, so that nothing is scaled up."""

_DPI = 180
_INCHES = WIDTH / _DPI
_PAPER = "#17212b"
"""The picture has a ground of its own: it looks the same in a light and in a dark chat."""
_INK = "#f2f5f8"
_PALE = "#a9b7c4"
_COLOURS: Mapping[Tone, str] = {
    Tone.GOOD: "#3fbf8f",
    Tone.HELPED: "#f0b429",
    Tone.UNCLEAR: "#6fa8ff",
    Tone.OPEN: "#46586a",
}
_ON: Mapping[Tone, str] = {
    Tone.GOOD: "#08261b",
    Tone.HELPED: "#2b1e00",
    Tone.UNCLEAR: "#06183a",
    Tone.OPEN: _INK,
}
"""Colours of numbers on a tone; each pair has a contrast of at least 4.5 (WCAG 2.1, 1.4.3)."""

_MARGIN = 0.3
_TITLE, _ROW, _LEGEND = 0.85, 0.78, 0.42
"""Heights in inches: of the title, of a bar with its label, of a line of the legend."""
_BAR, _KEY = 0.32, 0.2
"""Heights of a bar and of a colour in the legend."""
_SIZE, _TITLE_SIZE = 12, 17
"""Points of type; 12 is as large on a phone as the messages around it."""
_COLUMNS = 2
_LABEL = 44
"""Characters of a label beside its remark."""
_NARROW = 0.28
"""Inches below which a part of a bar has no room for its number."""


def can_draw() -> bool:
    """Whether the extra is installed."""
    return find_spec("matplotlib") is not None


def draw(chart: Chart) -> bytes:
    """PNG of the chart, WIDTH pixels wide and as high as its bars need; ImportError without the extra."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 -- see the module's first line
    from matplotlib.figure import Figure  # noqa: PLC0415

    lines = -(-len(chart.legend) // _COLUMNS)
    height = 2 * _MARGIN + _TITLE + _ROW * len(chart.bars) + _LEGEND * lines
    figure = Figure(figsize=(_INCHES, height), dpi=_DPI, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    _Sheet(figure, height).paint(chart)
    picture = BytesIO()
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


@cache
def _font(*, bold: bool = False) -> "FontProperties":
    """The font that comes with the library: it has all three alphabets, whatever the machine has."""
    from matplotlib import get_data_path  # noqa: PLC0415
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return FontProperties(fname=f"{get_data_path()}/fonts/ttf/DejaVuSans{'-Bold' if bold else ''}.ttf")


@cache
def _known() -> frozenset[int]:
    """Characters of the font."""
    from matplotlib.font_manager import get_font  # noqa: PLC0415

    return frozenset(get_font(str(_font().get_file())).get_charmap())


def _printable(text: str) -> str:
    """The text without what the font cannot show, such as emoji."""
    return " ".join("".join(sign for sign in text if ord(sign) in _known() or sign.isspace()).split())


class _Sheet:
    """A figure measured in inches from its upper left corner."""

    def __init__(self, figure: Any, height: float) -> None:
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, _INCHES)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def paint(self, chart: Chart) -> None:
        self._write((_MARGIN, _MARGIN + 0.25), chart.title, _TITLE_SIZE, bold=True)
        longest = max((sum(bar.values) for bar in chart.bars), default=0)
        tones = [tone for tone, _ in chart.legend]
        for row, bar in enumerate(chart.bars):
            self._bar(_MARGIN + _TITLE + row * _ROW, bar, tones, longest)
        self._legend(_MARGIN + _TITLE + len(chart.bars) * _ROW, chart)

    def _bar(self, top: float, bar: Bar, tones: list[Tone], longest: int) -> None:
        label = bar.label if len(bar.label) <= _LABEL else f"{bar.label[: _LABEL - 1].rstrip()}…"
        self._write((_MARGIN, top + 0.12), label)
        self._write((_INCHES - _MARGIN, top + 0.12), bar.remark, color=_PALE, ha="right")
        left, inch = _MARGIN, (_INCHES - 2 * _MARGIN) / max(longest, 1)
        for tone, value in zip(tones, bar.values, strict=True):
            self._box((left, top + 0.28), value * inch, _BAR, tone)
            if value * inch >= _NARROW:
                middle = (left + value * inch / 2, top + 0.28 + _BAR / 2)
                self._write(middle, str(value), bold=True, color=_ON[tone], ha="center")
            left += value * inch

    def _legend(self, top: float, chart: Chart) -> None:
        for place, (tone, name) in enumerate(chart.legend):
            total = sum(bar.values[place] for bar in chart.bars)
            left = _MARGIN + (place % _COLUMNS) * (_INCHES - 2 * _MARGIN) / _COLUMNS
            middle = top + (place // _COLUMNS + 0.5) * _LEGEND
            self._box((left, middle - _KEY / 2), _KEY, _KEY, tone)
            self._write((left + 1.5 * _KEY, middle), f"{name}: {total}")

    def _box(self, corner: tuple[float, float], width: float, height: float, tone: Tone) -> None:
        from matplotlib.patches import Rectangle  # noqa: PLC0415 -- see the module's first line

        self._axes.add_patch(Rectangle(corner, width, height, facecolor=_COLOURS[tone], edgecolor=_PAPER))

    def _write(
        self, place: tuple[float, float], text: str, size: float = _SIZE, *, bold: bool = False, **look: str
    ) -> None:
        font = _font(bold=bold).copy()
        font.set_size(size)
        style = {"color": _INK, "ha": "left", "va": "center", **look}
        self._axes.text(*place, _printable(text), fontproperties=font, parse_math=False, **style)
