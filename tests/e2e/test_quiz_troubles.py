"""What a group does to a game in its middle: nobody loses points, and nothing is tried where it may not be done."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.domain.language import Language
from tests.e2e.club import Clock, Club, Party, running
from tests.fakes.telegram import UNLIMITED, FakeTelegram, Flood, Message, Seat

pytestmark = pytest.mark.slow

READING = 30.0
"""Seconds after which the question can have been read and an answer typed."""
A_GAME = 200.0
"""Seconds after which a game of one round is over."""


@asynccontextmanager
async def club_at(url: str) -> AsyncIterator[Club]:
    clock = Clock()
    with FakeTelegram(Flood(overall=UNLIMITED), clock=clock.seconds) as fake:
        async with running(fake, url, clock) as club:
            yield club


def open_party(club: Club, *, hears: bool = False, supergroup: bool = True) -> Party:
    return Party.of(club, Language.EN, 2, hears=hears, supergroup=supergroup)


def board_of(party: Party) -> Message:
    return next(message for message in reversed(party.sent) if "Race, round" in message.text)


def answer(party: Party, seat: Seat, point: int = 0, *, reply: bool = True) -> Message:
    """State a must-know point of the question."""
    board = board_of(party)
    question = party.question(board)
    assert question is not None
    return seat.send(question.points[point].text, reply_to=board if reply else None)


async def pass_time(club: Club, seconds: float) -> None:
    """In steps, as timers are many."""
    for _ in range(int(seconds / 4)):
        await club.go_on(4)


def says(party: Party, words: str) -> bool:
    return any(words in message.text for message in party.sent)


async def shown_on_top(party: Party, name: str) -> bool:
    party.host.place.send("/top")
    await pass_time(party.club, 8)
    return name in next(message.text for message in reversed(party.sent) if "🏆" in message.text)


async def begun(club: Club, parties: list[Party]) -> None:
    for party in parties:
        party.begin("race", 1)
    await pass_time(club, READING)


async def test_a_game_outlives_what_its_group_does_to_the_bot(sqlite_url: str) -> None:
    """Each in a group of its own, all at once."""
    async with club_at(sqlite_url) as club:
        unmoved, demoted, left, closed = (open_party(club, hears=hears) for hears in (False, True, False, False))
        unmoved.group.chat.reactions = False
        demoted.host.place.send("/quiz")
        await pass_time(club, 8)
        demoted.host.place.tap(demoted.sent[-1], "qset:-:tidy:yes")
        for player in closed.players:
            player.place = closed.group.seat(player.private, thread=9)
        await begun(club, [unmoved, demoted, left, closed])
        silent = answer(unmoved, unmoved.players[1].place)
        answer(left, left.players[1].place)
        answer(closed, closed.players[1].place)
        demoted.group.demote(demoted.host.place)
        await pass_time(club, 4)
        unheard = answer(demoted, demoted.host.place, reply=False)
        heard = answer(demoted, demoted.players[1].place)
        left.host.place.block()
        closed.group.close_topic(9)
        await pass_time(club, A_GAME)
        left.host.place.unblock()
        closed.group.chat.topics[9] = True
        assert (silent.reactions, unheard.reactions, heard.reactions) == ([], [], ["👍"])
        assert "🏁" in unmoved.sent[-1].text
        assert "Reply to this message" in "".join(board_of(demoted).edits), "from then on"
        assert not heard.deleted
        assert not says(left, "🏁")
        assert not says(closed, "🏁")
        for party in (unmoved, demoted, left, closed):
            assert await shown_on_top(party, party.players[1].private.account.name)
        await begun(club, [left])
        assert left.sent[-1].id == board_of(left).id, "it plays again where it was let in again"
        assert {call.method for call in club.fake.refusals} == {"setMessageReaction"}


async def test_a_game_goes_on_in_the_supergroup_and_behind_a_wait(sqlite_url: str) -> None:
    async with club_at(sqlite_url) as club:
        moving = open_party(club, supergroup=False)
        await begun(club, [moving])
        answer(moving, moving.host.place)
        old = moving.group
        moving.move()
        await pass_time(club, 20)
        assert board_of(moving).chat is moving.group.chat, "the board came along"
        answer(moving, moving.players[1].place, 1)
        await pass_time(club, A_GAME)
        names = [player.private.account.name for player in moving.players]
        assert all(name in moving.sent[-1].text for name in names)
        assert not any("🏁" in message.text for message in old.chat.messages.values())
        assert not any(message.reactions for message in moving.sent), "ids of the old group mean other messages here"

        slowed = open_party(club)
        club.fake.fail_next("sendMessage", 429, "Too Many Requests: retry after 20", retry_after=20)
        await begun(club, [slowed])
        heard = answer(slowed, slowed.players[1].place)
        await pass_time(club, A_GAME)
        assert heard.reactions == ["👍"]
        assert "🥇" in slowed.sent[-1].text


async def test_an_anonymous_administrator_leads_a_game(sqlite_url: str) -> None:
    async with club_at(sqlite_url) as club:
        party = open_party(club)
        hidden = party.group.seat(club.fake.user(77, "Boss"), anonymous=True)
        party.players[1].place.send("/quiz 3 race")
        await pass_time(club, READING)
        answer(party, party.players[1].place)
        hidden.send("/stopquiz")
        await pass_time(club, 20)
        assert "🥇" in party.sent[-1].text
        hidden.send("/quiz 1 race")
        await pass_time(club, 8)
        assert not board_of(party).edits
        assert club.fake.refusals == []
