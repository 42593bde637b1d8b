"""Group quizzes: games, who plays in them, what was scored, votes in polls."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update

from storage.database import Transaction
from storage.errors import StorageUnavailable
from storage.models import Game, GamePlayer, GameScore, PollVote, User
from storage.rows import columns, every, first, insert


@dataclass(frozen=True, slots=True)
class GameRow:
    """A game; `state` is the engine's text, `thread_id` 0 outside topics, `board_id` the row that shows its round."""

    id: int
    chat_id: int
    thread_id: int
    language: str
    state: str
    board_id: int | None
    version: int
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGame:
    """A game to begin; fields as in `GameRow`."""

    chat_id: int
    language: str
    state: str
    thread_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """What a player made of a round; fields as in the engine's `Score`."""

    game_id: int
    round: int
    user_id: int
    chat_id: int
    question_id: str
    points: float
    bonus: float
    flags: int
    stated: float
    possible: float
    voided: bool = False


@dataclass(frozen=True, slots=True)
class TallyRow:
    """All that a player scored in a group over a time; `settings` are the player's own."""

    user_id: int
    name: str
    settings: dict[str, Any]
    rounds: int
    points: float
    stated: float
    possible: float


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote in a poll: places from 0."""

    user_id: int
    options: list[int]
    at: datetime


_COLUMNS = columns(GameRow, Game)


async def create(tx: Transaction, new: NewGame, now: datetime) -> GameRow:
    """Begin a game; StorageError while another one is open in the same place."""
    stamps = {"version": 1, "created_at": now, "updated_at": now}
    row = await first(tx, GameRow, insert(tx, Game).values(**asdict(new), **stamps).returning(*_COLUMNS))
    assert row is not None  # noqa: S101 - an insert returns a row
    return row


async def is_open(tx: Transaction, chat_id: int, thread_id: int) -> bool:
    """Whether a game is open in that place, without a lock."""
    return await tx.scalar(select(Game.id).where(_open_in(chat_id, thread_id))) is not None


async def lock_open(tx: Transaction, chat_id: int, thread_id: int) -> GameRow | None:
    """The game open in that place, locked to the end of the transaction, or None."""
    return await _locked(tx, _open_in(chat_id, thread_id))


async def lock(tx: Transaction, game_id: int) -> GameRow | None:
    """That game, over or not, locked to the end of the transaction, or None."""
    return await _locked(tx, Game.id == game_id)


async def open_of_chat(tx: Transaction, chat_id: int) -> tuple[int, ...]:
    """Ids of the games open in the chat, in all its topics."""
    found = select(Game.id).where(Game.chat_id == chat_id, Game.finished_at.is_(None)).order_by(Game.id)
    return tuple((await tx.execute(found)).scalars())


async def save(tx: Transaction, game: GameRow, now: datetime) -> None:
    """Keep state, board and end of the game; StorageUnavailable when it changed since it was read."""
    values = {"state": game.state, "board_id": game.board_id, "finished_at": game.finished_at, "updated_at": now}
    unchanged = (Game.id == game.id) & (Game.version == game.version)
    saved = await tx.execute(update(Game).where(unchanged).values(**values, version=game.version + 1))
    if saved.rowcount != 1:
        raise StorageUnavailable(f"game {game.id} changed meanwhile")


async def join(tx: Transaction, game_id: int, user_id: int, *, starter: bool = False) -> None:
    """Note that the person takes part, or has started it; a second time changes nothing."""
    values = {"game_id": game_id, "user_id": user_id, "starter": starter}
    await tx.execute(insert(tx, GamePlayer).values(**values).on_conflict_do_nothing())


async def is_starter(tx: Transaction, game_id: int, user_id: int) -> bool:
    """Whether the person has started that game."""
    mine = (GamePlayer.game_id == game_id) & (GamePlayer.user_id == user_id) & GamePlayer.starter
    return await tx.scalar(select(GamePlayer.user_id).where(mine)) is not None


async def of_player(tx: Transaction, user_id: int) -> tuple[int, ...]:
    """Ids of the games the person takes part in or took part in, oldest first."""
    found = select(GamePlayer.game_id).where(GamePlayer.user_id == user_id).order_by(GamePlayer.game_id)
    return tuple((await tx.execute(found)).scalars())


async def recent_states(tx: Transaction, chat_id: int, limit: int) -> tuple[str, ...]:
    """States of the chat's latest games, the latest last."""
    found = select(Game.state).where(Game.chat_id == chat_id).order_by(Game.id.desc()).limit(limit)
    return tuple(reversed((await tx.execute(found)).scalars().all()))


async def put_scores(tx: Transaction, rows: Iterable[ScoreRow], now: datetime) -> None:
    """Keep what a round brought; a row of the same player and round is replaced."""
    for row in rows:
        values = {**asdict(row), "at": now}
        statement = insert(tx, GameScore).values(**values)
        keys = ["game_id", "round", "user_id"]
        await tx.execute(statement.on_conflict_do_update(index_elements=keys, set_=asdict(row)))


async def void(tx: Transaction, game_id: int, number: int) -> None:
    """The round does not count any more."""
    of_round = (GameScore.game_id == game_id) & (GameScore.round == number)
    await tx.execute(update(GameScore).where(of_round).values(voided=True))


async def tallies(tx: Transaction, chat_id: int, since: datetime | None) -> tuple[TallyRow, ...]:
    """What everyone scored in the chat since then (None: ever), voided rounds left out."""
    sums = [func.sum(getattr(GameScore, name)).label(name) for name in ("points", "stated", "possible")]
    counted = (GameScore.chat_id == chat_id) & GameScore.voided.is_(False)
    if since is not None:
        counted &= GameScore.at >= since
    statement = (
        select(User.id.label("user_id"), User.name, User.settings, func.count().label("rounds"), *sums)
        .join(User, User.id == GameScore.user_id)
        .where(counted)
        .group_by(User.id)
        .order_by(User.id)
    )
    return await every(tx, TallyRow, statement)


async def names(tx: Transaction, ids: Iterable[int]) -> dict[int, str]:
    """Names of these people, as far as they are known."""
    wanted = tuple(ids)
    found = await tx.execute(select(User.id, User.name).where(User.id.in_(wanted))) if wanted else ()
    return {row.id: row.name for row in found}


async def vote(tx: Transaction, poll_id: str, user_id: int, options: list[int], now: datetime) -> None:
    """Keep the person's vote in the poll in place of an earlier one."""
    values = {"poll_id": poll_id, "user_id": user_id, "options": options, "at": now}
    statement = insert(tx, PollVote).values(**values)
    await tx.execute(statement.on_conflict_do_update(index_elements=["poll_id", "user_id"], set_=values))


async def take_votes(tx: Transaction, poll_id: str) -> tuple[VoteRow, ...]:
    """The votes in the poll, the earliest first; they are deleted."""
    statement = delete(PollVote).where(PollVote.poll_id == poll_id).returning(*columns(VoteRow, PollVote))
    return tuple(sorted(await every(tx, VoteRow, statement), key=lambda row: (row.at, row.user_id)))


def _open_in(chat_id: int, thread_id: int) -> ColumnElement[bool]:
    return (Game.chat_id == chat_id) & (Game.thread_id == thread_id) & Game.finished_at.is_(None)


async def _locked(tx: Transaction, condition: ColumnElement[bool]) -> GameRow | None:
    return await first(tx, GameRow, select(*_COLUMNS).where(condition).with_for_update())
