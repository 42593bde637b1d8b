"""From a text to its reading."""

import re
from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from bot.domain.language import Language
from bot.grading.lexicon import Entry, Lexicon, Phrasebook, Sense, Stems
from bot.grading.morphology import Morphology, root
from bot.grading.quantities import quantities
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
    Known,
    Quality,
    Range,
    Reading,
    Unit,
    Word,
)
from bot.grading.text import Kind, Text, Token, read, respelt
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
_CAPITALS = re.compile(r"[A-Z]{3,}")
_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}|[A-Z][a-z]+[A-Z]|\d[a-zA-Z]|[a-zA-Z]\d")

CACHE_LIMIT = 40_000
"""Words kept with what they can be matched by, some 1 kB each; the shipped bank has 20,000 forms."""

READ_FOR = 6_000
"""Texts whose readings their owners keep, some 5 kB each with what is worked out of them.

As many as all examples of the shipped bank ask for: an answer takes as long as if all were kept. With 1,000 it takes
half as long again where questions come at random, and 20 MB less.
"""

_Thing = TypeVar("_Thing", bound=Hashable)
Found = tuple[Range, Sense]


class Forgetful(Protocol):
    """Keeps a reading for a while."""

    def forget(self) -> None:
        """Drop the reading."""
        ...


class Analyser:
    """Turns texts into readings."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology
        self._known: dict[Language, dict[Token, Known]] = {language: {} for language in Language}
        self._shared: dict[Any, Any] = {}
        self._owners: deque[Forgetful] = deque()

    def read_for(self, owner: Forgetful, source: str, language: Language) -> Reading:
        """Reading that its owner forgets when `READ_FOR` others have been read for theirs."""
        self._owners.append(owner)
        if len(self._owners) > READ_FOR:
            self._owners.popleft().forget()
        return self.read(source, language)

    def read(self, source: str, language: Language) -> Reading:
        """Reading of a text; `language` is the likely one, words of others are known by their letters."""
        text = self._in_own_letters(read(source), language)
        words = [self._look_up(token, language) for token in text.tokens]
        stems = [word.stems for word in words]
        parts = _parts(_exact(words) + _find([word.parts for word in words], stems))
        silent = {span.first for part in SILENT for span in parts.get(part, ()) if span.last - span.first == 1}
        numbers = quantities(text.tokens)
        counted = {token: number for number in numbers for token in range(number.first, number.last)}
        units = tuple(
            Unit(index, index + 1, replace(word, quantity=counted[index]) if index in counted else word)
            for index, word in enumerate(known.word for known in words)
            if word and index not in silent
        )
        phrases = self._equation(text, len(units), language) + _phrases(text, [word.concepts for word in words], stems)
        qualities = _qualities(_find([word.axes for word in words], stems), parts)
        return Reading(text, tuple(words), units, phrases, numbers, parts, qualities, span_of(0, len(words)))

    def _look_up(self, token: Token, language: Language) -> Known:
        remembered = self._known[Language.EN if token.text.isascii() else language]
        known = remembered.get(token)
        if known is None:
            if len(remembered) >= CACHE_LIMIT:
                remembered.clear()
                self._shared.clear()
            known = remembered[token] = self._learn(token, language)
        return known

    def _learn(self, token: Token, language: Language) -> Known:
        lexicon, stems = self._lexicon, self._one(self._stems(token, language))
        return Known(
            token,
            stems,
            self._word(token, stems) if _says(token) and token.text not in lexicon.stop else None,
            lexicon.exact.get(token.text, ()),
            _entries(lexicon.parts, stems),
            tuple(entry for entry in _entries(lexicon.concepts, stems) if entry.phrases),
            _entries(lexicon.axes, stems),
        )

    def _equation(self, text: Text, words: int, language: Language) -> tuple[Unit, ...]:
        """The sign of a text that is nothing but an equation ("liveness = readiness") read as the word for it."""
        signs = [index for index, token in enumerate(text.tokens) if token.text in EQUALS]
        if len(signs) != 1 or not 1 < words <= EQUATION:
            return ()
        index = signs[0]
        word = replace(text.tokens[index], text="same", raw="same", kind=Kind.WORD)
        return (Unit(index, index + 1, self._word(word, self._stems(word, language))),)

    def _in_own_letters(self, text: Text, language: Language) -> Text:
        """Russian or Ukrainian typed in Latin letters turned back; known by its small words."""
        if language is Language.EN or not text.tokens:
            return text
        stop = self._lexicon.stop
        ukrainian = language is Language.UK
        native = [
            cyrillise(token.text, ukrainian=ukrainian) if token.kind is Kind.WORD and token.text.isascii() else ""
            for token in text.tokens
        ]
        small = sum(own in stop and token.text not in stop for own, token in zip(native, text.tokens, strict=True))
        if small < LATIN_WORDS or small / len(text.tokens) < LATIN_SHARE:
            return text
        tokens = tuple(
            respelt(token, own)
            if own and token.raw.isalpha() and token.raw.islower() and not self._has_meaning(token.text)
            else token
            for own, token in zip(native, text.tokens, strict=True)
        )
        return replace(text, tokens=tokens)

    def _has_meaning(self, word: str) -> bool:
        return bool(self._lexicon.concepts.word(self._morphology.stems(word, Language.EN)[0]))

    def _stems(self, token: Token, language: Language) -> tuple[str, ...]:
        if token.kind is Kind.WORD:
            return self._morphology.stems(token.text, language)
        return (token.text,)

    def _word(self, token: Token, stems: Stems) -> Word:
        keys = self._one(tuple(map(self._one, self._keys(token, stems).items())))
        return Word.of(token.text, self._weight(token, stems), keys)

    def _one(self, thing: _Thing) -> _Thing:
        """One copy of equal things: forms of a word share their stems, and what they are matched by."""
        shared: _Thing = self._shared.setdefault(thing, thing)
        return shared

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
            if sense.close < 1:
                continue
            keys[f"a:{sense.key}{sense.sign}"] = POLE
            keys[f"a:{sense.key}{-sense.sign}"] = OPPOSITE
        return keys

    def _weight(self, token: Token, stems: tuple[str, ...]) -> float:
        if token.kind is Kind.NUMBER:
            return DIGIT if token.text in {"0", "1", "2", "3"} else NUMBER
        # PUT is the name of a method, put a small word.
        if any(stem in self._lexicon.weak for stem in stems) and not _CAPITALS.fullmatch(token.raw):
            return WEAK
        if len(token.text) == 1:
            return LETTER
        return NAME if _NAME.search(token.raw) else PLAIN


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the texts of a question, all in its language."""

    analyser: Analyser
    language: Language

    def read(self, text: str) -> Reading:
        """Reading of a text."""
        return self.analyser.read(text, self.language)

    def read_for(self, owner: Forgetful, text: str) -> Reading:
        """Reading that its owner keeps for a while."""
        return self.analyser.read_for(owner, text, self.language)


def _says(token: Token) -> bool:
    return token.kind is not Kind.MARK or token.text in OPERATORS


@lru_cache(maxsize=CACHE_LIMIT)
def span_of(first: int, last: int) -> Range:
    """One copy of a range for all the texts that have it."""
    return Range(first, last)


def _entries(book: Phrasebook, stems: Stems) -> tuple[Entry, ...]:
    return tuple(entry for stem in stems if (entry := book.entry(stem)))


def _exact(words: Sequence[Known]) -> list[Found]:
    """Short words that play a part."""
    return [(span_of(index, index + 1), sense) for index, word in enumerate(words) for sense in word.exact]


def _phrases(text: Text, entries: Sequence[Sequence[Entry]], stems: Sequence[Stems]) -> tuple[Unit, ...]:
    """Set phrases that have a meaning."""
    begun = [(index, entry) for index, each in enumerate(entries) for entry in each]
    return tuple(_phrase(text, span, sense) for index, entry in begun for span, sense in _begun(entry, index, stems))


def _phrase(text: Text, span: Range, sense: Sense) -> Unit:
    words = " ".join(token.text for token in text.tokens[span.first : span.last])
    return Unit(span.first, span.last, _meaning(words, sense.key, sense.close))


@lru_cache(maxsize=CACHE_LIMIT)
def _meaning(words: str, key: str, close: float) -> Word:
    """One copy of a set phrase for all the texts that have it."""
    return Word.of(words, NAME, ((f"c:{key}", SYNONYM * close),))


def _find(entries: Sequence[Sequence[Entry]], stems: Sequence[Stems]) -> list[Found]:
    """Occurrences of a table's words and phrases; `entries` are those of each token."""
    found: list[Found] = []
    for index, begun in enumerate(entries):
        for entry in begun:
            found += [(span_of(index, index + 1), sense) for sense in entry.senses]
            found += _begun(entry, index, stems)
    return found


def _begun(entry: Entry, index: int, stems: Sequence[Stems]) -> list[Found]:
    """Phrases of an entry that begin at a token."""
    if not entry.phrases or index + 1 == len(stems) or entry.phrases.keys().isdisjoint(stems[index + 1]):
        return []
    seconds = [entry.phrases[second] for second in stems[index + 1] if second in entry.phrases]
    begun = [(span_of(index, index + len(phrase)), phrase, sense) for second in seconds for phrase, sense in second]
    return [(span, sense) for span, phrase, sense in begun if _continues(phrase, stems[span.first : span.last])]


def _continues(phrase: Stems, stems: Sequence[Stems]) -> bool:
    return len(stems) == len(phrase) and all(stem in keys for stem, keys in zip(phrase, stems, strict=True))


def _parts(found: list[Found]) -> Mapping[str, tuple[Range, ...]]:
    """Words by the part they play; a longer phrase of any part silences the words in it."""
    parts: dict[str, set[tuple[int, int]]] = {}
    for span, sense in _longest(found):
        parts.setdefault(sense.key, set()).add((span.first, span.last))
    return {part: tuple(span_of(*span) for span in sorted(spans)) for part, spans in parts.items()}


def _qualities(found: list[Found], parts: Mapping[str, tuple[Range, ...]]) -> tuple[Quality, ...]:
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
