"""Answers to a group's question: the replies of a person add up and an edit replaces, until the reveal."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.dialogue import Said
from bot.domain.language import Language
from bot.domain.messaging import Reaction, Retyped, Typed
from bot.domain.scorecard import QuestionResult
from bot.engine.daily.choosing import Pick, Reason
from bot.engine.settling import gather, joins
from bot.services.codec import dump_state, load_state
from bot.services.daily import asking
from bot.services.daily.memories import day_of, learn
from bot.services.daily.reminders import reveal_key
from bot.services.interviews import turn_row
from bot.services.learning import Learning
from bot.services.outbox import envelope
from bot.services.visit import Visit
from storage import outbox, pushes, schedules, sessions, timers, turns
from storage.models import SendPolicy, SessionStatus
from storage.pushes import AnswerRow, PushRow
from storage.schedules import ScheduleRow

MOST = 8
"""Messages of one answer at most."""
SEEN = "👀"
"""Sign under an answer: read, and no verdict before the reveal."""


class GroupAnswers:
    """Use cases of answering in a group; each is called within the transaction of a visit."""

    def __init__(self, learning: Learning) -> None:
        self._learning = learning

    async def hear(self, visit: Visit, said: Typed | Retyped) -> bool:
        """Take a reply to the question as part of somebody's answer; False when it replies to no such."""
        found = await pushes.of_message(visit.tx, visit.place.chat, said.answers) if said.answers else None
        push = await pushes.lock(visit.tx, found.id) if found else None
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if push is None or push.question_id is None or schedule is None:
            return False
        if await timers.payload_of(visit.tx, reveal_key(push.id)) is not None:
            speaking = replace(visit, person=replace(visit.person, language=Language(schedule.language or "en")))
            await self._take(speaking, push, schedule, said)
        return True

    async def _take(self, visit: Visit, push: PushRow, schedule: ScheduleRow, said: Typed | Retyped) -> None:
        """Judge everything anew; what is no answer, or is none any more, leaves nothing."""
        given = await pushes.answers(visit.tx, push.id)
        before = next((each for each in given if each.user_id == visit.person.id), None)
        parts = _with(before.messages if before else {}, said)
        if parts is None:
            return
        if before is not None:
            await sessions.drop(visit.tx, before.session_id)
        session = await self._judge(visit, push, schedule, parts)
        if session is None:
            return
        await pushes.answer(visit.tx, push.id, visit.person.id, session, parts)
        seen = envelope(visit.place, Reaction(said.message, SEEN), user=visit.person.id, policy=SendPolicy.SKIP)
        visit.sent.append(await outbox.enqueue(visit.tx, seen, visit.now))

    async def _judge(
        self, visit: Visit, push: PushRow, schedule: ScheduleRow, parts: Mapping[str, Mapping[str, Any]]
    ) -> int | None:
        """The finished micro-interview of that answer; None when it is no answer."""
        interviewer = await self._learning.interviewer(visit.tx)
        pick = Pick(push.question_id or "", (), fresh=False, reason=Reason.FRESH)
        begun = await asking.begin(visit, interviewer, schedule.level, pick, follow_ups=0)
        whole = gather([Said(parts[each]["text"], int(each), parts[each]["code"]) for each in sorted(parts, key=int)])
        step = interviewer.step(load_state(begun.session.state), whole, visit.now, visit.seed)
        if not step.state.finished:
            await sessions.drop(visit.tx, begun.session.id)
            return None
        finished = SessionStatus.FINISHED
        await sessions.save(visit.tx, begun.session, visit.now, state=dump_state(step.state), status=finished)
        await turns.append(visit.tx, turn_row(begun.session.id, step, visit))
        return begun.session.id

    async def close(self, visit: Visit, push: PushRow) -> tuple[tuple[str, QuestionResult], ...]:
        """What everybody said, by name, each in his memory now."""
        return tuple([(each.name, await self._learn(visit, each)) for each in await pushes.answers(visit.tx, push.id)])

    async def _learn(self, visit: Visit, answer: AnswerRow) -> QuestionResult:
        session = await sessions.find(visit.tx, answer.session_id)
        assert session is not None  # noqa: S101 - the answer's foreign key
        interviewer = await self._learning.interviewer(visit.tx)
        judged = interviewer.scorecard(load_state(session.state)).questions[0]
        today = await day_of(visit.tx, answer.user_id, visit.now)
        await learn(visit.tx, answer.user_id, (judged,), today, today)
        return judged


def _with(parts: Mapping[str, Mapping[str, Any]], said: Typed | Retyped) -> dict[str, Mapping[str, Any]] | None:
    """The parts of an answer with this one; None when it is too many, or no part of what was begun."""
    key = str(said.message)
    if parts and key not in parts and (len(parts) >= MOST or not joins(said.text)):
        return None
    return {**parts, key: {"text": said.text, "code": said.code}}
