"""Words to stems: dictionary lemmas for Russian and Ukrainian, suffix rules for all three languages."""

import re
from sys import intern
from typing import Any, Protocol

import snowballstemmer  # type: ignore[import-untyped]
from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

from bot.domain.language import Language

SHORTEST_STEM, SHORTEST_ROOT = 3, 4
"""Letters that must be left: shorter ones are shared by unrelated words."""

_RUSSIAN = re.compile("[ыэъ]")
_UKRAINIAN = re.compile("[іїє']")
_CYRILLIC = re.compile("[а-яіїє]")
_DOER = re.compile(r"([a-z]{4,}(?:er|or))s?")
_REFLEXIVE = re.compile(r"(?:ся|(?<!пи)сь)$")
"""Not of nouns such as запись and подпись."""
_COMPARATIVE = re.compile(r"(?:іш|ейш|айш)(?=(?:ий|ая|ее|ие|а|е|і|их|им|ого|ій|ими)$)")
_ENDINGS = re.compile(
    r"(?:овать|увати|ювати|ировать|ивать|ывать|иями|ьями|"
    r"ями|ами|иях|ием|ией|иею|ією|ого|его|ому|ему|ими|ыми|іми|ать|ять|еть|ить|ыть|ати|яти|іти|ити|"
    r"ует|уют|ует|ають|ають|ють|ують|ает|ают|яет|яют|нуть|нути|ання|ення|іння|ение|ание|ость|ості|"
    r"ях|ах|ям|ам|ею|ою|их|ых|іх|ий|ый|ой|ей|ій|ая|яя|ое|ее|ые|ие|ую|юю|им|ым|ом|ем|єм|ів|ов|ев|єв|ує|ає|яє|"
    r"ут|ют|ит|ят|ет|ил|ал|ав|ив|єш|иш|ия|ія|ію|ії|ию|ии|"
    r"а|я|о|е|є|и|ы|і|ї|у|ю|ь|й)$"
)
_DERIVED = re.compile(
    r"(?:ировк|ізаці|изаци|изац|ізац|аци|аці|ац|иров|ірува|изов|изу|ізу|ова|ува|юва|ыва|ива|ениц|ени|ани|анн|енн|янн|"
    r"тельн|тель|ник|чик|щик|ств|ост|іст|ист|ен|ан|ов|ув|ев|ив|ск|н|к|л|т|в)$"
)
_ENGLISH_DERIVED = re.compile(
    r"(?:ization|isation|ication|ation|ition|iti|ity|ness|ment|ator|able|ably|abl|ible|ibl|ance|ence|anc|enc|ancy|ency|"
    r"ant|ent|ive|iv|ous|ize|ise|iz|al|er|or|ion|ic|at|e|i|y)$"
)


class Morphology(Protocol):
    """Reduces words."""

    def stems(self, word: str, language: Language) -> tuple[str, ...]:
        """What the forms of the word share, the surest first."""
        ...


class DictionaryMorphology:
    """Stems by pymorphy3 and Snowball; a language's dictionary (20 MB) is loaded with its first word.

    Nothing is remembered here, a Cyrillic word takes 50 µs: `Analyser` remembers all that it learns of a word.
    """

    def __init__(self) -> None:
        self._english = snowballstemmer.stemmer("english")
        self._analyzers: dict[Language, MorphAnalyzer] = {}

    def stems(self, word: str, language: Language) -> tuple[str, ...]:
        """Stems of a lower-cased word's lemma and of the word itself, where they differ.

        `language` decides for Cyrillic words that tell no language themselves.
        """
        if not _CYRILLIC.search(word):
            return (english_stem(self._english, word),)
        lemma = cyrillic_stem(self._lemma(word, spoken(word, language)))
        surface = cyrillic_stem(word)
        return (lemma,) if lemma == surface else (lemma, surface)

    def _lemma(self, word: str, language: Language) -> str:
        analyzer = self._analyzers.get(language)
        if analyzer is None:
            analyzer = self._analyzers[language] = MorphAnalyzer(lang=language.value)
        return str(analyzer.parse(word)[0].normal_form).replace("ё", "е").replace("ґ", "г")


def spoken(word: str, language: Language) -> Language:
    """Language of a Cyrillic word by its letters; where they do not tell `language`, and Russian instead of English."""
    if _RUSSIAN.search(word):
        return Language.RU
    if _UKRAINIAN.search(word):
        return Language.UK
    return Language.RU if language is Language.EN else language


def english_stem(stemmer: Any, word: str) -> str:
    """Snowball's stem, except that doers keep their ending: a container is not what contains something.

    Stems are interned: tables and words have the same ones over and over, which would fill 11 MB.
    """
    word = word.removesuffix("'s")
    doer = _DOER.fullmatch(word)
    return intern(doer[1] if doer else str(stemmer.stemWord(word)))


def cyrillic_stem(word: str) -> str:
    """Word without its ending, never shorter than three letters."""
    word = _COMPARATIVE.sub("", _REFLEXIVE.sub("", word.replace("'", "")))
    cut = _ENDINGS.sub("", word)
    return intern(cut if len(cut) >= SHORTEST_STEM else word)


def root(stem: str) -> str:
    """What a stem shares with words derived from it (serialize, serialization), at least four letters; else empty."""
    pattern = _ENGLISH_DERIVED if stem.isascii() else _DERIVED
    cut = pattern.sub("", stem)
    while len(cut) >= SHORTEST_ROOT and cut != stem:
        stem, cut = cut, pattern.sub("", cut)
    return stem if len(stem) >= SHORTEST_ROOT else ""
