import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import WORDINGS, Command, Line, Move, Say, Temper
from bot.domain.language import Language
from bot.i18n import Texts
from bot.rendering.callbacks import InInterview, parse
from bot.rendering.html import units
from bot.rendering.say import line_html, lines_html, render_say
from tests.unit.rendering.strategies import shown, wild_text

TEXTS = Texts.load(strict=True)


def arguments(text: str) -> tuple[tuple[str, str | int], ...]:
    """Every argument a move may have, words of the bank or the candidate being that text."""
    words = {"topics": text, "topic": text, "earlier": text, "level": "senior", "language": "uk"}
    numbers = {"count": 5, "minutes": 15, "number": 2, "stated": 1, "total": 3, "done": 3}
    return (*words.items(), *numbers.items())


lines = st.builds(
    lambda move, wording, text, temper: Line(move, wording, text, arguments(text), temper),
    st.sampled_from(Move),
    st.integers(1, WORDINGS),
    wild_text.map(lambda text: f"{text} word"),
    st.sampled_from(Temper),
)
says = st.builds(
    Say,
    st.lists(lines, min_size=1, max_size=4).map(tuple),
    st.lists(st.sampled_from(Command), unique=True).map(tuple),
    st.none() | st.integers(1, 20),
)


@given(says, st.sampled_from(Language))
def test_whatever_is_said_can_be_sent(say: Say, language: Language) -> None:
    message = render_say(TEXTS, language, say, session=10**12)
    assert 0 < units(shown(message.html).text) <= 4096
    assert [parse(button.data) for row in message.buttons for button in row] == [
        InInterview(10**12, say.question, choice) for choice in say.choices
    ]
    assert all(len(row) <= 3 and all(len(button.data.encode()) <= 64 for button in row) for row in message.buttons)


def said(*spoken: Line) -> str:
    return render_say(TEXTS, Language.EN, Say(spoken), session=1).html


def test_tempers_differ_where_it_matters_and_share_the_rest() -> None:
    why, probe = (
        {said(Line(move, 1, "And then?", temper=temper)) for temper in Temper} for move in (Move.WHY, Move.PROBE)
    )
    assert len(why) == 2
    assert len(probe) == 1


def test_a_question_begins_a_paragraph_and_small_words_go_on_in_the_line() -> None:
    ask = Line(Move.ASK, 1, "What is a Pod?", (("number", 2), ("count", 5)))
    transition = Line(Move.TRANSITION, 1, "", (("topic", "Containers"),))
    assert said(Line(Move.ACKNOWLEDGE, 1), transition, ask) == (
        "Okay. Let’s turn to Containers.\n\n<b>Question 2 of 5.</b> What is a Pod?"
    )


def test_a_strong_answer_stands_by_itself() -> None:
    shown_answer = said(
        Line(Move.ACKNOWLEDGE, 1), Line(Move.SHOWN, 1, "one\n\ntwo"), Line(Move.TRANSITION, 1, "", (("topic", "SQL"),))
    )
    assert shown_answer == "Okay.\n\nA strong answer:\n\none\n\ntwo\n\nLet’s turn to SQL."


def test_what_follows_a_kind_word_has_no_second_lead_in() -> None:
    kind = Line(Move.DECLINED_FIRST, 1)
    assert said(kind, Line(Move.HINT, 2, "Think of a `heap`.")) == (
        "Fair enough. Let’s come at it from another side. Think of a <code>heap</code>."
    )
    assert said(kind, Line(Move.PUMP, 2)).endswith("another side. Could you unfold that a little?")
    assert said(Line(Move.NOTED, 5), Line(Move.HINT, 2, "Think.")).endswith("Here is a hint. Think.")


def test_an_interview_on_everything_has_no_list_of_topics() -> None:
    opening = (("level", "junior"), ("count", 3), ("topics", ""), ("minutes", 9))
    assert "Subject: a bit of everything." in said(Line(Move.OPENING, 1, "", opening))


def test_markdown_of_the_bank_is_styled() -> None:
    assert said(Line(Move.PROBE, 1, "What does `map` do with **null**?")) == (
        "What does <code>map</code> do with <b>null</b>?"
    )


def test_a_strong_answer_may_hold_lists_and_code() -> None:
    shown_answer = said(Line(Move.SHOWN, 1, "- one\n- two\n\n```sql\nselect 1;\n```"))
    assert shown_answer == (
        'A strong answer:\n\n• one\n• two\n\n<pre><code class="language-sql">select 1;</code></pre>'
    )


def test_words_of_the_candidate_are_shown_as_typed() -> None:
    line = Line(Move.CONTRADICTION, 3, "`a` is **b**", (("earlier", "<b>a</b> is\n_c_"),))
    assert said(line) == "Help me here. First it was “&lt;b&gt;a&lt;/b&gt; is _c_”, then “`a` is **b**”. Which is it?"


def test_a_claim_is_confirmed_by_the_prepared_question_or_by_the_words_said() -> None:
    assert said(Line(Move.CONFIRM, 1, "So `TreeMap` is safe to share?")) == (
        "I’d like to get this right. So <code>TreeMap</code> is safe to share?"
    )
    assert said(Line(Move.CONFIRM, 1, "`TreeMap` is safe")) == (
        "I’d like to get this right: “`TreeMap` is safe”. Is that how you mean it?"
    )


def test_long_quotations_are_cut_at_a_word() -> None:
    quoted = said(Line(Move.BUZZWORDS, 2, "word " * 100))
    assert len(quoted) < 300
    assert "word…”" in quoted


def test_a_text_too_long_for_a_message_ends_in_an_ellipsis() -> None:
    message = render_say(TEXTS, Language.EN, Say((Line(Move.SHOWN, 1, "**long** words. " * 900),)), session=1)
    plain = shown(message.html).text
    assert units(plain) <= 4096
    assert plain.endswith(("words. …", "long …"))


@pytest.mark.parametrize("language", Language)
def test_buttons_of_a_question_stand_in_rows(language: Language) -> None:
    choices = (Command.HINT, Command.SIMPLER, Command.SKIP)
    message = render_say(TEXTS, language, Say((Line(Move.PUMP, 1),), choices, 4), session=9)
    assert [button.data for row in message.buttons for button in row] == ["i:9:4:hint", "i:9:4:simpler", "i:9:4:skip"]
    assert len(message.buttons) <= 2


def test_after_an_acknowledgement_every_other_question_follows_at_once() -> None:
    said = {
        wording: lines_html(TEXTS, Language.EN, (Line(Move.ACKNOWLEDGE, wording), Line(Move.PROBE, 2, "What then?")))
        for wording in (1, 2)
    }
    assert said == {1: "Okay. Let me dig a little here. What then?", 2: "Got it. What then?"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "Let’s test it. What would you observe"),
        ("<b>it</b> is free", "Let’s test “&lt;b&gt;it&lt;/b&gt; is free”."),
    ],
)
def test_a_claim_is_named_where_it_would_not_be_clear(text: str, shown: str) -> None:
    assert line_html(TEXTS, Language.EN, Line(Move.CONSEQUENCE, 2, text)).startswith(shown)
