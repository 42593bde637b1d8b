"""What the grader knows of words: meanings shared across languages, opposites, and the parts small words play."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

import snowballstemmer  # type: ignore[import-untyped]

from bot.grading.morphology import cyrillic_stem, english_stem
from bot.grading.text import Kind, normalise, tokenise

INFLECTED = 6
"""Letters from which a small word is known by its stem; shorter stems are shared with other words (менее, менять)."""

MARK = 2
"""Longest term that may be a mark itself (==)."""
LEADING = '@.(-<?" '
"""Marks that a term may start with."""
RELATED = 0.7
"""Closeness of words marked "~"."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning of a word or phrase: `key` names it, `sign` is the pole for opposites (0 where there is none).

    `close` is below 1 for words that are related and not the same.
    """

    key: str
    sign: int = 0
    close: float = 1.0


_NO_PHRASES: Mapping[str, tuple[tuple[Stems, Sense], ...]] = MappingProxyType({})


@dataclass(eq=False, slots=True)
class Entry:
    """What a stem means: its senses as a word, and those of the phrases that it begins by their second stem."""

    senses: tuple[Sense, ...] = ()
    phrases: Mapping[str, tuple[tuple[Stems, Sense], ...]] = field(default_factory=lambda: _NO_PHRASES)

    def enter(self, stems: Stems, sense: Sense) -> None:
        """Add a word or phrase that begins with the stem; forms of one word may share it."""
        if len(stems) == 1:
            if sense not in self.senses:
                self.senses += (sense,)
        elif (stems, sense) not in (known := self.phrases.get(stems[1], ())):
            self.phrases = {**self.phrases, stems[1]: (*known, (stems, sense))}


class Phrasebook:
    """Entries of words and phrases by their first stem.

    Terms are stemmed when a word with their initials is first looked up: all of them at once take a second.
    """

    def __init__(self, stem: Callable[[str], Iterator[Stems]]) -> None:
        self._stem = stem
        self._unread: dict[str, list[tuple[str, Sense]]] = {}
        self._entries: dict[str, Entry] = {}

    def add(self, term: str, sense: Sense) -> None:
        """Remember a word or phrase."""
        self._unread.setdefault(_initials(term), []).append((term, sense))

    def entry(self, stem: str) -> Entry | None:
        """What a stem means, if anything."""
        for term, sense in self._unread.pop(_initials(stem), ()):
            for stems in self._stem(term):
                self._entries.setdefault(stems[0], Entry()).enter(stems, sense)
        return self._entries.get(stem)

    def word(self, stem: str) -> Sequence[Sense]:
        """Senses of a single word."""
        entry = self.entry(stem)
        return entry.senses if entry else ()


class Lexicon:
    """The tables of `data/`, read once (some 60 ms)."""

    def __init__(self) -> None:
        self._english = snowballstemmer.stemmer("english")
        self.concepts = Phrasebook(self._stems)
        self.axes = Phrasebook(self._stems)
        self.parts = Phrasebook(self._stems)
        self.exact: dict[str, list[Sense]] = {}
        self.stop: set[str] = set()
        self.weak: set[str] = set()
        self._load_concepts()
        self._load_axes()
        self._load_particles()

    def _load_concepts(self) -> None:
        """A line that starts with "+" and the first term of an earlier line adds to that line."""
        keys: dict[str, str] = {}
        for number, terms in enumerate(map(_terms, _concepts())):
            key = keys[terms.pop(0)[1:]] if terms[0].startswith("+") else f"c{number}"
            keys.setdefault(terms[0], key)
            same, related = Sense(key), Sense(key, close=RELATED)
            for term in terms:
                self.concepts.add(term.removeprefix("~"), related if term.startswith("~") else same)

    def _load_axes(self) -> None:
        for number, line in enumerate(_lines(_DATA / "axes.tsv")):
            for sign, pole in zip((1, -1), line.split("\t"), strict=True):
                for term in _terms(pole):
                    close = RELATED if term.startswith("~") else 1.0
                    self.axes.add(term.removeprefix("~"), Sense(f"a{number}", sign, close))

    def _load_particles(self) -> None:
        for line in _lines(_DATA / "particles.tsv"):
            part, _, words = line.partition("\t")
            for term in _terms(words):
                if part == "stop":
                    self.stop.add(term)
                elif part == "weak":
                    self.weak.update(*self._stems(term))
                elif (len(term) < INFLECTED or part == "correction") and " " not in term:
                    self.exact.setdefault(term, []).append(Sense(part))
                else:
                    self.parts.add(term, Sense(part))

    def _stems(self, term: str) -> Iterator[Stems]:
        """Stems of the words of a term, by suffix rules alone: the tables hold dictionary forms.

        Marks between the words (thread-safe, ci/cd) may be typed or not.
        """
        tokens = tokenise(term)
        words = [index for index, token in enumerate(tokens) if token.kind is not Kind.MARK or len(term) <= MARK]
        if words:
            yield tuple(self._stem(tokens[index].text) for index in words)
            if len(words) <= words[-1] - words[0]:
                yield tuple(self._stem(token.text) for token in tokens[words[0] : words[-1] + 1])

    def _stem(self, word: str) -> str:
        return english_stem(self._english, word) if word.isascii() else cyrillic_stem(word)


_DATA = resources.files("bot.grading") / "data"


def _concepts() -> Iterator[str]:
    """Lines of the general table and of the tables of the fields, these by name."""
    fields = sorted((_DATA / "concepts").iterdir(), key=lambda file: file.name)
    for table in (_DATA / "concepts.tsv", *fields):
        yield from _lines(table)


def _lines(table: Traversable) -> Iterator[str]:
    text = normalise(table.read_text(encoding="utf-8"))
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _terms(line: str) -> list[str]:
    return [term for part in line.split(",") if (term := part.strip())]


def _initials(term: str) -> str:
    """The letters that stemming keeps: two, or one before a mark."""
    first = term.replace("'", "").lstrip(LEADING)[:2]
    return first if first.isalpha() else first[:1]
