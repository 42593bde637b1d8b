"""A complaint about a question, as it is put before an admin."""

from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.i18n import Texts
from bot.rendering.callbacks.quiz import Rule
from bot.rendering.html import escape
from bot.rendering.keyboard import button, grid


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint; `waiting` counts the open ones, `reason` is the player's choice."""

    id: int
    waiting: int
    title: str
    language: Language
    reason: str


def complaint_message(texts: Texts, language: Language, complaint: Complaint) -> OutMessage:
    """A complaint with what can be decided."""
    said = texts.text(
        language,
        "review-complaint",
        title=escape(complaint.title),
        language=complaint.language.value,
        reason=complaint.reason,
        waiting=complaint.waiting,
    )
    buttons = (
        button(texts.text(language, "button-quiz-void"), Rule(complaint.id, void=True)),
        button(texts.text(language, "button-quiz-stands"), Rule(complaint.id, void=False)),
        button(texts.text(language, "button-next"), Rule(complaint.id, None)),
    )
    return OutMessage(said, grid(buttons, most=2))
