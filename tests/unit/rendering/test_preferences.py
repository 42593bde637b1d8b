"""The screens of the settings."""

from dataclasses import fields

import pytest

from bot.domain.dialogue import Mode, Preferences, Temper
from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.i18n import Texts
from bot.rendering.callbacks import OPTIONS, Change, OpenSetting, Setting, parse
from bot.rendering.preferences import setting_menu, settings_menu
from tests.unit.rendering.strategies import shown

TEXTS = Texts.load(strict=True)
CHOSEN = Preferences(
    Mode.TRAINING, Temper.DEMANDING, fixed=False, minutes=30, question_minutes=5, confidence=True, boards=False
)

everywhere = pytest.mark.parametrize("language", Language)


def data(message: OutMessage) -> list[object]:
    return [parse(button.data) for row in message.buttons for button in row]


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


@everywhere
def test_every_setting_has_a_line_and_a_button(language: Language) -> None:
    message = settings_menu(TEXTS, language, Preferences())
    assert data(message) == [OpenSetting(name) for name in Setting]
    assert shown(message.html).text.split("\n\n")[1].count(": ") == len(Setting)
    assert all(len(row) <= 2 for row in message.buttons)


@everywhere
def test_every_choice_changes_the_screen(language: Language) -> None:
    before, after = (shown(settings_menu(TEXTS, language, each).html).text for each in (Preferences(), CHOSEN))
    changed = [one for one, other in zip(before.splitlines(), after.splitlines(), strict=True) if one != other]
    assert len(changed) == len(fields(Preferences))


def test_what_is_set_is_said_in_words() -> None:
    text = shown(settings_menu(TEXTS, Language.EN, CHOSEN).html).text
    for words in ("training", "demanding", "rises and falls", "Time in all: 30 min", "Time a question: 5 min", "asked"):
        assert words in text


@everywhere
@pytest.mark.parametrize("name", Setting)
def test_all_values_of_a_setting_are_offered_and_the_present_one_is_ticked(language: Language, name: Setting) -> None:
    message = setting_menu(TEXTS, language, CHOSEN, name)
    assert data(message) == [*(Change(name, value) for value in OPTIONS[name]), OpenSetting(None)]
    present = language if name is Setting.LANGUAGE else getattr(CHOSEN, name)
    ticked = [parse(button.data) for row in message.buttons for button in row if button.label.startswith("✓")]
    assert ticked == [Change(name, present)]
    assert len(set(labels(message))) == len(labels(message))
    assert shown(message.html).text


@pytest.mark.parametrize("name", [name for name in Setting if name is not Setting.LANGUAGE])
def test_settings_are_fields_of_the_preferences_and_their_defaults_are_offered(name: Setting) -> None:
    assert getattr(Preferences(), name) in OPTIONS[name]
