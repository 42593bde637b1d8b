"""Lines are told apart by their marks, and code is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.pages.lines import Shape, cells, read_lines, without_emoji, without_leading_emoji


@pytest.mark.parametrize(
    ("raw", "shape", "text", "indent"),
    [
        ("", Shape.BLANK, "", 0),
        (" > ", Shape.BLANK, "", 0),
        ("<details>", Shape.BLANK, "", 0),
        ("## A b ##", Shape.HEADING, "A b", 0),
        ("#tag", Shape.TEXT, "#tag", 0),
        ("---", Shape.RULE, "", 0),
        ("* * *", Shape.RULE, "", 0),
        ("- a", Shape.BULLET, "a", 0),
        ("-слово", Shape.BULLET, "слово", 0),
        ("-1 is less", Shape.TEXT, "-1 is less", 0),
        ("\t• a", Shape.BULLET, "a", 4),
        ("  12. a", Shape.BULLET, "a", 2),
        ("б) a", Shape.BULLET, "a", 0),
        ("- [x] a", Shape.BULLET, "a", 0),
        ("> - a", Shape.BULLET, "a", 1),
        ("*a* b", Shape.TEXT, "*a* b", 0),
        ("> a\x1f", Shape.TEXT, "a", 1),
        ("**a**", Shape.TEXT, "**a**", 0),
        ("✅ a", Shape.BULLET, "✅ a", 0),
        ("2️⃣ a", Shape.BULLET, "2️⃣ a", 0),
        ("2 + 2", Shape.TEXT, "2 + 2", 0),
        ("| a | b |", Shape.ROW, "| a | b |", 0),
        ("|x|", Shape.ROW, "|x|", 0),
        ("  a b ", Shape.TEXT, "a b", 2),
    ],
)
def test_shapes(raw: str, shape: Shape, text: str, indent: int) -> None:
    (line,) = read_lines(raw)
    assert (line.shape, line.text, line.indent, line.raw) == (shape, text, indent, raw)


def test_everything_between_fences_is_code_until_a_fence_as_long() -> None:
    text = "a\n````md\n- b\n```\n# c\n````\n- d\n~~~\n- e"
    shapes = [line.shape for line in read_lines(text)]
    assert shapes == [Shape.TEXT, *[Shape.CODE] * 5, Shape.BULLET, Shape.CODE, Shape.CODE]


def test_code_within_a_line_is_no_fence() -> None:
    assert [line.shape for line in read_lines("```a``` b\n- c")] == [Shape.TEXT, Shape.BULLET]


def test_front_matter_is_no_part_of_the_page_and_a_rule_is_no_front_matter() -> None:
    assert [line.number for line in read_lines("---\ntags: [a]\n---\n# T")] == [4]
    assert len(read_lines("---\n# T")) == 2


def test_only_list_marks_make_a_bullet_listed() -> None:
    assert [line.listed for line in read_lines("- ✅ a\n✅ a\na")] == [True, False, False]


def test_bold_lines_are_known_with_colon_and_emoji() -> None:
    lines = read_lines("**🎯 a**\n🎯 **a:**\n__a__:\n**a** b\n**a** and **b**\na")
    assert [line.bold for line in lines] == [True, True, True, False, False, False]


def test_cells_of_rows() -> None:
    assert cells(r"| a | `x \| y` | |") == ["a", r"`x \| y`", ""]
    assert cells("|:--|---:|") == []


def test_emoji_are_taken_off() -> None:
    assert without_emoji("🎯 a 👩‍💻 b ⚠️") == "a    b"
    assert without_leading_emoji("❌🚫 a ✅ b") == "a ✅ b"
    assert without_leading_emoji("a ✅") == "a ✅"


@given(st.text(st.characters(codec="utf-8")))
def test_no_line_is_lost_and_numbers_count_them(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    lines = read_lines("x\n" + plain)
    assert [line.raw for line in lines] == ("x\n" + plain).split("\n")
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
