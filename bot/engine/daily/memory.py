"""What a person remembers of each point: FSRS, in whole days of his own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler, State

RETENTION = 0.9
"""A point comes back when the chance to recall it has fallen to this; FSRS's default."""
LEECH = 4
"""Lapses from which a point is asked about in other words; half of Anki's 8, as points come back less often."""

Plain = Mapping[str, str | int | float]


class Key(NamedTuple):
    """A point of a question; ids of points are unique in their question alone."""

    question: str
    point: str


class Outcome(StrEnum):
    """What became of a point: said unasked, said when asked for, not said, or contradicted by a wrong claim."""

    STATED = "stated"
    ASSISTED = "assisted"
    MISSING = "missing"
    WRONG = "wrong"

    @property
    def recalled(self) -> bool:
        """Whether the point was said at all."""
        return self in (Outcome.STATED, Outcome.ASSISTED)


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of a point: `stability` in days to 90 % recall, `difficulty` 1-10, and when it comes back.

    Days are the person's own (`schedule.local_day`). `lapses` counts the times it came back and was not recalled.
    """

    stability: float
    difficulty: float
    due: date
    last: date
    reps: int
    lapses: int
    outcome: Outcome

    @property
    def leech(self) -> bool:
        """Whether asking for it in the same words does not help."""
        return self.lapses >= LEECH

    def plain(self) -> Plain:
        """JSON values that `from_plain` reads."""
        return {
            "stability": self.stability,
            "difficulty": self.difficulty,
            "due": self.due.isoformat(),
            "last": self.last.isoformat(),
            "reps": self.reps,
            "lapses": self.lapses,
            "outcome": self.outcome.value,
        }


def from_plain(values: Plain) -> Memory:
    """The memory in JSON values; KeyError or ValueError for others."""
    return Memory(
        stability=float(values["stability"]),
        difficulty=float(values["difficulty"]),
        due=date.fromisoformat(str(values["due"])),
        last=date.fromisoformat(str(values["last"])),
        reps=int(values["reps"]),
        lapses=int(values["lapses"]),
        outcome=Outcome(str(values["outcome"])),
    )


def review(memory: Memory | None, outcome: Outcome, day: date) -> Memory:
    """The memory after the point came up on that day; None for one that never did."""
    card, _ = _scheduler().review_card(_card(memory), _RATINGS[outcome], _noon(day))
    if card.stability is None or card.difficulty is None:
        raise AssertionError("FSRS left a reviewed card without a state")
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due.date(),
        last=day,
        reps=memory.reps + 1 if memory else 1,
        lapses=memory.lapses + (not outcome.recalled) if memory else 0,
        outcome=outcome,
    )


def retrievability(memory: Memory, day: date) -> float:
    """The chance 0..1 that the point is recalled on that day."""
    return float(_scheduler().get_card_retrievability(_card(memory), _noon(day)))


_RATINGS: Mapping[Outcome, Rating] = {
    Outcome.STATED: Rating.Good,
    Outcome.ASSISTED: Rating.Hard,
    Outcome.MISSING: Rating.Again,
    Outcome.WRONG: Rating.Again,
}


@cache
def _scheduler() -> Scheduler:
    # Without steps every interval is in days: there is one question a day.
    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _card(memory: Memory | None) -> Card:
    # An id and a due time are given because the constructor would sleep for the one and read the clock for the other.
    if memory is None:
        return Card(card_id=0, due=datetime.min.replace(tzinfo=UTC))
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.last),
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
