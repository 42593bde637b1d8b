"""The words after /quiz."""

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.engine.quiz.request import parse_quiz
from bot.engine.quiz.rules import GameMode

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
