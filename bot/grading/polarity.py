"""How far the small words that turn a meaning reach, and which words stand at which pole."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.grading.reading import WEAK, Range, Reading, Unit

REACH = 4
"""Meaning-bearing words that a negation reaches over."""
SHORT_REACH = 2
"""The same for the Russian and Ukrainian particle, which stands right before what it denies."""

PREFIX = "non"
"""A negation that is a part of the next word ("non-blocking")."""

Reach = tuple[Range, set[int]]
"""A word that turns a meaning, and the tokens that it reaches."""

_PARTICLES = frozenset({"не", "нет", "нельзя", "нема", "немає"})
_UNTIL = frozenset({"пока", "поки", "покуда", "доки"})
_PREDICATE = re.compile("impossible|невозмож|неможлив|нереальн")
_CONCORD = re.compile("(?:ни|ні)(?!же|жч|зк|т)|жодн|жоден")


def marks(reading: Reading, part: str, where: Range) -> list[Range]:
    """Where words playing a part stand in a range."""
    return [span for span in reading.parts.get(part, ()) if where.first <= span.first < where.last]


def poles(reading: Reading) -> dict[int, dict[str, int]]:
    """Sign by axis for every token that speaks of a quality."""
    signs: dict[int, dict[str, int]] = {}
    for quality in reading.qualities:
        for token in range(quality.where.first, quality.where.last):
            signs.setdefault(token, {})[quality.axis] = quality.sign
    return signs


def negated(reading: Reading, reaches: Sequence[Reach]) -> frozenset[int]:
    """Tokens of the meaning-bearing words that an odd number of negations reaches; "less" before a word is one."""
    turned: set[int] = set()
    for _, reached in reaches:
        turned ^= reached
    return frozenset(turned | _denying(reading, turned))


def is_prefixed(reading: Reading, token: int) -> bool:
    """Whether the negation of a word is a part of its name: "a non-repeatable read" denies nothing."""
    return any(before.text == PREFIX for before in reading.text.tokens[max(token - 2, 0) : token])


def trailed(reaches: Sequence[Reach]) -> frozenset[int]:
    """Tokens that a negation behind them turns, where the order of words does not tell subject and predicate apart."""
    return frozenset(token for span, reached in reaches for token in reached if token < span.first and len(reached) > 1)


def reaches(reading: Reading) -> Iterator[Reach]:
    """Every word that turns a meaning with the tokens that it reaches."""
    if not (reading.parts.get("negator") or reading.parts.get("less")):
        return
    content = sorted({unit.first: unit for unit in (*_told(reading), *reading.units)}.items())
    tokens = [token for token, _ in content]
    graded = {quality.where.first for quality in reading.qualities}
    graded |= {unit.first for unit in reading.units}
    turning = _negators(reading) + [span for span in reading.parts.get("less", ()) if span.last in graded]
    for clause in reading.text.clauses:
        inside = [span for span in turning if clause.first <= span.first < clause.last]
        if not inside:
            continue
        words = content[bisect_left(tokens, clause.first) : bisect_left(tokens, clause.last)]
        for span in _without_concord(reading, Range(clause.first, clause.last), inside):
            yield span, _reached(reading, span, words)


def _denying(reading: Reading, turned: set[int]) -> set[int]:
    """First words of set phrases that begin with a negation ("not thread-safe") and so are turned as a whole."""
    denials = {span.first for span in reading.parts.get("negator", ())}
    return {
        phrase.first
        for phrase in reading.phrases
        if phrase.first in denials and not turned.isdisjoint(range(phrase.first, phrase.last))
    }


def _told(reading: Reading) -> list[Unit]:
    """Set phrases that do not begin with a negation: what begins with one ("not change state") is denied by it."""
    denials = {span.first for span in reading.parts.get("negator", ())}
    return [phrase for phrase in reading.phrases if phrase.first not in denials]


def _negators(reading: Reading) -> list[Range]:
    """Negations that are no part of a phrase with a meaning of its own ("no difference", "all or nothing")."""
    phrases = [quality.where for quality in reading.qualities if quality.where.last - quality.where.first > 1]
    phrases += [Range(phrase.first, phrase.last) for phrase in _told(reading)]
    return [span for span in reading.parts.get("negator", ()) if not any(phrase.holds(span) for phrase in phrases)]


def _without_concord(reading: Reading, where: Range, signs: list[Range]) -> list[Range]:
    """Slavic "nobody did not" is one negation: the pronoun counts only where no particle stands.

    In "until it has not restarted" the particle means nothing at all.
    """
    words = {token.text for token in reading.text.tokens[where.first : where.last]} if signs else set()
    texts = [reading.text.tokens[span.first].text for span in signs]
    if words & _UNTIL:
        return [span for span, text in zip(signs, texts, strict=True) if text != "не"]
    if not words & _PARTICLES:
        return signs
    return [span for span, text in zip(signs, texts, strict=True) if not _CONCORD.match(text)]


def _reached(reading: Reading, span: Range, content: list[tuple[int, Unit]]) -> set[int]:
    """Words after a negation, or before it where nothing follows ("POST isn't"); words that say little are free.

    A predicate ("is impossible") reaches both ways.
    """
    word = reading.text.tokens[span.first].text
    reach = 1 if word == PREFIX else SHORT_REACH if word in _PARTICLES else REACH
    before, after = (bisect_left(content, token, key=lambda entry: entry[0]) for token in (span.first, span.last))
    behind, ahead = _first(content[after:], reach), _first(content[:before][::-1], REACH)
    return set(behind + ahead if _PREDICATE.match(word) else behind or ahead)


def _first(content: Sequence[tuple[int, Unit]], reach: int) -> list[int]:
    tokens, told = [], 0
    for token, unit in content:
        tokens.append(token)
        told += unit.weight > WEAK
        if told == reach:
            break
    return tokens
