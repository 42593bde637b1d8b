"""Inline keyboards: what Telegram takes.

64 bytes of callback data are documented; 100 buttons and 8 in a row are what the server is known to take.
"""

from typing import Any

from tests.fakes.telegram.refusal import bad

DATA_LIMIT = 64
BUTTON_LIMIT = 100
ROW_LIMIT = 8

Rows = tuple[tuple[dict[str, Any], ...], ...]


def keyboard(markup: dict[str, Any] | None) -> Rows:
    """Rows of buttons of a typed `reply_markup`; Refusal for a button that Telegram would not take."""
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(map(len, rows)) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad("reply markup is too long")
    return tuple(tuple(_button(button) for button in row) for row in rows if row)


def _button(button: dict[str, Any]) -> dict[str, Any]:
    if not button["text"].strip():
        raise bad("BUTTON_TEXT_INVALID")
    actions = [name for name in button if name not in {"text", "style", "icon_custom_emoji_id"} and button[name]]
    if not actions:
        raise bad("can't parse InlineKeyboardButton: Text buttons are not allowed in the inline keyboard")
    if len(button.get("callback_data", "").encode()) > DATA_LIMIT:
        raise bad("BUTTON_DATA_INVALID")
    return button
