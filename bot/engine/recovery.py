"""Credit for what is said once a question is closed: points said late, and wrong claims taken back."""

from dataclasses import replace

from bot.domain.question import Misconception, Question
from bot.domain.verdict import FlagStatus, PointStatus, Remark
from bot.engine import classify
from bot.engine.evidence import ledger
from bot.engine.flow import Flow
from bot.engine.judge import Judge, Judged
from bot.engine.nearness import opposite_point
from bot.engine.quotation import quotes
from bot.engine.state import FlagFinding, Focus, Record, Reply, Trust


class Recovery:
    """Looks for what helps in a later text; nothing said late counts against anybody."""

    def __init__(self, flow: Flow, judge: Judge) -> None:
        self._flow = flow
        self._judge = judge

    def amended(self, record: Record, text: str, message: int | None) -> Record:
        """The record with what a later text adds to it; the same record where that is nothing."""
        question = self._flow.page(record)
        if question is None:
            return record
        judged = self._judge.judge(question, record.level, Reply(text, message, Focus(), "", hinted=record.hints))
        if judged.remarked(Remark.OFF_TOPIC, Remark.GIBBERISH, Remark.EMPTY) or judged.reply.trust is not Trust.OWN:
            return record
        kept = self._helpful(question, record, judged)
        if not (kept.points or kept.flags):
            return record
        return replace(record, replies=(*record.replies, replace(kept, text="", message=None)))

    def _helpful(self, question: Question, record: Record, judged: Judged) -> Reply:
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
