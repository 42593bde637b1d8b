import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import Bot

from bot.domain.messaging import (
    Bar,
    Button,
    Chart,
    Deletion,
    Document,
    OutMessage,
    Place,
    PlaceKind,
    Poll,
    PollEnd,
    Reaction,
    Tone,
)
from bot.handlers import delivery as module
from bot.handlers.client import make_bot
from bot.handlers.delivery import Delivery, Pace
from bot.handlers.sending import Delayed, Delivered, transmit
from bot.rendering.drawing import draw
from bot.services.outbox import Claim, Outbox, envelope, pack
from storage import StorageUnavailable, outbox
from storage.models import SendPolicy
from tests.fakes.telegram import FakeTelegram, Flood, Limit, Seat
from tests.fakes.telegram.flood import UNLIMITED
from tests.integration.telegram.conftest import HASTE, Line, put, wait_for

PRIVATE = Place(7)


@pytest.fixture
def user(fake: FakeTelegram) -> Seat:
    person = fake.user(7)
    person.send("/start")
    return person


@pytest.fixture(autouse=True)
def still(line: Line) -> None:
    """Time stands, but for the leaps of `flush`."""
    line.clock.leap(0)


async def queue(line: Line, *messages: OutMessage | str, place: Place = PRIVATE) -> tuple[int, ...]:
    whole = [message if isinstance(message, OutMessage) else OutMessage(message) for message in messages]
    return await put(line.desk.database, place, whole, line.clock())


async def send_due(delivery: Delivery) -> None:
    """What a round of the dispatcher begins, to its end."""
    await delivery.flush()
    await delivery.drain(60)


async def flush(line: Line) -> None:
    """Send until nothing waits any more, a second of the bot's time apart."""
    for _ in range(200):
        await send_due(line.delivery)
        line.clock.leap(1)
        if not await line.backlog():
            return
    raise TimeoutError


def heard(user: Seat) -> list[str]:
    return [message.text for message in user.messages]


async def test_the_fast_path_sends_the_head_at_once_and_the_rest_at_the_chats_pace(line: Line, user: Seat) -> None:
    rows = await queue(line, "one", "two", "three")
    await line.delivery.deliver(rows)
    assert heard(user) == ["one"]

    await flush(line)
    assert heard(user) == ["one", "two", "three"]


async def test_markup_buttons_silence_and_previews(line: Line, user: Seat) -> None:
    await queue(
        line, OutMessage("<b>x</b> https://example.org", ((Button("Yes", "y"), Button("No", "n")),), silent=True)
    )
    await send_due(line.delivery)

    assert (user.last.text, user.last.labels, user.last.silent) == ("x https://example.org", ["Yes", "No"], True)
    assert line.fake.called("sendMessage")[0].params["link_preview_options"] == '{"is_disabled": true}'


async def test_a_document_goes_with_its_name_and_caption(line: Line, user: Seat) -> None:
    await queue(line, OutMessage("<i>All</i> of it", document=Document("мои-данные.json", '{"я": 1}')))
    await send_due(line.delivery)

    assert user.last.document is not None
    assert user.last.document.name == "мои-данные.json"
    assert user.last.document.content.decode() == '{"я": 1}'
    assert user.last.text == "All of it"


CHART = Chart("Покриття", ((Tone.GOOD, "є"), (Tone.OPEN, "немає")), (Bar("SQL", (2, 3), "2 з 5"),))


async def test_a_chart_is_drawn_and_goes_as_a_photo_with_caption_and_buttons(line: Line, user: Seat) -> None:
    await queue(line, OutMessage("<i>All</i> of it", ((Button("Yes", "y"),),), chart=CHART))
    await send_due(line.delivery)

    assert (user.last.kind, user.last.text, user.last.labels) == ("photo", "All of it", ["Yes"])
    assert user.last.document is not None
    assert user.last.document.content == draw(CHART)


async def test_a_chart_that_cannot_be_drawn_does_not_hold_up_the_rest(line: Line, user: Seat) -> None:
    broken = replace(CHART, bars=(Bar("SQL", (1,)),))
    await queue(line, OutMessage("see", chart=broken), "after")
    await flush(line)

    assert heard(user) == ["after"]


async def test_what_should_replace_a_picture_is_sent_anew(line: Line, user: Seat) -> None:
    await line.delivery.deliver(await queue(line, OutMessage("old", chart=CHART)))
    await queue(line, OutMessage("new", edits=user.last.id))
    await flush(line)

    assert heard(user) == ["old", "new"]


async def test_an_edit_changes_the_message_and_one_to_the_same_text_counts_as_done(line: Line, user: Seat) -> None:
    await line.delivery.deliver(await queue(line, OutMessage("old", ((Button("Yes", "y"),),))))
    number = user.last.id
    await queue(line, OutMessage("new", edits=number), OutMessage("new", edits=number), "after")
    await flush(line)

    assert heard(user) == ["new", "after"]
    assert user.messages[0].labels == []


async def test_an_edit_of_a_message_that_is_gone_is_sent_anew(line: Line, user: Seat) -> None:
    await line.delivery.deliver(await queue(line, "old"))
    number = user.last.id
    await line.bot.delete_message(7, number)
    await queue(line, OutMessage("new", edits=number))
    await flush(line)

    assert heard(user) == ["new"]


async def test_markup_that_telegram_cannot_parse_is_sent_as_plain_words(line: Line, user: Seat) -> None:
    await queue(line, "<b>a < b</b> & <i>c")
    await send_due(line.delivery)

    assert heard(user) == ["a < b & c"]


async def test_what_telegram_refuses_for_good_does_not_hold_up_the_rest(line: Line, user: Seat) -> None:
    await queue(line, "x" * 4097, "after")
    await flush(line)

    assert heard(user) == ["after"]


async def test_a_topic_that_is_gone_falls_back_to_the_group(line: Line, user: Seat) -> None:
    group = line.fake.group(supergroup=True)
    group.seat(user, thread=5).send("/start")
    place = Place(group.chat.id, PlaceKind.GROUP, 5)
    await queue(line, "in the topic", place=place)
    await send_due(line.delivery)
    group.close_topic(5)
    await queue(line, "closed", place=place)
    await flush(line)

    assert [(m.text, m.thread) for m in group.chat.transcript if m.by_bot] == [("in the topic", 5), ("closed", None)]


async def test_being_told_to_wait_holds_the_whole_chat_and_only_it(line: Line, user: Seat) -> None:
    other = line.fake.user(8)
    other.send("/start")
    line.fake.fail_next("sendMessage", 429, "Too Many Requests: retry after 30", retry_after=30)
    await queue(line, "one", "two")
    await send_due(line.delivery)
    await line.delivery.deliver(await queue(line, "hello", place=Place(8)))
    assert (heard(user), heard(other)) == ([], ["hello"])

    await flush(line)
    assert heard(user) == ["one", "two"]


async def test_the_real_flood_limits_are_kept_by_the_pace_of_chats(sqlite_url: str, line: Line) -> None:
    """The bot's clock runs HASTE times faster here, and the server's limit is that much stricter."""
    with FakeTelegram(Flood(UNLIMITED, Limit(1, 0.9 / HASTE), UNLIMITED)) as strict:
        user = strict.user(7)
        user.send("/start")
        await queue(line, *map(str, range(10)))
        async with Bot(strict.token, f"{strict.url}/bot") as bot:
            delivery = Delivery(bot, line.outbox, line.clock, line.metrics, rate=1000)
            while await line.backlog():
                await send_due(delivery)
                line.clock.leap(0.25)
                await asyncio.sleep(0.25 / HASTE)

        assert heard(user) == [str(number) for number in range(10)]
        assert strict.refusals == []


@pytest.mark.parametrize("trouble", ["blocked", "deactivated", "unknown"])
async def test_a_chat_that_cannot_be_reached_is_written_off(line: Line, user: Seat, trouble: str) -> None:
    if trouble == "blocked":
        user.block()
    elif trouble == "deactivated":
        user.account.deactivated = True
    else:
        del line.fake.state.chats[7]
    await queue(line, "one", "two", "three")
    await flush(line)

    assert len(line.fake.called("sendMessage")) == 1


async def test_a_group_that_became_a_supergroup_gets_its_messages_there(line: Line) -> None:
    group = line.fake.group()
    await queue(line, "one", "two", place=Place(group.chat.id, PlaceKind.GROUP))
    new = group.migrate()
    await flush(line)

    assert [message.text for message in new.chat.transcript] == ["one", "two"]


@pytest.mark.parametrize("status", [500, 502])
async def test_a_fault_of_the_server_is_tried_again(line: Line, user: Seat, status: int) -> None:
    line.fake.fail_next("sendMessage", status, "Bad Gateway", times=2)
    await queue(line, "one", "two")
    await flush(line)

    assert heard(user) == ["one", "two"]


async def test_an_interview_message_whose_fate_is_unknown_is_sent_again(line: Line, user: Seat) -> None:
    line.fake.drop_next("sendMessage", executed=True)
    await queue(line, "one", "two")
    await flush(line)

    assert heard(user) == ["one", "one", "two"]


class Dying(Outbox):
    """Loses the process between sending and marking, once."""

    dead = False

    async def sent(self, claim: Claim, now: object, message_id: int | None, poll_id: str | None = None) -> None:
        if not self.dead:
            self.dead = True
            raise asyncio.CancelledError
        await super().sent(claim, now, message_id)  # type: ignore[arg-type]


async def test_a_death_between_sending_and_marking_repeats_that_message_only(line: Line, user: Seat) -> None:
    rows = await queue(line, "one", "two")
    with pytest.raises(asyncio.CancelledError):
        await Delivery(line.bot, Dying(line.desk.database), line.clock, line.metrics).deliver(rows)
    assert heard(user) == ["one"]

    await flush(line)
    assert heard(user) == ["one", "one", "two"]


class Forgetful(Outbox):
    """Cannot note anything at first."""

    failures = 2

    async def sent(self, claim: Claim, now: object, message_id: int | None, poll_id: str | None = None) -> None:
        if self.failures:
            self.failures -= 1
            raise StorageUnavailable("away")
        await super().sent(claim, now, message_id)  # type: ignore[arg-type]


async def test_a_database_that_is_away_after_the_send_does_not_repeat_the_message(line: Line, user: Seat) -> None:
    delivery = Delivery(line.bot, Forgetful(line.desk.database), line.clock, line.metrics)
    await delivery.deliver(await queue(line, "one"))
    assert await line.backlog() == 0
    assert heard(user) == ["one"]


async def test_many_hands_send_each_message_once(line: Line) -> None:
    people = [line.fake.user(number) for number in range(1, 21)]
    for person in people:
        person.send("/start")
        await queue(line, "one", place=Place(person.chat.id))
    others = [Delivery(line.bot, line.outbox, line.clock, line.metrics, rate=1000) for _ in range(4)]
    await asyncio.gather(*(send_due(hand) for hand in [line.delivery, *others]))

    assert all(heard(person) == ["one"] for person in people)


async def test_a_message_is_given_up_after_very_many_tries(
    line: Line, user: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TRIES", 1)
    line.fake.fail_next("sendMessage", 500, times=2)
    await queue(line, "never", "after")
    await flush(line)

    assert heard(user) == ["after"]


async def test_saying_goes_past_the_outbox_and_never_raises(line: Line, user: Seat) -> None:
    await line.delivery.say(Place(7), OutMessage("sorry"))
    with line.fake.outage():
        await line.delivery.say(Place(7), OutMessage("lost"))

    assert heard(user) == ["sorry"]


async def test_transmit_reports_the_id_of_the_message(line: Line, user: Seat) -> None:
    outcome = await transmit(line.bot, Place(7), OutMessage("x"), Pace(1000).turn)

    assert outcome == Delivered(user.last.id)


async def test_each_call_has_its_own_turn_a_second_try_too(line: Line, user: Seat) -> None:
    turns: list[int] = []

    async def turn() -> None:
        turns.append(len(line.fake.called("sendMessage")))

    await transmit(line.bot, PRIVATE, OutMessage("<b>never closed"), turn)

    assert heard(user) == ["never closed"]
    assert turns == [0, 1]


async def test_one_slow_call_does_not_hold_up_the_other_chats(line: Line) -> None:
    slow, other = line.fake.user(7), line.fake.user(8)
    for person in (slow, other):
        person.send("/start")
    delays = [0.5]
    line.fake.faults.latency = lambda _method: delays.pop() if delays else 0.0
    await queue(line, "late")
    await line.delivery.flush()
    await wait_for(lambda: not delays)
    await queue(line, "hello", place=Place(8))
    await line.delivery.flush()

    await other.expect("hello")
    assert heard(slow) == []
    await line.delivery.drain(5)
    assert heard(slow) == ["late"]


QUIZ = Poll("Which is wrong?", ("A list is ordered", "A set is ordered"), (1,), "A set has no order")


async def test_a_quiz_is_sent_so_that_votes_can_be_told_and_closed_afterwards(line: Line) -> None:
    group = line.fake.group(supergroup=True)
    place = Place(group.chat.id, PlaceKind.GROUP)
    (row,) = await queue(line, OutMessage("", poll=QUIZ), place=place)
    await flush(line)
    sent = group.chat.transcript[-1]
    assert (sent.content["poll"]["type"], sent.content["poll"]["is_anonymous"]) == ("quiz", False)
    async with line.desk.database.transaction() as tx:
        assert await outbox.poll_of(tx, row) == sent.content["poll"]["id"]
        await outbox.enqueue(tx, replace(envelope(place, PollEnd()), target_id=row), line.clock())
    await flush(line)
    assert sent.content["poll"]["is_closed"]
    assert line.fake.refusals == []


async def test_reactions_and_deletions_are_done_beside_the_messages(line: Line, user: Seat) -> None:
    said = user.send("an answer")
    old = user.send("clutter")
    await queue(line, "one", "two")
    await put(line.desk.database, PRIVATE, [Reaction(said.id, "👀"), Deletion((old.id,))], line.clock())
    await send_due(line.delivery)
    assert (said.reactions, old.deleted, heard(user)) == (["👀"], True, ["one"])


async def test_an_errand_that_telegram_refuses_is_given_up_at_once(line: Line, user: Seat) -> None:
    await put(line.desk.database, PRIVATE, [Reaction(404, "👀"), Reaction(user.send("x").id, "not one")], line.clock())
    line.fake.fail_next("setMessageReaction", 429, "Too Many Requests", retry_after=30)
    await queue(line, "one")
    await flush(line)
    assert heard(user) == ["one"]
    assert await line.backlog() == 0


async def test_a_board_is_changed_by_the_row_that_sent_it_and_sent_anew_once_it_is_gone(line: Line, user: Seat) -> None:
    (board,) = await queue(line, "board")
    change = envelope(PRIVATE, OutMessage("board, changed"))
    for text in ("changed", "changed after it was deleted", "changed again"):
        async with line.desk.database.transaction() as tx:
            await outbox.enqueue(
                tx, replace(change, target_id=board, payload=pack(OutMessage(f"board, {text}"))), line.clock()
            )
        await flush(line)
        if text == "changed":
            assert heard(user) == ["board, changed"]
            user.last.deleted = True
    assert heard(user) == ["board, changed again"]


async def test_what_stays_in_its_topic_is_not_sent_elsewhere(line: Line, user: Seat) -> None:
    group = line.fake.group(supergroup=True)
    group.seat(user, thread=4)
    group.close_topic(4)
    place = Place(group.chat.id, PlaceKind.GROUP, 4)
    await queue(line, OutMessage("board", stays=True), "report", place=place)
    await flush(line)
    assert [message.text for message in group.chat.transcript if message.by_bot] == ["report"]


async def test_a_button_opens_the_private_chat_with_this_bot(line: Line, user: Seat) -> None:
    await queue(line, OutMessage("Answer me", ((Button("In private", start="game7"),),)))
    await flush(line)
    assert user.last.buttons[0][0]["url"] == f"https://t.me/{line.bot.username}?start=game7"


async def once(line: Line, text: str) -> int:
    """Queue a message that is rather not sent at all than twice."""
    await queue(line, "first")
    new = envelope(PRIVATE, OutMessage(text), policy=SendPolicy.SKIP)
    async with line.desk.database.transaction() as tx:
        await outbox.drop_chat(tx, PRIVATE.chat, line.clock(), "out of the way")
        return await outbox.enqueue(tx, new, line.clock())


async def test_what_may_have_been_sent_and_must_not_be_twice_is_given_up(line: Line, user: Seat) -> None:
    await once(line, "today's question")
    line.fake.drop_next("sendMessage", executed=True)
    await flush(line)
    assert [message.text for message in user.messages].count("today's question") == 1
    assert await line.backlog() == 0


async def test_what_was_surely_not_sent_is_tried_again(line: Line, user: Seat) -> None:
    await once(line, "today's question")
    line.fake.fail_next("sendMessage", 429, "Too Many Requests: retry after 2", retry_after=2)
    await flush(line)
    assert [message.text for message in user.messages].count("today's question") == 1
    assert await line.backlog() == 0


async def test_without_a_connection_nothing_was_sent(line: Line) -> None:
    nowhere = make_bot(line.fake.token, "http://127.0.0.1:9")
    nowhere._bot_user = line.bot._bot_user
    outcome = await transmit(nowhere, PRIVATE, OutMessage("today's question"), Pace(1000).turn)
    assert outcome == Delayed(unsent=True)
    await nowhere.shutdown()


async def test_an_answer_is_timed_from_when_its_question_was_whole(line: Line, user: Seat) -> None:
    rows = await queue(line, "an answer")
    line.delivery.answer(rows, line.clock() - timedelta(seconds=3))
    await line.delivery.drain(60)
    assert heard(user)[-1] == "an answer"
    shown = line.metrics.render().decode()
    assert "bot_update_answer_seconds_count 1.0" in shown
    assert "bot_update_answer_seconds_sum 3.0" in shown
