"""Time to start, memory, and the time from an update to its answer, of the bot as a process against a fake Telegram.

`python -m benchmarks.service [--content DIR]`; the fake answers at once, so the times are the bot's own and the
machine's. People write one after the other, each at most once a second as the pace of a chat has it.
"""

import argparse
import asyncio
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from bot.domain.language import Language
from tests.e2e.bot_process import BotProcess
from tests.e2e.candidate import ANSWERS
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.people import Seat

PEOPLE = 200
ROUNDS = 4


async def _timed(seat: Seat, text: str) -> float:
    began = time.perf_counter()
    seat.send(text)
    await seat.expect(seconds=30)
    return time.perf_counter() - began


def _resident(bot: BotProcess) -> float:
    """Resident memory of the bot in MiB, as ps tells it."""
    number = str(bot.process.pid) if bot.process else ""
    return int(subprocess.run(["ps", "-o", "rss=", "-p", number], check=True, capture_output=True).stdout) / 1024  # noqa: S603, S607 -- our own process


async def _measure(content: str) -> None:
    with FakeTelegram.unhurried() as fake, tempfile.TemporaryDirectory() as folder:
        bot = BotProcess(fake, f"sqlite:///{folder}/bot.db", Path(folder) / "log", {"CONTENT_PATH": content})
        seats = [fake.user(number, "Ada", list(Language)[number % 3].value) for number in range(1, PEOPLE + 1)]
        began = time.perf_counter()
        await bot.start()
        await _timed(seats[0], "/start")
        print(f"from start to the first answer: {time.perf_counter() - began:.2f} s")
        print(f"resident at first: {_resident(bot):.0f} MiB")
        for seat in seats:
            await _timed(seat, "/interview all 5 middle")
        times: list[float] = []
        for turn in range(ROUNDS):
            for number, seat in enumerate(seats, 1):
                answers = ANSWERS[list(Language)[number % 3]]
                times.append(await _timed(seat, f"{answers[turn % len(answers)]} {turn}"))
        cuts = statistics.quantiles(times, n=100)
        print(f"update to answer over {len(times)} answers: p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms")
        print(f"resident after them, three languages in use: {_resident(bot):.0f} MiB")
        await bot.stop()


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", default="builtin", help="bank folders, as CONTENT_PATH takes them")
    asyncio.run(_measure(parser.parse_args().content))


if __name__ == "__main__":
    main()
