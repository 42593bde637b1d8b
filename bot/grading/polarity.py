"""How far the small words that turn a meaning reach, and which words stand at which pole."""

import re
from dataclasses import dataclass

from bot.grading.units import WEAK, Reading, Unit

REACH = 4
"""Meaning-bearing words that a negation reaches over."""
SHORT_REACH = 2
"""The same for the Russian and Ukrainian particle, which stands right before what it denies."""

_PARTICLES = frozenset({"не", "нет", "нельзя", "нема", "немає"})
_UNTIL = frozenset({"пока", "поки", "покуда", "доки"})
_CONCORD = re.compile("(?:ни|ні)(?!же|жч|зк|т)")


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens `first` … `last` (exclusive) of a reading."""

    first: int
    last: int

    def __contains__(self, token: object) -> bool:
        return isinstance(token, int) and self.first <= token < self.last


def everything(reading: Reading) -> Range:
    """All tokens of a text."""
    return Range(0, len(reading.text.tokens))


def marks(reading: Reading, part: str, where: Range) -> list[Range]:
    """Where words playing a part stand in a range, those inside longer phrases of any part left out."""
    spans = [(Range(token, token + width), sense.key) for token, width, sense in reading.parts if token in where]
    chosen = {span for span, key in spans if key == part and not any(_inside(span, other) for other, _ in spans)}
    return sorted(chosen, key=lambda span: span.first)


def axes_in(reading: Reading, where: Range) -> dict[str, tuple[int, int]]:
    """Opposites in a range as sign and token by axis; the longest phrase speaks for its words, both poles cancel."""
    inside = [(Range(token, token + width), sense) for token, width, sense in reading.axes if token in where]
    signs: dict[str, tuple[int, int]] = {}
    for span, sense in inside:
        if any(_inside(span, other) for other, _ in inside) or _degree(reading, span):
            continue
        known = signs.get(sense.key)
        signs[sense.key] = (0 if known and known[0] != sense.sign else sense.sign, span.first)
    return {axis: found for axis, found in signs.items() if found[0]}


def poles(reading: Reading) -> dict[int, dict[str, int]]:
    """Sign by axis for every token that speaks of a quality; the longest phrase speaks for its words."""
    spans = [(Range(token, token + width), sense) for token, width, sense in reading.axes]
    signs: dict[int, dict[str, int]] = {}
    for span, sense in spans:
        if not any(_inside(span, other) for other, _ in spans) and not _degree(reading, span):
            for token in range(span.first, span.last):
                signs.setdefault(token, {})[sense.key] = sense.sign
    return signs


def negated(reading: Reading) -> frozenset[int]:
    """Tokens of the meaning-bearing words that an odd number of negations reaches; "less" before a quality is one."""
    phrases = [Range(token, token + width) for token, width, _ in reading.axes if width > 1]
    turned: set[int] = set()
    for clause in reading.text.clauses:
        where = Range(clause.first, clause.last)
        content = sorted(
            {unit.first: unit for unit in (*reading.units, *reading.phrases) if unit.first in where}.items()
        )
        signs = [
            span for span in marks(reading, "negator", where) if not any(_inside(span, other) for other in phrases)
        ]
        signs = _without_concord(reading, where, signs)
        signs += [span for span in marks(reading, "less", where) if _degree(reading, span)]
        for span in signs:
            turned ^= _reached(reading, span, content)
    return frozenset(turned)


def _without_concord(reading: Reading, where: Range, signs: list[Range]) -> list[Range]:
    """Slavic "nobody did not" is one negation: the pronoun counts only where no particle stands.

    In "until it has not restarted" the particle means nothing at all.
    """
    texts = [reading.text.tokens[span.first].text for span in signs]
    if signs and _UNTIL.intersection(token.text for token in reading.text.tokens[where.first : where.last]):
        return [span for span, text in zip(signs, texts, strict=True) if text != "не"]
    if not any(text in _PARTICLES for text in texts):
        return signs
    return [span for span, text in zip(signs, texts, strict=True) if not _CONCORD.match(text)]


def _reached(reading: Reading, span: Range, content: list[tuple[int, Unit]]) -> set[int]:
    """Words after a negation, or before it where nothing follows ("POST isn't"); words that say little are free."""
    reach = SHORT_REACH if reading.text.tokens[span.first].text in _PARTICLES else REACH
    after = _first([entry for entry in content if entry[0] >= span.first], reach)
    return set(after or _first([entry for entry in reversed(content) if entry[0] < span.first], REACH))


def _first(content: list[tuple[int, Unit]], reach: int) -> list[int]:
    tokens, told = [], 0
    for token, unit in content:
        tokens.append(token)
        told += unit.weight > WEAK
        if told == reach:
            break
    return tokens


def _degree(reading: Reading, span: Range) -> bool:
    """Whether "more" or "less" stands before a quality and only grades it."""
    graded = any(sense.key in {"less", "degree"} and token == span.first for token, _, sense in reading.parts)
    return graded and any(token == span.last for token, _, _ in reading.axes)


def _inside(inner: Range, outer: Range) -> bool:
    return inner != outer and outer.first <= inner.first and inner.last <= outer.last
