"""A spoken answer, from the sound to the reaction, through a program of the operator's."""

import shlex
import sys

from tests.e2e.bot_process import BOOT, BotProcess
from tests.fakes.telegram.fake import FakeTelegram

SPOKEN = "Containers share the kernel of the host, a virtual machine boots a system of its own."
ECHO = "import sys; print(open(sys.argv[1], encoding='utf-8').read())"


async def test_a_voice_message_is_shown_confirmed_and_judged(fake: FakeTelegram, bot: BotProcess) -> None:
    bot.settings["TRANSCRIBER_COMMAND"] = shlex.join([sys.executable, "-c", ECHO])
    await bot.start()
    seat = fake.user(50, "Ada", "en")
    seat.send("/interview containers middle 3")
    await seat.expect("?", seconds=BOOT)
    seat.voice(SPOKEN.encode())
    shown = await seat.expect(SPOKEN, seconds=20)
    seat.press(shown, "Yes, take it")
    await seat.expect("Your answer", seconds=10)
    assert (await seat.expect("?", seconds=10)).text
    assert not fake.refusals
    assert "kernel" not in bot.said, "what people say is not logged"
