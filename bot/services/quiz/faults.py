"""Complaints about questions of the quiz: made by players, decided by admins."""

from bot.domain.language import Language
from bot.domain.question import Bank
from bot.engine.quiz.events import Flagged, Voided
from bot.rendering import menus
from bot.rendering.callbacks.quiz import Complain, Rule
from bot.rendering.quiz.complaint import Complaint, complaint_message
from bot.services.quiz.games import Games
from bot.services.visit import Visit
from storage import complaints, games
from storage.models import AppealState


class Faults:
    """Use cases of complaints; each is called within a visit."""

    def __init__(self, bank: Bank, lead: Games) -> None:
        self._bank = bank
        self._lead = lead

    async def complain(self, visit: Visit, pressed: Complain) -> None:
        """Put the complaint in the queue; a second one about the same round changes nothing."""
        row = await games.lock(visit.tx, pressed.game)
        if row is None:
            visit.note("notice-quiz-late")
            return
        await self._lead.take(visit, row, Flagged(visit.person.id, pressed.reason.value, pressed.round))
        await visit.turn_over(menus.message(visit.texts, visit.language, "quiz-flag-done"))

    async def show(self, visit: Visit, after: int = 0) -> bool:
        """The open complaint that follows that one, else the oldest; False when none waits."""
        row = await complaints.next_open(visit.tx, after) or await complaints.next_open(visit.tx)
        if row is None:
            return False
        question = self._bank.find(row.question_id, Language(row.language))
        title = question.title if question else row.question_id
        waiting = await complaints.count_open(visit.tx)
        shown = Complaint(row.id, waiting, title, Language(row.language), row.reason)
        await visit.turn_over(complaint_message(visit.texts, visit.language, shown))
        return True

    async def rule(self, visit: Visit, pressed: Rule) -> None:
        """Carry out an admin's decision: a void round loses its points, and its group is told."""
        row = await complaints.find(visit.tx, pressed.complaint)
        if row is None or pressed.void is None:
            return
        if pressed.void:
            await self._void(visit, row.game_id, row.round)
        state = AppealState.ACCEPTED if pressed.void else AppealState.REJECTED
        await complaints.decide(visit.tx, row, state, visit.person.id, visit.now)
        visit.note("notice-quiz-void" if pressed.void else "notice-done")

    async def _void(self, visit: Visit, game: int, number: int) -> None:
        row = await games.lock(visit.tx, game)
        if row is not None:
            await games.void(visit.tx, game, number)
            await self._lead.take(visit, row, Voided(number))
