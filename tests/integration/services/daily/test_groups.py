"""The question of the day in a group."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.domain.messaging import Membership, OutMessage, Retyped, TopicClosed, Typed
from bot.rendering.html import plain_text
from bot.services.daily.group_answers import MOST
from storage import Database, chats, memories, pushes, schedules, users
from storage.models import PushState
from tests.integration.services.daily.life import Life
from tests.integration.services.driver import Visitor

GROUP = -100500
SMALLEST = "A pod is the smallest unit that Kubernetes deploys."
SHARED = "All containers inside a pod have the same IP and talk to each other on localhost."
FULL = (
    "A pod is the smallest unit that Kubernetes deploys, one or several containers on one node. They share an IP "
    "address and ports and can share volumes, they are scheduled together and live and die together."
)


def member(life: Life, person: int, name: str, *, admin: bool = False) -> Visitor:
    return replace(life.visitor, id=person, chat=GROUP, name=name, admin=admin, updates=0, heard=[])


async def group(database: Database, words: str = "Kyiv", only: str | None = None) -> tuple[Life, Visitor]:
    """A group whose administrator has switched the question on."""
    life = Life.begin(database, only, chat=GROUP, admin=True)
    await life.visitor.order(f"daily {words}")
    return life, life.visitor


async def asked(database: Database) -> tuple[Life, Visitor, Callable[[str, int], Awaitable[list[OutMessage]]], int]:
    """A group that was asked what a pod is, a member, what he replies as which message, and the question's message."""
    life, _admin = await group(database, only="pod")
    await life.at(1)
    (push,) = await life.pushes()
    ada, question = member(life, 21, "Ada"), push.message_id or 0

    async def reply(text: str, message: int) -> list[OutMessage]:
        ada.now = life.later(minutes=1)
        return await ada.send(Typed(text, message, answers=question))

    return life, ada, reply, question


async def revealed(life: Life, hour: float = 12.5) -> str:
    (reveal,) = await life.at(1, hour)
    return plain_text(reveal.html)


async def test_only_administrators_set_it(database: Database) -> None:
    life = Life.begin(database, chat=GROUP)
    (said,) = await life.visitor.order("daily 10:00")
    assert "administrators" in said.html
    async with database.reading() as tx:
        assert await schedules.find(tx, GROUP) is None


async def test_todays_question_is_for_private_chats_whoever_asks(database: Database) -> None:
    life, _admin = await group(database)
    (said,) = await member(life, 21, "Ada").order("today")
    assert "private chat" in said.html


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
    life, _admin = await group(database, "9:00 Kyiv", only="pod")
    (question,) = await life.at(1)
    assert "12:06" in question.html
    assert not question.buttons
    assert question.silent
    (push,) = await life.pushes()
    ada, bob = member(life, 21, "Ada"), member(life, 22, "Bob <b>")
    for person in (ada, bob):
        person.now = life.later(minutes=1)
        assert await person.reply(FULL, push.message_id or 0) == [], "nothing is said before the reveal"
    bob.now = life.later(minutes=1)
    assert await bob.type("people talk among themselves") == []
    (reveal,) = await life.at(1, 12.5)
    assert reveal.silent
    assert reveal.stays, "in its topic or nowhere"
    assert "2 answers." in reveal.html
    assert "Ada, Bob &lt;b&gt;" in reveal.html
    assert (await life.pushes())[0].state is PushState.ANSWERED


async def test_replies_of_one_person_add_up(database: Database) -> None:
    life, _ada, reply, _question = await asked(database)
    await reply(SMALLEST, 501)
    await reply(SHARED, 502)
    told = await revealed(life)
    assert "One answer." in told
    assert told.count("Ada") == 2, told


async def test_an_edit_before_the_reveal_replaces(database: Database) -> None:
    life, ada, reply, question = await asked(database)
    await reply(SMALLEST, 501)
    await reply(SHARED, 502)
    ada.now = life.later(minutes=1)
    await ada.send(Retyped("Something about deploying software, I suppose.", 502, answers=question))
    told = await revealed(life)
    assert told.count("Ada") == 1, told


async def test_an_answer_edited_away_is_none(database: Database) -> None:
    life, ada, reply, question = await asked(database)
    await reply(SMALLEST, 501)
    ada.now = life.later(minutes=1)
    await ada.send(Retyped("🙂", 501, answers=question))
    assert "Nobody has answered." in await revealed(life)


async def test_a_request_after_an_answer_leaves_it_alone(database: Database) -> None:
    life, _ada, reply, _question = await asked(database)
    await reply(SMALLEST, 501)
    await reply("give me a hint", 502)
    assert (await revealed(life)).count("Ada") == 1


async def test_an_answer_has_so_many_messages_and_no_more(database: Database) -> None:
    life, _ada, reply, _question = await asked(database)
    for message in range(MOST):
        await reply("It is about deploying software, and there is more to come.", 501 + message)
    await reply(SMALLEST, 600)
    assert "✓" not in await revealed(life)


@pytest.mark.parametrize("anybody", [True, False])
async def test_after_the_reveal_nothing_counts(database: Database, *, anybody: bool) -> None:
    life, ada, reply, question = await asked(database)
    if anybody:
        await reply(SMALLEST, 501)
    await revealed(life)
    async with database.reading() as tx:
        before = await memories.of_user(tx, ada.id)
    assert bool(before) is anybody
    await reply(SHARED, 502)
    ada.now = life.later(minutes=1)
    await ada.send(Retyped(FULL, 501, answers=question))
    async with database.reading() as tx:
        assert await memories.of_user(tx, ada.id) == before
        assert len(await pushes.answers(tx, (await life.pushes())[0].id)) == anybody


async def test_the_question_of_a_group_outlives_who_set_it_and_keeps_nothing_of_him(database: Database) -> None:
    life, admin = await group(database, only="pod")
    await life.at(1)
    (push,) = await life.pushes()
    admin.now = life.later(minutes=1)
    await admin.reply(FULL, push.message_id or 0)
    private = replace(life.visitor, chat=None, admin=False, now=life.later(minutes=1), heard=[])
    await private.order("forget")
    await private.press("forget:yes")
    async with database.reading() as tx:
        left = await users.export(tx, admin.id)
        assert set(left) <= {"chats", "outbox"}, "the farewell, which the janitor clears away"
    assert "Nobody has answered." in await revealed(life)
    assert any("Question of the day" in message.html for message in await life.at(2))


async def test_a_topic_that_is_closed_is_asked_nothing_more(database: Database) -> None:
    life, admin = await group(database)
    await life.at(1)
    admin.now = life.later(minutes=1)
    await admin.send(TopicClosed())
    assert await revealed(life), "what was answered is told, if Telegram lets it through"
    assert [day async for day, heard in life.mornings(2, 4) if heard] == []
    await admin.order("daily")
    assert len(await life.at(5)) == 1


@pytest.mark.parametrize("reason", ["topic_closed", "message thread not found"])
async def test_a_topic_that_telegram_refuses_is_asked_nothing_more(database: Database, reason: str) -> None:
    life, _admin = await group(database)
    async with database.transaction() as tx:
        await schedules.change(tx, GROUP, thread_id=5)
    life.visitor.now = life.visitor.now.replace(day=5, hour=6, minute=5)
    await life.planner.plan(life.visitor.now)
    await life.dispatch.ask(life.visitor.now, 10)
    (claim,) = await life.visitor.outbox.claim(life.visitor.now, 10)
    await life.visitor.outbox.begin(claim, life.visitor.now)
    await life.visitor.outbox.give_up(claim, life.visitor.now, reason)
    assert [day async for day, heard in life.mornings(2, 4) if heard] == []
    assert [push.reason for push in await life.pushes()] == [reason]


async def test_a_group_that_throws_the_bot_out_is_asked_and_told_nothing_more(database: Database) -> None:
    life, ada, reply, _question = await asked(database)
    await reply(SMALLEST, 501)
    await ada.send(Membership.BLOCKED)
    assert await life.at(1, 12.5) == []
    assert [day async for day, heard in life.mornings(2, 4) if heard] == []


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
