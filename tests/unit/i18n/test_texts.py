from collections.abc import Mapping

import pytest
from fluent.runtime import FluentBundle, FluentResource
from structlog.testing import capture_logs

from bot.domain.language import Language
from bot.i18n import TextError, Texts, guess_language
from bot.i18n.texts import UNSAYABLE


def bundles(**sources: str) -> Mapping[Language, FluentBundle]:
    """One bundle a language; a language without source is empty."""
    made = {}
    for language in Language:
        bundle = FluentBundle([language.value], use_isolating=False)
        bundle.add_resource(FluentResource(sources.get(language.value, "")))
        made[language] = bundle
    return made


def test_arguments_are_filled_in_without_isolating_marks() -> None:
    texts = Texts(bundles(en="hello = Hello, { $name }!"), strict=True)
    assert texts.text(Language.EN, "hello", name="Ann") == "Hello, Ann!"


def test_arguments_may_be_as_long_as_a_message() -> None:
    texts = Texts(bundles(en="pair = { $first }, then { $second } and { $third }"), strict=True)
    first, second = "a" * 4096, "\ue000third\ue001" * 500
    assert texts.text(Language.EN, "pair", first=first, second=second, third="c") == f"{first}, then {second} and c"


def test_absent_text_falls_back_to_english_and_is_logged() -> None:
    texts = Texts(bundles(en="hello = Hello"))
    with capture_logs() as logs:
        assert texts.text(Language.UK, "hello") == "Hello"
    assert [(log["event"], log["message"], log["language"]) for log in logs] == [("text_fault", "hello", "uk")]


def test_absent_argument_falls_back_to_english() -> None:
    texts = Texts(bundles(en="hello = Hello", ru="hello = Привет, { $name }"))
    with capture_logs() as logs:
        assert texts.text(Language.RU, "hello") == "Hello"
    assert len(logs) == 1


@pytest.mark.parametrize("source", ["", "hello = Hello, { $name }", "hello =\n    .label = only an attribute"])
def test_nothing_raw_is_ever_shown(source: str) -> None:
    texts = Texts(bundles(en=source))
    with capture_logs() as logs:
        assert texts.text(Language.EN, "hello") == UNSAYABLE
    assert logs


@pytest.mark.parametrize("source", ["", "hello = Hello, { $name }", "hello =\n    .label = only an attribute"])
def test_strict_texts_raise(source: str) -> None:
    with pytest.raises(TextError, match="hello"):
        Texts(bundles(en=source), strict=True).text(Language.EN, "hello")


def test_logs_do_not_tell_what_people_wrote() -> None:
    texts = Texts(bundles(en="hello = { $name } { $other }"))
    with capture_logs() as logs:
        texts.text(Language.EN, "hello", name="my secret answer")
    assert "secret" not in str(logs)


@pytest.mark.parametrize(
    ("language", "score", "expected"),
    [(Language.EN, 3.5, "3.5 of 5"), (Language.RU, 3.5, "3,5 из 5"), (Language.UK, 4, "4,0 з 5")],
)
def test_numbers_are_written_as_the_language_does(
    texts: Texts, language: Language, score: float, expected: str
) -> None:
    assert texts.text(language, "report-question-score", score=score) == expected


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        (Language.EN, 1, "1 question"),
        (Language.EN, 2, "2 questions"),
        (Language.RU, 1, "1 вопрос"),
        (Language.RU, 3, "3 вопроса"),
        (Language.RU, 5, "5 вопросов"),
        (Language.RU, 11, "11 вопросов"),
        (Language.RU, 21, "21 вопрос"),
        (Language.UK, 1, "1 запитання"),
        (Language.UK, 4, "4 запитання"),
        (Language.UK, 12, "12 запитань"),
        (Language.UK, 25, "25 запитань"),
    ],
)
def test_plurals_are_right(texts: Texts, language: Language, count: int, expected: str) -> None:
    assert texts.text(language, "questions", count=count) == expected


@pytest.mark.parametrize(
    ("language", "minutes", "expected"),
    [
        (Language.EN, 1, "about a minute"),
        (Language.RU, 21, "около 21 минуты"),
        (Language.RU, 22, "около 22 минут"),
        (Language.UK, 1, "близько 1 хвилини"),
        (Language.UK, 15, "близько 15 хвилин"),
    ],
)
def test_durations_have_the_right_case(texts: Texts, language: Language, minutes: int, expected: str) -> None:
    assert texts.text(language, "minutes", minutes=minutes) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("uk", Language.UK),
        ("uk-UA", Language.UK),
        ("ru_RU.UTF-8", Language.RU),
        ("RU", Language.RU),
        ("en.UTF-8", Language.EN),
        ("de", Language.RU),
        ("ukx", Language.RU),
        ("C.UTF-8", Language.RU),
        ("", Language.RU),
        (None, Language.RU),
    ],
)
def test_language_is_guessed_from_a_tag_or_locale(tag: str | None, expected: Language) -> None:
    assert guess_language(tag, default=Language.RU) is expected
