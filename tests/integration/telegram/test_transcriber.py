"""Voice messages through a real program, which here plays a speech model."""

import os
import shlex
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from telegram import Bot

from bot.domain.dialogue import Medium
from bot.domain.messaging import Dictated, Incoming, Place, PlaceKind, Sender, Sent, Typed
from bot.handlers.client import make_bot
from bot.handlers.transcriber import LONGEST, Transcriber
from tests.fakes.telegram import FakeTelegram

ECHO = "import sys; print(open(sys.argv[1], encoding='utf-8').read())"
"""Says what the audio file holds."""
SPOKEN = "Контейнер використовує ядро хоста,\n  а віртуальна машина має своє."


def program(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    client = make_bot(fake.token, fake.url)
    await client.initialize()
    yield client
    await client.shutdown()


def voice(fake: FakeTelegram, sound: str = SPOKEN, kind: PlaceKind = PlaceKind.PRIVATE) -> Incoming:
    fake.state.files["voice/1.oga"] = sound.encode()
    return Incoming(1, Sender(7), Place(7, kind), Sent(Medium.VOICE, 3, file="voice/1.oga"))


async def test_what_the_program_prints_is_what_was_said(fake: FakeTelegram, bot: Bot) -> None:
    heard = await Transcriber(bot, program(ECHO)).heard(voice(fake))
    assert heard.body == Dictated(" ".join(SPOKEN.split()), 3)
    assert (heard.update, heard.sender, heard.place) == (1, Sender(7), Place(7))


async def test_a_long_speech_fits_a_message(fake: FakeTelegram, bot: Bot) -> None:
    heard = await Transcriber(bot, program(ECHO)).heard(voice(fake, "слово " * 2000))
    assert isinstance(heard.body, Dictated)
    assert len(heard.body.text) == LONGEST


async def test_nothing_stays_on_the_disk(
    fake: FakeTelegram, bot: Bot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    await Transcriber(bot, program(ECHO)).heard(voice(fake))
    assert os.listdir(tmp_path) == []  # noqa: PTH208 -- the pathlib way is refused in async code


@pytest.mark.parametrize(
    ("command", "event"),
    [
        (program("raise SystemExit(3)"), "transcriber_failed"),
        (program("import time; time.sleep(60)"), "transcriber_too_slow"),
        ("/nowhere/at/all", "transcriber_not_run"),
    ],
    ids=["fails", "hangs", "is not there"],
)
async def test_when_the_program_has_no_words_the_message_stays_as_it_came(
    fake: FakeTelegram, bot: Bot, command: str, event: str
) -> None:
    incoming = voice(fake)
    with capture_logs() as logs:
        assert await Transcriber(bot, command, patience=0.5).heard(incoming) == incoming
    assert [log["event"] for log in logs] == [event]
    assert SPOKEN not in str(logs)


async def test_silence_is_no_answer(fake: FakeTelegram, bot: Bot) -> None:
    incoming = voice(fake, " \n ")
    assert await Transcriber(bot, program(ECHO)).heard(incoming) == incoming


async def test_what_a_hanging_program_began_ends_with_it(fake: FakeTelegram, bot: Bot, tmp_path: Path) -> None:
    late = tmp_path / "late"
    inner = f"import time, pathlib; time.sleep(1.5); pathlib.Path({str(late)!r}).touch()"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    incoming = voice(fake)
    assert await Transcriber(bot, program(outer), patience=0.3).heard(incoming) == incoming
    waiting = program("import time; time.sleep(2); print('done')")
    assert (await Transcriber(bot, waiting).heard(incoming)).body == Dictated("done", 3)
    assert not late.exists()


async def test_a_voice_message_that_telegram_has_lost_stays_as_it_came(fake: FakeTelegram, bot: Bot) -> None:
    incoming = voice(fake)
    fake.state.files.clear()
    assert await Transcriber(bot, program(ECHO)).heard(incoming) == incoming


async def test_without_a_program_nothing_is_fetched(fake: FakeTelegram, bot: Bot) -> None:
    incoming = voice(fake)
    assert await Transcriber(bot, "").heard(incoming) == incoming
    assert not fake.called("getFile")


@pytest.mark.parametrize(
    "body", [Typed("hello", 3), Sent(Medium.STICKER, 3), Sent(Medium.VOICE, 3)], ids=["text", "sticker", "no file"]
)
async def test_what_is_no_voice_message_is_left_alone(fake: FakeTelegram, bot: Bot, body: Typed | Sent) -> None:
    incoming = Incoming(1, Sender(7), Place(7), body)
    assert await Transcriber(bot, program(ECHO)).heard(incoming) == incoming


async def test_groups_are_not_listened_to(fake: FakeTelegram, bot: Bot) -> None:
    incoming = voice(fake, kind=PlaceKind.GROUP)
    assert await Transcriber(bot, program(ECHO)).heard(incoming) == incoming
    assert not fake.called("getFile")
