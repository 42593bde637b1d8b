"""Answers on the open question: graded, added to its record, followed up."""

from dataclasses import replace

from bot.domain.dialogue import Command, Move, Said
from bot.domain.verdict import Remark
from bot.engine import classify
from bot.engine.additions import Additions
from bot.engine.asides import Asides
from bot.engine.claims import may_contrast, on_claims, with_withdrawal
from bot.engine.elsewhere import Fields
from bot.engine.evidence import ledger
from bot.engine.flow import Flow, Reaction
from bot.engine.follow_up import follow_up
from bot.engine.hindsight import Hindsight, Reversal
from bot.engine.judge import Judge, Judged
from bot.engine.language import language_of
from bot.engine.recall import Recall
from bot.engine.recovery import Recovery
from bot.engine.requests import Requests
from bot.engine.scene import Scene
from bot.engine.selection import askable
from bot.engine.settling import gather
from bot.engine.state import Aim, Cue, Focus, Outcome, Reply, Status, TurnKind
from bot.engine.view import Ask, Leave, View
from bot.engine.wording import Message

_CLARIFY_WORDS = 20
"""Words up to which a question of the candidate's that says nothing is a request for clarification."""


class Answers:
    """Takes what the candidate says on a question."""

    def __init__(self, flow: Flow, judge: Judge, fields: Fields, requests: Requests, asides: Asides) -> None:
        self._flow = flow
        self._judge = judge
        self._requests = requests
        self._asides = asides
        self._policy = flow.policy
        self._fields = fields
        self._recall = Recall(flow.bank, fields)
        self._hindsight = Hindsight(flow.bank, judge)
        self._additions = Additions(flow, Recovery(flow, judge), fields)

    def hear(self, scene: Scene) -> Reaction:
        """React to a text whose words do not say what it is for."""
        scene, lead = self._settled(scene)
        judged = self._judge.judge(scene.question, scene.record.level, scene.reply(), scene.said.opinion)
        reaction = self._answer(scene, judged, lead) if lead else self._take(scene, judged)
        logged = replace(reaction, points=judged.assessment.points, flags=judged.assessment.flags, reply=judged.verdict)
        return self._offer_language(scene, logged)

    def unsure(self, scene: Scene) -> Reaction:
        """Take a "don't know" about a claim as neither yes nor no: nobody has to know what he meant."""
        scene, lead = self._settled(scene)
        judged = self._judge.judge(scene.question, scene.record.level, scene.reply())
        return self._answer(scene, judged, lead)

    def _settled(self, scene: Scene) -> tuple[Scene, tuple[Cue, ...]]:
        """The scene after a choice between two statements on an earlier question, if one was asked for, and its cue."""
        if not scene.state.focus.question:
            return scene, ()
        state, cue = self._hindsight.choose(scene.state, scene.text)
        return replace(scene, state=replace(state, focus=Focus(Aim.OPEN))), (cue,)

    def _take(self, scene: Scene, judged: Judged) -> Reaction:
        found = self._hindsight.notice(scene.state, scene.text)
        if found and found.plain:
            return self._withdrawn(replace(scene, state=self._hindsight.withdraw(scene.state, found)), judged)
        if found:
            return self._answer(scene, judged, found=found)
        added = self._additions.late(scene, judged)
        if added:
            return self._added(replace(scene, state=added))
        return (self._aside(scene, judged) if judged.empty else None) or self._weigh(scene, judged)

    def _added(self, scene: Scene) -> Reaction:
        """Something was added to the question before; the open one stands."""
        before, record = scene.state.closed[-1].question, replace(scene.record, heard=scene.message)
        said = self._flow.say(scene.state, record, f"addition:{before}", Cue(Move.ADDED))
        return replace(said, kind=TurnKind.CORRECTION)

    def _withdrawn(self, scene: Scene, judged: Judged) -> Reaction:
        """A claim on an earlier question was taken back, perhaps beside an answer."""
        cue = Cue(Move.CORRECTED)
        if not judged.empty:
            return self._answer(scene, judged, (cue,))
        said = self._flow.say(scene.state, replace(scene.record, heard=scene.message), "corrected", cue)
        return replace(said, kind=TurnKind.CORRECTION)

    def _aside(self, scene: Scene, judged: Judged) -> Reaction | None:
        if classify.asks(scene.text) and len(scene.text.split()) <= _CLARIFY_WORDS:
            return self._requests.clarify(scene)
        if judged.remarked(Remark.EMPTY, Remark.GIBBERISH):
            return self._asides.gibberish(scene)
        if judged.remarked(Remark.OFF_TOPIC):
            return self._asides.off_topic(scene)
        return None

    def _is_elsewhere(self, scene: Scene, judged: Judged) -> bool:
        """Whether a first answer that states nothing is about another topic; said once a question."""
        first = scene.state.focus.aim is Aim.MAIN and self._policy.allows(scene.record, Move.ELSEWHERE)
        return first and judged.silent and self._fields.is_elsewhere(scene.question, scene.text)

    def _weigh(self, scene: Scene, judged: Judged) -> Reaction:
        return self._asides.elsewhere(scene) if self._is_elsewhere(scene, judged) else self._answer(scene, judged)

    def _answer(
        self, scene: Scene, judged: Judged, lead: tuple[Cue, ...] = (), found: Reversal | None = None
    ) -> Reaction:
        """Follow an answer up; `lead` is said of an earlier question's claim, `found` speaks against one."""
        kind = TurnKind.ANSWER if scene.state.focus.aim is Aim.MAIN else TurnKind.REPLY
        before = ledger(scene.record, scene.question)
        reply = judged.reply if lead else with_withdrawal(scene.record, before, judged.reply)
        view = scene.view(self._policy, reply)
        earlier = self._recall.earlier(scene.state, scene.question, view.found)
        if earlier:
            scene = replace(scene, record=replace(scene.record, replies=(*earlier, *scene.record.replies)))
            view = scene.view(self._policy, reply)
        decided = self._decide(scene, view)
        if found and may_contrast(view, decided):
            decided = found.ask
            scene = replace(scene, state=self._hindsight.put(scene.state, found))
        late = isinstance(decided, Ask) and self._flow.overran(scene.state, scene.moment.now)
        decided = Leave("question-time") if late else decided
        verdict = on_claims(before, view, decided) or lead
        if isinstance(decided, Leave):
            verdict += self._flow.moving_on(scene.state, scene.moment.now) if late else ()
            kept = view.record.closed(Outcome.ANSWERED)
            return replace(self._flow.leave(scene.state, kept, verdict, scene.moment, decided.why), kind=kind)
        opening = verdict or (Cue(Move.ACKNOWLEDGE),)
        return replace(self._flow.ask(scene.state, view.record, opening, decided), kind=kind)

    def _decide(self, scene: Scene, view: View) -> Ask | Leave:
        most = scene.state.plan.follow_ups
        heard = len(view.record.replies) + view.record.count(Move.DECLINED_FIRST)
        spent = most is not None and heard > most
        return Leave("follow-ups-spent") if spent else follow_up(view)

    def _offer_language(self, scene: Scene, reaction: Reaction) -> Reaction:
        """Offer once to go on in the language the candidate writes in, if the bank has more questions in it."""
        state = reaction.state
        spoken = language_of(scene.text)
        if spoken in (None, state.language) or state.offered or state.status is not Status.RUNNING:
            return reaction
        asked = {record.question for record in state.records}
        there = askable(self._flow.bank, replace(state.plan, language=spoken))
        if all(question.id in asked for question in there):
            return reaction
        offer = Message((Cue(Move.OTHER_LANGUAGE, arguments=(("language", spoken.value),)),), (Command.SWITCH,))
        return replace(reaction, state=replace(state, offered=spoken), messages=(offer, *reaction.messages))

    def edit(self, scene: Scene, position: int) -> Reaction:
        """Grade an answer anew that was changed while its question is open; what was asked since stands."""
        changed = _rewritten(scene.record.replies[position], scene.said)
        judged = self._judge.judge(scene.question, scene.record.level, changed)
        replies = list(scene.record.replies)
        replies[position] = judged.reply
        record = replace(scene.record, replies=tuple(replies))
        said = self._flow.say(scene.state, record, "edit-taken", Cue(Move.EDIT_TAKEN))
        return replace(
            said,
            kind=TurnKind.EDIT,
            words=Said(changed.text, changed.message),
            points=judged.assessment.points,
            flags=judged.assessment.flags,
            reply=judged.verdict,
        )


def reply_of(message: int, replies: tuple[Reply, ...]) -> int | None:
    """Position of the reply that was sent as that message, or partly in it."""
    return next(
        (
            position
            for position, reply in enumerate(replies)
            if message in (reply.message, *(part for part, _ in reply.parts))
        ),
        None,
    )


def _rewritten(reply: Reply, said: Said) -> Reply:
    """The reply with the text of one of its messages changed, not judged anew yet."""
    if not reply.parts:
        return replace(reply, text=said.text)
    parts = tuple((message, said.text if message == said.message else text) for message, text in reply.parts)
    return replace(reply, text=gather([Said(text, message) for message, text in parts]).text, parts=parts)
