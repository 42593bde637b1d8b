"""Replies to prepared follow-up questions."""

from bot.domain.language import Language
from bot.domain.verdict import ReplyStatus, ReplyVerdict
from bot.grading.features import NOWHERE, best_window
from bot.grading.matching import Answer
from bot.grading.model import Model
from bot.grading.points import SAID, evidence_of, measure_statement, term_reason
from bot.grading.reasons import reason
from bot.grading.rubric import Statement
from bot.grading.stance import judge

REPLY_CONTEXT = (0.35, 0.6)
"""Mean and best coverage of other points that a reply has none of: those of an average answer."""


def reply_verdict(statement: Statement, answer: Answer, model: Model, language: Language) -> ReplyVerdict:
    """Verdict on a reply by how much of the expected one it says, and whether it says the opposite."""
    window = best_window(statement, answer)
    score = model.point.probability(measure_statement(statement, answer, window, REPLY_CONTEXT))
    stance = judge(statement, answer, window) if window != NOWHERE else None
    contrary = stance is not None and window.coverage >= SAID and not stance.agrees
    limits = model.thresholds
    if contrary or score < limits.partial:
        status = ReplyStatus.WRONG
    else:
        status = ReplyStatus.CORRECT if score >= limits.correct else ReplyStatus.PARTIAL
    why = (
        reason(language, "opposite", why=stance.reasons)
        if contrary and stance
        else term_reason(statement, answer, language)
    )
    return ReplyVerdict(status, score, evidence_of(answer, window), why)
