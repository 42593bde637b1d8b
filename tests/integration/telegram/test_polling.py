import asyncio

import pytest

from bot.domain.language import Language
from bot.handlers.client import connect, make_bot
from bot.handlers.errors import ConflictError, TokenError
from bot.handlers.polling import Poller
from storage import StorageUnavailable
from tests.fakes.telegram import FakeTelegram
from tests.integration.telegram.conftest import Line, wait_for


def said(line: Line, user: int = 7) -> list[str]:
    return [message.text for message in line.fake.user(user).messages]


async def test_what_is_typed_is_answered_in_order_and_nothing_is_refused(line: Line) -> None:
    user = line.fake.user(7)
    async with line.polling():
        for number in range(10):
            user.send(f"{number}")
        await user.expect("9!")

    assert said(line) == [f"{number}!" for number in range(10)]
    assert line.fake.refusals == []


async def test_chats_are_served_side_by_side_and_each_in_order(line: Line) -> None:
    people = [line.fake.user(number) for number in range(1, 13)]
    line.desk.delays = {f"{turn}": 0.02 for turn in range(3)}
    async with line.polling():
        for turn in range(3):
            for person in people:
                person.send(f"{turn}")
        for person in people:
            await person.expect("2!")

    assert all(line.desk.texts(person.chat.id) == ["0", "1", "2"] for person in people)
    assert 1 < line.desk.most <= 16


async def test_a_flooding_chat_does_not_hold_up_the_others(line: Line) -> None:
    line.desk.delays = {"flood": 0.05}
    flooder, other = line.fake.user(1), line.fake.user(2)
    async with line.polling():
        for _ in range(20):
            flooder.send("flood")
        other.send("hello")
        await other.expect("hello!")
        before = len(line.desk.texts(1))

    assert before < 10


async def test_repeated_and_duplicated_updates_are_answered_once(line: Line) -> None:
    line.fake.queue.repeats = 0.5
    user = line.fake.user(7)
    async with line.polling():
        for number in range(20):
            user.send(f"{number}")
        await user.expect("19!")

    assert said(line) == [f"{number}!" for number in range(20)]


async def test_an_update_is_confirmed_only_after_its_commit(line: Line) -> None:
    line.desk.faults = [StorageUnavailable("away")] * 3
    user = line.fake.user(7)
    async with line.polling() as stop:
        user.send("kept")
        await wait_for(lambda: len(line.desk.faults) < 3)
        stop.set()
    assert [update["message"]["text"] for update in line.fake.queue.pending] == ["kept"]

    line.desk.faults = []
    async with line.polling():
        await user.expect("kept!")
        await line.fake.wait(lambda: not line.fake.queue.pending or None)
    assert said(line).count("kept!") == 1


async def test_a_database_that_is_away_keeps_the_order_and_the_person_is_told_once(line: Line) -> None:
    line.desk.faults = [StorageUnavailable("away")] * 2
    user = line.fake.user(7)
    async with line.polling():
        for text in ("one", "two"):
            user.send(text)
        await user.expect("two!", 15)

    assert said(line)[1:] == ["one!", "two!"]
    assert said(line)[0] == line.tools.texts.text(Language.EN, "error-delayed")


async def test_an_update_that_cannot_be_handled_is_dropped_after_three_tries_and_the_next_goes_on(line: Line) -> None:
    line.desk.poison = "bad"
    user = line.fake.user(7)
    async with line.polling():
        user.send("bad")
        user.send("good")
        await user.expect("good!")

    assert said(line)[0] == line.tools.texts.text(Language.EN, "error-internal")
    assert line.desk.texts(7) == ["good"]


async def test_an_update_the_types_do_not_fit_hides_no_other(line: Line) -> None:
    user = line.fake.user(7)
    line.fake.put("message", {"message_id": "?", "chat": 5})
    user.send("after")
    async with line.polling():
        await user.expect("after!")
        await line.fake.wait(lambda: not line.fake.queue.pending or None)


async def test_polling_goes_on_through_faults_of_the_server(line: Line) -> None:
    user = line.fake.user(7)
    line.fake.fail_next("getUpdates", 502, "Bad Gateway")
    line.fake.drop_next("deleteWebhook", executed=False)
    async with line.polling():
        user.send("hello")
        await user.expect("hello!", 15)


async def test_a_second_poller_stops_the_first_with_a_clear_message(line: Line) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(Poller(line.bot, line.intake).run(stop))
    await line.fake.wait(lambda: line.fake.queue._poller or None)
    other = make_bot(line.fake.token, line.fake.url)
    async with other:
        await other.get_updates(timeout=0)

    with pytest.raises(ConflictError, match="another process"):
        await running
    assert stop.is_set()


async def test_a_webhook_left_behind_is_removed_before_polling(line: Line) -> None:
    await line.bot.set_webhook("https://127.0.0.1:9/hook")
    user = line.fake.user(7)
    async with line.polling():
        user.send("hello")
        await user.expect("hello!")


async def test_stopping_waits_for_what_is_under_way(line: Line) -> None:
    line.desk.delays = {"slow": 0.3}
    user = line.fake.user(7)
    async with line.polling() as stop:
        user.send("slow")
        await wait_for(lambda: bool(line.desk.running))
        stop.set()

    assert said(line) == ["slow!"]


async def test_the_bot_waits_for_a_server_that_is_not_there_yet(fake: FakeTelegram) -> None:
    bot = make_bot(fake.token, fake.url)
    fake.drop_next("getMe", executed=False)

    assert await connect(bot, asyncio.Event())
    assert len(fake.called("getMe")) == 1
    await bot.shutdown()


async def test_a_wrong_token_is_named_at_once(fake: FakeTelegram) -> None:
    bot = make_bot("1:x", fake.url)

    with pytest.raises(TokenError, match="BOT_TOKEN"):
        await connect(bot, asyncio.Event())
    await bot.shutdown()
