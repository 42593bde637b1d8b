"""What only admins can do: decide on appeals and on complaints about questions of the quiz."""

from collections.abc import Collection

from bot.domain.question import Bank
from bot.rendering import menus
from bot.rendering.appeals import case_message
from bot.rendering.callbacks import Judge
from bot.rendering.callbacks.quiz import Rule
from bot.services.quiz.faults import Faults
from bot.services.review import Order, Review
from bot.services.visit import Visit


class Admin:
    """Use cases of admins; for anybody else there is no such command and no such button."""

    def __init__(self, bank: Bank, admins: Collection[int], faults: Faults) -> None:
        self._review = Review(bank)
        self._faults = faults
        self._admins = frozenset(admins)

    async def show_queue(self, visit: Visit) -> bool:
        """The oldest appeal that waits, else the oldest complaint; False for who is no admin."""
        if visit.person.id not in self._admins:
            return False
        await self._show(visit, after=0)
        return True

    async def judge(self, visit: Visit, pressed: Judge) -> None:
        """Carry out a decision and show the next appeal in place of this one."""
        if visit.person.id not in self._admins:
            visit.note("notice-unknown")
            return
        if pressed.decision is not None:
            order = Order(pressed.appeal, pressed.decision, visit.person.id)
            ruled = await self._review.decide(visit.tx, visit.texts, order, visit.now)
            visit.note("notice-done" if ruled else "notice-decided")
            if ruled and ruled.message is not None:
                visit.sent.append(ruled.message)
        await self._show(visit, after=pressed.appeal)

    async def rule(self, visit: Visit, pressed: Rule) -> None:
        """Carry out a decision on a complaint and show the next one in its place."""
        if visit.person.id not in self._admins:
            visit.note("notice-unknown")
            return
        await self._faults.rule(visit, pressed)
        await self._show_complaint(visit, after=pressed.complaint)

    async def _show(self, visit: Visit, after: int) -> None:
        case = await self._review.next_case(visit.tx, after)
        if case is None:
            await self._show_complaint(visit)
        else:
            await visit.turn_over(case_message(visit.texts, visit.language, case))

    async def _show_complaint(self, visit: Visit, after: int = 0) -> None:
        if not await self._faults.show(visit, after):
            await visit.turn_over(menus.message(visit.texts, visit.language, "review-empty"))
