"""Questions in GIFT."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.cards.draft import Draft
from bot.bank.cards.gift import read_gift
from tests.unit.bank.cards.reading import Read, reader

Faults = Callable[[str], list[tuple[int, str]]]


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Read:
    return reader(read_gift, tmp_path / "t.gift")[0]


@pytest.fixture(name="faults")
def _faults(tmp_path: Path) -> Faults:
    return reader(read_gift, tmp_path / "t.gift")[1]


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("What is LRU? {~a list =a policy ~a lock}", Draft(1, "What is LRU?", ("a policy",), ("a list", "a lock"))),
        ("What is it? {=one =two}", Draft(1, "What is it?", ("one", "two"))),
        ("Heap is shared. {T}", Draft(1, "Heap is shared.", ("True",), ("False",))),
        ("Stack is shared. {FALSE#no#yes}", Draft(1, "Stack is shared.", ("False",), ("True",))),
        ("Это общий стек? {F}", Draft(1, "Это общий стек?", ("Неверно",), ("Верно",))),
        ("A byte has {=eight ~seven} bits.", Draft(1, "A byte has _____ bits.", ("eight",), ("seven",))),
        ("HTTPS port? {#443}", Draft(1, "HTTPS port?", ("443",))),
        ("Year? {#1995:1}", Draft(1, "Year?", ("1995 ± 1",))),
        ("Year? {#1995:0}", Draft(1, "Year?", ("1995",))),
        ("Between? {#1..5}", Draft(1, "Between?", ("1–5",))),
        ("Any? {#=1:0#yes =2.5}", Draft(1, "Any?", ("1", "2.5"))),
        ("::Name:: [markdown] Which? {=a#because ~b#no}", Draft(1, "Which?", ("a",), ("b",), "because")),
        ("Which? {=a ~b####All in all, a.}", Draft(1, "Which?", ("a",), ("b",), "All in all, a.")),
        ("Which? {~%100%a ~%-50%b ~%0%c}", Draft(1, "Which?", ("a",), ("b", "c"))),
        (r"a \= b \: c? {=\{x\} ~\~y\\ ~two\nlines}", Draft(1, "a = b : c?", ("{x}",), ("~y\\", "two\nlines"))),
        ("[html]<p>Is <b>it</b>&nbsp;so?</p> {=<i>yes</i> ~no}", Draft(1, "Is it\xa0so?", ("yes",), ("no",))),
    ],
)
def test_every_kind_of_question_that_a_card_can_be_is_read(read: Read, text: str, draft: Draft) -> None:
    assert read(text) == [draft]


def test_truth_is_told_in_the_language_of_the_file_where_a_question_does_not_tell(read: Read) -> None:
    drafts = read("Стек один? {T}\n\nА куча, что это такое, если не общая память? {=память}\n")
    assert drafts[0].answers == ("Верно",)


def test_categories_comments_and_blank_lines_are_told_apart(read: Read) -> None:
    text = """\
// a comment
$CATEGORY: $course$/top/Java

First? {
    =yes
    // in between
    ~no
}


$CATEGORY: SQL
Second? {=a}
"""
    assert read(text) == [
        Draft(4, "First?", ("yes",), ("no",), topic="Java"),
        Draft(12, "Second?", ("a",), topic="SQL"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Just words", "no answers in braces"),
        ("Explain it. {}", "an essay question"),
        ("Match them. {=a -> b =c -> d}", "a matching question"),
        ("Half? {~%50%a ~%50%b}", "an answer for 50 % of the mark"),
        ("How many? {#about five}", "no number: 'about five'"),
        ("What? {yes or no}", "answers without marks"),
        (r"[html]What? {=<img src\=x>}", "a picture"),
        ("} backwards {", "no answers in braces"),
    ],
)
def test_what_a_card_cannot_be_is_named_with_its_line(faults: Faults, text: str, reason: str) -> None:
    assert faults(f"Fine? {{=yes}}\n\n{text}\n") == [(3, reason)]
