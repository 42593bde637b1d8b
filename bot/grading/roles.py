"""Who does what to whom: comparisons turned round, attributes given to another, numbers that differ."""

from bot.grading.matching import Answer
from bot.grading.polarity import axes_in, marks
from bot.grading.reading import Range
from bot.grading.rubric import Statement, Term

CONTRAST = 2
"""Subjects that a contrast needs."""


def roles_kept(statement: Statement, answer: Answer, sentence: Range, where: Range) -> str:
    """Empty when numbers, subject and pairs are those of the statement; else the reason, a key of `reasons.reason`."""
    if _other_number(statement, answer, where):
        return "other number"
    if _other_subject(statement, answer, sentence):
        return "other subject"
    return "exchanged" if _mispaired(statement, answer, sentence) else ""


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


def turned(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether what stood before the compared quality now stands behind it and the other way round."""
    whole = statement.reading.everything
    ordering = marks(statement.reading, "than", whole) or marks(statement.reading, "sequence", whole)
    if not ordering and not statement.compares:
        return False
    ours, theirs = axes_in(statement.reading, whole), axes_in(answer.reading, where)
    shared = [axis for axis in ours if axis in theirs]
    if not shared:
        return False
    pivot, other = ours[shared[0]][1], theirs[shared[0]][1]
    left = [t for term in statement.terms if term.unit.last <= pivot for t in _positions(term, answer, where)]
    right = [t for term in statement.terms if term.unit.first > pivot for t in _positions(term, answer, where)]
    left, right = [t for t in left if t != other], [t for t in right if t != other]
    return bool(left and right) and min(right) < other < min(left)


def _positions(term: Term, answer: Answer, where: Range) -> list[int]:
    return [token for token in answer.places(term.unit) if token in where]


def _other_subject(statement: Statement, answer: Answer, sentence: Range) -> bool:
    """Whether what is said of the statement's subject is said here of a rival of it.

    A word belongs to the nearest subject or rival before it in the sentence, or behind it where none stands before.
    """
    subjects = {id(term) for term in statement.subjects}
    heads = [(token, 1) for term in statement.subjects for token in _positions(term, answer, sentence)]
    heads += [(token, 0) for rival in statement.rivals for token in answer.places(rival) if token in sentence]
    if not subjects or all(mine for _, mine in heads):
        return False
    if not any(mine for _, mine in heads):
        return True
    balance = 0.0
    for term in statement.terms:
        owners = {_owner(token, heads) for token in _positions(term, answer, sentence)}
        if owners and id(term) not in subjects:
            balance += term.weight if 1 in owners else -term.weight
    return balance < 0


def _mispaired(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether attributes of contrasted subjects ("A starts in seconds, B in minutes") went to the other subject."""
    pairs = statement.pairs
    if len(pairs) < CONTRAST:
        return False
    heads = [(token, number) for number, (head, _) in enumerate(pairs) for token in _positions(head, answer, where)]
    if len({number for _, number in heads}) < CONTRAST:
        return False
    balance = 0
    for number, (_, attributes) in enumerate(pairs):
        for attribute in attributes:
            owners = {_owner(token, heads) for token in _positions(attribute, answer, where)}
            if owners:
                balance += 1 if number in owners else -1
    return balance < 0


def _owner(token: int, heads: list[tuple[int, int]]) -> int:
    before = [head for head in heads if head[0] < token]
    return max(before)[1] if before else min(heads)[1]
