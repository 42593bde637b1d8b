"""Telegram's HTML as styled text, so that it can be measured, cut and put together again without a broken tag."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape as _escape
from html.parser import HTMLParser
from itertools import groupby, takewhile

_CODE = ("pre", "code")
_KNOWN = frozenset(
    ("a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote", "tg-spoiler")
)
"""Tags of the Bot API's HTML style that we write; any other is shown as typed."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An open tag; `attributes` as written, with a space before them."""

    name: str
    attributes: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text under the same tags, outermost first."""

    text: str
    tags: tuple[Tag, ...] = ()


def escape(text: str) -> str:
    """Text made safe between tags and in quoted attributes."""
    return _escape(text, quote=True).replace("&#x27;", "'")


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def clip(text: str, limit: int) -> str:
    """Words on one line, cut at a space with an ellipsis when there are more than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head[limit // 2 :] else head}…"


def parse(html: str) -> tuple[Run, ...]:
    """Styled text of HTML; inside code no other style is kept but a surrounding quotation, as Telegram demands."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _merge(Run(run.text, _legal(run.tags)) for run in reader.runs)


def serialise(runs: Iterable[Run]) -> str:
    """HTML of styled text: balanced, properly nested, everything escaped."""
    parts: list[str] = []
    open_tags: tuple[Tag, ...] = ()
    for run in runs:
        common = len(tuple(takewhile(lambda pair: pair[0] == pair[1], zip(open_tags, run.tags, strict=False))))
        parts += [f"</{tag.name}>" for tag in reversed(open_tags[common:])]
        parts += [f"<{tag.name}{tag.attributes}>" for tag in run.tags[common:]]
        parts.append(escape(run.text))
        open_tags = run.tags
    parts += [f"</{tag.name}>" for tag in reversed(open_tags)]
    return "".join(parts)


def cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The styled text from character `start` up to `end`."""
    kept: list[Run] = []
    position = 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        if text:
            kept.append(Run(text, run.tags))
        position += len(run.text)
    return tuple(kept)


def plain_text(html: str) -> str:
    """The words alone, for when styled text cannot be sent."""
    return "".join(run.text for run in parse(html))


def _merge(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(
        Run("".join(run.text for run in group), tags)
        for tags, group in groupby((run for run in runs if run.text), key=lambda run: run.tags)
    )


def _legal(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    quotation = tuple(tag for tag in tags if tag.name == "blockquote")[:1]
    code = tuple(tag for tag in tags if tag.name in _CODE)
    if code:
        return quotation + code
    # The same tag twice, one in the other, says nothing more and is refused for quotations.
    styles = {tag.name: tag for tag in reversed(tags) if tag.name != "blockquote"}
    return quotation + tuple(reversed(styles.values()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._open: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _KNOWN:
            self.handle_data(self.get_starttag_text() or "")
            return
        written = "".join(f' {name}="{escape(value)}"' if value is not None else f" {name}" for name, value in attrs)
        self._open.append(Tag(tag, written))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's
        self.handle_data(self.get_starttag_text() or f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _KNOWN:
            self.handle_data(f"</{tag}>")
        elif any(item.name == tag for item in self._open):
            while self._open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, tuple(self._open)))
