"""Replies to prepared follow-up questions."""

from bot.domain.language import Language
from bot.domain.verdict import ReplyStatus, ReplyVerdict
from bot.grading.features import best_window, share_of
from bot.grading.matching import Answer, explained
from bot.grading.model import Model
from bot.grading.points import contradiction, evidence_of, measure_alone, term_reason
from bot.grading.reasons import reason
from bot.grading.rubric import Statement, Term

WEIGHTY, SILENT = 0.45, 0.2
"""Share of the expected reply that a clause weighs, and share of the clause found, for a part to be left out."""
ON_POINT = 0.45
"""Share of a reply's words that the expected one has, from which a reply is right as far as it goes."""


def reply_verdict(statement: Statement, answer: Answer, model: Model, language: Language) -> ReplyVerdict:
    """Verdict on a reply by how much of the expected one it says, and whether it says the opposite."""
    window = best_window(statement, answer)
    score = model.point.probability(measure_alone(statement, answer, window))
    contrary = contradiction(statement, answer, window)
    why = reason(language, "opposite", why=contrary) if contrary else term_reason(statement, answer, language)
    return ReplyVerdict(_status(statement, answer, score, model, contrary), score, evidence_of(answer, window), why)


def _status(statement: Statement, answer: Answer, score: float, model: Model, contrary: tuple[str, ...]) -> ReplyStatus:
    if contrary:
        return ReplyStatus.WRONG
    if score >= model.thresholds.correct:
        return ReplyStatus.PARTIAL if _silent_part(statement, answer) else ReplyStatus.CORRECT
    on_point = explained(statement, answer, answer.reading.everything) >= ON_POINT
    return ReplyStatus.PARTIAL if on_point or score >= model.thresholds.partial else ReplyStatus.WRONG


def _silent_part(statement: Statement, answer: Answer) -> bool:
    """Whether a weighty clause of the expected reply is hardly said at all."""
    clauses: dict[int, list[Term]] = {}
    for term, placed in zip(statement.terms, statement.placed, strict=True):
        clauses.setdefault(placed.clause, []).append(term)
    return any(
        sum(term.weight for term in terms) >= WEIGHTY * statement.weight and share_of(terms, answer, 1.0) < SILENT
        for terms in clauses.values()
    )
