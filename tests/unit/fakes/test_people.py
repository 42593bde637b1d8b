import pytest

from tests.fakes.telegram import FakeTelegram
from tests.unit.fakes.conftest import Caller


def latest(call: Caller) -> dict[str, object]:
    found: dict[str, object] = call("getUpdates")["result"][-1]
    return found


async def test_expect_sees_each_message_once_and_edits_too(fake: FakeTelegram, call: Caller) -> None:
    user = fake.user(7)
    user.send("/start")
    number = call("sendMessage", chat_id=7, text="one")["result"]["message_id"]
    call("sendMessage", chat_id=7, text="two")

    assert (await user.expect("one")).id == number
    assert (await user.expect()).text == "two"
    assert await user.quiet(0.01)
    call("editMessageText", chat_id=7, message_id=number, text="three")
    assert (await user.expect(lambda message: "three" in message.text)).edits == ["one"]


async def test_expect_says_what_it_heard_instead(fake: FakeTelegram, call: Caller) -> None:
    user = fake.user(7)
    user.send("/start")
    call("sendMessage", chat_id=7, text="other words")

    with pytest.raises(TimeoutError, match="other words"):
        await user.expect("one", 0.01)


def test_a_client_marks_commands_and_mentions(fake: FakeTelegram) -> None:
    assert [entity["type"] for entity in fake.user(7).send("/skip@bot now").entities] == ["bot_command"]
    assert [entity["type"] for entity in fake.user(7).send("ask @bot").entities] == ["mention"]


def test_a_client_sends_no_empty_or_overlong_text(fake: FakeTelegram) -> None:
    for text in ("", "x" * 4097):
        with pytest.raises(ValueError, match="client"):
            fake.user(7).send(text)


def test_pressing_a_button_that_is_not_there_is_a_mistake_of_the_test(fake: FakeTelegram, call: Caller) -> None:
    fake.user(7).send("/start")
    call("sendMessage", chat_id=7, text="x")

    with pytest.raises(LookupError):
        fake.user(7).press(fake.user(7).last, "Yes")


def test_blocking_and_coming_back_are_told_to_the_bot(fake: FakeTelegram, call: Caller) -> None:
    user = fake.user(7)
    user.send("/start")
    user.block()
    assert latest(call)["my_chat_member"]["new_chat_member"]["status"] == "kicked"  # type: ignore[index]
    assert call("sendMessage", chat_id=7, text="x")["error_code"] == 403

    user.unblock()
    assert latest(call)["my_chat_member"]["new_chat_member"]["status"] == "member"  # type: ignore[index]
    assert call("sendMessage", chat_id=7, text="x")["ok"]


def test_an_anonymous_administrator_writes_as_the_group(fake: FakeTelegram, call: Caller) -> None:
    group = fake.group(supergroup=True)
    group.seat(fake.user(7), anonymous=True).send("/topics")

    message = latest(call)["message"]
    assert message["from"]["is_bot"]  # type: ignore[index]
    assert message["sender_chat"]["id"] == group.chat.id  # type: ignore[index]


def test_every_kind_of_message_can_be_sent(fake: FakeTelegram, call: Caller) -> None:
    user = fake.user(7)
    user.sticker()
    user.photo("see")
    user.voice()
    user.document()
    user.forward("not mine")
    user.other(dice={"emoji": "🎲", "value": 3})
    user.edit(user.code("x = 1"), "x = 2")

    kinds = [set(update.get("message", update.get("edited_message"))) for update in call("getUpdates")["result"]]
    for kind, found in zip(
        ("sticker", "photo", "voice", "document", "forward_origin", "dice", "text", "edit_date"), kinds, strict=True
    ):
        assert kind in found
