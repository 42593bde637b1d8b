"""Time to start, memory, and the time from an update to its answer, of the bot as a process against a fake Telegram.

`python -m benchmarks.service [--content DIR]`; the fake answers at once, so the times are the bot's own and the
machine's. People write one after the other, each at most once a second as the pace of a chat has it, once with the
questions not read yet for the grader, as right after a start, and once with all of them read. Seconds of the processor
are the bot's own, however busy the machine is.
"""

import argparse
import asyncio
import os
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
    # A question with a greeting before it is two messages, the second of which comes at the pace of the chat.
    seat.cursor = len(seat.chat.log)
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
        await _answer(bot, seats, range(1), "right after the start")
        while "bank_prepared" not in bot.said:  # noqa: ASYNC110 -- it is another process that gets ready
            await asyncio.sleep(0.5)
        await _answer(bot, seats, range(1, ROUNDS), "with the bank read")
        print(f"resident after them, three languages in use: {_resident(bot):.0f} MiB")
        await bot.stop()


async def _answer(bot: BotProcess, seats: list[Seat], turns: range, when: str) -> None:
    """Let everybody answer, and print how long that took."""
    times, spent = [], []
    for turn in turns:
        for number, seat in enumerate(seats, 1):
            answers, before = ANSWERS[list(Language)[number % 3]], _processor(bot)
            times.append(await _timed(seat, f"{answers[turn % len(answers)]} {turn}"))
            spent.append(_processor(bot) - before)
    print(f"{when}, {len(times)} answers: {_cuts(times)} from update to answer; {_cuts(spent)} of the processor")


def _cuts(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=100)
    return f"p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms"


def _processor(bot: BotProcess) -> float:
    """Seconds of the processor that the bot has used, to a hundredth, as Linux tells it (proc(5), utime and stime)."""
    fields = Path(f"/proc/{bot.process.pid if bot.process else 'self'}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", default="builtin", help="bank folders, as CONTENT_PATH takes them")
    asyncio.run(_measure(parser.parse_args().content))


if __name__ == "__main__":
    main()
