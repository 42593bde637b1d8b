"""Which words of an answer stand for which words of a statement."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bot.grading.matching import Answer
from bot.grading.reading import Range, Word
from bot.grading.rubric import Placed, Statement


class Aligned(NamedTuple):
    """A word of a statement with the tokens of a sentence that say it and those at the other pole of it."""

    word: Placed
    places: tuple[int, ...]
    opposites: tuple[int, ...]


def align(statement: Statement, answer: Answer, sentence: Range) -> tuple[Aligned, ...]:
    """All words of a statement; a token that says one of them is no opposite of another."""
    found = [(word, places(word.unit.word, answer, sentence)) for word in statement.words]
    contrary = [_contrary(statement.poles.get(word.unit.first), answer, sentence) for word, _ in found]
    if not any(contrary):
        return tuple(Aligned(word, tuple(tokens), ()) for word, tokens in found)
    said = [
        [token for token in tokens if token not in wrong] for (_, tokens), wrong in zip(found, contrary, strict=True)
    ]
    said = list(_one_each(said, contrary))
    taken = _whole({token for tokens in said for token in tokens}, answer)
    return tuple(
        Aligned(word, tuple(tokens), tuple(sorted(wrong - taken)))
        for (word, _), tokens, wrong in zip(found, said, contrary, strict=True)
    )


def _one_each(said: list[list[int]], contrary: list[set[int]]) -> Iterator[list[int]]:
    """What says each word, where a quality is said twice and the opposite of it stands there too.

    One word does not say it twice: "keys with equal hashes may differ" does not make equal hashes equal keys.
    """
    used: Counter[tuple[int, ...]] = Counter()
    for tokens, wrong in zip(said, contrary, strict=True):
        used[tuple(tokens)] += 1
        yield [] if wrong and used[tuple(tokens)] > len(tokens) else tokens


def _whole(taken: set[int], answer: Answer) -> set[int]:
    """These tokens with all others of the set phrases that they stand in ("its own")."""
    spans = (quality.where for quality in answer.reading.qualities)
    phrases = (range(span.first, span.last) for span in spans if span.last - span.first > 1)
    return taken.union(*(phrase for phrase in phrases if not taken.isdisjoint(phrase)))


def places(word: Word, answer: Answer, where: Range) -> list[int]:
    """Tokens of a range that say the word, in order: the word itself where it stands, else its synonyms.

    Beside the word itself its synonyms are other things (StringBuilder, StringBuffer).
    """
    verbatim = [token for token in answer.verbatim(word) if where.first <= token < where.last]
    return verbatim or [token for token in answer.places(word) if where.first <= token < where.last]


def _contrary(poles: dict[str, int] | None, answer: Answer, where: Range) -> set[int]:
    """Tokens at the other pole of a word, alone or as a part of a set phrase ("no difference")."""
    if not poles:
        return set()
    opposed = (answer.at_pole(axis, -sign) for axis, sign in poles.items())
    return {token for tokens in opposed for token in tokens if where.first <= token < where.last}
