import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.html import escape, plain_text, units
from bot.rendering.markdown import block_html
from bot.rendering.splitting import ENTITY_LIMIT, pack, split_html
from tests.unit.rendering.strategies import shown, wild_text

html_texts = wild_text.map(block_html)


def packed_words(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(html_texts, st.integers(2, 60))
def test_pieces_are_valid_and_short_and_nothing_is_lost(html: str, limit: int) -> None:
    pieces = split_html(html, limit)
    for piece in pieces:
        assert 0 < units(shown(piece).text) <= limit
    assert packed_words("".join(map(plain_text, pieces))) == packed_words(plain_text(html))


@given(html_texts)
def test_what_fits_stays_whole(html: str) -> None:
    assert [plain_text(piece) for piece in split_html(html)] == (
        [plain_text(html).strip()] if plain_text(html).strip() else []
    )


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("one two.\n\nthree four five", 20, ["one two.", "three four five"]),
        ("one two\nthree four five", 20, ["one two", "three four five"]),
        ("One two. Three four five", 20, ["One two.", "Three four five"]),
        ("one two three four five", 20, ["one two three four", "five"]),
        ("a\n\nlong words here follow", 20, ["a\n\nlong words here", "follow"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("😀😀😀", 3, ["😀", "😀", "😀"]),
        ("😀😀😀", 4, ["😀😀", "😀"]),
        ("😀", 1, ["😀"]),
        ("  \n ", 10, []),
        ("", 10, []),
    ],
)
def test_the_best_place_to_cut(text: str, limit: int, pieces: list[str]) -> None:
    assert list(split_html(escape(text), limit)) == pieces


def test_tags_are_closed_and_opened_again() -> None:
    assert split_html("<b>one <i>two three</i></b>", 8) == ("<b>one <i>two</i></b>", "<b><i>three</i></b>")


def test_links_and_code_blocks_keep_their_attributes() -> None:
    html = '<pre><code class="language-sql">select 1;\nselect 2;</code></pre>'
    assert split_html(html, 10) == (
        '<pre><code class="language-sql">select 1;</code></pre>',
        '<pre><code class="language-sql">select 2;</code></pre>',
    )


def test_escaped_characters_count_once_and_are_never_cut() -> None:
    assert split_html("&lt;" * 10, 4) == ("&lt;" * 4, "&lt;" * 4, "&lt;" * 2)


def test_no_piece_has_more_styles_than_are_shown() -> None:
    pieces = split_html("".join(f"<b>{number}</b> " for number in range(250)))
    assert [piece.count("<b>") for piece in pieces] == [ENTITY_LIMIT, ENTITY_LIMIT, 50]


@given(st.lists(html_texts, max_size=6), st.integers(5, 80))
def test_packed_blocks_fit_and_nothing_is_lost(blocks: list[str], limit: int) -> None:
    packed = pack(tuple(blocks), limit)
    for message in packed:
        assert units(shown(message).text) <= limit
    joined = "".join(map(plain_text, packed))
    assert packed_words(joined) == packed_words("".join(map(plain_text, blocks)))


def test_blocks_are_kept_whole_where_possible() -> None:
    assert pack(("aaaa", "bbbb", "cccc dddd eeee"), 10) == ("aaaa\n\nbbbb", "cccc dddd", "eeee")
