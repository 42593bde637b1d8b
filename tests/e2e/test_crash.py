"""The bot is killed again and again, updates come twice: nobody notices."""

import asyncio
import random
from itertools import cycle
from pathlib import Path

import pytest

from bot.domain.language import Language
from storage import Database, sessions, turns
from storage.sessions import SessionRow
from storage.turns import TurnRow
from tests.e2e.bot_process import BotProcess
from tests.e2e.candidate import Candidate
from tests.fakes.telegram.fake import FakeTelegram

RUNS = [(7, 6, 4), *(pytest.param((seed, 9, 6), marks=pytest.mark.slow) for seed in range(100, 112))]
"""Seed of the dice, people, kills."""


async def _torment(bot: BotProcess, dice: random.Random, kills: int) -> None:
    """Kill the bot at odd moments and start it again."""
    for _ in range(kills):
        await asyncio.sleep(dice.uniform(1.5, 4.0))
        await bot.kill()
        await bot.start()


async def _stored(url: str, person: int) -> tuple[SessionRow, tuple[TurnRow, ...]]:
    database = Database(url)
    try:
        async with database.reading() as tx:
            (session,) = await sessions.history(tx, person, 10)
            return session, await turns.of_session(tx, session.id)
    finally:
        await database.dispose()


@pytest.mark.parametrize("run", RUNS)
async def test_every_answer_is_kept_once_and_in_order_however_often_the_bot_dies(
    fake: FakeTelegram, database_url: str, tmp_path: Path, run: tuple[int, int, int]
) -> None:
    seed, size, kills = run
    bot = BotProcess(fake, database_url, tmp_path / "bot.log")
    people = [
        Candidate(fake.user(100 + number, "Ada", language.value), language)
        for number, language in zip(range(size), cycle(Language), strict=False)
    ]
    fake.queue.repeats = 0.3
    await bot.start()
    try:
        await asyncio.gather(
            _torment(bot, random.Random(seed), kills), *(person.hold("all 3 middle") for person in people)
        )
        assert await bot.stop() == 0
    finally:
        await bot.kill()
    for person in people:
        session, log = await _stored(database_url, person.seat.account.id)
        assert [turn.answer for turn in log if turn.answer in person.sent] == person.sent, "each once and in order"
        assert [turn.number for turn in log] == list(range(len(log)))
        assert session.status in {"finished", "stopped"}
        opened = [turn.question_id for turn in log if turn.question_id]
        runs = [question for at, question in enumerate(opened) if at == 0 or opened[at - 1] != question]
        assert len(runs) == len(set(runs)), "no question is asked twice"
    assert not [call for call in fake.refusals if call.code != 409]
