import pytest
from hypothesis import given

from bot.rendering.html import Run, Tag, clip, escape, parse, plain_text, serialise, units
from tests.unit.rendering.strategies import shown, wild_text

BOLD, ITALIC, CODE = Tag("b"), Tag("i"), Tag("code")


@given(wild_text)
def test_escaped_text_is_shown_as_typed(text: str) -> None:
    assert shown(f"<b>x</b>{escape(text)}|").text == f"x{text}|"
    assert plain_text(escape(text)) == text


@given(wild_text)
def test_escaped_text_is_safe_within_a_quoted_attribute(text: str) -> None:
    assert shown(f'<a href="{escape(text)}">x</a>').text == "x"


@given(wild_text)
def test_anything_at_all_becomes_valid_html(text: str) -> None:
    shown(serialise(parse(text)))


@pytest.mark.parametrize(
    "html",
    [
        "plain",
        "<b>bold</b> and <i>italic</i>",
        "<b>both <i>at once</i></b>",
        '<a href="https://example.com/?a=1&amp;b=2">link</a>',
        '<pre><code class="language-java">List&lt;T&gt;</code></pre>',
        "<blockquote>quoted <b>bold</b> <code>code</code></blockquote>",
    ],
)
def test_valid_html_survives_unchanged(html: str) -> None:
    assert serialise(parse(html)) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>unclosed", "<b>unclosed</b>"),
        ("closed</b> too much", "closed too much"),
        ("<b>crossed <i>tags</b> here</i>", "<b>crossed <i>tags</i></b> here"),
        ("<b>bold <code>code</code> bold</b>", "<b>bold </b><code>code</code><b> bold</b>"),
        ("<b><b>twice</b></b>", "<b>twice</b>"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote>ab</blockquote>"),
        ("<code>a <b>b</b></code>", "<code>a b</code>"),
        ("<b></b>", ""),
        ("<table>unknown</table>", "&lt;table&gt;unknown&lt;/table&gt;"),
        ("<br/>", "&lt;br/&gt;"),
    ],
)
def test_faults_are_mended(html: str, expected: str) -> None:
    assert serialise(parse(html)) == expected
    shown(expected)


def test_runs_with_common_outer_tags_share_them() -> None:
    runs = [Run("a", (BOLD,)), Run("b", (BOLD, ITALIC)), Run("c", (ITALIC,)), Run("d", (CODE,))]
    assert serialise(runs) == "<b>a<i>b</i></b><i>c</i><code>d</code>"


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("їжак", 4), ("😀", 2), ("e\u0301", 2)])
def test_length_is_counted_in_utf16_units(text: str, length: int) -> None:
    assert units(text) == length == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("on\nmany\n\n lines", 40, "on many lines"),
        ("one two three four", 12, "one two…"),
        ("unbreakableword", 8, "unbreak…"),
        ("a unbreakableword", 10, "a unbreak…"),
    ],
)
def test_clipping(text: str, limit: int, expected: str) -> None:
    assert clip(text, limit) == expected


@given(wild_text)
def test_clipped_text_is_one_short_line(text: str) -> None:
    clipped = clip(text, 20)
    assert len(clipped) <= 20
    assert "\n" not in clipped
