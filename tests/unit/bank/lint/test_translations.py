"""What is the same in all languages of a question."""

from dataclasses import replace
from typing import Any

import pytest

from bot.bank.lint.translations import missing_languages, unlike_translations
from bot.domain.language import Language, Level
from bot.domain.question import Question
from tests.unit.bank.lint.build import flag, places, point, question, subject

EN = question()
RU = replace(EN, language=Language.RU)
UK = replace(EN, language=Language.UK)


def test_three_languages_alike_are_sound() -> None:
    for version in (EN, RU, UK):
        everything = subject(version, EN, RU, UK)
        assert places(unlike_translations, everything) == []
        assert places(missing_languages, everything) == []


def test_missing_languages_are_told_once() -> None:
    faults = list(missing_languages(subject(RU, RU)))
    assert [fault.remedy for fault in faults] == ["Add q.en.yaml", "Add q.uk.yaml"]
    assert places(missing_languages, subject(UK, RU)) == []


def points(**changes: Any) -> dict[str, Any]:
    return {"points": (*EN.points[:2], point(2, **changes), *EN.points[3:])}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (points(level=Level.SENIOR), [("points", 2, "level")]),
        (points(weight=2.0), [("points", 2, "weight")]),
        (points(id="other"), [("points", 2, "id"), ("points",)]),
        ({"points": EN.points[:-1]}, [("points",)]),
        ({"red_flags": (*EN.red_flags, flag(9))}, [("red_flags", 4, "id")]),
        (
            {"follow_ups": (replace(EN.follow_ups[0], point="p1"), *EN.follow_ups[1:])},
            [("follow_ups", 0, "point")],
        ),
        ({"topic": "other"}, [("topic",)]),
        ({"related": ("elsewhere",)}, [("related",)]),
    ],
)
def test_what_differs_is_found_in_the_later_language(
    changes: dict[str, Any], found: list[tuple[str | int, ...]]
) -> None:
    spoilt = replace(RU, **changes)
    assert places(unlike_translations, subject(spoilt, EN)) == found
    assert places(unlike_translations, subject(EN, spoilt)) == []


def test_texts_and_order_may_differ() -> None:
    other = replace(
        RU, title="Заголовок", points=tuple(replace(each, text="Иначе", phrasings=()) for each in reversed(EN.points))
    )
    assert places(unlike_translations, subject(other, EN)) == []


def test_the_first_language_there_is_sets_the_measure() -> None:
    spoilt: Question = replace(UK, topic="other")
    (fault,) = unlike_translations(subject(spoilt, RU))
    assert fault.reason == "'other' here, 'topic' in ru"
