"""How the parts of callback data are read: strictly, since it comes from outside."""

from bot.domain.language import Level

NONE = "-"
"""Stands for nothing chosen."""

_DIGITS = 18


def number(text: str) -> int:
    """A count or an id as `str` writes it; ValueError for anything else."""
    # `int` alone would also take signs, spaces, underscores and the digits of other scripts.
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS and str(int(text)) == text):
        raise ValueError(f"no number: {text!r}")
    return int(text)


def yes(value: str) -> bool:
    """Of `yes` and `no`, whether it is yes; ValueError for anything else."""
    if value not in {"yes", "no"}:
        raise ValueError(f"neither yes nor no: {value!r}")
    return value == "yes"


def name(value: str) -> str:
    """Any name; ValueError when it is empty."""
    if not value:
        raise ValueError("no name")
    return value


def level(value: str) -> Level:
    """A level by its key; ValueError when there is none of it."""
    if value != value.lower():
        raise ValueError(f"no level: {value!r}")
    return Level.parse(value)
