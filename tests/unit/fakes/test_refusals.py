import json
from typing import Any

import httpx
import pytest

from tests.fakes.telegram import Drop, FakeTelegram, Flood, Limit
from tests.fakes.telegram.flood import UNLIMITED
from tests.unit.fakes.conftest import Caller

BUTTON = {"text": "Yes", "callback_data": "y"}


def markup(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.fixture(autouse=True)
def started(fake: FakeTelegram) -> None:
    fake.user(7).send("/start")


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendNothing", {}, "Not Found: method not found"),
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 7}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "  \n"}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "x", "colour": "red"}, "sendMessage has no parameter colour"),
        ("sendMessage", {"chat_id": 7, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": 7, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "😀" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": "{"}, "can't parse reply_markup"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": markup({"text": "a"})}, "not allowed"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": markup({"text": "a", "callback_data": ""})},
            "Text buttons are not allowed in the inline keyboard",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": markup({"text": " ", "callback_data": "a"})},
            "BUTTON_TEXT_INVALID",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": markup({"text": "a", "callback_data": "я" * 33})},
            "BUTTON_DATA_INVALID",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": markup(*[BUTTON] * 9)}, "markup is too long"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": {"inline_keyboard": [[BUTTON]] * 101}},
            "markup is too long",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "message_thread_id": 5}, "message thread not found"),
        ("sendMessage", {"chat_id": 8, "text": "x"}, "chat not found"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        ("editMessageText", {"chat_id": 7, "message_id": 99, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"chat_id": 7, "message_id": 1, "text": "x"}, "message can't be edited"),
        ("deleteMessage", {"chat_id": 7, "message_id": 99}, "message to delete not found"),
        ("setMessageReaction", {"chat_id": 7, "message_id": 99}, "message to react not found"),
        (
            "setMessageReaction",
            {"chat_id": 7, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "✅"}]},
            "REACTION_INVALID",
        ),
        ("answerCallbackQuery", {"callback_query_id": "q9"}, "query is too old"),
        ("sendDocument", {"chat_id": 7}, "there is no document in the request"),
        ("sendDocument", {"chat_id": 7, "document": "id"}, "wrong file identifier"),
        ("sendPoll", {"chat_id": 7, "question": "?", "options": [{"text": "a"}]}, "at least 2"),
        ("sendPoll", {"chat_id": 7, "question": "x" * 301, "options": [{"text": "a"}] * 2}, "300"),
        ("sendPoll", {"chat_id": 7, "question": "?", "options": [{"text": "a" * 101}] * 2}, "100"),
        ("stopPoll", {"chat_id": 7, "message_id": 99}, "not found"),
        ("sendChatAction", {"chat_id": 7, "action": "thinking"}, "wrong parameter action"),
        ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a", "description": " "}]}, "DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [], "language_code": "eng"}, "two-letter"),
        ("setMyCommands", {"commands": [], "scope": {"type": "everyone"}}, "BotCommandScope"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}, "TOO_MUCH"),
        ("setWebhook", {"url": "http://example.org"}, "HTTPS URL"),
        ("setWebhook", {"url": "https://example.org", "secret_token": "a b"}, "unallowed characters"),
        ("getChat", {"chat_id": 8}, "chat not found"),
        ("getChatMember", {"chat_id": 7, "user_id": 8}, "PARTICIPANT_ID_INVALID"),
    ],
)
def test_what_telegram_refuses_is_refused(
    fake: FakeTelegram, call: Caller, method: str, params: dict[str, Any], description: str
) -> None:
    answer = call(method, **params)

    assert not answer["ok"]
    assert answer["error_code"] == (404 if "Not Found" in description else 400)
    assert description in answer["description"]
    assert [refused.method for refused in fake.refusals] == [method]


def test_a_wrong_token_is_unauthorized(fake: FakeTelegram, http: httpx.Client) -> None:
    answer = http.post(f"{fake.url}/bot1:x/getMe")

    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")


def test_text_at_the_limit_is_taken(call: Caller) -> None:
    assert call("sendMessage", chat_id=7, text=f"<b>{'😀' * 2048}</b>", parse_mode="HTML")["ok"]


def test_editing_to_the_same_text_is_refused_and_to_another_is_not(fake: FakeTelegram, call: Caller) -> None:
    sent = call("sendMessage", chat_id=7, text="<b>one</b>", parse_mode="HTML", reply_markup=markup(BUTTON))["result"]
    edit = {"chat_id": 7, "message_id": sent["message_id"], "parse_mode": "HTML"}

    same = call("editMessageText", text="<b>one</b>", reply_markup=markup(BUTTON), **edit)
    assert "message is not modified" in same["description"]
    assert call("editMessageText", text="one", reply_markup=markup(BUTTON), **edit)["ok"]
    assert call("editMessageText", text="one", **edit)["ok"]
    assert "not modified" in call("editMessageReplyMarkup", chat_id=7, message_id=sent["message_id"])["description"]
    assert fake.state.chats[7].messages[sent["message_id"]].edits == ["one", "one"]


def test_a_deleted_message_is_gone(call: Caller) -> None:
    number = call("sendMessage", chat_id=7, text="x")["result"]["message_id"]

    assert call("deleteMessage", chat_id=7, message_id=number)["result"]
    assert "to delete not found" in call("deleteMessage", chat_id=7, message_id=number)["description"]
    assert "to edit not found" in call("editMessageText", chat_id=7, message_id=number, text="y")["description"]


@pytest.mark.parametrize(
    ("spoil", "description"),
    [
        (lambda fake: fake.user(7).block(), "Forbidden: bot was blocked by the user"),
        (lambda fake: setattr(fake.state.accounts[7], "deactivated", True), "Forbidden: user is deactivated"),
        (lambda fake: setattr(fake.state.accounts[7], "is_bot", True), "Forbidden: bot can't send messages to bots"),
        (
            lambda fake: setattr(fake.state.chats[7], "started", False),
            "Forbidden: bot can't initiate conversation with a user",
        ),
    ],
)
def test_unreachable_people(fake: FakeTelegram, call: Caller, spoil: Any, description: str) -> None:
    spoil(fake)

    answer = call("sendMessage", chat_id=7, text="x")

    assert (answer["error_code"], answer["description"]) == (403, description)


def test_groups_can_throw_the_bot_out_mute_it_close_topics_and_move(fake: FakeTelegram, call: Caller) -> None:
    group = fake.group(supergroup=True)
    seat = group.seat(fake.user(7), thread=5)
    to = {"chat_id": group.chat.id, "text": "x"}
    assert call("sendMessage", message_thread_id=5, **to)["result"]["message_thread_id"] == 5

    group.close_topic(5)
    assert "TOPIC_CLOSED" in call("sendMessage", message_thread_id=5, **to)["description"]
    group.chat.muted = True
    assert "not enough rights" in call("sendMessage", **to)["description"]
    seat.block()
    assert call("sendMessage", **to)["description"] == "Forbidden: bot was kicked from the supergroup chat"


def test_a_migrated_group_tells_its_new_id(fake: FakeTelegram, call: Caller) -> None:
    old = fake.group()
    new = old.migrate()

    answer = call("sendMessage", chat_id=old.chat.id, text="x")

    assert answer["parameters"] == {"migrate_to_chat_id": new.chat.id}
    assert call("sendMessage", chat_id=new.chat.id, text="x")["ok"]


def test_a_callback_query_is_answered_once(fake: FakeTelegram, call: Caller) -> None:
    call("sendMessage", chat_id=7, text="x", reply_markup=markup(BUTTON))
    tap = fake.user(7).press(fake.user(7).last, "Yes")

    assert call("answerCallbackQuery", callback_query_id=tap.query, text="ok")["result"]
    assert fake.state.answers[tap.query] == "ok"
    assert "too old" in call("answerCallbackQuery", callback_query_id=tap.query)["description"]


def test_files_come_by_multipart_with_unicode_captions(fake: FakeTelegram, http: httpx.Client) -> None:
    answer = http.post(
        f"{fake.url}/bot{fake.token}/sendDocument",
        data={"chat_id": "7", "document": "attach://f", "caption": "файл", "reply_markup": json.dumps(markup(BUTTON))},
        files={"f": ("дані.json", b"{\xff}", "application/json")},
    ).json()

    message = fake.user(7).last
    assert answer["ok"]
    assert message.document is not None
    assert (message.document.name, message.document.content) == ("дані.json", b"{\xff}")
    assert (message.text, message.labels) == ("файл", ["Yes"])


def test_too_long_a_caption_and_an_empty_file_are_refused(fake: FakeTelegram, http: httpx.Client) -> None:
    def send(content: bytes, caption: str) -> str:
        url, data = f"{fake.url}/bot{fake.token}/sendPhoto", {"chat_id": "7", "caption": caption}
        return str(http.post(url, data=data, files={"photo": ("a.png", content)}).json()["description"])

    assert "caption is too long" in send(b"x", "x" * 1025)
    assert "must be non-empty" in send(b"", "x")


def test_commands_are_kept_per_scope_and_language(call: Caller) -> None:
    listed = [{"command": "help", "description": "Hilfe"}]
    scope = {"type": "all_private_chats"}

    assert call("setMyCommands", commands=listed, scope=scope, language_code="de")["ok"]

    assert call("getMyCommands", scope=scope, language_code="de")["result"] == listed
    assert call("getMyCommands", scope=scope)["result"] == []


def test_too_fast_is_answered_with_429(http: httpx.Client) -> None:
    with FakeTelegram(Flood(UNLIMITED, Limit(1, 60.0), UNLIMITED)) as fake:
        fake.user(7).send("x")
        url = f"{fake.url}/bot{fake.token}/sendMessage"
        first, second = (http.post(url, json={"chat_id": 7, "text": "x"}) for _ in range(2))

    assert (first.status_code, second.status_code) == (200, 429)
    assert second.json()["parameters"]["retry_after"] > 58


def test_ordered_faults_strike_once_and_are_no_refusals(fake: FakeTelegram, call: Caller) -> None:
    fake.fail_next("sendMessage", 429, "Too Many Requests: retry after 5", retry_after=5)

    assert call("getMe")["ok"]
    assert call("sendMessage", chat_id=7, text="x")["parameters"] == {"retry_after": 5}
    assert call("sendMessage", chat_id=7, text="x")["ok"]
    assert fake.refusals == []


def test_a_connection_can_be_cut_before_and_after_the_call_was_executed(fake: FakeTelegram, call: Caller) -> None:
    for executed in (False, True):
        fake.drop_next("sendMessage", executed=executed)
        with pytest.raises(httpx.HTTPError):
            call("sendMessage", chat_id=7, text=f"{executed}")

    assert [message.text for message in fake.user(7).messages] == ["True"]


def test_an_outage_ends(fake: FakeTelegram, call: Caller) -> None:
    with fake.outage(Drop.BEFORE), pytest.raises(httpx.HTTPError):
        call("getMe")

    assert call("getMe")["ok"]


def test_entities_can_be_given_instead_of_markup(fake: FakeTelegram, call: Caller) -> None:
    bold = {"type": "bold", "offset": 0, "length": 1}

    assert call("sendMessage", chat_id=7, text="x", entities=[bold])["result"]["entities"] == [bold]
    assert fake.user(7).last.entities == (bold,)
