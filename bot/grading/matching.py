"""Where in an answer the terms of a statement are found."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property, wraps
from itertools import accumulate, chain, pairwise
from typing import Any, TypeVar

from rapidfuzz.distance import OSA

from bot.grading.ellipsis import bare
from bot.grading.polarity import Reach, negated, poles, reaches, trailed
from bot.grading.quantities import Quantity
from bot.grading.reading import OPPOSITE, SYNONYM, Keys, Range, Reading, Unit, Word
from bot.grading.rubric import Statement

TYPO = 0.8
"""Closeness of a word with a typo; also the least normalised similarity at which it is taken for one."""
TYPO_LENGTH = 5
"""Shorter words differ by a letter too often to be typos."""

SAME = SYNONYM**2
"""Closeness of two words of one meaning, which explain each other wholly."""

Hits = dict[int, float]
"""Closeness by token of the answer."""
Worths = dict[int, float]
"""Weight times closeness by the number of a term."""

_What = TypeVar("_What", bound=Hashable)
_Where = TypeVar("_Where", bound=Hashable)
_Made = TypeVar("_Made")


class Answer:
    """An answer indexed for matching; hits are remembered by word, since statements of a question share words.

    `made` is what `remembered` measures made of it, `covered` how much of each statement it covers.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._hits: dict[Word, Hits] = {}
        self._shares: dict[Word, Hits] = {}
        self._typos: dict[Keys, Hits] = {}
        self._places: dict[Word, list[int]] = {}
        self._verbatim: dict[Word, list[int]] = {}
        self._by_clause: dict[Word, Hits] = {}
        self._best: dict[Word, float] = {}
        self._found: dict[Statement, dict[int, Worths]] = {}
        self._worth: dict[Statement, Hits] = {}
        self._worths: dict[Word, Hits] = {}
        self._told: dict[Statement, tuple[list[int], list[float]]] = {}
        self._clauses: dict[tuple[int, int], Range] = {}
        self.made: dict[Hashable, Any] = {}
        self.covered: dict[Statement, float] = {}
        self._index: dict[str, list[tuple[int, float]]] = {}
        for unit in (*reading.units, *reading.phrases):
            for key, closeness in unit.word.keys:
                self._index.setdefault(key, []).append((unit.first, closeness))
        self._weights = {unit.first: unit.weight for unit in reading.units}
        self._initials: dict[str, list[Unit]] = {}
        for unit in reading.units:
            self._initials.setdefault(unit.text[0], []).append(unit)
        self.clause_of = [
            number for number, clause in enumerate(reading.text.clauses) for _ in range(clause.first, clause.last)
        ]

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """Words that turn a meaning, and what they reach."""
        return tuple(reaches(self.reading))

    @cached_property
    def negated(self) -> frozenset[int]:
        """Tokens turned by a negation."""
        return negated(self.reading, self.reaches)

    def denied(self, where: Range) -> list[int]:
        """Tokens of a range turned by a negation."""
        return [token for token in self.negated if where.first <= token < where.last]

    def before(self, token: int) -> int:
        """Token of the meaning-bearing word before this one in its clause, -1 where it is the first."""
        return self._before.get(token, -1)

    @cached_property
    def _before(self) -> dict[int, int]:
        units = [unit.first for unit in self.reading.units]
        return {token: before for before, token in pairwise(units) if self.clause_of[token] == self.clause_of[before]}

    @cached_property
    def bare(self) -> frozenset[int]:
        """Tokens of which the predicate of another clause is denied."""
        return bare(self.reading, self.reaches)

    @cached_property
    def turned(self) -> frozenset[int]:
        """Tokens of which anything is denied."""
        return self.negated | self.bare

    @cached_property
    def trailed(self) -> frozenset[int]:
        """Tokens turned by a negation behind them."""
        return trailed(self.reaches)

    @cached_property
    def poles(self) -> dict[int, dict[str, int]]:
        """Sign by axis for the tokens that speak of a quality."""
        return poles(self.reading)

    def at_pole(self, axis: str, sign: int) -> Sequence[int]:
        """Tokens at one pole of a quality."""
        return self._at_poles.get((axis, sign), ())

    @cached_property
    def _at_poles(self) -> dict[tuple[str, int], list[int]]:
        found: dict[tuple[str, int], list[int]] = {}
        for token, signs in self.poles.items():
            for pole in signs.items():
                found.setdefault(pole, []).append(token)
        return found

    def hits(self, word: Word) -> Hits:
        """Tokens of the answer that say the word."""
        hits = self._hits.get(word)
        if hits is None:
            hits = self._hits[word] = self._search(word)
        return hits

    def shares(self, word: Word) -> Hits:
        """How much of each of these tokens the word explains, 0..1."""
        shares = self._shares.get(word)
        if shares is None:
            found = self.hits(word).items()
            shares = self._shares[word] = {token: min(closeness / SAME, 1.0) for token, closeness in found}
        return shares

    def explained_by(self, words: Iterable[Word]) -> Hits:
        """How much of each token any of the words explains, 0..1."""
        return largest(map(self.shares, dict.fromkeys(words)))

    def best(self, word: Word) -> float:
        """Best closeness anywhere."""
        best = self._best.get(word)
        if best is None:
            best = self._best[word] = max(self.hits(word).values(), default=0.0)
        return best

    def places(self, word: Word) -> list[int]:
        """Tokens that say the word and not its opposite, in order."""
        places = self._places.get(word)
        if places is None:
            found = self.hits(word).items()
            places = self._places[word] = sorted(token for token, closeness in found if closeness > OPPOSITE)
        return places

    def verbatim(self, word: Word) -> list[int]:
        """Tokens that are the word itself, in order."""
        found = self._verbatim.get(word)
        if found is None:
            hits = self.hits(word).items()
            found = self._verbatim[word] = sorted(token for token, closeness in hits if closeness >= 1)
        return found

    def by_clause(self, word: Word) -> Hits:
        """Best closeness per clause."""
        best = self._by_clause.get(word)
        if best is None:
            best = self._by_clause[word] = {}
            for token, closeness in self.hits(word).items():
                clause = self.clause_of[token]
                if closeness > best.get(clause, 0.0):
                    best[clause] = closeness
        return best

    def found(self, statement: Statement) -> dict[int, Worths]:
        """What the terms of a statement are worth in each clause where any of them is found."""
        known = self._found.get(statement)
        if known is None:
            known = self._found[statement] = defaultdict(dict)
            for number, term in enumerate(statement.terms):
                for clause, closeness in self.by_clause(term.word).items():
                    known[clause][number] = term.weight * closeness
        return known

    def worth(self, statement: Statement) -> Hits:
        """What the terms of a statement are worth together in each clause where any of them is found."""
        known = self._worth.get(statement)
        if known is None:
            found = self.found(statement).items()
            known = self._worth[statement] = {clause: sum(worths.values()) for clause, worths in found}
        return known

    @cached_property
    def weights(self) -> list[float]:
        """Weight of all words before each token."""
        return self.summed(self._weights)

    def told(self, statement: Statement, where: Range) -> float:
        """Weight of the words in a range that the statement has too or leaves unsaid as known."""
        known = self._told.get(statement)
        if known is None:
            words = chain((term.word for term in statement.terms), statement.implied)
            worths = largest(map(self._explained, dict.fromkeys(words)))
            tokens = sorted(worths)
            sums = list(accumulate([worths[token] for token in tokens], initial=0.0))
            known = self._told[statement] = tokens, sums
        tokens, sums = known
        return sums[bisect_left(tokens, where.last)] - sums[bisect_left(tokens, where.first)]

    def _explained(self, word: Word) -> Hits:
        """Weight of each of these tokens that the word explains."""
        worths = self._worths.get(word)
        if worths is None:
            weights, shares = self._weights, self.shares(word).items()
            worths = self._worths[word] = {token: weights.get(token, 0.0) * share for token, share in shares}
        return worths

    def summed(self, worths: Hits) -> list[float]:
        """What all tokens before each token are worth together."""
        parts = [0.0] * len(self.reading.text.tokens)
        for token, worth in worths.items():
            parts[token] = worth
        return list(accumulate(parts, initial=0.0))

    def spoken(self, where: Range) -> int:
        """Number of meaning-bearing words in a range."""
        return self._counts[where.last] - self._counts[where.first]

    @cached_property
    def _counts(self) -> list[int]:
        spoken = {unit.first for unit in self.reading.units}
        return list(accumulate((token in spoken for token in range(len(self.reading.text.tokens))), initial=0))

    def clauses(self, first: int, last: int) -> Range:
        """Tokens of the clauses from one to another (inclusive)."""
        known = self._clauses.get((first, last))
        if known is None:
            clauses = self.reading.text.clauses
            known = self._clauses[first, last] = Range(clauses[first].first, clauses[last].last)
        return known

    @cached_property
    def sentences(self) -> dict[int, Range]:
        """Tokens of every sentence by its number."""
        spans: dict[int, Range] = {}
        for clause in self.reading.text.clauses:
            first = spans[clause.sentence].first if clause.sentence in spans else clause.first
            spans[clause.sentence] = Range(first, clause.last)
        return spans

    def _search(self, word: Word) -> Hits:
        hits: Hits = {}
        for key, closeness in word.keys:
            for token, theirs in self._index.get(key, ()):
                close = closeness * theirs
                if close > hits.get(token, 0.0):
                    hits[token] = close
        if word.quantity:
            return hits | self._numbers(word.quantity)
        return hits or self._mistyped(word)

    def _numbers(self, wanted: Quantity) -> Hits:
        return {quantity.first: 1.0 for quantity in self.reading.quantities if wanted.meets(quantity)}

    def _mistyped(self, word: Word) -> Hits:
        """Words with a typo; looked for once for all forms of a word that are matched alike."""
        keys = word.keys
        if keys not in self._typos:
            self._typos[keys] = self._search_typos(word)
        return self._typos[keys]

    def _search_typos(self, word: Word) -> Hits:
        if len(word.text) < TYPO_LENGTH or word.is_phrase:
            return {}
        return {
            other.first: TYPO
            for other in self._initials.get(word.text[0], ())
            if len(other.text) >= TYPO_LENGTH
            and OSA.normalized_similarity(word.text, other.text, score_cutoff=TYPO) >= TYPO
        }


def largest(found: Iterable[Hits]) -> Hits:
    """Largest value of each token."""
    most: Hits = {}
    for hits in found:
        for token, share in hits.items():
            if share > most.get(token, 0.0):
                most[token] = share
    return most


def remembered(measure: Callable[[_What, Answer, _Where], _Made]) -> Callable[[_What, Answer, _Where], _Made]:
    """The measure, taken of an answer once: points, wrong claims and contraries ask for the same."""

    @wraps(measure)
    def recalled(what: _What, answer: Answer, where: _Where) -> _Made:
        key = measure, what, where
        made: _Made | None = answer.made.get(key)
        if made is None:
            made = answer.made[key] = measure(what, answer, where)
        return made

    return recalled


def coverage(statement: Statement, answer: Answer) -> float:
    """Weighted share of the statement's terms found anywhere in the answer, 0..1."""
    known = answer.covered.get(statement)
    if known is None:
        total = sum([term.weight * answer.best(term.word) for term in statement.terms])
        known = answer.covered[statement] = total / statement.weight if statement.weight else 0.0
    return known


def explained(statement: Statement, answer: Answer, where: Range, least: float = 0.0) -> float:
    """Weighted share of the answer's words in a range that the statement has too or leaves unsaid as known, 0..1.

    A range that weighs less than `least` is taken to have other words too.
    """
    total = answer.weights[where.last] - answer.weights[where.first]
    return answer.told(statement, where) / max(total, least) if total > 0 else 0.0
