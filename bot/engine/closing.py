"""After the last question: one correction, then the end."""

from dataclasses import replace

from bot.domain.dialogue import Move
from bot.engine import classify
from bot.engine.flow import Flow, Moment, Reaction
from bot.engine.phrases import Manner
from bot.engine.recovery import Recovery
from bot.engine.state import Cue, InterviewState, TurnKind

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

    def __init__(self, flow: Flow, recovery: Recovery) -> None:
        self._flow = flow
        self._recovery = recovery

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
        closed = tuple(self._recovery.amended(record, text, message) for record in state.closed)
        kind = TurnKind.CORRECTION
        if closed == state.closed:
            return replace(self.end(state, "nothing-corrected", moment), kind=kind)
        cues = (Cue(Move.CORRECTION_TAKEN), *_THANKS)
        return replace(self._flow.finish(replace(state, closed=closed), cues, "corrected", moment), kind=kind)
