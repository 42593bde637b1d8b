"""What the grader knows of words: meanings shared across languages, opposites, and the parts small words play."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

import snowballstemmer  # type: ignore[import-untyped]

from bot.grading.morphology import cyrillic_stem, english_stem
from bot.grading.text import Kind, tokenise

INFLECTED = 6
"""Letters from which a small word is known by its stem; shorter stems are shared with other words (менее, менять)."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning of a word or phrase: `key` names it, `sign` is the pole for opposites (0 where there is none).

    `close` is below 1 for words that are related and not the same.
    """

    key: str
    sign: int = 0
    close: float = 1.0


class Phrasebook:
    """Senses of words by stem, and of phrases by their first two stems."""

    def __init__(self) -> None:
        self._words: dict[str, list[Sense]] = {}
        self._phrases: dict[tuple[str, str], list[tuple[Stems, Sense]]] = {}

    def add(self, stems: Stems, sense: Sense) -> None:
        """Remember a word or phrase; forms of one word may share a stem."""
        if len(stems) == 1:
            senses = self._words.setdefault(stems[0], [])
            if sense not in senses:
                senses.append(sense)
        elif (stems, sense) not in (known := self._phrases.setdefault((stems[0], stems[1]), [])):
            known.append((stems, sense))

    def word(self, stem: str) -> Sequence[Sense]:
        """Senses of a single word."""
        return self._words.get(stem, ())

    def phrases(self, first: str, second: str) -> Sequence[tuple[Stems, Sense]]:
        """All phrases that begin with these two stems, with their senses."""
        return self._phrases.get((first, second), ())


class Lexicon:
    """The three tables of `data/`, read once (some 60 ms)."""

    def __init__(self) -> None:
        self._english = snowballstemmer.stemmer("english")
        self.concepts = Phrasebook()
        self.axes = Phrasebook()
        self.parts = Phrasebook()
        self.exact: dict[str, list[Sense]] = {}
        self.stop: set[str] = set()
        self.weak: set[str] = set()
        self._load_concepts()
        self._load_axes()
        self._load_particles()

    def _load_concepts(self) -> None:
        for number, line in enumerate(_lines("concepts.tsv")):
            for term in _terms(line):
                close = 0.7 if term.startswith("~") else 1.0
                self._add(self.concepts, term.lstrip("~"), Sense(f"c{number}", close=close))

    def _load_axes(self) -> None:
        for number, line in enumerate(_lines("axes.tsv")):
            for sign, pole in zip((1, -1), line.split("\t"), strict=True):
                for term in _terms(pole):
                    self._add(self.axes, term, Sense(f"a{number}", sign))

    def _load_particles(self) -> None:
        for line in _lines("particles.tsv"):
            part, _, words = line.partition("\t")
            for term in _terms(words):
                if part == "stop":
                    self.stop.add(term)
                elif part == "weak":
                    self.weak.update(self._stem(term))
                elif len(term) < INFLECTED and " " not in term:
                    self.exact.setdefault(term, []).append(Sense(part))
                else:
                    self._add(self.parts, term, Sense(part))

    def _add(self, book: Phrasebook, term: str, sense: Sense) -> None:
        stems = self._stem(term)
        if stems:
            book.add(stems, sense)

    def _stem(self, term: str) -> Stems:
        """Stems of the words of a term, by suffix rules alone: the tables hold dictionary forms."""
        return tuple(
            english_stem(self._english, token.text) if token.text.isascii() else cyrillic_stem(token.text)
            for token in tokenise(term)
            if token.kind is not Kind.MARK or len(term) <= 2
        )


def _lines(name: str) -> Iterator[str]:
    text = (resources.files("bot.grading") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _terms(line: str) -> list[str]:
    return [term.strip() for term in line.split(",") if term.strip()]
