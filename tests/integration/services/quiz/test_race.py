"""A race from the command to its end."""

import pytest

from bot.domain.messaging import OutMessage
from storage import Database, games
from tests.integration.services.quiz.group import GROUP, Group

QUESTION = "container-vs-vm"
SHARED = "All the containers on a machine share the kernel of the host."
AGAIN = "Containers share the kernel of their host, I think."


@pytest.fixture
def group(database: Database) -> Group:
    return Group.over(database, only=QUESTION)


async def begun(group: Group, line: str = "quiz 1 race") -> Group:
    await group.order(line)
    await group.wait(30)
    return group


async def test_a_point_goes_to_whoever_states_it_first_and_half_of_it_to_the_next(group: Group) -> None:
    await begun(group)
    first = await group.write(SHARED, 2)
    await group.wait(3)
    second = await group.write(AGAIN, 3)
    await group.wait(120)
    assert (first, "👍") in group.reactions
    assert (second, "👍") in group.reactions
    reveal = next(text for text in group.texts if "tg-spoiler" in text)
    assert "<i>Bob (also Cid)</i>" in reveal
    final = group.texts[-1]
    assert final.index("🥇 Bob") < final.index("🥈 Cid")


async def test_a_round_is_one_message_that_changes_and_one_reveal(group: Group) -> None:
    await begun(group)
    for player, text in ((2, SHARED), (3, AGAIN)):
        await group.write(text, player)
        await group.wait(5)
    await group.wait(120)
    sent = [message for message in group.said if isinstance(message, OutMessage) and message.edits is None]
    assert len(sent) == 3, "board, reveal and final board"
    assert all(message.stays for message in group.said if isinstance(message, OutMessage))


async def test_an_answer_changed_in_time_replaces_the_former(group: Group) -> None:
    await begun(group)
    message = await group.write("No idea yet, but I shall think about it.", 2)
    await group.edit(SHARED, message, 2)
    await group.wait(120)
    assert "Bob" in group.texts[-1]


async def test_what_is_changed_after_the_reveal_does_not_count(group: Group) -> None:
    await begun(group, "quiz 2 race")
    message = await group.write("I know nothing about it, honestly.", 2)
    await group.wait(95)
    assert any("tg-spoiler" in text for text in group.texts)
    await group.edit(SHARED, message, 2)
    await group.wait(200)
    async with group.database.reading() as tx:
        rows = await games.tallies(tx, GROUP, None)
    assert sum(row.points for row in rows) == 0


async def test_a_game_that_nobody_plays_falls_silent(database: Database) -> None:
    group = Group.over(database)
    await group.order("quiz 10 race")
    await group.wait(600)
    assert "Nobody is playing" in group.texts[-1]
    told = len(group.said)
    await group.wait(3600)
    assert len(group.said) == told


async def test_talk_among_players_gets_no_reactions(group: Group) -> None:
    group.hears = True
    await begun(group)
    await group.write("Who wants pizza?", 2, reply=False)
    assert group.reactions == []
    message = await group.write(SHARED, 2, reply=False)
    assert group.reactions == [(message, "👍")]


async def test_nothing_of_what_people_say_to_each_other_is_noted_while_no_game_is_open(group: Group) -> None:
    await group.write("Good morning", 2, reply=False)
    async with group.database.reading() as tx:
        assert await games.names(tx, [2]) == {}


async def test_names_cannot_break_the_board(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    await begun(group)
    monkeypatch.setitem(group.names, 2, "<b>&\n" * 40)
    await group.write(SHARED, 2)
    await group.wait(120)
    assert "&lt;b&gt;&amp; &lt;b&gt;" in group.texts[-1]
    assert "<b>&\n" not in group.texts[-1]
