"""From /start to the report, through HTTP, with nothing that Telegram would refuse."""

import asyncio
import re
from itertools import pairwise
from pathlib import Path

from bot.domain.language import Language
from tests.e2e.bot_process import BOOT, BotProcess
from tests.e2e.candidate import BEGIN, NEW, Candidate
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.people import Seat
from tests.fakes.telegram.state import Message


async def test_interviews_in_three_languages_on_real_pages_have_no_refused_call(
    fake: FakeTelegram, bot: BotProcess, vault_bank: Path
) -> None:
    bot.settings["CONTENT_PATH"] = str(vault_bank)
    await bot.start()
    people = [
        Candidate(fake.user(number, "Ada", language.value), language) for number, language in enumerate(Language, 10)
    ]
    await asyncio.gather(*(person.hold("3 middle docker") for person in people))
    for person in people:
        heard = [message.text for message in person.seat.messages]
        assert all(before != after for before, after in pairwise(heard)), "nothing is said twice running"
        assert len(person.sent) < person.most
    assert not fake.refusals
    assert await bot.stop() == 0


async def _walk_to_the_first_question(seat: Seat, language: Language) -> Message:
    """From /start by buttons alone."""
    seat.send("/start")
    message = await seat.expect(seconds=BOOT)
    seat.press(message, BEGIN[language])
    message = await seat.expect(lambda heard: len(heard.labels) > 3)
    seat.press(message, message.labels[0])
    message = await seat.expect(lambda heard: "Middle" in heard.labels)
    seat.press(message, "Middle")
    message = await seat.expect(lambda heard: "3" in heard.labels)
    seat.press(message, "3")
    return await seat.expect(lambda heard: "?" in heard.text and len(heard.labels) >= 2)


async def test_strangers_get_from_start_to_the_first_question_by_buttons(fake: FakeTelegram, bot: BotProcess) -> None:
    await bot.start()
    strangers = [(fake.user(number, "Grace", language.value), language) for number, language in enumerate(Language, 20)]
    asked = await asyncio.gather(*(_walk_to_the_first_question(*stranger) for stranger in strangers))
    assert all(message.buttons for message in asked)
    assert not fake.refusals


async def test_two_people_at_once_do_not_get_each_others_questions(fake: FakeTelegram, bot: BotProcess) -> None:
    await bot.start()
    english = Candidate(fake.user(31, "Ada", "en"), Language.EN)
    russian = Candidate(fake.user(32, "Ада", "ru"), Language.RU)
    await asyncio.gather(english.hold("containers 2 junior"), russian.hold("базы данных 2 junior"))
    assert not re.search("[а-я]", "".join(message.text for message in english.seat.messages))
    assert NEW[Language.RU] in russian.seat.last.labels
    assert not fake.refusals
