"""What everything about a game works with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.messaging import Place, PlaceKind
from bot.engine.quiz.standings import Score
from bot.i18n import Texts
from storage import Transaction
from storage.games import GameRow, ScoreRow

QUIZ = "quiz"
"""Kind of the timers of games, one each."""


class Floor(Protocol):
    """Where a game is led: the transaction, the time it is, and the outbox rows written so far."""

    tx: Transaction
    texts: Texts
    now: datetime
    sent: list[int]


@dataclass(slots=True)
class Bell:
    """The floor of a game when nobody in it calls."""

    tx: Transaction
    texts: Texts
    now: datetime
    sent: list[int] = field(default_factory=list)


def score_rows(row: GameRow, scores: Iterable[Score]) -> tuple[ScoreRow, ...]:
    """What a round brought, as rows."""
    return tuple(
        ScoreRow(
            game_id=row.id,
            round=score.round,
            user_id=score.player,
            chat_id=row.chat_id,
            question_id=score.question,
            points=score.points,
            bonus=score.bonus,
            flags=score.flags,
            stated=score.stated,
            possible=score.possible,
        )
        for score in scores
    )


def timer_key(game: int) -> str:
    """Name of the one timer of a game."""
    return f"{QUIZ}:{game}"


def place_of(row: GameRow) -> Place:
    """Where a game is played; thread 0 is none."""
    return Place(row.chat_id, PlaceKind.GROUP, row.thread_id or None)
