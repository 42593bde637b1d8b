"""A question compiled for matching: every statement as weighted terms."""

from dataclasses import dataclass, replace

from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.grading.text import Kind
from bot.grading.units import NAME, PLAIN, Analyser, Reading, Unit

KNOWN_WORD = 0.35
"""Share of its weight that a word of the question keeps: whoever answers repeats it (measured: .30-.45 alike)."""
ASIDE = 0.7
"""Share of its weight that a word in brackets keeps: examples and details."""
FALLBACK = 0.5
"""Closeness of one word of a set phrase to the phrase."""

_BREAKS = frozenset("—;:,.→=()")


@dataclass(frozen=True, slots=True)
class Term:
    """A unit of a statement with its weight there; `segment` is the part between marks that it stands in.

    `rare` tells that no other point of the question and not the question itself has it.
    """

    unit: Unit
    weight: float
    segment: int
    clause: int
    rare: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that an answer is compared with."""

    source: str
    reading: Reading
    terms: tuple[Term, ...]
    subjects: tuple[Term, ...] = ()
    rivals: tuple[Unit, ...] = ()

    @property
    def weight(self) -> float:
        """Weight of all terms."""
        return sum(term.weight for term in self.terms)


@dataclass(frozen=True, slots=True)
class CompiledPoint:
    """A point with its text first and the accepted phrasings after it."""

    point: RubricPoint
    statements: tuple[Statement, ...]


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

    def compiled(text: str, others: list[Reading]) -> Statement:
        return _statement(analyser.read(text, question.language), title, others, entities)

    points = tuple(
        CompiledPoint(
            point,
            tuple(
                compiled(text, [reading for other, reading in enumerate(readings) if other != number])
                for text in (point.text, *point.phrasings)
            ),
        )
        for number, point in enumerate(question.points)
    )
    flags = tuple(
        CompiledFlag(
            flag,
            tuple(compiled(text, []) for text in (flag.claim, *flag.phrasings)),
            tuple(compiled(text, []) for text in (flag.correction, *flag.near_misses) if text),
        )
        for flag in question.red_flags
    )
    return Rubric(question, title, points, flags)


def compile_reply(question: Question, follow_up: FollowUp, analyser: Analyser) -> Statement:
    """The expected reply to a follow-up as a statement; words of the follow-up count less."""
    asked = analyser.read(f"{question.title}\n{follow_up.question}", question.language)
    return _statement(analyser.read(follow_up.answer, question.language), asked, [], ())


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


def _statement(reading: Reading, title: Reading, others: list[Reading], entities: tuple[Unit, ...]) -> Statement:
    common = {key for other in others for key in other.index} | set(title.index)
    terms = []
    for unit in _cover(reading):
        known = _known(unit, title)
        weight = unit.weight * (KNOWN_WORD if known else 1.0) * (ASIDE if _aside(reading, unit) else 1.0)
        rare = not any(key in common for key in _exact(unit))
        terms.append(Term(unit, weight, _segment(reading, unit), _clause(reading, unit), rare))
    subjects = tuple(term for term in terms if any(set(_exact(term.unit)) & set(_exact(unit)) for unit in entities))
    ours = {key for term in terms for key in _exact(term.unit)}
    rivals = tuple(unit for unit in entities if not ours.intersection(_exact(unit)))
    return Statement(reading.text.source, reading, tuple(terms), subjects, rivals)


def _exact(unit: Unit) -> list[str]:
    return [key for key, _ in unit.keys if key[0] in "sc"]


def _known(unit: Unit, title: Reading) -> bool:
    kinds = "c" if unit.last - unit.first > 1 else "s"
    return any(key in title.index for key, _ in unit.keys if key[0] in kinds)


def _clause(reading: Reading, unit: Unit) -> int:
    clauses = reading.text.clauses
    return next(number for number, clause in enumerate(clauses) if unit.first < clause.last)


def _cover(reading: Reading) -> list[Unit]:
    """Units of a statement, set phrases in place of their words; the longest phrase wins."""
    taken: set[int] = set()
    chosen: list[Unit] = []
    for phrase in sorted(reading.phrases, key=lambda unit: (unit.first - unit.last, unit.first)):
        width = set(range(phrase.first, phrase.last))
        words = [unit for unit in reading.units if unit.first in width]
        if words and not width & taken:
            taken |= width
            chosen.append(_with_words(phrase, words))
    chosen.extend(unit for unit in reading.units if unit.first not in taken)
    return sorted(chosen, key=lambda unit: unit.first)


def _with_words(phrase: Unit, words: list[Unit]) -> Unit:
    keys = dict(phrase.keys)
    for word in words:
        for key, _ in word.keys:
            if key[0] == "s":
                keys.setdefault(key, 1.0 if len(words) == 1 else FALLBACK)
    weight = min(sum(word.weight for word in words), 1.5 * NAME)
    return Unit(phrase.first, phrase.last, phrase.text, weight, tuple(keys.items()))


def _aside(reading: Reading, unit: Unit) -> bool:
    before = [token.text for token in reading.text.tokens[: unit.first] if token.kind is Kind.MARK]
    return before.count("(") > before.count(")")


def _segment(reading: Reading, unit: Unit) -> int:
    return sum(token.text in _BREAKS for token in reading.text.tokens[: unit.first])
