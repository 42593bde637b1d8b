"""Whether a piece of an answer says a statement or its opposite."""

from dataclasses import dataclass

from bot.grading.features import Window
from bot.grading.matching import Answer
from bot.grading.roles import roles_kept
from bot.grading.rubric import Statement
from bot.grading.scope import Range, axes_in, marks, negations, sentence_around, tokens_of
from bot.grading.units import Reading

SHORT_REMARK = 4
"""Meaning-bearing words of a clause such as "but that is simply wrong"."""


@dataclass(frozen=True, slots=True)
class Stance:
    """How a window stands to a statement.

    `sign` is +1 when it says the statement, -1 when it says the opposite. `kept` is False when roles or numbers are
    others. Doubts: `reported` as the view of others, `asked`, `hedged`, `retracted` by what follows, `weaker` than a
    statement about all or always. `reasons` are for people.
    """

    sign: int
    kept: bool = True
    reported: bool = False
    asked: bool = False
    hedged: bool = False
    retracted: bool = False
    weaker: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the statement is said at all, by whomever."""
        return self.sign > 0 and self.kept

    @property
    def plain(self) -> bool:
        """Said as one's own view, without doubt and in full strength."""
        return self.agrees and not (self.reported or self.asked or self.hedged or self.retracted or self.weaker)


def judge(statement: Statement, answer: Answer, window: Window) -> Stance:
    """Stance of a window of an answer to a statement; the window must hold at least one term of it."""
    reading, where = answer.reading, tokens_of(answer, window)
    sentence = sentence_around(answer, window)
    anchors = {token for term in statement.terms for token in answer.hits(term.unit) if token in where}
    clause = _main_clause(answer, window, anchors)
    reasons: list[str] = []
    sign = 1
    if _parity(reading, clause, anchors) != _parity_of(statement):
        sign, reasons = -sign, [*reasons, "negated"]
    for _ in _opposites(statement, answer, where):
        sign, reasons = -sign, [*reasons, "opposite word"]
    if _denied(answer, window, sentence, anchors):
        sign, reasons = -sign, [*reasons, "called wrong"]
    kept = True
    order, why = roles_kept(statement, answer, window)
    if order < 0:
        sign, reasons = -sign, [*reasons, why]
    elif order == 0:
        kept, reasons = False, [*reasons, why]
    return Stance(
        sign,
        kept,
        reported=bool(marks(reading, "reporting", sentence)),
        asked=_asked(answer, sentence),
        hedged=bool(marks(reading, "hedge", sentence) or marks(reading, "conditional", clause)),
        retracted=_retracted(answer, where, sentence),
        weaker=_universal(statement) and not marks(reading, "universal", sentence),
        reasons=tuple(reasons),
    )


def _main_clause(answer: Answer, window: Window, anchors: set[int]) -> Range:
    clauses = answer.reading.text.clauses[window.first : window.last + 1]
    best = max(clauses, key=lambda clause: sum(clause.first <= token < clause.last for token in anchors))
    return Range(best.first, best.last)


def _parity(reading: Reading, where: Range, anchors: set[int]) -> int:
    return negations(reading, where, anchors) % 2


def _parity_of(statement: Statement) -> int:
    everything = Range(0, len(statement.reading.text.tokens))
    anchors = {term.unit.first for term in statement.terms}
    return _parity(statement.reading, everything, anchors)


def _opposites(statement: Statement, answer: Answer, where: Range) -> list[str]:
    """Words of the window that are opposites of words of the statement."""
    ours = axes_in(statement.reading, Range(0, len(statement.reading.text.tokens)))
    theirs = axes_in(answer.reading, where)
    return [
        answer.reading.text.tokens[theirs[axis][1]].text
        for axis, (sign, _) in ours.items()
        if axis in theirs and theirs[axis][0] != sign
    ]


def _denied(answer: Answer, window: Window, sentence: Range, anchors: set[int]) -> bool:
    """Whether the window's sentence, or a short remark right after it, calls it wrong; twice is not at all."""
    reading = answer.reading
    count = 0
    for number, clause in enumerate(reading.text.clauses):
        span = Range(clause.first, clause.last)
        found = marks(reading, "denial", span)
        if not found:
            continue
        words = [unit for unit in reading.units if unit.first in span]
        own = any(token in span for token in anchors)
        near = window.first - 1 <= number <= window.last + 1
        short = len(words) <= SHORT_REMARK
        count += own or (near and short) or (span.first in sentence and short)
    return count % 2 == 1


def _asked(answer: Answer, sentence: Range) -> bool:
    tokens = answer.reading.text.tokens
    return sentence.last > 0 and tokens[sentence.last - 1].text == "?"


def _retracted(answer: Answer, where: Range, sentence: Range) -> bool:
    """Whether a correction ("no wait") follows in the sentence or opens the next one."""
    after = Range(where.last, sentence.last + SHORT_REMARK)
    return bool(marks(answer.reading, "correction", after))


def _universal(statement: Statement) -> bool:
    return bool(marks(statement.reading, "universal", Range(0, len(statement.reading.text.tokens))))
