"""What the handlers work with."""

from dataclasses import dataclass

from telegram import Bot

from bot.domain.language import Language
from bot.domain.messaging import Incoming, OutMessage
from bot.handlers.delivery import Clock, Delivery
from bot.i18n import Texts, guess_language
from bot.observability import Metrics
from bot.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Tools:
    """What everything here is given; `transient` are the faults of the desk that pass by themselves."""

    bot: Bot
    desk: Desk
    delivery: Delivery
    texts: Texts
    clock: Clock
    metrics: Metrics
    transient: tuple[type[Exception], ...]
    default_language: Language = Language.EN

    def message(self, incoming: Incoming, text_id: str) -> OutMessage:
        """A text in the language the sender's messenger is set to: what he chose here may be out of reach."""
        language = guess_language(incoming.sender.language_code, self.default_language)
        return OutMessage(self.texts.text(language, text_id))
