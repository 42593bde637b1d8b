"""An answer in several messages, with the waits people meet."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import Database, sessions, turns
from tests.e2e.bot_process import BOOT, BotProcess
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.people import Seat

PIECES = ("Containers share the kernel", "of the host,", "a virtual machine boots a system of its own.")


async def _asked(bot: BotProcess, fake: FakeTelegram) -> Seat:
    """Somebody who has been asked the first question."""
    await bot.start()
    seat = fake.user(50, "Ada", "en")
    seat.send("/interview containers middle 3")
    await seat.expect("?", seconds=BOOT)
    return seat


async def _answers(url: str) -> list[str]:
    database = Database(url)
    try:
        async with database.reading() as tx:
            (session,) = await sessions.history(tx, 50, 5)
            return [turn.answer for turn in await turns.of_session(tx, session.id) if turn.answer]
    finally:
        await database.dispose()


@pytest.fixture
async def bot(fake: FakeTelegram, sqlite_url: str, tmp_path: Path) -> AsyncIterator[BotProcess]:
    """The bot with the waits it has by default."""
    process = BotProcess(fake, sqlite_url, tmp_path / "bot.log", {"ANSWER_PAUSE": "1"})
    yield process
    await process.kill()


async def test_several_messages_get_one_reaction(fake: FakeTelegram, bot: BotProcess) -> None:
    seat = await _asked(bot, fake)
    for piece in PIECES:
        seat.send(piece)
    assert (await seat.expect(seconds=20)).text
    assert await seat.quiet(3), "one reaction, not one a message"
    assert fake.called("sendChatAction"), "meanwhile it is seen to listen"
    assert await bot.stop() == 0
    assert await _answers(bot.database_url) == [" ".join(PIECES)]


async def test_what_waits_when_the_bot_dies_is_answered_after_it(fake: FakeTelegram, bot: BotProcess) -> None:
    seat = await _asked(bot, fake)
    seat.send(PIECES[0])
    await fake.wait(lambda: fake.called("sendChatAction") or None, 10)
    await bot.kill()
    await bot.start()
    assert (await seat.expect(seconds=40)).text
    assert await bot.stop() == 0
    assert await _answers(bot.database_url) == [PIECES[0]]
