"""Recognises what announces a part of a page, with tolerance for marks, misspellings and new wordings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from bot.bank.pages.lines import without_emoji
from bot.bank.pages.vocabulary import BESIDE_LEVEL, LEVELS, LIKELY, PHRASES, SHEET, SURE, Part
from bot.domain.language import Language, Level

FUZZY: Final = 88
"""Likeness (0-100, rapidfuzz ratio) from which a label counts as a phrase misspelt: one slip in eight letters."""

MAX_WORDS: Final = 8
"""A label is never longer."""

LIKELY_WORDS: Final = 5
"""Nor one that is recognised by a word which may mean something else."""

_PARENTHESES = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_MARKS = re.compile(r"<[^<>]{1,80}>|[*_`#~|:：«»\"“”„!?.…>-]+|\s[–—]+\s*$")
_TYPED_APOSTROPHE = re.compile(r"(?<=[А-Яа-яІіЇїЄєҐґ])[`*](?=[А-Яа-яІіЇїЄєҐґ])")
_FOLDED = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "´": "'", "ʹ": "'", "ё": "е", "\u0301": None})


@dataclass(frozen=True, slots=True)
class Label:
    """What a label announces, and in which language."""

    part: Part
    language: Language


def normalise(text: str) -> str:
    """Lower-case words of a label: no marks, no emoji, no number in front; one kind of apostrophe."""
    bare = _MARKS.sub(" ", without_emoji(_TYPED_APOSTROPHE.sub("'", text)))
    words = bare.lower().translate(_FOLDED).split()
    while words and words[0].isdigit():
        words.pop(0)
    return " ".join(words)


def _bare(text: str) -> str:
    """The same without what stands in parentheses, unless nothing else is left."""
    return normalise(_PARENTHESES.sub(" ", text)) or normalise(text)


def _phrases(block: str) -> Iterator[str]:
    return (normalise(phrase) for phrase in re.split(r"[,\n]", block) if phrase.strip())


_KNOWN: Final = {phrase: Label(*key) for key, block in PHRASES.items() for phrase in _phrases(block)}
_SHEETS: Final = tuple(_phrases(SHEET))
_LEVELS: Final = {word: level for level, words in LEVELS.items() for word in words.split()}
_BESIDE_LEVEL: Final = frozenset(BESIDE_LEVEL.split())


def label_of(text: str, *, decorated: bool = True) -> Label | None:
    """Label that the text is, or None; misspellings and additions in parentheses are forgiven.

    Only what is `decorated` (a heading, bold, before a colon) may be a label of new wording.
    """
    bare = _bare(text)
    words = len(bare.split())
    if not bare or words > MAX_WORDS:
        return None
    for wording in (bare, normalise(text)):
        if wording in _KNOWN:
            return _KNOWN[wording]
    if best := process.extractOne(bare, _KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=FUZZY):
        return _KNOWN[best[0]]
    if not decorated:
        return None
    return _by_keyword(bare, SURE) or (_by_keyword(bare, LIKELY) if words <= LIKELY_WORDS else None)


def is_unmistakable(text: str) -> bool:
    """Whether a label is one of a cheat sheet wherever it stands; `key points` may be said in any text."""
    label = _by_keyword(_bare(text), SURE)
    return label is not None and label.part is not Part.RELATED


def _by_keyword(bare: str, patterns: Mapping[Part, str]) -> Label | None:
    part = next((part for part, pattern in patterns.items() if re.search(pattern, bare)), None)
    return None if part is None else Label(part, _language_of(bare))


def _language_of(bare: str) -> Language:
    if not re.search("[а-яіїєґ]", bare):
        return Language.EN
    return Language.UK if re.search("[іїєґ']", bare) else Language.RU


def is_sheet(text: str) -> bool:
    """Whether a heading opens a cheat sheet."""
    return process.extractOne(_bare(text), _SHEETS, scorer=fuzz.ratio, score_cutoff=FUZZY) is not None


def begins_as_sheet(text: str) -> bool:
    """Whether a heading is that of a cheat sheet with a subject added: `Cheat sheet: HashMap`."""
    return is_sheet(_head(text))


def level_of(text: str) -> Level | None:
    """Level that a heading opens: it names one, and has no other words (or none before a dash or colon) but `level`."""
    named = [word for word in _words(text) if word in _LEVELS]
    for part in (text, _head(text)):
        words = _words(part)
        if len(named) == 1 and named[0] in words and all(word in _LEVELS or word in _BESIDE_LEVEL for word in words):
            return _LEVELS[named[0]]
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", _bare(text))


def _head(text: str) -> str:
    """What stands before the first colon or dash."""
    return re.split(r"\s[—–-]+\s|:", text, maxsplit=1)[0]
