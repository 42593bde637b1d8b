"""What is measured of a statement against an answer."""

from dataclasses import dataclass
from math import log1p

from rapidfuzz import fuzz

from bot.grading.matching import Answer, Hits, found
from bot.grading.rubric import Statement, Term
from bot.grading.units import NAME, NUMBER

WINDOW_CLAUSES = 3
"""Clauses that may say one thing together."""
WINDOW_TOKENS = 45
"""Tokens that may say one thing together; more is a list, not a statement."""


@dataclass(frozen=True, slots=True)
class Window:
    """Clauses `first` … `last` (inclusive) of an answer and the share of the statement found there, 0..1."""

    first: int
    last: int
    coverage: float


NOWHERE = Window(0, -1, 0.0)


def windows(statement: Statement, answer: Answer, clauses: int = WINDOW_CLAUSES) -> list[Window]:
    """All runs of at most so many clauses that hold a term of the statement at their start."""
    total = statement.weight
    if not total:
        return []
    found_in = [(term.weight, by_clause) for term in statement.terms if (by_clause := answer.by_clause(term.unit))]
    touched = sorted({clause for _, by_clause in found_in for clause in by_clause})
    return [
        Window(first, last, _share(found_in, range(first, last + 1)) / total)
        for first in touched
        for last in _ends(first, clauses, answer)
    ]


def best_window(statement: Statement, answer: Answer, clauses: int = WINDOW_CLAUSES) -> Window:
    """The shortest run of at most so many clauses that covers most of the statement."""
    return max(
        windows(statement, answer, clauses),
        key=lambda window: (round(window.coverage, 6), window.first - window.last),
        default=NOWHERE,
    )


def _share(found_in: list[tuple[float, Hits]], clauses: range) -> float:
    return sum(weight * max(by_clause.get(clause, 0.0) for clause in clauses) for weight, by_clause in found_in)


def _ends(first: int, clauses: int, answer: Answer) -> list[int]:
    spans = answer.reading.text.clauses
    limit = spans[first].first + WINDOW_TOKENS
    return [
        last for last in range(first, min(first + clauses, len(spans))) if last == first or spans[last].last <= limit
    ]


def share_of(terms: list[Term], answer: Answer, default: float) -> float:
    """Weighted share of these terms found anywhere; `default` when there are none."""
    total = sum(term.weight for term in terms)
    return sum(term.weight * found(term, answer) for term in terms) / total if total else default


def point_features(statement: Statement, answer: Answer) -> tuple[list[float], Window]:
    """Features of a statement and the window that says it best; all but the length are shares 0..1."""
    terms = list(statement.terms)
    total = share_of(terms, answer, 0.0)
    window = best_window(statement, answer)
    clause = best_window(statement, answer, 1)
    segments: dict[int, list[Term]] = {}
    for term in terms:
        segments.setdefault(term.segment, []).append(term)
    shares = [share_of(part, answer, total) for part in segments.values()]
    theirs, ours = _words(answer, window), " ".join(keys[0] for keys in statement.reading.stems)
    return [
        total,
        window.coverage,
        clause.coverage,
        share_of([term for term in terms if term.rare], answer, total),
        share_of([term for term in terms if term.unit.weight == NAME], answer, total),
        share_of([term for term in terms if term.unit.weight == NUMBER], answer, total),
        min(shares, default=0.0),
        max(shares, default=0.0),
        fuzz.token_set_ratio(ours, theirs) / 100,
        fuzz.partial_token_set_ratio(ours, theirs) / 100,
        fuzz.partial_ratio(ours, theirs) / 100,
        sum(found(term, answer) > 0 for term in terms) / 10,
        log1p(len(terms)),
    ], window


def _words(answer: Answer, window: Window) -> str:
    spans = answer.reading.text.clauses
    if window.last < 0:
        return ""
    stems = answer.reading.stems[spans[window.first].first : spans[window.last].last]
    return " ".join(keys[0] for keys in stems)
