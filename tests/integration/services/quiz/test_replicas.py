"""Two processes lead the same games at once, and whatever they do may fail at any moment: nobody's points are lost."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.domain.messaging import Body, Incoming, Ordered, Place, PlaceKind, Sender, Typed
from bot.engine.quiz.standings import standings
from bot.services.codec import load_game
from bot.services.desk import Desk
from storage import Database, StorageUnavailable, games, outbox
from storage.models import Game, OutboxMessage
from tests.integration.services.driver import NOON, open_desk
from tests.integration.services.quiz.group import GROUP

QUESTION = "container-vs-vm"
ANSWERS = (
    "All the containers on a machine share the kernel of the host.",
    "Control groups, cgroups, limit how much CPU and memory a container may use.",
    "A container starts in about a second because only a process is started and no operating system boots.",
)
PLAYERS = range(2, 12)


@pytest.fixture
def database_url(postgres_url: str) -> str:
    return postgres_url


@pytest.fixture
def desks(database: Database, replica: Database) -> tuple[Desk, Desk]:
    return open_desk(database, only=QUESTION), open_desk(replica, only=QUESTION)


class Chance:
    """Lets what a transaction does fail now and then, as when its process dies: all of it is rolled back."""

    def __init__(self, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.dice = random.Random(seed)
        self.failures = 0
        for module, name in ((games, "save"), (games, "put_scores"), (outbox, "enqueue")):
            monkeypatch.setattr(module, name, self._failing(getattr(module, name)))

    def _failing(self, work: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def risky(*args: Any, **kwargs: Any) -> Any:
            result = await work(*args, **kwargs)
            if self.dice.random() < 0.25:
                self.failures += 1
                raise StorageUnavailable("the process died")
            return result

        return risky


class Table:
    """Updates for two desks: each goes to either or, now and then, to both, again until it is taken."""

    def __init__(self, desks: tuple[Desk, Desk], dice: random.Random) -> None:
        self.desks = desks
        self.dice = dice
        self.updates = 0

    async def send(self, sender: int, body: Body, now: datetime, *, private: bool = False) -> None:
        self.updates += 1
        place = Place(sender) if private else Place(GROUP, PlaceKind.GROUP)
        incoming = Incoming(self.updates, Sender(sender, f"P{sender}"), place, body, at=now)
        chosen = self.desks if self.dice.random() < 0.3 else (self.dice.choice(self.desks),)
        await asyncio.gather(*(self._insist(desk, incoming, now) for desk in chosen))

    async def tick(self, now: datetime) -> None:
        """Both look at the timers at once; what fails is due again."""
        await asyncio.gather(*(desk.wake(now, 50) for desk in self.desks), return_exceptions=True)

    async def _insist(self, desk: Desk, incoming: Incoming, now: datetime) -> None:
        while True:
            try:
                await desk.receive(incoming, now)
            except StorageUnavailable:
                continue
            return


async def count(database: Database, *conditions: Any) -> int:
    async with database.reading() as tx:
        return (await tx.execute(select(func.count()).select_from(OutboxMessage).where(*conditions))).scalar_one()


@pytest.mark.parametrize("seed", [7, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(100, 120))])
async def test_every_answer_counts_once_and_every_round_is_shown_once(
    database: Database, desks: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = random.Random(seed)
    chance, table, now = Chance(seed, monkeypatch), Table(desks, dice), NOON
    await table.send(1, Ordered("quiz", "1 silent", 1), now)
    now += timedelta(seconds=40)
    async with database.reading() as tx:
        (game,) = await games.open_of_chat(tx, GROUP)
    link = Ordered("start", f"quiz-{game}", 1)
    await asyncio.gather(*(table.send(player, link, now, private=True) for player in PLAYERS))
    answers = [(player, Typed(ANSWERS[player % len(ANSWERS)], 100 + player)) for player in PLAYERS]
    await asyncio.gather(*(table.send(player, answer, now, private=True) for player, answer in answers))
    for _ in range(120):
        now += timedelta(seconds=3)
        await table.tick(now)
    async with database.transaction() as tx:
        row = await games.lock(tx, game)
        tallies = {each.user_id: each.points for each in await games.tallies(tx, GROUP, None)}
    assert row is not None
    assert row.finished_at is not None
    assert set(tallies) == set(PLAYERS)
    by_answer = [{tallies[player] for player in PLAYERS if player % len(ANSWERS) == at} for at in range(len(ANSWERS))]
    assert all(len(same) == 1 for same in by_answer), "whoever said the same has the same"
    recomputed = {each.player: each.points for each in standings(load_game(row.state).scores)}
    assert recomputed == tallies
    sent = OutboxMessage.target_id.is_(None), OutboxMessage.errand.is_(False), OutboxMessage.chat_id == GROUP
    assert await count(database, *sent) == 3, "board, reveal, end"
    assert chance.failures


async def test_two_who_begin_at_once_begin_one_game(database: Database, desks: tuple[Desk, Desk]) -> None:
    table = Table(desks, random.Random(1))
    await asyncio.gather(*(table.send(player, Ordered("quiz", "1 race", 1), NOON) for player in (1, 2)))
    async with database.reading() as tx:
        assert (await tx.execute(select(func.count()).select_from(Game))).scalar_one() == 1
