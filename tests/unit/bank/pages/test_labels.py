"""Labels are recognised in three languages, in any dress, and nothing else is."""

import pytest

from bot.bank.pages.labels import Label, begins_as_sheet, is_sheet, is_unmistakable, label_of, level_of
from bot.bank.pages.vocabulary import Part
from bot.domain.language import Language, Level


@pytest.mark.parametrize(
    ("text", "part", "language"),
    [
        ("**Must know:**", Part.MUST_KNOW, Language.EN),
        ("MUST KNOW", Part.MUST_KNOW, Language.EN),
        ("### ✅ Must-know", Part.MUST_KNOW, Language.EN),
        ("1. Must know (key points):", Part.MUST_KNOW, Language.EN),
        ("[!tip] Must know", Part.MUST_KNOW, Language.EN),
        ("<summary>Must know</summary>", Part.MUST_KNOW, Language.EN),
        ("Обязательно знать", Part.MUST_KNOW, Language.RU),
        ("Обязательно занть:", Part.MUST_KNOW, Language.RU),
        ("Это обязательно нужно знать:", Part.MUST_KNOW, Language.RU),
        ("Обов'язково знати", Part.MUST_KNOW, Language.UK),
        ("Обов’язково знати", Part.MUST_KNOW, Language.UK),
        ("ОБОВʼЯЗКОВО ЗНАТИ!", Part.MUST_KNOW, Language.UK),
        ("Обов`язково знати", Part.MUST_KNOW, Language.UK),
        ("Обовязково знати", Part.MUST_KNOW, Language.UK),
        ("Frequent follow-up questions:", Part.FOLLOW_UPS, Language.EN),
        ("Typical follow up Q&A", Part.FOLLOW_UPS, Language.EN),
        ("Частые уточняющие вопросы", Part.FOLLOW_UPS, Language.RU),
        ("Вопросы, которые зададут", Part.FOLLOW_UPS, Language.RU),
        ("Часті уточнюючі запитання", Part.FOLLOW_UPS, Language.UK),
        ("🚩 Red flags (DO NOT say):", Part.RED_FLAGS, Language.EN),
        ("Never say this", Part.RED_FLAGS, Language.EN),
        ("Красные флаги (НЕ говорить)", Part.RED_FLAGS, Language.RU),
        ("Red flags", Part.RED_FLAGS, Language.EN),
        ("Червоні прапорці (НЕ говорити)", Part.RED_FLAGS, Language.UK),
        ("Related questions", Part.RELATED, Language.EN),
        ("Связанные темы", Part.RELATED, Language.RU),
        ("Пов'язані теми", Part.RELATED, Language.UK),
        ("Повязані питання", Part.RELATED, Language.UK),
    ],
)
def test_labels_are_recognised(text: str, part: Part, language: Language) -> None:
    assert label_of(text) == Label(part, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "**",
        "Example:",
        "Пример",
        "Приклад:",
        "Isolation levels",
        "Итог:",
        "Why is DELETE idempotent although it answers 404 the second time?",
    ],
)
def test_other_headings_are_no_labels(text: str) -> None:
    assert label_of(text) is None


def test_what_is_not_decorated_has_to_be_a_label_known() -> None:
    assert label_of("Never say this", decorated=False) is None
    assert label_of("Must know", decorated=False) is not None


def test_only_some_labels_are_unmistakable() -> None:
    assert is_unmistakable("**Must know:**")
    assert is_unmistakable("Червоні прапорці")
    assert not is_unmistakable("Key points")
    assert not is_unmistakable("Related topics")


@pytest.mark.parametrize(
    "text",
    [
        "🎯 Interview Cheat Sheet",
        "Cheatsheet",
        "Шпаргалка для интервью",
        "Шпаргалка для інтерв’ю",
        "Шпаргалка для співбесіди",
        "Шпаргалка к собеседованию:",
    ],
)
def test_cheat_sheets_are_recognised(text: str) -> None:
    assert is_sheet(text)


def test_a_cheat_sheet_may_have_a_subject() -> None:
    assert begins_as_sheet("Шпаргалка: HashMap")
    assert begins_as_sheet("Cheat Sheet — what to know for each level")
    assert not is_sheet("Cheat Sheet — what to know for each level")
    assert not begins_as_sheet("Sheets of paper")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("🟢 Junior Level", Level.JUNIOR),
        ("Junior", Level.JUNIOR),
        ("Middle уровень", Level.MIDDLE),
        ("🟡 Уровень: Middle", Level.MIDDLE),
        ("Рівень Senior", Level.SENIOR),
        ("Senior Level (deep dive)", Level.SENIOR),
        ("Senior level — internals of the map", Level.SENIOR),
        ("**Для джуниора**", Level.JUNIOR),
        ("What a Junior should know", Level.JUNIOR),
        ("Сеньйор", Level.SENIOR),
        ("Junior vs Senior", None),
        ("Junior/Middle level", None),
        ("The role of a senior in reviews", None),
        ("Level", None),
        ("", None),
    ],
)
def test_levels_are_recognised(text: str, level: Level | None) -> None:
    assert level_of(text) is level
