"""The daily question through HTTP, in private and in a group, with nothing that Telegram would refuse."""

import asyncio
import sqlite3
from pathlib import Path

from bot.bank import load_bank
from bot.domain.language import Language
from bot.i18n import Texts
from bot.rendering.html import plain_text
from bot.rendering.markdown import inline_html
from tests.e2e.bot_process import ROOT, BotProcess
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.people import Seat
from tests.fakes.telegram.state import Message

CONTENT = ROOT / "content"
DONT_KNOW = {Language.EN: "I don't know", Language.RU: "не знаю", Language.UK: "не знаю"}
HEADING = {Language.EN: "Question of the day", Language.RU: "Вопрос дня", Language.UK: "Запитання дня"}
LONG_AGO = "2020-01-01 00:00:00.000000"
RECENTLY = "strftime('%Y-%m-%d %H:%M:%f000', 'now', '-5 minutes')"


def change(tmp_path: Path, statement: str) -> None:
    """What only the clock does otherwise."""
    with sqlite3.connect(tmp_path / "bot.db", timeout=20) as database:
        database.execute(statement)
    database.close()


async def walk(seat: Seat, language: Language, texts: Texts) -> None:
    """Subscribe, answer, look at what there is to set, and stop."""

    def label(text_id: str) -> str:
        return texts.text(language, text_id)

    def offers(text_id: str) -> Message | None:
        return next((each for each in reversed(seat.messages) if label(text_id) in each.labels), None)

    seat.send("/daily")
    await seat.expect("14:30", seconds=30)
    seat.send("Київ")
    await seat.expect(HEADING[language])
    seat.send(DONT_KNOW[language])
    await seat.expect("?")
    seat.send(DONT_KNOW[language])
    result = await seat.expect(lambda heard: label("button-daily-more") in heard.labels)
    seat.press(result, label("button-daily-more"))
    more = await seat.expect(HEADING[language])
    seat.press(more, label("button-skip"))
    await seat.expect(label("daily-skipped"))
    seat.send("/daily")
    sheet = await seat.expect(lambda heard: label("button-dial-days") in heard.labels)
    await seat.press(sheet, label("button-dial-days")).answered()
    await seat.fake.wait(lambda: offers("button-setting-back"), 20)
    seat.send("/progress")
    await seat.expect(lambda heard: heard.kind == "photo", seconds=30)
    seat.send("/pause 2w")
    await seat.expect("/today")
    seat.send("/daily off")
    await seat.expect("/daily")


async def test_three_people_live_with_it_in_three_languages(fake: FakeTelegram, bot: BotProcess) -> None:
    await bot.start()
    texts = Texts.load(strict=True)
    people = [(fake.user(number, "Ada", language.value), language) for number, language in enumerate(Language, 60)]
    await asyncio.gather(*(walk(seat, language, texts) for seat, language in people))
    assert not fake.refusals
    assert await bot.stop() == 0


async def ask_group(tmp_path: Path, admin: Seat, language: Language) -> Message:
    """The group's question, brought forward."""
    admin.send("/daily 10:00 Kyiv")
    await admin.expect("10:00", seconds=30)
    change(tmp_path, f"UPDATE schedules SET next_at = {RECENTLY} WHERE chat_id = {admin.chat.id}")  # noqa: S608 - our own
    return await admin.expect(HEADING[language], seconds=30)


def good_answer(asked: Message, language: Language) -> str:
    """The best example that the bank has for what was asked."""
    questions = load_bank([CONTENT]).select(language)
    (question,) = [each for each in questions if plain_text(inline_html(each.prompt)) in asked.text]
    return max(question.examples, key=lambda example: example.score or 0).answer


def seats(fake: FakeTelegram, language: Language) -> tuple[Seat, Seat, Seat]:
    """An administrator and two members of a group; in English he is anonymous, in Ukrainian it is in a topic."""
    group, first = fake.group(supergroup=True), 80 + 10 * list(Language).index(language)
    thread = 5 if language is Language.UK else None
    people = [fake.user(first + n, name, language.value) for n, name in enumerate(("Boss", "Ann", "@bob"))]
    boss, ann, bob = (group.seat(person, thread, anonymous=False) for person in people)
    group.chat.members[boss.account.id] = "administrator"
    return (group.seat(people[0], thread, anonymous=True) if language is Language.EN else boss), ann, bob


async def live_in_group(fake: FakeTelegram, tmp_path: Path, language: Language) -> None:
    """A stranger is refused, the question comes, two answer, and everybody sees what they covered."""
    admin, ann, bob = seats(fake, language)
    bob.send("/daily 9:00")
    await bob.expect(seconds=30)
    asked = await ask_group(tmp_path, admin, language)
    answers = []
    for member in (ann, bob):
        answers.append(member.send(good_answer(asked, language), reply_to=asked))
        member.send("People talk among themselves, too.")
    await fake.wait(lambda: all(answer.reactions for answer in answers) or None, 30)
    due = f"UPDATE timers SET due_at = '{LONG_AGO}' WHERE kind = 'reveal' AND chat_id = {admin.chat.id}"  # noqa: S608
    change(tmp_path, due)
    reveal = await admin.expect("Ann")
    assert "@bob" not in reveal.text, "nobody is called"


async def test_groups_answer_by_replies_and_see_who_covered_what(
    fake: FakeTelegram, bot: BotProcess, tmp_path: Path
) -> None:
    await bot.start()
    await asyncio.gather(*(live_in_group(fake, tmp_path, language) for language in Language))
    assert not fake.refusals
    assert await bot.stop() == 0
