import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.messaging import Button
from bot.handlers.sending import keyboard, plain


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>bold</b> &amp; <i>it</i>", "bold & it"),
        ('<a href="https://example.org">link</a>', "link"),
        ('<pre><code class="language-python">x</code></pre>', "x"),
        ("List<String> a < b > c", "List<String> a < b > c"),
        ("<b>never closed", "never closed"),
        ("&lt;b&gt;typed&lt;/b&gt;", "<b>typed</b>"),
    ],
)
def test_plain_takes_away_markup_and_nothing_else(source: str, words: str) -> None:
    assert plain(source) == words


@given(st.text())
def test_plain_gives_back_whatever_was_escaped(text: str) -> None:
    assert plain(f"<b>{html.escape(text)}</b>") == text


def test_a_keyboard_keeps_rows_labels_and_data() -> None:
    markup = keyboard(((Button("A", "a"), Button("B", "b")), (Button("C", "c"),)), "a_bot")

    assert markup is not None
    assert [[(b.text, b.callback_data) for b in row] for row in markup.inline_keyboard] == [
        [("A", "a"), ("B", "b")],
        [("C", "c")],
    ]
    assert keyboard((), "a_bot") is None


def test_a_button_can_open_the_private_chat_with_the_bot() -> None:
    markup = keyboard(((Button("Answer", start="game-7"), Button("Add", start="quiz", group=True)),), "a_bot")

    assert markup is not None
    assert markup.inline_keyboard[0][0].url == "https://t.me/a_bot?start=game-7"
    assert markup.inline_keyboard[0][0].callback_data is None
    assert markup.inline_keyboard[0][1].url == "https://t.me/a_bot?startgroup=quiz"
