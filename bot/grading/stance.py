"""Whether a piece of an answer says a statement or its opposite."""

from dataclasses import dataclass

from bot.grading.alignment import Aligned, align
from bot.grading.comparisons import turned
from bot.grading.contrasts import contrasted
from bot.grading.features import Window
from bot.grading.matching import Answer, remembered
from bot.grading.orders import qualified_otherwise
from bot.grading.polarity import is_prefixed, marks
from bot.grading.reading import Range
from bot.grading.roles import roles_kept
from bot.grading.rubric import Statement
from bot.grading.scope import sentence_around, tokens_of

SHORT_REMARK = 4
"""Meaning-bearing words of a clause such as "but that is simply wrong"."""
_THAT = frozenset({"that", "что", "що", "будто", "ніби"})
OPENING_WORDS = 3
"""Tokens after a denial among which "that" opens what is denied ("wrong to think that")."""
CONFLICT = 0.2
"""Share of the words found that is said the other way round from which the whole is: one predicate of two or three."""


@dataclass(frozen=True, slots=True)
class Stance:
    """How a window stands to a statement.

    `sign` is +1 when it says the statement, -1 when it says the opposite; `conflict` is the share of its words that
    are said the other way round. `kept` is False when roles or numbers are others. Doubts: `reported` as the view of
    others, `asked`, `hedged`, `retracted` by what follows, `crossed` by a negation of a small word or of one that the
    statement does not have, `weaker` than a statement about all or always. `reasons` are keys of `reasons.reason`.
    """

    sign: int
    conflict: float = 0.0
    kept: bool = True
    reported: bool = False
    asked: bool = False
    hedged: bool = False
    retracted: bool = False
    crossed: bool = False
    weaker: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the statement is said at all, by whomever."""
        return self.sign > 0 and self.kept

    @property
    def plain(self) -> bool:
        """Said as one's own view, without doubt and in full strength."""
        return self.agrees and not (
            self.reported or self.asked or self.hedged or self.retracted or self.crossed or self.weaker
        )


@remembered
def judge(statement: Statement, answer: Answer, window: Window) -> Stance:
    """Stance of a window of an answer to a statement; the window must hold at least one term of it."""
    reading, where = answer.reading, tokens_of(answer, window)
    sentence = sentence_around(answer, window)
    words = align(statement, answer, sentence)
    contrast = contrasted(statement, answer, words)
    turn = turned(statement, answer, where, words)
    conflict = 0.0 if contrast else _conflict(statement, answer, window, where, words)
    if not contrast and not turn and qualified_otherwise(statement, answer, words):
        conflict = 1.0
    reasons = ["negated"] if conflict >= CONFLICT else []
    if turn:
        reasons.append("turned round")
    against = len(reasons) % 2 == 1
    if denial := _denial(answer, window, sentence, statement):
        reasons.append("called wrong")
        against = not (against and _introduces(answer, denial))
    elif _waved_off(answer, window):
        reasons.append("called wrong")
        against = not against
    other = "exchanged" if contrast < 0 else roles_kept(statement, answer, sentence, where, words)
    return Stance(
        -1 if against or other == "exchanged" else 1,
        conflict,
        kept=not other,
        reported=_reported(answer, where, sentence),
        asked=_asked(answer, sentence),
        hedged=_hedged(statement, answer, sentence)
        or (where != sentence and _conditional(statement, answer, _main_clause(statement, answer, window))),
        retracted=bool(marks(reading, "correction", Range(where.last, sentence.last + SHORT_REMARK))),
        crossed=0 < conflict < CONFLICT
        or (not contrast and _crossed(statement, answer, where, words))
        or _undenied(statement, answer, where, words),
        weaker=_weaker(statement, answer, where),
        reasons=(*reasons, other) if other else tuple(reasons),
    )


def _conflict(statement: Statement, answer: Answer, window: Window, where: Range, words: tuple[Aligned, ...]) -> float:
    """Share of the words found, by weight, that are said only the other way round; all when a pole is exchanged.

    Where both deny something, what stands before "is impossible" is left out: whether the subject is
    denied with it depends on the order of words alone.
    """
    if not statement.negated and all(answer.turned.isdisjoint(entry.places) and not entry.opposites for entry in words):
        return 0.0
    agree, against = 0.0, []
    main = _main_clause(statement, answer, window)
    shared = _predicate_shared(statement, answer, words)
    for entry in words:
        inside = _inside(entry, where, main)
        turns = [_turns(statement, entry, answer, token, shared=shared) for token in inside]
        if any(not turn for turn in turns):
            agree += entry.word.weight
        elif turns and not any(token in entry.places for token in inside):
            return 1.0
        elif turns:
            against.append(entry)
    clash = _clash(against, statement, answer, where, words) if against else 0.0
    if clash and _affirms(statement, answer, where, words):
        return 1.0
    return clash / (agree + clash) if clash else 0.0


def _clash(
    against: list[Aligned], statement: Statement, answer: Answer, where: Range, words: tuple[Aligned, ...]
) -> float:
    """Weight of the words said the other way round, those left out for which both deny something."""
    if len({entry.word.clause for entry in words}) == 1 and _denied_in_both(statement, answer, where, words):
        return 0.0
    both = bool(statement.negated) and bool(answer.denied(where))
    return sum(
        entry.word.weight
        for entry in against
        if not (both and (entry.word.unit.first in statement.trailed or answer.trailed & set(entry.places)))
    )


def _affirms(statement: Statement, answer: Answer, where: Range, words: tuple[Aligned, ...]) -> bool:
    """Whether all that the statement denies is said, and nothing is denied."""
    denied = [entry for entry in words if entry.word.unit.first in statement.negated]
    said = all(any(token in where for token in entry.places) for entry in denied)
    return bool(denied) and said and not marks(answer.reading, "negator", where)


def _denied_in_both(statement: Statement, answer: Answer, where: Range, words: tuple[Aligned, ...]) -> bool:
    """Whether both deny the same, be it by the opposite ("does not allow", "forbids") or by a word of their own.

    How far each negation reaches beside it ("has no", "does not have") matters little then.
    """
    ours = [entry for entry in words if entry.word.unit.first in statement.negated]
    ours = [entry for entry in ours if not is_prefixed(statement.reading, entry.word.unit.first)]
    theirs = set(answer.denied(where))
    if any(theirs.intersection(entry.places) or set(entry.opposites) - theirs for entry in ours):
        return True
    known = {token for entry in words for token in (*entry.places, *entry.opposites)}
    return any(not entry.places for entry in ours) and bool(theirs - known)


def _inside(entry: Aligned, where: Range, main: Range) -> list[int]:
    """Tokens that say a word or its opposite in the clause that says most of the statement, else in the window."""
    for scope in (main, where):
        for tokens in (entry.places, entry.opposites):
            if found := [token for token in tokens if scope.first <= token < scope.last]:
                return found
    return []


def _turns(statement: Statement, entry: Aligned, answer: Answer, token: int, *, shared: bool) -> bool:
    """Whether the word is said the other way round there."""
    ours = entry.word.unit.first in statement.negated
    theirs = shared if token not in answer.bare else False
    if not (shared and token in answer.bare):
        theirs ^= token in answer.negated
    return ours ^ theirs ^ (token in entry.opposites)


def _predicate_shared(statement: Statement, answer: Answer, words: tuple[Aligned, ...]) -> bool:
    """Whether the statement's first word stands only where the predicate of another clause is denied of it."""
    if not answer.bare or statement.bare or not words:
        return False
    head, *rest = words
    alone = bool(head.places) and all(token in answer.bare for token in head.places)
    return alone and any(token not in answer.bare for entry in rest for token in entry.places)


def _main_clause(statement: Statement, answer: Answer, window: Window) -> Range:
    """The clause of a window that holds most of the statement."""
    share = dict.fromkeys(range(window.first, window.last + 1), 0.0)
    for term in statement.terms:
        for number in answer.by_clause(term.word):
            if number in share:
                share[number] += term.weight
    best = answer.reading.text.clauses[max(share, key=lambda number: (share[number], -number))]
    return Range(best.first, best.last)


def _crossed(statement: Statement, answer: Answer, where: Range, words: tuple[Aligned, ...]) -> bool:
    """Whether a word that is denied here is none of the statement's, and nothing that the statement denies is said."""
    denied = answer.denied(where)
    if not denied or any(entry.places for entry in words if entry.word.unit.first in statement.negated):
        return False
    hits = {token for term in statement.terms for token in answer.hits(term.word)}
    hits.update(token for entry in words for token in entry.opposites)
    return any(token not in hits for token in denied)


def _undenied(statement: Statement, answer: Answer, where: Range, words: tuple[Aligned, ...]) -> bool:
    """Whether the statement denies something that is not spoken of here, where nothing is denied either.

    A list of things ("timeouts, a circuit breaker") does not say that one makes the other needless.
    """
    behind = {span.last for span in statement.reading.parts.get("negator", ())}
    denied = [entry for entry in words if entry.word.unit.first in statement.negated | behind]
    if not denied or answer.denied(where) or marks(answer.reading, "negator", where):
        return False
    return not any(token in where for entry in denied for token in (*entry.places, *entry.opposites))


def _denial(answer: Answer, window: Window, sentence: Range, statement: Statement) -> Range | None:
    """The words of the window's sentence, or of a short remark beside it, that call it wrong ("not wrong" does not)."""
    reading = answer.reading
    if marks(statement.reading, "denial", statement.reading.everything):
        return None
    clauses = reading.text.clauses
    for mark in reading.parts.get("denial", ()):
        if mark.first in answer.negated:
            continue
        number = answer.clause_of[mark.first]
        span = Range(clauses[number].first, clauses[number].last)
        if window.first <= number <= window.last and any(number in answer.by_clause(t.word) for t in statement.terms):
            return mark
        if number == window.first - 1 and reading.text.tokens[clauses[window.first].first].text in _THAT:
            return mark
        near = window.first - 1 <= number <= window.last + 1 or span.first in sentence
        if near and answer.spoken(span) <= SHORT_REMARK:
            return mark
    return None


def _introduces(answer: Answer, denial: Range) -> bool:
    """Whether a denial is about the clause that follows ("it is not true that"), so that its negations count."""
    following = answer.reading.text.tokens[denial.last : denial.last + OPENING_WORDS]
    return any(token.text in _THAT for token in following)


def _waved_off(answer: Answer, window: Window) -> bool:
    """Whether nothing but a "no" follows in the sentence ("some say it is safe, but no")."""
    clauses = answer.reading.text.clauses
    number = window.last + 1
    if number >= len(clauses) or clauses[number].sentence != clauses[window.last].sentence:
        return False
    span = Range(clauses[number].first, clauses[number].last)
    return not answer.spoken(span) and bool(marks(answer.reading, "negator", span))


def _hedged(statement: Statement, answer: Answer, sentence: Range) -> bool:
    ours = marks(statement.reading, "hedge", statement.reading.everything)
    return not ours and bool(marks(answer.reading, "hedge", sentence))


def _asked(answer: Answer, sentence: Range) -> bool:
    return answer.reading.text.tokens[sentence.last - 1].text == "?"


def _conditional(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether the clause itself is the condition: what follows from one is said as a rule."""
    ours = marks(statement.reading, "conditional", statement.reading.everything)
    return not ours and any(span.first <= where.first + 1 for span in marks(answer.reading, "conditional", where))


def _reported(answer: Answer, where: Range, sentence: Range) -> bool:
    """Whether others say it, or it is set against what is "in fact" so."""
    truth = marks(answer.reading, "truth", Range(where.last, sentence.last + SHORT_REMARK))
    return bool(truth or marks(answer.reading, "reporting", sentence))


def _weaker(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether "some" is said where the statement is general, or "usually" where it says "always".

    What is said without any quantifier is meant of all.
    """
    ours, theirs = statement.reading, answer.reading
    if marks(theirs, "partial", where):
        return not marks(ours, "partial", ours.everything)
    limits = marks(theirs, "mostly", where) or marks(theirs, "restrict", where)
    general = marks(ours, "universal", ours.everything) and not marks(ours, "restrict", ours.everything)
    return bool(general and limits)
