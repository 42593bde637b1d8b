"""The files of the bank change under a running bot: interviews go on as begun, and a broken bank changes nothing."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.bank.writer import write_bank
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question, RubricPoint, Topic
from bot.workers.crew import RELOAD
from tests.e2e.bot_process import BotProcess
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.people import Seat

TOPICS = {"caching": Topic("caching", {Language.EN: "Caching"})}
TAKEN, REFUSED = "bank_taken_up", "bank_refused"
PATIENCE = 6 * RELOAD
"""Seconds: a change is taken up at the second look that finds it."""


def question(name: str, prompt: str) -> Question:
    point = RubricPoint("keeps", f"A {name} keeps entries that are read often.", Level.JUNIOR)
    return Question(name, Language.EN, "caching", name.capitalize(), prompt, (point,))


def bank(*questions: Question) -> Bank:
    return Bank({(each.id, each.language): each for each in questions}, TOPICS)


OLD = bank(question("cache", "What is an old cache?"), question("queue", "What is an old queue?"))
NEW = bank(question("stack", "What is a new stack?"), question("heap", "What is a new heap?"))


async def logged(bot: BotProcess, event: str) -> dict[str, object]:
    """The first line of the log with that event, once it is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            lines = [json.loads(line) for line in bot.said.splitlines() if f'"{event}"' in line]
            if lines:
                return dict(lines[0])
            await asyncio.sleep(0.1)


async def asked(fake: FakeTelegram, number: int) -> tuple[Seat, str]:
    """Somebody who has begun an interview of two questions, and the first of them."""
    seat = fake.user(number, "Ada", "en")
    seat.send("/interview caching junior 2")
    return seat, (await seat.expect("What is", seconds=30)).text


async def following(seat: Seat) -> str:
    """The next question, after giving up on the one that is open."""
    for _ in range(6):
        seat.send("I don't know")
        heard = await seat.expect()
        if "What is" in heard.text:
            return heard.text
    raise AssertionError("no other question")


@pytest.fixture
async def folder(bot: BotProcess, tmp_path: Path) -> Path:
    """Where the bank of the bot lies, which runs on the old one."""
    place = tmp_path / "bank"
    write_bank(OLD, place)
    bot.settings["CONTENT_PATH"] = str(place)
    await bot.start()
    return place


@pytest.mark.slow
async def test_interviews_keep_their_bank_new_ones_get_the_new_and_a_broken_one_is_refused(
    fake: FakeTelegram, bot: BotProcess, folder: Path
) -> None:
    early, first = await asked(fake, 70)
    assert "old" in first

    write_bank(NEW, folder)
    assert (await logged(bot, TAKEN))["questions"] == len(NEW.questions)
    assert "old" in await following(early)
    late, other = await asked(fake, 71)
    assert "new" in other

    (folder / "questions" / "caching" / "heap.en.yaml").write_text("id: [", encoding="utf-8")
    refusal = await logged(bot, REFUSED)
    assert "heap.en.yaml" in str(refusal["first"])
    assert "new" in (await asked(fake, 72))[1]
    assert "new" in await following(late)
    assert not fake.refusals
    assert await bot.stop() == 0


@pytest.mark.slow
async def test_who_is_asked_something_that_is_gone_after_a_restart_is_answered(
    fake: FakeTelegram, bot: BotProcess, folder: Path
) -> None:
    seat, _ = await asked(fake, 73)
    await bot.kill()
    write_bank(NEW, folder)
    await bot.start()
    seat.send("A cache keeps entries that are read often.")
    assert (await seat.expect(seconds=30)).text
    assert "update_dropped" not in bot.said
    assert not fake.refusals
