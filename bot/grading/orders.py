"""What the order of words tells: who does what to whom, and which word another one qualifies."""

from itertools import combinations, pairwise

from bot.grading.alignment import Aligned
from bot.grading.matching import Answer
from bot.grading.reading import Range, Reading
from bot.grading.rubric import Statement
from bot.grading.text import Kind

SPAN = 8
"""Tokens from one of two names that changed places to the other."""

_TO_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets"})
_ARTICLES = frozenset({"a", "an", "the"})
_AND = frozenset({"and", "or", "и", "или", "і", "й", "та", "або", "чи"})
_PREPOSITIONS = frozenset(
    {"of", "to", "in", "on", "at", "by", "for", "from", "with", "into", "onto", "inside", "within", "over", "under"}
    | {"в", "во", "на", "с", "со", "у", "к", "от", "из", "за", "для", "по", "при", "о"}
    | {"з", "із", "зі", "від", "до", "під", "через"}
)


def qualified_otherwise(statement: Statement, answer: Answer, words: tuple[Aligned, ...]) -> bool:
    """Whether the opposite of a word stands right before the word that it qualifies ("same code", "different code")."""
    if not answer.poles or not statement.poles:
        return False
    for quality, noun in pairwise(words):
        ours = statement.poles.get(quality.word.unit.first)
        if ours and noun.places and _is_said_once(noun, words):
            denied = quality.word.unit.first in statement.negated
            signs = {
                (sign == ours[axis]) ^ denied ^ (before in answer.negated)
                for before in map(answer.before, noun.places)
                for axis, sign in answer.poles.get(before, {}).items()
                if axis in ours
            }
            if signs == {False}:
                return True
    return False


def _is_said_once(noun: Aligned, words: tuple[Aligned, ...]) -> bool:
    return [entry.word.unit.text for entry in words].count(noun.word.unit.text) == 1


def swapped(statement: Statement, answer: Answer, words: tuple[Aligned, ...]) -> bool:
    """Whether two names changed places around a word that stands between them in the same form.

    The order of words tells who does what in English, and elsewhere among names that have no cases.
    """
    if statement.standard:
        return False
    once = [(entry.word.unit.first, entry.places[0]) for entry in words if len(entry.places) == 1]
    tokens = answer.reading.text.tokens
    named = [pair for pair in once if tokens[pair[1]].text.isascii()]
    moved = [(left, right) for left, right in combinations(named, 2) if right[1] < left[1] <= right[1] + SPAN]
    return any(
        left[0] < verb[0] < right[0]
        and right[1] < verb[1] < left[1]
        and _same_verb(verb, statement, answer)
        and _same_marks(left, right, statement, answer)
        and not _listed(Range(right[1], left[1]), answer)
        for left, right in moved
        for verb in once
    )


def _same_verb(verb: tuple[int, int], statement: Statement, answer: Answer) -> bool:
    """Whether the word has the same form and the same voice."""
    ours, theirs = statement.reading.text.tokens, answer.reading.text.tokens
    passive = [before.text in _TO_BE for before in (ours[verb[0] - 1], theirs[verb[1] - 1])]
    return ours[verb[0]].text == theirs[verb[1]].text and passive[0] == passive[1]


def _same_marks(left: tuple[int, int], right: tuple[int, int], statement: Statement, answer: Answer) -> bool:
    """Whether prepositions stayed at their places, so that the names alone moved."""
    ours, theirs = statement.reading, answer.reading
    return _mark(left[1], theirs) == _mark(right[0], ours) and _mark(right[1], theirs) == _mark(left[0], ours)


def _mark(token: int, reading: Reading) -> str:
    before = [t.text for t in reading.text.tokens[max(token - 2, 0) : token] if t.text not in _ARTICLES]
    return before[-1] if before and before[-1] in _PREPOSITIONS else ""


def _listed(where: Range, answer: Answer) -> bool:
    tokens = answer.reading.text.tokens[where.first : where.last]
    return any(token.kind is Kind.MARK or token.text in _AND for token in tokens)
