"""What is read out of a text: meanings, numbers, poles, negations."""

import pytest

from bot.domain.language import Language
from bot.grading.analysis import Analyser
from bot.grading.matching import Answer
from bot.grading.polarity import negated, poles, reaches
from bot.grading.quantities import quantities
from bot.grading.reading import Reading
from bot.grading.text import tokenise

EN, RU, UK = Language.EN, Language.RU, Language.UK


def _meanings(reading: Reading) -> set[str]:
    return {key for unit in (*reading.units, *reading.phrases) for key in unit.exact if key[0] == "c"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((EN, "garbage collector"), (RU, "сборщик мусора")),
        ((EN, "thread"), (UK, "потік")),
        ((EN, "deadlock"), (RU, "взаимная блокировка")),
        ((RU, "хешмапа"), (EN, "HashMap")),
        ((RU, "кубер"), (EN, "Kubernetes")),
        ((UK, "винятки"), (EN, "exceptions")),
        ((RU, "за константу"), (EN, "O(1)")),
        ((UK, "один раз"), (RU, "однократно")),
    ],
)
def test_one_meaning_is_known_in_all_languages(
    analyser: Analyser, one: tuple[Language, str], other: tuple[Language, str]
) -> None:
    first, second = (analyser.read(text, language) for language, text in (one, other))
    assert _meanings(first) & _meanings(second)


def test_small_words_carry_no_meaning(analyser: Analyser) -> None:
    assert analyser.read("it is not that which was", EN).units == ()


def test_http_methods_are_no_small_words(analyser: Analyser) -> None:
    assert [unit.text for unit in analyser.read("GET and PUT", EN).units] == ["get", "put"]


def test_names_weigh_more_than_words_and_those_more_than_fillers(analyser: Analyser) -> None:
    name, word, filler = analyser.read("HashMap lock thing", EN).units
    assert name.weight > word.weight > filler.weight


def test_russian_in_latin_letters_is_read_as_russian(analyser: Analyser) -> None:
    latin = analyser.read("eto kogda potok zhdet i nichego ne delaet", RU)
    assert {"поток", "ждет"} <= {token.text for token in latin.text.tokens}


def test_english_in_a_russian_answer_stays_english(analyser: Analyser) -> None:
    reading = analyser.read("the pod is restarted by kubelet", RU)
    assert all(token.text.isascii() for token in reading.text.tokens)


def test_parts_of_an_identifier_match_less_than_the_whole(analyser: Analyser) -> None:
    answer = Answer(analyser.read("it opens a tcpSocket", EN))
    (part,), (whole,) = (analyser.read(text, EN).units for text in ("tcp", "tcpSocket"))
    assert 0 < answer.best(part.word) < answer.best(whole.word) == 1


def test_two_identifiers_that_share_a_part_are_not_each_other(analyser: Analyser) -> None:
    answer = Answer(analyser.read("TreeMap", EN))
    (other,) = analyser.read("HashMap", EN).units
    assert answer.places(other.word) == []


@pytest.mark.parametrize(("typed", "meant"), [("kuberntes", "kubernetes"), ("transacton", "transaction")])
def test_a_typo_is_forgiven(analyser: Analyser, typed: str, meant: str) -> None:
    (unit,) = analyser.read(meant, EN).units
    assert Answer(analyser.read(typed, EN)).best(unit.word) > 0.7


def test_a_short_word_with_another_letter_is_another_word(analyser: Analyser) -> None:
    (unit,) = analyser.read("lock", EN).units
    assert Answer(analyser.read("luck", EN)).best(unit.word) == 0


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("5-15%", [(5, 15)]),
        ("30k", [(30000, 30000)]),
        ("10-20к", [(10000, 20000)]),
        ("from 3 to 7", [(3, 7)]),
        ("2 млн", [(2_000_000, 2_000_000)]),
        ("0.75 and 8", [(0.75, 0.75), (8, 8)]),
        ("1.2.3", [(1.23, 1.23)]),
        ("none", []),
    ],
)
def test_numbers_are_read_with_ranges_and_thousands(text: str, ranges: list[tuple[float, float]]) -> None:
    assert [(quantity.low, quantity.high) for quantity in quantities(tokenise(text))] == ranges


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("5-15", "10", True),
        ("5-15", "16", False),
        ("1000", "1024", True),
        ("401", "403", False),
        ("30k", "30000", True),
    ],
)
def test_numbers_meet_when_their_ranges_touch(one: str, other: str, meet: bool) -> None:
    (first,), (second,) = quantities(tokenise(one)), quantities(tokenise(other))
    assert first.meets(second) is meet


@pytest.mark.parametrize(
    ("language", "text", "turned"),
    [
        (EN, "it does not keep order", {"keep", "order"}),
        (EN, "POST isn't", {"post"}),
        (EN, "less secure", {"secure"}),
        (EN, "not only fast", set()),
        (EN, "there is no difference", set()),
        (EN, "not impossible to escape", set()),
        (RU, "не хранит порядок", {"хранит", "порядок"}),
        (RU, "никогда не падает", {"падает"}),
        (RU, "нельзя повторять", {"повторять"}),
        (RU, "меняет состояние", set()),
        (UK, "жодного замка не тримає", {"тримає"}),
        (UK, "немає черги", {"черги"}),
    ],
)
def test_negations_reach_what_they_deny(analyser: Analyser, language: Language, text: str, turned: set[str]) -> None:
    reading = analyser.read(text, language)
    assert {reading.text.tokens[token].text for token in negated(reading, tuple(reaches(reading)))} == turned


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (EN, "fast", "slow"),
        (EN, "mutable", "immutable"),
        (RU, "безопасно", "опасно"),
        (RU, "дешевле", "дороже"),
        (UK, "швидший", "повільніший"),
        (UK, "однакові", "різні"),
    ],
)
def test_opposites_stand_at_poles_of_one_axis(analyser: Analyser, language: Language, one: str, other: str) -> None:
    first, second = (poles(analyser.read(text, language))[0] for text in (one, other))
    assert any(second.get(axis) == -sign for axis, sign in first.items())


@pytest.mark.parametrize("name", ["no-store", "no-cache", "no-op"])
def test_a_name_that_begins_with_no_is_one_word_and_denies_nothing(analyser: Analyser, name: str) -> None:
    reading = analyser.read(f"The header {name} is sent", EN)
    assert name in {unit.text for unit in reading.units}
    assert not negated(reading, tuple(reaches(reading)))


def test_the_operator_that_compares_references_is_a_word(analyser: Analyser) -> None:
    assert "==" in {unit.text for unit in analyser.read("compares with == only", EN).units}
