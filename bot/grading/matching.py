"""Where in an answer the terms of a statement are found."""

from rapidfuzz.distance import OSA

from bot.grading.rubric import Statement, Term
from bot.grading.units import Reading, Unit

TYPO = 0.8
"""Closeness of a word with a typo; also the least normalised similarity at which it is taken for one."""
TYPO_LENGTH = 5
"""Shorter words differ by a letter too often to be typos."""

Hits = dict[int, float]
"""Closeness by token of the answer."""


class Answer:
    """An answer indexed for matching; hits are remembered per unit, since statements of a question share words."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._hits: dict[tuple[tuple[str, float], ...], Hits] = {}
        self._initials: dict[str, list[Unit]] = {}
        for unit in reading.units:
            self._initials.setdefault(unit.text[0], []).append(unit)
        self.clause_of = [
            number for number, clause in enumerate(reading.text.clauses) for _ in range(clause.first, clause.last)
        ]

    def hits(self, unit: Unit) -> Hits:
        """Tokens of the answer that say the unit."""
        known = self._hits.get(unit.keys)
        if known is None:
            known = self._hits[unit.keys] = self._search(unit)
        return known

    def by_clause(self, unit: Unit) -> Hits:
        """Best closeness per clause."""
        best: Hits = {}
        for token, closeness in self.hits(unit).items():
            clause = self.clause_of[token]
            best[clause] = max(best.get(clause, 0.0), closeness)
        return best

    def _search(self, unit: Unit) -> Hits:
        hits: Hits = {}
        for key, closeness in unit.keys:
            for found in self.reading.index.get(key, ()):
                if closeness > hits.get(found.first, 0.0):
                    hits[found.first] = closeness
        return hits or self._typos(unit)

    def _typos(self, unit: Unit) -> Hits:
        if len(unit.text) < TYPO_LENGTH or unit.last - unit.first > 1:
            return {}
        return {
            other.first: TYPO
            for other in self._initials.get(unit.text[0], ())
            if len(other.text) >= TYPO_LENGTH
            and OSA.normalized_similarity(unit.text, other.text, score_cutoff=TYPO) >= TYPO
        }


def found(term: Term, answer: Answer) -> float:
    """Best closeness of a term anywhere in the answer."""
    return max(answer.hits(term.unit).values(), default=0.0)


def coverage(statement: Statement, answer: Answer) -> float:
    """Weighted share of the statement's terms found anywhere in the answer, 0..1."""
    total = statement.weight
    return sum(term.weight * found(term, answer) for term in statement.terms) / total if total else 0.0
