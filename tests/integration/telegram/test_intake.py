import asyncio

import pytest

from bot.domain.language import Language
from bot.domain.messaging import Membership, Moved, Place, Pressed
from bot.handlers import presence
from bot.handlers.commands import publish_commands
from bot.handlers.hook import register_hook
from bot.handlers.intake import Intake
from bot.handlers.presence import NOTICE_LIMIT, answer_press, typing
from bot.rendering.menus import COMMANDS, GROUP_COMMANDS
from storage import StorageUnavailable
from tests.integration.telegram.conftest import Line, wait_for


async def test_a_press_is_answered_with_its_notice(line: Line) -> None:
    user = line.fake.user(7)
    async with line.polling():
        user.send("button")
        tap = user.press(await user.expect("Press"), "Yes")

        assert await tap.answered() == "noted"
    assert [i.body.data for i in line.desk.received if isinstance(i.body, Pressed)] == ["y"]


async def test_two_taps_on_one_button_are_both_answered(line: Line) -> None:
    user = line.fake.user(7)
    async with line.polling():
        user.send("button")
        message = await user.expect("Press")
        for tap in (user.press(message, "Yes"), user.press(message, "Yes")):
            await tap.answered()

    assert line.fake.refusals == []


async def test_a_press_too_old_to_be_answered_is_handled_all_the_same(line: Line) -> None:
    user = line.fake.user(7)
    async with line.polling():
        user.send("button")
        message = await user.expect("Press")
        line.desk.delays = {"": 0.1}
        line.fake.expire(user.press(message, "Yes").query)
        await wait_for(lambda: len(line.desk.received) == 2)
        user.send("on")
        await user.expect("on!")


async def test_a_press_while_the_database_is_away_stops_the_spinner(line: Line) -> None:
    user = line.fake.user(7)
    async with line.polling():
        user.send("button")
        message = await user.expect("Press")
        line.desk.faults = [StorageUnavailable("away")]
        tap = user.press(message, "Yes")

        assert await tap.answered() == line.tools.texts.text(Language.EN, "error-delayed")
        await wait_for(lambda: len(line.desk.received) == 2)
    assert len(line.fake.called("answerCallbackQuery")) == 1


async def test_a_button_without_data_is_answered_too(line: Line) -> None:
    line.fake.user(7).send("/start")
    query = {"id": line.fake.next_query(), "from": line.fake.user(7).account.json(), "chat_instance": "1"}
    message = {"message_id": 1, "date": 1, "chat": line.fake.user(7).chat.json()}
    await line.intake.take({"update_id": 1, "callback_query": query | {"message": message}}, asyncio.Event())
    await line.intake.drain(5)

    assert query["id"] in line.fake.state.answers


async def test_people_are_told_in_the_language_of_their_messenger(line: Line) -> None:
    user = line.fake.user(7, language_code="uk-UA")
    line.desk.poison = "bad"
    async with line.polling():
        user.send("bad")
        told = await user.expect()

    assert told.text == line.tools.texts.text(Language.UK, "error-internal")


async def test_a_group_is_not_told_of_our_troubles(line: Line) -> None:
    group = line.fake.group()
    line.desk.faults = [StorageUnavailable("away")]
    async with line.polling():
        group.seat(line.fake.user(7)).send("/help")
        await wait_for(lambda: len(line.desk.received) == 1)

    assert [message for message in group.chat.transcript if message.by_bot] == []


async def test_a_short_absence_of_the_database_is_not_worth_a_word(line: Line) -> None:
    patient = Intake(line.tools, silence=60)
    user = line.fake.user(7)
    line.desk.faults = [StorageUnavailable("away")]
    user.send("hello")
    await patient.take(line.fake.queue.pending[0], asyncio.Event())
    await patient.drain(5)

    assert [message.text for message in user.messages] == ["hello!"]


async def test_blocking_and_moving_reach_the_desk(line: Line) -> None:
    user, group = line.fake.user(7), line.fake.group()
    async with line.polling():
        user.block()
        user.unblock()
        new = group.migrate()
        await wait_for(lambda: len(line.desk.received) == 3)

    bodies = [(incoming.place.chat, incoming.body) for incoming in line.desk.received]
    assert [body for chat, body in bodies if chat == 7] == [Membership.BLOCKED, Membership.RETURNED]
    assert [body for chat, body in bodies if chat == group.chat.id] == [Moved(new.chat.id)]


async def test_typing_shows_while_work_is_long_and_stops_with_it(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "AFTER", 0.02)
    monkeypatch.setattr(presence, "AGAIN", 0.02)
    line.desk.delays = {"slow": 0.3}
    user = line.fake.user(7)
    async with line.polling():
        user.send("slow")
        await user.expect("slow!")
        shown = list(line.fake.state.actions)
        assert await user.quiet(0.1)

    assert set(shown) == {(7, "typing")}
    assert line.fake.state.actions == shown


async def test_typing_and_notices_never_raise(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "AFTER", 0.0)
    with line.fake.outage():
        await answer_press(line.bot, "q1", "x")
        async with typing(line.bot, Place(7)):
            await asyncio.sleep(0.05)

    assert line.fake.state.actions == []


async def test_a_long_notice_is_cut_to_what_telegram_takes(line: Line) -> None:
    query = line.fake.next_query()
    await answer_press(line.bot, query, "x" * 300)

    assert line.fake.state.answers[query] == "x" * NOTICE_LIMIT


async def test_commands_are_published_for_each_scope_and_language(line: Line) -> None:
    assert await publish_commands(line.bot, line.tools.texts, Language.UK)

    menus = line.fake.state.commands
    assert {(scope, language) for scope, _chat, language in menus} == {
        (scope, language) for scope in ("all_private_chats", "all_group_chats") for language in ("", "en", "ru", "uk")
    }
    private, default = menus[("all_private_chats", None, "uk")], menus[("all_private_chats", None, "")]
    assert [command["command"] for command in private] == list(COMMANDS)
    assert default == private
    group = menus[("all_group_chats", None, "en")]
    assert [command["command"] for command in group] == list(GROUP_COMMANDS)
    assert line.fake.refusals == []


async def test_the_bot_starts_without_its_menus_if_it_must(line: Line) -> None:
    line.fake.fail_next("setMyCommands", 500)

    assert not await publish_commands(line.bot, line.tools.texts, Language.EN)


async def test_setting_the_webhook_is_tried_until_taken(line: Line) -> None:
    line.fake.fail_next("setWebhook", 500)

    assert await register_hook(line.bot, "https://127.0.0.1:9/hook", "s", asyncio.Event())
    assert line.fake.queue.webhook.url == "https://127.0.0.1:9/hook"
