"""What became of each page, for people and for scripts."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bot.bank.pages.page import Remark
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language, Level


class Status(Enum):
    """What became of a page."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate, left out"
    NAVIGATOR = "navigator, no question"
    NO_LIST = "no must-know list, left out"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page: `counts` of the items found, levels with a text, lists it lacks, and remarks line by line."""

    source: str
    status: Status
    id: str = ""
    language: Language | None = None
    counts: Mapping[Part, int] = field(default_factory=dict)
    levels: Sequence[Level] = ()
    lacks: Sequence[Part] = ()
    remarks: Sequence[Remark] = ()

    @property
    def incomplete(self) -> bool:
        """Whether anything is missing or was not understood."""
        return bool(self.lacks or self.remarks or len(self.levels) < len(Level))


def summary(reports: Iterable[PageReport]) -> Iterator[str]:
    """Lines with how many pages became what, in each language, and how many items came out."""
    reports = list(reports)
    imported = [report for report in reports if report.status is Status.IMPORTED]
    languages = Counter(str(report.language) for report in imported)
    items = Counter[Part]()
    for report in imported:
        items.update(report.counts)
    yield f"pages: {len(reports)}"
    for status in Status:
        if number := sum(report.status is status for report in reports):
            yield f"  {status.value}: {number}" + (_listed(languages) if status is Status.IMPORTED else "")
    yield f"  incomplete: {sum(report.incomplete for report in imported)}"
    yield f"items: {items.total()}" + _listed({part.value: items[part] for part in Part})


def attention(reports: Iterable[PageReport]) -> Iterator[str]:
    """A line for each page that was not read, or not all of it."""
    for report in reports:
        if report.status in {Status.UNREADABLE, Status.NO_LIST} or (
            report.status is Status.IMPORTED and report.incomplete
        ):
            yield f"{report.source}: {'; '.join(line.removeprefix('- ') for line in _page_lines(report))}"


def _listed(counts: Mapping[str, int]) -> str:
    return f" ({', '.join(f'{name} {number}' for name, number in sorted(counts.items()))})" if counts else ""


def as_markdown(reports: Sequence[PageReport]) -> str:
    """The whole report as Markdown: summary, then page by page, those that need a look first."""
    lines = ["# Import of pages", "", "```", *summary(reports), "```", ""]
    for report in sorted(reports, key=lambda report: (report.status is Status.IMPORTED, not report.incomplete)):
        lines += [f"## {report.source}", "", *_page_lines(report), ""]
    return "\n".join(lines)


def _page_lines(report: PageReport) -> Iterator[str]:
    named = f" as {report.id} ({report.language})" if report.id else ""
    yield f"- {report.status.value}{named}"
    if report.counts:
        yield f"- found: {', '.join(f'{number} {part.value}' for part, number in report.counts.items())}"
    if report.lacks and report.status is Status.IMPORTED:
        yield f"- lacks: {', '.join(part.value for part in report.lacks)}"
    if report.status is Status.IMPORTED and len(report.levels) < len(Level):
        yield f"- lacks texts for: {', '.join(level.key for level in Level if level not in report.levels)}"
    for remark in report.remarks:
        yield f"- line {remark.line}: {remark.text}" if remark.line else f"- {remark.text}"


def as_json_lines(reports: Iterable[PageReport]) -> str:
    """The whole report, one JSON object a page."""
    return "".join(json.dumps(_record(report), ensure_ascii=False) + "\n" for report in reports)


def _record(report: PageReport) -> dict[str, object]:
    return {
        "source": report.source,
        "status": report.status.name.lower(),
        "id": report.id,
        "language": report.language,
        "counts": {part.name.lower(): number for part, number in report.counts.items()},
        "levels": [level.key for level in report.levels],
        "lacks": [part.name.lower() for part in report.lacks],
        "remarks": [{"line": remark.line, "text": remark.text} for remark in report.remarks],
    }
