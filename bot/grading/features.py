"""What is measured of a statement against an answer."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log1p
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.grading.matching import Answer, Worths, coverage, largest
from bot.grading.reading import OPPOSITE, Known
from bot.grading.rubric import Statement, Term

PARTIAL_RATIO = 6
"""Place of the ordered likeness among the features."""
WINDOW_CLAUSES = 3
"""Clauses that may say one thing together."""
MANY_WORDS = 10
"""Words found from which more of them say no more."""
ROUNDING = 1e-6
"""Difference of coverage that tells no window from another."""
WINDOW_TOKENS = 45
"""Tokens that may say one thing together; more is a list, not a statement."""


class Window(NamedTuple):
    """Clauses `first` … `last` (inclusive) of an answer and the share of the statement found there, 0..1."""

    first: int
    last: int
    coverage: float


NOWHERE = Window(0, -1, 0.0)


def windows(statement: Statement, answer: Answer, least: float = 0.0) -> list[Window]:
    """All runs of a few clauses that hold a term of the statement at their start and bring something at their end.

    Those that cover less than `least` of it are left out.
    """
    found, bounds = answer.found(statement), _bounds(statement, answer)
    likely = sorted(first for most, first in bounds if most >= least - ROUNDING)
    runs = (_growing(found, first, answer, statement.weight) for first in likely)
    return [Window(*run) for run in chain.from_iterable(runs) if run[2] >= least]


def _bounds(statement: Statement, answer: Answer) -> list[tuple[float, int]]:
    """The most of a statement that any window can cover from a clause on that holds a term of it, and that clause."""
    worth = answer.worth(statement)
    return [
        (sum([worth.get(clause, 0.0) for clause in range(first, first + WINDOW_CLAUSES)]) / statement.weight, first)
        for first in worth
    ]


def _growing(found: dict[int, Worths], first: int, answer: Answer, total: float) -> Iterator[tuple[int, int, float]]:
    """Runs from a clause on; `found` has the terms of each clause with what they are worth there."""
    spans = answer.reading.text.clauses
    limit = spans[first].first + WINDOW_TOKENS
    best: Worths = {}
    share = 0.0
    for last in range(first, min(first + WINDOW_CLAUSES, len(spans))):
        if last > first and spans[last].last > limit:
            return
        gain = 0.0
        for number, worth in found.get(last, {}).items():
            known = best.get(number, 0.0)
            if worth > known:
                gain += worth - known
                best[number] = worth
        share += gain
        if gain > 0:
            yield first, last, share / total


def best_window(statement: Statement, answer: Answer) -> Window:
    """The shortest window that covers most of the statement."""
    found, most = answer.found(statement), 0.0
    runs: list[tuple[int, int, float]] = []
    for bound, first in sorted(_bounds(statement, answer), reverse=True):
        if bound < most - ROUNDING:
            break
        runs += _growing(found, first, answer, statement.weight)
        most = max(most, runs[-1][2]) if runs else most
    return Window(*max(runs, key=lambda run: (round(run[2], 6), run[0] - run[1], -run[0]), default=NOWHERE))


def within(statement: Statement, answer: Answer, window: Window) -> float:
    """Share of a statement found in a window, 0..1."""
    return sum(_worths(statement, answer, window).values()) / statement.weight if statement.weight else 0.0


def _worths(statement: Statement, answer: Answer, window: Window) -> Worths:
    """What the terms of a statement are worth in a window, by number."""
    found = answer.found(statement)
    if window.first == window.last:
        return found.get(window.first, {})
    return largest(found[clause] for clause in range(window.first, window.last + 1) if clause in found)


def share_of(terms: Sequence[Term], answer: Answer, default: float) -> float:
    """Weighted share of these terms found anywhere; `default` when there are none."""
    total = sum([term.weight for term in terms])
    return sum([term.weight * answer.best(term.word) for term in terms]) / total if total else default


def _words(answer: Answer, window: Window) -> str:
    if window == NOWHERE:
        return ""
    spans = answer.reading.text.clauses
    return _stems(answer.reading.known[spans[window.first].first : spans[window.last].last])


def _stems(words: Iterable[Known]) -> str:
    return " ".join([word.stems[0] for word in words])


def point_features(statement: Statement, answer: Answer, window: Window) -> list[float]:
    """Shares 0..1 of a statement found, by place and by fuzzy ratio, of its distinguishing words; and its length.

    Shares by kind of word (names, numbers) and by part of the sentence were tried: they add nothing.
    """
    terms = statement.terms
    total = coverage(statement, answer)
    rare = [term for term in terms if term.rare]
    theirs, ours = _words(answer, window), _stems(statement.known)
    return [
        total,
        window.coverage,
        _in_one_clause(statement, answer),
        share_of(rare, answer, total),
        _rare_within(statement, answer, window),
        fuzz.token_set_ratio(ours, theirs) / 100,
        fuzz.partial_ratio(ours, theirs) / 100,
        min(sum([answer.best(term.word) > OPPOSITE for term in terms]) / MANY_WORDS, 1.0),
        log1p(len(terms)),
        total * window.coverage,
    ]


def _in_one_clause(statement: Statement, answer: Answer) -> float:
    """Largest share of a statement in a single clause."""
    best = max(answer.worth(statement).values(), default=0.0)
    return best / statement.weight if statement.weight else 0.0


def _rare_within(statement: Statement, answer: Answer, window: Window) -> float:
    """Weighted share of the distinguishing terms found in a window; its coverage when there are none."""
    rare = {number: term.weight for number, term in enumerate(statement.terms) if term.rare}
    total = sum(rare.values())
    if not total:
        return window.coverage
    worths = _worths(statement, answer, window)
    return sum(worths.get(number, 0.0) for number in rare) / total
