"""Interviews: begun, answered, paused, ended and read again."""

from collections.abc import Callable
from datetime import timedelta

from bot.domain.dialogue import Action, Asked, Command, Event, Plan, Said, Say, Wake
from bot.domain.question import Bank, Question
from bot.engine.interview import Interviewer
from bot.engine.opinions import Case
from bot.engine.state import InterviewState, Status, Step
from bot.rendering.say import render_say
from bot.services.codec import dump_state, dump_verdict, load_state
from bot.services.daily import closing as daily
from bot.services.daily.memories import day_of, learn
from bot.services.learning import Learning
from bot.services.reports import Reports
from bot.services.visit import Visit
from storage import Transaction, sessions, timers, turns
from storage.models import SessionKind, SessionStatus
from storage.sessions import SessionRow

SILENCE = "silence"
"""Kind of the timers that tell a candidate's silence."""

RESUMABLE = timedelta(hours=24)
"""How long a stopped interview can be taken up again; dialogue policy, row "wants to stop"."""

Foresee = Callable[[Question], None]
"""Told of a question just asked, so that what grades its answer can get ready; loses nothing if it does not."""

_STATUS = {
    Status.RUNNING: SessionStatus.RUNNING,
    Status.PAUSED: SessionStatus.PAUSED,
    Status.FINISHED: SessionStatus.FINISHED,
}


class Interviews:
    """Use cases of an interview; each is called within the transaction of a visit."""

    def __init__(self, bank: Bank, interviewer: Interviewer, foresee: Foresee = lambda _: None) -> None:
        self._foresee = foresee
        self.learning = Learning(bank, interviewer)
        self._reports = Reports(bank)

    async def begin(self, visit: Visit, plan: Plan) -> None:
        """Open an interview with its first question; an open one must have been ended before."""
        interviewer = await self.learning.interviewer(visit.tx)
        step = interviewer.begin(plan, visit.now, visit.seed)
        new = sessions.NewSession(
            user_id=visit.person.id,
            chat_id=visit.place.chat,
            thread_id=visit.place.thread,
            state=dump_state(step.state),
            language=plan.language.value,
            topics=plan.topics,
            level=int(plan.level),
            planned=step.state.count,
        )
        session = await sessions.create(visit.tx, new, visit.now)
        await self._carry_out(visit, session, step)
        self._announce(interviewer, step.state)

    async def current(self, visit: Visit) -> SessionRow | None:
        """What the person is being asked in this chat, locked: an interview, else a question of the day."""
        return await sessions.lock_current(visit.tx, visit.person.id, visit.place.chat)

    async def open(self, visit: Visit) -> SessionRow | None:
        """The open interview of the person in this chat, locked, whatever is asked beside it."""
        return await sessions.lock_current(visit.tx, visit.person.id, visit.place.chat, SessionKind.INTERVIEW)

    async def asking(self, visit: Visit, session_id: int) -> SessionRow | None:
        """That interview or question of the day, locked, if it is the person's and goes on."""
        session = await sessions.lock(visit.tx, session_id)
        mine = session is not None and session.user_id == visit.person.id and session.chat_id == visit.place.chat
        return session if session is not None and mine and session.is_current else None

    async def take(self, visit: Visit, session: SessionRow, event: Event) -> bool:
        """Let the interviewer react to an event; False when he ignored it (an old button, a stale timer)."""
        state = load_state(session.state)
        interviewer = await self._interviewer(visit.tx, session)
        step = interviewer.step(state, event, visit.now, visit.seed + state.turn)
        if step.turn is None and not step.actions:
            return False
        await self._carry_out(visit, session, step)
        if step.state.current != state.current:
            self._announce(interviewer, step.state)
        return True

    def _announce(self, interviewer: Interviewer, state: InterviewState) -> None:
        question = interviewer.question(state)
        if question is not None:
            self._foresee(question)

    async def doubtful(self, tx: Transaction, session: SessionRow, said: Said) -> Case | None:
        """What the grader makes of an answer that was not taken yet; None when it is none on a question."""
        return (await self._interviewer(tx, session)).doubtful(load_state(session.state), said)

    async def resume(self, visit: Visit) -> bool:
        """Go on with the open interview, else with one stopped lately; False when there is none."""
        session = await self.open(visit) or await self._stopped_lately(visit)
        return session is not None and await self.take(visit, session, Asked(Command.RESUME))

    @staticmethod
    def position(session: SessionRow) -> tuple[int, int]:
        """Number of the question under discussion and how many there are."""
        state = load_state(session.state)
        return state.number or state.count, state.count

    async def asked_before(self, visit: Visit) -> tuple[str, ...]:
        """Ids of questions the person was asked in earlier interviews, the longest ago first."""
        return await turns.questions_asked(visit.tx, visit.person.id)

    async def _stopped_lately(self, visit: Visit) -> SessionRow | None:
        rows = await sessions.history(visit.tx, visit.person.id, 1)
        here = [row for row in rows if row.chat_id == visit.place.chat and row.status is SessionStatus.STOPPED]
        recent = [row for row in here if row.finished_at and visit.now - row.finished_at <= RESUMABLE]
        return await sessions.lock(visit.tx, recent[0].id) if recent else None

    async def _carry_out(self, visit: Visit, session: SessionRow, step: Step) -> None:
        saved = await sessions.save(visit.tx, session, visit.now, **await self._summary(visit.tx, session, step.state))
        if step.turn is not None:
            await turns.append(visit.tx, turn_row(saved.id, step, visit))
        if not any(isinstance(action, Wake) for action in step.actions):
            await timers.cancel(visit.tx, silence_key(saved.id))
        for action in step.actions:
            await self._act(visit, saved, step.state, action)

    async def _act(self, visit: Visit, session: SessionRow, state: InterviewState, action: Action) -> None:
        if isinstance(action, Say):
            await visit.say(render_say(visit.texts, state.language, action, session.id), session.id)
        elif isinstance(action, Wake):
            await _arm(visit.tx, visit, session, action)
        elif session.kind == SessionKind.DAILY:
            await daily.close(visit, session, state, await self._interviewer(visit.tx, session))
        else:
            await self._remember(visit, session, state)
            await self._reports.send(visit, session.id, state)

    async def _interviewer(self, tx: Transaction, session: SessionRow) -> Interviewer:
        """The interviewer as of now; a daily question is to him as it was worded when it was asked."""
        interviewer = await self.learning.interviewer(tx)
        return await daily.as_asked(tx, session, interviewer) if session.kind == SessionKind.DAILY else interviewer

    async def _remember(self, visit: Visit, session: SessionRow, state: InterviewState) -> None:
        """What was missed here comes back in the daily question."""
        card = await self._reports.score(visit.tx, session.id, state)
        begun, today = [await day_of(visit.tx, session.user_id, at) for at in (session.created_at, visit.now)]
        await learn(visit.tx, session.user_id, card.questions, begun, today)

    async def _summary(self, tx: Transaction, session: SessionRow, state: InterviewState) -> sessions.SessionChanges:
        changes: sessions.SessionChanges = {
            "state": dump_state(state),
            "status": _STATUS[state.status],
            "asked": len(state.records),
        }
        if state.finished:
            card = await self._reports.score(tx, session.id, state)
            changes |= {"score": card.score, "recommendation": card.recommendation.value}
            if card.asked < card.planned:
                changes["status"] = SessionStatus.STOPPED
        return changes


def turn_row(session_id: int, step: Step, visit: Visit) -> turns.TurnRow:
    """The exchange of a step as it is stored."""
    turn = step.turn
    assert turn is not None  # noqa: S101 - asked by the only caller
    return turns.TurnRow(
        session_id=session_id,
        number=turn.number,
        kind=turn.kind.value,
        asked=turn.asked,
        answer=turn.answer,
        at=visit.now,
        question_id=turn.question,
        question_number=turn.ordinal,
        message_id=turn.message,
        verdict=dump_verdict(turn),
    )


async def _arm(tx: Transaction, visit: Visit, session: SessionRow, wake: Wake) -> None:
    timer = timers.NewTimer(
        key=silence_key(session.id),
        kind=SILENCE,
        due_at=visit.now + timedelta(seconds=wake.seconds),
        user_id=session.user_id,
        chat_id=session.chat_id,
        session_id=session.id,
        payload={"turn": wake.turn},
    )
    await timers.arm(tx, timer)


def silence_key(session_id: int) -> str:
    """Name of the timer that tells when nothing has come for long."""
    return f"{SILENCE}:{session_id}"
