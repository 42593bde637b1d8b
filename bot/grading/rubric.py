"""A question compiled for matching: every statement as weighted terms."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.grading.analysis import Analyser
from bot.grading.polarity import negated, poles, trailed
from bot.grading.reading import NAME, PLAIN, Reading, Unit
from bot.grading.text import Kind

KNOWN_WORD = 0.3
"""Share of its weight that a word of the question keeps: whoever answers repeats it (.2 to .7 measure alike)."""
ASIDE = 0.5
"""Share of its weight that a word in brackets keeps: examples and details."""
SHARED_WORD = 0.8
"""How fast a word loses weight with every other point of the question that has it too."""
REPEATED = 0.3
"""Share of its weight that a word keeps when the statement has said it before."""
PHRASE = 1.5
"""Most that a set phrase weighs, however many words it has."""
FALLBACK = 0.5
"""Closeness of one word of a set phrase to the phrase."""

_BECAUSE = re.compile(r",?\s(?:because|потому что|так как|поскольку|тому що|оскільки|бо)\s", re.IGNORECASE)
_THAT = frozenset({"that", "что", "що"})
_COMPARATIVE = re.compile("(?:ее|ше|же|ший|ща|ша|іше|іший|іші|іша)$")


@dataclass(frozen=True, slots=True)
class Term:
    """A unit of a statement with its weight there, and the number of the clause that it stands in.

    `rare` tells that no other point of the question and not the question itself has it.
    """

    unit: Unit
    weight: float
    clause: int
    rare: bool = True


@dataclass(frozen=True, eq=False)
class Statement:
    """A sentence that an answer is compared with.

    `subjects` are its words for what the question is about, `rivals` what else that may be; `implied` is what its
    pronoun or its missing subject stands for.
    """

    source: str
    reading: Reading
    terms: tuple[Term, ...]
    subjects: tuple[Term, ...] = ()
    rivals: tuple[Unit, ...] = ()
    implied: tuple[Unit, ...] = ()

    @cached_property
    def elliptic(self) -> bool:
        """Whether its subject goes without saying: the question is about one named thing and it is about that."""
        named = any(term.unit.weight >= NAME for term in self.subjects)
        return (named or not self.subjects) and not any(rival.weight >= NAME for rival in self.rivals)

    @cached_property
    def weight(self) -> float:
        """Weight of all terms."""
        return sum(term.weight for term in self.terms)

    @cached_property
    def negated(self) -> frozenset[int]:
        """Tokens turned by a negation."""
        return negated(self.reading)

    @cached_property
    def trailed(self) -> frozenset[int]:
        """Tokens turned by a negation behind them."""
        return trailed(self.reading)

    @cached_property
    def poles(self) -> dict[int, dict[str, int]]:
        """Sign by axis for the tokens that speak of a quality."""
        return poles(self.reading)

    @cached_property
    def compares(self) -> bool:
        """Whether it is a comparison by its form: a comparative of a Slavic language needs no "than"."""
        return any(_COMPARATIVE.search(token.text) for token in self.reading.text.tokens)


@dataclass(frozen=True, slots=True)
class CompiledPoint:
    """A point with its text first and the accepted phrasings after it; the units of each of its key terms."""

    point: RubricPoint
    statements: tuple[Statement, ...]
    key_terms: tuple[tuple[Unit, ...], ...] = ()


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


def compile_question(question: Question, analyser: Analyser) -> Rubric:
    """Rubric of a question."""
    title = analyser.read(f"{question.title}\n{question.prompt}", question.language)
    readings = [analyser.read(point.text, question.language) for point in question.points]
    entities = _entities(title, readings)

    def wording(text: str, others: list[Reading]) -> Statement:
        reading = analyser.read(text, question.language)
        return _statement(reading, _words(reading), title, others, entities)

    def claim(text: str) -> Statement:
        reading = analyser.read(text, question.language)
        return _statement(reading, _cover(reading), title, [], entities)

    points = tuple(
        CompiledPoint(
            point,
            tuple(
                wording(text, [reading for other, reading in enumerate(readings) if other != number])
                for text in (point.text, *point.phrasings)
            ),
            tuple(tuple(_cover(analyser.read(term, question.language))) for term in point.key_terms),
        )
        for number, point in enumerate(question.points)
    )
    flags = tuple(
        CompiledFlag(
            flag,
            tuple(claim(text) for text in _wordings(flag)),
            tuple(claim(text) for text in (flag.correction, *flag.near_misses) if text),
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
    asked = analyser.read(f"{question.title}\n{follow_up.question}", question.language)
    reading = analyser.read(follow_up.answer, question.language)
    return _statement(reading, _words(reading), asked, [], ())


def given(statement: Statement, asked: Reading) -> Statement:
    """The statement with the words that the interviewer had used himself counting less."""
    terms = tuple(
        replace(term, weight=term.weight * KNOWN_WORD) if _known(term.unit, asked) else term for term in statement.terms
    )
    return replace(statement, terms=terms)


def _entities(title: Reading, points: list[Reading]) -> tuple[Unit, ...]:
    """What the question is about: words of its title, and identifiers that a point starts with."""
    heads = [cover[0] for cover in map(_cover, points) if cover and cover[0].weight >= NAME]
    return tuple(unit for unit in (*_cover(title), *heads) if unit.weight >= PLAIN)


def _statement(
    reading: Reading, units: list[Unit], title: Reading, others: list[Reading], entities: tuple[Unit, ...]
) -> Statement:
    """The units weighted: points are taken word by word, claims by their set phrases, which must be said as such."""
    common = title.words.union(*(other.words for other in others))
    terms: list[Term] = []
    seen: set[str] = set()
    for unit in units:
        known = _known(unit, title)
        weight = unit.weight * (KNOWN_WORD if known else 1.0) * (ASIDE if _aside(reading, unit) else 1.0)
        weight /= 1 + SHARED_WORD * sum(not other.words.isdisjoint(unit.exact) for other in others)
        weight *= 1.0 if seen.isdisjoint(unit.exact) else REPEATED
        seen.update(unit.exact)
        rare = common.isdisjoint(unit.exact)
        terms.append(Term(unit, weight, _clause(reading, unit), rare))
    subjects = tuple(term for term in terms if any(set(term.unit.exact) & set(unit.exact) for unit in entities))
    ours = {key for term in terms for key, _ in term.unit.keys}
    rivals = tuple(unit for unit in entities if ours.isdisjoint(key for key, _ in unit.keys))
    implied = tuple(unit for unit in rivals if unit.weight >= NAME) if not subjects else ()
    return Statement(reading.text.source, reading, tuple(terms), subjects, rivals, implied)


def _known(unit: Unit, title: Reading) -> bool:
    """Whether the question says it: the word itself, or a set phrase by meaning."""
    phrases = {key for phrase in title.phrases for key in phrase.exact}
    stems = [key for key in unit.exact if key[0] == "s"]
    if unit.last - unit.first > 1:
        return not title.words.isdisjoint(key for key in unit.exact if key[0] == "c")
    return any(key in title.words for key in stems) or not phrases.isdisjoint(unit.exact)


def _clause(reading: Reading, unit: Unit) -> int:
    """Number of the clause of a unit; what "that" opens belongs to the clause before."""
    tokens = reading.text.tokens
    opened = [clause.first for clause in reading.text.clauses if tokens[clause.first].text not in _THAT]
    return sum(first <= unit.first for first in opened)


def _words(reading: Reading) -> list[Unit]:
    """Units of a statement word by word; a word of a set phrase is also said by whatever means the phrase."""
    meanings: dict[int, dict[str, float]] = {}
    for phrase in reading.phrases:
        for token in range(phrase.first, phrase.last):
            meanings.setdefault(token, {}).update(phrase.keys)
    words = [
        replace(unit, keys=tuple((meanings.get(unit.first, {}) | dict(unit.keys)).items())) for unit in reading.units
    ]
    told = {unit.first for unit in reading.units}
    silent = [phrase for phrase in reading.phrases if told.isdisjoint(range(phrase.first, phrase.last))]
    return sorted([*words, *silent], key=lambda unit: unit.first)


def _cover(reading: Reading) -> list[Unit]:
    """Units of a statement, set phrases in place of their words; the longest phrase wins."""
    taken: set[int] = set()
    chosen: list[Unit] = []
    for phrase in sorted(reading.phrases, key=lambda unit: (unit.first - unit.last, unit.first)):
        width = set(range(phrase.first, phrase.last))
        words = [unit for unit in reading.units if unit.first in width]
        if not width & taken:
            taken |= width
            chosen.append(_with_words(phrase, words))
    chosen.extend(unit for unit in reading.units if unit.first not in taken)
    return sorted(chosen, key=lambda unit: unit.first)


def _with_words(phrase: Unit, words: list[Unit]) -> Unit:
    keys = dict(phrase.keys)
    for word in words:
        if word.weight >= PLAIN:
            keys.update((key, FALLBACK) for key, _ in word.keys if key[0] == "s")
        keys.update((key, closeness) for key, closeness in word.keys if key[0] == "a")
    weight = min(max(sum(word.weight for word in words), PLAIN), PHRASE)
    return Unit(phrase.first, phrase.last, phrase.text, weight, tuple(keys.items()))


def _aside(reading: Reading, unit: Unit) -> bool:
    before = [token.text for token in reading.text.tokens[: unit.first] if token.kind is Kind.MARK]
    return before.count("(") > before.count(")")
