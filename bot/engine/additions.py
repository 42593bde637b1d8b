"""A thought on the question before, sent when the next one was asked already."""

from dataclasses import replace

from bot.domain.dialogue import Move
from bot.domain.question import Question
from bot.engine import classify
from bot.engine.elsewhere import Fields
from bot.engine.flow import Flow
from bot.engine.judge import Judged
from bot.engine.recovery import Recovery
from bot.engine.scene import Scene
from bot.engine.state import InterviewState, Outcome, Record


class Additions:
    """Tells late additions from answers, and credits them to the question they belong to."""

    def __init__(self, flow: Flow, recovery: Recovery, fields: Fields) -> None:
        self._flow = flow
        self._recovery = recovery
        self._fields = fields

    def late(self, scene: Scene, judged: Judged) -> InterviewState | None:
        """The state with what an answer adds to the question before; None where it is one on the open question.

        Only the first message after the transition, or a reply to an earlier message of the interviewer's, can be one,
        and only if it says nothing on the open question. It says so itself, or it states a new point of the question
        before in that question's words.
        """
        before = self._before(scene.state)
        if before is None or not judged.silent or not (_is_first(scene.record) or scene.said.replying):
            return None
        announced = classify.adds(scene.text)
        if not (announced or self._leans(scene, before)):
            return None
        after = self.credited(scene.state, scene.text, scene.message)
        return after or (scene.state if announced else None)

    def credited(self, state: InterviewState, text: str, message: int | None) -> InterviewState | None:
        """The state with the points that a text adds to the question before, None where it adds none."""
        before = self._before(state)
        after = self._recovery.amended(before, text, message) if before else before
        if after is None or after is before or not after.replies[-1].points:
            return None
        return replace(state, closed=(*state.closed[:-1], after))

    @staticmethod
    def _before(state: InterviewState) -> Record | None:
        """The question before, unless its answer was shown: then there is nothing left to say."""
        latest = state.closed[-1] if state.closed else None
        return latest if latest and latest.outcome is not Outcome.SHOWN else None

    def _leans(self, scene: Scene, before: Record) -> bool:
        former: Question | None = self._flow.page(before)
        return former is not None and self._fields.leans(scene.text, former, scene.question)


def _is_first(record: Record) -> bool:
    """Whether nothing was said on a question since it was asked."""
    return record.moves == (Move.ASK,) and not record.replies
