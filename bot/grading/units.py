"""Texts as the words that carry meaning, each with everything it can be matched by."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.domain.language import Language
from bot.grading.lexicon import Lexicon, Phrasebook, Sense
from bot.grading.morphology import Morphology, root
from bot.grading.quantities import Quantity, quantities
from bot.grading.text import Kind, Text, Token, read
from bot.grading.translit import cyrillise, skeleton

PLAIN, WEAK, NAME, NUMBER = 1.0, 0.4, 1.25, 0.9
"""Weights of a content word, a word that says little, an identifier, and a number."""

LETTER, DIGIT = 0.3, 0.6
"""Weights of a single letter and of a number up to three, which stand for too many things."""
LATIN_WORDS, LATIN_SHARE = 3, 0.1
"""Small Russian words in Latin letters, in number and share, from which a text is taken to be typed so."""
EQUALS = frozenset({"=", "==", "≡"})
EQUATION = 4
"""Words of a text that may be an equation."""
KINSHIP, POLE = 0.92, 0.9
"""Closeness of words of one root or sound, and of words of one pole; both sides of a match have it, so it is squared."""
PART = 0.65
"""Closeness of a part of an identifier (tcpSocket, tcp)."""
SILENT = frozenset({"negator", "less", "degree", "than"})
"""Parts of words that turn or grade a meaning and have none themselves."""
OPPOSITE = 0.45
"""Closeness of a word of the other pole: about the same quality, but the other way."""

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}|[A-Z][a-z]+[A-Z]|\d[a-zA-Z]|[a-zA-Z]\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, number or set phrase: tokens `first` … `last` (exclusive) of its text.

    `keys` are what it can be matched by with the closeness of such a match; `weight` is its share in a statement, `quantity` what a number
    counts, its whole range for either end.
    """

    first: int
    last: int
    text: str
    weight: float
    keys: tuple[tuple[str, float], ...]
    quantity: Quantity | None = None

    @property
    def exact(self) -> tuple[str, ...]:
        """Stems and meanings, parts of identifiers left out."""
        return tuple(key for key, closeness in self.keys if key[0] in "sc" and closeness > PART)


@dataclass(frozen=True)
class Reading:
    """A text with its units, and the opposites and parts found in it as (token, width, sense)."""

    text: Text
    stems: tuple[tuple[str, ...], ...]
    units: tuple[Unit, ...]
    phrases: tuple[Unit, ...]
    axes: tuple[tuple[int, int, Sense], ...]
    parts: tuple[tuple[int, int, Sense], ...]
    index: dict[str, list[tuple[Unit, float]]] = field(default_factory=dict)

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


class Analyser:
    """Turns texts into readings."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology

    def read(self, source: str, language: Language) -> Reading:
        """Reading of a text; `language` is the likely one, words of others are known by their letters."""
        text = self._in_own_letters(read(source), language)
        stems = tuple(self._stems(token, language) for token in text.tokens)
        parts = tuple(_find(self._lexicon.parts, stems))
        silent = {token for token, width, sense in parts if sense.key in SILENT and width == 1}
        counted = {
            token: quantity for quantity in quantities(text.tokens) for token in range(quantity.first, quantity.last)
        }
        units = tuple(
            self._unit(token, stems[index], index, counted.get(index))
            for index, token in enumerate(text.tokens)
            if token.kind is not Kind.MARK and token.text not in self._lexicon.stop and index not in silent
        )
        equation = self._equation(text, len(units), language)
        phrases = equation + tuple(
            _phrase(text, *found) for found in _find(self._lexicon.concepts, stems) if found[1] > 1
        )
        reading = Reading(
            text,
            stems,
            units,
            phrases,
            tuple(_find(self._lexicon.axes, stems)),
            parts,
        )
        for unit in (*units, *phrases):
            for key, closeness in unit.keys:
                reading.index.setdefault(key, []).append((unit, closeness))
        return reading

    def _equation(self, text: Text, words: int, language: Language) -> tuple[Unit, ...]:
        """The sign of a text that is nothing but an equation ("liveness = readiness") read as the word for it."""
        signs = [index for index, token in enumerate(text.tokens) if token.text in EQUALS]
        if len(signs) != 1 or not 1 < words <= EQUATION:
            return ()
        index = signs[0]
        word = replace(text.tokens[index], text="same", raw="same", kind=Kind.WORD)
        return (self._unit(word, self._stems(word, language), index, None),)

    def _in_own_letters(self, text: Text, language: Language) -> Text:
        """Russian or Ukrainian typed in Latin letters turned back; known by its small words."""
        if language is Language.EN or not text.tokens:
            return text
        stop = self._lexicon.stop
        ukrainian = language is Language.UK
        native = [cyrillise(token.text, ukrainian=ukrainian) if token.text.isascii() else "" for token in text.tokens]
        small = sum(
            own in stop and token.text not in stop and token.kind is Kind.WORD
            for own, token in zip(native, text.tokens, strict=True)
        )
        if small < LATIN_WORDS or small / len(text.tokens) < LATIN_SHARE:
            return text
        tokens = tuple(
            replace(token, text=own)
            if token.kind is Kind.WORD
            and token.raw.isalpha()
            and token.raw.islower()
            and own
            and not self._known(token.text)
            else token
            for own, token in zip(native, text.tokens, strict=True)
        )
        return replace(text, tokens=tokens)

    def _known(self, word: str) -> bool:
        return bool(self._lexicon.concepts.starting(self._morphology.stems(word, Language.EN)[0]))

    def _stems(self, token: Token, language: Language) -> tuple[str, ...]:
        if token.kind is Kind.WORD:
            return self._morphology.stems(token.text, language)
        return (token.text,)

    def _unit(self, token: Token, stems: tuple[str, ...], index: int, quantity: Quantity | None) -> Unit:
        keys = {f"s:{stem}": 1.0 for stem in stems}
        for stem in stems:
            for phrase, sense in self._lexicon.concepts.starting(stem):
                if len(phrase) == 1:
                    keys[f"c:{sense.key}"] = 0.95 * sense.close
            for phrase, sense in self._lexicon.axes.starting(stem):
                if len(phrase) == 1:
                    keys[f"a:{sense.key}{sense.sign}"] = POLE
                    keys[f"a:{sense.key}{-sense.sign}"] = OPPOSITE
        if token.kind is Kind.NUMBER:
            weight = DIGIT if token.text in {"0", "1", "2", "3"} else NUMBER
            return Unit(index, index + 1, token.text, weight, tuple(keys.items()), quantity)
        if bone := skeleton(token.text if token.text.isascii() else stems[0]):
            keys[f"k:{bone}"] = KINSHIP
        if base := root(stems[0]):
            keys[f"r:{base}"] = KINSHIP
        for part in _camel(token.raw):
            keys.setdefault(f"s:{self._morphology.stems(part, Language.EN)[0]}", PART)
        return Unit(index, index + 1, token.text, self._weight(token, stems), tuple(keys.items()))

    def _weight(self, token: Token, stems: tuple[str, ...]) -> float:
        if any(stem in self._lexicon.weak for stem in stems):
            return WEAK
        if len(token.text) == 1:
            return LETTER
        return NAME if _NAME.search(token.raw) else PLAIN


def _phrase(text: Text, first: int, width: int, sense: Sense) -> Unit:
    words = " ".join(token.text for token in text.tokens[first : first + width])
    return Unit(first, first + width, words, NAME, ((f"c:{sense.key}", 0.95 * sense.close),))


def _find(book: Phrasebook, stems: tuple[tuple[str, ...], ...]) -> list[tuple[int, int, Sense]]:
    """Occurrences of the book's phrases as (token, width, sense)."""
    found = []
    for index, keys in enumerate(stems):
        for key in keys:
            for phrase, sense in book.starting(key):
                width = len(phrase)
                if index + width <= len(stems) and all(phrase[step] in stems[index + step] for step in range(1, width)):
                    found.append((index, width, sense))
    return found


def _camel(raw: str) -> list[str]:
    parts = _CAMEL.findall(raw) if _NAME.search(raw) else []
    return [part.lower() for part in parts if len(part) > 2] if len(parts) > 1 else []
