"""What may stand at a place in a file: each kind reads a node into a value and describes itself as JSON Schema."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.bank.document import Listing, Node, Scalar, Table
from bot.bank.problems import Sink

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Schema = dict[str, object]


class Kind(Protocol[T_co]):
    """Reads one node; None means that the sink got a problem."""

    def read(self, node: Node, sink: Sink) -> T_co | None:
        """Value of the node, or None."""
        ...

    def schema(self) -> Schema:
        """JSON Schema of what is accepted."""
        ...


def _scalar(node: Node, expected: str, sink: Sink) -> str | None:
    """Text of a scalar without outer white space, None and a problem for anything else or nothing."""
    if not isinstance(node, Scalar):
        found = "a list" if isinstance(node, Listing) else "a mapping"
        sink.add(node.line, f"{found} where {expected} belongs", f"Write {expected}")
    elif text := node.value.strip():
        return text
    else:
        sink.add(node.line, "empty", f"Write {expected} or remove the key")
    return None


@dataclass(frozen=True)
class Text:
    """A text that is not empty; outer white space is dropped."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The text."""
        return _scalar(node, "a text", sink)

    def schema(self) -> Schema:
        """Any string with something in it."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True)
class Prose:
    """Markdown of many lines: only empty lines around it are dropped, for indentation means something."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The text."""
        if _scalar(node, "a text", sink) is None or not isinstance(node, Scalar):
            return None
        return node.value.strip("\n")

    def schema(self) -> Schema:
        """Any string with something in it."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True)
class Name:
    """An id: Latin small letters, digits, hyphens."""

    PATTERN = re.compile(r"[a-z0-9][a-z0-9-]*")

    def read(self, node: Node, sink: Sink) -> str | None:
        """The id."""
        text = _scalar(node, "an id", sink)
        if text is None or self.PATTERN.fullmatch(text):
            return text
        sink.add(node.line, f"{text[:80]!r} is not an id", "Use small Latin letters, digits and hyphens")
        return None

    def schema(self) -> Schema:
        """A string of that pattern."""
        return {"type": "string", "pattern": f"^{self.PATTERN.pattern}$"}


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One of a few words, each standing for a value."""

    options: Mapping[str, T]

    def read(self, node: Node, sink: Sink) -> T | None:
        """Value of the word."""
        text = _scalar(node, "a word", sink)
        if text is None or text in self.options:
            return None if text is None else self.options[text]
        sink.add(node.line, f"{text[:80]!r} is unknown here", f"Write one of: {', '.join(self.options)}")
        return None

    def schema(self) -> Schema:
        """The words."""
        return {"enum": list(self.options)}


@dataclass(frozen=True)
class Number(Generic[T]):
    """A number that `convert` (int or float) takes and `accept` allows; `limits` says the same in JSON Schema."""

    convert: Callable[[str], T]
    accept: Callable[[T], bool]
    wanted: str
    limits: Mapping[str, object]

    def read(self, node: Node, sink: Sink) -> T | None:
        """The number."""
        text = _scalar(node, self.wanted, sink)
        if text is None:
            return None
        try:
            value = self.convert(text)
        except ValueError:
            value = None
        if value is not None and self.accept(value):
            return value
        sink.add(node.line, f"{text[:80]!r} is not {self.wanted}", f"Write {self.wanted}")
        return None

    def schema(self) -> Schema:
        """The limits."""
        return dict(self.limits)


@dataclass(frozen=True)
class Several(Generic[T]):
    """A list of one kind, at most `most` long when that is given."""

    kind: Kind[T]
    most: int | None = None

    def read(self, node: Node, sink: Sink) -> tuple[T, ...] | None:
        """The items; None when any of them is wrong."""
        if not isinstance(node, Listing):
            sink.add(node.line, "not a list", "Write a list: a line with `- ` for each item, or [a, b], or []")
            return None
        if self.most is not None and len(node.items) > self.most:
            sink.add(node.line, f"{len(node.items)} items", f"Keep at most {self.most}")
        values = [self.kind.read(item, sink) for item in node.items]
        return tuple(value for value in values if value is not None)

    def schema(self) -> Schema:
        """An array."""
        limit = {} if self.most is None else {"maxItems": self.most}
        return {"type": "array", "items": self.kind.schema(), **limit}


@dataclass(frozen=True)
class Field:
    """A key of a record: its kind, whether it must be there, and what it is for."""

    kind: Kind[object]
    purpose: str
    required: bool = True


@dataclass(frozen=True)
class Record(Generic[T]):
    """A mapping with known keys; `make` is called with the keys present, so its defaults stand for the others."""

    make: Callable[..., T]
    fields: Mapping[str, Field]

    def read(self, node: Node, sink: Sink) -> T | None:
        """The object made; None when anything in it is wrong."""
        if not isinstance(node, Table):
            sink.add(node.line, "not a mapping", f"Write keys with values: {', '.join(self.fields)}")
            return None
        before = sink.total
        values = {key: self.fields[key].kind.read(value, sink) for key, value in self._known(node, sink)}
        for key, field in self.fields.items():
            if field.required and key not in values:
                sink.add(node.line, f"key {key!r} is missing", f"Add {key!r}: {field.purpose}")
        return self.make(**values) if sink.total == before else None

    def _known(self, node: Table, sink: Sink) -> Iterator[tuple[str, Node]]:
        """Entries whose keys are known and new."""
        seen: dict[str, int] = {}
        for key, value in node.entries:
            if key.value in seen:
                sink.add(key.line, f"key {key.value!r} again, first in line {seen[key.value]}", "Keep one of them")
            elif key.value not in self.fields:
                sink.add(key.line, f"unknown key {key.value[:80]!r}", f"Known here: {', '.join(self.fields)}")
            else:
                yield key.value, value
            seen.setdefault(key.value, key.line)

    def schema(self) -> Schema:
        """An object that has no other properties."""
        return {
            "type": "object",
            "properties": {
                key: {"description": field.purpose, **field.kind.schema()} for key, field in self.fields.items()
            },
            "required": [key for key, field in self.fields.items() if field.required],
            "additionalProperties": False,
        }
