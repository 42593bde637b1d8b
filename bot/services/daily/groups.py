"""The question of the day in a group: asked once, answered by replies, revealed quietly."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.language import Level
from bot.domain.question import Bank
from bot.domain.scorecard import QuestionResult, Standing
from bot.engine.daily.choosing import Learner, Pick, Reason, choose
from bot.engine.daily.pace import Notice
from bot.rendering import daily as pages
from bot.rendering import menus
from bot.services.daily import asking
from bot.services.daily.group_answers import GroupAnswers
from bot.services.daily.questions import count_silence, skip
from bot.services.daily.reminders import REVEAL_AFTER, arm_reveal
from bot.services.daily.when import today_of
from bot.services.learning import Learning
from bot.services.visit import Visit
from storage import pushes, schedules
from storage.models import PushState
from storage.pushes import PushRow
from storage.schedules import ScheduleRow

HISTORY = 400
"""Questions of a group that are not asked again while others are left: more than a year."""
_COVERED = (Standing.STATED, Standing.ASSISTED)
_ASKED = (PushState.QUEUED, PushState.SENT)


class GroupQuestions:
    """Use cases of a group's question; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank, learning: Learning) -> None:
        self._bank = bank
        self.answers = GroupAnswers(learning)

    async def push(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
        """Ask what was planned, unless the day is over; less often when nobody answers."""
        if today_of(schedule, visit.now) != push.day:
            await skip(visit, push, "late")
            return
        schedule, notice = await count_silence(visit, push, schedule)
        if notice is Notice.STOPPED:
            await skip(visit, push, notice.value)
            await visit.say(replace(menus.message(visit.texts, visit.language, "daily-stopped"), silent=True))
            return
        pick = await self._pick(visit, push, schedule)
        question = self._bank.find(pick.question, visit.language) if pick else None
        if pick is None or question is None:
            await skip(visit, push, "nothing")
            return
        ask = pages.Asking(question.prompt, Reason.FRESH, notice=notice, answers_at=_clock(schedule, visit.now))
        await pushes.change(visit.tx, push.id, visit.now, question_id=question.id, reason=Reason.FRESH.value)
        await asking.hand_over(visit, push, ask, silent=schedule.silent, once=True)
        await arm_reveal(visit, push)

    async def _pick(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> Pick | None:
        """A question that the group has not had, as long as there is one."""
        asked = {each.question_id for each in await pushes.recent(visit.tx, push.chat_id, HISTORY)}
        everything = asking.questions(self._bank, schedule, visit.language)
        left = [question for question in everything if question.id not in asked] or everything
        return choose(left, Learner(Level(schedule.level), {}), push.day, visit.seed)

    async def reveal(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
        """Say who covered what, and note whether anybody has answered."""
        question = self._bank.find(push.question_id, visit.language) if push.question_id else None
        if question is None or push.state not in _ASKED:
            return
        found = await self.answers.close(visit, push)
        expected = question.points_at(max(Level(schedule.level), question.level))
        covered = [(point.text, [name for name, judged in found if _covers(judged, point.id)]) for point in expected]
        page = pages.reveal(visit.texts, visit.language, question.title, covered, len(found))
        await visit.say(replace(page, stays=True))
        if found:
            await pushes.change(visit.tx, push.id, visit.now, state=PushState.ANSWERED)
            await schedules.change(visit.tx, push.chat_id, unanswered=0)


def _covers(judged: QuestionResult, point: str) -> bool:
    return any(each.point == point and each.standing in _COVERED for each in judged.points)


def _clock(schedule: ScheduleRow, now: datetime, after: timedelta = REVEAL_AFTER) -> str:
    return f"{(now + after).astimezone(ZoneInfo(schedule.zone)):%H:%M}"
