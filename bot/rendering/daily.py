"""What is said around the question of the day: the question, its result, and the reveal in a group."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from babel.dates import format_date

from bot.domain.dialogue import Command
from bot.domain.language import Language
from bot.domain.messaging import Button, Dictated, OutMessage
from bot.domain.scorecard import FlagStanding, QuestionResult, Standing
from bot.engine.daily.pace import Notice
from bot.i18n import Texts
from bot.rendering import menus
from bot.rendering.callbacks import Contest, Daily, Deed, DoDaily, InInterview, OnPush, OpenStrong
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import Keyboard, grid
from bot.rendering.markdown import inline_html
from bot.rendering.menus import label
from bot.rendering.splitting import split_html

POINT_LENGTH = 60
"""Characters of a point in a result of two lines."""
RIGHT_LENGTH = 180
"""Characters of what is right instead of a wrong claim."""
QUOTE_LENGTH = 600
"""Characters of a person's own words that are shown to him again."""
NAME_LENGTH = 40
"""Characters of a member's name."""
MEMBERS = 12
"""Members named beside a point."""
NAMED = 2
"""Points named in it."""
FAR = 180
"""Days from which a date is told with its year."""
_ENDING = re.compile(r"(?:[\s,;:—–-]+\w{1,3})*[\s,;:—–-]*$")
"""Words too short to end a phrase that was cut."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question of the day: the words, why it was chosen, and what its buttons refer to.

    `answers_at` is the local time of the reveal in a group, None in private; `notice` is said beside it.
    """

    text: str
    reason: str
    push: int | None = None
    session: int | None = None
    notice: Notice | None = None
    answers_at: str | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """In how many days something comes back, and the day."""

    days: int
    day: date


Back = tuple[Return | None, Return | None]
"""When what was left open comes back, and when the rest does."""


def question(texts: Texts, language: Language, asking: Asking, *, silent: bool) -> OutMessage:
    """The question with everything that can be done about it; in a group with the way to answer."""
    said = texts.text(language, "daily-question", text=inline_html(asking.text), reason=asking.reason)
    notice = texts.text(language, f"daily-{asking.notice}") if asking.notice else ""
    how = texts.text(language, "daily-how", time=asking.answers_at) if asking.answers_at else ""
    html = split_html("\n\n".join(part for part in (notice, said, how) if part))[0]
    return OutMessage(html, _under(texts, language, asking), silent=silent)


def unsure(texts: Texts, language: Language, session: int, asked: str, words: Dictated) -> OutMessage:
    """A question that may not have come, and whether what was written is the answer to it."""
    quoted = escape(clip(words.text, QUOTE_LENGTH))
    html = texts.text(language, "daily-unsure", text=inline_html(asked), typed=quoted)
    return OutMessage(split_html(html)[0], (menus.confirming(texts, language, session, words.message),))


def _under(texts: Texts, language: Language, asking: Asking) -> Keyboard:
    if asking.session is None:
        return ()
    helping = (Command.HINT, Command.SKIP)
    answering = [label(texts, language, f"button-{each}", InInterview(asking.session, 1, each)) for each in helping]
    if asking.push is None:
        return grid(answering)
    deeds = [label(texts, language, f"button-daily-{each}", OnPush(asking.push, each)) for each in Deed]
    return grid((*answering, *deeds))


def result(texts: Texts, language: Language, session: int, judged: QuestionResult, back: Back) -> OutMessage:
    """What was said, what was not, and when it comes back."""
    open_points = [point.text for point in judged.points if point.standing not in (Standing.STATED, Standing.ASSISTED)]
    named = "; ".join(f"<i>{_clause(text)}</i>" for text in open_points[:NAMED])
    lines = (
        texts.text(
            language,
            "daily-result",
            stated=len(judged.points) - len(open_points),
            count=len(judged.points),
            open=len(open_points),
            missing=named,
            more=max(0, len(open_points) - NAMED),
        ),
        *_wrong(texts, language, judged),
        _back(texts, language, back),
    )
    strong = label(texts, language, "button-show", OpenStrong(session, 1))
    contest = label(texts, language, "button-contest", Contest(session))
    buttons = (*grid((strong, contest), most=2), (_more(texts, language),))
    return OutMessage("\n".join(line for line in lines if line), buttons)


def offered(texts: Texts, language: Language, message: OutMessage) -> OutMessage:
    """The message with the offer of a question every day."""
    daily = label(texts, language, "button-daily-on", DoDaily(Daily.ON))
    return replace(message, buttons=(*message.buttons[:-1], (*message.buttons[-1], daily)))


def _clause(text: str) -> str:
    """A point as part of a sentence; one that is too long ends with a clause if it can, never with a short word."""
    short = clip(text.rstrip("."), POINT_LENGTH)
    if short.endswith("…"):
        comma = short.rfind(",")
        short = _ENDING.sub("…", short[:comma] if comma >= POINT_LENGTH // 2 else short[:-1], count=1)
    return escape(short)


def _wrong(texts: Texts, language: Language, judged: QuestionResult) -> Iterable[str]:
    for flag in judged.flags:
        if flag.standing is FlagStanding.WRONG:
            right = escape(clip(flag.correction or flag.claim, RIGHT_LENGTH))
            yield texts.text(language, "daily-wrong" if flag.correction else "daily-wrong-claim", text=right)


def _back(texts: Texts, language: Language, back: Back) -> str:
    first, rest = back
    if first and rest:
        soon, late = when(texts, language, first), when(texts, language, rest)
        return texts.text(language, "daily-back-both", soon=soon, late=late)
    only = first or rest
    return texts.text(language, "daily-back", when=when(texts, language, only)) if only else ""


def _more(texts: Texts, language: Language) -> Button:
    return label(texts, language, "button-daily-more", DoDaily(Daily.MORE))


def when(texts: Texts, language: Language, back: Return) -> str:
    """Today, tomorrow, or the date, with its year where it could be taken for an earlier one."""
    form = "d MMMM" if back.days < FAR else "d MMMM y"
    return texts.text(language, "daily-day", days=back.days, date=format_date(back.day, form, locale=language.value))


def done(texts: Texts, language: Language, message_id: str, upcoming: Return | None) -> OutMessage:
    """Nothing more is asked today; when the next comes."""
    coming = texts.text(language, "daily-next", when=when(texts, language, upcoming)) if upcoming else ""
    said = texts.text(language, message_id)
    return OutMessage(f"{said} {coming}".strip(), ((_more(texts, language),),))


def followed(texts: Texts, language: Language, said: str, upcoming: Return | None) -> OutMessage:
    """Words about what is set up, and when the next question comes: None for at once."""
    coming = (
        texts.text(language, "daily-next", when=when(texts, language, upcoming))
        if upcoming
        else texts.text(language, "daily-first")
    )
    return OutMessage(f"{said}\n\n{coming}")


def reveal(
    texts: Texts, language: Language, title: str, points: Sequence[tuple[str, Sequence[str]]], answered: int
) -> OutMessage:
    """Who covered what, as names and never as mentions, so that nobody is called."""
    lines = [
        texts.text(
            language,
            "daily-reveal-line",
            point=escape(text),
            names=escape(_listed(names[:MEMBERS])),
            count=len(names),
            more=max(0, len(names) - MEMBERS),
        )
        for text, names in points
    ]
    heading = texts.text(language, "daily-reveal", title=escape(title), answered=answered)
    return OutMessage(split_html("\n".join((heading, "", *lines)))[0], silent=True)


def _listed(names: Iterable[str]) -> str:
    """Names in a row; a word joiner keeps one that begins with @ from becoming a mention."""
    return ", ".join(clip(name, NAME_LENGTH).replace("@", "@\u2060") for name in names)
