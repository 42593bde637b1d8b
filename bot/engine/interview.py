"""The interviewer: a pure function from a state and an event to a state and what to do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import ceil

from bot.domain.dialogue import Action, Asked, Edited, Event, Plan, Said, Showed, ShowReport, Wake
from bot.domain.language import Language
from bot.domain.ports import Grader
from bot.domain.question import Bank, Question
from bot.domain.scorecard import Scorecard
from bot.engine import classify, scoring
from bot.engine.elsewhere import Fields
from bot.engine.flow import Flow, Moment, Reaction, time_left
from bot.engine.judge import Judge
from bot.engine.opinions import Case
from bot.engine.phrases import Manner
from bot.engine.policy import Policy
from bot.engine.routing import Router
from bot.engine.state import InterviewState, Stage, Status, Step, Turn
from bot.engine.wording import word


class Interviewer:
    """Holds an interview over a bank with a grader and a policy; keeps nothing between calls."""

    def __init__(self, bank: Bank, grader: Grader, policy: Policy | None = None) -> None:
        self._bank = bank
        self.grader = grader
        self._policy = policy or Policy()
        self._flow = Flow(bank, self._policy)
        fields = Fields(bank)
        self._router = Router(self._flow, Judge(grader, self._policy, fields), fields)

    def begin(self, plan: Plan, now: datetime, seed: int) -> Step:
        """Greet and ask the first question; with nothing to ask the interview is over at once."""
        reaction = self._flow.open(plan, Moment(now, seed))
        return self._step(None, reaction, Moment(now, seed))

    def step(self, state: InterviewState, event: Event, now: datetime, seed: int) -> Step:
        """React to one event; one that is stale or means nothing now leaves the state as it is, without a turn."""
        reaction = self._router.react(state, event, Moment(now, seed))
        return self._step(state, reaction, Moment(now, seed), event) if reaction else Step(state)

    def over(self, bank: Bank, grader: Grader | None = None) -> "Interviewer":
        """The same interviewer with another bank and, if given, another grader."""
        return Interviewer(bank, grader or self.grader, self._policy)

    def doubtful(self, state: InterviewState, said: Said) -> Case | None:
        """The answer as the grader sees it if it is one on the open question, else None; changes nothing."""
        record, question = state.open, self.question(state)
        if record is None or question is None or classify.recognise(said.text) is not Manner.ANSWER:
            return None
        assessment = self.grader.assess(question, said.text, record.level, state.asked)
        return Case(question, record.level, said.text, state.asked, assessment)

    def question(self, state: InterviewState) -> Question | None:
        """The question that an answer is waited for on."""
        waits = state.open if state.stage is Stage.QUESTION and not state.finished else None
        return self._flow.page(waits) if waits else None

    def reworded(self, question: str, language: Language, change: Callable[[Question], Question]) -> "Interviewer":
        """The same interviewer, to whom that question of the bank is as changed; himself when there is no such one."""
        found = self._bank.find(question, language)
        if found is None:
            return self
        questions = {**self._bank.questions, (question, language): change(found)}
        return self.over(replace(self._bank, questions=questions))

    def scorecard(self, state: InterviewState) -> Scorecard:
        """The result so far; a function of the state and the bank alone."""
        return scoring.scorecard(state, self._bank)

    def _step(
        self, before: InterviewState | None, reaction: Reaction, moment: Moment, event: Event | None = None
    ) -> Step:
        temper = reaction.state.plan.temper
        says, spoken = word(reaction.messages, before.spoken if before else (), temper, moment.seed)
        state = replace(reaction.state, turn=before.turn + 1 if before else 0, spoken=spoken)
        lines = tuple(line for say in says for line in say.lines)
        turn = replace(_turn(before, reaction, event), number=state.turn, lines=lines)
        turn = replace(turn, move=lines[-1].move if lines else None)
        ends = state.finished and (before is None or not before.finished)
        return Step(state, (*says, *self._last(state, moment, report=ends or reaction.report)), turn)

    def _last(self, state: InterviewState, moment: Moment, *, report: bool) -> tuple[Action, ...]:
        """What follows the messages: the report, or the wait for an answer."""
        if report:
            return (ShowReport(),)
        if state.status is not Status.RUNNING or state.plan.follow_ups is not None:
            return ()
        level = state.open.level if state.open else state.level
        wait, left = self._policy.wait(level, state.asked), time_left(state, moment.now)
        return (Wake(min(wait, ceil(left)) if left and left > 0 else wait, state.turn),)


def _turn(before: InterviewState | None, reaction: Reaction, event: Event | None) -> Turn:
    answer, message = _words_of(reaction.words or event)
    return Turn(
        number=0,
        question=before.current if before else None,
        ordinal=before.number if before else None,
        kind=reaction.kind,
        asked=before.asked if before else "",
        answer=answer,
        message=message,
        points=reaction.points,
        flags=reaction.flags,
        reply=reaction.reply,
        why=reaction.why,
    )


def _words_of(event: Event | None) -> tuple[str, int | None]:
    """What the candidate wrote or pressed, and the message it was."""
    if isinstance(event, Said | Edited):
        return event.text, event.message
    if isinstance(event, Showed):
        return event.caption or event.medium.value, event.message
    return (event.command.value, None) if isinstance(event, Asked) else ("", None)
