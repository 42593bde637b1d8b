"""A page as lines: what is a heading, a bullet, code or plain text."""

import re
from dataclasses import dataclass
from enum import Enum

_FENCE = re.compile(r"\s{0,12}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_BOLD = re.compile(r"(\*\*\*?|__)(?:(?!\*\*|__).)+\1\s*:?")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$")
_TAG_ONLY = re.compile(r"\s*(?:</?[A-Za-z][^<>]{0,200}>\s*|<!--[^>]{0,400}-->\s*)+$")
_BULLET = re.compile(
    r"""
    (?P<indent>[ \t\xa0>]*)
    (?:
        (?:[-*+]|[•‣◦▪▫●○■□◆◇∙·⁃–—])(?:[ \t\xa0]+|$)   # the usual marks and those of renderings
      | -(?=[^\W\d_])                                    # a hyphen whose space was forgotten
      | \(?(?:\d{1,3}|[a-zа-яіїєґ])[.)](?:[ \t\xa0]+|$)  # 1.  2)  a)
    )
    (?:\[[ xX]\][ \t]+)?                                 # a task box
    """,
    re.VERBOSE,
)
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u203c\u2049]"
    "|[0-9#*]\ufe0f?\u20e3)[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
)
_LEADING_EMOJI = re.compile(rf"(?:{_EMOJI.pattern}\s*)+")
TAB = 4
"""Columns a tab is worth, as in CommonMark."""


class Shape(Enum):
    """What a line looks like."""

    BLANK = "blank"
    HEADING = "heading"
    BULLET = "bullet"
    ROW = "row"
    CODE = "code"
    RULE = "rule"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `number` from 1, `raw` as it stands, `text` without marks, `indent` in columns, a heading's `depth`.

    A bullet is `listed` if it has a list mark, and not if only an emoji makes it one.
    """

    number: int
    raw: str
    shape: Shape
    text: str
    indent: int = 0
    depth: int = 0
    listed: bool = False

    @property
    def bold(self) -> bool:
        """Whether all of the text is bold, as in headings of those who do not like headings."""
        return self.shape in {Shape.TEXT, Shape.BULLET} and bool(_BOLD.fullmatch(without_emoji(self.text)))

    @property
    def blank(self) -> bool:
        """Whether it parts paragraphs."""
        return self.shape in {Shape.BLANK, Shape.RULE}


def read_lines(text: str) -> list[Line]:
    """All lines of a page; what stands in a code fence is code whatever it looks like."""
    lines: list[Line] = []
    fence = ""
    for number, raw in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        mark = _FENCE.match(raw)
        if fence:
            lines.append(Line(number, raw, Shape.CODE, raw))
            if mark and mark[1].startswith(fence) and not raw[mark.end() :].strip(fence[0] + " \t"):
                fence = ""
        elif mark and "`" not in raw[mark.end() :]:
            fence = mark[1]
            lines.append(Line(number, raw, Shape.CODE, raw))
        else:
            lines.append(_classify(number, raw))
    return _without_front_matter(lines)


def _classify(number: int, raw: str) -> Line:
    if not raw.replace(">", "").strip() or _TAG_ONLY.match(raw):
        return Line(number, raw, Shape.BLANK, "")
    if heading := _HEADING.match(raw):
        text = raw[heading.end() :].strip().rstrip("#").rstrip()
        return Line(number, raw, Shape.HEADING, text, depth=len(heading[1]))
    if _RULE.match(raw):
        return Line(number, raw, Shape.RULE, "")
    if bullet := _BULLET.match(raw):
        return Line(number, raw, Shape.BULLET, raw[bullet.end() :].strip(), _columns(bullet["indent"]), listed=True)
    text = raw.strip(" \t\xa0>").strip()
    shape = Shape.ROW if text.startswith("|") and text.count("|") > 1 else Shape.TEXT
    if shape is Shape.TEXT and _EMOJI.match(text):
        shape = Shape.BULLET  # an emoji is a mark that belongs to the text
    return Line(number, raw, shape, text, _columns(raw[: len(raw) - len(raw.lstrip(" \t\xa0>"))]))


def _columns(indent: str) -> int:
    return len(indent.replace(">", "").expandtabs(TAB))


def _without_front_matter(lines: list[Line]) -> list[Line]:
    """Lines after the YAML block that some editors put before the page."""
    if lines and lines[0].raw.strip() == "---":
        for index, line in enumerate(lines[1:40], 1):
            if line.raw.strip() in {"---", "..."}:
                return lines[index + 1 :]
    return lines


def without_emoji(text: str) -> str:
    """The text without emoji and the white space around it."""
    return _EMOJI.sub(" ", text).strip()


def without_leading_emoji(text: str) -> str:
    """The text without the emoji it begins with."""
    found = _LEADING_EMOJI.match(text)
    return text[found.end() :] if found else text


def cells(row: str) -> list[str]:
    """Cells of a table row; none of the line under the header."""
    found = [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
    return [] if all(re.fullmatch(r":?-+:?", cell) for cell in found) else found
