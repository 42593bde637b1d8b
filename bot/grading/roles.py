"""Who does what to whom: comparisons turned round, attributes given to another, numbers that differ."""

from bot.grading.features import Window
from bot.grading.matching import Answer
from bot.grading.quantities import quantities_agree
from bot.grading.rubric import Statement, Term
from bot.grading.scope import Range, axes_in, marks, sentence_around, tokens_of

Order = tuple[int, str]
"""+1 kept, 0 about something else, -1 turned round; with the reason."""

KEPT: Order = (1, "")


def roles_kept(statement: Statement, answer: Answer, window: Window) -> Order:
    """Whether numbers, subject, comparison and pairs are those of the statement."""
    where = tokens_of(answer, window)
    if not quantities_agree(statement.reading, answer.reading, where):
        return 0, "other number"
    if _other_subject(statement, answer, sentence_around(answer, window)):
        return 0, "other subject"
    if _turned(statement, answer, where):
        return -1, "turned round"
    if _mispaired(statement, answer, where):
        return 0, "exchanged"
    return KEPT


def _positions(term: Term, answer: Answer, where: Range) -> list[int]:
    return sorted(token for token in answer.hits(term.unit) if token in where)


def _other_subject(statement: Statement, answer: Answer, sentence: Range) -> bool:
    """Whether none of the statement's subjects is named in the sentence and a rival is."""
    subjects = statement.subjects
    if not subjects or not statement.rivals:
        return False
    if any(_positions(term, answer, sentence) for term in subjects):
        return False
    return any(token in sentence for rival in statement.rivals for token in answer.hits(rival))


def _turned(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether what stood before the compared quality now stands behind it and the other way round."""
    everything = Range(0, len(statement.reading.text.tokens))
    if not marks(statement.reading, "than", everything):
        return False
    ours, theirs = axes_in(statement.reading, everything), axes_in(answer.reading, where)
    shared = [axis for axis in ours if axis in theirs]
    if not shared:
        return False
    pivot, other = ours[shared[0]][1], theirs[shared[0]][1]
    left = [t for term in statement.terms if term.unit.last <= pivot for t in _positions(term, answer, where)]
    right = [t for term in statement.terms if term.unit.first > pivot for t in _positions(term, answer, where)]
    left, right = [t for t in left if t != other], [t for t in right if t != other]
    return bool(left and right) and min(right) < other < min(left)


def _mispaired(statement: Statement, answer: Answer, where: Range) -> bool:
    """Whether attributes of contrasted subjects ("A starts in seconds, B in minutes") went to the other subject."""
    pairs = _pairs(statement)
    if len(pairs) < 2:
        return False
    heads = [(token, number) for number, (head, _) in enumerate(pairs) for token in _positions(head, answer, where)]
    if len({number for _, number in heads}) < 2:
        return False
    balance = 0
    for number, (_, attributes) in enumerate(pairs):
        for attribute in attributes:
            owners = {_owner(token, heads) for token in _positions(attribute, answer, where)}
            if owners:
                balance += 1 if number in owners else -1
    return balance < 0


def _pairs(statement: Statement) -> list[tuple[Term, list[Term]]]:
    """First term of each part of a contrast and the terms that only this part has."""
    parts: dict[int, list[Term]] = {}
    for term in statement.terms:
        parts.setdefault(term.clause, []).append(term)
    groups = [terms for terms in parts.values() if len(terms) > 1]
    keys = [{key for term in terms for key, _ in term.unit.keys if key[0] in "sc"} for terms in groups]
    pairs = []
    for number, terms in enumerate(groups):
        others = set().union(*(k for i, k in enumerate(keys) if i != number)) if len(groups) > 1 else set()
        own = [t for t in terms[1:] if not any(key in others for key, _ in t.unit.keys if key[0] in "sc")]
        head_shared = any(key in others for key, _ in terms[0].unit.keys if key[0] in "sc")
        if own and not head_shared:
            pairs.append((terms[0], own))
    return pairs


def _owner(token: int, heads: list[tuple[int, int]]) -> int:
    before = [head for head in heads if head[0] < token]
    return max(before)[1] if before else min(heads)[1]
