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
from dataclasses import asdict
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import insert

from bot.services.daily.planner import Planner
from storage import Database, pushes, schedules
from storage.models import Chat, ChatKind, Schedule, User

NOW = datetime(2026, 5, 4, 7, 0, tzinfo=UTC)
FILL = 2000
"""Subscribers a transaction while the database is filled."""


async def fill(database: Database, people: int) -> None:
    """That many subscribers whose question is due now."""
    person = {"name": "Ada", "language": "en", "settings": {}, "created_at": NOW, "seen_at": NOW}
    chat = {"kind": ChatKind.PRIVATE, "next_send_at": NOW, "created_at": NOW}
    wish = asdict(schedules.ScheduleRow(user_id=0, chat_id=0, zone="Europe/Kyiv", at=time(10), next_at=NOW))
    for start in range(1, people + 1, FILL):
        ids = range(start, min(start + FILL, people + 1))
        async with database.transaction() as tx:
            await tx.execute(insert(User), [{**person, "id": each} for each in ids])
            await tx.execute(insert(Chat), [{**chat, "id": each} for each in ids])
            mine = [{**wish, "user_id": each, "chat_id": each, "created_at": NOW} for each in ids]
            await tx.execute(insert(Schedule), mine)


async def plan(url: str) -> None:
    """Plan until nothing is due, then print the memory it took in MB and its own time in seconds."""
    database = Database(url)
    planner = Planner(database)
    while await planner.plan(NOW + timedelta(seconds=1)):
        pass
    await database.dispose()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


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
    used = [[float(figure) for figure in run.communicate()[0].split()] for run in runs]
    took = clock.perf_counter() - began
    planned = asyncio.run(count(url, people))
    if planned != people:
        raise SystemExit(f"{planned} of {people} planned")
    memory, own = max(each[0] for each in used), sum(each[1] for each in used)
    print(f"{people} people, {processes} processes: {took:.1f} s ({own:.1f} s of their own time), {memory:.0f} MB")


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
