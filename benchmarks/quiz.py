"""Two hundred quizzes at once in one process: how long after its time each round is closed.

`python -m benchmarks.quiz [--games N] [--players N]`; the engine alone, with the real grader and the shipped bank. The
clock is a simulated one that moves on by the processor time each update really took, so nothing has to be waited for:
all games begin in the same second, updates queue for the one process, and lateness is waiting and work together.
"""

import argparse
import heapq
import itertools
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from bot.bank import load_bank
from bot.domain.language import Language, Level
from bot.domain.question import Bank
from bot.engine.quiz import Game, GameMode, Phase, Play, Quizmaster, Rules
from bot.engine.quiz.actions import Final, Wake
from bot.engine.quiz.events import GameEvent, Ticked
from bot.engine.quiz.standings import standings
from bot.grading import RubricGrader
from bot.services.codec import dump_game, load_game
from tests.unit.engine.helpers import NOW
from tests.unit.engine.quiz.crowd import Crowd

GAMES, PLAYERS, ROUNDS = 200, 5, 3
ALLOWED = 1.0
"""Seconds after its time by which a round must be closed."""
_CONTENT = Path(__file__).parents[1] / "content"


@dataclass
class _Hall:
    """All games, the queue of what will happen to them, and a clock that pays for every step."""

    master: Quizmaster
    crowds: list[Crowd]
    stored: list[str] = field(default_factory=list)
    finals: dict[int, Final] = field(default_factory=dict)
    late: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    queue: list[tuple[datetime, int, int, tuple[int, Phase] | None, GameEvent]] = field(default_factory=list)
    wakes: dict[int, datetime] = field(default_factory=dict)
    clock: datetime = NOW
    counter: Iterator[int] = field(default_factory=itertools.count)

    def put(self, at: datetime, table: int, phase: tuple[int, Phase] | None, event: GameEvent) -> None:
        heapq.heappush(self.queue, (at, next(self.counter), table, phase, event))

    def begin(self, rules: list[Rules]) -> None:
        for number, chosen in enumerate(rules):
            play = self.master.begin(chosen, self.clock, number)
            self.stored.append("")
            self._follow(number, None, play)

    def _follow(self, table: int, before: tuple[int, Phase] | None, play: Play) -> None:
        game = play.game
        self.stored[table] = dump_game(game)
        for action in play.actions:
            if isinstance(action, Wake):
                self.wakes[table] = action.at
                self.put(action.at, table, None, Ticked())
            elif isinstance(action, Final):
                self.finals[table] = action
        if _phase(game) != before:
            for at, event in self.crowds[table].plans(game, self.clock):
                self.put(at, table, _phase(game), event)

    def run(self) -> None:
        while self.queue:
            at, _, table, phase, event = heapq.heappop(self.queue)
            self.clock = max(self.clock, at)
            began = time.process_time()
            game = load_game(self.stored[table])
            if self._is_stale(table, at, phase, game):
                continue
            play = self.master.step(game, event, self.clock)
            self.stored[table] = dump_game(play.game)
            cost = time.process_time() - began
            self.costs.append(cost)
            self.clock += timedelta(seconds=cost)
            if (
                game.round is not None
                and game.phase is not Phase.PAUSE
                and play.game.phase in (Phase.PAUSE, Phase.OVER)
            ):
                self.late.append((self.clock - game.round.closes).total_seconds())
            self._follow(table, _phase(game), play)

    def _is_stale(self, table: int, at: datetime, phase: tuple[int, Phase] | None, game: Game) -> bool:
        """Whether a timer was replaced since, or a player was too slow for what he meant to do."""
        return self.wakes[table] != at if phase is None else phase != _phase(game)


def _phase(game: Game) -> tuple[int, Phase]:
    return len(game.asked), game.phase


def table_rules(games: int) -> list[Rules]:
    """Rules for that many games, of all modes and languages."""
    languages, modes = list(Language), list(GameMode)
    return [
        Rules(modes[number % len(modes)], languages[number % len(languages)], Level.MIDDLE, rounds=ROUNDS)
        for number in range(games)
    ]


def crowd(bank: Bank, language: Language, players: int, seed: int) -> Crowd:
    """Players who write the beginnings of the bank's own example answers."""

    def write(question: str, _: int, dice: Random) -> str:
        answer = dice.choice(bank.questions[question, language].examples).answer
        return answer[: dice.randint(40, 300)]

    return Crowd(players, Random(seed), write)


def measure(games: int, players: int) -> Iterator[str]:
    """Play that many games of all modes and languages at once and tell how it went."""
    bank = load_bank([_CONTENT])
    chosen = table_rules(games)
    crowds = [crowd(bank, rules.language, players, number) for number, rules in enumerate(chosen)]
    hall = _Hall(Quizmaster(bank, RubricGrader()), crowds)
    hall.begin(chosen)
    hall.run()
    ended = [load_game(text) for text in hall.stored]
    right = sum(hall.finals[number].standings == standings(game.counted) for number, game in enumerate(ended))
    costs = statistics.quantiles(hall.costs, n=100)
    yield f"{games} games of {players}, {len(hall.costs)} updates, {sum(hall.costs):.1f} s of work in {_span(hall)} s"
    yield f"an update: p50 {costs[49] * 1000:.1f} ms, p99 {costs[98] * 1000:.1f} ms"
    yield f"{len(hall.late)} rounds closed, late p50 {statistics.median(hall.late):.3f} s, worst {max(hall.late):.3f} s"
    yield f"boards that follow from the scores: {right} of {games}"
    yield f"every round closed within {ALLOWED:g} s: {'yes' if max(hall.late) <= ALLOWED else 'no'}"


def _span(hall: _Hall) -> str:
    return f"{(hall.clock - NOW).total_seconds():.0f}"


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=GAMES)
    parser.add_argument("--players", type=int, default=PLAYERS)
    options = parser.parse_args()
    for line in measure(options.games, options.players):
        print(line)


if __name__ == "__main__":
    main()
