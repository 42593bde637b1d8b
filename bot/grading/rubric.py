"""A question compiled for matching: every statement as weighted terms."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.grading.analysis import Analyser, Reader, span_of
from bot.grading.ellipsis import bare
from bot.grading.polarity import Reach, negated, poles, reaches, trailed
from bot.grading.reading import NAME, PLAIN, Known, Range, Reading, Unit, Word
from bot.grading.standards import standard
from bot.grading.units import Units

KNOWN_WORD = 0.3
"""Share of its weight that a word of the question keeps: whoever answers repeats it (.2 to .7 measure alike)."""
ASIDE = 0.5
"""Share of its weight that a word in brackets keeps: examples and details."""
SHARED_WORD = 0.8
"""How fast a word loses weight with every other point of the question that has it too."""
REPEATED = 0.3
"""Share of its weight that a word keeps when the statement has said it before."""

_BECAUSE = re.compile(r",?\s(?:because|потому что|так как|поскольку|тому що|оскільки|бо)\s", re.IGNORECASE)
_THAT = frozenset({"that", "что", "що"})
_EXPLAINED = frozenset({"—", ":"})
_COMPARATIVE = re.compile("(?:ее|ше|же|ший|ща|ша|іше|іший|іші|іша)$")


Pairs = list[tuple[int, list[int]]]
"""Heads and attributes of the parts of a contrast."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a statement with its weight there, one for all statements of a question that have it alike.

    `rare` tells that no other point of the question and not the question itself has it.
    """

    word: Word
    weight: float
    rare: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of a statement with its weight there, and the number of the clause that it stands in."""

    unit: Unit
    weight: float
    clause: int


@dataclass(frozen=True, eq=False)
class Statement:
    """A sentence that an answer is compared with; its weight is that of all terms.

    `subjects` are its words for what the question is about, `rivals` what else that may be; `implied` is what its
    pronoun or its missing subject stands for.

    Only its terms, where they stand and what is `known` of its tokens are kept: of the hundred wordings of a question
    an answer makes a dozen be looked at closely. What these are asked is worked out of their reading, and forgotten.
    """

    source: str
    reader: Reader
    known: tuple[Known, ...]
    spans: tuple[Range, ...]
    terms: tuple[Term, ...]
    weight: float
    subjects: tuple[Term, ...] = ()
    rivals: tuple[Word, ...] = ()
    implied: tuple[Word, ...] = ()

    @cached_property
    def reading(self) -> Reading:
        """Its reading, kept until many other statements have been looked at."""
        return self.reader.read_for(self, self.source)

    def said(self) -> frozenset[str]:
        """Stems and meanings of its words, parts of identifiers left out."""
        return frozenset(key for term in self.terms for key in term.word.exact)

    def forget(self) -> None:
        """Drop the reading and what was worked out from it."""
        for name in _FORGOTTEN:
            vars(self).pop(name, None)

    @cached_property
    def elliptic(self) -> bool:
        """Whether its subject goes without saying: the question is about one named thing and it is about that."""
        named = any(term.word.weight >= NAME for term in self.subjects)
        return (named or not self.subjects) and not any(rival.weight >= NAME for rival in self.rivals)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Its terms where they stand."""
        opened = _opened(self.reading)
        return tuple(
            Placed(Unit(span.first, span.last, term.word), term.weight, bisect_right(opened, span.first))
            for span, term in zip(self.spans, self.terms, strict=True)
        )

    @cached_property
    def words(self) -> tuple[Placed, ...]:
        """Its terms word by word: those of a set phrase share its weight."""
        return tuple(word for term in self.placed for word in self._words_of(term))

    def _words_of(self, term: Placed) -> list[Placed]:
        inside = [unit for unit in self.reading.units if term.unit.first <= unit.first < term.unit.last]
        if [unit.word.keys for unit in inside] in ([], [term.unit.word.keys]):
            return [term]
        total = sum(unit.weight for unit in inside)
        return [replace(term, unit=unit, weight=term.weight * unit.weight / total) for unit in inside]

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """Words that turn a meaning, and what they reach."""
        return tuple(reaches(self.reading))

    @cached_property
    def negated(self) -> frozenset[int]:
        """Tokens turned by a negation."""
        return negated(self.reading, self.reaches)

    @cached_property
    def standard(self) -> Range | None:
        """Tokens of what it compares with, or puts something before or after; None where it does neither."""
        return standard(self.reading, self.reading.everything)

    @cached_property
    def bare(self) -> frozenset[int]:
        """Tokens of which the predicate of another clause is denied."""
        return bare(self.reading, self.reaches)

    @cached_property
    def trailed(self) -> frozenset[int]:
        """Tokens turned by a negation behind them."""
        return trailed(self.reaches)

    @cached_property
    def poles(self) -> dict[int, dict[str, int]]:
        """Sign by axis for the tokens that speak of a quality."""
        return poles(self.reading)

    @cached_property
    def compares(self) -> bool:
        """Whether it is a comparison by its form: a comparative of a Slavic language needs no "than"."""
        return any(_COMPARATIVE.search(token.text) for token in self.reading.text.tokens)

    @cached_property
    def pairs(self) -> Pairs:
        """First word that only one part of a contrast has, of each part, and the other words that only this part has.

        The words by their places among `words`.
        """
        stems = [[key for key in term.unit.exact if key[0] == "s"] for term in self.words]
        parts: dict[int, list[int]] = {}
        for place, term in enumerate(self.words):
            parts.setdefault(term.clause, []).append(place)
        keys = {part: {key for n in places for key in stems[n]} for part, places in parts.items()}
        pairs = []
        for part, places in parts.items():
            others = {key for other, theirs in keys.items() if other != part for key in theirs}
            own = [n for n in places if others.isdisjoint(stems[n])]
            if len(own) > 1:
                pairs.append((own[0], own[1:]))
        return pairs


_FORGOTTEN = tuple(name for name, value in vars(Statement).items() if isinstance(value, cached_property))


@dataclass(frozen=True, slots=True)
class CompiledPoint:
    """A point with its text first and the accepted phrasings after it; the words of each of its key terms."""

    point: RubricPoint
    statements: tuple[Statement, ...]
    key_terms: tuple[tuple[Word, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledFlag:
    """A red flag: ways to make the claim, what is right, and what merely resembles the claim."""

    flag: Misconception
    claims: tuple[Statement, ...]
    rivals: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """A question ready for matching."""

    question: Question
    title: Reading
    points: tuple[CompiledPoint, ...]
    flags: tuple[CompiledFlag, ...]

    @property
    def wordings(self) -> tuple[tuple[Statement, ...], ...]:
        """All that is known to be said: the wordings of every point, then those of every wrong claim."""
        return (*(point.statements for point in self.points), *(flag.claims for flag in self.flags))


def compile_question(question: Question, analyser: Analyser) -> Rubric:
    """Rubric of a question."""
    reader = Reader(analyser, question.language)
    title = reader.read(f"{question.title}\n{question.prompt}")
    texts = [reader.read(point.text) for point in question.points]
    units = Units()
    compiler = _Compiler(reader, title, texts, _entities(title, texts, units), units)
    points = tuple(
        CompiledPoint(
            point,
            tuple(compiler.wording(each, number) for each in (texts[number], *map(reader.read, point.phrasings))),
            tuple(tuple(unit.word for unit in units.cover(reader.read(term))) for term in point.key_terms),
        )
        for number, point in enumerate(question.points)
    )
    flags = tuple(
        CompiledFlag(
            flag,
            tuple(compiler.claim(reader.read(text)) for text in _wordings(flag)),
            tuple(compiler.claim(reader.read(text)) for text in (flag.correction, *flag.near_misses) if text),
        )
        for flag in question.red_flags
    )
    return Rubric(question, title, points, flags)


def _wordings(flag: Misconception) -> tuple[str, ...]:
    """The claim, what is left of it without its reason ("A is B, because C"), and the phrasings."""
    bare, *reason = _BECAUSE.split(flag.claim, maxsplit=1)
    return (flag.claim, *([bare] if reason else []), *flag.phrasings)


def compile_reply(question: Question, follow_up: FollowUp, analyser: Analyser) -> Statement:
    """The expected reply to a follow-up as a statement; words of the follow-up count less."""
    reader = Reader(analyser, question.language)
    asked = reader.read(f"{question.title}\n{follow_up.question}")
    return _Compiler(reader, asked, (), (), Units()).wording(reader.read(follow_up.answer), 0)


def given(statement: Statement, asked: Reading) -> Statement:
    """The statement with the words that the interviewer had used himself counting less."""
    terms = tuple(
        replace(term, weight=term.weight * KNOWN_WORD) if _known(term.word, asked) else term for term in statement.terms
    )
    return replace(statement, terms=terms, weight=_sum(terms))


def _sum(terms: Iterable[Term]) -> float:
    return sum(term.weight for term in terms)


class _Compiler:
    """Weighs statements against the title of their question, what that is about, and its other points.

    Equal weights, terms and rivals are one object: of a bank they would fill 3 MB.
    """

    def __init__(
        self,
        reader: Reader,
        title: Reading,
        points: Sequence[Reading],
        entities: Sequence[Word],
        units: Units,
    ) -> None:
        self._reader = reader
        self._title = title
        self._entities = entities
        self._units = units
        self._about = frozenset(key for word in entities for key in word.exact)
        self._rest: dict[tuple[Word, ...], tuple[Word, ...]] = {}
        self._weights: dict[float, float] = {}
        self._terms: dict[Term, Term] = {}
        self._owners: dict[str, set[int]] = {}
        for number, point in enumerate(points):
            for key in point.said():
                self._owners.setdefault(key, set()).add(number)

    def wording(self, reading: Reading, number: int) -> Statement:
        """A wording of the point of this number, taken word by word."""
        units = self._units.words(reading)
        return self._statement(reading, units, [self._rivals(unit, number) for unit in units])

    def claim(self, reading: Reading) -> Statement:
        """A claim, taken by its set phrases, which must be said as such."""
        units = self._units.cover(reading)
        return self._statement(reading, units, [0] * len(units))

    def _rivals(self, unit: Unit, number: int) -> int:
        """How many other points have the word too."""
        return len({owner for key in unit.exact for owner in self._owners.get(key, ())} - {number})

    def _statement(self, reading: Reading, units: list[Unit], rivals: list[int]) -> Statement:
        terms = tuple(self._weighted(reading, units, rivals))
        subjects = tuple(term for term in terms if not self._about.isdisjoint(term.word.exact))
        ours = {key for term in terms for key, _ in term.word.keys}
        others = tuple(word for word in self._entities if ours.isdisjoint(key for key, _ in word.keys))
        implied = tuple(word for word in others if word.weight >= NAME) if not subjects else ()
        return Statement(
            reading.text.source,
            self._reader,
            reading.known,
            tuple(span_of(unit.first, unit.last) for unit in units),
            terms,
            _sum(terms),
            subjects,
            self._rest.setdefault(others, others),
            implied,
        )

    def _weighted(self, reading: Reading, units: list[Unit], rivals: list[int]) -> Iterator[Term]:
        depths = _depths(reading)
        seen: set[str] = set()
        for unit, others in zip(units, rivals, strict=True):
            known = KNOWN_WORD if _known(unit.word, self._title) else 1.0
            weight = unit.weight * known * (ASIDE if depths[unit.first] > 0 else 1.0)
            weight /= 1 + SHARED_WORD * others
            weight *= 1.0 if seen.isdisjoint(unit.exact) else REPEATED
            seen.update(unit.exact)
            rare = not others and self._title.words.isdisjoint(unit.exact)
            term = Term(unit.word, self._weights.setdefault(weight, weight), rare)
            yield self._terms.setdefault(term, term)


def _entities(title: Reading, points: Iterable[Reading], units: Units) -> tuple[Word, ...]:
    """What the question is about: words of its title, and identifiers that a point starts with."""
    heads = [cover[0] for cover in map(units.cover, points) if cover and cover[0].weight >= NAME]
    return tuple(unit.word for unit in (*units.cover(title), *heads) if unit.weight >= PLAIN)


def _known(word: Word, title: Reading) -> bool:
    """Whether the question says it: the word itself, or a set phrase by meaning."""
    if word.is_phrase:
        return any(key in title.words for key in word.exact if key[0] == "c")
    return any(key in title.words for key in word.exact if key[0] == "s") or not title.meanings.isdisjoint(word.exact)


def _opened(reading: Reading) -> list[int]:
    """First tokens of the clauses; what "that" opens belongs to the clause before, and what explains a single word."""
    tokens, opened = reading.text.tokens, []
    single = False
    for clause in reading.text.clauses:
        if not single and tokens[clause.first].text not in _THAT:
            opened.append(clause.first)
        words = sum(clause.first <= unit.first < clause.last for unit in reading.units)
        single = words == 1 and tokens[clause.last - 1].text in _EXPLAINED
    return opened


def _depths(reading: Reading) -> list[int]:
    """How many brackets are open before each token."""
    turns = ((token.text == "(") - (token.text == ")") for token in reading.text.tokens)
    return list(accumulate(turns, initial=0))
