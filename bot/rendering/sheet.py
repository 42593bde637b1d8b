"""A sheet to draw pictures on, measured in inches. Needs the extra `charts`, imported with the first picture."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

WIDTH = 1080
"""Pixels: the width of a phone, so that nothing is scaled up."""
MARGIN = 0.3
SIZE, TITLE_SIZE = 12, 17
"""Points of type; 12 is as large on a phone as the messages around it."""
PAPER = "#17212b"
"""The picture has a ground of its own: it looks the same in a light and in a dark chat."""
INK = "#f2f5f8"
PALE = "#a9b7c4"

_DPI = 180
INCHES = WIDTH / _DPI


class Sheet:
    """A picture WIDTH pixels wide and `height` inches high; places are measured from its upper left corner."""

    def __init__(self, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 -- see the module's first line
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._figure = Figure(figsize=(INCHES, height), dpi=_DPI, facecolor=PAPER)
        FigureCanvasAgg(self._figure)
        self._axes: Any = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, INCHES)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def png(self) -> bytes:
        """The picture."""
        picture = BytesIO()
        self._figure.savefig(picture, format="png", metadata={"Software": None})
        return picture.getvalue()

    def box(self, corner: tuple[float, float], width: float, height: float, fill: str, edge: str = PAPER) -> None:
        """A rectangle with its upper left corner there."""
        from matplotlib.patches import Rectangle  # noqa: PLC0415 -- see the module's first line

        self._axes.add_patch(Rectangle(corner, width, height, facecolor=fill, edgecolor=edge))

    def write(
        self, place: tuple[float, float], text: str, size: float = SIZE, *, bold: bool = False, **look: str
    ) -> None:
        """A line of text whose left end is there, in the middle of its height; `look` is matplotlib's."""
        font = _font(bold=bold).copy()
        font.set_size(size)
        style = {"color": INK, "ha": "left", "va": "center", **look}
        self._axes.text(*place, _printable(text), fontproperties=font, parse_math=False, **style)


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
