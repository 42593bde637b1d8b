"""After the last question: one correction, then the end."""

from dataclasses import replace

from bot.domain.dialogue import Move
from bot.domain.verdict import FlagStatus, PointStatus, Remark
from bot.engine import classify
from bot.engine.evidence import Ledger, ledger
from bot.engine.flow import Flow, Moment, Reaction
from bot.engine.judge import Judge, Judged
from bot.engine.phrases import Manner
from bot.engine.state import Cue, Focus, InterviewState, Record, Reply, Trust, TurnKind

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
        kept = _recovery(judged, ledger(record, question), classify.takes_back(text))
        if not (kept.points or kept.flags):
            return record
        return replace(record, replies=(*record.replies, replace(kept, text="", message=None)))


def _recovery(judged: Judged, found: Ledger, takes_back: bool) -> Reply:
    """Of a correction, only what helps: points said now, and claims that stood and are taken back."""
    points = tuple(
        finding
        for finding in judged.reply.points
        if finding.status is PointStatus.STATED and not found.settled(finding.point)
    )
    flags = tuple(
        replace(finding, status=FlagStatus.DENIED)
        for finding in judged.reply.flags
        if (finding.status is FlagStatus.DENIED or takes_back)
        and (line := found.flags.get(finding.flag))
        and line.standing
    )
    return replace(judged.reply, points=points, flags=flags)
