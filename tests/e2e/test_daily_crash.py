"""Four replicas on one PostgreSQL are killed at random while questions of the day are due: nobody is asked twice."""

import asyncio
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from bot.handlers.delivery import WIDTH
from storage import Database, chats, outbox, pushes, schedules, users
from storage.models import ChatKind, PushState
from storage.pushes import PushRow
from tests.e2e.bot_process import ROOT, BotProcess
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.people import Seat

REPLICAS = 4
QUESTION = {
    "id": "pod",
    "language": "en",
    "topic": "containers",
    "title": "Pod",
    "prompt": "What is a pod?",
    "points": [{"id": "smallest", "text": "The smallest unit of deployment.", "level": "junior"}],
}


class Replica(BotProcess):
    """The workers alone, which need no webhook to run side by side."""

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.e2e.daily_worker", env=self.environment, stdout=log, stderr=log, cwd=ROOT
            )


def small_bank(folder: Path) -> str:
    """A bank that is read in no time."""
    (folder / "questions" / "containers").mkdir(parents=True)
    (folder / "topics.yaml").write_text("- id: containers\n  names: {en: Containers}\n")
    (folder / "questions" / "containers" / "pod.en.yaml").write_text(yaml.safe_dump(QUESTION))
    return str(folder)


async def subscribe(url: str, seats: list[Seat]) -> None:
    """Everybody's question has been due for longer than the jitter spreads them."""
    database, now = Database(url), datetime.now(UTC)  # noqa: TID251 - the replicas live in real time
    due = (now - timedelta(minutes=3)).replace(microsecond=0)
    async with database.transaction() as tx:
        for seat in seats:
            person = seat.account.id
            await users.meet(tx, person, "Ada", "en", now)
            await chats.meet(tx, person, ChatKind.PRIVATE, now)
            row = schedules.ScheduleRow(user_id=person, chat_id=person, zone="UTC", at=due.time(), next_at=due)
            await schedules.put(tx, row, now)
    await database.dispose()


async def every_push(database: Database, people: int) -> list[PushRow]:
    async with database.reading() as tx:
        return [push for person in range(1, people + 1) for push in await pushes.recent(tx, person, 10)]


async def torment(replicas: list[Replica], dice: random.Random, kills: int) -> None:
    """Kill one replica after the other at odd moments and start it again."""
    for _ in range(kills):
        await asyncio.sleep(dice.uniform(0.3, 1.5))
        victim = dice.choice(replicas)
        await victim.kill()
        await victim.start()


async def settled(database: Database, people: int) -> list[PushRow]:
    """All questions, once each is decided."""
    async with asyncio.timeout(300):
        while True:
            found = await every_push(database, people)
            if len(found) == people and all(push.state in (PushState.SENT, PushState.SKIPPED) for push in found):
                return found
            await asyncio.sleep(0.2)


async def finish(database: Database, replicas: list[Replica]) -> None:
    """All die, their leases with them, and one comes back to do what is left."""
    await asyncio.gather(*(replica.kill() for replica in replicas))
    async with database.transaction() as tx:
        await outbox.release(tx, datetime.now(UTC))  # noqa: TID251 - as above
    await replicas[0].start()


RUNS = [(7, 16, 3), *(pytest.param((seed, 300, 40), marks=pytest.mark.slow) for seed in range(5))]
"""Seed of the dice, people, kills."""


@pytest.mark.parametrize("run", RUNS)
async def test_each_question_is_sent_at_most_once_and_accounted_for(
    fake: FakeTelegram, postgres_url: str, tmp_path: Path, run: tuple[int, int, int]
) -> None:
    seed, people, kills = run
    seats = [fake.user(person, "Ada", "en") for person in range(1, people + 1)]
    for seat in seats:
        seat.send("/start")
    await subscribe(postgres_url, seats)
    settings = {"CONTENT_PATH": small_bank(tmp_path / "bank"), "REPLICAS": str(REPLICAS)}
    replicas = [Replica(fake, postgres_url, tmp_path / f"{n}.log", settings) for n in range(REPLICAS)]
    database = Database(postgres_url)
    try:
        await asyncio.gather(*(replica.start() for replica in replicas))
        await torment(replicas, random.Random(seed), kills)
        await finish(database, replicas)
        found = await settled(database, people)
    finally:
        await asyncio.gather(*(replica.kill() for replica in replicas))
        await database.dispose()
    heard = {seat.account.id: sum("What is a pod?" in message.text for message in seat.messages) for seat in seats}
    sent = {push.user_id for push in found if push.state is PushState.SENT}
    assert all(heard[person] == 1 for person in sent), "what counts as sent has arrived, once"
    assert all(number <= 1 for number in heard.values()), "nobody is asked twice"
    lost = [push.reason for push in found if push.user_id not in sent]
    assert set(lost) <= {outbox.UNKNOWN}, "what does not count says so"
    assert len(lost) <= (kills + REPLICAS) * WIDTH, "no more than were just being sent"
    assert not fake.refusals
