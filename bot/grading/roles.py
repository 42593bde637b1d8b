"""Who does what: attributes given to another, subjects set against each other, numbers that differ."""

from bot.grading.alignment import Aligned, places
from bot.grading.matching import Answer
from bot.grading.orders import swapped
from bot.grading.reading import WEAK, Range
from bot.grading.rubric import Pairs, Statement
from bot.grading.text import Clause

CONTRAST = 2
"""Subjects that a contrast needs."""


def roles_kept(statement: Statement, answer: Answer, sentence: Range, where: Range, words: tuple[Aligned, ...]) -> str:
    """Empty when numbers, subject and pairs are those of the statement; else the reason, a key of `reasons.reason`."""
    if _other_number(statement, answer, where):
        return "other number"
    if _other_subject(statement, answer, sentence) or _other_head(answer, words):
        return "other subject"
    exchanged = _mispaired(statement.pairs, words) or swapped(statement, answer, words)
    return "exchanged" if exchanged else ""


def _other_number(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether for a number of the statement another of the same measure is given and none that meets it."""
    ours, theirs = statement.reading, answer.reading
    said = [quantity for quantity in theirs.quantities if quantity.first in where]
    for wanted in ours.quantities:
        measure = ours.measure(wanted)
        alike = [q for q in said if measure & theirs.measure(q) or not (measure or theirs.measure(q))]
        if alike and not any(wanted.meets(quantity) for quantity in said):
            return True
    return False


def _other_subject(statement: Statement, answer: Answer, sentence: Range) -> bool:
    """Whether what is said of the statement's subject is said here of a rival of it.

    A word belongs to the nearest subject or rival before it in the sentence, or behind it where none stands before.
    Where no subject is named a rival is spoken of if it begins the sentence.
    """
    if not statement.subjects:
        return False
    subjects = {id(term) for term in statement.subjects}
    heads = [(token, 1) for term in statement.subjects for token in places(term.word, answer, sentence)]
    heads += [(token, 0) for rival in statement.rivals for token in answer.places(rival) if token in sentence]
    if all(mine for _, mine in heads):
        return False
    if not any(mine for _, mine in heads):
        return min(heads)[0] == next((unit.first for unit in answer.reading.units if unit.first in sentence), None)
    balance = 0.0
    for term in statement.terms:
        owners = {_owner(token, heads) for token in places(term.word, answer, sentence)}
        if owners and id(term) not in subjects:
            balance += term.weight if 1 in owners else -term.weight
    return balance < 0


def _other_head(answer: Answer, words: tuple[Aligned, ...]) -> bool:
    """Whether the statement's first word begins a later clause, and the rest is said before of something else.

    A clause that has no other word names what was meant before.
    """
    if len(words) < CONTRAST or len({entry.word.clause for entry in words}) > 1:
        return False
    head, *rest = words
    if not head.places or any(token in answer.bare for token in head.places):
        return False
    clauses = {answer.clause_of[token] for token in head.places}
    apart = [entry for entry in rest if entry.places and clauses.isdisjoint(_clauses_of(entry, answer))]
    said = [number for entry in apart for number in _clauses_of(entry, answer)]
    beside = sum(entry.word.weight for entry in rest if entry.places and entry not in apart)
    if not said or max(said) >= min(clauses) or beside >= sum(entry.word.weight for entry in apart):
        return False
    beginning = _clause(answer, min(clauses))
    if answer.spoken(Range(beginning.first, beginning.last)) <= 1:
        return False
    before = _clause(answer, max(set(said), key=said.count))
    aligned = {token for entry in words for token in entry.places}
    first = min((token for token in aligned if before.first <= token < before.last), default=before.last)
    return any(
        before.first <= unit.first < first and unit.weight > WEAK for unit in answer.reading.units
    ) or _contrasts(answer, beginning)


def _clauses_of(entry: Aligned, answer: Answer) -> set[int]:
    return {answer.clause_of[token] for token in entry.places}


def _contrasts(answer: Answer, clause: Clause) -> bool:
    opening = range(clause.first, clause.first + 1)
    return any(span.first in opening for span in answer.reading.parts.get("contrast", ()))


def _clause(answer: Answer, number: int) -> Clause:
    return answer.reading.text.clauses[number]


def _mispaired(pairs: Pairs, words: tuple[Aligned, ...]) -> bool:
    """Whether attributes of contrasted subjects ("A starts in seconds, B in minutes") went to the other subject."""
    if len(pairs) < CONTRAST:
        return False
    heads = [(token, number) for number, (head, _) in enumerate(pairs) for token in words[head].places]
    if len({number for _, number in heads}) < CONTRAST:
        return False
    balance = 0
    for number, (_, attributes) in enumerate(pairs):
        for attribute in attributes:
            owners = {_owner(token, heads) for token in words[attribute].places}
            if owners:
                balance += 1 if number in owners else -1
    return balance < 0


def _owner(token: int, heads: list[tuple[int, int]]) -> int:
    before = [head for head in heads if head[0] < token]
    return max(before)[1] if before else min(heads)[1]
