"""What goes into a game; players are the messenger's user ids.

`round` is the number of the round a button belongs to, from 1; an event of another round than the open one is stale
and changes nothing. None is for things without a button: a command, a message.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Answered:
    """A player wrote, or changed with `edited`, message `message`; `at` is the messenger's own time of that.

    `private` is a message in the player's chat with the bot, else in the group. `pasted` is a message that is not of
    the player's own writing (forwarded, sent through another bot). `addressed` is one that is meant for the bot: a
    reply to it or a private message; one that is not and says nothing on the question is talk among players.
    """

    player: int
    text: str
    message: int
    at: datetime
    private: bool = False
    edited: bool = False
    pasted: bool = False
    addressed: bool = True


@dataclass(frozen=True, slots=True)
class Joined:
    """A player wants to take part; while a volunteer is sought he takes the hot seat."""

    player: int
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """The timer of the game came due."""


@dataclass(frozen=True, slots=True)
class PollAnswered:
    """A player chose these options of the open poll, by place from 0; none takes his choice back.

    Votes may be handed in together before the poll closes, each with the time it was given for `now`.
    """

    player: int
    options: tuple[int, ...]
    round: int | None = None


class Ballot(StrEnum):
    """What is voted on: to skip the round, which follow-up is asked (place from 0), how well it went (1-5)."""

    SKIP = "skip"
    FOLLOW_UP = "follow-up"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Voted:
    """A player voted; a later vote of his on the same ballot replaces it.

    The player in the hot seat says with SKIP that he has no more to say.
    """

    player: int
    ballot: Ballot
    choice: int = 0
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Somebody who may do so ends the round; answers given count."""

    round: int | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody who may do so ends the game; answers given in the open round count."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A player finds fault with the question of a round that was opened."""

    player: int
    reason: str
    round: int


@dataclass(frozen=True, slots=True)
class Voided:
    """A round does not count, whether it is over or open; also after the end of the game."""

    round: int


@dataclass(frozen=True, slots=True)
class Left:
    """A player wants to be forgotten: whatever is his leaves the game, also after its end."""

    player: int


GameEvent = Answered | Joined | Ticked | PollAnswered | Voted | Skip | Stop | Flagged | Voided | Left
