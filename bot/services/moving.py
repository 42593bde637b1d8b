"""A group that becomes a supergroup: everything of it goes on there."""

from dataclasses import replace
from datetime import datetime

from bot.engine.quiz.moving import moved
from bot.services.codec import dump_game, load_game
from storage import Transaction, chats, games


async def move(tx: Transaction, old: int, new: int, now: datetime) -> None:
    """Let all rows follow to the new chat; a game under way forgets which messages it was played by until now."""
    under_way = await games.open_of_chat(tx, old)
    for game in under_way:
        await games.lock(tx, game)  # before the messages, as everywhere
    await chats.move(tx, old, new, now)
    for game in under_way:
        row = await games.lock(tx, game)
        if row is not None and row.finished_at is None:
            await games.save(tx, replace(row, state=dump_game(moved(load_game(row.state)))), now)
