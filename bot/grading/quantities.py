"""Numbers with ranges and units."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.grading.text import Kind, Token

TOLERANCE = 0.025
"""Relative difference at which two large numbers are still the same: 1024 and 1000."""
LARGE = 1000
"""Smaller numbers are codes, versions and counts: 401 is not 403."""

_THOUSANDS = frozenset({"k", "к", "тыс", "тис", "thousand", "тысяч", "тысячи", "тисяч", "тисячі"})
_MILLIONS = frozenset({"m", "м", "млн", "million", "миллион", "миллиона", "мільйон", "мільйона"})
_RANGE = frozenset({"-", "—", "to", "до", "…"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """Numbers from `low` to `high`, alike for a single one, in tokens `first` … `last` (exclusive)."""

    low: float
    high: float
    first: int
    last: int

    def meets(self, other: "Quantity") -> bool:
        """Whether the two ranges touch."""
        largest = max(self.high, other.high)
        slack = TOLERANCE * largest if largest >= LARGE else 0.0
        return self.low <= other.high + slack and other.low <= self.high + slack


def quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Quantities of a text, in order."""
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        if tokens[index].kind is Kind.NUMBER:
            found.append(_quantity(tokens, index))
            index = found[-1].last
        else:
            index += 1
    return tuple(found)


def _quantity(tokens: Sequence[Token], first: int) -> Quantity:
    low, index = _scaled(tokens, first)
    if index + 1 >= len(tokens) or tokens[index].text not in _RANGE or tokens[index + 1].kind is not Kind.NUMBER:
        return Quantity(low, low, first, index)
    high, last = _scaled(tokens, index + 1)
    if low < LARGE <= high and tokens[last - 1].kind is Kind.WORD:
        low *= high / _value(tokens[index + 1].text)
    return Quantity(min(low, high), max(low, high), first, last)


def _scaled(tokens: Sequence[Token], index: int) -> tuple[float, int]:
    value, follows = _value(tokens[index].text), tokens[index + 1].text if index + 1 < len(tokens) else ""
    if follows in _THOUSANDS:
        return value * 1000, index + 2
    if follows in _MILLIONS:
        return value * 1_000_000, index + 2
    return value, index + 1


def _value(text: str) -> float:
    whole, _, rest = text.partition(".")
    return float(f"{whole}.{rest.replace('.', '')}" if rest else whole)
