"""Texts as the words that carry meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.grading.lexicon import Entry, Sense, Stems
from bot.grading.quantities import Quantity
from bot.grading.text import Text, Token

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


Keys = tuple[tuple[str, float], ...]
"""What something can be matched by, with the closeness of such a match."""


@dataclass(frozen=True, eq=False, slots=True)
class Word:
    """A word, number or set phrase, one for all the places where it is said alike.

    `weight` is its share in a statement; `exact` are the stems and meanings among its keys, parts of identifiers left
    out; `quantity` is what a number counts, the whole range for either end.
    """

    text: str
    weight: float
    keys: Keys
    exact: tuple[str, ...]
    quantity: Quantity | None = None

    @property
    def is_phrase(self) -> bool:
        """Whether it is a set phrase of several words."""
        return " " in self.text

    @classmethod
    def of(cls, text: str, weight: float, keys: Keys, quantity: Quantity | None = None) -> "Word":
        """The word with these keys."""
        exact = tuple(key for key, closeness in keys if key[0] in "sc" and closeness > PART)
        return cls(text, weight, keys, exact, quantity)


@dataclass(frozen=True, eq=False, slots=True)
class Unit:
    """A word where it stands: tokens `first` … `last` (exclusive) of its text."""

    first: int
    last: int
    word: Word

    @property
    def text(self) -> str:
        """The word as it was typed, normalised."""
        return self.word.text

    @property
    def weight(self) -> float:
        """Its share in a statement."""
        return self.word.weight

    @property
    def exact(self) -> tuple[str, ...]:
        """Its stems and meanings, parts of identifiers left out."""
        return self.word.exact


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """What is known of a token by itself: its stems, what it is matched by if it says anything, entries of the tables.

    `exact` are the parts that a short word plays; `concepts` are entries with phrases alone, the rest is in the word.
    """

    token: Token
    stems: Stems
    word: Word | None
    exact: Sequence[Sense]
    parts: Sequence[Entry]
    concepts: Sequence[Entry]
    axes: Sequence[Entry]


@dataclass(frozen=True, eq=False)
class Reading:
    """A text with its units, its set phrases, its numbers, the words that play a part in it by part, its qualities.

    `known` is what is known of each token by itself, `everything` are all its tokens.
    """

    text: Text
    known: tuple[Known, ...]
    units: tuple[Unit, ...]
    phrases: tuple[Unit, ...]
    quantities: tuple[Quantity, ...]
    parts: Mapping[str, tuple[Range, ...]]
    qualities: tuple[Quality, ...]
    everything: Range

    def measure(self, quantity: Quantity) -> frozenset[str]:
        """What a quantity counts: stems and meanings of the word right behind it, or the per cent sign."""
        tokens = self.text.tokens
        if quantity.last < len(tokens) and tokens[quantity.last].text == "%":
            return frozenset({"%"})
        return frozenset(key for unit in self.units if unit.first == quantity.last for key in unit.exact)

    def said(self) -> frozenset[str]:
        """Stems and meanings of whole words, parts of identifiers left out."""
        return frozenset(key for unit in (*self.units, *self.phrases) for key in unit.exact)

    def wordless(self) -> list[Unit]:
        """Set phrases of nothing but small words ("who it is")."""
        told = {unit.first for unit in self.units}
        return [phrase for phrase in self.phrases if told.isdisjoint(range(phrase.first, phrase.last))]

    @cached_property
    def words(self) -> frozenset[str]:
        """The same, remembered: for texts that are asked again and again."""
        return self.said()

    @cached_property
    def meanings(self) -> frozenset[str]:
        """Meanings of set phrases."""
        return frozenset(key for phrase in self.phrases for key in phrase.exact)
