"""One thing granted what another is denied: "wait releases the monitor, sleep does not"."""

from bot.grading.alignment import Aligned
from bot.grading.matching import Answer
from bot.grading.polarity import is_prefixed
from bot.grading.rubric import Placed, Statement


def contrasted(statement: Statement, answer: Answer, words: tuple[Aligned, ...]) -> int:
    """How a statement that grants one thing what it denies another fares: 1 kept, -1 exchanged, 0 neither.

    "wait releases the monitor, sleep does not" is kept by "sleep keeps it, wait releases it".
    """
    if not (statement.negated or statement.bare):
        return 0
    denied = {entry.word.clause for entry in words if _turned(statement, entry.word)}
    granted = {entry.word.clause for entry in words} - denied
    if not denied or not granted:
        return 0
    minus = _signs(_own(words, denied), answer, words)
    plus = _signs(_own(words, granted), answer, words)
    if False in plus and True in minus and False not in minus:
        return -1
    return 1 if False in minus and True not in minus and True in plus else 0


def _turned(statement: Statement, word: Placed) -> bool:
    token = word.unit.first
    denied = token in statement.negated and not is_prefixed(statement.reading, token)
    return denied or token in statement.bare


def _own(words: tuple[Aligned, ...], clauses: set[int]) -> list[Aligned]:
    """Words of some clauses that no other clause has."""
    others = {key for e in words if e.word.clause not in clauses for key in e.word.unit.exact}
    return [e for e in words if e.word.clause in clauses and others.isdisjoint(e.word.unit.exact)]


def _signs(entries: list[Aligned], answer: Answer, words: tuple[Aligned, ...]) -> set[bool]:
    """Whether the clauses of the answer that have these words grant the predicate."""
    return {_grants(token, answer, words) for entry in entries for token in entry.places}


def _grants(token: int, answer: Answer, words: tuple[Aligned, ...]) -> bool:
    number = answer.clause_of[token]
    if token not in answer.bare:
        return _plain(number, answer, words)
    clauses = answer.reading.text.clauses
    others = [n for n, clause in enumerate(clauses) if clause.sentence == clauses[number].sentence and n != number]
    return not _plain(min(others, key=lambda other: abs(other - number), default=number), answer, words)


def _plain(number: int, answer: Answer, words: tuple[Aligned, ...]) -> bool:
    """Whether a clause neither denies words of the statement nor says the opposite of one, or does both."""
    said = [token for entry in words for token in entry.places if answer.clause_of[token] == number]
    denied = any(token in answer.negated for token in said)
    opposed = any(answer.clause_of[token] == number for entry in words for token in entry.opposites)
    return not denied ^ opposed
