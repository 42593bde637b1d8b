"""The open question and everything a reaction to one event needs."""

from dataclasses import dataclass, replace

from bot.domain.dialogue import Said
from bot.domain.question import Question
from bot.engine import classify
from bot.engine.evidence import ledger
from bot.engine.flow import Moment
from bot.engine.judge import looks_like_code
from bot.engine.policy import Policy
from bot.engine.state import InterviewState, Record, Reply
from bot.engine.view import View


@dataclass(frozen=True, slots=True)
class Scene:
    """Lives for one event: the state, its open question, and what the candidate wrote."""

    state: InterviewState
    record: Record
    question: Question
    moment: Moment
    said: Said

    @property
    def text(self) -> str:
        """The words written."""
        return self.said.text

    @property
    def message(self) -> int | None:
        """The message they were written in."""
        return self.said.message

    def reply(self) -> Reply:
        """The text as a reply not graded yet."""
        state, said = self.state, self.said
        return Reply(said.text, said.message, state.focus, state.asked, said.parts, self.record.hints)

    def view(self, policy: Policy, reply: Reply | None = None) -> View:
        """What the follow-up rules look at, after this reply or, without one, before it."""
        latest = reply or self.reply()
        record = replace(self.record, replies=(*self.record.replies, latest)) if reply else self.record
        return View(
            question=self.question,
            record=record,
            found=ledger(record, self.question),
            reply=latest,
            words=len([word for word in classify.words(latest.text).split() if len(word) > 1]),
            code=self.said.code or looks_like_code(latest.text),
            guess=classify.is_guess(latest.text),
            probes=policy.probe_limit(record.level, self.state.plan.temper),
            policy=policy,
            seed=self.moment.seed,
            aim=self.state.plan.aim,
            single=self.state.plan.follow_ups is not None,
        )
