"""Cheat sheets: lists under labels, item by item, verbatim."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.bank.pages.inline import answer_text, has_links, links, split_follow_up, split_red_flag
from bot.bank.pages.labels import Label, label_of, level_of
from bot.bank.pages.language import language_of
from bot.bank.pages.lines import Line, Shape, cells
from bot.bank.pages.outline import BOLD_RANK, label_at, rank_of
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language

MAX_ITEM: Final = 1500
"""Characters from which an item of a list is taken for something else: seven times the longest known."""

NESTED: Final = 2
"""Columns by which an item of an inner list stands further right."""

_REPLY_SIGNS: Final = "→⇒➜➡✅✔💡"
_INLINE_LABEL = re.compile(r"(?P<label>[^*_\w]{0,6}(?P<mark>\*\*|__)[^*_]{2,80}(?P=mark)\s*+:?+)\s*+(?P<rest>\S.*)")


@dataclass(slots=True)
class Item:
    """One item of a list: its text, what is nested in it, code under it; `marked` when it had a bullet."""

    line: int
    text: str
    indent: int = 0
    marked: bool = True
    nested: list["Item"] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """Lists of one cheat sheet by label, and lines that belong to none of them."""

    line: int
    parts: dict[Part, list[Item]] = field(default_factory=dict)
    languages: list[Language] = field(default_factory=list)
    stray: list[Line] = field(default_factory=list)

    @property
    def language(self) -> Language | None:
        """Language of the items, else of the labels."""
        text = "\n".join(item.text for items in self.parts.values() for item in items)
        by_label = max(self.languages, key=self.languages.count, default=None)
        return language_of(text) or by_label


def read_sheet(lines: Sequence[Line], start: int) -> list[Sheet]:
    """Sheets in these lines: one, or more when labels come again in another language."""
    reader = _Reader(start)
    for index, line in enumerate(lines):
        if inline := _inline_label(line):
            reader.open(inline[0], line)
            if not inline[1].text.startswith("("):
                reader.add(inline[1])
        elif label := label_at(lines, index):
            reader.open(label, line)
        elif rank_of(lines, index) in range(1, BOLD_RANK + 1) and not reader.takes_heading(line):
            if level_of(line.text) is None:  # a list may be grouped by level
                reader.close(line)
        else:
            reader.add(line)
    return reader.finish()


def _inline_label(line: Line) -> tuple[Label, Line] | None:
    """Label and the rest of a line such as `**Related:** [[A]], [[B]]`."""
    found = _INLINE_LABEL.fullmatch(line.text) if line.shape is Shape.TEXT and len(line.text) <= MAX_ITEM else None
    label = label_of(found["label"]) if found else None
    if found is None or label is None:
        return None
    return label, Line(line.number, found["rest"], Shape.BULLET, found["rest"])


class _Reader:
    """Puts lines under labels and items under each other."""

    def __init__(self, start: int) -> None:
        self._sheets = [Sheet(start)]
        self._labels: dict[Part, Label] = {}
        self._unlabelled: list[Item] = []
        self._begin(self._unlabelled)

    def _begin(self, items: list[Item] | None) -> None:
        """Add to this list from now on; None is for lines that belong to no list."""
        self._items = items
        self._outer: Item | None = None
        self._inner: Item | None = None
        self._apart = True
        self._marked = False

    def open(self, label: Label, line: Line) -> None:
        """Begin a list, in a new sheet when this one has such a list in another language."""
        known = self._labels.get(label.part)
        if known is not None and known.language is not label.language:
            self._sheets.append(Sheet(line.number))
            self._labels = {}
        self._labels[label.part] = label
        sheet = self._sheets[-1]
        sheet.languages.append(label.language)
        self._begin(sheet.parts.setdefault(label.part, []))

    def takes_heading(self, line: Line) -> bool:
        """Whether a line that looks like a heading is an item: a question, or one of a list without marks."""
        if self._items is None or self._items is self._unlabelled:
            return False
        heads = line.depth or self._marked or line.text.rstrip("*_ ").endswith(":")
        return _is_question(line.text) or not heads

    def close(self, line: Line) -> None:
        """End the list at a heading that is no label known."""
        self._begin(None)
        self._sheets[-1].stray.append(line)

    def add(self, line: Line) -> None:
        """Put a line where it belongs."""
        if line.blank or not line.text.strip():
            self._apart = True
            return
        if self._items is None or (line.shape is Shape.CODE and self._inner is None):
            self._sheets[-1].stray.append(line)
        elif line.shape is Shape.CODE and self._inner is not None:
            self._inner.code.append(line.raw)
        elif line.shape is Shape.ROW and not cells(line.text):
            del self._items[-1:]  # the header stands above the line
        elif self._inner is not None and self._continues(line, self._inner):
            self._inner.text = f"{self._inner.text} {line.text}"
        else:
            self._add_item(line, self._items)
        self._apart = False

    def _continues(self, line: Line, item: Item) -> bool:
        """Whether the line goes on with the item: no blank line between, and no new sentence unless it is indented."""
        if line.shape is not Shape.TEXT or self._apart:
            return False
        return item.marked or line.text[:1].islower()

    def _add_item(self, line: Line, items: list[Item]) -> None:
        item = Item(line.number, line.text, line.indent, marked=line.shape in {Shape.BULLET, Shape.ROW})
        if self._outer is not None and _belongs(line, self._outer):
            self._outer.nested.append(item)
        else:
            items.append(item)
            self._outer = item
        self._inner = item
        self._marked = self._marked or item.marked

    def finish(self) -> list[Sheet]:
        """All sheets; a list under no label is the must-know list of a sheet that has no other."""
        first = self._sheets[0]
        if Part.MUST_KNOW not in first.parts and any(item.marked for item in self._unlabelled):
            first.parts = {Part.MUST_KNOW: self._unlabelled, **first.parts}
        else:
            first.stray += map(_line_of, self._unlabelled)
        for sheet in self._sheets:
            for part, items in sheet.parts.items():
                sheet.stray += map(_line_of, _settle(part, items))
        return self._sheets


def _line_of(item: Item) -> Line:
    return Line(item.line, item.text, Shape.TEXT, item.text)


def _settle(part: Part, items: list[Item]) -> list[Item]:
    """Take out of the list, and return, what is no item of it: paragraphs between bullets, and what is far too long.

    A paragraph after a question that has no answer yet is the answer, and goes under it.
    """
    marked = any(item.marked for item in items)
    kept: list[Item] = []
    stray: list[Item] = []
    for item in items:
        question = kept[-1] if kept and part is Part.FOLLOW_UPS else None
        if len(item.text) > MAX_ITEM:
            stray.append(item)
        elif not item.marked and question is not None and _awaits_answer(question) and not _is_question(item.text):
            question.nested.append(item)
        elif marked and not item.marked and not (part is Part.RELATED and has_links(item.text)):
            stray.append(item)
        else:
            kept.append(item)
    items[:] = kept
    return stray


def _is_question(text: str) -> bool:
    return text.rstrip("*_ »”“\"'’`)").endswith("?")


def _awaits_answer(item: Item) -> bool:
    return not split_follow_up(item.text)[1]


def _belongs(line: Line, outer: Item) -> bool:
    """Whether a line stands under an item: further right, or a reply to it.

    A reply begins with a sign such as an arrow, or is a bullet after a question that was no bullet.
    """
    sign = line.text[:1]
    replies = not line.listed and sign in _REPLY_SIGNS and outer.text[:1] != sign
    answers = line.listed and not outer.marked and _is_question(outer.text) and "?" not in line.text
    return line.indent >= outer.indent + NESTED or replies or answers


def points(items: Iterable[Item]) -> Iterator[tuple[int, str]]:
    """Line and text of each must-know point, inner ones after the one they stand under."""
    for item in items:
        yield item.line, _as_text(item.text)
        yield from points(item.nested)


def follow_ups(items: Iterable[Item]) -> Iterator[tuple[int, str, str]]:
    """Line, question and answer of each follow-up; the answer is empty where none is found."""
    for item in items:
        question, answer = split_follow_up(item.text)
        inner = [split_follow_up(nested.text) for nested in item.nested]
        if "?" not in question and inner and all(asked.endswith("?") and reply for asked, reply in inner):
            yield from follow_ups(item.nested)  # the item was a heading
        else:
            yield item.line, question.strip(), " ".join(filter(None, [answer, *_inner_texts(item)])).strip()


def red_flags(items: Iterable[Item]) -> Iterator[tuple[int, str, str, str]]:
    """Line, claim, correction and the whole text of each red flag."""
    for item in items:
        claim, correction = split_red_flag(item.text)
        yield (
            item.line,
            claim.strip() or _as_text(item.text),
            " ".join(filter(None, [correction, *_inner_texts(item)])).strip(),
            _as_text(item.text),
        )


def _as_text(text: str) -> str:
    """The text of an item; a table's row without its lines."""
    return " — ".join(filter(None, cells(text))) if text.startswith("|") else text


def related(items: Iterable[Item]) -> Iterator[str]:
    """Titles of related pages."""
    for _, text in points(items):
        yield from links(text)


def _inner_texts(item: Item) -> Iterator[str]:
    """What stands under an item as running text, code in lines of its own."""
    for nested in item.nested:
        yield answer_text(nested.text)
        yield from _inner_texts(nested)
    if item.code:
        yield "\n" + "\n".join(item.code)
