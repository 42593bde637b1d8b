"""How long it takes to plan the daily question of very many people who are due in the same minute.

`python -m benchmarks.daily_load [DATABASE_URL] [--people N] [--processes N]`: fills a new database with subscribers all
due at once, plans until nothing is due, and prints people a second and the largest resident memory of a process that
plans. Without an address it measures SQLite in a temporary folder; a PostgreSQL database named must be empty.
"""

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
import time as clock
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.services.daily.planner import Planner
from storage import Database, chats, pushes, schedules, users
from storage.models import ChatKind

NOW = datetime(2026, 5, 4, 7, 0, tzinfo=UTC)
FILL = 2000
"""Subscribers a transaction while the database is filled."""


async def fill(database: Database, people: int) -> None:
    """That many subscribers whose question is due now; each its own row in three tables, as the bot writes them."""
    for start in range(1, people + 1, FILL):
        async with database.transaction() as tx:
            for person in range(start, min(start + FILL, people + 1)):
                await users.meet(tx, person, "Ada", "en", NOW)
                await chats.meet(tx, person, ChatKind.PRIVATE, NOW)
                row = schedules.ScheduleRow(
                    user_id=person, chat_id=person, zone="Europe/Kyiv", at=time(10), next_at=NOW
                )
                await schedules.put(tx, row, NOW)


async def plan(url: str) -> None:
    """Plan until nothing is due, then print the memory it took in MB."""
    database = Database(url)
    planner = Planner(database)
    while await planner.plan(NOW + timedelta(seconds=1)):
        pass
    await database.dispose()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


async def prepare(url: str, people: int) -> None:
    """A migrated database with that many subscribers."""
    database = Database(url)
    await database.migrate()
    await fill(database, people)
    await database.dispose()


async def count(url: str, people: int) -> int:
    """How many questions are planned."""
    database = Database(url)
    async with database.reading() as tx:
        planned = len(await pushes.due(tx, NOW + timedelta(hours=1), people + 1))
    await database.dispose()
    return planned


def measure(url: str, people: int, processes: int) -> None:
    """Plan in processes of their own, so that their memory is that of planning alone."""
    asyncio.run(prepare(url, people))
    began = clock.perf_counter()
    command = [sys.executable, "-m", "benchmarks.daily_load", url, "--plan"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]  # noqa: S603 - ourselves
    memory = [float(run.communicate()[0]) for run in runs]
    took = clock.perf_counter() - began
    planned = asyncio.run(count(url, people))
    if planned != people:
        raise SystemExit(f"{planned} of {people} planned")
    print(f"{people} people, {processes} processes: {took:.1f} s, {people / took:.0f} a second, {max(memory):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--plan", action="store_true", help="only plan, in a database already filled")
    chosen = parser.parse_args()
    if chosen.plan:
        asyncio.run(plan(chosen.url))
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(chosen.url or f"sqlite:///{Path(folder) / 'load.db'}", chosen.people, chosen.processes)


if __name__ == "__main__":
    main()
