"""At which level a point is first explained."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.domain.language import Level

STEM: Final = 5
"""Letters a word is cut to: enough to tell words apart, few enough to drop the endings of all three languages."""

WINDOW: Final = 4
"""Lines looked at together: a point is covered by a passage, not by words strewn over a chapter."""

NEAR: Final = 0.7
"""A level covers a point when its best passage has this share of what the best passage of all levels has."""

_WORD = re.compile(r"[^\W_]{2,}")
_FOLDED = str.maketrans("ёґ", "ег")


def stems(text: str) -> frozenset[str]:
    """Words of the text cut to stems."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.lower().translate(_FOLDED)))


class Passages:
    """The texts for the levels as passages, and how much of a point they cover.

    Covered are the point's stems found in a passage, each weighted by its rarity in the page, for words that stand
    everywhere tell nothing.
    """

    def __init__(self, texts: Mapping[Level, str]) -> None:
        self._passages = {level: list(_passages(text)) for level, text in sorted(texts.items())}
        occurrences = Counter(stem for found in self._passages.values() for passage in found for stem in passage)
        total = sum(map(len, self._passages.values()))
        self._rarity = {stem: math.log(1 + total / count) for stem, count in occurrences.items()}
        self._unseen = math.log(1 + total)

    def covered(self, point: str) -> dict[Level, float]:
        """Weight that the best passage of each level covers."""
        wanted = stems(point) & self._rarity.keys()
        return {
            level: max((math.fsum(self._rarity[stem] for stem in wanted & passage) for passage in found), default=0.0)
            for level, found in self._passages.items()
        }

    def share(self, point: str) -> float:
        """What the best passage of all covers of the point, 0..1; words that stand nowhere weigh most."""
        whole = math.fsum(self._rarity.get(stem, self._unseen) for stem in stems(point))
        return max(self.covered(point).values(), default=0.0) / whole if whole else 1.0


def levels_of(points: Sequence[str], texts: Mapping[Level, str]) -> list[Level]:
    """For each point the lowest level with a passage that covers it nearly as well as the best passage of the page.

    A point that nothing covers is of the highest level there is a text for.
    """
    passages, highest = Passages(texts), max(texts, default=Level.JUNIOR)
    return [_first_near(passages.covered(point), highest) for point in points]


def _first_near(covered: Mapping[Level, float], highest: Level) -> Level:
    best = max(covered.values(), default=0.0)
    return next((level for level, cover in covered.items() if best and cover >= NEAR * best), highest)


def _passages(text: str) -> Iterable[frozenset[str]]:
    """Stems of every few lines running."""
    lines = [stems(line) for line in text.split("\n") if line.strip()]
    for start in range(max(1, len(lines) - WINDOW + 1)):
        yield frozenset().union(*lines[start : start + WINDOW])
