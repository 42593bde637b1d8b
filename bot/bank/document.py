"""Strict subset of YAML: one document of mappings, lists and texts, each with its line; no anchors, aliases or tags.

Files come from strangers. PyYAML's composers recurse in C and die of deep nesting; its event stream does not, so the
tree is built here from events, to a fixed depth.
"""

import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.bank.problems import Sink

MAX_BYTES = 1 << 20
"""Largest file read: forty times the longest page known."""

MAX_DEPTH = 8
"""Deepest nesting accepted: a phrasing of a point lies five deep."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, whatever YAML would take it for."""

    line: int
    value: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    line: int
    items: list["Node"]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping as it stands in the file: in order, repeated keys included."""

    line: int
    entries: list[tuple[Scalar, "Node"]]


Node = Scalar | Listing | Table


class FileRefusedError(Exception):
    """A file cannot be used; `line` is 0 when the whole of it is meant."""

    def __init__(self, line: int, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason
        self.remedy = remedy


class _Builder:
    """Builds the tree of one file from the parser's events."""

    def __init__(self, data: bytes) -> None:
        self._next = _Loader(data).get_event

    def document(self) -> Node:
        """The file's only document; raises FileRefusedError or yaml.YAMLError."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise FileRefusedError(0, "the file is empty", "Write the content or remove the file")
        root = self._node(self._next(), MAX_DEPTH)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise FileRefusedError(_line(after), "a second document begins", "Keep one document in a file")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        """Node that the event begins, with all of its content, at most `depth` levels of it."""
        line = _line(event)
        if event.anchor is not None:  # aliases have it, too
            raise FileRefusedError(line, "anchors (&) and aliases (*) are not accepted", "Repeat or quote the text")
        if event.tag is not None:
            raise FileRefusedError(line, "tags (!) are not accepted", "Remove the tag or quote the text")
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(line, event.value)
        if not depth:
            raise FileRefusedError(line, "nested too deep", "Follow the format of the bank")
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(line, self._items(depth - 1))
        return Table(line, self._entries(depth - 1))

    def _items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth))
        return items

    def _entries(self, depth: int) -> list[tuple[Scalar, Node]]:
        entries = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                raise FileRefusedError(key.line, "a key is not a text", "Use plain words as keys")
            entries.append((key, self._node(self._next(), depth)))
        return entries


def read_document(path: Path, sink: Sink) -> Node | None:
    """Tree of the file, or None with the reason in the sink."""
    try:
        data = read_bytes(path, MAX_BYTES)
        try:
            return _Builder(data).document()
        except yaml.YAMLError as error:
            sink.add(*_explain(error, data))
    except FileRefusedError as refusal:
        sink.add(refusal.line, refusal.reason, refusal.remedy)
    return None


def read_bytes(path: Path, limit: int) -> bytes:
    """Content of a file of at most `limit` bytes that is UTF-8 without NUL bytes; raises FileRefusedError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its writer
            raise FileRefusedError(0, "not a regular file", "Remove it or put a file in its place")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise FileRefusedError(0, reason, "Check that it is a file and may be read") from error
    if len(data) > limit:
        raise FileRefusedError(0, f"larger than {limit >> 10} KiB", "Shorten it or split it")
    if (nul := data.find(b"\0")) >= 0:
        raise FileRefusedError(_line_at(data, nul), "a NUL byte", "Save the file as UTF-8 text")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise FileRefusedError(_line_at(data, error.start), "not UTF-8", "Save the file as UTF-8") from None
    return data


def _line_at(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _explain(error: yaml.YAMLError, data: bytes) -> tuple[int, str, str]:
    """Line, reason and remedy of a parser's error."""
    if isinstance(error, yaml.reader.ReaderError):
        return _line_at(data, error.position), error.reason, "Remove the invisible character"
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    reason = getattr(error, "problem", None) or "not YAML"
    if re.match(rb" *\t", data.splitlines()[line - 1] if 0 < line <= data.count(b"\n") else b""):
        return line, "a tab in the indentation", "Indent with spaces"
    return line, reason, "Check indentation and quotes; quote texts that hold `: ` or ` #` or begin with a mark"
