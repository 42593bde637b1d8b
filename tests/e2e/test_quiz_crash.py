"""The bot is killed in the middle of a round: every answer counts, and the round ends as if nothing had happened."""

import asyncio
from pathlib import Path

import pytest

from storage import Database, games
from tests.e2e.bot_process import BotProcess
from tests.fakes.telegram.fake import FakeTelegram

PLAYERS = (11, 12, 13)
PATIENCE = 120.0


@pytest.mark.slow
async def test_a_round_outlives_the_process_that_began_it(
    fake: FakeTelegram, database_url: str, tmp_path: Path
) -> None:
    bot = BotProcess(fake, database_url, tmp_path / "bot.log")
    group = fake.group(supergroup=True)
    seats = [group.seat(fake.user(number, f"P{number}")) for number in PLAYERS]
    await bot.start()
    try:
        seats[0].send("/quiz")
        menu = await seats[0].expect("🎲", seconds=PATIENCE)
        seats[0].tap(menu, "qset:-:seconds:30")
        await seats[0].expect("30 s", seconds=PATIENCE)
        seats[0].send("/quiz 1 race")
        board = await seats[0].expect("Race, round 1", seconds=PATIENCE)
        for seat in seats:
            await asyncio.sleep(2)
            seat.send(f"I am {seat.account.name} and it depends on how the data are stored.", reply_to=board)
            await bot.kill()
            await bot.start()
        await seats[0].expect("🏁", seconds=PATIENCE)
        assert await bot.stop() == 0
    finally:
        await bot.kill()
    database = Database(database_url)
    try:
        async with database.reading() as tx:
            tallies = await games.tallies(tx, group.chat.id, None)
    finally:
        await database.dispose()
    assert [row.user_id for row in tallies] == list(PLAYERS)
    boards = [message for message in group.chat.transcript if message.by_bot and "Race, round 1" in message.text]
    assert len(boards) == 1
    assert not [call for call in fake.refusals if call.code != 409]
