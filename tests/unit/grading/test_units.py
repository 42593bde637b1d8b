"""What a statement is taken apart into, and that words said alike are kept once."""

import pytest

from bot.domain.language import Language
from bot.grading import analysis
from bot.grading.analysis import Analyser
from bot.grading.lexicon import Lexicon
from bot.grading.morphology import DictionaryMorphology
from bot.grading.rubric import compile_question
from bot.grading.units import FALLBACK, PHRASE, Units
from tests.unit.grading.build import question

EN = Language.EN


def test_a_word_is_kept_once_for_all_texts(analyser: Analyser) -> None:
    (one,), (other,) = (analyser.read(text, EN).units for text in ("lock", "the lock"))
    assert one.word is other.word


def test_a_word_typed_otherwise_is_another(analyser: Analyser) -> None:
    (one,), (other,) = (analyser.read(text, EN).units for text in ("hashmap", "HashMap"))
    assert one.weight < other.weight


def test_numbers_of_different_ranges_are_not_one_word(analyser: Analyser) -> None:
    one, other = (analyser.read(text, EN).units[0].word.quantity for text in ("5-15", "5-10"))
    assert one
    assert other
    assert (one.high, other.high) == (15, 10)


def test_a_word_of_a_set_phrase_is_also_said_by_what_means_the_phrase(analyser: Analyser) -> None:
    reading = analyser.read("garbage collector", EN)
    (phrase,) = reading.phrases
    words = Units().words(reading)
    assert [unit.text for unit in words] == ["garbage", "collector"]
    assert all(set(phrase.exact) <= set(unit.exact) for unit in words)


def test_a_set_phrase_covers_its_words_which_alone_are_half_of_it(analyser: Analyser) -> None:
    (cover,) = Units().cover(analyser.read("garbage collector", EN))
    assert (cover.text, cover.weight) == ("garbage collector", PHRASE)
    assert [closeness for key, closeness in cover.word.keys if key == "s:collector"] == [FALLBACK]


def test_statements_of_a_question_share_what_they_are_matched_by(analyser: Analyser) -> None:
    asked = question("The garbage collector frees memory", "It waits for the garbage collector")
    first, second = (point.statements[0] for point in compile_question(asked, analyser).points)
    words = {term.word for term in first.terms} & {term.word for term in second.terms}
    assert {word.text for word in words} == {"garbage", "collector"}


def test_what_texts_have_in_common_is_kept_once(analyser: Analyser) -> None:
    first, second = (analyser.read(f"the garbage collector does not {verb} it", EN) for verb in ("move", "meet"))
    assert first.text.tokens[1] is second.text.tokens[1]
    assert [phrase.word for phrase in first.phrases] == [phrase.word for phrase in second.phrases]


def test_forms_of_a_word_share_what_they_are_matched_by(analyser: Analyser) -> None:
    first, second = analyser.read("сервис сервиса", Language.RU).units
    assert first.word is not second.word
    assert first.word.keys is second.word.keys


def test_the_words_of_a_set_phrase_share_its_weight_and_other_words_are_their_terms(analyser: Analyser) -> None:
    asked = question("Something else", flags=(("The garbage collector wobbles", ""),))
    claim = compile_question(asked, analyser).flags[0].claims[0]
    phrase, *others = claim.placed
    *parts, wobbles = claim.words
    assert [wobbles] == others
    assert [part.unit.text for part in parts] == ["garbage", "collector"]
    assert sum(part.weight for part in parts) == pytest.approx(phrase.weight)


def test_what_is_known_of_words_is_forgotten_at_a_limit_and_learnt_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "CACHE_LIMIT", 2)
    own = Analyser(Lexicon(), DictionaryMorphology())
    (before,) = own.read("lock", EN).units
    own.read("threads wait for other threads", EN)
    (after,) = own.read("lock", EN).units
    assert before.word is not after.word
    assert before.word.keys == after.word.keys


def test_a_statement_is_read_anew_when_others_have_been_looked_at_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "READ_FOR", 1)
    own = Analyser(Lexicon(), DictionaryMorphology())
    asked = question("A covering index does not read the table", "A lock waits")
    first, second = (point.statements[0] for point in compile_question(asked, own).points)
    before, denied = first.reading, first.negated
    assert first.reading is before
    assert second.reading.text.source == "A lock waits"
    assert first.reading is not before
    assert first.reading.text == before.text
    assert first.negated == denied
