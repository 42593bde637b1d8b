"""Where a comparison names what it compares with, and an order what comes before or after."""

import re

from bot.grading.polarity import marks
from bot.grading.reading import Range, Reading

_COMPARATIVE = re.compile("(?:ее|ей|[жчшщ]е|[шч](?:ий|а|е|і|их|им|ими|ої|ою|у))$")
_NEEDS_COMPARATIVE = frozenset({"за", "від", "от", "над", "over"})
"""Words that begin a standard of comparison only behind a comparative."""
_FROM = frozenset({"от", "від", "с", "со", "з", "із"})
"""Words before "до" that make it the end of a range."""
NEAR = 3
"""Tokens between a comparative and such a word."""


def standard(reading: Reading, where: Range) -> Range | None:
    """Tokens of what something is compared with or comes before or after; None when nothing is compared."""
    tokens = reading.text.tokens
    comparatives = [token for token in _measures(reading, where) if _COMPARATIVE.search(tokens[token].text)]
    for span in marks(reading, "than", where):
        near = any(span.first - NEAR <= token < span.first for token in comparatives)
        if near or tokens[span.first].text not in _NEEDS_COMPARATIVE:
            return _rest(reading, span.last)
    texts = {token.text for token in tokens[where.first : where.last]}
    for span in marks(reading, "sequence", where):
        if tokens[span.first].text != "до" or texts.isdisjoint(_FROM):
            return _sequel(reading, span.last)
    return _rest(reading, comparatives[0] + 1) if comparatives else None


def _measures(reading: Reading, where: Range) -> list[int]:
    """Words of quality in a range, in order."""
    return sorted({quality.where.first for quality in reading.qualities if quality.where.first in where})


def _rest(reading: Reading, first: int) -> Range:
    """From a token to the end of its clause."""
    last = next((c.last for c in reading.text.clauses if c.first <= first < c.last), len(reading.text.tokens))
    return Range(first, last)


def _sequel(reading: Reading, first: int) -> Range:
    """What something comes before or after: the rest of the clause, or a single word where that begins the clause."""
    rest = _rest(reading, first)
    opens = any(clause.first == first - 1 for clause in reading.text.clauses)
    word = next((unit.last for unit in reading.units if unit.first in rest), rest.last)
    return Range(first, word) if opens else rest
