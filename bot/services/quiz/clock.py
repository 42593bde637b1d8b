"""The timer of a game: the next hint, the end of a round, the next question."""

from datetime import datetime
from typing import TypeGuard

from bot.i18n import Texts
from bot.services.editions import Editions
from bot.services.quiz.floor import QUIZ, Bell
from storage import Transaction, games, timers
from storage.games import GameRow
from storage.timers import TimerRow


class QuizClock:
    """Tells games that their time has come."""

    KINDS = (QUIZ,)
    """Kinds of timers that are handled here."""

    def __init__(self, editions: Editions, texts: Texts) -> None:
        self._editions = editions
        self._texts = texts

    async def ring(self, tx: Transaction, timer: TimerRow, now: datetime) -> tuple[int, ...]:
        """Let the game go on."""
        row = await games.lock(tx, timer.payload["game"])
        if not await timers.finish(tx, timer) or not _is_open(row):
            return ()
        bell = Bell(tx, self._texts, now)
        await self._editions.of(row.created_at).quiz.hall.games.go_on(bell, row)
        return tuple(bell.sent)

    async def give_up(self, tx: Transaction, timer: TimerRow, now: datetime) -> tuple[int, ...]:
        """The game cannot go on: end it and say so."""
        row = await games.lock(tx, timer.payload["game"])
        if not _is_open(row):
            return ()
        bell = Bell(tx, self._texts, now)
        await self._editions.of(row.created_at).quiz.hall.games.abandon(bell, row)
        return tuple(bell.sent)

    async def shut(self, tx: Transaction, chat: int, now: datetime) -> None:
        """End the games of a chat that the bot was thrown out of; their points stay."""
        for game in await games.open_of_chat(tx, chat):
            row = await games.lock(tx, game)
            if _is_open(row):
                await self._editions.of(row.created_at).quiz.hall.games.close(Bell(tx, self._texts, now), row)


def _is_open(row: GameRow | None) -> TypeGuard[GameRow]:
    return row is not None and row.finished_at is None
