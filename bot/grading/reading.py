"""Texts as the words that carry meaning."""

from dataclasses import dataclass
from functools import cached_property

from bot.grading.quantities import Quantity, quantities
from bot.grading.text import Text

PLAIN, WEAK, NAME, NUMBER = 1.0, 0.4, 1.25, 0.9
"""Weights of a content word, a word that says little, an identifier, and a number."""
LETTER, DIGIT = 0.3, 0.6
"""Weights of a single letter and of a number up to three, which stand for too many things."""
SYNONYM, KINSHIP, POLE = 0.97, 0.92, 0.9
"""Closeness of words of one meaning, of one root or sound, and of one pole: the square is what a match gets."""
PART = 0.65
"""Closeness of a part of an identifier (tcpSocket, tcp)."""
OPPOSITE = 0.45
"""Closeness of a word of the other pole: about the same quality, but the other way."""


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens `first` … `last` (exclusive) of a reading."""

    first: int
    last: int

    def __contains__(self, token: int) -> bool:
        return self.first <= token < self.last

    def holds(self, other: "Range") -> bool:
        """Whether the other is a smaller range inside this one."""
        return self != other and self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Quality:
    """A word or phrase of one pole of an axis of opposites; `sign` is +1 or -1."""

    where: Range
    axis: str
    sign: int


@dataclass(frozen=True, eq=False)
class Unit:
    """A word, number or set phrase: tokens `first` … `last` (exclusive) of its text.

    `keys` are what it can be matched by with the closeness of such a match; `weight` is its share in a statement;
    `quantity` is what a number counts, the whole range for either end.
    """

    first: int
    last: int
    text: str
    weight: float
    keys: tuple[tuple[str, float], ...]
    quantity: Quantity | None = None

    @cached_property
    def exact(self) -> tuple[str, ...]:
        """Stems and meanings, parts of identifiers left out."""
        return tuple(key for key, closeness in self.keys if key[0] in "sc" and closeness > PART)


@dataclass(frozen=True, eq=False)
class Reading:
    """A text with its units, its set phrases, the words that play a part in it by part, and its qualities."""

    text: Text
    stems: tuple[tuple[str, ...], ...]
    units: tuple[Unit, ...]
    phrases: tuple[Unit, ...]
    parts: dict[str, tuple[Range, ...]]
    qualities: tuple[Quality, ...]

    @cached_property
    def index(self) -> dict[str, list[tuple[Unit, float]]]:
        """Units by their keys, made when something is looked for in the text: most statements are only looked for."""
        found: dict[str, list[tuple[Unit, float]]] = {}
        for unit in (*self.units, *self.phrases):
            for key, closeness in unit.keys:
                found.setdefault(key, []).append((unit, closeness))
        return found

    def measure(self, quantity: Quantity) -> frozenset[str]:
        """What a quantity counts: stems and meanings of the word right behind it, or the per cent sign."""
        tokens = self.text.tokens
        if quantity.last < len(tokens) and tokens[quantity.last].text == "%":
            return frozenset({"%"})
        return frozenset(key for unit in self.units if unit.first == quantity.last for key in unit.exact)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers of the text."""
        return quantities(self.text.tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems and meanings of whole words, parts of identifiers left out."""
        return frozenset(key for unit in (*self.units, *self.phrases) for key in unit.exact)

    @cached_property
    def everything(self) -> Range:
        """All tokens."""
        return Range(0, len(self.text.tokens))
