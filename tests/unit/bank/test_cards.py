"""Cards: loaded and written beside the questions, and no interview is made of them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank import BankError, load_bank
from bot.bank.writer import CARDS_A_FILE, write_bank
from bot.domain.dialogue import Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Card, Topic
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from tests.unit.bank.test_writer import bank as with_question
from tests.unit.bank.test_writer import ids, texts, tuples

TOPICS = {"caching": Topic("caching", {Language.EN: "Caching"})}

DECK = """\
language: uk
topic: caching
cards:
  - id: lru
    question: Що таке LRU?
    answers: [no, витісняє давнє]
    wrong: [так]
    explanation: Least recently used.
"""

CARD = Card("lru", Language.UK, "caching", "Що таке LRU?", ("no", "витісняє давнє"), ("так",), "Least recently used.")


def folder(tmp_path: Path, *decks: str) -> Path:
    (tmp_path / "cards" / "deeper").mkdir(parents=True)
    (tmp_path / "topics.yaml").write_text("- id: caching\n  names: {en: Caching}\n")
    for number, deck in enumerate(decks):
        (tmp_path / "cards" / "deeper" / f"{number}.yaml").write_text(deck)
    return tmp_path


def test_a_folder_may_hold_nothing_but_cards(tmp_path: Path) -> None:
    assert load_bank([folder(tmp_path, DECK)]).cards == (CARD,)


@pytest.mark.parametrize(
    ("decks", "line", "reason"),
    [
        ([DECK.replace("caching", "cache")], 2, "topic 'cache' is not in topics.yaml"),
        ([DECK.replace("    wrong", "    wrogn")], 7, "unknown key 'wrogn'"),
        ([DECK.replace("answers: [no, витісняє давнє]", "answers: no")], 6, "not a list"),
        ([DECK, DECK], 0, "card lru (uk) comes twice"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, decks: list[str], line: int, reason: str) -> None:
    with pytest.raises(BankError) as caught:
        load_bank([folder(tmp_path, *decks)])
    (problem,) = caught.value.problems
    assert (problem.line, problem.reason) == (line, reason)


def test_no_interview_is_made_of_cards() -> None:
    cards = Bank({}, TOPICS, (CARD,))
    assert cards.select(Language.UK) == ()
    assert cards.topics_in(Language.UK) == ()
    step = Interviewer(cards, RubricGrader()).begin(
        Plan(Language.UK, Level.JUNIOR), datetime(2025, 1, 1, tzinfo=UTC), 1
    )
    assert step.state.finished


def test_many_cards_come_in_several_files_and_in_order(tmp_path: Path) -> None:
    many = tuple(replace(CARD, id=f"c{number:04}") for number in range(2 * CARDS_A_FILE + 1))
    write_bank(Bank({}, TOPICS, many), tmp_path / "bank")
    assert sorted(path.name for path in (tmp_path / "bank" / "cards").iterdir()) == [
        "caching-1.uk.yaml",
        "caching-2.uk.yaml",
        "caching-3.uk.yaml",
    ]
    assert load_bank([tmp_path / "bank"]).cards == many


cards = st.builds(
    Card,
    ids,
    st.sampled_from(Language),
    st.just("caching"),
    texts,
    st.lists(texts, min_size=1, max_size=2).map(tuple),
    tuples,
    st.just("") | texts,
)


@given(made=st.lists(cards, max_size=4, unique_by=lambda card: (card.id, card.language)))
@settings(deadline=None, max_examples=50)
def test_any_cards_are_read_back_as_they_were(made: list[Card], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "cards"
    whole = replace(with_question(), cards=tuple(made))
    write_bank(whole, folder)
    assert set(load_bank([folder]).cards) == set(made)
