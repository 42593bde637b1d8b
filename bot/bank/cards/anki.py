"""Notes that Anki exported as plain text, with its `#key:value` lines (docs.ankiweb.net, "Text files")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.bank.cards.draft import Draft, read_text
from bot.bank.cards.markup import text_of
from bot.bank.cards.rows import read_rows
from bot.bank.problems import Sink

SEPARATORS: Final = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
_COLUMN_KEYS: Final[Sequence[str]] = ("guid column", "notetype column", "deck column", "tags column")
_CLOZE: Final = re.compile(r"\{\{c\d+::")
_SOUND: Final = re.compile(r"\[sound:[^\]]*\]")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the first lines say: values by key, and the columns, from 0, that hold no field of the note."""

    lines: int
    values: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, int] = field(default_factory=dict)
    delimiter: str = "\t"

    @property
    def html(self) -> bool:
        """Whether fields are HTML."""
        return self.values.get("html") == "true"


def read_anki(path: Path, sink: Sink) -> list[Draft]:
    """Cards of an export: the first field is the question, the second the answer, others are the explanation."""
    text = read_text(path, sink)
    if text is None:
        return []
    head = _head(text, sink)
    if head is None:
        return []
    body = "\n".join(text.split("\n")[head.lines :])
    rows = read_rows(body, head.delimiter, sink, first=head.lines + 1, comments=True)
    return list(_drafts(rows, head, sink))


def _head(text: str, sink: Sink) -> _Head | None:
    before, lines = sink.total, 0
    values: dict[str, str] = {}
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        lines += 1
        key, _, value = line[1:].partition(":")
        values[key.strip().lower()] = value if key.strip().lower() == "separator" else value.strip()
    delimiter = _delimiter(values.get("separator", "tab"), sink)
    columns = {key: _number(key, values[key], sink) for key in _COLUMN_KEYS if key in values}
    if values.get("html", "false") not in {"true", "false"}:
        sink.add(1, f"#html:{values['html'][:20]}", "Expected is true or false")
    return _Head(lines, values, columns, delimiter) if sink.total == before else None


def _delimiter(name: str, sink: Sink) -> str:
    mark = SEPARATORS.get(name.strip().lower(), name if name == "\t" else name.strip() or name)
    if len(mark) != 1 or mark in '\n"#':
        sink.add(1, f"#separator:{name.strip()[:20]}", f"Expected is one character or: {', '.join(SEPARATORS)}")
        return "\t"
    return mark


def _number(key: str, value: str, sink: Sink) -> int:
    if not (value.isascii() and value.isdigit() and 0 < int(value[:4]) < 1000):  # noqa: PLR2004 -- columns of a sheet
        sink.add(1, f"#{key}:{value[:20]}", "Expected is the number of a column")
        return 0
    return int(value) - 1


def _drafts(rows: Iterator[tuple[int, list[str]]], head: _Head, sink: Sink) -> Iterator[Draft]:
    for line, row in rows:
        special = {key: row[at] if at < len(row) else "" for key, at in head.columns.items()}
        fields = [cell for at, cell in enumerate(row) if at not in head.columns.values()]
        texts = [_text(cell, line, head, sink) for cell in fields]
        if len(texts) < 2:  # noqa: PLR2004 -- question and answer
            sink.add(line, f"{len(texts)} fields", "Expected are a question and an answer")
            continue
        question, answer, *more = texts
        yield Draft(
            line,
            question,
            (answer,) if answer else (),
            explanation="\n".join(filter(None, more)),
            topic=_topic(head, special),
            key=special.get("guid column", ""),
        )


def _topic(head: _Head, special: Mapping[str, str]) -> str:
    """The innermost deck, else the first tag."""
    deck = special.get("deck column") or head.values.get("deck", "")
    tags = special.get("tags column") or head.values.get("tags", "")
    return deck.rpartition("::")[2] or next(iter(tags.split()), "")


def _text(cell: str, line: int, head: _Head, sink: Sink) -> str:
    """A field as plain text; what is not text is refused."""
    if _CLOZE.search(cell):
        sink.add(line, "a cloze deletion", "Expected is a question in one field and its answer in another")
    if _SOUND.search(cell):
        sink.add(line, "a sound", "Expected is text alone")
    if not head.html:
        return cell
    text, picture = text_of(cell)
    if picture:
        sink.add(line, "a picture", "Expected is text alone")
    return text
