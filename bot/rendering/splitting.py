"""Long texts cut into messages that the messenger takes."""

import re
from collections.abc import Iterator

from bot.rendering.html import Run, cut, parse, serialise, units

MESSAGE_LIMIT = 4096
"""UTF-16 code units of a message after parsing; Bot API, sendMessage."""

ENTITY_LIMIT = 100
"""Styled stretches that a message shows; beyond it Telegram drops the style."""

_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…;])\s"), re.compile(r"\s"))
"""Where to cut, best first: between paragraphs, lines, sentences, words."""

_SHARE = 3
"""A better break is taken only when it leaves at least one part in this many of the room filled."""


def split_html(html: str, limit: int = MESSAGE_LIMIT) -> tuple[str, ...]:
    """Pieces of at most `limit` UTF-16 code units after parsing, each valid by itself; none for white space."""
    runs = parse(html)
    text = "".join(run.text for run in runs)
    pieces = (cut(runs, *_trim(text, start, end)) for start, end in _spans(runs, text, limit))
    return tuple(serialise(piece) for piece in pieces if piece)


def pack(blocks: tuple[str, ...], limit: int = MESSAGE_LIMIT) -> tuple[str, ...]:
    """Blocks joined into as few messages as possible; one is cut only when it is too long by itself."""
    packed: list[str] = []
    for block in blocks:
        joined = f"{packed[-1]}\n\n{block}" if packed else block
        if len(split_html(joined, limit)) <= 1:
            packed[-1:] = [joined]
        else:
            packed += split_html(block, limit)
    return tuple(packed)


def _spans(runs: tuple[Run, ...], text: str, limit: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = max(start + 1, min(_reach(text, start, limit), _styled_reach(runs, start)))
        if end < len(text):
            end = _break(text, start, end)
        yield start, end
        start = end


def _reach(text: str, start: int, limit: int) -> int:
    end = min(len(text), start + limit)
    while units(text[start:end]) > limit:
        end -= max(1, (units(text[start:end]) - limit) // 2)
    return end


def _styled_reach(runs: tuple[Run, ...], start: int) -> int:
    """End of the text that can be shown from `start` on with all its styles."""
    position = styles = 0
    for run in runs:
        styles += len(run.tags) if position + len(run.text) > start else 0
        if styles > ENTITY_LIMIT:
            return position
        position += len(run.text)
    return position


def _break(text: str, start: int, end: int) -> int:
    least = start + (end - start) // _SHARE
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(text, start, end) if found.end() > least]
        if ends:
            return ends[-1]
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
