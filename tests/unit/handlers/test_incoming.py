from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update

from bot.domain.dialogue import Medium
from bot.domain.messaging import (
    Incoming,
    Membership,
    Moved,
    Ordered,
    Place,
    PlaceKind,
    Pressed,
    Retyped,
    Rights,
    Sent,
    TopicClosed,
    Typed,
    Voted,
)
from bot.handlers.incoming import SERVICE_ACCOUNT, read
from tests.fakes.telegram.state import RIGHTS

NAME = "Interview_Bot"
PERSON = {"id": 7, "is_bot": False, "first_name": "Ada", "last_name": "L.", "language_code": "uk"}
US = {"id": 42, "is_bot": True, "first_name": "Bot", "username": NAME}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ada"}
GROUP = {"id": -5, "type": "supergroup", "title": "Team", "is_forum": True}
FILE = {"file_id": "f", "file_unique_id": "f"}
SIZE = {"width": 9, "height": 9}


def message(**fields: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": 1, "chat": PRIVATE, "from": PERSON} | fields


def parse(kind: str = "message", payload: dict[str, Any] | None = None, **fields: Any) -> Incoming | None:
    body = message(**fields) if payload is None else payload
    return read(Update.de_json({"update_id": 11, kind: body}, None), NAME)


def body_of(**fields: Any) -> object:
    incoming = parse(**fields)
    return incoming and incoming.body


def command(text: str, length: int) -> dict[str, Any]:
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": length}]}


def test_a_text_has_its_update_sender_and_place() -> None:
    incoming = parse(text="hello")

    assert incoming is not None
    assert (incoming.update, incoming.place, incoming.body) == (11, Place(7), Typed("hello", 3))
    assert (incoming.sender.id, incoming.sender.name, incoming.sender.language_code) == (7, "Ada L.", "uk")


@pytest.mark.parametrize(
    ("text", "length", "body"),
    [
        ("/start", 6, Ordered("start", "", 3)),
        ("/start int-sql", 6, Ordered("start", "int-sql", 3)),
        ("/Interview@interview_bot sql  senior\n3", 24, Ordered("interview", "sql  senior\n3", 3)),
        ("/skip@other_bot", 15, None),
    ],
)
def test_commands(text: str, length: int, body: object) -> None:
    assert body_of(**command(text, length)) == body


def test_a_command_in_the_middle_of_a_text_is_text() -> None:
    entities = [{"type": "bot_command", "offset": 4, "length": 5}]

    assert body_of(text="see /help", entities=entities) == Typed("see /help", 3)


@pytest.mark.parametrize(
    ("text", "marks", "is_code"),
    [
        ("x = 1", [("pre", 0, 5)], True),
        ("use len(x) here and there", [("code", 4, 6)], False),
        ("😀😀 x = 1; y", [("pre", 5, 8)], True),
        ("bold bold", [("bold", 0, 9)], False),
        ("ab cd", [("code", 0, 2), ("code", 3, 2)], True),
    ],
)
def test_code_is_what_code_marks_cover_most_of(text: str, marks: list[tuple[str, int, int]], is_code: bool) -> None:
    entities = [{"type": kind, "offset": at, "length": length} for kind, at, length in marks]

    assert body_of(text=text, entities=entities) == Typed(text, 3, is_code)


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (
            {"sticker": FILE | SIZE | {"type": "regular", "is_animated": False, "is_video": False}},
            Sent(Medium.STICKER, 3),
        ),
        ({"animation": FILE | SIZE | {"duration": 1}, "document": FILE}, Sent(Medium.STICKER, 3)),
        ({"photo": [FILE | SIZE], "caption": "see"}, Sent(Medium.PHOTO, 3, "see")),
        ({"voice": FILE | {"duration": 1}}, Sent(Medium.VOICE, 3, file="f")),
        ({"video_note": FILE | {"duration": 1, "length": 9}}, Sent(Medium.VOICE, 3, file="f")),
        ({"audio": FILE | {"duration": 1}}, Sent(Medium.FILE, 3)),
        ({"video": FILE | SIZE | {"duration": 1}, "caption": "c"}, Sent(Medium.FILE, 3, "c")),
        ({"document": FILE}, Sent(Medium.FILE, 3)),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, Sent(Medium.OTHER, 3)),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, Sent(Medium.OTHER, 3)),
        ({"dice": {"emoji": "🎲", "value": 1}}, Sent(Medium.OTHER, 3)),
        (
            {"text": "not mine", "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "X"}},
            Sent(Medium.FORWARD, 3),
        ),
        ({"text": "made elsewhere", "via_bot": US | {"id": 43}}, Sent(Medium.FORWARD, 3)),
    ],
)
def test_messages_without_words_of_ones_own(fields: dict[str, Any], body: object) -> None:
    assert body_of(**fields) == body


def test_edits_carry_the_whole_new_text_or_caption() -> None:
    assert body_of(kind="edited_message", text="new") == Retyped("new", 3)
    assert body_of(kind="edited_message", caption="new", photo=[FILE | SIZE]) == Retyped("new", 3)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "edited_message", "location": {"latitude": 1.0, "longitude": 1.0}},
        {"new_chat_members": [PERSON]},
        {"pinned_message": message(text="x")},
        {"text": "hi", "from": US | {"id": 43, "username": "other_bot"}},
        {"text": "post", "from": PERSON | {"id": SERVICE_ACCOUNT}, "chat": GROUP},
        {"kind": "channel_post", "text": "x", "chat": {"id": -9, "type": "channel", "title": "C"}},
        {"kind": "poll", "payload": {"id": "1"}},
        {"chat": GROUP, "photo": [FILE | SIZE]},
        {"chat": GROUP, "migrate_from_chat_id": -4},
    ],
)
def test_what_is_none_of_our_business(fields: dict[str, Any]) -> None:
    if fields.get("kind") == "poll":
        fields = {"kind": "chosen_inline_result", "payload": {"result_id": "1", "from": PERSON, "query": ""}}

    assert parse(**fields) is None


def test_in_a_group_a_reply_to_the_bot_is_read_in_its_topic() -> None:
    reply = {"message_id": 2, "date": 1, "chat": GROUP, "from": US, "text": "?"}
    incoming = parse(chat=GROUP, text="yes", reply_to_message=reply, message_thread_id=9, is_topic_message=True)

    assert incoming is not None
    assert incoming.place == Place(-5, PlaceKind.GROUP, 9)
    assert incoming.place.title == "Team"
    assert incoming.body == Typed("yes", 3, answers=2)
    assert incoming.addressed


def test_what_people_say_to_each_other_is_told_from_what_they_say_to_the_bot() -> None:
    other = {"message_id": 2, "date": 1, "chat": GROUP, "from": PERSON, "text": "?"}
    replies: tuple[dict[str, Any], ...] = ({}, {"reply_to_message": other})
    for fields in replies:
        incoming = parse(chat=GROUP, text="people talking to each other", **fields)
        assert incoming is not None
        assert not incoming.addressed


def test_a_message_has_the_time_at_which_telegram_took_it_or_its_change() -> None:
    assert (incoming := parse(text="x")) is not None
    assert incoming.at == datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert (edited := parse("edited_message", text="x", edit_date=5)) is not None
    assert edited.at == datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC)


def test_a_vote_has_its_poll_and_places_and_nobody_elses_chat() -> None:
    vote = {"poll_id": "p", "user": PERSON, "option_ids": [1, 2], "option_persistent_ids": ["1", "2"]}
    incoming = parse("poll_answer", vote)

    assert incoming is not None
    assert (incoming.sender.id, incoming.place, incoming.body) == (7, Place(7), Voted("p", (1, 2)))


def test_who_votes_under_the_name_of_a_chat_is_that_chat() -> None:
    vote = {"poll_id": "p", "voter_chat": GROUP, "option_ids": [], "option_persistent_ids": []}
    incoming = parse("poll_answer", vote)

    assert incoming is not None
    assert (incoming.sender.id, incoming.sender.name, incoming.body) == (-5, "Team", Voted("p", ()))


def test_a_topic_that_is_closed() -> None:
    fields: dict[str, Any] = {"message_thread_id": 9, "is_topic_message": True, "forum_topic_closed": {}}
    incoming = parse(chat=GROUP, **fields)

    assert incoming is not None
    assert (incoming.place.thread, incoming.body) == (9, TopicClosed())


def test_a_thread_of_replies_is_no_topic() -> None:
    incoming = parse(chat=GROUP | {"is_forum": False}, message_thread_id=2, **command("/help", 5))

    assert incoming is not None
    assert incoming.place.thread is None


def test_an_anonymous_administrator_is_the_group() -> None:
    masked = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    fields = {"chat": GROUP, "from": masked, "sender_chat": GROUP} | command("/help", 5)
    incoming = parse(**fields)

    assert incoming is not None
    assert (incoming.sender.id, incoming.sender.name) == (-5, "Team")


@pytest.mark.parametrize(
    ("seen", "place", "number"),
    [
        (message(text="?"), Place(7), 3),
        ({"message_id": 3, "date": 0, "chat": PRIVATE}, Place(7), 3),
        (message(chat=GROUP, message_thread_id=9, is_topic_message=True), Place(-5, PlaceKind.GROUP, 9), 3),
        (None, Place(7), None),
    ],
)
def test_a_press_knows_its_message_as_far_as_telegram_tells(
    seen: dict[str, Any] | None, place: Place, number: int | None
) -> None:
    query = {"id": "q1", "from": PERSON, "chat_instance": "1", "data": "y"} | ({"message": seen} if seen else {})
    incoming = parse("callback_query", query)

    assert incoming is not None
    assert (incoming.place, incoming.body) == (place, Pressed("y", number, "q1"))


def test_a_press_without_data_is_no_button_of_ours() -> None:
    query = {"id": "q1", "from": PERSON, "chat_instance": "1", "game_short_name": "g", "message": message()}

    assert parse("callback_query", query) is None


NO_RIGHTS = dict.fromkeys(RIGHTS, False)


def became(was: str, now: str, chat: dict[str, Any] = PRIVATE, **rights: bool) -> object:
    extra: dict[str, dict[str, Any]] = {"kicked": {"until_date": 0}, "administrator": NO_RIGHTS | rights}
    states = {
        name: dict[str, Any](status=status, user=US) | extra.get(status, {})
        for name, status in (("old_chat_member", was), ("new_chat_member", now))
    }
    incoming = parse("my_chat_member", {"chat": chat, "from": PERSON, "date": 1} | states)
    return incoming and incoming.body


@pytest.mark.parametrize(
    ("was", "now", "body"),
    [
        ("member", "kicked", Membership.BLOCKED),
        ("administrator", "left", Membership.BLOCKED),
        ("kicked", "member", Membership.RETURNED),
        ("left", "administrator", Membership.RETURNED),
        ("member", "administrator", None),
    ],
)
def test_membership(was: str, now: str, body: Membership | None) -> None:
    assert became(was, now) == body


def test_a_group_tells_what_the_bot_may_do_there() -> None:
    assert became("left", "member", GROUP) == Rights(hears=False, deletes=False)
    assert became("member", "administrator", GROUP) == Rights(hears=True, deletes=False)
    assert became("member", "administrator", GROUP, can_delete_messages=True) == Rights(hears=True, deletes=True)
    assert became("administrator", "member", GROUP) == Rights(hears=False, deletes=False)
    assert became("member", "kicked", GROUP) == Membership.BLOCKED


@pytest.mark.parametrize("writer", [PERSON, US, None])
def test_a_group_tells_its_new_id_at_its_old_place(writer: dict[str, Any] | None) -> None:
    old = {"id": -4, "type": "group", "title": "Team"}
    fields: dict[str, Any] = {"chat": old, "from": writer, "migrate_to_chat_id": -1005}
    incoming = parse(**fields)

    assert incoming is not None
    assert (incoming.place.chat, incoming.body) == (-4, Moved(-1005))
