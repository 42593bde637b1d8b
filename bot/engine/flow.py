"""The course of an interview: opening, from question to question, closing, end."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.dialogue import Command, Mode, Move, Plan, Said
from bot.domain.language import Level
from bot.domain.question import Bank, Question
from bot.domain.verdict import FlagVerdict, PointVerdict, ReplyVerdict
from bot.engine import scoring
from bot.engine.evidence import ledger
from bot.engine.policy import Policy
from bot.engine.selection import askable, effective_level, next_level, next_question
from bot.engine.state import Aim, Cue, Focus, InterviewState, Outcome, Record, Stage, Status, TurnKind
from bot.engine.view import Ask, is_enough
from bot.engine.wording import Message

ANSWERING = (Command.HINT, Command.SKIP)
"""Offered under every follow-up."""
TEXTED = (Move.PROBE, Move.FOLLOW_UP, Move.CONFIRM, Move.HINT)
"""Follow-ups whose text is a question of the bank's, or stands for one."""
ASKING = (Command.HINT, Command.SIMPLER, Command.SKIP)
"""Offered under every main question."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the engine is told of the world: the time, and a seed for its free choices."""

    now: datetime
    seed: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the interviewer does about one event, before wordings are chosen; the rest is for the log.

    `words` are what the candidate's part comes to where that is not the event's own text.
    """

    state: InterviewState
    messages: tuple[Message, ...]
    why: str
    kind: TurnKind = TurnKind.REQUEST
    points: tuple[PointVerdict, ...] = ()
    flags: tuple[FlagVerdict, ...] = ()
    reply: ReplyVerdict | None = None
    words: Said | None = None
    report: bool = False

    def because(self, why: str) -> "Reaction":
        """The same with another reason."""
        return replace(self, why=why)


class Flow:
    """Moves the interview on; knows the bank and the policy and nothing of answers."""

    def __init__(self, bank: Bank, policy: Policy) -> None:
        self.bank = bank
        self.policy = policy

    def page(self, record: Record) -> Question | None:
        """The question of a record; None when the bank no longer has it, or nothing to judge at its level."""
        return scoring.page(record, self.bank)

    def open(self, plan: Plan, moment: Moment) -> Reaction:
        """Greet and ask the first question; nothing to ask ends the interview at once."""
        count = min(plan.count, len(askable(self.bank, plan)))
        state = InterviewState(plan, plan.language, plan.level, count, moment.now)
        if count < 1:
            empty = replace(state, stage=Stage.CLOSING)
            return replace(self.finish(empty, (Cue(Move.FINISHED),), "empty-bank", moment), kind=TurnKind.OPENING)
        first = Message((Cue(Move.OPENING, arguments=self._opening(state)),))
        asked = self.advance(state, (), moment)
        messages = asked.messages if plan.follow_ups is not None else (first, *asked.messages)
        return replace(asked, messages=messages, kind=TurnKind.OPENING)

    def _opening(self, state: InterviewState) -> tuple[tuple[str, str | int], ...]:
        minutes = state.plan.minutes or state.count * self.policy.minutes_a_question
        topics = ", ".join(
            self.bank.topics[topic].name(state.language) for topic in state.plan.topics if topic in self.bank.topics
        )
        return (("level", state.level.key), ("count", state.count), ("topics", topics), ("minutes", minutes))

    def ask(self, state: InterviewState, record: Record, cues: tuple[Cue, ...], ask: Ask) -> Reaction:
        """Put a follow-up on the open question `record`."""
        record = replace(
            record,
            moves=(*record.moves, *(cue.move for cue in cues), ask.move),
            used=(*record.used, *ask.uses),
            hints=(*record.hints, ask.helps) if ask.helps else record.hints,
        )
        spoken = Cue(ask.move, ask.text, ask.arguments)
        after = replace(state, open=record, focus=ask.focus, silences=0)
        if ask.move is not Move.HINT or ask.focus.aim is Aim.FOLLOW_UP:
            after = replace(after, pending=spoken, asked=ask.text if ask.move in TEXTED else state.asked)
        return Reaction(after, (Message((*cues, spoken), ANSWERING, record.number),), ask.why)

    def say(
        self, state: InterviewState, record: Record, why: str, *cues: Cue, choices: tuple[Command, ...] = ANSWERING
    ) -> Reaction:
        """Say something that leaves the open question `record` where it is."""
        after = replace(state, open=replace(record, moves=(*record.moves, *(cue.move for cue in cues))))
        return Reaction(after, (Message(cues, choices, record.number),), why)

    def aside(self, state: InterviewState, cue: Cue) -> Reaction:
        """One line while no question is open."""
        return Reaction(state, (Message((cue,)),), cue.move)

    def main(self, state: InterviewState, record: Record, question: Question) -> InterviewState:
        """The state with the main question as what waits for a reply."""
        cue = Cue(Move.ASK, question.prompt, (("number", record.number), ("count", state.count)))
        return replace(state, open=record, asked=question.prompt, pending=cue, focus=Focus())

    def again(self, state: InterviewState) -> Reaction:
        """Say again what is waited for while no question is open."""
        return self.aside(state, state.pending or Cue(Move.ANYTHING_ELSE))

    def leave(self, state: InterviewState, kept: Record, cues: tuple[Cue, ...], moment: Moment, why: str) -> Reaction:
        """Go on to the next thing after the question `kept`, already closed."""
        closed = replace(state, open=None, closed=(*state.closed, kept))
        closed = replace(closed, level=self._level(closed))
        if state.plan.confidence and kept.outcome is Outcome.ANSWERED:
            cue = Cue(Move.CONFIDENCE)
            waiting = replace(closed, stage=Stage.CONFIDENCE, pending=cue, asked="", focus=Focus())
            return Reaction(waiting, (Message((*cues, cue)),), why)
        return self.onward(closed, cues, moment).because(why)

    def onward(self, state: InterviewState, cues: tuple[Cue, ...], moment: Moment) -> Reaction:
        """After a question was closed: feedback in training, and the next question."""
        if state.plan.follow_ups is not None:
            # What frames a single question says the rest.
            shown = tuple(cue for cue in cues if cue.move is Move.SHOWN)
            return self.finish(replace(state, stage=Stage.CLOSING), shown, "single", moment)
        kept = state.closed[-1]
        training = state.plan.mode is Mode.TRAINING and scoring.was_answered(kept) and kept.outcome is not Outcome.SHOWN
        if not training or self.page(kept) is None:
            return self.advance(state, cues, moment)
        onward = self.advance(state, (), moment, acknowledged=True)
        told = (*(cues or (Cue(Move.ACKNOWLEDGE),)), *self._feedback(kept))
        return replace(onward, messages=(Message(told, (Command.SHOW,), kept.number), *onward.messages))

    def _feedback(self, record: Record) -> tuple[Cue, ...]:
        """How much of what was expected came, where anything was said at all."""
        question = self.page(record)
        if question is None or not record.replies:
            return ()
        found = ledger(record, question)
        expected = question.points_at(record.level)
        stated = sum(found.settled(point.id) for point in expected)
        return (Cue(Move.FEEDBACK, arguments=(("stated", stated), ("total", len(expected)))),)

    def _level(self, state: InterviewState) -> Level:
        history = [self._band(record) for record in state.closed if scoring.was_answered(record)]
        return next_level(state.plan, history, self.policy)

    def _band(self, record: Record) -> tuple[Level, bool, bool]:
        question = self.page(record)
        if question is None:
            return record.level, False, False
        found = ledger(record, question)
        full = is_enough(found, question, record.level, self.policy) and not found.live()
        return record.level, full, found.covered(question, record.level) < self.policy.thin

    def advance(
        self, state: InterviewState, cues: tuple[Cue, ...], moment: Moment, *, acknowledged: bool = False
    ) -> Reaction:
        """Ask the next main question, or close when there is none left or the time is over.

        Without cues the answer before it is acknowledged, unless that was done.
        """
        if self._time_is_up(state, moment.now):
            return self.closing(state, (*cues, Cue(Move.TIME_UP)))
        lead = cues if cues or acknowledged or not state.closed else (Cue(Move.ACKNOWLEDGE),)
        full = len(state.closed) >= state.count
        question = None if full else next_question(self.bank, state, self.policy, moment.seed)
        if question is None:
            return self.closing(state, lead)
        return self._put(state, question, lead, moment)

    def _put(self, state: InterviewState, question: Question, cues: tuple[Cue, ...], moment: Moment) -> Reaction:
        record = Record(
            question=question.id,
            number=len(state.closed) + 1,
            level=effective_level(question, state.level),
            language=question.language,
            topic=question.topic,
            moves=(Move.ASK,),
            opened=moment.now,
        )
        after = self.main(replace(state, stage=Stage.QUESTION, silences=0), record, question)
        asked = (after.pending,) if after.pending else ()
        lines = (*self._bridge(state, question, cues), *asked)
        training = (Command.SHOW,) if state.plan.mode is Mode.TRAINING else ()
        return Reaction(after, (Message(lines, (*ASKING, *training), record.number),), f"next:{question.id}")

    def _bridge(self, state: InterviewState, question: Question, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
        stays = not state.closed or state.closed[-1].topic == question.topic
        if stays or question.topic not in self.bank.topics:
            return cues
        name = self.bank.topics[question.topic].name(state.language)
        return (*cues, Cue(Move.TRANSITION, arguments=(("topic", name),)))

    def overran(self, state: InterviewState, now: datetime) -> bool:
        """Whether the time for the open question is over."""
        left = time_left(state, now)
        return left is not None and left <= 0

    def moving_on(self, state: InterviewState, now: datetime) -> tuple[Cue, ...]:
        """What is said when a question is left for its time; the end of the whole interview says so itself."""
        return () if self._time_is_up(state, now) else (Cue(Move.QUESTION_TIME),)

    def _time_is_up(self, state: InterviewState, now: datetime) -> bool:
        minutes = state.plan.minutes
        return minutes is not None and now - state.started >= timedelta(minutes=minutes)

    def closing(self, state: InterviewState, cues: tuple[Cue, ...]) -> Reaction:
        """Say that this was the last question and leave room for one correction."""
        cue = Cue(Move.ANYTHING_ELSE)
        after = replace(state, stage=Stage.CLOSING, asked="", pending=cue, focus=Focus(), silences=0)
        lines = (*cues, Cue(Move.LAST), cue)
        return Reaction(after, (Message(lines, (Command.REPORT,)),), "closing")

    def finish(self, state: InterviewState, cues: tuple[Cue, ...], why: str, moment: Moment) -> Reaction:
        """End now; the question under discussion is kept, so that a stopped interview can be taken up again."""
        after = replace(state, status=Status.FINISHED, since=moment.now, silences=0)
        return Reaction(after, (Message(cues),) if cues else (), why)


def time_left(state: InterviewState, now: datetime) -> float | None:
    """Seconds left for the open question, negative when it overran; None where there is no limit."""
    minutes, opened = state.plan.question_minutes, state.open.opened if state.open else None
    if minutes is None or opened is None:
        return None
    return (opened + timedelta(minutes=minutes) - now).total_seconds()
