"""The question of the day in a group: asked once, answered by replies, revealed quietly."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.dialogue import Said
from bot.domain.language import Language, Level
from bot.domain.messaging import Reaction, Typed
from bot.domain.question import Bank
from bot.domain.scorecard import QuestionResult, Standing
from bot.engine.daily.choosing import Learner, Pick, Reason, choose
from bot.engine.daily.pace import Notice
from bot.rendering import daily as pages
from bot.rendering import menus
from bot.services.codec import dump_state, load_state
from bot.services.daily import asking
from bot.services.daily.closing import close_quietly
from bot.services.daily.memories import day_of, learn
from bot.services.daily.questions import count_silence, skip
from bot.services.daily.reminders import REVEAL_AFTER, arm_reveal
from bot.services.daily.when import today_of
from bot.services.interviews import turn_row
from bot.services.learning import Learning
from bot.services.outbox import envelope
from bot.services.visit import Visit
from storage import outbox, pushes, schedules, sessions, turns
from storage.models import PushState, SendPolicy, SessionStatus
from storage.pushes import PushRow
from storage.schedules import ScheduleRow

HISTORY = 400
"""Questions of a group that are not asked again while others are left: more than a year."""
SEEN = "👀"
"""Sign under an answer: read, and no verdict before the reveal."""
_COVERED = (Standing.STATED, Standing.ASSISTED)
_ASKED = (PushState.QUEUED, PushState.SENT)


class GroupQuestions:
    """Use cases of a group's question; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank, learning: Learning) -> None:
        self._bank = bank
        self._learning = learning

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

    async def hear(self, visit: Visit, typed: Typed) -> bool:
        """Take a reply to the question as somebody's answer, the first one alone; False when it replies to no such."""
        push = await pushes.of_message(visit.tx, visit.place.chat, typed.answers) if typed.answers else None
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if push is None or push.question_id is None or schedule is None:
            return False
        before = {each.user_id for each in await pushes.answers(visit.tx, push.id)}
        if push.state in _ASKED and visit.person.id not in before:
            speaking = replace(visit, person=replace(visit.person, language=Language(schedule.language or "en")))
            await self._judge(speaking, push, schedule, typed)
        return True

    async def _judge(self, visit: Visit, push: PushRow, schedule: ScheduleRow, typed: Typed) -> None:
        """Keep the answer with its verdict; what is no answer leaves the person free to give one."""
        interviewer = await self._learning.interviewer(visit.tx)
        pick = Pick(push.question_id or "", (), fresh=False, reason=Reason.FRESH)
        begun = await asking.begin(visit, interviewer, schedule.level, pick, follow_ups=0)
        state = load_state(begun.session.state)
        step = interviewer.step(state, Said(typed.text, typed.message, typed.code), visit.now, visit.seed)
        if not step.state.finished:
            await close_quietly(visit, begun.session, interviewer)
            return
        judged = interviewer.scorecard(step.state).questions[0]
        finished = SessionStatus.FINISHED
        await sessions.save(visit.tx, begun.session, visit.now, state=dump_state(step.state), status=finished)
        await turns.append(visit.tx, turn_row(begun.session.id, step, visit))
        await pushes.answer(visit.tx, push.id, visit.person.id, begun.session.id)
        today = await day_of(visit.tx, visit.person.id, visit.now)
        await learn(visit.tx, visit.person.id, (judged,), today, today)
        seen = envelope(visit.place, Reaction(typed.message, SEEN), user=visit.person.id, policy=SendPolicy.SKIP)
        visit.sent.append(await outbox.enqueue(visit.tx, seen, visit.now))

    async def reveal(self, visit: Visit, push: PushRow, schedule: ScheduleRow) -> None:
        """Say who covered what, and note whether anybody has answered."""
        question = self._bank.find(push.question_id, visit.language) if push.question_id else None
        if question is None or push.state not in _ASKED:
            return
        found = [
            (each.name, await self._judged(visit, each.session_id)) for each in await pushes.answers(visit.tx, push.id)
        ]
        expected = question.points_at(max(Level(schedule.level), question.level))
        covered = [(point.text, [name for name, judged in found if _covers(judged, point.id)]) for point in expected]
        await visit.say(pages.reveal(visit.texts, visit.language, question.title, covered, len(found)))
        if found:
            await pushes.change(visit.tx, push.id, visit.now, state=PushState.ANSWERED)
            await schedules.change(visit.tx, push.chat_id, unanswered=0)

    async def _judged(self, visit: Visit, session_id: int) -> QuestionResult | None:
        session = await sessions.find(visit.tx, session_id)
        interviewer = await self._learning.interviewer(visit.tx)
        return interviewer.scorecard(load_state(session.state)).questions[0] if session else None


def _covers(judged: QuestionResult | None, point: str) -> bool:
    return any(each.point == point and each.standing in _COVERED for each in (judged.points if judged else ()))


def _clock(schedule: ScheduleRow, now: datetime, after: timedelta = REVEAL_AFTER) -> str:
    return f"{(now + after).astimezone(ZoneInfo(schedule.zone)):%H:%M}"
