"""Quotations read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.verdict import Span
from bot.engine.quotation import LONGEST, quotes, sentences

TEXT = "Containers share the kernel of the host, while each virtual machine brings a kernel of its own."
ANSWERS = st.lists(
    st.sampled_from(
        [
            "word",
            " ",
            ", ",
            "(",
            ")",
            "[",
            "]",
            "«",
            "»",
            "`",
            '"',
            "“",
            "”",
            "„",
            "\n",
            ".",
            "0.75",
            "e.g. ",
            "т. е. ",
            "and ",
        ]
    ),
    min_size=1,
    max_size=60,
).map("".join)


MARKS = st.sampled_from(["()", "[]", "«»", "{}", "``", '""'])


def _marked(before: str, within: str, marks: str) -> str:
    inner = within.replace(marks[0], "") if marks[0] == marks[1] else within
    return f"{before} {marks[0]}{inner}{marks[1]} end"


NESTED = st.recursive(st.sampled_from(["a word", "0.75"]), lambda inner: st.builds(_marked, inner, inner, MARKS))
"""Texts whose marks all balance."""


def cut(text: str, first: str, last: str) -> str:
    """The quotation of what runs from the first words to the last ones."""
    start = text.index(first)
    (quotation,) = quotes(text, [Span(start, text.index(last, start) + len(last))])
    return quotation


def test_a_quotation_is_cut_from_the_answer() -> None:
    assert quotes(TEXT, [Span(0, 27)]) == ("Containers share the kernel",)


def test_near_spans_are_quoted_as_one_passage() -> None:
    assert quotes(TEXT, [Span(0, 10), Span(21, 27)]) == ("Containers share the kernel",)


def test_distant_spans_are_quoted_apart_in_their_order() -> None:
    assert quotes(TEXT, [Span(77, 83), Span(0, 10)]) == ("Containers", "kernel")


def test_a_verdict_without_evidence_quotes_the_head_of_the_answer() -> None:
    assert quotes("  O(log n) ", []) == ("O(log n)",)
    assert quotes("word " * 100, [])[0].endswith("word…")


@pytest.mark.parametrize(
    ("text", "first", "last", "quoted"),
    [
        ("It is fast (amortised O(1)) for most keys", "fast", "amortised", "fast (amortised O(1))"),
        ("Run `kubectl get pods -A` and look", "Run", "kubectl get", "Run `kubectl get pods -A`"),
        ("Він зветься «ідемпотентний метод» у HTTP", "ідемпотентний", "у HTTP", "«ідемпотентний метод» у HTTP"),
        ("The load factor is 0.75 by default", "load", "0", "load factor is 0.75"),
        ("It calls Object.equals on the key", "It", "Object", "It calls Object.equals"),
        ("Кеш, черга і т. д. стоять поруч", "Кеш", "т.", "Кеш, черга і т. д."),
        ("Some brokers, e.g. Kafka, keep a log", "Some", "e.g.", "Some brokers"),
        ("Это лог, т. е. журнал", "Это", "т. е.", "Это лог"),
        ("Це журнал, тобто лог", "Це", "тобто", "Це журнал"),
        ("It is slow, but safe", "but", "safe", "safe"),
        ("Either (a) or b) is fine", "b)", "is fine", "b) is fine"),
    ],
)
def test_a_cut_splits_no_pair_number_name_or_abbreviation_and_leaves_nothing_hanging(
    text: str, first: str, last: str, quoted: str
) -> None:
    assert cut(text, first, last) == quoted


@pytest.mark.parametrize("word", ["and", "но", "та"])
def test_a_quotation_does_not_begin_with_what_joined_it_to_the_rest(word: str) -> None:
    text = f"first this, {word} then that"
    assert quotes(text, [Span(12, len(text))]) == ("then that",)


def test_what_stands_in_too_long_a_pair_is_marked_as_cut() -> None:
    text = f"Before ({'and so on ' * 40}here it is, at last) after"
    assert cut(text, "last", "after") == "…last) after"
    assert cut(text, "Before", "and so") == "Before (and so…"


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Use a broker, e.g. Kafka. It keeps a log, т. е. журнал и т. д. до конца. Then more etc. And so on."
    assert sentences(text) == (
        "Use a broker, e.g. Kafka.",
        "It keeps a log, т. е. журнал и т. д. до конца.",
        "Then more etc.",
        "And so on.",
    )


@given(
    st.text(min_size=1, max_size=80).filter(str.strip) | ANSWERS.filter(str.strip),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90))),
)
def test_quotations_are_never_empty_and_always_the_candidates_words(text: str, spans: list[tuple[int, int]]) -> None:
    found = quotes(text, [Span(*span) for span in spans])
    assert found
    assert all(quote.strip() and quote.strip("…") in text and len(quote) <= LONGEST + 1 for quote in found)


@given(
    st.recursive(st.sampled_from(["a word", "0.75"]), lambda inner: st.builds(_marked, inner, inner, MARKS)), st.data()
)
def test_marks_balance_in_a_quotation_when_they_do_in_the_answer(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for quote in quotes(text, [Span(start, end)]):
        assert "…" in quote or all(quote.count(left) == quote.count(right) for left, right in ("()", "[]", "«»", "{}"))
        assert "…" in quote or all(quote.count(mark) % 2 == 0 for mark in '`"')


def test_a_wall_of_brackets_is_quoted_at_once() -> None:
    text = "[" * 2000 + ")" * 2000 + "word"
    assert quotes(text, [Span(4000, 4004)]) == ("word",)
