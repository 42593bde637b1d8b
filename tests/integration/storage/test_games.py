from dataclasses import replace
from datetime import timedelta

import pytest

from storage import Database, StorageError, StorageUnavailable, Transaction, chats, complaints, games, users
from storage.models import AppealState, ChatKind
from tests.integration.storage.builders import GROUP, NOW, after

SUPERGROUP = -1009000


async def begin(tx: Transaction, chat: int = GROUP, thread: int = 0) -> games.GameRow:
    for player in (7, 8):
        await users.meet(tx, player, f"Player {player}", "uk", NOW)
    await chats.meet(tx, chat, ChatKind.GROUP, NOW)
    return await games.create(tx, games.NewGame(chat_id=chat, language="uk", state="{}", thread_id=thread), NOW)


def score(game: games.GameRow, player: int, number: int = 1, points: float = 1.0) -> games.ScoreRow:
    return games.ScoreRow(
        game_id=game.id,
        round=number,
        user_id=player,
        chat_id=game.chat_id,
        question_id="hashmap",
        points=points,
        bonus=0.0,
        flags=0,
        stated=1.0,
        possible=2.0,
    )


async def totals(tx: Transaction, chat: int = GROUP, since: float | None = None) -> dict[int, tuple[int, float]]:
    rows = await games.tallies(tx, chat, None if since is None else after(since))
    return {row.user_id: (row.rounds, row.points) for row in rows}


async def test_one_game_is_open_in_a_topic(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        other = await begin(tx, thread=4)
        assert await games.lock_open(tx, GROUP, 0) == game
        assert await games.lock_open(tx, GROUP, 4) == other
        assert await games.lock_open(tx, GROUP, 5) is None
        assert await games.open_of_chat(tx, GROUP) == (game.id, other.id)
    with pytest.raises(StorageError):
        async with database.transaction() as tx:
            await begin(tx)


async def test_a_game_that_is_over_makes_room_for_the_next(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        await games.save(tx, replace(game, state="over", board_id=3, finished_at=NOW), NOW)
        assert not await games.is_open(tx, GROUP, 0)
        later = await begin(tx)
        kept = await games.lock(tx, game.id)
        assert await games.recent_states(tx, GROUP, 5) == ("over", "{}")
    assert later.id != game.id
    assert kept is not None
    assert (kept.state, kept.board_id, kept.finished_at) == ("over", 3, NOW)


async def test_a_change_made_on_an_old_reading_is_refused(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        await games.save(tx, replace(game, state="one"), NOW)
    with pytest.raises(StorageUnavailable):
        async with database.transaction() as tx:
            await games.save(tx, replace(game, state="two"), NOW)


async def test_the_starter_of_a_game_is_known_also_when_he_plays(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        await games.join(tx, game.id, 7, starter=True)
        for player in (7, 8, 8):
            await games.join(tx, game.id, player)
        assert [await games.is_starter(tx, game.id, player) for player in (7, 8)] == [True, False]
        assert await games.of_player(tx, 8) == (game.id,)


async def test_scores_add_up_without_voided_rounds_and_without_what_was_before(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        await games.put_scores(tx, [score(game, 7), score(game, 8, points=0.5)], NOW)
        await games.put_scores(tx, [score(game, 7, 2, 3.0)], after(60))
        assert await totals(tx) == {7: (2, 4.0), 8: (1, 0.5)}
        assert await totals(tx, since=30) == {7: (1, 3.0)}
        await games.void(tx, game.id, 1)
        assert await totals(tx) == {7: (1, 3.0)}
        assert await totals(tx, chat=-5) == {}


async def test_a_score_written_again_replaces_the_former(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        for points in (1.0, 2.0):
            await games.put_scores(tx, [score(game, 7, points=points)], NOW)
        assert await totals(tx) == {7: (1, 2.0)}


async def test_games_and_scores_follow_a_group_that_moves(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        await games.put_scores(tx, [score(game, 7)], NOW)
        await chats.configure(tx, GROUP, {"hears": True, "rounds": 3})
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        moved = await games.lock_open(tx, SUPERGROUP, 0)
        chat = await chats.find(tx, SUPERGROUP)
        assert moved is not None
        assert moved.id == game.id
        assert await totals(tx, SUPERGROUP) == {7: (1, 1.0)}
        assert chat is not None
        assert chat.settings == {"hears": True, "rounds": 3}


async def test_of_two_games_in_a_group_that_moves_the_one_begun_last_goes_on(database: Database) -> None:
    async with database.transaction() as tx:
        await begin(tx)
        later = await begin(tx, SUPERGROUP)
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        assert await games.open_of_chat(tx, SUPERGROUP) == (later.id,)


async def test_erasing_a_player_leaves_the_game_and_the_points_of_others(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        await games.join(tx, game.id, 7, starter=True)
        await games.put_scores(tx, [score(game, 7), score(game, 8)], NOW)
        await users.erase(tx, 7)
        assert await totals(tx) == {8: (1, 1.0)}
        assert not await games.is_starter(tx, game.id, 7)
        assert await games.lock(tx, game.id) == game
        assert await games.names(tx, (7, 8)) == {8: "Player 8"}


async def test_the_last_vote_of_everybody_is_taken_once(database: Database) -> None:
    async with database.transaction() as tx:
        await begin(tx)
        await games.vote(tx, "p", 7, [0], NOW)
        await games.vote(tx, "p", 8, [1], after(1))
        await games.vote(tx, "p", 7, [2, 3], after(2))
        await games.vote(tx, "q", 7, [4], NOW)
        taken = await games.take_votes(tx, "p")
        assert [(vote.user_id, vote.options) for vote in taken] == [(8, [1]), (7, [2, 3])]
        assert await games.take_votes(tx, "p") == ()


async def test_a_complaint_is_made_once_a_round_and_decided_for_all(database: Database) -> None:
    async with database.transaction() as tx:
        game = await begin(tx)
        new = complaints.NewComplaint(game_id=game.id, round=1, user_id=7, question_id="hashmap", reason="wrong")
        assert await complaints.file(tx, new, NOW)
        assert not await complaints.file(tx, replace(new, reason="ambiguous"), NOW)
        assert await complaints.file(tx, replace(new, user_id=8), NOW)
        assert await complaints.count_open(tx) == 2
        first = await complaints.next_open(tx)
        assert first is not None
        assert (first.chat_id, first.round, first.reason) == (GROUP, 1, "wrong")
        assert await complaints.find(tx, first.id) == first
        await complaints.decide(tx, first, AppealState.ACCEPTED, 8, NOW + timedelta(hours=1))
        assert await complaints.next_open(tx) is None
        assert await complaints.find(tx, first.id) is None
