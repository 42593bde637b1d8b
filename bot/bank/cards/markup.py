"""HTML on cards as plain text."""

import re
from html.parser import HTMLParser
from typing import Final

_BREAKS: Final = frozenset(("br", "div", "p", "li", "ul", "ol", "tr", "pre", "hr", "h1", "h2", "h3", "blockquote"))
_PICTURES: Final = frozenset(("img", "svg", "video", "audio"))


def text_of(html: str) -> tuple[str, bool]:
    """The words, blocks and breaks being lines; and whether there was a picture or the like among them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return re.sub(r"[ \t]*\n\s*", "\n", "".join(reader.parts)).strip(), reader.picture


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.picture = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's
        self.picture = self.picture or tag in _PICTURES
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")
