"""Simulated memories of people, none of which knows anything of FSRS."""

import math
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.engine.daily.memory import Key

_DECAY, _SPACING, _THRESHOLD, _NOISE = 0.177, 0.217, -0.704, 0.255
"""Pavlik and Anderson 2005: decay of a first trace, its rise with activation, recall threshold and noise."""
_SECONDS = 86_400 * 0.025
"""A day between sessions fades a memory like so many seconds of one session (the same paper)."""
_ENCODING = 1.0
"""What a question with its explanation adds to a trace over a bare pair of words."""
_CUE = 0.5
"""What a probe adds to activation."""
_KNOWN = 0.35
"""Share of questions known from work."""


class Trace(Protocol):
    """A point in a person's head."""

    def recall(self, day: float, *, cued: bool = False) -> float:
        """The chance to recall the point then."""
        ...

    def meet(self, day: float, *, recalled: bool) -> None:
        """The point comes up, and its explanation with it."""
        ...


@dataclass
class Practice:
    """Traces that add up; each fades by a power law, faster when the memory was fresh as it was laid."""

    strength: float
    decay: float
    laid: list[tuple[float, float]] = field(default_factory=list)

    def activation(self, day: float) -> float:
        """Log of the sum of what is left of the traces."""
        left = sum(max((day - at) * _SECONDS, 60.0) ** -decay for at, decay in self.laid if at <= day)
        return self.strength + math.log(left) if left else -math.inf

    def recall(self, day: float, *, cued: bool = False) -> float:
        """A logistic function of activation; a cue adds to it."""
        above = self.activation(day) + _CUE * cued - _THRESHOLD
        return 1 / (1 + math.exp(min(-above / _NOISE, 700)))

    def meet(self, day: float, *, recalled: bool) -> None:  # noqa: ARG002 -- the explanation counts, not the success
        """Lay a trace."""
        self.laid.append((day, self.decay + _SPACING * math.exp(self.activation(day))))


@dataclass
class Strength:
    """A strength in days that fades by a power law, grows the more the harder the recall was, and drops by a lapse."""

    first: float
    growth: float
    power: float
    days: float = 0.0
    last: float | None = None

    def recall(self, day: float, *, cued: bool = False) -> float:
        """A power law of the days since the point was met, slower where there is a cue."""
        if self.last is None:
            return 0.0
        return float((1 + (day - self.last) / (self.days * (2 if cued else 1))) ** -self.power)

    def meet(self, day: float, *, recalled: bool) -> None:
        """Grow or drop."""
        forgotten = 1 - self.recall(day)
        grown = self.days * (1 + self.growth * forgotten)
        self.days = self.first if self.last is None else grown if recalled else max(self.first, 0.4 * self.days)
        self.last = day


def head(memory: str, questions: Iterable[tuple[Key, ...]], chance: random.Random) -> dict[Key, Trace]:
    """What a person brings along: people differ in how fast they forget, questions and points in how hard they are.

    Some questions are known from work: most of their points have come up several times in the year before.
    """
    person, traces = chance.gauss(0, 1), dict[Key, Trace]()
    for keys in questions:
        hard, known = chance.gauss(0, 1), chance.random() < _KNOWN
        for key in keys:
            trace = MEMORIES[memory](person, hard + chance.gauss(0, 1))
            if chance.random() < (0.8 if known else 0.1):
                for day in sorted(chance.uniform(-365, -5) for _ in range(chance.randint(4, 9))):
                    trace.meet(day, recalled=chance.random() < trace.recall(day))
            traces[key] = trace
    return traces


def _practice(person: float, point: float) -> Trace:
    return Practice(_ENCODING + 0.2 * point, max(0.08, _DECAY + 0.03 * person))


def _strength(person: float, point: float) -> Trace:
    """A point of the middle is recalled by 80 % after a day, and by half after a week."""
    return Strength(first=2.2 * math.exp(0.3 * person + 0.4 * point), growth=8 * math.exp(0.3 * point), power=0.6)


MEMORIES: Mapping[str, Callable[[float, float], Trace]] = {"practice": _practice, "strength": _strength}
