"""Editions of the bank: a changed bank is for new interviews, those under way keep the one they were begun with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.question import Bank
from bot.services.conversation import Conversation
from bot.services.visit import Visit
from storage import sessions

KEPT = 10
"""Editions kept; they share the questions that did not change, so an old one costs little."""

_ALWAYS = datetime.min.replace(tzinfo=UTC)


class Editions:
    """Conversations by the time from which they are in force, the newest last.

    An interview belongs to the edition in force when it was begun, which its row tells; one older than all that are
    kept belongs to the oldest.
    """

    def __init__(self, bank: Bank, converse: Callable[[Bank], Conversation]) -> None:
        self._bank = bank
        self._converse = converse
        self._kept = [(_ALWAYS, converse(bank))]

    @property
    def bank(self) -> Bank:
        """The bank in force."""
        return self._bank

    def take_up(self, bank: Bank, now: datetime) -> None:
        """Begin new interviews with this bank from `now` on."""
        self._bank = _sharing(bank, self._bank)
        self._kept = [*self._kept[1 - KEPT :], (now, self._converse(self._bank))]

    def of(self, begun: datetime) -> Conversation:
        """What was in force at that time."""
        older = [conversation for since, conversation in self._kept if since <= begun]
        return older[-1] if older else self._kept[0][1]

    async def serving(self, visit: Visit) -> Conversation:
        """That of the open interview in the chat, else the one in force now."""
        if len(self._kept) == 1:
            return self._kept[0][1]
        session = await sessions.lock_current(visit.tx, visit.person.id, visit.place.chat)
        return self.of(session.created_at if session else visit.now)


def _sharing(bank: Bank, former: Bank) -> Bank:
    """The bank with the former's objects for all questions that did not change."""
    kept = former.questions
    questions = {key: kept[key] if kept.get(key) == question else question for key, question in bank.questions.items()}
    return replace(bank, questions=questions)
