"""What a command is told by the terminal it runs in."""

import os
import shutil
import sys
from datetime import UTC, datetime

from bot.terminal.look import Look

_WIDEST = 100
"""Columns used at most: longer lines are hard to read."""


def look() -> Look:
    """What this terminal can do; https://no-color.org is honoured."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(width, colour=sys.stdout.isatty() and not plain)


def locale() -> str | None:
    """The locale of messages, in the order of POSIX."""
    return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), None)


def now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 -- this is the edge where the clock is read
