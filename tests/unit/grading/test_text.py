"""Tokens and clauses remember where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grading.text import CLAUSE_LIMIT, Kind, normalise, read, tokenise


@given(st.text(max_size=200))
def test_normalising_keeps_every_offset(source: str) -> None:
    assert len(normalise(source)) == len(source)


@given(st.text(alphabet="aбєё'’-–—.,;:!?()\n \u200b\u0301İﬁ0123456789µ", max_size=120))
def test_clauses_cover_all_tokens_once_and_spans_lie_in_the_text(source: str) -> None:
    text = read(source)
    covered = [index for clause in text.clauses for index in range(clause.first, clause.last)]
    assert covered == list(range(len(text.tokens)))
    for clause in text.clauses:
        start, end = clause.start, clause.end
        assert 0 <= start < end <= len(source)


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("Don’t", ["don't"]),
        ("C++ and C#", ["c++", "and", "c#"]),
        ("O(log n)", ["o(logn)"]),
        ("О(1)", ["o(1)"]),
        ("обʼєкт", ["об'єкт"]),
        ("namespace'и", ["namespace"]),
        ("con\u200btainer", ["container"]),
        ("и\u0306од", ["йод"]),
        ("ещё", ["еще"]),
        ("0,75", ["0.75"]),
        ("a != b", ["a", "!=", "b"]),
        ("remove()", ["remove", "()"]),
        ("жил - был", ["жил", "—", "был"]),
        ("read-only", ["read", "-", "only"]),
        ("ＡＢ", ["ab"]),
    ],
)
def test_tokens_are_normalised(source: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenise(source)] == tokens


def test_a_token_keeps_the_word_as_typed() -> None:
    (token,) = tokenise("Ёлка")
    assert (token.text, token.raw) == ("елка", "Ёлка")


def test_numbers_and_words_are_told_apart() -> None:
    assert [token.kind for token in tokenise("30k")] == [Kind.NUMBER, Kind.WORD]


@pytest.mark.parametrize(
    ("source", "clauses"),
    [
        ("It is fast, it is small.", ["It is fast", "it is small"]),
        ("Threads wait because the lock is held", ["Threads wait", "because the lock is held"]),
        ("Быстро, но опасно", ["Быстро", "но опасно"]),
        ("list.remove() fails", ["list.remove() fails"]),
        ("One. Two", ["One", "Two"]),
        ("см. example.com тут", ["см", "example.com тут"]),
    ],
)
def test_clauses_end_at_marks_and_before_conjunctions(source: str, clauses: list[str]) -> None:
    text = read(source)
    assert [source[clause.start : clause.end] for clause in text.clauses] == clauses


def test_sentences_are_numbered() -> None:
    assert [clause.sentence for clause in read("One, two. Three! Four").clauses] == [0, 0, 1, 2]


def test_a_text_without_marks_is_cut_all_the_same() -> None:
    text = read("word " * (3 * CLAUSE_LIMIT))
    assert max(clause.last - clause.first for clause in text.clauses) == CLAUSE_LIMIT


def test_an_empty_text_has_neither_tokens_nor_clauses() -> None:
    assert (read("").tokens, read("").clauses) == ((), ())
