"""How a game is spoken of: in its language, with the names of its players."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.language import Language
from bot.domain.messaging import Button
from bot.i18n import Texts
from bot.rendering.callbacks import Callback
from bot.rendering.html import clip, escape, parse, plain_text, serialise
from bot.rendering.keyboard import button
from bot.rendering.markdown import inline_html

NAME_LENGTH = 24
"""Characters of a player's name on a board."""
NAMES = 6
"""Names in a row before the rest is counted."""


@dataclass(frozen=True, slots=True)
class View:
    """What the messages of a game have in common; `hears`: plain messages in the group reach the bot."""

    texts: Texts
    language: Language
    game: int
    names: Mapping[int, str]
    now: datetime
    hears: bool = False

    def say(self, text_id: str, **arguments: str | float) -> str:
        """One of our texts in the language of the game."""
        return self.texts.text(self.language, text_id, **arguments)

    def name(self, player: int) -> str:
        """A player's name, escaped; one who had himself erased has none."""
        return escape(clip(self.names.get(player) or self.say("quiz-somebody"), NAME_LENGTH))

    def row(self, players: Iterable[int]) -> str:
        """Their names in a row, the last ones as a number."""
        named = tuple(players)
        shown = ", ".join(self.name(player) for player in named[:NAMES])
        rest = len(named) - NAMES
        return shown if rest <= 0 else self.say("quiz-and-more", names=shown, more=rest)

    def button(self, text_id: str, callback: Callback, **arguments: str | float) -> Button:
        """A button with a label of ours."""
        return button(self.say(text_id, **arguments), callback)


def words(markdown: str, limit: int) -> str:
    """A text of the bank as plain words, escaped: code marks would stick out of a spoiler."""
    return escape(clip(plain_text(inline_html(markdown)), limit))


def legal(html: str) -> str:
    """The same with code out of bold and italics, in which the messenger does not want it."""
    return serialise(parse(html))


def spoiler(html: str) -> str:
    """Covered until it is tapped."""
    return f"<tg-spoiler>{html}</tg-spoiler>"
