"""One update within its transaction: who came, where, and what is said in return."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.domain.dialogue import Preferences
from bot.domain.language import Language
from bot.domain.messaging import Incoming, OutMessage, Place, Standing
from bot.i18n import Texts
from bot.rendering import menus
from bot.services.codec import dump_preferences, load_preferences
from bot.services.outbox import envelope
from storage import Transaction, outbox, users
from storage.users import UserRow


@dataclass(frozen=True, slots=True)
class Person:
    """A person and what he prefers; `draft` is the interview he is putting together.

    `awaited` is the callback data of a button whose question the next message answers.
    """

    id: int
    language: Language
    preferences: Preferences
    draft: dict[str, Any]
    awaited: str | None = None

    @classmethod
    def of(cls, row: UserRow) -> "Person":
        """The person of a stored row; what he never chose has its default."""
        return cls(
            row.id,
            Language(row.language),
            load_preferences(row.settings),
            row.settings.get("draft", {}),
            row.settings.get("awaited"),
        )

    @property
    def settings(self) -> dict[str, Any]:
        """What is stored of his choices beside the language."""
        chosen = {**dump_preferences(self.preferences), "draft": self.draft}
        return chosen | ({"awaited": self.awaited} if self.awaited else {})


@dataclass(slots=True)
class Visit:
    """Everything a use case needs; messages go to the outbox of this very transaction, in order.

    `seed` makes choices of wording repeatable. `notice` is shown over the button that was tapped, `sent` are the
    outbox rows written so far. `tapped` is the message whose button was tapped, to be edited instead of answered.
    `update` is what came, None when it is the clock that calls.
    `listening` is set when the answer waits for what may follow the message.
    """

    tx: Transaction
    texts: Texts
    person: Person
    place: Place
    now: datetime
    seed: int
    tapped: int | None = None
    update: Incoming | None = None
    notice: str | None = None
    listening: bool = False
    sent: list[int] = field(default_factory=list)

    @property
    def language(self) -> Language:
        """The language of the person."""
        return self.person.language

    @property
    def standing(self) -> Standing | None:
        """Who the person is in the group it is about, where that was asked."""
        return self.update.standing if self.update is not None else None

    async def say(self, message: OutMessage, session: int | None = None) -> None:
        """Queue a message to the place of the visit."""
        new = envelope(self.place, message, user=self.person.id, session=session)
        self.sent.append(await outbox.enqueue(self.tx, new, self.now))

    async def farewell(self, message: OutMessage) -> None:
        """Queue a message about nobody: what the person was is erased."""
        self.sent.append(await outbox.enqueue(self.tx, envelope(self.place, message), self.now))

    async def turn_over(self, message: OutMessage) -> None:
        """Put the message in place of the one whose button was tapped, else send it."""
        await self.say(replace(message, edits=self.tapped))

    async def tell(self, message_id: str, **arguments: str | float) -> None:
        """Queue one of our texts by its id."""
        await self.say(menus.message(self.texts, self.language, message_id, **arguments))

    def note(self, message_id: str) -> None:
        """Show one of our short texts over the tapped button."""
        self.notice = self.texts.text(self.language, message_id)

    async def change(self, person: Person) -> None:
        """Store what the person chose."""
        self.person = person
        await users.change(self.tx, person.id, language=person.language.value, settings=person.settings)
