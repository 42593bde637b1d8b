"""Choices around an interview: what to ask, how, and what to keep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from babel.dates import format_date

from bot.domain.dialogue import Mode
from bot.domain.language import Language, Level
from bot.domain.messaging import Button, Dictated, OutMessage
from bot.domain.question import Topic
from bot.domain.scorecard import Recommendation
from bot.i18n import NATIVE_NAMES, Texts
from bot.rendering.callbacks import (
    DATA_LIMIT,
    Callback,
    ChooseLanguage,
    Forget,
    OpenReport,
    PickCount,
    PickLevel,
    PickMode,
    PickPage,
    PickTopic,
    Plain,
    TakeDictation,
)
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import Keyboard, button, grid
from bot.rendering.splitting import split_html

TOPICS_A_PAGE = 8
TYPED_LENGTH = 60
"""Characters of what a person typed that are repeated to him."""

COUNTS = (3, 5, 8, 10)
MINUTES_A_QUESTION = 3
"""How long a question takes with its follow-ups; eight in 25 minutes is what interviewers plan for."""

COMMANDS = (
    "start",
    "interview",
    "resume",
    "stop",
    "skip",
    "hint",
    "repeat",
    "report",
    "history",
    "progress",
    "daily",
    "today",
    "pause",
    "topics",
    "language",
    "settings",
    "help",
    "about",
    "privacy",
    "mydata",
    "forget",
)
"""Commands of a private chat, in the order of the command menu."""

GROUP_COMMANDS = ("quiz", "stopquiz", "top", "daily", "help", "about")
"""Commands of a group; interviews are held one to one."""


@dataclass(frozen=True, slots=True)
class PastInterview:
    """One line of the history; `topics` are names, empty for all."""

    session: int
    held: date
    level: Level
    topics: tuple[str, ...]
    recommendation: Recommendation
    score: float | None


def message(
    texts: Texts, language: Language, message_id: str, /, *buttons: Button, **arguments: str | float
) -> OutMessage:
    """Any text by its id, words among the arguments escaped, with buttons below."""
    safe = {name: escape(value) if isinstance(value, str) else value for name, value in arguments.items()}
    return OutMessage(texts.text(language, message_id, **safe), grid(buttons))


def label(texts: Texts, language: Language, text_id: str, callback: Callback) -> Button:
    """A button with a label of our own."""
    return button(texts.text(language, text_id), callback)


def command_descriptions(
    texts: Texts, language: Language, names: tuple[str, ...] = COMMANDS
) -> tuple[tuple[str, str], ...]:
    """Names and descriptions for the messenger's command menu."""
    return tuple((name, texts.text(language, f"command-{name}")) for name in names)


def greeting(texts: Texts, language: Language, count: int) -> OutMessage:
    """The first message; `count` is the usual number of questions."""
    begin = label(texts, language, "button-begin", Plain.NEW)
    return message(texts, language, "greeting", begin, count=count, minutes=count * MINUTES_A_QUESTION)


def idle(texts: Texts, language: Language) -> OutMessage:
    """Answer to words that belong to no interview."""
    return message(texts, language, "idle", label(texts, language, "button-begin", Plain.NEW))


def language_menu(texts: Texts, language: Language) -> OutMessage:
    """The three languages, each by its own name."""
    buttons = (button(NATIVE_NAMES[item], ChooseLanguage(item)) for item in Language)
    return message(texts, language, "menu-language", *buttons)


def topics_menu(texts: Texts, language: Language, topics: Sequence[Topic], page: int = 0) -> OutMessage:
    """A page of topics, counted from 0 and held within what there is, with all topics as the first choice."""
    pages = max(1, -(-len(topics) // TOPICS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = topics[page * TOPICS_A_PAGE : (page + 1) * TOPICS_A_PAGE]
    everything = label(texts, language, "button-all-topics", PickTopic(None))
    rows = ((everything,), *_topic_rows(language, shown), *_turning(texts, language, page, pages))
    message_id = "menu-topic" if pages == 1 else "menu-topic-page"
    arguments = {} if pages == 1 else {"page": page + 1, "pages": pages}
    return OutMessage(texts.text(language, message_id, **arguments), rows)


def topics_list(texts: Texts, language: Language, topics: Sequence[tuple[Topic, int]]) -> OutMessage:
    """Every topic, as far as a message holds them, with its number of questions; buttons for the first page of them."""
    lines = "\n".join(
        texts.text(language, "topics-line", name=escape(topic.name(language)), questions=questions)
        for topic, questions in topics
    )
    parts = (texts.text(language, "topics", count=len(topics)), texts.text(language, "topics-choose"), lines)
    menu = topics_menu(texts, language, [topic for topic, _ in topics])
    return OutMessage(split_html("\n\n".join(part for part in parts if part))[0], menu.buttons)


def unknown_topic(texts: Texts, language: Language, typed: str, near: Sequence[Topic]) -> OutMessage:
    """No topic of that name; `near` are those it may have meant, best first."""
    message_id = "error-unknown-topic-near" if near else "error-unknown-topic"
    said = texts.text(language, message_id, typed=escape(clip(typed, TYPED_LENGTH)))
    return OutMessage(said, _topic_rows(language, near))


def levels_menu(texts: Texts, language: Language) -> OutMessage:
    """The three levels."""
    names = ((texts.text(language, "level-name", level=level.key), level) for level in Level)
    return message(texts, language, "menu-level", *(button(name, PickLevel(level)) for name, level in names))


def counts_menu(texts: Texts, language: Language, available: int, mode: Mode) -> OutMessage:
    """Numbers of questions, none above what is available, which is itself a choice when it is small; the other mode."""
    counts = sorted({min(count, max(available, 1)) for count in COUNTS})
    buttons = (button(str(count), PickCount(count)) for count in counts)
    asked = message(texts, language, f"menu-count-{mode}", *buttons, minutes=MINUTES_A_QUESTION)
    other = Mode.INTERVIEW if mode is Mode.TRAINING else Mode.TRAINING
    return with_rows(asked, ((label(texts, language, f"button-instead-{other}", PickMode(other)),),))


def history_list(texts: Texts, language: Language, past: Sequence[PastInterview], trend: str = "") -> OutMessage:
    """Earlier interviews, newest first as given, each with a button to its report; their trend below."""
    if not past:
        return message(texts, language, "history-empty", label(texts, language, "button-begin", Plain.NEW))
    lines = "\n".join(_history_line(texts, language, item) for item in past)
    parts = (texts.text(language, "history"), lines, trend, texts.text(language, "history-choose"))
    return OutMessage(
        "\n\n".join(part for part in parts if part), tuple((_history_button(texts, language, item),) for item in past)
    )


def with_rows(message: OutMessage, rows: Keyboard) -> OutMessage:
    """The message with more rows of buttons below."""
    return replace(message, buttons=(*message.buttons, *rows))


def forget_menu(texts: Texts, language: Language) -> OutMessage:
    """Asks whether everything should be erased."""
    yes = label(texts, language, "button-forget-yes", Forget(confirmed=True))
    no = label(texts, language, "button-forget-no", Forget(confirmed=False))
    return message(texts, language, "forget-confirm", yes, no)


def dictation(texts: Texts, language: Language, session: int, spoken: Dictated) -> OutMessage:
    """What was understood of a voice message, and whether it is to count."""
    buttons = confirming(texts, language, session, spoken.message)
    return message(texts, language, "dictation-heard", *buttons, text=spoken.text)


def confirming(texts: Texts, language: Language, session: int, message_id: int) -> tuple[Button, Button]:
    """Whether the words of that message are the answer: yes or no."""
    yes, no = (TakeDictation(session, message_id, taken=taken) for taken in (True, False))
    return label(texts, language, "button-dictation-yes", yes), label(texts, language, "button-dictation-no", no)


def open_interview(texts: Texts, language: Language, number: int, count: int) -> OutMessage:
    """An interview is open at that question: go on, or begin another."""
    resume = label(texts, language, "button-resume", Plain.RESUME)
    new = label(texts, language, "button-new", Plain.NEW)
    return message(texts, language, "open-interview", resume, new, number=number, count=count)


def _topic_rows(language: Language, topics: Sequence[Topic]) -> Keyboard:
    # A topic whose id is too long for a button can still be asked for by its name.
    picks = ((topic.name(language), PickTopic(topic.id)) for topic in topics)
    return grid((button(name, pick) for name, pick in picks if len(str(pick).encode()) <= DATA_LIMIT), most=2)


def _turning(texts: Texts, language: Language, page: int, pages: int) -> Keyboard:
    back = (label(texts, language, "button-page-back", PickPage(page - 1)),) if page else ()
    on = (label(texts, language, "button-page-on", PickPage(page + 1)),) if page + 1 < pages else ()
    return (back + on,) if back or on else ()


def _topics_of(texts: Texts, language: Language, past: PastInterview) -> str:
    return ", ".join(past.topics) or texts.text(language, "all-topics")


def _history_line(texts: Texts, language: Language, past: PastInterview) -> str:
    arguments = {
        "date": format_date(past.held, "d MMM y", locale=language.value),
        "level": texts.text(language, "level-name", level=past.level.key),
        "topics": escape(_topics_of(texts, language, past)),
        "verdict": texts.text(language, "verdict", recommendation=past.recommendation.value),
    }
    if past.score is None:
        return texts.text(language, "history-line", **arguments)
    return texts.text(language, "history-line-scored", score=past.score, **arguments)


def _history_button(texts: Texts, language: Language, past: PastInterview) -> Button:
    day = format_date(past.held, "d MMM", locale=language.value)
    name = texts.text(language, "history-button", date=day, topics=_topics_of(texts, language, past))
    return button(name, OpenReport(past.session))
