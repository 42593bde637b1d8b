"""The question of the day in a group."""

from dataclasses import replace

from bot.rendering.html import plain_text
from storage import Database, chats, schedules
from storage.models import PushState
from tests.integration.services.daily.life import Life
from tests.integration.services.driver import Visitor

GROUP = -100500
FULL = (
    "A pod is the smallest unit that Kubernetes deploys, one or several containers on one node. They share an IP "
    "address and ports and can share volumes, they are scheduled together and live and die together."
)


def member(life: Life, person: int, name: str, *, admin: bool = False) -> Visitor:
    return replace(life.visitor, id=person, chat=GROUP, name=name, admin=admin, updates=0, heard=[])


async def group(database: Database, words: str = "Kyiv") -> tuple[Life, Visitor]:
    """A group whose administrator has switched the question on."""
    life = Life.begin(database, chat=GROUP, admin=True)
    await life.visitor.order(f"daily {words}")
    return life, life.visitor


async def test_only_administrators_set_it(database: Database) -> None:
    life = Life.begin(database, chat=GROUP)
    (said,) = await life.visitor.order("daily 10:00")
    assert "administrators" in said.html
    async with database.reading() as tx:
        assert await schedules.find(tx, GROUP) is None


async def test_the_zone_is_asked_of_the_administrator_by_a_reply(database: Database) -> None:
    life = Life.begin(database, chat=GROUP, admin=True)
    (asked,) = await life.visitor.order("daily 10:00")
    assert "Reply" in asked.html
    (told,) = await life.visitor.reply("Kyiv", 1)
    assert "Kyiv" in told.html
    async with database.reading() as tx:
        schedule = await schedules.find(tx, GROUP)
    assert schedule is not None
    assert schedule.next_at is not None


async def test_one_question_answers_by_reply_and_a_quiet_reveal(database: Database) -> None:
    life, _admin = await group(database, "9:00 containers Kyiv")
    (asked,) = await life.at(1)
    assert "12:06" in asked.html
    assert not asked.buttons
    assert asked.silent
    (push,) = await life.pushes()
    ada, bob = member(life, 21, "Ada"), member(life, 22, "Bob <b>")
    for person, answer in ((ada, FULL), (bob, FULL), (bob, "and a second one that does not count")):
        person.now = life.later(minutes=1)
        assert await person.reply(answer, push.message_id or 0) == [], "nothing is said before the reveal"
    bob.now = life.later(minutes=1)
    assert await bob.type("people talk among themselves") == []
    (reveal,) = await life.at(1, 12.5)
    assert reveal.silent
    assert "2 answers." in reveal.html
    assert "Ada, Bob &lt;b&gt;" in reveal.html or push.question_id != "pod"
    assert (await life.pushes())[0].state is PushState.ANSWERED
    ada.now = life.later(minutes=1)
    assert await ada.reply("too late for that", push.message_id or 0) == []


async def test_nobody_answering_is_told_the_points_without_reproach(database: Database) -> None:
    life, _admin = await group(database)
    await life.at(1)
    (reveal,) = await life.at(1, 12.5)
    assert "Nobody has answered. What belongs to it:" in plain_text(reveal.html)
    await life.at(2)
    questions = [push.question_id for push in await life.pushes()]
    assert len(set(questions)) == 2


async def test_a_group_that_moves_takes_its_question_along(database: Database) -> None:
    life, admin = await group(database)
    await life.at(1)
    async with database.transaction() as tx:
        await chats.move(tx, GROUP, GROUP - 1, life.visitor.now)
    admin.chat = GROUP - 1
    assert len(await life.at(2)) >= 1
    assert len(await life.pushes()) == 2


async def test_settings_are_opened_by_buttons_for_administrators_alone(database: Database) -> None:
    life, admin = await group(database)
    await admin.order("daily")
    stranger = member(life, 30, "Eve")
    assert await stranger.press("daily:open:time") == []
    assert "administrators" in (stranger.receipt.notice or "")
    (dial,) = await admin.press("daily:open:days")
    assert "On which days?" in dial.html


async def test_a_group_is_asked_in_the_language_and_topic_it_was_ordered_in(database: Database) -> None:
    life, _admin = await group(database, "9:00 Kyiv українська")
    async with database.reading() as tx:
        schedule = await schedules.find(tx, GROUP)
    assert schedule is not None
    assert schedule.language == "uk"
    (asked,) = await life.at(1)
    assert "Запитання дня" in asked.html
