"""Stems, skeletons and transliteration: what makes two spellings one word."""

import pytest

from bot.domain.language import Language
from bot.grading.morphology import DictionaryMorphology, cyrillic_stem, root, spoken
from bot.grading.translit import cyrillise, romanise, skeleton


@pytest.fixture(scope="module")
def morphology() -> DictionaryMorphology:
    return DictionaryMorphology()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, ("container", "containers", "container's")),
        (Language.EN, ("retry", "retries", "retried")),
        (Language.RU, ("очередь", "очереди", "очередями")),
        (Language.RU, ("неймспейс", "неймспейсами", "неймспейсов")),
        (Language.RU, ("хранит", "хранить", "храним")),
        (Language.RU, ("запись", "записи", "записями")),
        (Language.UK, ("створюватися", "створювати", "створюється")),
        (Language.UK, ("черга", "черзі", "чергою")),
        (Language.UK, ("безпечний", "безпечніший", "безпечніші")),
        (Language.UK, ("потік", "потоку", "потоці")),
    ],
)
def test_forms_of_a_word_share_a_stem(
    morphology: DictionaryMorphology, language: Language, words: tuple[str, ...]
) -> None:
    assert set.intersection(*(set(morphology.stems(word, language)) for word in words))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (Language.EN, "container", "contains"),
        (Language.EN, "consumer", "consume"),
        (Language.RU, "поток", "поточный"),
        (Language.UK, "черга", "чернетка"),
    ],
)
def test_different_words_do_not(morphology: DictionaryMorphology, language: Language, one: str, other: str) -> None:
    assert set(morphology.stems(one, language)).isdisjoint(morphology.stems(other, language))


def test_the_stems_of_a_lemma_come_first(morphology: DictionaryMorphology) -> None:
    assert morphology.stems("шёл", Language.RU)[0] == cyrillic_stem("идти")


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("объект", Language.UK, Language.RU),
        ("об'єкт", Language.RU, Language.UK),
        ("контейнер", Language.UK, Language.UK),
        ("контейнер", Language.EN, Language.RU),
    ],
)
def test_letters_tell_the_language_of_a_word(word: str, language: Language, expected: Language) -> None:
    assert spoken(word, language) is expected


@pytest.mark.parametrize(("one", "other"), [("serial", "serializ"), ("блокировк", "блок"), ("перевірк", "перевір")])
def test_derived_words_share_a_root(one: str, other: str) -> None:
    assert root(one)[:4] == root(other)[:4]


def test_short_stems_have_no_root() -> None:
    assert root("под") == ""


@pytest.mark.parametrize(
    ("loan", "original"),
    [
        ("неймспейс", "namespace"),
        ("докер", "docker"),
        ("хешмап", "hashmap"),
        ("эндпоинт", "endpoint"),
        ("ендпоінт", "endpoint"),
        ("консьюмер", "consumer"),
        ("синглтон", "singleton"),
        ("стрим", "stream"),
        ("дедлок", "deadlock"),
        ("токен", "token"),
    ],
)
def test_a_loan_word_has_the_skeleton_of_its_original(loan: str, original: str) -> None:
    assert skeleton(loan) == skeleton(original) != ""


@pytest.mark.parametrize("word", ["под", "кэш", "bean", "ok"])
def test_words_of_few_consonants_have_none(word: str) -> None:
    assert len(skeleton(word)) in {0, 3}


def test_different_words_have_different_skeletons() -> None:
    assert skeleton("producer") != skeleton("consumer")


def test_sounds_are_written_in_latin_letters() -> None:
    assert romanise("індекс") == "indeks"


@pytest.mark.parametrize(
    ("latin", "ukrainian", "word"),
    [
        ("nelzya", False, "нелзя"),
        ("khranit", False, "хранит"),
        ("shag", False, "шаг"),
        ("kazhdyy", False, "каждый"),
        ("kontejner", False, "контейнер"),
        ("zberihaty", True, "зберіхати"),
        ("shche", True, "ще"),
        ("eto", False, "это"),
    ],
)
def test_latin_letters_are_turned_back(latin: str, ukrainian: bool, word: str) -> None:
    assert cyrillise(latin, ukrainian=ukrainian) == word
