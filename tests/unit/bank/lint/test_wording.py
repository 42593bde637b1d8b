"""Rules on single texts."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.lint.wording import (
    MAX_WORDS,
    idle_phrasings,
    joined_questions,
    odd_apostrophes,
    too_long,
    two_questions,
    unwritten,
)
from bot.bank.places import Place
from bot.domain.question import FollowUp, Question
from tests.unit.bank.lint.build import places, question, subject, with_flag, with_point

SPOKEN: list[tuple[Place, Callable[[str], Question]]] = [
    (("prompt",), lambda text: question(prompt=text)),
    (("rewording",), lambda text: question(rewording=text)),
    (("points", 1, "probe"), lambda text: with_point(probe=text)),
    (("red_flags", 1, "probe"), lambda text: with_flag(probe=text)),
    (("follow_ups", 0, "question"), lambda text: question(follow_ups=(FollowUp("u", text, "x"),))),
]


@pytest.mark.parametrize(("place", "spoil"), SPOKEN)
def test_everything_spoken_is_held_to_thirty_words_and_one_question(
    place: Place, spoil: Callable[[str], Question]
) -> None:
    assert places(too_long, spoil("word " * MAX_WORDS + "?")) == []
    assert places(too_long, spoil("word " * (MAX_WORDS + 1) + "?")) == [place]
    assert places(two_questions, spoil("Is it? Or not?")) == [place]
    assert places(joined_questions, spoil("What is it, and how is it done?")) == [place]


def test_a_sound_question_has_no_fault() -> None:
    for check in (too_long, two_questions, joined_questions, unwritten, idle_phrasings):
        assert places(check, question()) == []


@pytest.mark.parametrize(
    "text",
    [
        "How does it start, and what does it cost?",
        "Как оно устроено и почему так медленно?",
        "Как оно устроено и на чём держится?",
        "Які вони бувають і від чого захищає кожен?",
        "Что будет, а чего не будет?",
        "Як воно влаштоване і чому так повільно?",
        "Що станеться й чим усе скінчиться?",
        "Where does it live and in what form?",
    ],
)
def test_a_second_question_that_hangs_on_is_found(text: str) -> None:
    assert places(joined_questions, question(prompt=text)) == [("prompt",)]
    assert places(two_questions, question(prompt=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Замок не пускает чужих. А что ещё он делает?",
        "У заказа есть строки, и кто-то достаёт их джойном. Чего ждёте?",
        "Tell me what you know and how you know it.",
        "How do threads and processes differ?",
        "Which would you take, and why?",
        "Что вы возьмёте и почему так?",
        "Що ви візьмете і чому?",
        "Really?!",
        "Really??",
    ],
)
def test_one_question_is_no_two(text: str) -> None:
    assert places(joined_questions, question(prompt=text)) == []
    assert places(two_questions, question(prompt=text)) == []


@pytest.mark.parametrize(
    ("place", "spoilt"),
    [
        (("prompt",), question(prompt="… the question")),
        (("scope",), question(scope="…")),
        (("points", 1), with_point(text="…")),
        (("points", 1), with_point(hints=("Look.", "… first words"))),
        (("points", 1), with_point(phrasings=("…", "second", "third"))),
        (("red_flags", 1), with_flag(claim="… the claim")),
        (("explanations", "junior"), question(explanations=dict.fromkeys([*question().explanations][:1], "…"))),
    ],
)
def test_what_nobody_has_written_yet_is_found(place: Place, spoilt: Question) -> None:
    assert place in places(unwritten, spoilt)


@pytest.mark.parametrize("mark", ["'", "ʼ", "`", "‘"])
def test_every_apostrophe_but_one_is_odd_in_a_ukrainian_word(mark: str) -> None:
    assert places(odd_apostrophes, with_point(probe=f"Хто з{mark}єднає їх?")) == [("points", 1, "probe")]
    assert places(odd_apostrophes, with_point(probe="Хто з’єднає їх?")) == []


def test_other_marks_and_words_of_candidates_are_left_alone() -> None:
    assert places(odd_apostrophes, with_point(probe="What isn't in 'Тип'?", phrasings=("об'єкт", "обʼєкт"))) == []


def test_each_part_tells_once_all_that_is_to_be_written_in_it() -> None:
    (fault,) = unwritten(subject(with_point(text="…", phrasings=("…", "second", "…"), probe="…")))
    assert (fault.place, fault.reason) == (("points", 1), "not written yet: probe, text, phrasings")
    (fault,) = unwritten(subject(question(prompt="…")))
    assert fault.reason == "not written yet"


def test_a_phrasing_with_the_words_of_the_statement_adds_nothing() -> None:
    spoilt = with_point(text="Locks guard data", phrasings=("data locks guard!", "locks protect data"))
    assert places(idle_phrasings, spoilt) == [("points", 1, "phrasings", 0)]


def test_nor_does_one_with_the_words_of_another() -> None:
    spoilt = with_flag(phrasings=("always so", "never otherwise", "So, always."))
    (fault,) = idle_phrasings(subject(spoilt))
    assert (fault.place, fault.reason) == (("red_flags", 1, "phrasings", 2), "the same words as phrasing 1")


@given(st.permutations(["not", "every", "lock", "is", "fair"]), st.sampled_from(["", ".", "!", " …"]))
def test_order_and_punctuation_make_no_new_phrasing(order: list[str], end: str) -> None:
    spoilt = with_point(text="Not every lock is fair", phrasings=(" ".join(order) + end,))
    assert places(idle_phrasings, spoilt) == [("points", 1, "phrasings", 0)]


@given(st.lists(st.text(alphabet="abcабвії'-. ?…", max_size=30), max_size=4))
def test_no_text_makes_a_rule_fail(texts: list[str]) -> None:
    spoilt = replace(with_point(phrasings=tuple(texts), hints=tuple(texts[:2])), prompt=" ".join(texts))
    for check in (too_long, two_questions, joined_questions, unwritten, idle_phrasings):
        places(check, spoilt)
