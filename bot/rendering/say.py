"""What the interviewer says, as a message."""

from collections.abc import Mapping

from bot.domain.dialogue import Command, Line, Move, Say
from bot.domain.language import Language
from bot.domain.messaging import Button, OutMessage
from bot.i18n import Texts
from bot.rendering.callbacks import InInterview
from bot.rendering.html import clip, escape
from bot.rendering.keyboard import button, grid
from bot.rendering.markdown import block_html, inline_html
from bot.rendering.splitting import split_html

QUOTING = frozenset((Move.CONTRADICTION, Move.BUZZWORDS))
"""Moves whose text is the candidate's; CONFIRM's is when it is no question."""

QUOTE_LENGTH = 140
"""Characters of the candidate's words put before him in a message."""

REMINDER_LENGTH = 90
"""Characters of the candidate's words in a question about them: the whole has to stay within a breath."""

_APART = frozenset((Move.ASK, Move.SHOWN, Move.FEEDBACK, Move.ANYTHING_ELSE))
"""Moves that begin a paragraph; others go on in the line."""

_LED = frozenset((Move.PROBE, Move.FOLLOW_UP, Move.HINT))
"""Moves whose wordings lead up to a text of the bank."""

_ROOM = 4000
"""Code units for a message of the interviewer: Telegram's 4,096 less some for the ellipsis."""


def render_say(texts: Texts, language: Language, say: Say, session: int) -> OutMessage:
    """One message with its buttons; a text of the bank too long for a message ends in an ellipsis."""
    html = lines_html(texts, language, say.lines)
    pieces = split_html(html, _ROOM)
    shown = pieces[0] + (" …" if len(pieces) > 1 else "") if pieces else html
    return OutMessage(shown, grid(_button(texts, language, choice, say, session) for choice in say.choices))


def lines_html(texts: Texts, language: Language, lines: tuple[Line, ...]) -> str:
    """Lines that are said together, in order."""
    return "".join(_between(lines, at) + _in_place(texts, language, lines, at) for at in range(len(lines)))


def _between(lines: tuple[Line, ...], at: int) -> str:
    if at == 0:
        return ""
    return "\n\n" if lines[at].move in _APART or lines[at - 1].move is Move.SHOWN else " "


def _in_place(texts: Texts, language: Language, lines: tuple[Line, ...], at: int) -> str:
    """A line where it stands: what has been led up to by the line before needs no lead-in of its own."""
    if at and lines[at].move in _LED and _leads_up(lines[at - 1]):
        return inline_html(lines[at].text)
    return line_html(texts, language, lines[at])


def _leads_up(line: Line) -> bool:
    """Whether the next question can follow at once; after an acknowledgement every other time, as people do."""
    return line.move is Move.DECLINED_FIRST or (line.move is Move.ACKNOWLEDGE and line.wording % 2 == 0)


def line_html(texts: Texts, language: Language, line: Line) -> str:
    """One line in the wording chosen; the bank's Markdown styled, the candidate's words escaped."""
    arguments = {**{name: _argument(value) for name, value in line.arguments}, **_text(line)}
    if line.move is Move.OPENING and not arguments.get("topics"):
        arguments["topics"] = texts.text(language, "opening-all-topics")
    own = f"move-{line.move}-{line.temper}-{line.wording}"
    common = f"move-{line.move}-{line.wording}"
    return texts.text(language, own if texts.has(language, own) else common, **arguments)


def _argument(value: str | int) -> str | int:
    return escape(clip(value, QUOTE_LENGTH)) if isinstance(value, str) else value


def _text(line: Line) -> Mapping[str, str]:
    asks = line.text.rstrip().endswith("?")
    if line.move is Move.CONFIRM:
        return {"form": "question" if asks else "words", "text": inline_html(line.text) if asks else _quoted(line.text)}
    if line.move is Move.CONSEQUENCE:
        return {"form": "words" if line.text else "plain", "text": escape(clip(line.text, REMINDER_LENGTH))}
    if line.move in QUOTING:
        return {"text": _quoted(line.text)}
    return {"text": block_html(line.text) if line.move is Move.SHOWN else inline_html(line.text)}


def _quoted(text: str) -> str:
    return escape(clip(text, QUOTE_LENGTH))


def _button(texts: Texts, language: Language, choice: Command, say: Say, session: int) -> Button:
    return button(texts.text(language, f"button-{choice}"), InInterview(session, say.question, choice))
