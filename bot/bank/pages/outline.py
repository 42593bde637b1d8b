"""The plan of a page: its title, and which lines are level texts and which are cheat sheets."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.bank.pages.inline import unwrap
from bot.bank.pages.labels import Label, begins_as_sheet, is_sheet, is_unmistakable, label_of, level_of
from bot.bank.pages.lines import TAB, Line, Shape, without_emoji
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Level

BOLD_RANK: Final = 7
PLAIN_RANK: Final = 8
"""Ranks of what serves as a heading: 1-6 are Markdown's own, then bold lines, then lines that stand alone."""

MAX_HEADING: Final = 120
"""Longest line taken for a heading."""

MAX_TITLE: Final = 300
"""Longest line taken for a title."""

_KINDS: Final = {
    **dict.fromkeys(("question", "вопрос", "питання", "запитання"), "question"),
    **dict.fromkeys(("section", "раздел", "розділ", "тема", "topic"), "section"),
}
_NUMBERED = re.compile(rf"(?P<word>{'|'.join(_KINDS)})\s*[№#]?\s*(?P<number>\d{{1,4}})\b", re.IGNORECASE)
_META = re.compile(
    r"(?:language versions?|other languages|языковые версии|языки|другие языки|мовні версії|мови|інші мови)\b.{0,80}"
    r"|(?:(?:!?\[\[?[^\]\n]{1,200}\]?\](?:\([^)\n]{0,300}\))?)[\s|·•/,←→-]*)+",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:(?:question|вопрос|питання|запитання|q)\s*№?\s*\d{1,3}\b\s*[.:)—–-]*|\d{1,3}(?:\.\d{1,3})*[.)])\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that belong together: of a level, of a cheat sheet, or (both None and False) of neither."""

    lines: tuple[Line, ...]
    heading: Line | None = None
    level: Level | None = None
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A page taken apart; `section` and `number` are those it states itself, the lead is what precedes the regions."""

    title: str
    lead: tuple[Line, ...]
    regions: tuple[Region, ...]
    section: int | None = None
    number: int | None = None


def rank_of(lines: Sequence[Line], index: int) -> int | None:
    """Rank of the line as a heading, None when it is none."""
    line = lines[index]
    if (
        len(line.text) > MAX_HEADING
        or line.shape not in {Shape.HEADING, Shape.TEXT, Shape.BULLET}
        or line.indent >= TAB
    ):
        return None
    if line.depth:
        return line.depth
    if line.listed:
        return None
    if line.bold:
        return BOLD_RANK
    apart = index == 0 or lines[index - 1].blank or bool(lines[index - 1].depth)
    return PLAIN_RANK if apart else None


def label_at(lines: Sequence[Line], index: int) -> Label | None:
    """Label of a cheat sheet's list that the line is, None when it is something else."""
    line = lines[index]
    if len(line.text) > MAX_HEADING:
        return None
    rank = rank_of(lines, index)
    decorated = line.bold or bool(line.depth) or line.text.rstrip("*_ ").endswith(":")
    if rank is None and line.shape is Shape.BULLET:
        following = lines[index + 1] if index + 1 < len(lines) else None
        opens_list = following is not None and following.shape is Shape.BULLET and following.indent > line.indent
        return label_of(line.text) if decorated and opens_list else None
    if rank is None and not (decorated and line.shape is Shape.TEXT):
        return None
    return label_of(line.text, decorated=decorated)


def outline(lines: Sequence[Line]) -> Outline:
    """Plan of the page."""
    levels = _level_starts(lines)
    starts = dict(sorted((levels | _sheet_starts(lines, levels)).items()))
    first = next(iter(starts), len(lines))
    title = _title_index(lines[:first])
    head = [line for index, line in enumerate(lines[:first]) if index != title]
    numbers = _numbers(line.text for line in lines[: min(first, 10)])
    return Outline(
        title="" if title is None else clean_title(lines[title].text),
        lead=tuple(line for line in head if not _is_meta(line)),
        regions=tuple(_regions(lines, starts)),
        section=numbers.get("section"),
        number=numbers.get("question"),
    )


def clean_title(text: str) -> str:
    """A title without emoji, emphasis and the number in front."""
    title = without_emoji(unwrap(without_emoji(text)))
    ordinal = _ORDINAL.match(title)
    return unwrap(title[ordinal.end() :] if ordinal else title)


def _level_starts(lines: Sequence[Line]) -> dict[int, Level | None]:
    """Headings of levels: those of the rank that names most levels, and of other ranks for levels not among them.

    Where a page has Markdown headings for levels, bold words are none.
    """
    found: dict[int, dict[int, Level]] = {}
    for index in range(len(lines)):
        rank = rank_of(lines, index)
        level = None if rank is None else level_of(lines[index].text)
        if rank is not None and level is not None:
            found.setdefault(rank, {})[index] = level
    starts: dict[int, Level | None] = {}
    for rank in sorted(
        [rank for rank in found if rank < BOLD_RANK] or found, key=lambda rank: (-len(set(found[rank].values())), rank)
    ):
        known = set(starts.values())
        starts |= {index: level for index, level in found[rank].items() if level not in known}
    return starts


def _sheet_starts(lines: Sequence[Line], levels: Collection[int]) -> dict[int, Level | None]:
    """Headings of cheat sheets, without those that no label follows; else the label that opens a sheet without one."""
    headings = [index for index in range(len(lines)) if rank_of(lines, index) is not None]
    labels = {index: label for index in range(len(lines)) if (label := label_at(lines, index))}
    headed = [index for index in headings if begins_as_sheet(lines[index].text)]
    used = [start for start, end in pairwise([*headed, len(lines)]) if any(start < index < end for index in labels)]
    if found := used or [index for index in headed if is_sheet(lines[index].text)]:
        return dict.fromkeys(found)
    sure = next((index for index in labels if is_unmistakable(lines[index].text)), None)
    if sure is None:
        return {}
    before = [index for index in labels if index < sure and not any(index < level < sure for level in levels)]
    opening = [index for index in before if labels[index].part is Part.MUST_KNOW]
    return {opening[-1] if opening else sure: None}


def _regions(lines: Sequence[Line], starts: Mapping[int, Level | None]) -> Iterator[Region]:
    """Regions from start to start; a cheat sheet ends earlier where a heading begins something else."""
    for start, end in pairwise([*starts, len(lines)]):
        level = starts[start]
        if level is not None:
            yield Region(tuple(lines[start + 1 : end]), lines[start], level)
            continue
        body = start if label_at(lines, start) else start + 1
        cut = _sheet_end(lines, start, end)
        yield Region(tuple(lines[body:cut]), lines[start], sheet=True)
        if cut < end:
            yield Region(tuple(lines[cut + 1 : end]), lines[cut])


def _sheet_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Index of the first heading as deep as the cheat sheet's or less, other than a label; `end` if there is none."""
    own = lines[start].depth
    ends = (index for index in range(start + 1, end) if 0 < lines[index].depth <= own and not label_at(lines, index))
    return next(ends, end)


def _title_index(lines: Sequence[Line]) -> int | None:
    """Index of the title: the first heading of rank 1, else of any rank, else the first line that says something."""
    short = [(index, line) for index, line in enumerate(lines) if line.text and len(line.text) <= MAX_TITLE]
    headings = [index for index, line in short if line.depth]
    if headings:
        return min(headings, key=lambda index: (lines[index].depth, index))
    return next((index for index, line in short if line.shape is Shape.TEXT and not _is_meta(line)), None)


def _is_meta(line: Line) -> bool:
    """Whether a line before the text is about the page: its numbers, its other languages, links to neighbours."""
    bare = without_emoji(line.text)
    return bool(_META.fullmatch(bare)) or (len(bare) <= MAX_HEADING and len(_numbers([bare])) > 1)


def _numbers(texts: Iterable[str]) -> dict[str, int]:
    """Numbers of the question and its section, where a short line names both."""
    for text in texts:
        found = {
            _KINDS[match["word"].lower()]: int(match["number"]) for match in _NUMBERED.finditer(text[:MAX_HEADING])
        }
        if len(found) > 1:
            return found
    return {}
