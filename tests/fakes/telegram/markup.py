"""Telegram's HTML parse mode, with its refusals.

Messages of refusals and the list of tags are those of the Bot API server.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.refusal import Refusal, bad

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*("[^"]*(?:"|$)|'[^']*(?:'|$)|[A-Za-z0-9.-]+))?""")
_CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9A-Fa-f]+);")


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True, slots=True)
class Parsed:
    """Plain text and its entities (`type`, `offset`, `length` in UTF-16 code units)."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()


def parse(source: str, mode: str | None) -> Parsed:
    """Text of a message as Telegram would show it; Refusal when it cannot be parsed."""
    if not mode:
        return Parsed(source.strip())
    if mode.upper() != "HTML":
        raise bad("unsupported parse_mode")
    return _Parser(source).run()


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    plain: str = ""
    open: list[tuple[str, int]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def run(self) -> Parsed:
        while self.at < len(self.source):
            if self.source[self.at] != "<":
                self._text()
            elif self.source.startswith("</", self.at):
                self._close()
            else:
                self._open()
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        trimmed = units(self.plain) - units(self.plain.lstrip())
        return Parsed(
            self.plain.strip(), tuple(entity | {"offset": entity["offset"] - trimmed} for entity in self.entities)
        )

    def _text(self) -> None:
        end = self.source.find("<", self.at)
        end = len(self.source) if end < 0 else end
        self.plain += _CHARACTER.sub(lambda found: html.unescape(found[0]), self.source[self.at : end])
        self.at = end

    def _offset(self) -> int:
        return len(self.source[: self.at].encode())

    def _open(self) -> None:
        named = re.compile(r"<([^\s>]*)").match(self.source, self.at)
        name = named[1].lower() if named else ""
        start, position = self._offset(), self.at + 1 + len(name)
        if position >= len(self.source):
            raise _broken(f"Unclosed start tag at byte offset {start}")
        if name not in _KINDS:
            raise _broken(f'Unsupported start tag "{name}" at byte offset {start}')
        attributes, self.at = self._attributes(name, start, position)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {start}')
        self.open.append((name, units(self.plain)))

    def _attributes(self, name: str, start: int, position: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            while position < len(self.source) and self.source[position].isspace():
                position += 1
            if position >= len(self.source):
                raise _broken(f'Unclosed start tag "{name}" at byte offset {start}')
            if self.source[position] == ">":
                return attributes, position + 1
            found = _ATTRIBUTE.match(self.source, position)
            if found is None:
                raise _broken(f'Empty attribute name in the tag "{name}" at byte offset {start}')
            attributes[found[1].lower()] = (found[2] or "").strip("\"'")
            position = found.end()

    def _close(self) -> None:
        start = self._offset()
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {start}")
        end = self.source.find(">", self.at)
        if end < 0:
            raise _broken(f"Unclosed end tag at byte offset {start}")
        found, (name, begun) = self.source[self.at + 2 : end].strip().lower(), self.open.pop()
        if found and found != name:
            raise _broken(f'Unmatched end tag at byte offset {start}, expected "</{name}>", found "</{found}>"')
        if length := units(self.plain) - begun:
            self.entities.append({"type": _KINDS[name], "offset": begun, "length": length})
        self.at = end + 1


def _broken(what: str) -> Refusal:
    return bad(f"can't parse entities: {what}")
