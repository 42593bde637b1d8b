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


def levels_of(points: Sequence[str], texts: Mapping[Level, str]) -> list[Level]:
    """For each point the lowest level with a passage that covers it nearly as well as the best passage of the page.

    Covered is the share of the point's stems found in the passage, each weighted by its rarity in the page, for words
    that stand everywhere tell nothing. A point that nothing covers is of the highest level there is a text for.
    """
    passages = {level: list(_passages(text)) for level, text in sorted(texts.items())}
    occurrences = Counter(stem for found in passages.values() for passage in found for stem in passage)
    total = sum(map(len, passages.values()))
    rarity = {stem: math.log(1 + total / count) for stem, count in occurrences.items()}
    highest = max(texts, default=Level.JUNIOR)
    return [_level_of(stems(point) & rarity.keys(), passages, rarity, highest) for point in points]


def _level_of(
    point: Iterable[str],
    passages: Mapping[Level, Sequence[frozenset[str]]],
    rarity: Mapping[str, float],
    highest: Level,
) -> Level:
    wanted = frozenset(point)
    covered = {
        level: max((math.fsum(rarity[stem] for stem in wanted & passage) for passage in found), default=0.0)
        for level, found in passages.items()
    }
    best = max(covered.values(), default=0.0)
    return next((level for level, cover in covered.items() if best and cover >= NEAR * best), highest)


def _passages(text: str) -> Iterable[frozenset[str]]:
    """Stems of every few lines running."""
    lines = [stems(line) for line in text.split("\n") if line.strip()]
    for start in range(max(1, len(lines) - WINDOW + 1)):
        yield frozenset().union(*lines[start : start + WINDOW])
