"""Ranges of tokens, and the small words that stand and reach in them."""

from dataclasses import dataclass

from bot.grading.features import Window
from bot.grading.matching import Answer
from bot.grading.units import Reading

REACH = 4
"""Meaning-bearing words that a negation reaches over."""


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens `first` … `last` (exclusive) of a reading."""

    first: int
    last: int

    def __contains__(self, token: object) -> bool:
        return isinstance(token, int) and self.first <= token < self.last


def tokens_of(answer: Answer, window: Window) -> Range:
    """Tokens of a window."""
    clauses = answer.reading.text.clauses
    return Range(clauses[window.first].first, clauses[window.last].last)


def sentence_around(answer: Answer, window: Window) -> Range:
    """Tokens of the whole sentences that a window touches."""
    clauses = answer.reading.text.clauses
    touched = {clauses[window.first].sentence, clauses[window.last].sentence}
    inside = [clause for clause in clauses if clause.sentence in touched]
    return Range(inside[0].first, inside[-1].last)


def marks(reading: Reading, part: str, where: Range) -> list[Range]:
    """Where words playing a part stand in a range, those inside longer phrases of any part left out."""
    spans = [(Range(token, token + width), sense.key) for token, width, sense in reading.parts if token in where]
    return [span for span, key in spans if key == part and not any(_inside(span, other) for other, _ in spans)]


def axes_in(reading: Reading, where: Range) -> dict[str, tuple[int, int]]:
    """Opposites in a range as sign and token by axis; the longest phrase speaks for its words, both poles cancel out."""
    inside = [(Range(token, token + width), sense) for token, width, sense in reading.axes if token in where]
    signs: dict[str, tuple[int, int]] = {}
    for span, sense in inside:
        if any(_inside(span, other) for other, _ in inside) or _degree(reading, span):
            continue
        known = signs.get(sense.key)
        signs[sense.key] = (0 if known and known[0] != sense.sign else sense.sign, span.first)
    return {axis: found for axis, found in signs.items() if found[0]}


def negations(reading: Reading, where: Range, anchors: set[int]) -> int:
    """Number of negations in a range that reach one of the anchor tokens; "less" before a quality is one."""
    phrases = [Range(token, token + width) for token, width, _ in reading.axes if width > 1]
    content = [unit.first for unit in reading.units if unit.first in where]
    signs = [span for span in marks(reading, "negator", where) if not any(_inside(span, other) for other in phrases)]
    signs += [span for span in marks(reading, "less", where) if _degree(reading, span)]
    return sum(_reaches(span, content, anchors) for span in signs)


def _reaches(span: Range, content: list[int], anchors: set[int]) -> bool:
    after = [token for token in content if token >= span.first][: REACH + 1]
    before = [token for token in content if token < span.first][-REACH:]
    return bool(anchors.intersection(after or before))


def _degree(reading: Reading, span: Range) -> bool:
    """Whether "more" or "less" stands before a quality and only grades it."""
    graded = any(sense.key in {"less", "degree"} and token == span.first for token, _, sense in reading.parts)
    return graded and any(token == span.last for token, _, _ in reading.axes)


def _inside(inner: Range, outer: Range) -> bool:
    return inner != outer and outer.first <= inner.first and inner.last <= outer.last
