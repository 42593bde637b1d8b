"""Must-know points: stated, unsure or missing, with the clauses that say it."""

from dataclasses import dataclass

from bot.domain.language import Language
from bot.domain.verdict import PointStatus, PointVerdict, Span
from bot.grading.features import NOWHERE, Window, best_window, point_features
from bot.grading.matching import Answer, coverage
from bot.grading.model import Model
from bot.grading.reading import Reading
from bot.grading.reasons import reason
from bot.grading.rubric import CompiledPoint, Rubric, Statement, given
from bot.grading.stance import judge

SHORT_REPLY = 12
"""Meaning-bearing words of a reply that leans on what was asked."""
SHORT_ANSWER = 14
"""Meaning-bearing words of an answer that has one thing to say."""
WHOLE = 0.7
"""Coverage from which such an answer is about the point."""
SAID = 0.6
"""Closeness from which a word counts as found in a reason."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A point with the phrasing nearest to the answer and its features."""

    compiled: CompiledPoint
    statement: Statement
    window: Window
    features: tuple[float, ...]


def measure(rubric: Rubric, answer: Answer, asked: Reading) -> tuple[Measured, ...]:
    """All points measured; what other points were found is the last of the features.

    Words of `asked` count as little in short replies as words of the question do.
    """
    nearest = [max(point.statements, key=lambda statement: coverage(statement, answer)) for point in rubric.points]
    if asked.index and len(answer.reading.units) <= SHORT_REPLY:
        nearest = [given(statement, asked) for statement in nearest]
    windows = [best_window(statement, answer) for statement in nearest]
    return tuple(
        Measured(compiled, statement, window, measure_statement(statement, answer, window, _context(windows, number)))
        for number, (compiled, statement, window) in enumerate(zip(rubric.points, nearest, windows, strict=True))
    )


def measure_statement(
    statement: Statement, answer: Answer, window: Window, context: tuple[float, float]
) -> tuple[float, ...]:
    """All features of a statement: what is found of it, how it is said, and what is found of other statements."""
    conflict, astray = 0.0, 0.0
    if window != NOWHERE:
        stance = judge(statement, answer, window)
        conflict, astray = window.coverage * (stance.sign < 0), window.coverage * (not stance.kept)
    return (*point_features(statement, answer, window), conflict, astray, *context)


def _context(windows: list[Window], number: int) -> tuple[float, float]:
    others = [window.coverage for place, window in enumerate(windows) if place != number]
    return (sum(others) / len(others), max(others)) if others else (0.0, 0.0)


def point_verdict(
    measured: Measured, answer: Answer, model: Model, language: Language, *, capped: bool
) -> PointVerdict:
    """Verdict on a measured point; `capped` when terms are only listed, so that nothing counts as stated."""
    score = model.point.probability(measured.features)
    window, limits = measured.window, model.thresholds
    contrary = contradiction(measured.statement, answer, window)
    if contrary or capped:
        score = min(score, limits.stated - 0.01 if capped and not contrary else limits.unsure - 0.01)
    status = (
        PointStatus.STATED
        if score >= limits.stated
        else PointStatus.UNSURE
        if score >= limits.unsure
        else PointStatus.MISSING
    )
    evidence = () if status is PointStatus.MISSING else evidence_of(answer, window)
    return PointVerdict(
        measured.compiled.point.id,
        status,
        score,
        evidence,
        _reason(measured, answer, language, contrary, capped=capped),
    )


def contradiction(statement: Statement, answer: Answer, window: Window) -> tuple[str, ...]:
    """Why a short answer says the opposite of a statement, as keys of `reasons.reason`; empty when it does not.

    In long answers a negation near a point tells nothing (92 of 100 such points were stated after all).
    """
    if window.coverage < WHOLE or len(answer.reading.units) > SHORT_ANSWER:
        return ()
    stance = judge(statement, answer, window)
    return () if stance.agrees else stance.reasons


def evidence_of(answer: Answer, window: Window) -> tuple[Span, ...]:
    """The clauses of a window as one quotation."""
    if window == NOWHERE:
        return ()
    clauses = answer.reading.text.clauses
    start, _ = answer.reading.text.span(clauses[window.first])
    _, end = answer.reading.text.span(clauses[window.last])
    return (Span(start, end),)


def _reason(measured: Measured, answer: Answer, language: Language, contrary: tuple[str, ...], *, capped: bool) -> str:
    if contrary:
        return reason(language, "opposite", why=contrary)
    return reason(language, "list") if capped else term_reason(measured.statement, answer, language)


def term_reason(statement: Statement, answer: Answer, language: Language) -> str:
    """Which words of a statement were found and which were not."""
    said = [term.unit.text for term in statement.terms if answer.best(term.unit) >= SAID]
    silent = [term.unit.text for term in statement.terms if answer.best(term.unit) < SAID]
    if not said:
        return reason(language, "nothing")
    return reason(language, "partly" if silent else "found", found=", ".join(said), missing=", ".join(silent))
