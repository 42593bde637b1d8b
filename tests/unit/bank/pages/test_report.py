"""The report of an import, for people and for scripts."""

import json

from bot.bank.pages.page import Remark
from bot.bank.pages.report import PageReport, Status, as_json_lines, as_markdown, attention, summary
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language, Level

WHOLE = PageReport(
    source="4. Caching/1. A.md",
    status=Status.IMPORTED,
    id="s04-q01",
    language=Language.EN,
    counts={Part.MUST_KNOW: 7, Part.FOLLOW_UPS: 4, Part.RED_FLAGS: 3, Part.RELATED: 2},
    levels=tuple(Level),
)
PARTIAL = PageReport(
    source="4. Caching/2. B.md",
    status=Status.IMPORTED,
    id="s04-q02",
    language=Language.UK,
    counts={Part.MUST_KNOW: 1, Part.FOLLOW_UPS: 0, Part.RED_FLAGS: 0, Part.RELATED: 0},
    levels=(Level.JUNIOR,),
    lacks=(Part.FOLLOW_UPS,),
    remarks=(Remark(12, "not understood: hm"), Remark(0, "no sections for levels")),
)
BROKEN = PageReport(source="x.md", status=Status.UNREADABLE, remarks=(Remark(3, "not UTF-8"),))
REPORTS = (WHOLE, PARTIAL, BROKEN)


def test_the_summary_counts_pages_and_items() -> None:
    assert list(summary(REPORTS)) == [
        "pages: 3",
        "  imported: 2 (en 1, uk 1)",
        "  unreadable: 1",
        "  incomplete: 1",
        "items: 17 (follow-up questions 4, must-know points 8, red flags 3, related topics 2)",
    ]
    assert next(summary([])) == "pages: 0"


def test_only_what_was_not_read_whole_asks_for_attention() -> None:
    partial, broken = attention(REPORTS)
    assert partial == (
        "4. Caching/2. B.md: imported as s04-q02 (uk); "
        "found: 1 must-know points, 0 follow-up questions, 0 red flags, 0 related topics; lacks: follow-up questions; "
        "lacks texts for: middle, senior; line 12: not understood: hm; no sections for levels"
    )
    assert broken == "x.md: unreadable; line 3: not UTF-8"


def test_markdown_has_every_page_those_that_need_a_look_first() -> None:
    headings = [line for line in as_markdown(REPORTS).splitlines() if line.startswith("## ")]
    assert headings == ["## x.md", "## 4. Caching/2. B.md", "## 4. Caching/1. A.md"]
    assert "- line 12: not understood: hm" in as_markdown(REPORTS).splitlines()


def test_json_lines_have_everything() -> None:
    rows = [json.loads(line) for line in as_json_lines(REPORTS).splitlines()]
    assert [row["status"] for row in rows] == ["imported", "imported", "unreadable"]
    assert rows[1] == {
        "source": "4. Caching/2. B.md",
        "status": "imported",
        "id": "s04-q02",
        "language": "uk",
        "counts": {"must_know": 1, "follow_ups": 0, "red_flags": 0, "related": 0},
        "levels": ["junior"],
        "lacks": ["follow_ups"],
        "remarks": [{"line": 12, "text": "not understood: hm"}, {"line": 0, "text": "no sections for levels"}],
    }
