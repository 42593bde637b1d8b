"""The moves of a game: rounds are closed, the next is opened, the game ends; each adds to what has been done so far."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.question import Bank
from bot.engine.quiz import pace, scoring, view
from bot.engine.quiz.actions import ClosePoll, GameAction, NoPlayers, OpenPoll, ShowBoard, Tidy, Wake
from bot.engine.quiz.dealing import deal, until
from bot.engine.quiz.game import Game, Phase, Round
from bot.engine.quiz.rules import GameMode

IDLE_ROUNDS = 2
"""Rounds in a row without players after which a game ends."""


@dataclass(frozen=True, slots=True)
class Play:
    """The game after an event, and what to do, in order."""

    game: Game
    actions: tuple[GameAction, ...] = ()

    def then(self, *actions: GameAction, game: Game | None = None) -> "Play":
        """More to do, and the game changed by it."""
        return Play(game or self.game, (*self.actions, *actions))


def put(play: Play, round_: Round, *, stale: bool = True) -> Play:
    """The round changed; its board is shown again in time unless nothing on it has changed."""
    return replace(play, game=replace(play.game, round=round_, stale=play.game.stale or stale))


def show(bank: Bank, play: Play, now: datetime) -> Play:
    """The board shown by edit, if there is one."""
    game = replace(play.game, shown=now, stale=False)
    if game.round is None or game.rules.mode is GameMode.POLL:
        return replace(play, game=game)
    return play.then(ShowBoard(view.board(bank, game, game.round)), game=game)


def open_round(bank: Bank, play: Play, now: datetime) -> Play:
    """The next round, or the end of the game when there is none."""
    game = deal(bank, play.game, now)
    if game is None or game.round is None:
        return finish(play)
    if game.round.sheet is None:
        return play.then(ShowBoard(view.board(bank, game, game.round), new=True), game=game)
    topic = view.board(bank, game, game.round).topic
    return play.then(OpenPoll(game.round.number, game.count, topic, game.round.sheet, game.round.due), game=game)


def close_round(bank: Bank, play: Play, round_: Round, now: datetime) -> Play:
    """The round closed, its scores counted and revealed; nothing is revealed when nobody played.

    The board is shown last, without buttons: the reveal is what people wait for, and a chat takes a message in 3 s.
    """
    game = play.game
    scores = scoring.scores(round_, game.rules)
    idle = 0 if scores or round_.number in game.voided else game.idle + 1
    pause = until(round_, now + timedelta(seconds=game.rules.pause))
    game = replace(
        game,
        phase=Phase.PAUSE,
        round=replace(pause, closes=pause.due),
        scores=(*game.scores, *scores),
        idle=idle,
        present=tuple(sorted(scoring.present(round_))),
    )
    closed = replace(play, game=game)
    if round_.sheet is not None:
        closed = closed.then(ClosePoll(round_.number))
    if scores and round_.number not in game.voided:
        closed = closed.then(view.reveal(bank, game, round_))
    closed = show(bank, closed, now)
    closed = closed.then(*_tidied(game, round_), game=replace(closed.game, round=_emptied(closed.game.round)))
    return finish(closed) if idle >= IDLE_ROUNDS else closed


def _emptied(round_: Round | None) -> Round | None:
    """A closed round keeps nothing of what was written."""
    if round_ is None:
        return None
    return replace(
        round_, entries=(), wordings=(), talk=(), choices=(), hints=(), votes=(), ratings=(), options=(), chosen=None
    )


def _tidied(game: Game, round_: Round) -> tuple[Tidy, ...]:
    messages = tuple(entry.message for entry in round_.entries if not entry.private and entry.message > 0)
    return (Tidy(messages),) if game.rules.tidy and messages else ()


def finish(play: Play) -> Play:
    """The end: the board of the game, or word that nobody played."""
    idle = play.game.idle >= IDLE_ROUNDS
    game = replace(play.game, phase=Phase.OVER, round=None, stale=False, wake=None)
    last: tuple[GameAction, ...] = (NoPlayers(),) if idle else ()
    if game.counted or not idle:
        last = (*last, view.final(game))
    return play.then(*last, game=game)


def timed(play: Play) -> Play:
    """The timer set to what is due next, unless it is set to that already."""
    at = pace.next_wake(play.game)
    if at is None or at == play.game.wake:
        return play
    return play.then(Wake(at), game=replace(play.game, wake=at))
