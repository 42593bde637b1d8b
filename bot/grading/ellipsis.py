"""Words of which something is denied without saying it again: "unit tests don't", "а не run()", "unlike HashMap"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.grading.polarity import Reach, marks
from bot.grading.reading import Range, Reading

FEW = 3
"""Meaning-bearing words of a clause that names what something does not hold for, and says nothing else."""
ASIDE = 4
"""Tokens after "unlike" that name what is set apart."""

_WHOLE = frozenset({"impossible", "unable", "without", "hardly", "until", "unless", "без", "отсутствует", "відсутній"})
"""Negations that are a predicate themselves, or need the words behind them."""
_FRONT = frozenset({"not", "не", "ні"})
_WHOLE_STEMS = ("невозмож", "неможлив", "нереальн")


def bare(reading: Reading, reaches: Sequence[Reach]) -> frozenset[int]:
    """Tokens of meaning-bearing words that share the denied or set apart predicate of another clause."""
    if not (reading.parts.get("negator") or reading.parts.get("apart")):
        return frozenset()
    tokens = {token for reached in _trailing(reading, reaches) for token in reached}
    tokens.update(token for where in (*_leading(reading), *_apart(reading)) for token in _content(reading, where))
    return frozenset(tokens)


def _trailing(reading: Reading, reaches: Sequence[Reach]) -> Iterator[set[int]]:
    """What a negation behind it denies, where another clause of the sentence has a predicate."""
    clauses = reading.text.clauses
    for span, reached in reaches:
        behind = bool(reached) and max(reached) < span.first
        if behind and not _is_predicate(reading.text.tokens[span.first].text):
            number = next(number for number, clause in enumerate(clauses) if clause.first <= span.first < clause.last)
            if any(n != number and c.sentence == clauses[number].sentence for n, c in enumerate(clauses)):
                yield reached


def _is_predicate(word: str) -> bool:
    return word in _WHOLE or word.startswith(_WHOLE_STEMS)


def _leading(reading: Reading) -> Iterator[Range]:
    """Short clauses behind another one that begin with "not", be it behind a conjunction."""
    tokens = reading.text.tokens
    for before, clause in pairwise(reading.text.clauses):
        opening = next((n for n in range(clause.first, clause.last) if tokens[n].text in _FRONT), clause.last)
        if before.sentence == clause.sentence and opening < clause.last:
            content = _content(reading, Range(clause.first, clause.last))
            if content and opening < content[0] and len(content) <= FEW:
                yield Range(clause.first, clause.last)


def _apart(reading: Reading) -> Iterator[Range]:
    """The words after "unlike"."""
    for span in marks(reading, "apart", reading.everything):
        clause = next(c for c in reading.text.clauses if c.first <= span.first < c.last)
        yield Range(span.last, min(clause.last, span.last + ASIDE))


def _content(reading: Reading, where: Range) -> list[int]:
    return [unit.first for unit in reading.units if unit.first in where]
