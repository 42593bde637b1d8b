"""Pages in any dress come out with all they say."""

from textwrap import dedent

import pytest
from hypothesis import given, settings

from bot.bank.pages.page import Page, read_page
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language, Level
from tests.unit.bank.pages.models import Written, written


def page(sheet: str, *, before: str = "") -> Page:
    """A short English page with this cheat sheet."""
    head = "# What is a cache?\n\n## Junior Level\n\nA cache keeps what is needed again.\n\n"
    return read_page(head + dedent(before) + "## Interview Cheat Sheet\n\n" + dedent(sheet))


@given(written())
@settings(deadline=None, max_examples=50)
def test_every_bullet_comes_back_verbatim_and_in_order(page: Written) -> None:
    read = read_page(page.text)
    assert list(read.points) == page.sheet.points
    assert [flag.verbatim for flag in read.red_flags] == page.flag_bullets
    assert list(read.related) == page.sheet.related
    assert read.remarks == ()


@given(written())
@settings(deadline=None, max_examples=50)
def test_follow_ups_and_flags_come_back_split(page: Written) -> None:
    read = read_page(page.text)
    assert list(read.follow_ups) == page.sheet.follow_ups
    found = [(flag.claim, flag.correction.replace("(since 1.8)", "since 1.8")) for flag in read.red_flags]
    assert found == [(claim, right.replace("(since 1.8)", "since 1.8")) for claim, right in page.sheet.flags]


@given(written())
@settings(deadline=None, max_examples=50)
def test_title_language_and_levels_are_those_of_the_text(page: Written) -> None:
    read = read_page(page.text)
    assert (read.title, read.language) == (page.title, page.language)
    assert read.levels == dict(zip(Level, page.levels, strict=True))


@given(written(Language.UK), written(Language.RU))
@settings(deadline=None, max_examples=50)
def test_a_second_sheet_in_another_language_is_left_out_and_reported(page: Written, other: Written) -> None:
    second = other.text[other.text.index("## ", other.text.rindex(other.levels[2])) :]
    read = read_page(f"{page.text}\n\n{second}")
    assert list(read.points) == page.sheet.points
    assert list(read.follow_ups) == page.sheet.follow_ups
    assert [remark.text[:25] for remark in read.remarks] == ["another cheat sheet (ru) "]


def test_of_two_sheets_under_one_heading_that_in_the_pages_language_is_kept() -> None:
    read = page("""
        **Обязательно знать:**
        - Кэш хранит записи

        **Красные флаги:**
        - «Кэш вечный» — нет, его чистят

        **Must know:**
        - A cache keeps entries
    """)
    assert read.language is Language.EN
    assert read.points == ("A cache keeps entries",)
    assert read.red_flags == ()
    assert [remark.text for remark in read.remarks] == [
        "another cheat sheet (ru) is left out: 1 must-know points, 1 red flags"
    ]


def test_the_only_sheet_is_kept_though_in_another_language_and_that_is_reported() -> None:
    read = page("**Обязательно знать:**\n- Кэш хранит записи, чтобы быстрее читать")
    assert (read.language, len(read.points)) == (Language.EN, 1)
    assert [remark.text for remark in read.remarks] == ["the page is written in en, its cheat sheet in ru"]


def test_wrapped_lines_are_joined_and_nested_bullets_are_points_of_their_own() -> None:
    read = page("""
        **Must know:**
        - A cache keeps
          what is needed
        again
        - Two kinds:
          - near
            the reader
          * far from it

        - After a blank line
    """)
    assert read.points == (
        "A cache keeps what is needed again",
        "Two kinds:",
        "near the reader",
        "far from it",
        "After a blank line",
    )


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "1.", "2)", "- [ ]", "- [x]", ">  -", "–"])
def test_list_marks_are_no_part_of_a_bullet(mark: str) -> None:
    assert page(f"**Must know:**\n{mark} `a - b` is **bold**\n{mark} 2 + 2").points == ("`a - b` is **bold**", "2 + 2")


def test_an_emoji_in_place_of_a_mark_belongs_to_the_text() -> None:
    read = page("**Must know:**\n✅ Fast\n✅ Small\n\n**Red flags:**\n❌ Caches are endless — no\n")
    assert read.points == ("✅ Fast", "✅ Small")
    assert [(flag.claim, flag.verbatim) for flag in read.red_flags] == [
        ("Caches are endless", "❌ Caches are endless — no")
    ]


def test_what_looks_like_a_bullet_in_code_is_none() -> None:
    read = page("""
        **Must know:**
        - A list in YAML:
          ```yaml
          - name: a
          **Red flags:**
          ```
        - Another
    """)
    assert read.points == ("A list in YAML:", "Another")
    assert Part.RED_FLAGS in read.lacks
    assert [remark.text for remark in read.remarks] == ["code left out: A list in YAML:"]


def test_code_under_an_answer_is_part_of_it() -> None:
    read = page(
        "**Follow-up questions:**\n- How to clear it?\n  Call it:\n  ```java\n  - clear();\n  ```\n**Must know:**\n- a"
    )
    assert read.follow_ups == (("How to clear it?", "Call it: \n  ```java\n  - clear();\n  ```"),)


@pytest.mark.parametrize(
    "sheet",
    [
        "- Why?\n  - Because",
        "- Why?\n\n  Because",
        "- **Q:** Why?\n  **A:** Because",
        "1. *Why?*\n   → Because",
        "**Q: Why?**\nA: Because",
        "### Why?\nBecause",
        "### Why?\n- Because",
        "Why?\nBecause",
        "- Why?\n→ Because",
        "| Question | Answer |\n|---|---|\n| Why? | Because |",
        "- On caches:\n  - Why? — Because",
        "- Why?\n\nBecause",
    ],
)
def test_an_answer_may_stand_in_many_places(sheet: str) -> None:
    read = page(f"**Must know:**\n- a\n\n**Follow-up questions:**\n{sheet}\n\n**Red flags:**\n- b")
    assert read.follow_ups == (("Why?", "Because"),)
    assert read.remarks == ()


def test_a_question_without_answer_is_reported() -> None:
    read = page("**Must know:**\n- a\n**Follow-ups:**\n- Why? — Because\n- When?")
    assert read.follow_ups == (("Why?", "Because"),)
    assert [(remark.line, remark.text) for remark in read.remarks] == [(13, "no answer found: When?")]


def test_a_correction_may_be_nested_or_a_line_of_its_own() -> None:
    read = page('**Must know:**\n- a\n**Red flags:**\n- "Endless"\n  - it is not\n\n❌ Slow\n✅ It is fast')
    assert [(flag.claim, flag.correction) for flag in read.red_flags] == [
        ("Endless", "it is not"),
        ("Slow", "It is fast"),
    ]


def test_lines_without_marks_are_a_list_if_none_has_one() -> None:
    read = page("**Must know:**\nA cache keeps\nwhat is needed\nIt is small\n\n**Red flags:**\n- b")
    assert read.points == ("A cache keeps what is needed", "It is small")


def test_paragraphs_between_bullets_are_reported_not_taken_for_points() -> None:
    read = page("**Must know:**\n\nBe brief here.\n\n- A cache keeps\n\nAnd smile.")
    assert read.points == ("A cache keeps",)
    assert [remark.text for remark in read.remarks] == ["not understood: Be brief here.", "not understood: And smile."]


def test_a_part_that_is_unknown_is_reported_line_by_line() -> None:
    read = page("**Must know:**\n- a\n\n**Anecdote:**\n- once upon a time\n\n**Red flags:**\n- b")
    assert (read.points, len(read.red_flags)) == (("a",), 1)
    assert [remark.text for remark in read.remarks] == [
        "not understood: **Anecdote:**",
        "not understood: once upon a time",
    ]


def test_a_list_may_be_grouped_by_level() -> None:
    read = page("**Must know:**\n\n**Junior:**\n- a\n\n**Senior:**\n- b\n\n**Red flags:**\n- c")
    assert (read.points, read.remarks) == (("a", "b"), ())


def test_bullets_under_no_label_are_the_must_know_list_if_there_is_no_other() -> None:
    assert page("- a\n- b\n\n**Red flags:**\n- c").points == ("a", "b")
    named = page("- a\n\n**Must know:**\n- b")
    assert named.points == ("b",)
    assert [remark.text for remark in named.remarks] == ["not understood: a"]


def test_labels_may_be_headings_of_any_depth_or_begin_a_line() -> None:
    read = page(
        "## 1. Must know\n- a\n### 🚩 Red flags\n- b\n\n**Related topics:** [[A]], [B](b.md)\n\n## Sources\n\n- me"
    )
    assert (read.points, len(read.red_flags), read.related) == (("a",), 1, ("A", "B"))
    assert [remark.text for remark in read.remarks] == ["section not taken over: Sources"]


def test_a_sheet_needs_no_heading_if_its_labels_are_plain() -> None:
    read = read_page(
        "# T\n\n## Junior\n\nKey points of it\n\n## Senior\n\nx\n\n**Must know:**\n- a\n\n**Red flags:**\n- b"
    )
    assert (read.points, len(read.red_flags), read.levels[Level.SENIOR]) == (("a",), 1, "x")


def test_key_points_inside_a_levels_text_stay_there() -> None:
    read = page("**Must know:**\n- a", before="### Key points\n\n- b\n\n### Typical mistakes\n\n- c\n\n")
    assert read.points == ("a",)
    assert "- b" in read.levels[Level.JUNIOR]
    assert "- c" in read.levels[Level.JUNIOR]


def test_what_precedes_the_levels_belongs_to_the_lowest_and_repeated_levels_are_joined() -> None:
    read = read_page(
        "# T\n\nIntro.\n\n## Middle level\n\nOne.\n\n### Senior engineers\n\nTwo.\n\n---\n\n## Middle level\n\nThree."
    )
    assert read.levels == {Level.MIDDLE: "Intro.\n\n\nOne.\n\n### Senior engineers\n\nTwo.\n\n---\n\n\nThree."}


def test_a_page_without_levels_gives_its_text_to_the_lowest() -> None:
    read = read_page("# T\n\nAll of it.\n\n## Cheat sheet\n\n**Must know:**\n- a")
    assert read.levels == {Level.JUNIOR: "All of it."}
    assert [remark.text for remark in read.remarks] == ["no sections for levels"]


def test_plain_text_states_its_numbers_and_has_levels_and_lists_without_marks() -> None:
    read = read_page(
        dedent("""\
        Question 7 · Section 12

        What is a “cache”?

        Language versions: English Russian Ukrainian

        Junior Level

        Keeps things.

        # a comment in code

        Senior Level

        Invalidation is hard.

        Interview Cheat Sheet

        Must know:

          • it’s fast
          • it’s small

        Frequent follow-up questions:

          • “Why?” — Because

        Red flags (DO NOT say):

          • “Endless” (it is not)

        Related topics:

          • [[Memory]] — where it lives
    """)
    )
    assert (read.section, read.number, read.title) == (12, 7, "What is a “cache”?")
    assert read.levels == {
        Level.JUNIOR: "Keeps things.\n\n# a comment in code",
        Level.SENIOR: "Invalidation is hard.",
    }
    assert read.points == ("it’s fast", "it’s small")
    assert read.follow_ups == (("Why?", "Because"),)
    assert [(flag.claim, flag.correction) for flag in read.red_flags] == [("Endless", "it is not")]
    assert read.related == ("Memory",)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# 5. What is it?", "What is it?"),
        ("# 🎯 **What is it?**", "What is it?"),
        ("# Вопрос 5. Что это?", "Что это?"),
        ("# 401 vs 403", "401 vs 403"),
        ("# What is `List.of()`? #", "What is `List.of()`?"),
        ("---\ntags: [a]\n---\n[[00. Index]] | [[2. Next]]\n\n# What is it?", "What is it?"),
        ("What is it?", "What is it?"),
    ],
)
def test_the_title_is_the_heading_without_number_and_ornament(heading: str, title: str) -> None:
    assert read_page(f"{heading}\n\n## Junior Level\n\nx\n\n## Cheat Sheet\n\n**Must know:**\n- a").title == title


@given(written())
@settings(deadline=None, max_examples=30)
def test_line_ends_and_byte_order_mark_change_nothing(page: Written) -> None:
    assert read_page("\ufeff" + page.text.replace("\n", "\r\n")) == read_page(page.text)


def test_a_text_that_is_no_page_is_read_as_nothing() -> None:
    for text in ("", "\n\n", "# T", "```\n- a", "- a\n- b", "|a|b|\n|-|-|", "**Must know:**"):
        assert read_page(text).points == ()


def test_an_overlong_item_is_reported_not_taken() -> None:
    read = page("**Must know:**\n- a\n- " + "x" * 5000)
    assert read.points == ("a",)
    assert read.remarks[0].text.startswith("not understood: xxx")
    assert len(read.remarks[0].text) < 120
