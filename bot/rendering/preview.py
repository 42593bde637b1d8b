"""A question of the bank as the messages it would make, for its author."""

from collections.abc import Iterator

from bot.domain.dialogue import Line, Move, Say
from bot.domain.language import Level
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.i18n import Texts
from bot.rendering.html import escape
from bot.rendering.markdown import block_html, inline_html
from bot.rendering.say import render_say
from bot.rendering.splitting import pack

_FIRST: tuple[tuple[str, str | int], ...] = (("number", 1), ("count", 1))
_NO_SESSION = 0
"""Session in callback data, which a preview has no buttons for."""


def preview(texts: Texts, question: Question, level: Level | None = None) -> tuple[str, ...]:
    """HTML of the messages: what is asked, points, red flags, follow-ups, explanations; of all levels when None."""
    points = question.points if level is None else question.points_at(level)
    levels = Level if level is None else (level,)
    return (
        *_spoken(texts, question),
        *pack(tuple(map(_point, points))),
        *pack(tuple(map(_flag, question.red_flags))),
        *pack(tuple(map(_follow_up, question.follow_ups))),
        *(part for each in levels for part in pack((block_html(question.explanations.get(each, "")),)) if part),
    )


def _spoken(texts: Texts, question: Question) -> Iterator[str]:
    """The question as the bot asks it, in plainer words, and its reply to a request for clarification."""
    lines = [
        Line(Move.ASK, 1, question.prompt, _FIRST),
        *([Line(Move.SIMPLER, 1, question.rewording)] if question.rewording else ()),
        *([Line(Move.CLARIFY, 1, question.scope)] if question.scope else ()),
    ]
    for line in lines:
        yield render_say(texts, question.language, Say((line,)), _NO_SESSION).html


def _point(point: RubricPoint) -> str:
    return _block(
        f"<b>{escape(point.id)}</b> · {point.level.key} · {point.weight:g}",
        inline_html(point.text),
        *(f"= {inline_html(phrasing)}" for phrasing in point.phrasings),
        *_asked(point.probe),
        *(f"→ {inline_html(hint)}" for hint in point.hints),
    )


def _flag(flag: Misconception) -> str:
    return _block(
        f"<b>{escape(flag.id)}</b>",
        f"✗ {inline_html(flag.claim)}",
        *(f"= {inline_html(phrasing)}" for phrasing in flag.phrasings),
        *([f"✓ {inline_html(flag.correction)}"] if flag.correction else ()),
        *(f"≠ {inline_html(miss)}" for miss in flag.near_misses),
        *_asked(flag.probe),
    )


def _follow_up(follow_up: FollowUp) -> str:
    return _block(f"<b>{escape(follow_up.id)}</b>", *_asked(follow_up.question), inline_html(follow_up.answer))


def _asked(text: str | None) -> tuple[str, ...]:
    return (f"? {inline_html(text)}",) if text else ()


def _block(*lines: str) -> str:
    return "\n".join(lines)
