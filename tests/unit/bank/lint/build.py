"""Questions for tests of the rules: a sound one, of which each test spoils a part."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.bank.lint.model import Check, Subject
from bot.domain.language import Language, Level
from bot.domain.question import Example, FollowUp, Misconception, Question, RubricPoint

PROBE = "What has to be there first?"


def point(number: int, **changes: Any) -> RubricPoint:
    """A point with everything that a point of our own has."""
    made = RubricPoint(
        f"p{number}",
        f"Statement number {number} stands",
        Level.JUNIOR,
        phrasings=(f"{number} holds", f"it is {number} that matters", f"we rely upon {number}"),
        probe=PROBE,
        hints=("Look below.", "It stands as…"),
    )
    return replace(made, **changes)


def flag(number: int, **changes: Any) -> Misconception:
    """A red flag with everything that a flag of our own has."""
    made = Misconception(
        f"f{number}",
        f"Fable {number} is a fact",
        correction=f"Fable {number} was made up",
        phrasings=(f"{number} happened", f"everybody saw {number}", f"there are witnesses of {number}"),
        near_misses=(f"Fable {number} is told as a fact",),
        probe="So you would say it is true?",
    )
    return replace(made, **changes)


def question(**changes: Any) -> Question:
    """A question that no rule has anything against."""
    made = Question(
        "q",
        Language.EN,
        "topic",
        "Title",
        "What stands where?",
        points=tuple(point(number) for number in range(6)),
        red_flags=tuple(flag(number) for number in range(4)),
        follow_ups=tuple(FollowUp(f"u{number}", "And if it falls?", "It is put up again") for number in range(4)),
        explanations={level: "\n\n".join(point(number).text for number in range(6)) for level in Level},
        rewording="What is where?",
        scope="Here and now.",
        examples=(
            Example("strong", Level.SENIOR, "all", stated=tuple(f"p{number}" for number in range(6))),
            Example("flagged", Level.SENIOR, "fable", asserted=("f0",)),
            Example("denies", Level.SENIOR, "no fable", denied=("f0",)),
        ),
    )
    return replace(made, **changes)


def with_point(**changes: Any) -> Question:
    """The question with its second point changed."""
    sound = question()
    return replace(sound, points=(sound.points[0], point(1, **changes), *sound.points[2:]))


def with_flag(**changes: Any) -> Question:
    """The question with its second red flag changed."""
    sound = question()
    return replace(sound, red_flags=(sound.red_flags[0], flag(1, **changes), *sound.red_flags[2:]))


def subject(spoilt: Question, *others: Question, known: Iterable[str] = ()) -> Subject:
    """The question among others of the same id in other languages."""
    versions = {version.language: version for version in (*others, spoilt)}
    return Subject(spoilt, Path(f"{spoilt.id}.{spoilt.language}.yaml"), versions, frozenset((spoilt.id, *known)))


def places(check: Check, looked_at: Subject | Question) -> list[tuple[str | int, ...]]:
    """Where a rule finds faults."""
    looked_at = looked_at if isinstance(looked_at, Subject) else subject(looked_at)
    return [fault.place for fault in check(looked_at)]
