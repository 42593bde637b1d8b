"""Two hundred quizzes at once through desk, timers and outbox on SQLite: how long after its time each round is closed.

`python -m benchmarks.quiz_service [--games N] [--players N]`. As `benchmarks.quiz`, with everything that a process does
for a group but the calls to Telegram, which are waited for elsewhere: updates are received, due timers looked for every
quarter of a second, rows of the outbox claimed and settled. The simulated clock moves on by the processor time of each.
Games begin spread over a minute.
"""

import argparse
import asyncio
import gc
import heapq
import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from benchmarks.quiz import ALLOWED, GAMES, PLAYERS, crowd, table_rules
from benchmarks.quizzes.stage import desk_over
from bot.bank import load_bank
from bot.domain.messaging import (
    Body,
    Incoming,
    Ordered,
    OutMessage,
    Place,
    PlaceKind,
    Pressed,
    Rights,
    Sender,
    Standing,
    Typed,
)
from bot.domain.messaging import Voted as PollVoted
from bot.domain.question import Bank
from bot.engine.quiz import Game, Phase, Rules
from bot.engine.quiz.events import Answered, Ballot, GameEvent, Joined, PollAnswered, Voted
from bot.engine.quiz.standings import standings
from bot.grading import RubricGrader
from bot.rendering.callbacks.quiz import AnswerLink, InGame, Move
from bot.services.codec import load_game
from bot.services.desk import Desk
from bot.services.outbox import Claim, Outbox
from bot.workers.crew import TICK, TIMERS
from storage import Database, games
from tests.integration.services.driver import CONTENT, NOON
from tests.unit.engine.quiz.crowd import Crowd

BEGIN = 60.0
"""Seconds over which the games begin."""
_MOVES = {Ballot.FOLLOW_UP: Move.ASK, Ballot.RATING: Move.RATE}
_Result = TypeVar("_Result")


@dataclass
class _Group:
    """One group: its players, what is known of its game, and the poll shown last."""

    number: int
    rules: Rules
    crowd: Crowd
    game: Game | None = None
    poll: str = ""

    @property
    def chat(self) -> int:
        return -1000 - self.number

    @property
    def phase(self) -> tuple[int, Phase] | None:
        return (len(self.game.asked), self.game.phase) if self.game else None

    def person(self, player: int) -> int:
        """Players of different groups are different people."""
        return self.number * 1000 + player

    def updates(self, event: GameEvent) -> Iterator[tuple[int, bool, Body]]:
        """What the messenger sends for a deed: by whom, whether in private, and the body."""
        game, number = self.number + 1, len(self.game.asked) if self.game else 0
        if isinstance(event, Answered):
            if event.private:
                yield event.player, True, Ordered("start", str(AnswerLink(game)), event.message)
            yield event.player, event.private, Typed(event.text, event.message)
        elif isinstance(event, PollAnswered):
            yield event.player, True, PollVoted(self.poll, event.options)
        elif isinstance(event, Joined):
            yield event.player, False, Pressed(str(InGame(game, number, Move.JOIN)), None, "c")
        elif isinstance(event, Voted):
            yield event.player, False, Pressed(str(InGame(game, number, _MOVES[event.ballot], event.choice)), None, "c")


@dataclass
class _Town:
    """All groups, one process that serves them, and the clock that pays for it."""

    database: Database
    desk: Desk
    outbox: Outbox
    groups: list[_Group]
    clock: datetime = NOON
    queue: list[tuple[datetime, int, int, tuple[int, Phase] | None, GameEvent | None]] = field(default_factory=list)
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    late: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    work: float = 0.0
    sent: int = 0

    async def _paid(self, doing: Awaitable[_Result]) -> _Result:
        began = time.process_time()
        result = await doing
        cost = time.process_time() - began
        self.work += cost
        self.clock += timedelta(seconds=cost)
        return result

    def put(self, at: datetime, group: _Group, phase: tuple[int, Phase] | None, event: GameEvent | None) -> None:
        heapq.heappush(self.queue, (at, next(self.counter), group.number, phase, event))

    async def run(self) -> None:
        """Until every game has ended; whatever was due first comes first."""
        for group in self.groups:
            self.put(NOON + timedelta(seconds=BEGIN * group.number / len(self.groups)), group, None, None)
        tick = NOON
        while self.queue or any(group.game is None or not group.game.finished for group in self.groups):
            if self.queue and self.queue[0][0] <= tick:
                await self._happen(*heapq.heappop(self.queue))
            else:
                self.clock = max(self.clock, tick)
                tick = self.clock + timedelta(seconds=TICK)
                await self._look()

    async def _happen(
        self, at: datetime, _: int, number: int, phase: tuple[int, Phase] | None, event: GameEvent | None
    ) -> None:
        group = self.groups[number]
        self.clock = max(self.clock, at)
        if event is None:
            rules = group.rules
            words = f"{rules.mode} {rules.rounds} {rules.level.key} {rules.language}"
            await self._receive(group, 1, Ordered("quiz", words, 1), at)
        elif phase == group.phase:
            for player, private, body in group.updates(event):
                await self._receive(group, player, body, at, private=private)
        await self._read(group)

    async def _receive(self, group: _Group, player: int, body: Body, at: datetime, *, private: bool = False) -> None:
        """Take an update that was made at that time, however long it has waited; and send at once what may be sent."""
        work, person = self.work, group.person(player)
        place = Place(person) if private else Place(group.chat, PlaceKind.GROUP)
        standing = Standing(group.chat, admin=player == 1, rights=Rights(hears=True))
        update = Incoming(
            next(self.counter),
            Sender(person, f"P{player}", group.rules.language),
            place,
            body,
            standing=standing,
            at=at.replace(microsecond=0),
        )
        receipt = await self._paid(self.desk.receive(update, self.clock))
        if receipt.outbox:
            await self._deliver(await self._paid(self.outbox.claim(self.clock, len(receipt.outbox), receipt.outbox)))
        self.costs.append(self.work - work)

    async def _look(self) -> None:
        """What the ticker and the dispatcher do in a quarter of a second."""
        due = [group for group in self.groups if _is_due(group, self.clock)]
        await self._paid(self.desk.wake(self.clock, TIMERS))
        for group in due:
            await self._read(group)
        await self._deliver(await self._paid(self.outbox.claim(self.clock, TIMERS)))

    async def _deliver(self, claims: tuple[Claim, ...]) -> None:
        for claim in claims:
            if not await self._paid(self.outbox.begin(claim, self.clock)):
                continue
            number, poll = next(self.counter), None
            if isinstance(claim.message, OutMessage) and claim.message.poll is not None:
                poll = f"poll{number}"
                self.groups[-1000 - claim.place.chat].poll = poll
            self.sent += not claim.is_errand
            await self._paid(self.outbox.sent(claim, self.clock, number, poll))

    async def _read(self, group: _Group) -> None:
        """See what has become of a game, plan what its players do next, note how late a round was closed."""
        async with self.database.reading() as tx:
            states = await games.recent_states(tx, group.chat, 1)
        before, phase = group.game, group.phase
        group.game = load_game(states[0]) if states else None
        if group.game is None or group.phase == phase:
            return
        if (
            before is not None
            and before.round is not None
            and before.phase is not Phase.PAUSE
            and _is_closed(group.game)
        ):
            self.late.append((self.clock - before.round.closes).total_seconds())
        for at, event in group.crowd.plans(group.game, self.clock):
            self.put(at, group, group.phase, event)


def _is_due(group: _Group, now: datetime) -> bool:
    return group.game is not None and group.game.wake is not None and group.game.wake <= now


def _is_closed(game: Game) -> bool:
    return game.phase in (Phase.PAUSE, Phase.OVER)


async def _boards(town: _Town) -> int:
    """Groups whose rows add up to the board that the game ended with."""
    right = 0
    async with town.database.reading() as tx:
        for group in town.groups:
            rows = {row.user_id: row.points for row in await games.tallies(tx, group.chat, None)}
            board = standings(group.game.counted) if group.game else ()
            right += rows == {each.player: each.points for each in board}
    return right


def _prepared(bank: Bank) -> RubricGrader:
    """As the bot does at its start: the bank read for the grader, and out of the collector's way."""
    grader = RubricGrader()
    for question in bank.questions.values():
        grader.rubric(question)
    gc.freeze()
    return grader


async def measure(count: int, players: int) -> list[str]:
    """Play that many games at once and tell how it went."""
    bank = load_bank([CONTENT])
    grader = _prepared(bank)
    groups = [
        _Group(number, rules, crowd(bank, rules.language, players, number))
        for number, rules in enumerate(table_rules(count))
    ]
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'quiz.db'}")
        await database.migrate()
        town = _Town(database, desk_over(database, bank, grader), Outbox(database), groups)
        await town.run()
        right = await _boards(town)
        await database.dispose()
    span, costs = (town.clock - NOON).total_seconds(), statistics.quantiles(town.costs, n=100)
    return [
        f"{count} games of {players}: {town.work:.0f} s of work in {span:.0f} s, {town.sent} messages and edits",
        f"an update with what is sent for it: p50 {costs[49] * 1000:.1f} ms, p99 {costs[98] * 1000:.1f} ms",
        f"{len(town.late)} rounds closed, late p50 {statistics.median(town.late):.2f} s, worst {max(town.late):.2f} s",
        f"boards that follow from the rows: {right} of {count}",
        f"every round closed within {ALLOWED:g} s: {'yes' if max(town.late) <= ALLOWED else 'no'}",
    ]


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=GAMES)
    parser.add_argument("--players", type=int, default=PLAYERS)
    options = parser.parse_args()
    for line in asyncio.run(measure(options.games, options.players)):
        print(line)


if __name__ == "__main__":
    main()
