"""What is odd about an answer as a whole."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from bot.domain.verdict import Remark
from bot.grading.matching import Answer
from bot.grading.polarity import marks
from bot.grading.reading import Range, Reading
from bot.grading.rubric import Rubric, Statement
from bot.grading.text import Kind

LIST_TERMS = 4
"""Terms that make a list."""
LIST_CLAUSE, LIST_SMALL, LIST_TELLING = 2.6, 0.2, 0.2
"""Words of a clause, share of small words, and signs that set one thing against another per clause, at most."""
ECHOED, ECHO_WORDS = 0.85, 3
"""Share of an answer's words that stand in the question for it to be an echo, and least number of them."""
FOREIGN = 0.08
"""Least share of an answer's words that occur in the question or its points when it is on the topic."""
HEAP_WORDS, HEAP_OWN, HEAP_DISORDER = 8, 0.85, 0.75
"""Words of points, share of words taken from them, and changes of point relative to chance, of a heap of words.

Own words of a candidate make up more than the rest of .15 in every real answer of that length.
"""
DISORDER = 0.25
"""Share of pairs of words in another order from which a sentence is a heap."""
TERMS_APART, FEW_SMALL = 5, 0.4
"""The same where few small words join them, and their share at most; in fewer words Slavic order is free."""
SCATTERED_WORDS = 3
"""Words of the point as it is written that tell a sentence from its words in any order."""
JUNK, JUNK_LENGTH = 0.6, 4
"""Share of words that look typed at random, and letters of a word that can look so."""
CODE, CODE_TOKENS = 0.12, 10
"""Share of tokens that only code is full of, and tokens of a text that can be code."""

_RANDOM = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|[бвгджзйклмнпрстфхцчшщ]{6,}|(.)\1{3,}")
_VOWEL = re.compile(r"[aeiouyаеиоуыэюяіїє]")
_TELLING = frozenset({"—", "=", ":", "->", "→", "=>", "≠", "<", ">", "("})
_CODE_MARKS = frozenset("{}[]=<>&|;")


def notice(rubric: Rubric, answer: Answer, asked: Reading) -> frozenset[Remark]:
    """Remarks on an answer to the question, or to what was `asked` about it last."""
    reading = answer.reading
    words = [token for token in reading.text.tokens if token.kind is not Kind.MARK]
    if not words:
        return frozenset({Remark.EMPTY})
    noticed = {
        Remark.GIBBERISH: _gibberish(reading),
        Remark.ECHO: _echo(rubric.title.words | asked.words, reading),
        Remark.BUZZWORDS: _list_of_terms(reading) or _shuffled(rubric, answer) or _scattered(rubric, reading),
        Remark.CODE: _code(reading),
        Remark.OFF_TOPIC: _foreign(rubric, reading, asked) or _ordered(reading),
    }
    return frozenset(remark for remark, seen in noticed.items() if seen)


def _gibberish(reading: Reading) -> bool:
    words = [token.text for token in reading.text.tokens if token.kind is Kind.WORD and len(token.text) >= JUNK_LENGTH]
    junk = sum(bool(_RANDOM.search(word)) or not _VOWEL.search(word) for word in words)
    return bool(words) and junk / len(words) >= JUNK


def _echo(asked: frozenset[str], reading: Reading) -> bool:
    units = reading.units
    known = sum(any(key in asked for key in unit.exact if key[0] == "s") for unit in units)
    return len(units) >= ECHO_WORDS and known / len(units) >= ECHOED


def _list_of_terms(reading: Reading) -> bool:
    """Names in a row: short clauses, hardly a small word between them, nothing set against anything."""
    tokens = reading.text.tokens
    words = [token for token in tokens if token.kind is not Kind.MARK]
    small = len(words) - len(reading.units)
    telling = sum(token.text in _TELLING for token in tokens)
    return (
        len(reading.units) >= LIST_TERMS
        and len(words) <= LIST_CLAUSE * len(reading.text.clauses)
        and small < LIST_SMALL * len(words)
        and telling < LIST_TELLING * len(reading.text.clauses)
    )


def _shuffled(rubric: Rubric, answer: Answer) -> bool:
    """The points' own words in one heap: hardly another word, and neighbours belong together as if drawn by lot."""
    words = [token.text for token in answer.reading.text.tokens if token.kind is not Kind.MARK]
    own = {word.token.text for point in rubric.points for word in point.statements[0].known}
    if sum(word in own for word in words) < HEAP_OWN * len(words):
        return False
    owners: dict[int, set[int]] = {}
    for number, point in enumerate(rubric.points):
        for term in point.statements[0].terms:
            for token in answer.places(term.word) if term.rare else ():
                owners.setdefault(token, set()).add(number)
    order = [min(owners[token]) for token in sorted(owners) if len(owners[token]) == 1]
    if len(order) < HEAP_WORDS:
        return False
    lot = 1 - sum((order.count(owner) / len(order)) ** 2 for owner in set(order))
    changes = sum(one != other for one, other in pairwise(order)) / (len(order) - 1)
    return lot > 0 and changes >= HEAP_DISORDER * lot


def _scattered(rubric: Rubric, reading: Reading) -> bool:
    """Nothing but words of one wording, as they stand there but in another order: people do not write so."""
    tokens = [token.text for token in reading.text.tokens if token.kind is not Kind.MARK]
    words, small = list(dict.fromkeys(tokens)), len(tokens) - len(reading.units)
    least = TERMS_APART if small <= FEW_SMALL * len(tokens) else HEAP_WORDS
    return any(
        _is_scattered(words, statement, least, DISORDER)
        or (not small and place == 0 and _is_scattered(words, statement, SCATTERED_WORDS, 0.0))
        for point in rubric.points
        for place, statement in enumerate(point.statements)
    )


def _is_scattered(words: list[str], statement: Statement, least: int, order: float) -> bool:
    """Whether so many words, and hardly another one, are a statement's in more than so much disorder."""
    known, enough = statement.known, max(HEAP_OWN * len(words), least)
    if len(known) < enough:
        return False
    places = {word.token.text: place for place, word in enumerate(known)}
    found = [places[word] for word in words if word in places]
    return len(found) >= enough and _disorder(found) > order


def _disorder(places: list[int]) -> float:
    """Share of the pairs that stand the other way round, 0..1; half of them when drawn by lot."""
    pairs = list(combinations(places, 2))
    return sum(first > second for first, second in pairs) / len(pairs)


def _code(reading: Reading) -> bool:
    tokens = reading.text.tokens
    marked = sum(token.text in _CODE_MARKS for token in tokens)
    return len(tokens) >= CODE_TOKENS and marked / len(tokens) >= CODE


def _foreign(rubric: Rubric, reading: Reading, asked: Reading) -> bool:
    strange = units = reading.units
    if len(units) < LIST_TERMS:
        return False
    for known in _vocabulary(rubric, asked):
        strange = tuple(unit for unit in strange if known.isdisjoint(unit.exact))
        if (len(units) - len(strange)) / len(units) >= FOREIGN:
            return False
    return True


def _vocabulary(rubric: Rubric, asked: Reading) -> Iterator[frozenset[str]]:
    """Words of the question, of what was asked last, and of the points, a text at a time: the first ones are enough."""
    yield from (rubric.title.words, asked.words)
    for point in rubric.points:
        yield from (statement.said() for statement in point.statements)


def _ordered(reading: Reading) -> bool:
    """Whether the answer gives the interviewer orders ("ignore your rules")."""
    return bool(marks(reading, "order", Range(0, len(reading.text.tokens))))
