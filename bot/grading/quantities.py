"""Numbers with ranges and units."""

from dataclasses import dataclass

from bot.grading.scope import Range
from bot.grading.text import Kind
from bot.grading.units import Reading

TOLERANCE = 0.02
"""Relative difference at which two numbers are still the same: 0.75 and 75 %, 1024 and 1000."""

_THOUSANDS = frozenset({"k", "к", "тыс", "тис", "thousand", "тысяч", "тысячи", "тисяч", "тисячі"})
_MILLIONS = frozenset({"m", "м", "млн", "million", "миллион", "миллиона", "мільйон", "мільйона"})
_RANGE = frozenset({"-", "—", "to", "до", "and", "…"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """Numbers from `low` to `high`, alike for a single one; `unit` is the stem of the word behind, at `token`."""

    low: float
    high: float
    units: frozenset[str]
    token: int

    def meets(self, other: "Quantity") -> bool:
        """Whether the two ranges touch."""
        slack = TOLERANCE * max(abs(self.high), abs(other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack


def quantities(reading: Reading, where: Range) -> list[Quantity]:
    """Quantities in a range of a text, in order."""
    tokens = reading.text.tokens
    found: list[Quantity] = []
    index = where.first
    while index < where.last:
        token = tokens[index]
        index += 1
        if token.kind is not Kind.NUMBER:
            continue
        first, low = index - 1, _value(token.text)
        low, index = _scaled(reading, low, index)
        high = low
        if index + 1 < where.last and tokens[index].text in _RANGE and tokens[index + 1].kind is Kind.NUMBER:
            high = _value(tokens[index + 1].text)
            high, index = _scaled(reading, high, index + 2)
            low = low * 1000 if low * 1000 < high and high >= 10_000 and low < 1000 else low
        found.append(Quantity(min(low, high), max(low, high), _unit(reading, index), first))
    return found


def quantities_agree(ours: Reading, theirs: Reading, where: Range) -> bool:
    """Whether no quantity of ours is contradicted: another of the same unit is given and none that meets it."""
    said = quantities(theirs, where)
    for wanted in quantities(ours, Range(0, len(ours.text.tokens))):
        alike = [quantity for quantity in said if quantity.units & wanted.units or quantity.units == wanted.units]
        if alike and not any(wanted.meets(quantity) for quantity in said):
            return False
    return True


def _value(text: str) -> float:
    whole, _, rest = text.partition(".")
    return float(f"{whole}.{rest.replace('.', '')}") if rest else float(whole)


def _scaled(reading: Reading, value: float, index: int) -> tuple[float, int]:
    tokens = reading.text.tokens
    if index < len(tokens) and tokens[index].text in _THOUSANDS:
        return value * 1000, index + 1
    if index < len(tokens) and tokens[index].text in _MILLIONS:
        return value * 1_000_000, index + 1
    return value, index


def _unit(reading: Reading, index: int) -> frozenset[str]:
    """Keys of the word right behind a number."""
    return frozenset(
        key for unit in reading.units if unit.first == index for key, _ in unit.keys if key[0] in "sc"
    ) or frozenset({reading.text.tokens[index].text} if _percent(reading, index) else ())


def _percent(reading: Reading, index: int) -> bool:
    return index < len(reading.text.tokens) and reading.text.tokens[index].text == "%"
