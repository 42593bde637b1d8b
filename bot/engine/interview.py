"""The interviewer: a pure function from a state and an event to a state and what to do."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.domain.dialogue import (
    Action,
    Asked,
    Command,
    Edited,
    Event,
    Medium,
    Mode,
    Move,
    Plan,
    Said,
    Showed,
    ShowReport,
    Waited,
    Wake,
)
from bot.domain.ports import Grader
from bot.domain.question import Bank
from bot.domain.scorecard import Scorecard
from bot.engine import classify, scoring
from bot.engine.answers import Answers, reply_of
from bot.engine.asides import NO_MEDIUM, Asides
from bot.engine.closing import Closing
from bot.engine.flow import Flow, Moment, Reaction
from bot.engine.judge import Judge
from bot.engine.phrases import WHOLE, Manner
from bot.engine.policy import Policy
from bot.engine.requests import Handler, Requests, strong_answer
from bot.engine.scene import Scene
from bot.engine.state import Aim, InterviewState, Outcome, Stage, Status, Step, Turn, TurnKind
from bot.engine.wording import Cue, Message, word

_SURE = {str(sure): sure for sure in range(1, 6)}
"""What counts as an answer to "how sure are you, 1 to 5?"."""
_SILENCES = (Move.TAKE_TIME, Move.START_ANYWHERE)
"""What is said to the first waits in a row; the next one pauses."""
_OPEN = tuple(manner for manner in WHOLE if manner not in (Manner.RESUME, Manner.NOTHING))
_SHORTCUTS = MappingProxyType({Manner.STOP: Command.STOP, Manner.PAUSE: Command.PAUSE, Manner.RESUME: Command.RESUME})
"""Words that do what the command of that name does, at any stage but the closing."""


class Interviewer:
    """Holds an interview over a bank with a grader and a policy; keeps nothing between calls."""

    def __init__(self, bank: Bank, grader: Grader, policy: Policy | None = None) -> None:
        self._bank = bank
        self._policy = policy or Policy()
        self._flow = Flow(bank, self._policy)
        judge = Judge(grader, self._policy)
        self._asides = Asides(self._flow)
        self._requests = Requests(self._flow, self._asides)
        self._answers = Answers(self._flow, judge, self._requests, self._asides)
        self._closing = Closing(self._flow, judge)
        self._by_manner = self._manners()
        self._by_command = self._commands()

    def begin(self, plan: Plan, now: datetime, seed: int) -> Step:
        """Greet and ask the first question; with nothing to ask the interview is over at once."""
        moment = Moment(now, seed)
        reaction = self._flow.open(plan, moment)
        return self._step(None, reaction, moment, "", None)

    def step(self, state: InterviewState, event: Event, now: datetime, seed: int) -> Step:
        """React to one event; an event that is stale or means nothing now leaves the state as it is."""
        moment = Moment(now, seed)
        reaction = self._after_end(state, event) if state.finished else self._react(state, event, moment)
        if reaction is None:
            return Step(state)
        answer, message = _words_of(event)
        return self._step(state, reaction, moment, answer, message)

    def scorecard(self, state: InterviewState) -> Scorecard:
        """The result so far; a function of the state and the bank alone."""
        return scoring.scorecard(state, self._bank)

    def _step(
        self, before: InterviewState | None, reaction: Reaction, moment: Moment, answer: str, message: int | None
    ) -> Step:
        number = before.turn + 1 if before else 0
        spoken = before.spoken if before else ()
        says, spoken = word(reaction.messages, spoken, moment.seed)
        state = replace(reaction.state, turn=number, spoken=spoken)
        lines = tuple(line for say in says for line in say.lines)
        turn = Turn(
            number=number,
            question=before.current if before else None,
            ordinal=before.number if before else None,
            kind=reaction.kind,
            asked=before.asked if before else "",
            answer=answer,
            message=message,
            points=reaction.points,
            flags=reaction.flags,
            reply=reaction.reply,
            move=lines[-1].move if lines else None,
            why=reaction.why,
            lines=lines,
        )
        ended = state.finished and (before is None or not before.finished or reaction.report)
        return Step(state, (*says, *self._last_actions(state, ended=ended)), turn)

    def _last_actions(self, state: InterviewState, *, ended: bool) -> tuple[Action, ...]:
        if ended:
            return (ShowReport(),)
        if state.status is not Status.RUNNING:
            return ()
        level = state.open.level if state.open else state.level
        return (Wake(self._policy.wait(level, state.asked), state.turn),)

    def _after_end(self, state: InterviewState, event: Event) -> Reaction | None:
        if isinstance(event, Edited | Waited):
            return None
        if isinstance(event, Asked) and event.command is Command.SHOW:
            return self._show_closed(state, event.question)
        if isinstance(event, Asked) and event.command is Command.REPORT:
            return Reaction(state, (), "report", report=True)
        return Reaction(state, (Message((Cue(Move.ALREADY_FINISHED),)),), "finished")

    def _react(self, state: InterviewState, event: Event, moment: Moment) -> Reaction | None:
        if isinstance(event, Waited):
            return self._waited(state, event, moment)
        heard = replace(state, silences=0)
        if isinstance(event, Edited):
            return self._edited(heard, event, moment)
        if isinstance(event, Asked):
            return self._asked(heard, event, moment)
        if isinstance(event, Showed):
            return self._showed(heard, event, moment)
        return self._said(heard, event, moment)

    def _on_question(
        self, state: InterviewState, moment: Moment, handler: Handler, said: Said | None = None
    ) -> Reaction:
        """Run a handler on the open question; one that has left the bank is closed instead."""
        record = state.open
        if record is None:
            return self._restate(state)
        question = self._flow.page(record)
        if question is None:
            outcome = Outcome.ANSWERED if record.replies else Outcome.UNANSWERED
            return self._flow.leave(state, record.closed(outcome), (), moment, "left-the-bank")
        heard = said or Said("")
        return handler(Scene(state, record, question, moment, heard.text, heard.message, heard.code))

    def _waited(self, state: InterviewState, event: Waited, moment: Moment) -> Reaction | None:
        if event.turn != state.turn or state.status is not Status.RUNNING:
            return None
        return replace(self._silence(replace(state, silences=state.silences + 1), moment), kind=TurnKind.SILENCE)

    def _silence(self, state: InterviewState, moment: Moment) -> Reaction:
        if state.stage is Stage.CLOSING:
            return self._closing.end(state, "silence")
        if state.stage is Stage.CONFIDENCE:
            return self._flow.advance(state, (), moment)
        if state.silences > len(_SILENCES):
            return self._pause(state, moment)
        move = _SILENCES[state.silences - 1]
        return self._on_question(state, moment, lambda scene: self._flow.say(state, scene.record, "silence", Cue(move)))

    def _pause(self, state: InterviewState, moment: Moment) -> Reaction:
        since = state.since if state.status is Status.PAUSED else moment.now
        paused = replace(state, status=Status.PAUSED, since=since)
        return Reaction(paused, (Message((Cue(Move.PAUSED),), (Command.RESUME, Command.STOP)),), "pause")

    def _resumed(self, state: InterviewState, moment: Moment) -> InterviewState:
        """The state going on; a pause does not count against the time limit."""
        if state.since is None:
            return state
        started = state.started + (moment.now - state.since)
        return replace(state, status=Status.RUNNING, since=None, started=started)

    def _restate(self, state: InterviewState) -> Reaction:
        """Say again what the interview waits for."""
        if state.open:
            return self._flow.say(state, state.open, "resume", Cue(Move.RESUMED, state.asked))
        cue = Cue(Move.CONFIDENCE if state.stage is Stage.CONFIDENCE else Move.ANYTHING_ELSE)
        return Reaction(state, (Message((cue,)),), "resume")

    def _stop(self, state: InterviewState) -> Reaction:
        done = sum(scoring.was_answered(record) for record in state.records)
        stopped = Cue(Move.STOPPED, arguments=(("done", done), ("count", state.count)))
        return self._flow.finish(state, (stopped,), "stop")

    def _switch(self, state: InterviewState, moment: Moment) -> Reaction:
        """Go on in the language offered; the open question too if the bank has the same one."""
        if state.offered is None or state.offered is state.language:
            return self._restate(state)
        after = replace(state, language=state.offered)
        return self._on_question(after, moment, self._requests.switch) if state.open else self._restate(after)

    def _edited(self, state: InterviewState, event: Edited, moment: Moment) -> Reaction:
        record = state.open
        position = reply_of(event.message, record.replies) if record else None
        said = Said(event.text, event.message, event.code)
        if position is not None:
            return self._on_question(state, moment, lambda scene: self._answers.edit(scene, position), said)
        if record and record.heard == event.message:
            return self._said(state, said, moment)
        if record:
            return replace(self._flow.say(state, record, "edit-late", Cue(Move.EDIT_LATE)), kind=TurnKind.EDIT)
        return Reaction(state, (Message((Cue(Move.EDIT_LATE),)),), "edit-late", TurnKind.EDIT)

    def _asked(self, state: InterviewState, event: Asked, moment: Moment) -> Reaction | None:
        if event.command is Command.SHOW and event.question not in (None, state.number):
            return self._show_closed(state, event.question)
        if event.question not in (None, state.number):
            return None
        return self._obey(state, event.command, moment)

    def _obey(self, state: InterviewState, command: Command, moment: Moment) -> Reaction:
        if command is Command.STOP:
            return self._stop(state)
        if command is Command.PAUSE:
            return self._pause(state, moment)
        going = self._resumed(state, moment)
        if command is Command.RESUME:
            return self._restate(going)
        return self._switch(going, moment) if command is Command.SWITCH else self._serve(going, command, moment)

    def _serve(self, state: InterviewState, command: Command, moment: Moment) -> Reaction:
        """Do what is asked for on the open question; after it, asking for anything means going on."""
        if state.stage is Stage.CLOSING and command in (Command.REPORT, Command.NEXT, Command.SKIP):
            return self._closing.end(state, "nothing-to-correct")
        if state.stage is Stage.CONFIDENCE:
            return self._flow.advance(state, (), moment)
        return self._on_question(state, moment, self._by_command[command])

    def _show_closed(self, state: InterviewState, number: int | None) -> Reaction | None:
        """A strong answer to a question already closed; in an interview the report has it."""
        record = next((record for record in state.closed if record.number == number), None)
        question = self._flow.page(record) if record else None
        if record is None or question is None or state.plan.mode is not Mode.TRAINING:
            return None
        shown = Cue(Move.SHOWN, strong_answer(question, record.level))
        return Reaction(state, (Message((shown,)),), f"shown:{record.question}")

    def _showed(self, state: InterviewState, event: Showed, moment: Moment) -> Reaction:
        if event.caption.strip() and event.medium is not Medium.FORWARD:
            return self._said(state, Said(event.caption, event.message), moment)
        going = self._resumed(state, moment)
        if going.open is None:
            return Reaction(going, (Message((Cue(NO_MEDIUM[event.medium]),)),), event.medium, TurnKind.MEDIUM)
        empty = Said("", event.message)
        return self._on_question(going, moment, lambda scene: self._asides.medium(scene, event.medium), empty)

    def _said(self, state: InterviewState, event: Said, moment: Moment) -> Reaction:
        listed = (Manner.RESUME, *_OPEN) if state.status is Status.PAUSED else _OPEN
        manner = Manner.ANSWER if state.stage is Stage.CLOSING else classify.recognise(event.text, listed)
        if manner in _SHORTCUTS:
            return self._obey(state, _SHORTCUTS[manner], moment)
        going = self._resumed(state, moment)
        if going.stage is Stage.CLOSING:
            return self._closing.hear(going, event.text, event.message)
        if going.stage is Stage.CONFIDENCE:
            return self._sure(going, event.text, moment)
        return self._on_question(going, moment, self._handler(going, event), event)

    def _sure(self, state: InterviewState, text: str, moment: Moment) -> Reaction:
        """Take a number from 1 to 5; anything else is taken as no answer."""
        sure = _SURE.get(text.strip().rstrip(".!"))
        rated = (*state.closed[:-1], replace(state.closed[-1], confidence=sure))
        onward = self._flow.advance(replace(state, closed=rated), (), moment)
        return replace(onward, kind=TurnKind.CONFIDENCE)

    def _handler(self, state: InterviewState, event: Said) -> Handler:
        """What reacts to a text on the open question."""
        if state.focus.aim is Aim.CONFIRM and classify.leans(event.text) is not Manner.ANSWER:
            return self._answers.hear
        if classify.is_wordless(event.text):
            return self._requests.repeat if "?" in event.text else self._asides.wordless
        manner = classify.recognise(event.text, _OPEN)
        if manner is Manner.YES and state.offered not in (None, state.language):
            return lambda scene: self._switch(scene.state, scene.moment)
        return self._by_manner.get(manner, self._answers.hear)

    def _manners(self) -> Mapping[Manner, Handler]:
        return MappingProxyType(
            {
                Manner.INSULT: self._asides.insult,
                Manner.ORDERS: self._asides.orders,
                Manner.SMALL_TALK: self._asides.off_topic,
                Manner.LATER: self._requests.later,
                Manner.PANIC: self._requests.panic,
                Manner.DONT_KNOW: self._requests.decline,
                Manner.HINT: self._requests.hint,
                Manner.SHOW: self._requests.show,
                Manner.SIMPLER: self._requests.simpler,
                Manner.REPEAT: self._requests.repeat,
                Manner.CLARIFY: self._requests.clarify,
                Manner.SKIP: self._requests.skip,
                Manner.NEXT: self._requests.next,
            }
        )

    def _commands(self) -> Mapping[Command, Handler]:
        return MappingProxyType(
            {
                Command.HINT: self._requests.hint,
                Command.SKIP: self._requests.skip,
                Command.REPEAT: self._requests.repeat,
                Command.SIMPLER: self._requests.simpler,
                Command.SHOW: self._requests.show,
                Command.NEXT: self._requests.next,
                Command.REPORT: self._requests.report,
            }
        )


def _words_of(event: Event) -> tuple[str, int | None]:
    """What the candidate wrote or pressed, and the message it was."""
    if isinstance(event, Said | Edited):
        return event.text, event.message
    if isinstance(event, Showed):
        return event.caption or event.medium.value, event.message
    return (event.command.value, None) if isinstance(event, Asked) else ("", None)
