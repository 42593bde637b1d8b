"""One page read: everything a question needs, and remarks on what could not be read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.bank.pages.language import language_of
from bot.bank.pages.lines import Line, Shape, read_lines
from bot.bank.pages.outline import Outline, Region, outline
from bot.bank.pages.sheet import Item, Sheet, follow_ups, points, read_sheet, red_flags, related
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language, Level

QUOTED: Final = 80
"""Characters of a line quoted in a remark."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was not taken over as it stands, at line `line` (0: the page as a whole)."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag with claim and correction split, and the bullet as it stands."""

    claim: str
    correction: str
    verbatim: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; `section` and `number` are those it states itself; `lacks` are lists it does not have."""

    title: str
    language: Language | None
    section: int | None
    number: int | None
    levels: dict[Level, str]
    points: tuple[str, ...]
    follow_ups: tuple[tuple[str, str], ...]
    red_flags: tuple[Flag, ...]
    related: tuple[str, ...]
    lacks: tuple[Part, ...]
    remarks: tuple[Remark, ...]


def read_page(text: str) -> Page:
    """Read a page of Markdown or of its plain-text rendering."""
    plan = outline(read_lines(text))
    levels, remarks = _levels(plan)
    sheets = [sheet for region in plan.regions if region.sheet for sheet in _sheets(region)]
    spoken = language_of("\n".join([plan.title, *_said(plan, sheets=not levels)]))
    chosen = _chosen(sheets, spoken)
    parts = _merged(chosen)
    questions = tuple(follow_ups(parts.get(Part.FOLLOW_UPS, ())))
    return Page(
        title=plan.title,
        language=spoken or (chosen[0].language if chosen else None),
        section=plan.section,
        number=plan.number,
        levels=levels,
        points=tuple(text for _, text in points(parts.get(Part.MUST_KNOW, ()))),
        follow_ups=tuple((question, answer) for _, question, answer in questions if question and answer),
        red_flags=tuple(Flag(*flag) for _, *flag in red_flags(parts.get(Part.RED_FLAGS, ()))),
        related=tuple(dict.fromkeys(related(parts.get(Part.RELATED, ())))),
        lacks=tuple(part for part in Part if not parts.get(part)),
        remarks=(
            *remarks,
            *_other_sheets(sheets, chosen, spoken),
            *(Remark(line, f"no answer found: {_quoted(asked)}") for line, asked, answer in questions if not answer),
            *_unread(plan, chosen, parts),
        ),
    )


def _levels(plan: Outline) -> tuple[dict[Level, str], list[Remark]]:
    """Texts by level; what precedes the first one belongs to it."""
    texts: dict[Level, list[Line]] = {}
    for region in plan.regions:
        if region.level is not None:
            texts.setdefault(region.level, []).extend(region.lines)
    if plan.lead and any(not line.blank for line in plan.lead):
        lowest = min(texts, default=Level.JUNIOR)
        texts[lowest] = [*plan.lead, *texts.get(lowest, [])]
    remarks = [] if any(region.level for region in plan.regions) else [Remark(0, "no sections for levels")]
    said = {level: _prose(lines) for level, lines in sorted(texts.items())}
    return {level: text for level, text in said.items() if text}, remarks


def _prose(lines: Sequence[Line]) -> str:
    """The lines as they stand, without blank lines and rules around them."""
    kept = [index for index, line in enumerate(lines) if not line.blank]
    return "\n".join(line.raw.rstrip() for line in lines[kept[0] : kept[-1] + 1]).strip("\n") if kept else ""


def _said(plan: Outline, *, sheets: bool) -> Iterator[str]:
    """Lines of running text, with or without those of cheat sheets."""
    for lines in (plan.lead, *(region.lines for region in plan.regions if sheets or not region.sheet)):
        yield from (line.text for line in lines if line.shape is not Shape.CODE)


def _sheets(region: Region) -> list[Sheet]:
    start = region.heading.number if region.heading else 0
    return read_sheet(region.lines, start)


def _chosen(sheets: Sequence[Sheet], spoken: Language | None) -> list[Sheet]:
    """Sheets in the page's language, else all in the language of the first that has a must-know list."""
    full = [sheet for sheet in sheets if sheet.parts.get(Part.MUST_KNOW)]
    fitting = [sheet for sheet in full if sheet.language is spoken]
    language = spoken if fitting else full[0].language if full else None
    return [sheet for sheet in sheets if full and sheet.language is language]


def _merged(sheets: Iterable[Sheet]) -> dict[Part, list[Item]]:
    """Lists of all sheets, one after the other, without items that come again word for word."""
    parts: dict[Part, list[Item]] = {}
    for sheet in sheets:
        for part, items in sheet.parts.items():
            known = {item.text for item in parts.get(part, ())}
            parts.setdefault(part, []).extend(item for item in items if item.text not in known)
    return parts


def _other_sheets(sheets: Sequence[Sheet], chosen: Sequence[Sheet], spoken: Language | None) -> Iterator[Remark]:
    if chosen and spoken is not None and chosen[0].language is not spoken:
        yield Remark(chosen[0].line, f"the page is written in {spoken}, its cheat sheet in {chosen[0].language}")
    for sheet in sheets:
        if sheet not in chosen and any(sheet.parts.values()):
            found = ", ".join(f"{len(items)} {part.value}" for part, items in sheet.parts.items())
            yield Remark(sheet.line, f"another cheat sheet ({sheet.language}) is left out: {found}")


def _unread(plan: Outline, sheets: Iterable[Sheet], parts: dict[Part, list[Item]]) -> Iterator[Remark]:
    for region in plan.regions:
        if (
            region.level is None
            and not region.sheet
            and region.heading
            and any(not line.blank for line in region.lines)
        ):
            yield Remark(region.heading.number, f"section not taken over: {_quoted(region.heading.text)}")
    for sheet in sheets:
        for line in sheet.stray:
            yield Remark(line.number, f"not understood: {_quoted(line.text or line.raw)}")
    for item in [*parts.get(Part.MUST_KNOW, ()), *parts.get(Part.RED_FLAGS, ())]:
        if item.code or any(nested.code for nested in item.nested):
            yield Remark(item.line, f"code left out: {_quoted(item.text)}")


def _quoted(text: str) -> str:
    short = text.strip()
    return short if len(short) <= QUOTED else f"{short[: QUOTED - 1]}…"
