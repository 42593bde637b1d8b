"""Which part of the interviewer an event goes to, by status, stage and what the event is for."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.domain.dialogue import Asked, Command, Edited, Event, Medium, Mode, Move, Said, Showed, Waited
from bot.engine import classify, scoring
from bot.engine.additions import Additions
from bot.engine.answers import Answers, reply_of
from bot.engine.asides import NO_MEDIUM, Asides
from bot.engine.closing import Closing
from bot.engine.elsewhere import Fields
from bot.engine.flow import Flow, Moment, Reaction
from bot.engine.judge import Judge
from bot.engine.phrases import WHOLE, Manner
from bot.engine.recovery import Recovery
from bot.engine.requests import Handler, Requests, strong_answer
from bot.engine.scene import Scene
from bot.engine.state import ABOUT_CLAIM, Aim, Cue, InterviewState, Outcome, Stage, Status, TurnKind
from bot.engine.wording import Message

_SURE = {str(sure): sure for sure in range(1, 6)}
"""What counts as an answer to "how sure are you, 1 to 5?"."""
_SILENCES = (Move.TAKE_TIME, Move.START_ANYWHERE)
"""What is said to the first waits in a row; the next one pauses."""
_OPEN = tuple(manner for manner in WHOLE if manner is not Manner.NOTHING)
_SHORTCUTS = MappingProxyType({Manner.STOP: Command.STOP, Manner.PAUSE: Command.PAUSE})
"""Words that do what the command of that name does, at any stage but the closing."""
_BREAK_OFFERED = (Move.INSULT, Move.OFF_TOPIC_AGAIN)
_GOING_ON = (Manner.YES, Manner.NO, Manner.NEXT, Manner.RESUME)
"""Replies to the offer of a break that mean: the question again."""


class Router:
    """Knows who reacts to what; every event in every state has a decided outcome."""

    def __init__(self, flow: Flow, judge: Judge, fields: Fields) -> None:
        self._flow = flow
        self._asides = Asides(flow)
        self._requests = Requests(flow, self._asides)
        self._answers = Answers(flow, judge, fields, self._requests, self._asides)
        recovery = Recovery(flow, judge)
        self._additions = Additions(flow, recovery, fields)
        self._closing = Closing(flow, recovery)
        self._by_manner = self._manners()
        self._by_command = self._commands()

    def react(self, state: InterviewState, event: Event, moment: Moment) -> Reaction | None:
        """The reaction to an event; None when it is stale or means nothing in this state."""
        if state.finished:
            return self._after_end(state, event, moment)
        if isinstance(event, Waited):
            return self._waited(state, event, moment)
        heard = replace(state, silences=0)
        if isinstance(event, Asked):
            return self._asked(heard, event, moment)
        if isinstance(event, Edited):
            return self._edited(heard, event, moment)
        return self._showed(heard, event, moment) if isinstance(event, Showed) else self._said(heard, event, moment)

    def _after_end(self, state: InterviewState, event: Event, moment: Moment) -> Reaction | None:
        if isinstance(event, Edited | Waited):
            return None
        command = event.command if isinstance(event, Asked) else None
        if command is Command.RESUME and state.stopped:
            return self._restate(self._resumed(state, moment), moment)
        if command is Command.REPORT:
            return Reaction(state, (), "report", report=True)
        shown = self._show_closed(state, event.question) if isinstance(event, Asked) else None
        if shown and command is Command.SHOW:
            return shown
        return Reaction(state, (Message((Cue(Move.ALREADY_FINISHED),)),), "finished")

    def _on_question(
        self, state: InterviewState, moment: Moment, handler: Handler, said: Said | None = None
    ) -> Reaction:
        """Run a handler on the open question; one that has left the bank is closed instead."""
        record = state.open
        if record is None:
            return self._flow.again(state)
        question = self._flow.page(record)
        if question is None:
            return self._flow.leave(state, record.given_up(), (), moment, "left-the-bank")
        return handler(Scene(state, record, question, moment, said or Said("")))

    def _waited(self, state: InterviewState, event: Waited, moment: Moment) -> Reaction | None:
        if event.turn != state.turn or state.status is not Status.RUNNING:
            return None
        return replace(self._silence(replace(state, silences=state.silences + 1), moment), kind=TurnKind.SILENCE)

    def _silence(self, state: InterviewState, moment: Moment) -> Reaction:
        if state.stage is Stage.CLOSING:
            return self._closing.end(state, "silence", moment)
        if state.stage is Stage.CONFIDENCE:
            return self._flow.onward(state, (), moment)
        if self._flow.overran(state, moment.now):
            return self._out_of_time(state, moment)
        if state.silences > len(_SILENCES):
            return self._pause(state, moment)
        cue = Cue(_SILENCES[state.silences - 1])
        return self._on_question(state, moment, lambda scene: self._flow.say(state, scene.record, "silence", cue))

    def _out_of_time(self, state: InterviewState, moment: Moment) -> Reaction:
        """Go on without an answer; who is silent on a second question in a row is away, and is waited for."""
        record = state.open
        away = bool(state.closed) and state.closed[-1].outcome is Outcome.UNANSWERED
        if record is None or (away and not record.replies):
            return self._pause(state, moment)
        cues = self._flow.moving_on(state, moment.now)
        return self._flow.leave(state, record.given_up(), cues, moment, "question-time")

    def _pause(self, state: InterviewState, moment: Moment) -> Reaction:
        paused = replace(state, status=Status.PAUSED, since=state.since or moment.now)
        return Reaction(paused, (Message((Cue(Move.PAUSED),), (Command.RESUME, Command.STOP)),), "pause")

    def _resumed(self, state: InterviewState, moment: Moment) -> InterviewState:
        """The state going on; a pause does not count against the time limit."""
        if state.since is None:
            return state
        paused = moment.now - state.since
        record = state.open
        if record and record.opened:
            record = replace(record, opened=record.opened + paused)
        started = state.started + paused
        return replace(state, status=Status.RUNNING, since=None, started=started, silences=0, open=record)

    def _restate(self, state: InterviewState, moment: Moment) -> Reaction:
        return self._on_question(state, moment, self._requests.resume)

    def _stop(self, state: InterviewState, moment: Moment) -> Reaction:
        if state.stage is Stage.CLOSING:
            return self._closing.end(state, "stop", moment)
        done = sum(scoring.was_answered(record) for record in state.records)
        stopped = Cue(Move.STOPPED, arguments=(("done", done), ("count", state.count)))
        return self._flow.finish(state, (stopped,), "stop", moment)

    def _switch(self, state: InterviewState, moment: Moment) -> Reaction:
        """Go on in the language offered; the open question too if the bank has the same one."""
        if state.offered in (None, state.language):
            return self._on_question(state, moment, self._requests.repeat)
        after = replace(state, language=state.offered)
        return self._on_question(after, moment, self._requests.switch)

    def _edited(self, state: InterviewState, event: Edited, moment: Moment) -> Reaction:
        record = state.open
        position = reply_of(event.message, record.replies) if record else None
        said = Said(event.text, event.message, event.code)
        if position is not None:
            return self._on_question(state, moment, lambda scene: self._answers.edit(scene, position), said)
        if record and record.heard == event.message:
            return self._said(state, said, moment)
        late = Cue(Move.EDIT_LATE)
        said_late = self._flow.say(state, record, "edit-late", late) if record else self._flow.aside(state, late)
        return replace(said_late, kind=TurnKind.EDIT)

    def _asked(self, state: InterviewState, event: Asked, moment: Moment) -> Reaction | None:
        if event.question in (None, state.number):
            return self._obey(state, event.command, moment)
        return self._show_closed(state, event.question) if event.command is Command.SHOW else None

    def _obey(self, state: InterviewState, command: Command, moment: Moment) -> Reaction:
        if command is Command.STOP:
            return self._stop(state, moment)
        if command is Command.PAUSE:
            return self._pause(state, moment)
        going = self._resumed(state, moment)
        if command is Command.RESUME:
            return self._restate(going, moment)
        return self._switch(going, moment) if command is Command.SWITCH else self._serve(going, command, moment)

    def _serve(self, state: InterviewState, command: Command, moment: Moment) -> Reaction:
        """Do what is asked for on the open question; after it, asking for anything means going on."""
        if state.stage is Stage.CLOSING and command in (Command.REPORT, Command.NEXT, Command.SKIP):
            return self._closing.end(state, "nothing-to-correct", moment)
        if state.stage is Stage.CONFIDENCE:
            return self._flow.onward(state, (), moment)
        return self._on_question(state, moment, self._by_command[command])

    def _show_closed(self, state: InterviewState, number: int | None) -> Reaction | None:
        """A strong answer to a question already closed; in an interview only once it is over."""
        record = next((record for record in state.closed if record.number == number), None)
        question = self._flow.page(record) if record else None
        allowed = state.finished or state.plan.mode is Mode.TRAINING
        if record is None or question is None or not allowed:
            return None
        shown = Cue(Move.SHOWN, strong_answer(question, record.level))
        return Reaction(state, (Message((shown,)),), f"shown:{record.question}")

    def _showed(self, state: InterviewState, event: Showed, moment: Moment) -> Reaction:
        if event.caption.strip() and event.medium is not Medium.FORWARD:
            return self._said(state, Said(event.caption, event.message), moment)
        going = self._resumed(state, moment)
        if going.open is None:
            return replace(self._flow.aside(going, Cue(NO_MEDIUM[event.medium])), kind=TurnKind.MEDIUM)
        empty = Said("", event.message)
        return self._on_question(going, moment, lambda scene: self._asides.medium(scene, event.medium), empty)

    def _said(self, state: InterviewState, event: Said, moment: Moment) -> Reaction:
        going = self._resumed(state, moment)
        if going.stage is Stage.CLOSING:
            return self._closing.hear(going, event.text, event.message, moment)
        manner = classify.recognise(event.text, (Manner.RESUME, *_OPEN) if state.since else _OPEN)
        if manner in _SHORTCUTS:
            return self._obey(state, _SHORTCUTS[manner], moment)
        if going.stage is Stage.CONFIDENCE:
            return self._sure(going, event, moment)
        if state.since and manner is Manner.RESUME:
            return self._restate(going, moment)
        return self._on_question(going, moment, self._handler(going, event.text, manner), event)

    def _sure(self, state: InterviewState, said: Said, moment: Moment) -> Reaction:
        """Take a number from 1 to 5; anything else is no answer to that, and may add to the question before."""
        sure = _SURE.get(said.text.strip().rstrip(".!"))
        added = None if sure else self._additions.credited(state, said.text, said.message)
        after = added or state
        rated = (*after.closed[:-1], replace(after.closed[-1], confidence=sure))
        cues = (Cue(Move.CORRECTION_TAKEN),) if added else ()
        onward = self._flow.onward(replace(after, closed=rated), cues, moment)
        return replace(onward, kind=TurnKind.CORRECTION if added else TurnKind.CONFIDENCE)

    def _handler(self, state: InterviewState, text: str, manner: Manner) -> Handler:
        """What reacts to a text on the open question."""
        leaning = classify.leans(text)
        if state.focus.aim is Aim.CONFIRM and leaning is not Manner.ANSWER:
            return self._answers.hear
        if manner is Manner.DONT_KNOW and state.focus.aim in ABOUT_CLAIM:
            return self._answers.unsure
        if state.open and state.open.moves[-1] in _BREAK_OFFERED and manner in _GOING_ON:
            return self._requests.repeat
        if manner is Manner.YES and state.offered not in (None, state.language):
            return lambda scene: self._switch(scene.state, scene.moment)
        if classify.is_wordless(text):
            return self._requests.repeat if "?" in text else self._asides.wordless
        otherwise = self._asides.hesitating if classify.is_hesitation(text) else self._answers.hear
        return self._by_manner.get(manner, otherwise)

    def _manners(self) -> Mapping[Manner, Handler]:
        return MappingProxyType(
            {
                Manner.INSULT: self._asides.insult,
                Manner.ORDERS: self._asides.orders,
                Manner.SMALL_TALK: self._asides.off_topic,
                Manner.GREETING: self._asides.greeted,
                Manner.THANKS: self._asides.thanked,
                Manner.REPORT: self._requests.report,
                Manner.LATER: self._requests.later,
                Manner.PANIC: self._requests.panic,
                Manner.DONT_KNOW: self._requests.decline,
                Manner.HINT: self._requests.hint,
                Manner.SHOW: self._requests.show,
                Manner.SIMPLER: self._requests.simpler,
                Manner.REPEAT: self._requests.repeat,
                Manner.RESUME: self._requests.repeat,
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
