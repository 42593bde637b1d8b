"""Retention after a year of daily questions: the choice by FSRS against a fixed ladder, at equal load.

`python -m benchmarks.daily`. The people are simulated, with two memories that know nothing of FSRS or its parameters:

- practice: traces that add up and fade by a power law each, faster when the memory was fresh as they were laid (Pavlik
  and Anderson, "Practice and Forgetting Effects on Vocabulary Memory", Cognitive Science 29, 2005, their constants);
- strength: one strength that fades by a power law, grows the more the harder the recall was, and drops by a lapse.

Both are set so that a point of the middle is recalled by four in five after a day and by half after a week. People and
points are spread around that, and a third of the questions is known from work. The ladder has the same questions, the
same share of new ones, and asks for what is longest overdue; a point goes up by being stated and to the lowest rung
otherwise. It either stays on its last rung or ends there.
"""

import argparse
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from benchmarks.heads import MEMORIES, Trace, head
from bot.domain.language import Language, Level
from bot.domain.question import Question, RubricPoint
from bot.engine.daily.choosing import FRESH_EVERY, Learner, choose
from bot.engine.daily.memory import Key, Memory, Outcome, review

BEGIN = date(2026, 1, 1)
DAYS, PEOPLE, SEEDS = 365, 6, 5
POINTS = 4
LADDER = (1, 3, 7, 14)
NEVER = 10 * DAYS
FIRST_SEED = 100
"""The rules were tuned on people of lower seeds."""


class Policy(Protocol):
    """Chooses the question of a day and learns what became of its points."""

    def choose(self, day: int) -> Question:
        """The question to ask."""
        ...

    def review(self, key: Key, outcome: Outcome, day: int) -> None:
        """Note what became of a point of it."""
        ...


class Fsrs:
    """The product's own choice."""

    def __init__(self, bank: Sequence[Question], seed: int) -> None:
        self._bank, self._seed = bank, seed
        self._memories: dict[Key, Memory] = {}
        self._recent: list[str] = []

    def choose(self, day: int) -> Question:
        """By the product's rules."""
        learner = Learner(Level.MIDDLE, self._memories, self._recent)
        picked = choose(self._bank, learner, BEGIN + timedelta(days=day), self._seed + day)
        if picked is None:
            raise LookupError("the bank is empty")
        self._recent = [*self._recent[-4:], picked.question]
        return next(question for question in self._bank if question.id == picked.question)

    def review(self, key: Key, outcome: Outcome, day: int) -> None:
        """By FSRS."""
        self._memories[key] = review(self._memories.get(key), outcome, BEGIN + timedelta(days=day))


class Ladder:
    """Fixed intervals; new questions are mixed in as in the product."""

    def __init__(self, bank: Sequence[Question], seed: int, *, ends: bool) -> None:
        self._bank, self._random, self._ends = bank, random.Random(seed), ends
        self._rungs: dict[Key, int] = {}
        self._due: dict[Key, int] = {}
        self._recent: list[tuple[str, bool]] = []

    def choose(self, day: int) -> Question:
        """The longest overdue, or a new one in its turn."""
        last = self._recent[-1][0] if self._recent else None
        others = [question for question in self._bank if question.id != last]
        first = {question.id: self._first_due(question) for question in others}
        new = [question for question in others if first[question.id] is None]
        due = [question for question in others if (at := first[question.id]) is not None and at <= day]
        latest = [fresh for _, fresh in self._recent[-(FRESH_EVERY - 1) :]]
        fresh = bool(new) and (not due or (len(latest) == FRESH_EVERY - 1 and not any(latest)))
        chosen = self._random.choice(new) if fresh else min(due or others, key=lambda each: first[each.id] or 0)
        self._recent = [*self._recent[-4:], (chosen.id, fresh)]
        return chosen

    def review(self, key: Key, outcome: Outcome, day: int) -> None:
        """A rung up or down to the lowest."""
        rung = self._rungs.get(key, -1) + 1 if outcome is Outcome.STATED else 0
        over = self._ends and rung >= len(LADDER)
        self._rungs[key] = rung
        self._due[key] = day + (NEVER if over else LADDER[min(rung, len(LADDER) - 1)])

    def _first_due(self, question: Question) -> int | None:
        return min((self._due[key] for key in keys(question) if key in self._due), default=None)


@dataclass(frozen=True)
class Result:
    """Shares of the bank's points recalled at the end and a month later, points met, and recall when asked."""

    end: float
    month_later: float
    met: float
    asked: float

    def figures(self) -> tuple[float, ...]:
        """All of them."""
        return self.end, self.month_later, self.met, self.asked


def main() -> None:
    """Print the comparison for banks of several sizes."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.daily", description=__doc__)
    options.add_argument("--seeds", type=int, default=SEEDS)
    options.add_argument("--people", type=int, default=PEOPLE)
    options.add_argument("--bank", type=int, nargs="*", default=(60, 150), help="numbers of questions")
    chosen = options.parse_args()
    print(f"{chosen.people} people, {chosen.seeds} seeds, one question of {POINTS} points a day for {DAYS} days")
    for memory in MEMORIES:
        for questions in chosen.bank:
            print(f"{memory}, a bank of {questions} questions")
            for line in lines(memory, questions, chosen.people, chosen.seeds):
                print(f"  {line}")


def lines(memory: str, questions: int, people: int, seeds: int) -> Iterator[str]:
    """Figures of each policy, and how much more than each ladder FSRS keeps at the end."""
    found = {name: [_population(name, memory, questions, people, seed) for seed in range(seeds)] for name in _POLICIES}
    for name, results in found.items():
        shown = ", ".join(f"{title} {_spread([value(each) for each in results])}" for title, value in _FIGURES.items())
        gains = [100 * (one.end - two.end) for one, two in zip(found["fsrs"], results, strict=True)]
        better = f"; fsrs {statistics.mean(gains):+.1f} ({min(gains):+.1f} to {max(gains):+.1f} by seed)"
        yield f"{name}: {shown}{better if name != 'fsrs' else ''}"


_FIGURES: Mapping[str, Callable[[Result], float]] = {
    "recalled at the end": lambda each: each.end,
    "a month later": lambda each: each.month_later,
    "met": lambda each: each.met,
    "recalled when asked": lambda each: each.asked,
}


def _spread(values: Sequence[float]) -> str:
    noise = statistics.stdev(values) if len(values) > 1 else 0.0
    return f"{100 * statistics.mean(values):.1f} % ± {100 * noise:.1f}"


def _population(policy: str, memory: str, questions: int, people: int, seed: int) -> Result:
    """Means over people; the same seed makes the same people for every policy."""
    results = [year(policy, memory, bank(questions), 1000 * (FIRST_SEED + seed) + person) for person in range(people)]
    return Result(*(statistics.mean(part) for part in zip(*(each.figures() for each in results), strict=True)))


def bank(questions: int) -> tuple[Question, ...]:
    """Questions with points of one level."""
    points = tuple(RubricPoint(f"p{number}", "A statement", Level.MIDDLE) for number in range(POINTS))
    return tuple(
        Question(f"q{number}", Language.EN, f"topic {number % 6}", "T", "P?", points) for number in range(questions)
    )


def keys(question: Question) -> tuple[Key, ...]:
    """Keys of its points."""
    return tuple(Key(question.id, point.id) for point in question.points)


def year(policy: str, memory: str, questions: Sequence[Question], seed: int) -> Result:
    """One person's year."""
    chance = random.Random(seed)
    traces = head(memory, map(keys, questions), chance)
    chooser = _POLICIES[policy](questions, seed)
    met, recalled, asked = set[Key](), 0, 0
    for day in range(DAYS):
        question = chooser.choose(day)
        outcomes = _answer(question, traces, day, chance)
        recalled += sum(outcome is Outcome.STATED for key, outcome in outcomes.items() if key in met)
        asked += sum(key in met for key in outcomes)
        met |= set(outcomes)
        for key, outcome in outcomes.items():
            traces[key].meet(day, recalled=outcome.recalled)
            chooser.review(key, outcome, day)
    end, later = (statistics.mean(trace.recall(DAYS + days) for trace in traces.values()) for days in (0, 30))
    return Result(end, later, len(met) / len(traces), recalled / max(asked, 1))


_POLICIES: Mapping[str, Callable[[Sequence[Question], int], Policy]] = {
    "fsrs": Fsrs,
    "ladder": partial(Ladder, ends=False),
    "ladder that ends": partial(Ladder, ends=True),
}


def _answer(question: Question, traces: Mapping[Key, Trace], day: int, chance: random.Random) -> dict[Key, Outcome]:
    """Points come to mind or not; the first that does not is probed, once."""
    outcomes = {}
    probed = False
    for key in keys(question):
        if chance.random() < traces[key].recall(day):
            outcomes[key] = Outcome.STATED
        elif not probed and chance.random() < traces[key].recall(day, cued=True):
            outcomes[key], probed = Outcome.ASSISTED, True
        else:
            outcomes[key], probed = Outcome.MISSING, True
    return outcomes


if __name__ == "__main__":
    main()
