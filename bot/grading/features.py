"""What is measured of a statement against an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from rapidfuzz import fuzz

from bot.grading.matching import Answer, Hits
from bot.grading.reading import OPPOSITE
from bot.grading.rubric import Statement, Term

WINDOW_CLAUSES = 3
"""Clauses that may say one thing together."""
MANY_WORDS = 10
"""Words found from which more of them say no more."""
WINDOW_TOKENS = 45
"""Tokens that may say one thing together; more is a list, not a statement."""


@dataclass(frozen=True, slots=True)
class Window:
    """Clauses `first` … `last` (inclusive) of an answer and the share of the statement found there, 0..1."""

    first: int
    last: int
    coverage: float


NOWHERE = Window(0, -1, 0.0)


def windows(statement: Statement, answer: Answer) -> list[Window]:
    """All runs of a few clauses that hold a term of the statement at their start."""
    total = statement.weight
    if not total:
        return []
    found_in = [(term.weight, by_clause) for term in statement.terms if (by_clause := answer.by_clause(term.unit))]
    touched = sorted({clause for _, by_clause in found_in for clause in by_clause})
    return [window for first in touched for window in _growing(found_in, first, _ends(first, answer), total)]


def _growing(found_in: list[tuple[float, Hits]], first: int, ends: range, total: float) -> list[Window]:
    """Windows from a clause on, those left out that another clause brings nothing."""
    grown: list[Window] = []
    best = [0.0] * len(found_in)
    for last in ends:
        best = [max(known, by_clause.get(last, 0.0)) for known, (_, by_clause) in zip(best, found_in, strict=True)]
        share = sum(weight * known for known, (weight, _) in zip(best, found_in, strict=True)) / total
        if not grown or share > grown[-1].coverage:
            grown.append(Window(first, last, share))
    return grown


def best_window(statement: Statement, answer: Answer) -> Window:
    """The shortest window that covers most of the statement."""
    return max(
        windows(statement, answer),
        key=lambda window: (round(window.coverage, 6), window.first - window.last),
        default=NOWHERE,
    )


def _ends(first: int, answer: Answer) -> range:
    """Clauses at which a window from `first` on may end."""
    spans = answer.reading.text.clauses
    limit, last = spans[first].first + WINDOW_TOKENS, first
    while last + 1 < min(first + WINDOW_CLAUSES, len(spans)) and spans[last + 1].last <= limit:
        last += 1
    return range(first, last + 1)


def share_of(terms: Sequence[Term], answer: Answer, default: float) -> float:
    """Weighted share of these terms found anywhere; `default` when there are none."""
    total = sum(term.weight for term in terms)
    return sum(term.weight * answer.best(term.unit) for term in terms) / total if total else default


def _words(answer: Answer, window: Window) -> str:
    if window == NOWHERE:
        return ""
    spans = answer.reading.text.clauses
    stems = answer.reading.stems[spans[window.first].first : spans[window.last].last]
    return " ".join(keys[0] for keys in stems)


def point_features(statement: Statement, answer: Answer, window: Window) -> list[float]:
    """Shares 0..1 of a statement found, by place and by fuzzy ratio, of its distinguishing words; and its length.

    Shares by kind of word (names, numbers) and by part of the sentence were tried: they add nothing.
    """
    terms = statement.terms
    total = share_of(terms, answer, 0.0)
    rare = [term for term in terms if term.rare]
    theirs, ours = _words(answer, window), " ".join(keys[0] for keys in statement.reading.stems)
    return [
        total,
        window.coverage,
        _in_one_clause(statement, answer),
        share_of(rare, answer, total),
        share_in(rare, answer, window, window.coverage),
        fuzz.token_set_ratio(ours, theirs) / 100,
        fuzz.partial_ratio(ours, theirs) / 100,
        min(sum(answer.best(term.unit) > OPPOSITE for term in terms) / MANY_WORDS, 1.0),
        log1p(len(terms)),
        total * window.coverage,
    ]


def _in_one_clause(statement: Statement, answer: Answer) -> float:
    """Largest share of a statement in a single clause."""
    shares: Hits = {}
    for term in statement.terms:
        for clause, closeness in answer.by_clause(term.unit).items():
            shares[clause] = shares.get(clause, 0.0) + term.weight * closeness
    return max(shares.values(), default=0.0) / statement.weight if statement.weight else 0.0


def share_in(terms: Sequence[Term], answer: Answer, window: Window, default: float) -> float:
    """Weighted share of these terms found in a window; `default` when there are none."""
    total = sum(term.weight for term in terms)
    clauses = range(window.first, window.last + 1)
    if not total:
        return default
    return sum(term.weight * _best(answer.by_clause(term.unit), clauses) for term in terms) / total


def _best(by_clause: Hits, clauses: range) -> float:
    return max((by_clause.get(clause, 0.0) for clause in clauses), default=0.0)
