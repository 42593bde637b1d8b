"""Spoken answers count once they are confirmed."""

from datetime import timedelta

import pytest

from bot.domain.messaging import Dictated, OutMessage
from bot.services.dictation import KEPT
from storage import Database, sessions, turns
from tests.integration.services.driver import Visitor

SPOKEN = "Containers share the kernel of the host, a virtual machine boots a system of its own."


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


@pytest.fixture
async def speaker(visitor: Visitor) -> Visitor:
    """Somebody who has answered the first question by voice, and sees what was understood."""
    await visitor.order("interview containers middle 3")
    await visitor.send(Dictated(SPOKEN, 41))
    return visitor


async def answers(database: Database) -> list[tuple[str, int | None]]:
    async with database.reading() as tx:
        (session,) = await sessions.history(tx, 7, 5)
        return [(turn.answer, turn.message_id) for turn in await turns.of_session(tx, session.id) if turn.answer]


async def test_what_was_understood_is_shown_and_not_judged_yet(speaker: Visitor, database: Database) -> None:
    shown = speaker.heard[-1]
    assert SPOKEN in shown.html
    assert labels(shown) == ["Yes, take it", "No, I’ll type"]
    assert await answers(database) == []


async def test_confirmed_words_are_the_answer(speaker: Visitor, database: Database) -> None:
    taken, *reaction = await speaker.tap("Yes, take it")
    assert SPOKEN in taken.html
    assert not taken.buttons
    assert any("?" in message.html for message in reaction)
    assert await answers(database) == [(SPOKEN, 41)]


async def test_dropped_words_are_asked_for_in_writing(speaker: Visitor, database: Database) -> None:
    (said,) = await speaker.tap("No, I’ll type")
    assert "type" in said.html
    await speaker.type("They share the kernel of the host.")
    assert [text for text, _ in await answers(database)] == ["They share the kernel of the host."]


@pytest.mark.parametrize("label", ["Yes, take it", "No, I’ll type"])
async def test_a_second_tap_only_says_so(speaker: Visitor, database: Database, label: str) -> None:
    await speaker.tap(label)
    before = await answers(database)
    assert not await speaker.tap(label)
    assert speaker.receipt.notice
    assert await answers(database) == before


async def test_speaking_again_replaces_what_was_said(speaker: Visitor, database: Database) -> None:
    await speaker.send(Dictated("It starts in a second.", 42))
    assert not await speaker.press("voice:1:41:yes")
    assert speaker.receipt.notice
    await speaker.press("voice:1:42:yes")
    assert await answers(database) == [("It starts in a second.", 42)]


async def test_words_nobody_confirms_are_forgotten(speaker: Visitor) -> None:
    speaker.now += KEPT + timedelta(minutes=1)
    await speaker.desk.wake(speaker.now, 10)
    await speaker.read()
    assert not await speaker.press("voice:1:41:yes")
    assert speaker.receipt.notice


async def test_words_are_shown_escaped(visitor: Visitor) -> None:
    await visitor.order("interview containers middle 3")
    (said,) = await visitor.send(Dictated("a <b> & c", 41))
    assert "a &lt;b&gt; &amp; c" in said.html


async def test_a_strangers_button_does_nothing(speaker: Visitor, database: Database) -> None:
    stranger = Visitor(speaker.desk, speaker.outbox, id=8)
    assert not await stranger.press("voice:1:41:yes")
    assert await answers(database) == []


async def test_speaking_outside_an_interview_is_answered_as_writing_is(visitor: Visitor) -> None:
    (said,) = await visitor.send(Dictated(SPOKEN, 41))
    assert "no interview is open" in said.html
