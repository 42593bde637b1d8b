"""The outbox as front ends see it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Amount, Calendar, Mark, Week
from bot.domain.messaging import (
    Bar,
    Button,
    Chart,
    Deletion,
    Document,
    Outgoing,
    OutMessage,
    Place,
    PlaceKind,
    Poll,
    PollEnd,
    Reaction,
    Tone,
)
from bot.services.outbox import Claim, Outbox, envelope, pack, unpack
from storage import Database, chats, outbox, users
from storage.models import ChatKind, SendPolicy
from storage.outbox import LEASE

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
PRIVATE = Place(7)
GROUP = Place(-100500, PlaceKind.GROUP, thread=4)
SUPERGROUP = -1009000

BUTTONS = st.builds(Button, label=st.text(), data=st.text(), start=st.none() | st.text())
BARS = st.builds(Bar, label=st.text(), values=st.lists(st.integers(0, 9), max_size=4).map(tuple), remark=st.text())
CHARTS = st.builds(
    Chart,
    title=st.text(),
    legend=st.lists(st.tuples(st.sampled_from(Tone), st.text()), max_size=2).map(tuple),
    bars=st.lists(BARS, max_size=2).map(tuple),
)
MARKS = st.sampled_from(Mark)
CALENDARS = st.builds(
    Calendar,
    title=st.text(),
    remark=st.text(),
    weekdays=st.just(("Mo",)),
    weeks=st.lists(st.builds(Week, st.text(), st.lists(MARKS, max_size=7).map(tuple)), max_size=2).map(tuple),
    legend=st.lists(st.tuples(MARKS, st.text()), max_size=2).map(tuple),
    due_title=st.text(),
    due=st.lists(st.builds(Amount, st.text(), st.integers(0, 9), st.booleans()), max_size=2).map(tuple),
)
MESSAGES = st.builds(
    OutMessage,
    html=st.text(),
    buttons=st.lists(st.lists(BUTTONS, max_size=3).map(tuple), max_size=3).map(tuple),
    silent=st.booleans(),
    document=st.none() | st.builds(Document, name=st.text(), content=st.text()),
    edits=st.none() | st.integers(min_value=1),
    chart=st.none() | CHARTS | CALENDARS,
    poll=st.none() | st.builds(Poll, st.text(), st.just(("a", "b")), st.just((1,)), st.text()),
    stays=st.booleans(),
)
IDS = st.integers(min_value=1)
ERRANDS = (
    st.builds(Reaction, message=IDS, emoji=st.text())
    | st.builds(Deletion, messages=st.lists(IDS).map(tuple))
    | st.builds(PollEnd, message=st.none() | IDS)
)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.fixture
def box(database: Database) -> Outbox:
    return Outbox(database)


async def queue(
    database: Database, place: Place, *messages: OutMessage | str, policy: SendPolicy = SendPolicy.RESEND
) -> tuple[int, ...]:
    """Messages queued for the place, met before; the ids of their rows."""
    wholes = [message if isinstance(message, OutMessage) else OutMessage(message) for message in messages]
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
        await chats.meet(tx, place.chat, ChatKind(place.kind.value), NOW)
        letters = [envelope(place, whole, user=7, policy=policy) for whole in wholes]
        return tuple([await outbox.enqueue(tx, letter, NOW) for letter in letters])


async def deliver(box: Outbox, claim: Claim, seconds: float) -> None:
    assert await box.begin(claim, after(seconds))
    await box.sent(claim, after(seconds), 99)


@given(MESSAGES | ERRANDS)
def test_whatever_is_packed_comes_back_whole(message: Outgoing) -> None:
    assert unpack(pack(message)) == message


def test_a_row_that_a_former_version_put_in_is_still_read() -> None:
    payload = {"html": "said", "buttons": [], "silent": True, "document": None, "edits": None}
    assert unpack(payload) == OutMessage("said", silent=True)


async def test_a_claim_holds_the_message_and_its_place(database: Database, box: Outbox) -> None:
    message = OutMessage(
        "<b>Привіт</b> 🦊",
        ((Button("Hint", "hint:1"), Button("Skip", "skip:1")), (Button("Stop", "stop"),)),
        silent=True,
        document=Document("data.json", '{"a": "\\u0000"}'),
        edits=5,
    )
    (row,) = await queue(database, GROUP, message)
    (claim,) = await box.claim(NOW, 10)
    assert (claim.id, claim.place, claim.message, claim.attempts) == (row, GROUP, message, 0)


@pytest.mark.parametrize(("place", "pace"), [(PRIVATE, 1), (GROUP, 3)])
async def test_a_chat_gets_its_messages_at_its_pace(database: Database, box: Outbox, place: Place, pace: int) -> None:
    await queue(database, place, "one", "two")
    (first,) = await box.claim(NOW, 10)
    await deliver(box, first, 0.5)
    assert await box.claim(after(0.4 + pace), 10) == ()
    (second,) = await box.claim(after(0.5 + pace), 10)
    assert second.message == OutMessage("two")


async def test_the_fast_path_takes_what_was_just_queued_and_nothing_else(database: Database, box: Outbox) -> None:
    await queue(database, GROUP, "older")
    rows = await queue(database, PRIVATE, "one", "two")
    assert [claim.id for claim in await box.claim(NOW, 10, rows)] == [rows[0]]


async def test_a_fault_is_tried_again_and_counted(database: Database, box: Outbox) -> None:
    await queue(database, PRIVATE, "one")
    (claim,) = await box.claim(NOW, 10)
    assert await box.begin(claim, NOW)
    await box.postpone(claim, NOW, 2.5)
    assert await box.claim(after(2.4), 10) == ()
    (again,) = await box.claim(after(2.5), 10)
    assert again.attempts == 1


async def test_a_chat_told_to_wait_waits_even_for_another_message(database: Database, box: Outbox) -> None:
    await queue(database, PRIVATE, "one", "two")
    (claim,) = await box.claim(NOW, 10)
    await box.postpone(claim, NOW, 30, whole_chat=True)
    async with database.transaction() as tx:
        await outbox.drop_chat(tx, PRIVATE.chat, NOW, "dropped to look behind it")
    await queue(database, PRIVATE, "three")
    assert await box.claim(after(29), 10) == ()
    assert len(await box.claim(after(30), 10)) == 1


async def test_a_message_refused_for_good_lets_the_next_through(database: Database, box: Outbox) -> None:
    await queue(database, PRIVATE, "one", "two")
    (claim,) = await box.claim(NOW, 10)
    await box.give_up(claim, NOW, "can't parse entities")
    (following,) = await box.claim(NOW, 10)
    assert following.message == OutMessage("two")


async def test_a_person_who_left_gets_nothing_until_he_is_back(database: Database, box: Outbox) -> None:
    await queue(database, PRIVATE, "one", "two")
    await queue(database, GROUP, "to the group")
    (private, _) = await box.claim(NOW, 10)
    await box.give_up(private, NOW, "blocked", gone=True)
    assert await box.claim(NOW + LEASE / 2, 10) == ()
    async with database.reading() as tx:
        person, chat = await users.find(tx, 7), await chats.find(tx, 7)
    assert person is not None
    assert person.blocked_at == NOW
    assert chat is not None
    assert chat.gone_at == NOW
    await queue(database, PRIVATE, "welcome back")
    (claim,) = await box.claim(NOW + LEASE / 2, 10)
    assert claim.message == OutMessage("welcome back")


async def test_a_group_that_is_gone_blames_nobody(database: Database, box: Outbox) -> None:
    await queue(database, GROUP, "one")
    (claim,) = await box.claim(NOW, 10)
    await box.give_up(claim, NOW, "kicked", gone=True)
    async with database.reading() as tx:
        person = await users.find(tx, 7)
    assert person is not None
    assert person.blocked_at is None


async def test_messages_follow_a_group_that_moved_the_refused_one_first(database: Database, box: Outbox) -> None:
    await queue(database, GROUP, "one", "two")
    (refused,) = await box.claim(NOW, 10)
    assert await box.begin(refused, NOW)
    await box.moved(GROUP.chat, SUPERGROUP, NOW)
    (claim,) = await box.claim(NOW, 10)
    assert (claim.id, claim.place) == (refused.id, Place(SUPERGROUP, PlaceKind.GROUP, thread=4))
    await deliver(box, claim, 0)
    (following,) = await box.claim(after(3), 10)
    assert following.message == OutMessage("two")


async def test_a_push_that_may_have_been_sent_is_not_sent_again(database: Database, box: Outbox) -> None:
    await queue(database, PRIVATE, "push", policy=SendPolicy.SKIP)
    (claim,) = await box.claim(NOW, 10)
    assert await box.begin(claim, NOW)
    assert await box.claim(NOW + LEASE, 10) == ()
    assert await box.claim(NOW + LEASE, 10) == ()


async def test_a_reply_that_may_have_been_sent_is_sent_again_and_the_late_sender_stops(
    database: Database, box: Outbox
) -> None:
    await queue(database, PRIVATE, "reply")
    (dead,) = await box.claim(NOW, 10)
    assert await box.begin(dead, NOW)
    (heir,) = await box.claim(NOW + LEASE, 10)
    assert not await box.begin(dead, NOW + LEASE)
    await box.sent(dead, NOW + LEASE, 1)
    assert await box.begin(heir, NOW + LEASE)
