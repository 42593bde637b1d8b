import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.telegram.markup import parse, units
from tests.fakes.telegram.refusal import Refusal


def test_tags_become_entities_counted_in_utf16() -> None:
    parsed = parse("😀 <b>bold <i>both</i></b>", "HTML")

    assert parsed.text == "😀 bold both"
    assert {(e["type"], e["offset"], e["length"]) for e in parsed.entities} == {("italic", 8, 4), ("bold", 3, 9)}


def test_surrounding_space_is_trimmed_and_entities_move_with_the_text() -> None:
    parsed = parse("\n <b>x</b> \n", "HTML")

    assert (parsed.text, parsed.entities[0]["offset"]) == ("x", 0)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("List<String", "Unclosed start tag at byte offset 4"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("я<p>", 'Unsupported start tag "p" at byte offset 2'),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse(source, "HTML")

    assert refusal.value.code == 400
    assert complaint in refusal.value.description


@pytest.mark.parametrize(
    "source",
    [
        '<a href="https://example.org/?a=1&amp;b=2">x</a>',
        '<pre><code class="language-python">x</code></pre>',
        "<blockquote expandable>x</blockquote>",
        "<tg-spoiler>x</tg-spoiler>",
        '<span class="tg-spoiler">x</span>',
    ],
)
def test_everything_documented_is_taken(source: str) -> None:
    assert parse(source, "HTML").text == "x"


def test_without_a_mode_markup_is_text() -> None:
    assert parse("<b>x</b>", None).text == "<b>x</b>"


def test_only_the_four_named_and_numeric_references_are_known() -> None:
    assert parse("&lt;&#39;&#x41;&nbsp;", "HTML").text == "<'A&nbsp;"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_text_always_arrives_as_typed(text: str) -> None:
    assert parse(html.escape(text), "HTML").text == text.strip()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_units_count_characters_beyond_the_basic_plane_twice(text: str) -> None:
    assert units(text) == sum(2 if ord(character) > 0xFFFF else 1 for character in text)
