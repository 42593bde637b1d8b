"""Texts as the words that carry meaning, each with everything it can be matched by."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.language import Language
from bot.grading.lexicon import Lexicon, Phrasebook, Sense
from bot.grading.morphology import Morphology, root
from bot.grading.text import Kind, Text, Token, read
from bot.grading.translit import skeleton

PLAIN, WEAK, NAME, NUMBER = 1.0, 0.4, 1.25, 0.9
"""Weights of a content word, a word that says little, an identifier, and a number."""

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}|[A-Z][a-z]+[A-Z]|\d[a-zA-Z]|[a-zA-Z]\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, number or set phrase: tokens `first` … `last` (exclusive) of its text.

    `keys` are what it can be matched by with the closeness of such a match; `weight` is its share in a statement.
    """

    first: int
    last: int
    text: str
    weight: float
    keys: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Reading:
    """A text with its units, and the opposites and parts found in it as (token, width, sense)."""

    text: Text
    stems: tuple[tuple[str, ...], ...]
    units: tuple[Unit, ...]
    phrases: tuple[Unit, ...]
    axes: tuple[tuple[int, int, Sense], ...]
    parts: tuple[tuple[int, int, Sense], ...]
    index: dict[str, list[Unit]] = field(default_factory=dict)

    @cached_property
    def content(self) -> frozenset[str]:
        """All keys of the text."""
        return frozenset(self.index)


class Analyser:
    """Turns texts into readings."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology

    def read(self, source: str, language: Language) -> Reading:
        """Reading of a text; `language` is the likely one, words of others are known by their letters."""
        text = read(source)
        stems = tuple(self._stems(token, language) for token in text.tokens)
        units = tuple(
            self._unit(token, stems[index], index)
            for index, token in enumerate(text.tokens)
            if token.kind is not Kind.MARK and token.text not in self._lexicon.stop
        )
        phrases = tuple(_phrase(text, *found) for found in _find(self._lexicon.concepts, stems) if found[1] > 1)
        reading = Reading(
            text,
            stems,
            units,
            phrases,
            tuple(_find(self._lexicon.axes, stems)),
            tuple(_find(self._lexicon.parts, stems)),
        )
        for unit in (*units, *phrases):
            for key, _ in unit.keys:
                reading.index.setdefault(key, []).append(unit)
        return reading

    def _stems(self, token: Token, language: Language) -> tuple[str, ...]:
        if token.kind is Kind.WORD:
            return self._morphology.stems(token.text, language)
        return (token.text,)

    def _unit(self, token: Token, stems: tuple[str, ...], index: int) -> Unit:
        keys = {f"s:{stem}": 1.0 for stem in stems}
        for stem in stems:
            for phrase, sense in self._lexicon.concepts.starting(stem):
                if len(phrase) == 1:
                    keys[f"c:{sense.key}"] = 0.95 * sense.close
            for phrase, sense in self._lexicon.axes.starting(stem):
                if len(phrase) == 1:
                    keys[f"a:{sense.key}"] = 0.8
        if token.kind is Kind.NUMBER:
            return Unit(index, index + 1, token.text, NUMBER, tuple(keys.items()))
        if bone := skeleton(token.text if token.text.isascii() else stems[0]):
            keys[f"k:{bone}"] = 0.85
        if base := root(stems[0]):
            keys[f"r:{base}"] = 0.85
        for part in _camel(token.raw):
            keys.setdefault(f"p:{self._morphology.stems(part, Language.EN)[0]}", 0.5)
        return Unit(index, index + 1, token.text, self._weight(token, stems), tuple(keys.items()))

    def _weight(self, token: Token, stems: tuple[str, ...]) -> float:
        if any(stem in self._lexicon.weak for stem in stems):
            return WEAK
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
