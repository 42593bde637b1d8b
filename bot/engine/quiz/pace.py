"""The times of a game: how long things take to read, when something is due next."""

from datetime import datetime, timedelta

from bot.engine.quiz.game import Game, Phase, Round
from bot.engine.quiz.rules import GameMode, Rules

READING = 15.0
"""Characters read in a second: about 180 words a minute, unhurried reading of a technical text on a phone."""
_LEAST, _MOST = 3.0, 20.0
"""Limits of the seconds given to read a question."""

GRACE = timedelta(seconds=1)
"""Time after `due` in which answers sent before it still arrive; messengers tell times in whole seconds."""
CROWD = timedelta(seconds=30)
"""Most that a round stays open for a queue of answers written in time: three hundred of them in one second."""
LATE = timedelta(seconds=5)
"""A timer that comes later than this was held up by an outage."""
EXTENSION = timedelta(seconds=5)
"""Time for answers that waited out an outage to arrive."""
REFRESH = timedelta(seconds=4)
"""Least time between two showings of a board: with five messages a round, a group's budget of twenty a minute."""
HUSH = timedelta(seconds=3)
"""Time before the end of a phase in which the board is left alone, so that what follows goes out at once."""
LAST_CALL = timedelta(seconds=15)
"""Time left in a race once every point has been stated, but never less than half of all: people write slowly too."""
HINTS = (0.4, 0.7)
"""Shares of the time to answer after which a hint is due."""

SEATING = timedelta(seconds=60)
"""Time to find a volunteer."""
VOTING = timedelta(seconds=20)
"""Time for the group to choose a follow-up, or to rate."""
REPLYING = timedelta(seconds=75)
"""Time to answer a follow-up."""
SETTLING = timedelta(seconds=40)
"""Silence of the player in the hot seat after which his answer is taken as whole."""


def reading(text: str) -> timedelta:
    """Time to read a text."""
    return timedelta(seconds=min(max(len(text) / READING, _LEAST), _MOST))


def hint_due(round_: Round, rules: Rules) -> datetime | None:
    """When the next hint of the round is due, None when there is none to come."""
    if not rules.hints or rules.mode not in (GameMode.RACE, GameMode.SILENT) or round_.steps >= len(HINTS):
        return None
    return round_.readable + timedelta(seconds=rules.time * HINTS[round_.steps])


def board_due(game: Game) -> datetime | None:
    """When a changed board may be shown again, None when it has not changed or there is none."""
    if not game.stale or game.shown is None or game.rules.mode is GameMode.POLL:
        return None
    due = game.shown + REFRESH
    return due if game.round is not None and due <= game.round.due - HUSH else None


def next_wake(game: Game) -> datetime | None:
    """When the game has something to do of itself next, None when it is over."""
    if game.round is None:
        return None
    waits = [game.round.closes, board_due(game)]
    if game.phase is Phase.ANSWER:
        waits.append(hint_due(game.round, game.rules))
    return min(wait for wait in waits if wait is not None)
