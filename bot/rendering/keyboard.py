"""Buttons laid out for a phone."""

from collections.abc import Iterable

from bot.domain.messaging import Button
from bot.rendering.callbacks import Callback, encode

Keyboard = tuple[tuple[Button, ...], ...]

_WIDTHS = ((3, 12), (2, 18))
"""Buttons a row and the longest label, in characters, that a narrow phone still shows whole at that number."""


def button(label: str, callback: Callback) -> Button:
    """A button with its callback data."""
    return Button(label, encode(callback))


def grid(buttons: Iterable[Button], most: int = 3) -> Keyboard:
    """Rows of as many buttons as their longest label allows, at most `most` (1 to 3)."""
    placed = tuple(buttons)
    longest = max((len(item.label) for item in placed), default=0)
    columns = next((number for number, width in _WIDTHS if number <= most and longest <= width), 1)
    return tuple(placed[start : start + columns] for start in range(0, len(placed), columns))
