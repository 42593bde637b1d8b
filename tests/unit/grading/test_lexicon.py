"""The tables of words: read from every file, found by any form, and kept tidy."""

from collections import Counter
from importlib import resources
from importlib.resources.abc import Traversable

import pytest

from bot.domain.language import Language
from bot.grading.lexicon import Lexicon, Phrasebook, Sense
from bot.grading.morphology import DictionaryMorphology
from bot.grading.text import Kind, tokenise

DATA = resources.files("bot.grading") / "data"
FIELDS = sorted((DATA / "concepts").iterdir(), key=lambda table: table.name)
TABLES = [DATA / "concepts.tsv", *FIELDS]
SAMPLE = 7
"""Every which line is looked up: all of them take ten seconds."""


def _lines(table: Traversable) -> list[list[str]]:
    text = table.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [[term for part in line.split(",") if (term := part.strip())] for line in lines]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="module")
def morphology() -> DictionaryMorphology:
    return DictionaryMorphology()


def _phrases(book: Phrasebook, first: str, second: str) -> list[tuple[tuple[str, ...], Sense]]:
    """Phrases that begin with these two stems."""
    entry = book.entry(first)
    return list(entry.phrases.get(second, ())) if entry else []


def _senses(lexicon: Lexicon, morphology: DictionaryMorphology, term: str) -> set[str]:
    """Keys of the meanings of a term, read as a text is."""
    words = [token.text for token in tokenise(term) if token.kind is not Kind.MARK or len(term) <= 2]
    stems = [[*morphology.stems(word, Language.RU), *morphology.stems(word, Language.UK)] for word in words]
    if len(words) == 1:
        return {sense.key for stem in stems[0] for sense in lexicon.concepts.word(stem)}
    return {
        sense.key
        for first in stems[0]
        for second in stems[1]
        for phrase, sense in _phrases(lexicon.concepts, first, second)
        if len(phrase) == len(stems) and all(stem in forms for stem, forms in zip(phrase, stems, strict=True))
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_terms_of_a_line_share_a_meaning(
    lexicon: Lexicon, morphology: DictionaryMorphology, table: Traversable
) -> None:
    strangers = []
    for first, *others in _lines(table)[::SAMPLE]:
        meanings = _senses(lexicon, morphology, first.lstrip("~+"))
        strangers += [
            (first, term) for term in others if meanings.isdisjoint(_senses(lexicon, morphology, term.lstrip("~")))
        ]
    assert not strangers


def test_a_line_that_names_an_earlier_one_adds_to_it(lexicon: Lexicon, morphology: DictionaryMorphology) -> None:
    added = [terms for table in FIELDS for terms in _lines(table) if terms[0].startswith("+")]
    assert added
    assert all(terms[0][1:] not in terms for terms in added)


def test_lines_of_different_tables_are_different_meanings(lexicon: Lexicon, morphology: DictionaryMorphology) -> None:
    firsts = [_lines(table)[0][0] for table in TABLES]
    meanings = [_senses(lexicon, morphology, first) for first in firsts]
    assert len(set.union(*meanings)) >= len(TABLES)


@pytest.mark.parametrize("table", FIELDS, ids=lambda table: table.name)
def test_a_line_names_a_meaning_twice_and_no_term_twice(table: Traversable) -> None:
    untidy = [terms for terms in _lines(table) if len(terms) < 2 or max(Counter(terms).values()) > 1]
    assert not untidy


def _book() -> Phrasebook:
    return Phrasebook(lambda term: iter([tuple(term.split())]))


def test_a_phrase_is_found_by_its_first_two_words() -> None:
    book = _book()
    book.add("give back", Sense("c1"))
    assert _phrases(book, "give", "back") == [(("give", "back"), Sense("c1"))]
    assert not book.word("give")
    assert not _phrases(book, "give", "up")


def test_a_word_added_after_it_was_looked_up_is_found() -> None:
    book = _book()
    assert not book.word("heap")
    book.add("heap", Sense("c1"))
    assert book.word("heap") == (Sense("c1"),)


def test_a_word_may_have_several_meanings_and_each_once() -> None:
    book = _book()
    for key in ("c1", "c2", "c1"):
        book.add("pool", Sense(key))
    assert book.word("pool") == (Sense("c1"), Sense("c2"))


@pytest.mark.parametrize(
    "term", ["п'ять", "2pc", "o(1)", "c++", "dry", "-xx", "? super", "b-tree", "@version", "==", "0.75", "i/o"]
)
def test_unusual_terms_are_found(lexicon: Lexicon, morphology: DictionaryMorphology, term: str) -> None:
    lexicon.concepts.add(term, Sense("unusual"))
    assert "unusual" in _senses(lexicon, morphology, term)


@pytest.mark.parametrize("typed", ["thread-safe", "thread safe"])
def test_a_hyphen_may_be_typed_or_not(lexicon: Lexicon, typed: str) -> None:
    lexicon.concepts.add("thread-safe", Sense("safe"))
    first, *rest = [token.text for token in tokenise(typed)]
    assert ((first, *rest), Sense("safe")) in _phrases(lexicon.concepts, first, rest[0])


def test_related_words_are_less_close(lexicon: Lexicon, morphology: DictionaryMorphology) -> None:
    def closeness(word: str) -> set[float]:
        return {sense.close for sense in lexicon.concepts.word(morphology.stems(word, Language.EN)[0])}

    assert closeness("tree") == {1.0, 0.7}
    assert closeness("treemap") == {1.0}
