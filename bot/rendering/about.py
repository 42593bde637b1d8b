"""What people are told about the bot itself."""

from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.i18n import Texts
from bot.rendering.html import escape


@dataclass(frozen=True, slots=True)
class Adviser:
    """A language model that is shown doubtful answers: its name, and the host it is at."""

    model: str
    host: str


def privacy(texts: Texts, language: Language, adviser: Adviser | None) -> OutMessage:
    """What is stored, where answers go, and how to have it erased."""
    return OutMessage(texts.text(language, "privacy", where=_where(texts, language, adviser)))


def _where(texts: Texts, language: Language, adviser: Adviser | None) -> str:
    if adviser is None:
        return texts.text(language, "privacy-offline")
    return texts.text(language, "privacy-judge", model=escape(adviser.model), host=escape(adviser.host))
