"""The settings of a person: all of them on one screen, and the values of each on one of its own."""

from bot.domain.dialogue import Preferences
from bot.domain.language import Language
from bot.domain.messaging import Button, OutMessage
from bot.i18n import NATIVE_NAMES, Texts
from bot.rendering.callbacks import OPTIONS, Change, OpenSetting, Setting, Value
from bot.rendering.keyboard import button, grid

_SWITCHES = {True: "on", False: "off"}


def settings_menu(texts: Texts, language: Language, present: Preferences) -> OutMessage:
    """What is set, with a button to each setting."""
    said = texts.text(
        language,
        "settings",
        language=NATIVE_NAMES[language],
        mode=present.mode.value,
        temper=present.temper.value,
        course="fixed" if present.fixed else "adaptive",
        minutes=present.minutes or 0,
        pace=present.question_minutes or 0,
        rating=_SWITCHES[present.confidence],
        boards=_SWITCHES[present.boards],
    )
    names = (button(texts.text(language, f"button-setting-{name}"), OpenSetting(name)) for name in Setting)
    return OutMessage(said, grid(names, most=2))


def setting_menu(texts: Texts, language: Language, present: Preferences, name: Setting) -> OutMessage:
    """The values of a setting, the present one ticked, and the way back."""
    chosen = language if name is Setting.LANGUAGE else getattr(present, name)
    values = (_value(texts, language, name, value, ticked=value == chosen) for value in OPTIONS[name])
    back = button(texts.text(language, "button-setting-back"), OpenSetting(None))
    return OutMessage(texts.text(language, f"setting-{name}"), (*grid(values, most=2), (back,)))


def _value(texts: Texts, language: Language, name: Setting, value: Value, *, ticked: bool) -> Button:
    named = _named(texts, language, name, value)
    return button(texts.text(language, "button-chosen", label=named) if ticked else named, Change(name, value))


def _named(texts: Texts, language: Language, name: Setting, value: Value) -> str:
    match value:
        case Language():
            return NATIVE_NAMES[value]
        case bool():
            return texts.text(language, f"button-{name}-{_SWITCHES[value]}")
        case int():
            return texts.text(language, "button-limit", minutes=value)
        case None:
            return texts.text(language, "button-limit-none")
        case _:
            return texts.text(language, f"button-{name}-{value}")
