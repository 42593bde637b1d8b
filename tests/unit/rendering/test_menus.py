from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.dialogue import Mode
from bot.domain.language import Language, Level
from bot.domain.messaging import Dictated, OutMessage
from bot.domain.question import Topic
from bot.domain.scorecard import Recommendation
from bot.i18n import Texts
from bot.rendering import menus
from bot.rendering.callbacks import (
    ChooseLanguage,
    Forget,
    OpenReport,
    PickCount,
    PickLevel,
    PickMode,
    PickPage,
    PickTopic,
    Plain,
    parse,
)
from tests.unit.rendering.strategies import shown

TEXTS = Texts.load(strict=True)
TRICKY = "R&D <b>"


def topics(count: int) -> list[Topic]:
    return [Topic(f"topic-{n}", dict.fromkeys(Language, f"{TRICKY} {n}")) for n in range(count)]


PAST = menus.PastInterview(7, date(2025, 5, 3), Level.SENIOR, (TRICKY,), Recommendation.LEANING_HIRE, 3.5)
PAST_UNMARKED = replace(PAST, score=None, topics=())


def data(message: OutMessage) -> list[object]:
    return [parse(button.data) for row in message.buttons for button in row]


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


Menu = Callable[[Language], OutMessage]
EVERY_MENU: dict[str, Menu] = {
    "greeting": lambda language: menus.greeting(TEXTS, language, 5),
    "idle": lambda language: menus.idle(TEXTS, language),
    "language": lambda language: menus.language_menu(TEXTS, language),
    "topics": lambda language: menus.topics_menu(TEXTS, language, topics(30), 1),
    "topics-list": lambda language: menus.topics_list(TEXTS, language, [(item, 3) for item in topics(30)]),
    "no-topics": lambda language: menus.topics_list(TEXTS, language, []),
    "unknown": lambda language: menus.unknown_topic(TEXTS, language, TRICKY, topics(2)),
    "levels": lambda language: menus.levels_menu(TEXTS, language),
    "counts": lambda language: menus.counts_menu(TEXTS, language, 20, Mode.INTERVIEW),
    "history": lambda language: menus.history_list(TEXTS, language, [PAST, PAST_UNMARKED]),
    "no-history": lambda language: menus.history_list(TEXTS, language, []),
    "dictation": lambda language: menus.dictation(TEXTS, language, 7, Dictated(TRICKY, 3)),
    "forget": lambda language: menus.forget_menu(TEXTS, language),
    "open": lambda language: menus.open_interview(TEXTS, language, 2, 5),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", EVERY_MENU)
def test_every_menu_can_be_sent(name: str, language: Language) -> None:
    message = EVERY_MENU[name](language)
    assert shown(message.html).text
    assert len(message.html) <= 4096
    assert None not in data(message)
    assert all(1 <= len(row) <= 3 for row in message.buttons)
    assert all(labels(message))


def test_words_among_arguments_are_escaped() -> None:
    message = menus.message(TEXTS, Language.EN, "error-unknown-topic", typed="<b>&")
    assert shown(message.html).text == "I found no topic like “<b>&”. All of them: /topics."


def test_languages_are_offered_by_their_own_names_whatever_is_spoken() -> None:
    for language in Language:
        message = menus.language_menu(TEXTS, language)
        assert labels(message) == ["English", "Русский", "Українська"]
        assert data(message) == [ChooseLanguage(item) for item in Language]


def test_few_topics_need_no_pages() -> None:
    message = menus.topics_menu(TEXTS, Language.EN, topics(3))
    assert data(message) == [PickTopic(None), *(PickTopic(f"topic-{n}") for n in range(3))]


@pytest.mark.parametrize(
    ("page", "first", "turning"),
    [
        (0, "topic-0", [PickPage(1)]),
        (1, "topic-8", [PickPage(0), PickPage(2)]),
        (2, "topic-16", [PickPage(1)]),
        (99, "topic-16", [PickPage(1)]),
        (-1, "topic-0", [PickPage(1)]),
    ],
)
def test_many_topics_are_paged(page: int, first: str, turning: list[PickPage]) -> None:
    message = menus.topics_menu(TEXTS, Language.EN, topics(20), page)
    everything, shown_first, *_ = data(message)
    assert (everything, shown_first) == (PickTopic(None), PickTopic(first))
    assert [item for item in data(message) if isinstance(item, PickPage)] == turning


def test_every_topic_is_on_exactly_one_page() -> None:
    pages = [data(menus.topics_menu(TEXTS, Language.EN, topics(20), page)) for page in range(3)]
    found = [item.topic for page in pages for item in page if isinstance(item, PickTopic) and item.topic]
    assert found == [f"topic-{n}" for n in range(20)]


def test_topics_are_listed_with_their_numbers_of_questions() -> None:
    one, two = topics(2)
    message = menus.topics_list(TEXTS, Language.RU, [(one, 1), (two, 5)])
    assert shown(message.html).text == (
        "2 темы\n\nВыберите одну, и начнём.\n\n• R&D <b> 0 – 1 вопрос\n• R&D <b> 1 – 5 вопросов"
    )


def test_a_list_too_long_for_a_message_is_cut_between_lines() -> None:
    message = menus.topics_list(TEXTS, Language.EN, [(item, 3) for item in topics(400)])
    plain = shown(message.html).text
    assert 3500 < len(plain) <= 4096
    assert plain.endswith("– 3 questions")


def test_a_topic_with_too_long_an_id_has_no_button_and_spoils_no_other() -> None:
    long = Topic("x" * 60, {Language.EN: "Long"})
    message = menus.topics_menu(TEXTS, Language.EN, [long, *topics(1)])
    assert data(message) == [PickTopic(None), PickTopic("topic-0")]


def test_only_the_beginning_of_what_was_typed_is_repeated() -> None:
    message = menus.unknown_topic(TEXTS, Language.EN, "word " * 800, [])
    assert len(message.html) < 150


def test_an_unknown_topic_comes_with_the_nearest() -> None:
    assert data(menus.unknown_topic(TEXTS, Language.EN, "x", topics(2))) == [PickTopic("topic-0"), PickTopic("topic-1")]
    assert data(menus.unknown_topic(TEXTS, Language.EN, "x", [])) == []


def test_levels_are_all_offered() -> None:
    assert data(menus.levels_menu(TEXTS, Language.UK)) == [PickLevel(level) for level in Level]


@pytest.mark.parametrize(
    ("available", "counts"), [(0, [1]), (1, [1]), (3, [3]), (4, [3, 4]), (8, [3, 5, 8]), (500, [3, 5, 8, 10])]
)
def test_no_more_questions_are_offered_than_there_are(available: int, counts: list[int]) -> None:
    offered = data(menus.counts_menu(TEXTS, Language.EN, available, Mode.INTERVIEW))
    assert offered == [*(PickCount(count) for count in counts), PickMode(Mode.TRAINING)]


@pytest.mark.parametrize(("mode", "other"), [(Mode.INTERVIEW, Mode.TRAINING), (Mode.TRAINING, Mode.INTERVIEW)])
def test_the_other_mode_is_a_button_away(mode: Mode, other: Mode) -> None:
    assert data(menus.counts_menu(TEXTS, Language.EN, 10, mode))[-1] == PickMode(other)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.EN, "3 May 2025 · Senior · R&D <b>: Leaning hire, 3.5 of 5"),
        (Language.RU, "3 мая 2025 · Senior · R&D <b>: Скорее брать, 3,5 из 5"),
        (Language.UK, "3 трав. 2025 · Senior · R&D <b>: Радше брати, 3,5 з 5"),
    ],
)
def test_history_is_dated_and_marked_as_the_language_does(language: Language, line: str) -> None:
    message = menus.history_list(TEXTS, language, [PAST])
    assert line in shown(message.html).text
    assert data(message) == [OpenReport(7)]


def test_history_of_an_interview_on_everything_without_a_mark() -> None:
    message = menus.history_list(TEXTS, Language.EN, [PAST_UNMARKED])
    assert "Senior · all topics: Leaning hire\n" in shown(message.html).text


def test_erasing_is_confirmed_or_not() -> None:
    assert data(menus.forget_menu(TEXTS, Language.EN)) == [Forget(confirmed=True), Forget(confirmed=False)]


def test_an_open_interview_can_be_resumed_or_replaced() -> None:
    message = menus.open_interview(TEXTS, Language.EN, 2, 5)
    assert "question 2 of 5" in shown(message.html).text
    assert data(message) == [Plain.RESUME, Plain.NEW]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("names", [menus.COMMANDS, menus.GROUP_COMMANDS])
def test_the_command_menu_is_what_the_messenger_takes(language: Language, names: tuple[str, ...]) -> None:
    described = menus.command_descriptions(TEXTS, language, names)
    assert len(described) == len(set(described)) == len(names)
    for name, description in described:
        assert name.isascii()
        assert name.islower()
        assert len(name) <= 32
        assert 3 <= len(description) <= 256
