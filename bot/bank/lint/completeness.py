"""Rules on what a question of the bank has: as much as makes an interview on it lively."""

from collections.abc import Iterator
from typing import Final

from bot.bank.lint.model import Fault, Subject
from bot.bank.schema import MAX_HINTS
from bot.domain.language import Level

POINTS: Final = range(6, 10)
FLAGS: Final = range(4, 7)
FOLLOW_UPS: Final = range(4, 7)
POINT_PHRASINGS: Final = 3
FLAG_PHRASINGS: Final = 3
"""What a question of our own has, at least."""


def thin_lists(subject: Subject) -> Iterator[Fault]:
    """Too few points, red flags or follow-ups for an interview, or too many for one question."""
    for name, wanted in (("points", POINTS), ("red_flags", FLAGS), ("follow_ups", FOLLOW_UPS)):
        count = len(getattr(subject.question, name))
        if count not in wanted:
            remedy = f"Have {wanted[0]} to {wanted[-1]}"
            yield Fault((name,), f"{count} {name.replace('_', ' ')}", remedy)


def thin_points(subject: Subject) -> Iterator[Fault]:
    """Points that people cannot be helped to, or that the grader knows in too few wordings."""
    for number, point in enumerate(subject.question.points):
        lacking = {
            f"{POINT_PHRASINGS} phrasings or more": len(point.phrasings) < POINT_PHRASINGS,
            "a probe": point.probe is None,
            f"{MAX_HINTS} hints": len(point.hints) < MAX_HINTS,
        }
        yield from _lacks(("points", number), point.id, lacking)


def thin_flags(subject: Subject) -> Iterator[Fault]:
    """Red flags that cannot be asked about or put right, or that the grader knows too little of."""
    for number, flag in enumerate(subject.question.red_flags):
        lacking = {
            "a correction": not flag.correction,
            f"{FLAG_PHRASINGS} phrasings or more": len(flag.phrasings) < FLAG_PHRASINGS,
            "a near miss": not flag.near_misses,
            "a probe": flag.probe is None,
        }
        yield from _lacks(("red_flags", number), flag.id, lacking)


def thin_question(subject: Subject) -> Iterator[Fault]:
    """Questions without plainer words, scope, explanations or examples."""
    question = subject.question
    lacking = {
        "a rewording": question.rewording is None,
        "a scope": question.scope is None,
        "an explanation for each level": len(question.explanations) < len(Level),
        "an example with every point stated that is expected": not any(_is_strong(subject)),
        "an example that asserts a red flag": not any(example.asserted for example in question.examples),
        "an example that denies a red flag": not any(example.denied for example in question.examples),
    }
    yield from _lacks((), question.id, lacking)


def _is_strong(subject: Subject) -> Iterator[bool]:
    for example in subject.question.examples:
        expected = {point.id for point in subject.question.points_at(example.level)}
        yield expected <= {*example.stated, *example.partial}


def _lacks(place: tuple[str | int, ...], name: str, lacking: dict[str, bool]) -> Iterator[Fault]:
    missing = [what for what, absent in lacking.items() if absent]
    if missing:
        yield Fault(place, f"{name!r} lacks {', '.join(missing)}", "Write what is missing")
