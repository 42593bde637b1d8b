"""Files in, a bank of cards out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank import BankError, load_bank
from bot.bank.cards.importer import MAX_TOPIC, import_cards
from bot.bank.writer import write_bank
from bot.domain.language import Language
from bot.domain.question import Card

Put = Callable[[str, str], Path]


@pytest.fixture(name="put")
def _put(tmp_path: Path) -> Put:
    def put(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text)
        return tmp_path / name

    return put


def test_each_format_is_told_by_its_suffix(put: Put) -> None:
    files = [
        put("a.csv", "question,answer\nWhat is one?,1\n"),
        put("b.tsv", "question\tanswer\nWhat is two?\t2\n"),
        put("c.txt", "#separator:tab\nWhat is three?\t3\n"),
        put("d.yaml", "What is four?:\n- 4\n"),
        put("e.gift", "What is five? {=5}\n"),
    ]
    bank = import_cards(files)
    assert [card.answers for card in bank.cards] == [("1",), ("2",), ("3",), ("4",), ("5",)]
    assert [card.topic for card in bank.cards] == ["a", "b", "c", "d", "e"]
    assert list(bank.topics) == ["a", "b", "c", "d", "e"]


def test_what_is_made_is_a_bank_that_loads(put: Put, tmp_path: Path) -> None:
    text = "question,answers,topic\nЩо таке кеш?,сховище|пам'ять,Кеші: усе\nWhat is a cache?,store,Caches\n"
    bank = import_cards([put("a.csv", text)])
    write_bank(bank, tmp_path / "bank")
    loaded = load_bank([tmp_path / "bank"])
    assert (loaded.topics, set(loaded.cards)) == (bank.topics, set(bank.cards))
    assert [(card.language, card.topic) for card in bank.cards] == [
        (Language.UK, "keshi-use"),
        (Language.EN, "caches"),
    ]
    assert bank.topics["keshi-use"].name(Language.UK) == "Кеші: усе"


def test_topic_and_language_are_taken_from_the_options_where_a_file_names_none(put: Put) -> None:
    bank = import_cards([put("a.csv", "question,answer\n2 + 2 = ?,4\n")], None, "Sums", Language.UK)
    assert [(card.topic, card.language) for card in bank.cards] == [("sums", Language.UK)]


def test_a_card_that_does_not_tell_its_language_has_that_of_its_file(put: Put) -> None:
    bank = import_cards([put("a.csv", "question,answer\n2 + 2 = ?,4\nЩо таке їжак?,звір\n")])
    assert [card.language for card in bank.cards] == [Language.UK, Language.UK]


def test_ids_stay_when_the_answer_changes_and_with_a_key_when_the_question_does(put: Put) -> None:
    def made(text: str) -> Card:
        (card,) = import_cards([put("a.csv", text)]).cards
        return card

    assert made("question,answer\nWhat?,a\n").id == made("question,answer\nWhat?,b\n").id
    assert made("id,question,answer\n7,What?,a\n").id == made("id,question,answer\n7,What then?,a\n").id
    assert made("id,question,answer\n7,What?,a\n").id != made("id,question,answer\n8,What?,a\n").id


def test_long_topics_fit_a_button(put: Put) -> None:
    (card,) = import_cards([put("a.csv", "question,answer\nWhat?,a\n")], topic="topic " * 30).cards
    assert len(card.topic) <= MAX_TOPIC
    assert not card.topic.endswith("-")


@pytest.mark.parametrize(
    ("row", "line", "reason"),
    [
        (",a,,en", 2, "no question"),
        ("What?,|,,en", 2, "no answer"),
        ("What?,a|b,b,en", 2, "an answer both right and wrong"),
        (f"{'x' * 2001},a,,en", 2, "a text of more than 2000 characters"),
        ("What?,a,,fr", 2, "language 'fr'"),
        ("1?,2,,", 2, "the text does not tell its language"),
        ("What?,a,,en\nWhat?,b,,en", 3, "the same question comes again"),
    ],
)
def test_what_cannot_be_a_card_is_refused(put: Put, row: str, line: int, reason: str) -> None:
    with pytest.raises(BankError) as caught:
        import_cards([put("a.csv", f"question,answers,wrong,language\n{row}\n")])
    (problem,) = caught.value.problems
    assert (problem.line, problem.reason) == (line, reason)


def test_all_files_are_looked_at_before_anything_is_refused(put: Put, tmp_path: Path) -> None:
    with pytest.raises(BankError) as caught:
        import_cards([put("a.doc", "x"), tmp_path / "absent.csv", put("b.gift", "Essay {}")])
    assert [problem.path.name for problem in caught.value.problems] == ["a.doc", "absent.csv", "b.gift"]
    assert caught.value.problems[0].remedy == "Name it with --format: table, anki, trivia, gift"


def test_a_format_may_be_named(put: Put) -> None:
    assert len(import_cards([put("a.txt", "What? {=yes}")], "gift").cards) == 1
