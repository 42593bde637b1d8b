"""What the starter of a game chooses."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.language import Language, Level

ROUNDS = 20
"""Most rounds of a game: half an hour of race."""
SHORTEST, LONGEST = 10, 600
"""Limits of `Rules.seconds`: time for one sentence, and ten minutes, after which nobody looks any more."""
PAUSES = (4.0, 6.0)
"""Limits of `Rules.pause`: time for a look at the reveal, too short to wander off."""
SPEED = 2.0
"""Most that speed may earn in a round: no more than one heavy point."""


class GameMode(StrEnum):
    """How a game is played.

    RACE: a point goes to whoever states it first. SILENT: answers are hidden, everybody can win each point.
    POLL: native quiz polls. HOT_SEAT: one volunteer is interviewed, the others choose what he is asked and rate him.
    """

    RACE = "race"
    SILENT = "silent"
    POLL = "poll"
    HOT_SEAT = "hotseat"


_SPEEDY = (GameMode.RACE, GameMode.POLL)
_SECONDS = {GameMode.RACE: 75, GameMode.SILENT: 120, GameMode.POLL: 25, GameMode.HOT_SEAT: 120}


@dataclass(frozen=True, slots=True)
class Rules:
    """What the starter chose: `topics` empty means all.

    `seconds` is the time to answer, after the time to read the question; None is the mode's own. `speed` is the most
    points that speed may earn in a round, 0 turns the bonus off; only races and polls have one. `several` lets a poll
    have two right options. `pause` is the seconds between two rounds. `tidy` asks for answers written in the group
    to be removed after the round.
    """

    mode: GameMode
    language: Language
    level: Level = Level.MIDDLE
    topics: tuple[str, ...] = ()
    rounds: int = 5
    seconds: int | None = None
    speed: float = 0.0
    hints: bool = True
    several: bool = False
    pause: float = 6.0
    tidy: bool = False

    @property
    def time(self) -> int:
        """Seconds to answer once the question is read."""
        return self.seconds if self.seconds is not None else _SECONDS[self.mode]

    def fitted(self) -> "Rules":
        """The same with every number within its limits."""
        return replace(
            self,
            rounds=min(max(self.rounds, 1), ROUNDS),
            seconds=min(max(self.time, SHORTEST), LONGEST),
            speed=min(max(self.speed, 0.0), SPEED) if self.mode in _SPEEDY else 0.0,
            pause=min(max(self.pause, PAUSES[0]), PAUSES[1]),
        )
