"""The state of a game: plain frozen data, rewritten at every step, so it keeps only what later steps need."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.verdict import ReplyStatus
from bot.engine.quiz.rules import Rules
from bot.engine.quiz.standings import Score


class Phase(StrEnum):
    """What the game waits for.

    SEAT a volunteer, ANSWER answers, VOTE which follow-up is asked, REPLY the reply to it, RATING the group's marks,
    PAUSE the next round, OVER nothing any more.
    """

    SEAT = "seat"
    ANSWER = "answer"
    VOTE = "vote"
    REPLY = "reply"
    RATING = "rating"
    PAUSE = "pause"
    OVER = "over"


class PollKind(StrEnum):
    """What is asked about the options: which is wrong, which is right, or which answers the question of a card."""

    WRONG = "wrong"
    RIGHT = "right"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A poll: `correct` are the places of the right options, from 0.

    Limits of the Bot API's sendPoll hold: options at most 100 characters, explanation 200 with two line feeds. `text`
    leaves `polls.ASKING` characters of the 300 of a question to the renderer.
    """

    kind: PollKind
    text: str
    options: tuple[str, ...]
    correct: tuple[int, ...]
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A must-know point that can be won, and what it weighs."""

    point: str
    weight: float


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint that was given: at which point and when."""

    point: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A point stated or a claim made, and when first."""

    id: str
    at: datetime


class Origin(StrEnum):
    """Where an answer comes from: the player himself, a clipboard, another player."""

    OWN = "own"
    PASTED = "pasted"
    COPIED = "copied"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a player on the open question and what was found in it; edits replace it.

    `points` are those stated, `flags` the wrong claims made, `denied` those rejected, `nearly` points half said.
    `size` is its length in characters. `reply` is the verdict on it as the reply to a follow-up.
    """

    player: int
    message: int
    private: bool
    at: datetime
    size: int
    origin: Origin = Origin.OWN
    points: tuple[Found, ...] = ()
    flags: tuple[Found, ...] = ()
    denied: tuple[Found, ...] = ()
    nearly: tuple[str, ...] = ()
    reply: ReplyStatus | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a player worded an answer, normalised and cut, kept until the round closes to know copies by."""

    player: int
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a player chose in the poll, and when; or his vote on a ballot."""

    player: int
    options: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpOption:
    """A follow-up that can be voted for: its text, and the id of the prepared follow-up or of the point probed."""

    text: str
    follow_up: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """The round under way, until the next one opens.

    `readable` is when the question can have been read. `due` is when answers stop to count; `closes` is when the round
    is closed, a moment later so that answers on their way arrive, and later still, `extended`, when the timer came
    late. `latest` is how far `due` can be moved while the player in the hot seat goes on. `steps` counts the times a
    hint was due. `called` is whether everything has been said and the last call made. `talk` are pairs of player and
    message of what was no answer. Of a hot seat `seat` is the player in it, `options` the follow-ups to choose from,
    `chosen` the place of the one asked.
    """

    number: int
    question: str
    opened: datetime
    readable: datetime
    due: datetime
    closes: datetime
    slots: tuple[Slot, ...] = ()
    sheet: Sheet | None = None
    entries: tuple[Entry, ...] = ()
    wordings: tuple[Wording, ...] = ()
    talk: tuple[tuple[int, int], ...] = ()
    choices: tuple[Choice, ...] = ()
    hints: tuple[Hint, ...] = ()
    steps: int = 0
    skips: tuple[int, ...] = ()
    extended: bool = False
    latest: datetime | None = None
    called: bool = False
    seat: int | None = None
    options: tuple[FollowUpOption, ...] = ()
    chosen: int | None = None
    votes: tuple[Choice, ...] = ()
    ratings: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Game:
    """Everything known of a game between two steps.

    `count` is how many rounds there will be at most. `asked` are the ids of the questions of the rounds opened, in
    order; `avoid` those asked lately, the longest ago first. `scores` are of the rounds closed, voided ones included;
    `voided` are numbers of rounds, `flagged` pairs of a round and a player who finds fault with it. `idle` counts
    rounds in a row without players, `present` are those who did anything in the last one closed. `wake` is when the
    timer of the game is set for. `shown` is when the board was last shown, `stale` whether it has changed since.
    """

    rules: Rules
    seed: int
    count: int
    phase: Phase
    round: Round | None = None
    asked: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    players: tuple[int, ...] = ()
    scores: tuple[Score, ...] = ()
    voided: tuple[int, ...] = ()
    flagged: tuple[tuple[int, int], ...] = ()
    idle: int = 0
    present: tuple[int, ...] = ()
    wake: datetime | None = None
    shown: datetime | None = None
    stale: bool = False

    @property
    def finished(self) -> bool:
        """Whether nothing more will be asked."""
        return self.phase is Phase.OVER

    @property
    def counted(self) -> tuple[Score, ...]:
        """Scores of the rounds closed and not voided."""
        return tuple(score for score in self.scores if score.round not in self.voided)
