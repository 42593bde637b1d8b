"""A question of the day is chosen for a person and begun as a micro-interview."""

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.dialogue import Mode, Plan
from bot.domain.language import Language, Level
from bot.domain.messaging import PlaceKind
from bot.domain.question import Bank, Question
from bot.engine.daily.choosing import Learner, Pick, choose, worded
from bot.engine.interview import Interviewer
from bot.rendering import daily as pages
from bot.services.codec import dump_state
from bot.services.daily.memories import recall
from bot.services.interviews import turn_row
from bot.services.outbox import envelope
from bot.services.visit import Visit
from storage import outbox, pushes, sessions, turns
from storage.models import PushState, SendPolicy, SessionKind
from storage.pushes import PushRow
from storage.schedules import ScheduleRow
from storage.sessions import SessionRow

RECENT = 5
"""Questions that the choice keeps its distance from."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A micro-interview just begun: what is asked, and why that."""

    session: SessionRow
    text: str
    pick: Pick


def questions(bank: Bank, schedule: ScheduleRow, language: Language) -> tuple[Question, ...]:
    """What the schedule's questions are chosen from; all of the language where its topics have none."""
    return bank.select(language, schedule.topics) or bank.select(language)


async def pick_for(visit: Visit, bank: Bank, schedule: ScheduleRow, day: date) -> Pick | None:
    """The question of that day for the person; None when there is nothing to ask."""
    asked = await pushes.recent(visit.tx, schedule.chat_id, RECENT)
    recent = [push.question_id for push in reversed(asked) if push.question_id]
    learner = Learner(Level(schedule.level), await recall(visit.tx, visit.person.id), recent)
    return choose(questions(bank, schedule, visit.language), learner, day, visit.seed)


async def begin(visit: Visit, interviewer: Interviewer, level: int, pick: Pick, *, follow_ups: int = 1) -> Begun:
    """Open a micro-interview on that question, which nobody has been told of yet."""
    interviewer = interviewer.reworded(
        pick.question, visit.language, lambda each: worded(each, pick.wording, pick.points)
    )
    plan = Plan(
        language=visit.language,
        level=Level(level),
        count=1,
        mode=Mode.TRAINING,
        temper=visit.person.preferences.temper,
        only=(pick.question,),
        follow_ups=follow_ups,
        aim=pick.points,
    )
    step = interviewer.begin(plan, visit.now, visit.seed)
    new = sessions.NewSession(
        user_id=visit.person.id,
        chat_id=visit.place.chat,
        thread_id=visit.place.thread,
        kind=SessionKind.DAILY,
        state=dump_state(step.state),
        language=plan.language.value,
        level=level,
        planned=1,
    )
    session = await sessions.create(visit.tx, new, visit.now)
    await turns.append(visit.tx, turn_row(session.id, step, visit))
    return Begun(session, step.state.asked, pick)


async def hand_over(visit: Visit, push: PushRow, asking: pages.Asking, *, silent: bool, once: bool) -> None:
    """Queue the question of a day; with `once` it is rather not sent at all than twice."""
    message = pages.question(visit.texts, visit.language, asking, silent=silent)
    message = replace(message, stays=visit.place.kind is PlaceKind.GROUP)
    policy = SendPolicy.SKIP if once else SendPolicy.RESEND
    new = envelope(visit.place, message, user=visit.person.id, session=asking.session, policy=policy)
    row = await outbox.enqueue(visit.tx, new, visit.now)
    visit.sent.append(row)
    await pushes.change(visit.tx, push.id, visit.now, state=PushState.QUEUED, outbox_id=row)


async def note_choice(visit: Visit, push: PushRow, begun: Begun) -> PushRow:
    """The question of the day with what was chosen for it."""
    chosen = pushes.PushChanges(
        question_id=begun.pick.question,
        points=begun.pick.points,
        wording=begun.pick.wording.value,
        reason=begun.pick.reason.value,
        session_id=begun.session.id,
    )
    await pushes.change(visit.tx, push.id, visit.now, **chosen)
    return replace(push, **chosen)
