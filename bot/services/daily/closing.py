"""How the question of the day ends: judged as it was worded, remembered, and told in two lines."""

from dataclasses import replace
from datetime import date

from bot.domain.dialogue import Asked, Command
from bot.domain.language import Language
from bot.domain.scorecard import QuestionResult
from bot.engine.daily.choosing import Wording, worded
from bot.engine.daily.memory import Key
from bot.engine.interview import Interviewer
from bot.engine.state import InterviewState, Outcome
from bot.rendering import daily as pages
from bot.services.codec import dump_state, load_state
from bot.services.daily.memories import day_of, learn, outcomes, recall
from bot.services.daily.reminders import nudge_key
from bot.services.daily.when import following, next_at
from bot.services.visit import Visit
from storage import Transaction, pushes, schedules, sessions, timers
from storage.models import PushState, SessionStatus
from storage.sessions import SessionRow

SKIPPED_BY_PERSON = "person"
"""Reason of a question that was asked and passed over."""


async def as_asked(tx: Transaction, session: SessionRow, interviewer: Interviewer) -> Interviewer:
    """The interviewer to whom the question is worded as it was asked that day."""
    push = await pushes.of_session(tx, session.id)
    if push is None or push.question_id is None or push.wording in (None, Wording.PROMPT):
        return interviewer
    wording, points = Wording(push.wording), push.points
    return interviewer.reworded(
        push.question_id, Language(session.language), lambda each: worded(each, wording, points)
    )


async def close(visit: Visit, session: SessionRow, state: InterviewState, interviewer: Interviewer) -> None:
    """Remember what was said, note that the day is done, and say the result."""
    record, judged = state.records[0], interviewer.scorecard(state).questions[0]
    answered = bool(record.replies) or record.outcome in (Outcome.DECLINED, Outcome.SHOWN)
    today = await _settle(visit, session, judged, answered=answered)
    await timers.cancel(visit.tx, nudge_key(session.chat_id))
    if answered:
        schedule, back = await schedules.find(visit.tx, session.chat_id), await _returns(visit, judged, today)
        result = pages.result(visit.texts, state.language, session.id, judged, back)
        if schedule is None or schedule.next_at is None:
            result = pages.offered(visit.texts, state.language, result)
        await visit.say(result, session.id)
    else:
        upcoming = await _upcoming(visit, today)
        await visit.say(pages.done(visit.texts, state.language, "daily-skipped", upcoming), session.id)


async def close_quietly(visit: Visit, session: SessionRow, interviewer: Interviewer) -> None:
    """End one that another takes the place of: what was answered counts, and nothing is said."""
    state = load_state(session.state)
    answered = bool(state.open and state.open.replies)
    command = Command.NEXT if answered else Command.SKIP
    ended = interviewer.step(state, Asked(command), visit.now, visit.seed).state
    if answered:
        await _settle(visit, session, interviewer.scorecard(ended).questions[0], answered=True)
    status = SessionStatus.FINISHED if answered else SessionStatus.STOPPED
    await sessions.save(visit.tx, session, visit.now, state=dump_state(ended), status=status)


async def _settle(visit: Visit, session: SessionRow, judged: QuestionResult, *, answered: bool) -> date:
    """Put it into memory and calendar; returns the person's day."""
    today = await day_of(visit.tx, session.user_id, visit.now)
    begun = await day_of(visit.tx, session.user_id, session.created_at)
    await learn(visit.tx, session.user_id, (judged,), begun, today)
    push = await pushes.of_session(visit.tx, session.id)
    if push is not None:
        state = PushState.ANSWERED if answered else PushState.SKIPPED
        reason = push.reason if answered else SKIPPED_BY_PERSON
        await pushes.change(visit.tx, push.id, visit.now, state=state, reason=reason)
    if answered:
        await _restore_pace(visit, session.chat_id)
    return today


async def _restore_pace(visit: Visit, chat: int) -> None:
    """After an answer questions come as often as was wished, the next one already."""
    schedule = await schedules.find(visit.tx, chat)
    if schedule is None or not schedule.unanswered:
        return
    wished = replace(schedule, unanswered=0)
    sooner = min(schedule.next_at, next_at(wished, visit.now)) if schedule.next_at else None
    await schedules.change(visit.tx, chat, unanswered=0, next_at=sooner)


async def _returns(visit: Visit, judged: QuestionResult, today: date) -> pages.Back:
    """When what is open comes back, and when the rest does."""
    memories = await recall(visit.tx, visit.person.id)
    found = outcomes((judged,))
    due: dict[bool, list[date]] = {True: [], False: []}
    for key, outcome in found.items():
        due[outcome.recalled].append(memories[Key(*key)].due)
    missed, known = (min(due[recalled], default=None) for recalled in (False, True))
    return _return(missed, today), _return(known, today)


def _return(day: date | None, today: date) -> pages.Return | None:
    return pages.Return((day - today).days, day) if day else None


async def _upcoming(visit: Visit, today: date) -> pages.Return | None:
    schedule = await schedules.find(visit.tx, visit.place.chat)
    return _return(following(schedule, visit.now), today) if schedule else None
