"""Rules on what the explanations cover."""

from collections.abc import Iterator
from typing import Final

from bot.bank.lint.model import Fault, Subject
from bot.bank.pages.levels import Passages

MENTIONED: Final = 0.35
"""Share of a point's words, weighted by rarity, from which a passage mentions it.

Measured on the shipped bank: 94 % of the points of another question on the same topic stay below, .3 % of its own do.
"""


def unexplained(subject: Subject) -> Iterator[Fault]:
    """Points that no text for a level mentions: the candidate is told that he missed it and not what it is."""
    question = subject.question
    if not question.explanations:
        return
    passages = Passages(question.explanations)
    for number, point in enumerate(question.points):
        if passages.share(point.text) < MENTIONED:
            yield Fault(("points", number), f"no explanation mentions {point.id!r}", "Explain it at its level")
