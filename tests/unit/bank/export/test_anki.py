"""A bank as notes for Anki: one a point, flag and card, with ids that stay, read back by our own importer."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bank.cards.anki import read_anki
from bot.bank.cards.draft import Draft
from bot.bank.export.anki import anki_files
from bot.bank.problems import Sink
from bot.domain.language import Language
from bot.domain.question import Bank, Card, Question, Topic
from tests.unit.bank.lint.build import question, with_flag, with_point
from tests.unit.bank.test_writer import questions

TOPICS = {"topic": Topic("topic", {Language.EN: "A topic", Language.UK: "Тема: друга"})}


def bank(*asked: Question, cards: tuple[Card, ...] = ()) -> Bank:
    return Bank({(one.id, one.language): one for one in asked}, TOPICS, cards)


def notes(made: Bank, path: Path) -> list[Draft]:
    """Notes of all files as the importer reads them."""
    drafts = []
    for name, text in anki_files(made):
        (path / name).write_text(text)
        sink = Sink(path / name)
        drafts += read_anki(path / name, sink)
        assert sink.problems == []
    return drafts


def test_there_is_a_file_a_language_and_a_note_a_point_flag_and_card(tmp_path: Path) -> None:
    card = Card("c", Language.UK, "topic", "Що?", ("так", "авжеж"), explanation="бо")
    made = bank(question(), cards=(card,))
    assert [name.name for name, _ in anki_files(made)] == ["en.txt", "uk.txt"]
    drafts = notes(made, tmp_path)
    assert len(drafts) == len(question().points) + len(question().red_flags) + 1
    assert (drafts[-1].question, drafts[-1].answers, drafts[-1].key) == ("Що?", ("так / авжеж\nбо",), "c.uk")


def test_a_point_is_asked_by_its_probe_and_without_one_by_the_question(tmp_path: Path) -> None:
    probed, *_ = notes(bank(question()), tmp_path)
    assert (probed.question, probed.answers) == (
        "Title\nWhat has to be there first?",
        ("Statement number 0 stands",),
    )
    bare = notes(bank(with_point(probe=None)), tmp_path)[1]
    assert bare.question == "Title\nWhat stands where? (2/6)"


def test_a_flag_is_asked_as_true_or_false_and_put_right(tmp_path: Path) -> None:
    flag = next(note for note in notes(bank(with_flag(claim="Cats < dogs")), tmp_path) if note.key == "q.en.flag.f1")
    assert flag.question == "Title\nTrue or false?\nCats < dogs"
    assert flag.answers == ("False. Fable 1 was made up",)


@pytest.mark.parametrize("claim", ["[sound:] is a tag", "{{c1::x}} hides x"])
def test_what_anki_has_a_meaning_for_stays_text(tmp_path: Path, claim: str) -> None:
    flag = next(note for note in notes(bank(with_flag(claim=claim)), tmp_path) if note.key == "q.en.flag.f1")
    assert flag.question.endswith(claim)


@pytest.mark.parametrize(("language", "topic"), [(Language.EN, "A topic"), (Language.UK, "Тема: друга")])
def test_decks_are_named_after_topics(tmp_path: Path, language: Language, topic: str) -> None:
    assert {note.topic for note in notes(bank(replace(question(), language=language)), tmp_path)} == {topic}


def test_ids_depend_on_nothing_but_ids(tmp_path: Path) -> None:
    before = [note.key for note in notes(bank(question()), tmp_path)]
    reworded = replace(question(title="Else"), points=tuple(replace(point, text="Else") for point in question().points))
    assert [note.key for note in notes(bank(reworded), tmp_path)] == before
    assert len(set(before)) == len(before)


@given(asked=st.lists(questions, max_size=2, unique_by=lambda one: (one.id, one.language)))
@settings(deadline=None, max_examples=40)
def test_any_bank_is_read_back_note_for_note(asked: list[Question], tmp_path_factory: pytest.TempPathFactory) -> None:
    made = bank(*asked)
    drafts = notes(made, tmp_path_factory.getbasetemp())
    texts = [point.text for language in Language for one in made.select(language) for point in one.points]
    points = [draft for draft in drafts if ".point." in draft.key]
    assert [" ".join(draft.answers[0].split()) for draft in points] == [" ".join(text.split()) for text in texts]
    assert len(drafts) - len(points) == sum(len(one.red_flags) for one in asked)
