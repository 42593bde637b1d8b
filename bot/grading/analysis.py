"""From a text to its reading."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.domain.language import Language
from bot.grading.lexicon import Lexicon, Phrasebook, Sense
from bot.grading.morphology import Morphology, root
from bot.grading.quantities import Quantity, quantities
from bot.grading.reading import (
    DIGIT,
    KINSHIP,
    LETTER,
    NAME,
    NUMBER,
    OPPOSITE,
    PART,
    PLAIN,
    POLE,
    SYNONYM,
    WEAK,
    Quality,
    Range,
    Reading,
    Unit,
)
from bot.grading.text import Kind, Text, Token, read
from bot.grading.translit import cyrillise, skeleton

LATIN_WORDS, LATIN_SHARE = 3, 0.1
"""Small Russian words in Latin letters, in number and share, from which a text is taken to be typed so."""
EQUALS = frozenset({"=", "==", "≡"})
OPERATORS = frozenset({"=="})
"""Marks that are words themselves: what compares references."""
EQUATION = 4
"""Words of a text that may be an equation."""
PART_LENGTH = 3
"""Letters of a part of an identifier that is matched by itself."""
SILENT = ("negator", "less", "degree", "than")
"""Parts of words that turn or grade a meaning and have none themselves."""

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}|[A-Z][a-z]+[A-Z]|\d[a-zA-Z]|[a-zA-Z]\d")

CACHE_LIMIT = 20_000
"""Words kept with what they can be matched by, some 1 kB each."""

Keys = tuple[tuple[str, float], ...]
Found = tuple[Range, Sense]


class Analyser:
    """Turns texts into readings."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology
        self._words: dict[tuple[str, str, tuple[str, ...]], tuple[float, Keys]] = {}

    def read(self, source: str, language: Language) -> Reading:
        """Reading of a text; `language` is the likely one, words of others are known by their letters."""
        text = self._in_own_letters(read(source), language)
        stems = tuple(self._stems(token, language) for token in text.tokens)
        parts = _parts(self._exact(text) + _find(self._lexicon.parts, stems))
        silent = {span.first for part in SILENT for span in parts.get(part, ()) if span.last - span.first == 1}
        counted = {
            token: quantity for quantity in quantities(text.tokens) for token in range(quantity.first, quantity.last)
        }
        units = tuple(
            self._unit(token, stems[index], index, counted.get(index))
            for index, token in enumerate(text.tokens)
            if _says(token) and token.text not in self._lexicon.stop and index not in silent
        )
        equation = self._equation(text, len(units), language)
        phrases = equation + tuple(
            _phrase(text, span, sense)
            for span, sense in _find(self._lexicon.concepts, stems)
            if span.last - span.first > 1
        )
        return Reading(text, stems, units, phrases, parts, _qualities(_find(self._lexicon.axes, stems), parts))

    def _exact(self, text: Text) -> list[Found]:
        """Short words that play a part."""
        exact = self._lexicon.exact
        return [
            (Range(index, index + 1), sense)
            for index, token in enumerate(text.tokens)
            for sense in exact.get(token.text, ())
        ]

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
        return bool(self._lexicon.concepts.word(self._morphology.stems(word, Language.EN)[0]))

    def _stems(self, token: Token, language: Language) -> tuple[str, ...]:
        if token.kind is Kind.WORD:
            return self._morphology.stems(token.text, language)
        return (token.text,)

    def _unit(self, token: Token, stems: tuple[str, ...], index: int, quantity: Quantity | None) -> Unit:
        key = token.text, token.raw, stems
        known = self._words.get(key)
        if known is None:
            if len(self._words) >= CACHE_LIMIT:
                self._words.clear()
            known = self._words[key] = self._weight(token, stems), tuple(self._keys(token, stems).items())
        weight, keys = known
        return Unit(index, index + 1, token.text, weight, keys, quantity)

    def _keys(self, token: Token, stems: tuple[str, ...]) -> dict[str, float]:
        """Everything a word can be matched by, the closest first."""
        keys = {f"s:{stem}": 1.0 for stem in stems}
        for stem in stems:
            keys.update(self._senses(stem))
        if token.kind is Kind.NUMBER:
            return keys
        if bone := skeleton(token.text if token.text.isascii() else stems[0]):
            keys[f"k:{bone}"] = KINSHIP
        if base := root(stems[0]):
            keys[f"r:{base}"] = KINSHIP
        for part in _camel(token.raw):
            keys.setdefault(f"s:{self._morphology.stems(part, Language.EN)[0]}", PART)
        return keys

    def _senses(self, stem: str) -> dict[str, float]:
        keys = {}
        for sense in self._lexicon.concepts.word(stem):
            keys[f"c:{sense.key}"] = SYNONYM * sense.close
        for sense in self._lexicon.axes.word(stem):
            keys[f"a:{sense.key}{sense.sign}"] = POLE
            keys[f"a:{sense.key}{-sense.sign}"] = OPPOSITE
        return keys

    def _weight(self, token: Token, stems: tuple[str, ...]) -> float:
        if token.kind is Kind.NUMBER:
            return DIGIT if token.text in {"0", "1", "2", "3"} else NUMBER
        if any(stem in self._lexicon.weak for stem in stems):
            return WEAK
        if len(token.text) == 1:
            return LETTER
        return NAME if _NAME.search(token.raw) else PLAIN


def _says(token: Token) -> bool:
    return token.kind is not Kind.MARK or token.text in OPERATORS


def _phrase(text: Text, span: Range, sense: Sense) -> Unit:
    words = " ".join(token.text for token in text.tokens[span.first : span.last])
    return Unit(span.first, span.last, words, NAME, ((f"c:{sense.key}", SYNONYM * sense.close),))


def _find(book: Phrasebook, stems: tuple[tuple[str, ...], ...]) -> list[Found]:
    """Occurrences of the book's words and phrases."""
    found = []
    for index, keys in enumerate(stems):
        for key in keys:
            found += [(Range(index, index + 1), sense) for sense in book.word(key)]
            for second in stems[index + 1] if index + 1 < len(stems) else ():
                for phrase, sense in book.phrases(key, second):
                    last = index + len(phrase)
                    if _continues(phrase, stems[index:last]):
                        found.append((Range(index, last), sense))
    return found


def _continues(phrase: tuple[str, ...], stems: tuple[tuple[str, ...], ...]) -> bool:
    return len(stems) == len(phrase) and all(stem in keys for stem, keys in zip(phrase, stems, strict=True))


def _parts(found: list[Found]) -> dict[str, tuple[Range, ...]]:
    """Words by the part they play; a longer phrase of any part silences the words in it."""
    parts: dict[str, set[Range]] = {}
    for span, sense in _longest(found):
        parts.setdefault(sense.key, set()).add(span)
    return {part: tuple(sorted(spans, key=lambda span: span.first)) for part, spans in parts.items()}


def _qualities(found: list[Found], parts: dict[str, tuple[Range, ...]]) -> tuple[Quality, ...]:
    """Words at poles; "more" and "less" before another quality only grade it."""
    longest = list(_longest(found))
    starts = {span.first for span, _ in longest}
    grading = {span for part in ("less", "degree") for span in parts.get(part, ()) if span.last in starts}
    return tuple(Quality(span, sense.key, sense.sign) for span, sense in longest if span not in grading)


def _longest(found: list[Found]) -> Iterable[Found]:
    phrases = [span for span, _ in found if span.last - span.first > 1]
    return (entry for entry in found if not any(phrase.holds(entry[0]) for phrase in phrases))


def _camel(raw: str) -> list[str]:
    parts = _CAMEL.findall(raw) if _NAME.search(raw) else []
    return [part.lower() for part in parts if len(part) >= PART_LENGTH] if len(parts) > 1 else []
