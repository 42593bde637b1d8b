"""After the last question: one correction, then the end."""

from dataclasses import replace

from bot.domain.dialogue import Move
from bot.domain.question import Misconception, Question
from bot.domain.verdict import FlagStatus, PointStatus, Remark
from bot.engine import classify
from bot.engine.evidence import ledger, quotes
from bot.engine.flow import Flow, Moment, Reaction
from bot.engine.judge import Judge, Judged
from bot.engine.nearness import opposite_point
from bot.engine.phrases import Manner
from bot.engine.state import Cue, FlagFinding, Focus, InterviewState, Record, Reply, Trust, TurnKind

_DONE = (
    Manner.NOTHING,
    Manner.NO,
    Manner.NEXT,
    Manner.STOP,
    Manner.SKIP,
    Manner.REPORT,
    Manner.DONT_KNOW,
    Manner.THANKS,
    Manner.GREETING,
    Manner.SMALL_TALK,
)
"""What counts as having nothing to correct; an earlier one wins, so that "no" is no "yes"."""
_THANKS = (Cue(Move.FINISHED),)


class Closing:
    """Takes what comes after the last question."""

    def __init__(self, flow: Flow, judge: Judge) -> None:
        self._flow = flow
        self._judge = judge

    def end(self, state: InterviewState, why: str, moment: Moment) -> Reaction:
        """Thank and show the report."""
        return self._flow.finish(state, _THANKS, why, moment)

    def hear(self, state: InterviewState, text: str, message: int | None, moment: Moment) -> Reaction:
        """Take one correction in any words; a "yes" invites it, once; a "no" ends at once."""
        manner = classify.recognise(text, (*_DONE, Manner.YES))
        invited = state.pending is not None and state.pending.move is Move.INVITED
        if manner is Manner.YES and not invited:
            return self._flow.aside(replace(state, pending=Cue(Move.INVITED)), Cue(Move.INVITED))
        if manner is not Manner.ANSWER or classify.is_wordless(text):
            return self.end(state, "nothing-to-correct", moment)
        closed = tuple(self._corrected(record, text, message) for record in state.closed)
        kind = TurnKind.CORRECTION
        if closed == state.closed:
            return replace(self.end(state, "nothing-corrected", moment), kind=kind)
        cues = (Cue(Move.CORRECTION_TAKEN), *_THANKS)
        return replace(self._flow.finish(replace(state, closed=closed), cues, "corrected", moment), kind=kind)

    def _corrected(self, record: Record, text: str, message: int | None) -> Record:
        question = self._flow.page(record)
        if question is None:
            return record
        judged = self._judge.judge(question, record.level, Reply(text, message, Focus(), "", hinted=record.hints))
        if judged.remarked(Remark.OFF_TOPIC, Remark.GIBBERISH, Remark.EMPTY) or judged.reply.trust is not Trust.OWN:
            return record
        kept = self._recovery(question, record, judged)
        if not (kept.points or kept.flags):
            return record
        return replace(record, replies=(*record.replies, replace(kept, text="", message=None)))

    def _recovery(self, question: Question, record: Record, judged: Judged) -> Reply:
        """Of a correction, only what helps: points said now, and claims that stood and are taken back."""
        found = ledger(record, question)
        said = [finding for finding in judged.reply.points if finding.status is PointStatus.STATED]
        points = tuple(finding for finding in said if not found.settled(finding.point))
        stated = frozenset(finding.point for finding in said)
        standing = [flag for flag in question.red_flags if flag.id in found.flags and found.flags[flag.id].standing]
        words = quotes(judged.reply.text, ())
        right = {flag.id: self._judge.against(question, record.level, flag, judged.reply.text) for flag in standing}
        taken = [flag.id for flag in standing if right[flag.id] or self._takes_back(question, judged, flag, stated)]
        if not taken and stated and len(standing) == 1 and classify.takes_back(judged.reply.text):
            taken = [standing[0].id]
        denied = {flag: (right[flag],) if right[flag] else words for flag in taken}
        flags = tuple(FlagFinding(flag, FlagStatus.DENIED, 0.0, denied[flag]) for flag in taken)
        return replace(judged.reply, points=points, flags=flags)

    def _takes_back(self, question: Question, judged: Judged, flag: Misconception, stated: frozenset[str]) -> bool:
        """Whether a claim is denied, named as wrong, or its right version said."""
        named = {finding.flag: finding.status for finding in judged.reply.flags}
        right = opposite_point(question, flag, self._flow.policy.opposite_nearness)
        if flag.id in named:
            return named[flag.id] is FlagStatus.DENIED or classify.takes_back(judged.reply.text)
        return right in stated
