"""What a candidate said on earlier questions that rules out what he claims now."""

from collections.abc import Iterator

from bot.domain.question import Bank, Misconception, Question, RubricPoint
from bot.domain.verdict import FlagStatus
from bot.engine.elsewhere import Fields
from bot.engine.evidence import SETTLED, Ledger, ledger
from bot.engine.nearness import heads, overlap
from bot.engine.state import FlagFinding, Focus, InterviewState, Record, Reply

OPPOSED = 0.38
"""Least nearness of a point to a claim and its correction together for one to rule the other out."""
TOUCHED = 0.1
"""Least nearness of the point to the claim alone.

With both, 36 pairs are found in the three languages of the shipped bank; 27 are opposites, the others of one matter.
"""


class Recall:
    """Looks back over the questions closed; related are those of one topic, or named so by the bank."""

    def __init__(self, bank: Bank, fields: Fields) -> None:
        self._bank = bank
        self._fields = fields

    def earlier(self, state: InterviewState, question: Question, found: Ledger) -> tuple[Reply, ...]:
        """What was said on earlier questions against claims not asked about yet, as if it were said on this one."""
        claims = {flag for flag, line in found.flags.items() if line.open is FlagStatus.ASSERTED and not line.denied}
        flags = (flag for flag in question.red_flags if flag.id in claims)
        denials = ((flag.id, self._against(state, question, flag)) for flag in flags)
        findings = tuple(FlagFinding(flag, FlagStatus.DENIED, 0.0, words) for flag, words in denials if words)
        return (Reply("", None, Focus(), "", flags=findings),) if findings else ()

    def _against(self, state: InterviewState, question: Question, flag: Misconception) -> tuple[str, ...]:
        """The latest words that rule a claim out."""
        said = (words for record in reversed(state.closed) for words in self._said(record, question, flag))
        return next(said, ())

    def _said(self, record: Record, question: Question, flag: Misconception) -> Iterator[tuple[str, ...]]:
        page = self._bank.find(record.question, question.language)
        if page is None or not _related(page, question):
            return
        found = ledger(record, page)
        for point in page.points:
            line = found.points[point.id]
            if line.standing in SETTLED and line.quotes and self._opposed(question, point, flag):
                yield line.quotes

    def _opposed(self, question: Question, point: RubricPoint, flag: Misconception) -> bool:
        weigh = self._fields.weigh(question.language)
        said, claim = heads(point.text), heads(flag.claim)
        whole = claim | heads(flag.correction)
        return overlap(said, whole, weigh) >= OPPOSED and overlap(said, claim, weigh) >= TOUCHED


def _related(one: Question, other: Question) -> bool:
    named = {one.id, one.title} & {*other.related} or {other.id, other.title} & {*one.related}
    return bool(named) or one.topic == other.topic
