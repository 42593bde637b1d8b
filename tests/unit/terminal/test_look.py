import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.html import escape
from bot.terminal.look import Look, columns
from tests.unit.rendering.strategies import wild_text

SGR = re.compile(r"\x1b\[[\d;]*m")
INVISIBLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
PLAIN = Look(width=30)


def test_text_is_wrapped_at_words_and_paragraphs_kept() -> None:
    assert PLAIN.paint("one two three four five six seven\n\neight") == "one two three four five six\nseven\n\neight"


def test_items_hang_under_their_text() -> None:
    assert PLAIN.paint("✓ one two three four five six seven eight") == ("✓ one two three four five six\n  seven eight")
    assert PLAIN.paint("12. one two three four five six").splitlines()[1].startswith("    ")


def test_code_is_never_wrapped() -> None:
    code = "select something from somewhere where it is long;"
    assert PLAIN.paint(f"<pre>{code}</pre>") == code


def test_quotations_have_a_margin() -> None:
    assert PLAIN.paint("<blockquote>one two three four five six seven</blockquote>") == (
        "│ one two three four five six\n│ seven"
    )


def test_styles_are_shown_only_in_colour() -> None:
    html = "<b>bold</b> <i>it</i> <b><i>both</i></b> <code>x &lt; y</code>"
    assert Look(80).paint(html) == "bold it both x < y"
    assert Look(80, colour=True).paint(html) == (
        "\x1b[1mbold\x1b[0m \x1b[3mit\x1b[0m \x1b[1;3mboth\x1b[0m \x1b[36mx < y\x1b[0m"
    )


def test_a_style_is_closed_at_the_end_of_a_line_and_opened_on_the_next() -> None:
    painted = Look(20, colour=True).paint("<b>one two three four five</b>")
    assert painted == "\x1b[1mone two three four\x1b[0m\n\x1b[1mfive\x1b[0m"


def test_remarks_are_faint_where_there_is_colour() -> None:
    assert Look(80).faint("a < b") == "a < b"
    assert Look(80, colour=True).faint("a") == "\x1b[2ma\x1b[0m"


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("їжак", 4), ("漢字", 4), ("é", 1), ("e\u0301", 1), ("", 0)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_nothing_said_can_command_the_terminal() -> None:
    assert PLAIN.paint("a\x1b[2Jb\x07c\x9bd\re") == "a[2Jbcde"
    assert PLAIN.faint("/a\x1b[2J") == "/a[2J"


@given(wild_text, st.integers(20, 60), st.booleans())
def test_nothing_is_lost_and_lines_keep_to_the_width_where_words_allow(text: str, width: int, colour: bool) -> None:
    painted = SGR.sub("", Look(width, colour).paint(escape(text)))
    assert INVISIBLE.sub("", painted) == INVISIBLE.sub("", text)
    for line in painted.split("\n"):
        assert columns(line.strip()) <= width or len(line.split()) <= 2
