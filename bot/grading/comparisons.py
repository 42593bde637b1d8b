"""Comparisons turned round: what was compared is what the other is compared with."""

from bot.grading.alignment import Aligned
from bot.grading.matching import Answer
from bot.grading.reading import Range
from bot.grading.rubric import Statement
from bot.grading.standards import standard


def turned(statement: Statement, answer: Answer, where: Range, words: tuple[Aligned, ...]) -> bool:
    """Whether what was compared is now the standard of comparison and the other way round."""
    ours = statement.standard
    theirs = standard(answer.reading, where) if ours else None
    if ours is None or theirs is None:
        return False
    before = [entry for entry in words if entry.word.unit.first not in ours]
    behind = [entry for entry in words if entry.word.unit.first in ours]
    crossed = _stand(_only(before, behind), where, theirs, inside=True) and _stand(
        _only(behind, before), where, theirs, inside=False
    )
    return crossed ^ _other_order(statement, answer, ours.first - 1, theirs.first - 1)


def _only(entries: list[Aligned], others: list[Aligned]) -> list[Aligned]:
    """Words that stand on one side of a comparison alone."""
    shared = {entry.word.unit.text for entry in others}
    return [entry for entry in entries if entry.word.unit.text not in shared]


def _stand(entries: list[Aligned], where: Range, theirs: Range, *, inside: bool) -> bool:
    """Whether some of the words stand only in the standard of the answer's comparison, or only outside it."""
    found = [[token in theirs for token in entry.places if token in where] for entry in entries]
    return any(sides and all(side is inside for side in sides) for sides in found)


def _other_order(statement: Statement, answer: Answer, ours: int, theirs: int) -> bool:
    """Whether one says "before" and the other "after" in words too small to be compared as words."""
    spoken = any(unit.first == ours for unit in statement.reading.units)
    signs, others = statement.poles.get(ours, {}), answer.poles.get(theirs, {})
    return not spoken and any(others.get(axis, sign) != sign for axis, sign in signs.items())
