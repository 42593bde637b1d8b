"""What a group chooses for its games, and what a player is asked in private."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.language import Language
from bot.domain.messaging import Button, OutMessage
from bot.i18n import NATIVE_NAMES, Texts
from bot.rendering.callbacks import fits
from bot.rendering.callbacks.quiz import Arrange, Complain, FlagLink, GroupLink, Launch, Option, Reason
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import button, grid
from bot.rendering.markdown import inline_html
from bot.rendering.quiz.view import legal

TITLE_LENGTH = 40
TOPICS = 90
"""Topics offered by button: a message takes a hundred of them, and every topic can be typed."""

_NAMED: Mapping[Option, tuple[str, str]] = MappingProxyType(
    {
        Option.MODE: ("button-quiz-mode", "mode"),
        Option.LEVEL: ("level-name", "level"),
        Option.SECONDS: ("button-quiz-seconds", "seconds"),
        Option.SPEED: ("button-quiz-speed", "speed"),
        Option.TIDY: ("button-quiz-tidy", "tidy"),
        Option.STARTERS: ("button-quiz-starters", "starters"),
    }
)
"""Texts that name values, and what they call them."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is chosen for the games of group `chat`: values by option, the topic and its choices by name.

    `zone` is the name of the zone its days are counted by. `title` is the group's when it is spoken of in private, else
    None.
    """

    chat: int
    values: Mapping[Option, str]
    topic: str
    zone: str
    hears: bool
    title: str | None = None

    @property
    def button_chat(self) -> int | None:
        """The group a button has to name: none in the group itself."""
        return None if self.title is None else self.chat


def house_menu(texts: Texts, language: Language, chosen: Arrangement) -> OutMessage:
    """All that is chosen, with a button to change each of it; in the group also to start, and to go to private."""
    values = chosen.values
    said = texts.text(
        language,
        "quiz-menu",
        mode=values[Option.MODE],
        topic=escape(chosen.topic) or texts.text(language, "quiz-all-topics"),
        rounds=int(values[Option.ROUNDS]),
        level=texts.text(language, "level-name", level=values[Option.LEVEL]),
        language=NATIVE_NAMES[Language(values[Option.LANGUAGE])],
        seconds=int(values[Option.SECONDS]),
        speed=float(values[Option.SPEED]),
        tidy=values[Option.TIDY],
        starters=values[Option.STARTERS],
        zone=escape(chosen.zone),
        hears="yes" if chosen.hears else "no",
    )
    options = grid(_opener(texts, language, option, chosen) for option in Option)
    if chosen.title is not None:
        title = escape(clip(chosen.title, TITLE_LENGTH))
        return OutMessage(f"{texts.text(language, 'quiz-settings-of', title=title)}\n\n{said}", options)
    start = button(texts.text(language, "button-quiz-start"), Launch())
    private = Button(texts.text(language, "button-quiz-settings"), start=str(GroupLink(chosen.chat)))
    return OutMessage(said, ((start,), *options, (private,)))


def _opener(texts: Texts, language: Language, option: Option, chosen: Arrangement) -> Button:
    opening = Arrange(option, None, chosen.button_chat)
    return button(texts.text(language, "button-quiz-option", option=option.value), opening)


def option_menu(
    texts: Texts, language: Language, chosen: Arrangement, option: Option, names: Mapping[str, str]
) -> OutMessage:
    """The values of an option, the present one ticked, and the way back; `names` are theirs, empty for our own."""
    buttons = []
    for value, name in names.items():
        label, picked = name or _named(texts, language, option, value), Arrange(option, value, chosen.button_chat)
        ticked = texts.text(language, "button-chosen", label=label) if value == chosen.values[option] else label
        if fits(picked):
            buttons.append(button(ticked, picked))
    back = button(texts.text(language, "button-setting-back"), Arrange(None, None, chosen.button_chat))
    said = texts.text(language, "quiz-option", option=option.value)
    return OutMessage(said, (*grid(buttons[:TOPICS]), (back,)))


def _named(texts: Texts, language: Language, option: Option, value: str) -> str:
    if option is Option.LANGUAGE:
        return NATIVE_NAMES[Language(value)]
    if option not in _NAMED:
        return texts.text(language, "button-all-topics") if option is Option.TOPIC else value
    text_id, argument = _NAMED[option]
    return texts.text(language, text_id, **{argument: int(value) if value.isdigit() else value})


def elsewhere(texts: Texts, language: Language, text_id: str) -> OutMessage:
    """That something belongs into a group, with a button that adds the bot to one."""
    adding = Button(texts.text(language, "button-quiz-add"), start="quiz", group=True)
    return OutMessage(texts.text(language, text_id), ((adding,),))


def private_question(texts: Texts, language: Language, question: str) -> OutMessage:
    """Asks for an answer in private."""
    return OutMessage(legal(texts.text(language, "quiz-write", question=inline_html(question))))


def reasons_menu(texts: Texts, language: Language, about: FlagLink) -> OutMessage:
    """What can be wrong with a question."""
    picks = (
        button(texts.text(language, "button-quiz-reason", reason=reason), Complain(about.game, about.round, reason))
        for reason in Reason
    )
    return OutMessage(texts.text(language, "quiz-flag", round=about.round), grid(picks, most=2))
