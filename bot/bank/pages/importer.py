"""Pages in, bank out: which pages are questions, and which are the same question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from bot.bank.document import FileRefusedError
from bot.bank.pages.build import make_question, make_topics
from bot.bank.pages.naming import Numbered, file_name, is_navigator, page_id, section_of, slug
from bot.bank.pages.page import Page, Remark, read_page
from bot.bank.pages.report import PageReport, Status
from bot.bank.pages.sources import Source, find_sources
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language
from bot.domain.question import Bank

ALIKE: Final = 90
"""Likeness of titles (0-100, rapidfuzz ratio) from which pages of equal number are one question: a slip or two."""


@dataclass(frozen=True, slots=True)
class Import:
    """The bank made, and what became of each page, in the order of the pages."""

    bank: Bank
    reports: tuple[PageReport, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A page that is a question, with what its place says about it."""

    id: str
    language: Language
    section: Numbered
    source: Source
    page: Page

    @property
    def key(self) -> tuple[str, Language]:
        """What must be unique in a bank."""
        return self.id, self.language

    def same_as(self, other: "_Candidate") -> bool:
        """Whether both are versions of one question: like titles, or half of the points equal."""
        common = len(set(self.page.points) & set(other.page.points))
        smaller = min(len(self.page.points), len(other.page.points))
        return fuzz.ratio(self.page.title.lower(), other.page.title.lower()) >= ALIKE or 2 * common >= smaller


def import_pages(paths: Sequence[Path]) -> Import:
    """Import all pages under these paths; raises BankError for a path that is not there, and for nothing else.

    Of pages with the same question in the same language the one least deep in its folder is kept.
    """
    read = [_read(source) for source in find_sources(paths)]
    settled = list(_settled(result for result in read if isinstance(result, _Candidate)))
    kept = sorted((page for page, report in settled if report.status is Status.IMPORTED), key=lambda page: page.key)
    topics = make_topics((page.section, page.language) for page in kept)
    questions = {
        page.key: make_question(page.page, *page.key, topics[page.section.id].id, page.source.name) for page in kept
    }
    reports = [result for result in read if isinstance(result, PageReport)] + [report for _, report in settled]
    return Import(
        bank=Bank(questions, {topic.id: topic for topic in sorted(topics.values(), key=lambda topic: topic.id)}),
        reports=tuple(sorted(reports, key=lambda report: (report.source, str(report.language)))),
    )


def _read(source: Source) -> _Candidate | PageReport:
    """The page if it is a question, else the report that says why not."""
    try:
        page = read_page(source.text())
    except FileRefusedError as refusal:
        return PageReport(source.name, Status.UNREADABLE, remarks=(Remark(refusal.line, refusal.reason),))
    except Exception as error:  # noqa: BLE001 -- a page that the reader trips over must not stop the others
        return PageReport(source.name, Status.UNREADABLE, remarks=(Remark(0, f"the importer failed: {error!r}"),))
    navigator = is_navigator(source.path) and {Part.FOLLOW_UPS, Part.RED_FLAGS} <= set(page.lacks)
    if not page.points or page.language is None or navigator:
        status = Status.NAVIGATOR if navigator else Status.NO_LIST
        return PageReport(source.name, status, language=page.language, lacks=page.lacks, remarks=page.remarks)
    file = file_name(source.path)
    section = section_of(source.path, source.root) or Numbered(page.section, "")
    titled = page if page.title else replace(page, title=file.name or source.name)
    number = page.number if file.number is None else file.number
    return _Candidate(page_id(section, number, titled.title), page.language, section, source, titled)


def _settled(candidates: Iterable[_Candidate]) -> Iterator[tuple[_Candidate, PageReport]]:
    """All of them with their report; another question with a number already given gets a longer id."""
    kept: dict[tuple[str, Language], _Candidate] = {}
    for candidate in candidates:
        first = kept.get(candidate.key)
        if first is None:
            kept[candidate.key] = candidate
            yield candidate, _report(candidate, Status.IMPORTED)
            continue
        renamed = replace(candidate, id=f"{candidate.id}-{slug(candidate.page.title)}".rstrip("-"))
        if candidate.same_as(first) or renamed.key in kept:
            remark = Remark(0, f"the same question as {first.source.name}")
            yield candidate, _report(candidate, Status.DUPLICATE, remark)
        else:
            kept[renamed.key] = renamed
            yield renamed, _report(renamed, Status.IMPORTED, Remark(0, f"has the number of {first.source.name}"))


def _report(candidate: _Candidate, status: Status, *notes: Remark) -> PageReport:
    page = candidate.page
    lists = (page.points, page.follow_ups, page.red_flags, page.related)
    return PageReport(
        source=candidate.source.name,
        status=status,
        id=candidate.id,
        language=candidate.language,
        counts={part: len(items) for part, items in zip(Part, lists, strict=True)},
        levels=tuple(page.levels),
        lacks=page.lacks,
        remarks=(*notes, *page.remarks),
    )
