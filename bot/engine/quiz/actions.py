"""What comes out of a game: what to show, and when to look again.

Texts are the bank's; every other word is the renderer's. A round is told by its number, from 1.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.engine.quiz.game import Phase, Sheet
from bot.engine.quiz.rules import GameMode
from bot.engine.quiz.standings import Score, Standing


@dataclass(frozen=True, slots=True)
class BoardPoint:
    """A must-know point on the board of a race, without its text: who stated it first and who said it too.

    `worth` is what stating it first would earn now.
    """

    worth: float
    first: tuple[int, ...] = ()
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All that a round shows while it runs.

    `due` is when the phase ends. `points` are shown in a race only. `answered` are the players heard, in order. `hints`
    are texts given so far. `seat` is who sits in the hot seat. `asked` is the follow-up chosen for him, empty before.
    `open` tells whether anything can still be done by button: answering, joining, skipping.
    """

    mode: GameMode
    number: int
    count: int
    question: str
    topic: str
    prompt: str
    phase: Phase
    due: datetime
    points: tuple[BoardPoint, ...] = ()
    answered: tuple[int, ...] = ()
    hints: tuple[str, ...] = ()
    skipping: int = 0
    skips_needed: int = 0
    seat: int | None = None
    asked: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """Show the board: as a message of its own when `new`, else by editing the one of its round. Polls have none."""

    board: Board
    new: bool = False


class Reception(StrEnum):
    """What a reaction says of a message: it was heard, it earned something, it is not quite right."""

    HEARD = "heard"
    POINT = "point"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class React:
    """Put a reaction under a player's message, in place of an earlier one."""

    player: int
    message: int
    private: bool
    reception: Reception


@dataclass(frozen=True, slots=True)
class OpenPoll:
    """Open the poll of a round; the engine closes it. `count` is the number of rounds, `due` the time it closes."""

    number: int
    count: int
    topic: str
    sheet: Sheet
    due: datetime


@dataclass(frozen=True, slots=True)
class ClosePoll:
    """Close the poll of the round."""

    number: int


@dataclass(frozen=True, slots=True)
class AskFollowUp:
    """Let the group vote which of these follow-ups the player in the hot seat is asked."""

    number: int
    seat: int
    options: tuple[str, ...]
    due: datetime


@dataclass(frozen=True, slots=True)
class PutFollowUp:
    """Ask the player in the hot seat the follow-up that was chosen, with the votes it got."""

    number: int
    seat: int
    text: str
    votes: int
    due: datetime


@dataclass(frozen=True, slots=True)
class AskRating:
    """Let the group rate from 1 to 5 how the player in the hot seat did."""

    number: int
    seat: int
    due: datetime


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A must-know point with its text: who stated it first (in a race) or at all, and who said it too."""

    text: str
    weight: float
    first: tuple[int, ...] = ()
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A wrong claim that was made, what is right, and who made it; to be told without the names.

    Of a poll: a wrong statement among its options, and who chose it.
    """

    claim: str
    correction: str
    players: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How the player in the hot seat did, 1-5: by the rubric, and by the mean of `votes` of the group (None without).

    `reply` is whether he answered the follow-up rightly, half (0.5) or not; None when none was asked.
    """

    seat: int
    bot: int
    group: float | None
    votes: int
    reply: float | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """Tell what was right, under a spoiler, and what the round brought; `sheet` is the poll's.

    `scores` are of this round, best first, `standings` of the game so far. `uncounted` are players who wrote something
    that was taken for pasted or copied: whoever earns nothing is to know why.
    """

    number: int
    count: int
    question: str
    title: str
    points: tuple[ShownPoint, ...] = ()
    claims: tuple[ShownClaim, ...] = ()
    sheet: Sheet | None = None
    scores: tuple[Score, ...] = ()
    standings: tuple[Standing, ...] = ()
    verdicts: Verdicts | None = None
    uncounted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wake:
    """Send `Ticked` at that time; replaces the timer of the game set before."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Final:
    """The game is over, or a round was voided after its end: the board, and how many rounds count."""

    standings: tuple[Standing, ...]
    rounds: int
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class NoPlayers:
    """The game ends because nobody plays; `Final` follows when somebody did before."""


@dataclass(frozen=True, slots=True)
class Tidy:
    """Remove these messages of players from the group, if the bot may."""

    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """Put a player's complaint about a question in the admins' queue."""

    number: int
    question: str
    player: int
    reason: str


GameAction = (
    ShowBoard
    | React
    | OpenPoll
    | ClosePoll
    | AskFollowUp
    | PutFollowUp
    | AskRating
    | Reveal
    | Wake
    | Final
    | NoPlayers
    | Tidy
    | ReportQuestion
)
