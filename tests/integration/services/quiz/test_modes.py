"""Silent rounds, polls and the hot seat, from the command to the reveal."""

import re

import pytest

from bot.domain.messaging import Ordered, OutMessage, PollEnd, Pressed, Retyped, Typed
from storage import Database, games
from tests.integration.services.quiz.group import GROUP, Group

QUESTION = "container-vs-vm"
SHARED = "All the containers on a machine share the kernel of the host."
AGAIN = "Containers share the kernel of their host, I think."


@pytest.fixture
def group(database: Database) -> Group:
    return Group.over(database, only=QUESTION)


def start_of(group: Group) -> str:
    """Payload of the latest button that opens the private chat."""
    messages = [message for message in group.said if isinstance(message, OutMessage)]
    links = [button.start for message in messages for row in message.buttons for button in row if button.start]
    return links[-1]


async def points(group: Group) -> dict[int, float]:
    async with group.database.reading() as tx:
        return {row.user_id: row.points for row in await games.tallies(tx, GROUP, None)}


class TestSilent:
    async def test_answers_given_in_private_are_shown_only_at_the_end(self, group: Group) -> None:
        await group.order("quiz 1 silent")
        link = start_of(group)
        for player, text in ((2, SHARED), (3, AGAIN)):
            await group.whisper(Ordered("start", link, 1), player)
            assert "Write your answer here" in group.texts[-1]
            await group.wait(15)
            await group.whisper(Typed(text, 500 + player), player)
            assert group.reactions[-1] == (500 + player, "👀")
        await group.wait(5)
        board = [text for text in group.texts if "Silent round" in text][-1]
        assert "Answered: Bob, Cid" in board
        assert SHARED not in "".join(group.texts)
        await group.wait(200)
        assert "<i>Bob, Cid</i>" in next(text for text in group.texts if "tg-spoiler" in text)
        scored = await points(group)
        assert scored[2] == scored[3] > 0

    async def test_an_answer_in_private_can_be_changed_until_the_end(self, group: Group) -> None:
        await group.order("quiz 1 silent")
        await group.whisper(Ordered("start", start_of(group), 1), 2)
        await group.wait(20)
        await group.whisper(Typed("I really don't know that one", 500), 2)
        await group.whisper(Retyped(SHARED, 500), 2)
        await group.wait(200)
        assert (await points(group))[2] > 0

    async def test_who_comes_too_late_is_told_so(self, group: Group) -> None:
        await group.order("quiz 1 silent")
        link = start_of(group)
        await group.whisper(Ordered("start", link, 1), 2)
        await group.wait(300)
        await group.whisper(Typed(SHARED, 500), 2)
        assert "nothing to answer just now" in group.texts[-1]
        await group.whisper(Ordered("start", link, 1), 3)
        assert "nothing to answer just now" in group.texts[-1]

    async def test_private_answers_do_not_disturb_what_is_written_to_the_interviewer_afterwards(
        self, group: Group
    ) -> None:
        await group.order("quiz 1 silent")
        await group.whisper(Ordered("start", start_of(group), 1), 2)
        await group.whisper(Ordered("help", "", 2), 2)
        await group.whisper(Typed("hello", 500), 2)
        assert "no interview is open" in group.texts[-1]


class TestPoll:
    async def test_votes_count_however_they_come_and_the_poll_is_closed_before_the_reveal(self, group: Group) -> None:
        await group.order("quiz 1 poll")
        opened = group.said[-1]
        assert isinstance(opened, OutMessage)
        assert opened.poll is not None
        poll = f"poll{max(group.shown)}"
        right = opened.poll.correct
        wrong = next(place for place in range(len(opened.poll.options)) if place not in right)
        await group.vote(poll, *right, by=2)
        await group.vote(poll, wrong, by=3)
        await group.vote("some other poll", *right, by=3)
        await group.wait(120)
        scored = await points(group)
        assert scored[2] > 0
        assert scored.get(3, 0.0) == 0
        assert any(isinstance(each, PollEnd) for each in group.said)
        reveal = next(text for text in group.texts if "tg-spoiler" in text)
        assert "Points: Bob" in reveal

    async def test_a_vote_taken_back_does_not_count(self, group: Group) -> None:
        await group.order("quiz 1 poll")
        opened = group.said[-1]
        assert isinstance(opened, OutMessage)
        assert opened.poll is not None
        poll = f"poll{max(group.shown)}"
        await group.vote(poll, opened.poll.correct[0], by=2)
        await group.vote(poll, by=2)
        await group.wait(120)
        assert (await points(group)).get(2, 0.0) == 0


class TestHotSeat:
    async def test_the_group_chooses_what_is_asked_and_rates(self, group: Group) -> None:
        await group.order("quiz 1 hot seat")
        assert "Who takes the hot seat" in group.texts[-1]
        await group.press("I’ll take it", 2)
        await group.wait(20)
        await group.write(SHARED, 2)
        await group.press("That’s all", 2)
        assert "What shall Bob be asked next?" in group.texts[-1]
        assert await group.press("2", 2) == "Too late for that.", "the one in the seat has no vote"
        assert await group.press("2", 3) == "Your vote counts."
        chosen = re.search(r"^2\. (.{20})", group.texts[-1], re.MULTILINE)
        await group.wait(21)
        put = next(text for text in group.texts if "the group wants to know" in text)
        assert chosen is not None
        assert chosen[1] in put
        await group.wait(20)
        await group.write("Because of namespaces, which isolate what a process sees.", 2)
        await group.wait(120)
        assert any("by my notes" in text for text in group.texts)

    async def test_marks_of_the_group_stand_beside_those_of_the_bot(self, group: Group) -> None:
        await group.order("quiz 1 hot seat")
        await group.press("I’ll take it", 2)
        await group.wait(20)
        await group.write(SHARED, 2)
        while not any("How did Bob do?" in text for text in group.texts):
            await group.wait(10)
        await group.press("4", 3)
        await group.press("5", 1)
        await group.wait(60)
        assert "by the group’s 2 marks" in next(text for text in group.texts if "by my notes" in text)

    async def test_nobody_else_answers_in_the_hot_seat(self, group: Group) -> None:
        await group.order("quiz 1 hot seat")
        await group.press("I’ll take it", 2)
        await group.wait(20)
        await group.write(SHARED, 3)
        assert group.reactions == []


async def test_a_button_of_an_earlier_game_is_too_late(group: Group) -> None:
    await group.order("quiz 1 race")
    await group.order("stopquiz")
    await group.send(Pressed("quiz:1:1:skip:0", 101, "c"), 2)
    assert group.receipt.notice == "Too late for that."
    await group.send(Pressed("quiz:77:1:join:0", 101, "c"), 2)
    assert group.receipt.notice == "Too late for that."
