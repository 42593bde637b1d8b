"""What a candidate may ask for: a hint, other words, scope, to skip, to see, to go on; and "I don't know"."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.dialogue import Mode, Move
from bot.domain.language import Level
from bot.domain.question import Question
from bot.engine.asides import Asides
from bot.engine.flow import Flow, Reaction
from bot.engine.nearness import opened_point
from bot.engine.scene import Scene
from bot.engine.state import ABOUT_CLAIM, Aim, Cue, Focus, Outcome, Record
from bot.engine.support import hint, lower_step

_STRONG = "strong"
"""Id of the example that is written to be shown; others are tests of the grader, and typed in a hurry."""
_SELF_CONTAINED = (Move.ASK, Move.PROBE, Move.FOLLOW_UP, Move.HINT)
"""Asking moves whose text says everything."""

Handler = Callable[[Scene], Reaction]
"""Reacts to an event on the open question."""


def strong_answer(question: Question, level: Level) -> str:
    """A model answer: the bank's own where it is of that level, else its points, a line each."""
    example = next((each for each in question.examples if each.id == _STRONG and each.level is level), None)
    return example.answer.strip() if example else "\n".join(f"• {point.text}" for point in question.points_at(level))


class Requests:
    """Reactions to requests on the open question."""

    def __init__(self, flow: Flow, asides: Asides) -> None:
        self._flow = flow
        self._asides = asides
        self._policy = flow.policy

    def hint(self, scene: Scene) -> Reaction:
        """The next step of the ladder, or that there is none."""
        about_claim = scene.state.focus.aim in ABOUT_CLAIM
        free = self._policy.allows(scene.record, Move.HINT) and not about_claim
        ask = hint(scene.view(self._policy), scene.state.focus) if free else None
        if ask is None:
            return self._flow.say(scene.state, scene.record, "no-hint", Cue(Move.NO_HINT))
        return self._flow.ask(scene.state, scene.record, (), ask)

    def decline(self, scene: Scene) -> Reaction:
        """The first "I don't know" gets something easier, the second closes the question."""
        record = _declined(scene, self._about(scene))
        late = self._flow.overran(scene.state, scene.moment.now)
        first = self._policy.allows(record, Move.DECLINED_FIRST) and not late
        ask = lower_step(replace(scene, record=record).view(self._policy)) if first else None
        if ask is None:
            return self._close_declined(scene, record)
        # What was declined must not come back by a request to repeat.
        main = self._flow.main(scene.state, record, scene.question)
        return self._flow.ask(main, record, (Cue(Move.DECLINED_FIRST),), ask)

    def _about(self, scene: Scene) -> str | None:
        focus = scene.state.focus
        if focus.aim is Aim.POINT:
            return focus.target
        asked = focus.target if focus.aim is Aim.FOLLOW_UP else None
        chosen = next((each for each in scene.question.follow_ups if each.id == asked), None)
        return opened_point(scene.question, chosen, self._policy.nearness) if chosen else None

    def _close_declined(self, scene: Scene, record: Record) -> Reaction:
        if not record.replies:
            all_points = tuple(point.id for point in scene.question.points_at(record.level))
            record = replace(record, declined=all_points)
        outcome = Outcome.ANSWERED if record.replies else Outcome.DECLINED
        return self._flow.leave(
            scene.state, record.closed(outcome), (Cue(Move.DECLINED_LAST),), scene.moment, "declined"
        )

    def panic(self, scene: Scene) -> Reaction:
        """Reassure once; after that it is an "I don't know"."""
        if not self._policy.allows(scene.record, Move.PANIC):
            return self.decline(scene)
        state = replace(scene.state, focus=Focus(Aim.OPEN), pending=Cue(Move.PANIC))
        return self._flow.say(state, scene.record, "panic", Cue(Move.PANIC))

    def skip(self, scene: Scene) -> Reaction:
        """Allowed for a share of the questions; insisting beyond it closes the question as declined."""
        skipped = sum(record.outcome is Outcome.SKIPPED for record in scene.state.closed)
        if skipped < self._policy.skip_limit(scene.state.count):
            kept = scene.record.closed(Outcome.SKIPPED)
            return self._flow.leave(scene.state, kept, (Cue(Move.SKIPPED),), scene.moment, "skipped")
        if self._policy.allows(scene.record, Move.SKIP_LIMIT):
            return self._flow.say(scene.state, scene.record, "skip-limit", Cue(Move.SKIP_LIMIT))
        return self._close_declined(scene, scene.record)

    def next(self, scene: Scene) -> Reaction:
        """Done with the question; without an answer this is a skip."""
        if not scene.record.replies:
            return self.skip(scene)
        return self._flow.leave(scene.state, scene.record.closed(Outcome.ANSWERED), (), scene.moment, "enough")

    def show(self, scene: Scene) -> Reaction:
        """Refused in an interview; in training a strong answer closes the question."""
        if scene.state.plan.mode is Mode.INTERVIEW:
            return self._asides.make(scene, "refused", Move.REFUSE_ANSWER)
        shown = Cue(Move.SHOWN, strong_answer(scene.question, scene.record.level))
        kept = scene.record.closed(Outcome.SHOWN)
        return self._flow.leave(scene.state, kept, (shown,), scene.moment, "shown")

    def report(self, scene: Scene) -> Reaction:
        """There is no report before the end."""
        return self._flow.say(scene.state, scene.record, "report-later", Cue(Move.REPORT_LATER))

    def repeat(self, scene: Scene) -> Reaction:
        """What was asked last: the bank's text again, or the same move in other words."""
        pending = scene.state.pending
        own = pending is not None and pending.move in _SELF_CONTAINED
        cue = Cue(Move.REPEAT, scene.state.asked) if own or pending is None else pending
        said = self._flow.say(scene.state, scene.record, "repeat", cue)
        # Saying it again is not asking again: the limits do not count it.
        return replace(said, state=replace(scene.state, open=scene.record))

    def resume(self, scene: Scene) -> Reaction:
        """Back from a pause: a question that stands alone as it was, else what it depends on."""
        pending = scene.state.pending
        if pending is not None and pending.text and pending.move not in _SELF_CONTAINED:
            return self._flow.say(scene.state, scene.record, "resume", Cue(Move.RESUMED), pending)
        if pending is None or pending.move not in _SELF_CONTAINED:
            main = self._flow.main(scene.state, scene.record, scene.question)
            return self._flow.say(main, scene.record, "resume", Cue(Move.RESUMED, main.asked))
        return self._flow.say(scene.state, scene.record, "resume", Cue(Move.RESUMED, scene.state.asked))

    def simpler(self, scene: Scene) -> Reaction:
        """The main question in plainer words, once; otherwise what was asked, again."""
        plainer = scene.question.rewording
        free = self._policy.allows(scene.record, Move.SIMPLER) and scene.state.focus.aim is Aim.MAIN
        if plainer is None or not free:
            return self.repeat(scene)
        return self._flow.say(scene.state, scene.record, "simpler", Cue(Move.SIMPLER, plainer))

    def clarify(self, scene: Scene) -> Reaction:
        """The scope of the question once, then that it is for the candidate to choose; more is an aside."""
        if scene.question.scope and self._policy.allows(scene.record, Move.CLARIFY):
            return self._flow.say(scene.state, scene.record, "clarify", Cue(Move.CLARIFY, scene.question.scope))
        if self._policy.allows(scene.record, Move.NO_CLARIFY):
            return self._flow.say(scene.state, scene.record, "clarify", Cue(Move.NO_CLARIFY))
        return self._asides.make(scene, "clarify", Move.NO_CLARIFY)

    def switch(self, scene: Scene) -> Reaction:
        """The open question in the state's language, where the bank has the same one with the same points."""
        other = self._flow.bank.find(scene.record.question, scene.state.language)
        if other is None or _ids(other) != _ids(scene.question):
            return self.repeat(scene)
        record = replace(scene.record, language=other.language)
        main = self._flow.main(scene.state, record, other)
        return self._flow.say(main, record, "switch", Cue(Move.REPEAT, other.prompt))

    def later(self, scene: Scene) -> Reaction:
        """A question about the interviewer's own practice is kept for the end."""
        return self._asides.make(scene, "later", Move.LATER)


def _ids(question: Question) -> tuple[tuple[str, ...], ...]:
    """What must be the same in two languages for findings to keep their meaning."""
    return tuple(tuple(each.id for each in part) for part in (question.points, question.red_flags, question.follow_ups))


def _declined(scene: Scene, point: str | None) -> Record:
    record = scene.record
    return replace(record, declined=(*record.declined, point)) if point else record
