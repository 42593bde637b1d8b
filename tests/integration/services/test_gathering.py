"""Messages in a row are one answer, whatever happens between them."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.domain.dialogue import Medium
from bot.domain.messaging import Typed
from bot.engine.settling import COMPLETE, FRAGMENT, LONGEST
from bot.services import alarms
from bot.services.gathering import ANSWER
from bot.services.interviews import Interviews
from bot.services.outbox import Outbox
from storage import Database, sessions, timers, turns, users
from tests.integration.services.driver import Visitor, open_desk

PIECES = ("Containers share the kernel", "of the host,", "a virtual machine boots a system of its own.")
WHOLE = " ".join(PIECES)


@pytest.fixture
async def writer(database: Database) -> Visitor:
    """Somebody who has been asked the first question by a bot that lets answers settle."""
    visitor = Visitor(open_desk(database, pause=1.0), Outbox(database))
    await visitor.order("interview containers middle 3")
    return visitor


async def later(writer: Visitor, seconds: float) -> list[str]:
    """What is heard once so much time has passed."""
    writer.now += timedelta(seconds=seconds)
    await writer.desk.wake(writer.now, 10)
    return [message.html for message in await writer.read()]


async def answers(database: Database, person: int = 7) -> list[str]:
    """Everything of the interview that came from the candidate, in order."""
    async with database.reading() as tx:
        (session, *_) = await sessions.history(tx, person, 5)
        return [turn.answer for turn in await turns.of_session(tx, session.id) if turn.answer]


async def test_several_messages_get_one_reaction_and_are_one_answer(writer: Visitor, database: Database) -> None:
    for piece in PIECES:
        assert not await writer.type(piece)
        assert writer.receipt.listening
        writer.now += timedelta(seconds=1)
    assert len(await later(writer, COMPLETE)) == 1
    assert await answers(database) == [WHOLE]


async def test_an_answer_tells_when_it_had_settled_and_a_silence_does_not(writer: Visitor) -> None:
    await writer.type(WHOLE)
    settled = writer.now + timedelta(seconds=COMPLETE)
    writer.now = settled + timedelta(seconds=1)
    (answer,) = await writer.desk.wake(writer.now, 10)
    assert answer.settled == settled
    await writer.read()
    (silence,) = await writer.desk.wake(writer.now + timedelta(hours=1), 10)
    assert silence.settled is None


async def test_nothing_is_said_before_the_answer_has_settled(writer: Visitor) -> None:
    await writer.type(PIECES[0])
    assert not await later(writer, FRAGMENT - 0.1)
    assert await later(writer, 0.2)


async def test_each_message_gives_time_for_the_next_but_not_for_ever(writer: Visitor, database: Database) -> None:
    began = writer.now
    while (writer.now - began).total_seconds() < LONGEST:
        assert not await later(writer, 0)
        await writer.type("and another thing,")
        writer.now += timedelta(seconds=3)
    assert len(await later(writer, 0)) == 1
    assert await answers(database) == [" ".join(["and another thing,"] * 4)]


async def test_a_request_is_answered_at_once(writer: Visitor) -> None:
    assert await writer.type("hint")
    assert not writer.receipt.listening


async def test_a_dont_know_ends_the_answer_begun_before_it(writer: Visitor, database: Database) -> None:
    await writer.type(PIECES[0])
    assert await writer.type("не знаю")
    assert await answers(database) == [f"{PIECES[0]} не знаю"]


@pytest.mark.parametrize(
    ("act", "logged"),
    [
        (lambda writer: writer.type("hint"), "hint"),
        (lambda writer: writer.order("hint"), "hint"),
        (lambda writer: writer.tap("Hint"), "hint"),
        (lambda writer: writer.show(Medium.PHOTO), "photo"),
    ],
    ids=["words", "command", "button", "picture"],
)
async def test_whatever_else_comes_hands_in_first_what_waits(
    writer: Visitor, database: Database, act: Callable[[Visitor], Awaitable[Any]], logged: str
) -> None:
    await writer.type(WHOLE)
    await act(writer)
    await later(writer, LONGEST)
    assert await answers(database) == [WHOLE, logged]


async def test_stopping_counts_what_was_still_waiting(writer: Visitor, database: Database) -> None:
    await writer.type(WHOLE)
    await writer.order("stop")
    assert (await answers(database))[0] == WHOLE


async def test_an_edit_changes_the_message_while_it_waits(writer: Visitor, database: Database) -> None:
    await writer.type(PIECES[0])
    first = writer.updates
    await writer.type(PIECES[2])
    assert not await writer.edit("Containers run as processes of the host,", first)
    assert len(await later(writer, FRAGMENT)) == 1
    assert await answers(database) == [f"Containers run as processes of the host, {PIECES[2]}"]


async def test_an_edit_of_an_earlier_answer_hands_in_what_waits(writer: Visitor, database: Database) -> None:
    await writer.type(WHOLE)
    first = writer.updates
    await later(writer, COMPLETE)
    await writer.type("It starts in a second.")
    await writer.edit(f"{WHOLE} Images are small.", first)
    assert await answers(database) == [WHOLE, "It starts in a second.", f"{WHOLE} Images are small."]


async def test_what_waits_survives_the_process(writer: Visitor, database: Database) -> None:
    await writer.type(PIECES[0])
    writer.desk = open_desk(database, pause=1.0)
    await writer.type(PIECES[1])
    writer.desk = open_desk(database, pause=0.0)
    assert len(await later(writer, FRAGMENT)) == 1
    assert await answers(database) == [" ".join(PIECES[:2])]


async def test_a_repeated_delivery_is_not_said_twice(writer: Visitor, database: Database) -> None:
    await writer.send(Typed(PIECES[0], 50), update=900_001)
    await writer.send(Typed(PIECES[0], 50), update=900_001)
    await later(writer, FRAGMENT)
    assert await answers(database) == [PIECES[0]]


async def test_two_tickers_hand_in_once(writer: Visitor, database: Database, replica: Database) -> None:
    await writer.type(WHOLE)
    writer.now += timedelta(seconds=COMPLETE)
    for desk in (writer.desk, open_desk(replica, pause=1.0)):
        await desk.wake(writer.now, 10)
    assert len(await writer.read()) == 1
    assert await answers(database) == [WHOLE]


async def test_a_candidate_who_is_writing_is_not_silent(writer: Visitor, database: Database) -> None:
    await writer.type(PIECES[0])
    async with database.transaction() as tx:
        due = await timers.claim(tx, writer.now + timedelta(hours=1), 10)
    assert [timer.kind for timer in due] == [ANSWER]


async def test_without_a_pause_every_message_is_an_answer(database: Database) -> None:
    visitor = Visitor(open_desk(database, pause=0.0), Outbox(database))
    await visitor.order("interview containers middle 3")
    assert await visitor.type(PIECES[0])


async def test_words_outside_an_interview_are_answered_at_once(database: Database) -> None:
    assert await Visitor(open_desk(database, pause=1.0), Outbox(database)).type("well, you know,")


async def test_what_waits_is_erased_with_the_person(writer: Visitor, database: Database) -> None:
    await writer.type(PIECES[0])
    async with database.transaction() as tx:
        assert PIECES[0] in str(await users.export(tx, writer.id))
        await users.erase(tx, writer.id)
    assert not await later(writer, LONGEST)


async def test_an_answer_that_cannot_be_taken_is_tried_again_then_given_up_and_told(
    writer: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> bool:
        raise ValueError(WHOLE)

    await writer.type(WHOLE)
    monkeypatch.setattr(Interviews, "take", fail)
    heard = []
    with capture_logs() as logs:
        for _ in range(alarms.STRIKES + 2):
            heard += await later(writer, LONGEST)
    assert [log["event"] for log in logs] == ["timer_failed"] * alarms.STRIKES
    assert WHOLE not in str(logs)
    assert len(heard) == 1


async def test_one_timer_that_fails_does_not_keep_others_from_their_turn(
    writer: Visitor, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Visitor(writer.desk, Outbox(database), id=8)
    await other.order("interview containers middle 3")
    await writer.type(WHOLE)
    await other.type("It starts in a second.")
    take = Interviews.take

    async def fail_once(self: Interviews, visit: Any, *rest: Any) -> bool:
        if visit.person.id == writer.id:
            raise ValueError(WHOLE)
        return await take(self, visit, *rest)

    monkeypatch.setattr(Interviews, "take", fail_once)
    await later(writer, LONGEST)
    assert await answers(database, other.id) == ["It starts in a second."]
    assert await answers(database) == []


async def test_a_reply_to_an_earlier_message_is_known_as_one_once_it_has_settled(
    writer: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = []
    take = Interviews.take

    async def noted(self: Interviews, visit: Any, session: Any, event: Any) -> bool:
        heard.append(event.replying)
        return await take(self, visit, session, event)

    monkeypatch.setattr(Interviews, "take", noted)
    assert not await writer.reply(WHOLE, message=1)
    await later(writer, COMPLETE)
    assert heard == [True]
