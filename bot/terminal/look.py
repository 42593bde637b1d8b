"""Messages on a terminal: styled text wrapped at its width."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from bot.rendering.html import Run, cut, parse

_STYLES = {"b": "1", "strong": "1", "i": "3", "em": "3", "u": "4", "s": "9", "code": "36", "pre": "36", "a": "4"}
"""SGR codes (ECMA-48) of the tags; others have none."""
_FAINT = "2"
_RESET = "\x1b[0m"
_WORD = re.compile(r"\s*\S+")
_MARK = re.compile(r"\s*(?:[•✓◐✗–?⚠↺]|\d{1,3}[.)])\s")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What could command the terminal: neither a bank nor an answer is let."""
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a terminal shows text: columns to wrap at, and whether it understands colours."""

    width: int = 80
    colour: bool = False

    def paint(self, html: str) -> str:
        """A message as lines for the terminal."""
        return "\n".join(self._dress(line) for part in _lines(parse(html)) for line in self._wrap(part))

    def faint(self, text: str) -> str:
        """A remark beside the conversation."""
        painted = (self._dress(line) for line in self._wrap((Run(text),)))
        return "\n".join(f"\x1b[{_FAINT}m{line}{_RESET}" if self.colour else line for line in painted)

    def _dress(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._styled(run) for run in runs)

    def _styled(self, run: Run) -> str:
        codes = dict.fromkeys(_STYLES[tag.name] for tag in run.tags if tag.name in _STYLES)
        text = _CONTROL.sub("", run.text)
        return f"\x1b[{';'.join(codes)}m{text}{_RESET}" if codes and self.colour else text

    def _wrap(self, runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
        """Lines no wider than the terminal, where words allow; later lines of a list item hang under its text."""
        text = "".join(run.text for run in runs)
        quoted = any(tag.name == "blockquote" for run in runs for tag in run.tags)
        margin = (Run("│ "),) if quoted else ()
        if any(tag.name == "pre" for run in runs for tag in run.tags):
            yield (*margin, *runs)
            return
        mark = _MARK.match(text)
        hang = " " * columns(mark[0]) if mark else ""
        room = max(_NARROWEST, self.width - columns(hang) - 2 * quoted)
        for number, (start, end) in enumerate(_breaks(text, room, first=columns(hang))):
            yield (*margin, *((Run(hang),) if hang and number else ()), *cut(runs, start, end))


def columns(text: str) -> int:
    """Width of a text on the screen."""
    return sum(0 if combining(character) else 1 + (east_asian_width(character) in "WF") for character in text)


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    text = "".join(run.text for run in runs)
    start = 0
    for line in text.split("\n"):
        yield cut(runs, start, start + len(line))
        start += len(line) + 1


def _breaks(text: str, room: int, first: int) -> Iterator[tuple[int, int]]:
    """Where lines begin and end; the first has `first` columns more than the others."""
    start, end, limit = 0, 0, room + first
    for word in _WORD.finditer(text):
        if end > start and columns(text[start : word.end()]) > limit:
            yield start, end
            start, limit = word.end() - len(word[0].lstrip()), room
        end = word.end()
    yield start, end
