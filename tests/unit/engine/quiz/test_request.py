"""The words after /quiz and /top."""

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.engine.quiz.request import parse_quiz, parse_top
from bot.engine.quiz.rules import GameMode
from bot.engine.quiz.standings import Order, Span

TOPICS = (
    Topic("docker", {Language.EN: "Docker", Language.RU: "Докер"}, ("containers", "контейнеры", "контейнери")),
    Topic("sql", {Language.EN: "Databases", Language.RU: "Базы данных", Language.UK: "Бази даних"}),
)


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("race", GameMode.RACE),
        ("наперегонки", GameMode.RACE),
        ("перегони", GameMode.RACE),
        ("SILENT", GameMode.SILENT),
        ("тихий", GameMode.SILENT),
        ("мовчки", GameMode.SILENT),
        ("poll", GameMode.POLL),
        ("опрос", GameMode.POLL),
        ("опитування", GameMode.POLL),
        ("hot seat", GameMode.HOT_SEAT),
        ("hotseat", GameMode.HOT_SEAT),
        ("горячий стул", GameMode.HOT_SEAT),
        ("гарячий стілець", GameMode.HOT_SEAT),
        ("", None),
        ("docker 5", None),
    ],
)
def test_modes_are_known_by_words_of_three_languages(words: str, mode: GameMode | None) -> None:
    request = parse_quiz(words, TOPICS)
    assert request.mode is mode
    assert request.said.unknown == ()


@pytest.mark.parametrize(
    "words", ["docker 5 silent senior ru", "тихо докер пять senior по русски", "5 контейнеры сеньор ru silent"]
)
def test_words_come_in_any_order_and_language(words: str) -> None:
    request = parse_quiz(words, TOPICS)
    said = request.said
    assert (said.topics, said.count, said.level, said.language) == (("docker",), 5, Level.SENIOR, Language.RU)
    assert request.mode is GameMode.SILENT


def test_what_means_nothing_is_told() -> None:
    assert parse_quiz("docker frobnicate", TOPICS).said.unknown == ("frobnicate",)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.DAY, ("today", "day", "сегодня", "за день", "сьогодні")),
        (Span.WEEK, ("week", "this week", "неделя", "за неделю", "тиждень")),
        (Span.MONTH, ("Month", "месяц", "місяць")),
        (Span.SEASON, ("season", "сезон", "этого сезона")),
        (Span.ALL, ("", "all", "all time", "всё время", "весь час", "frobnicate")),
    ],
)
def test_spans_are_known_by_words_of_three_languages(span: Span, words: tuple[str, ...]) -> None:
    assert {parse_top(each) for each in words} == {(span, Order.POINTS)}


@pytest.mark.parametrize("words", ["week accuracy", "точность за неделю", "точність, тиждень"])
def test_a_board_by_accuracy_is_asked_for_in_words(words: str) -> None:
    assert parse_top(words) == (Span.WEEK, Order.ACCURACY)
