"""The interviewer's habits as data: thresholds, limits and waits. Change them on transcripts, not on taste."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.domain.dialogue import Move, Temper
from bot.domain.language import Level
from bot.engine.state import Record

PROBING = (Move.PROBE, Move.FOLLOW_UP, Move.SCENARIO, Move.PUMP, Move.GUESS, Move.BUZZWORDS, Move.TOO_LONG, Move.CODE)
"""Moves that spend the probes of a question."""

_LIMITS = MappingProxyType({Move.HINT: 2})
"""Moves that may be made more than once on a question."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds of one interviewer; the defaults are the design notes' starting points.

    Shares, suspicions and nearness are 0..1, waits are seconds, text lengths are characters unless a name says words.
    """

    full: float = 0.75
    thin: float = 0.25
    probes: Mapping[Level, int] = field(
        default_factory=lambda: MappingProxyType({Level.JUNIOR: 2, Level.MIDDLE: 2, Level.SENIOR: 3})
    )
    demanding_extra: int = 1
    challenges: int = 3
    certain: float = 0.8
    suspicion: float = 0.42
    half_said: float = 0.3
    asides: int = 4
    limits: Mapping[Move, int] = field(default_factory=lambda: _LIMITS)
    short_words: int = 5
    long_answer: int = 1200
    paste_words: int = 25
    paste_share: float = 0.5
    guess_words: int = 15
    plain_words: int = 15
    nearness: float = 0.2
    opposite_nearness: float = 0.4
    right_nearness: float = 0.25
    right_said: float = 0.6
    waits: Mapping[Level, int] = field(
        default_factory=lambda: MappingProxyType({Level.JUNIOR: 60, Level.MIDDLE: 90, Level.SENIOR: 120})
    )
    wait_words: int = 60
    wait_limit: int = 4
    silences: int = 3
    skip_share: float = 1 / 3
    block: int = 2
    streak: int = 2
    minutes_a_question: int = 3

    def allows(self, record: Record, move: Move) -> bool:
        """Whether a move may still be made on a question; most may be made once."""
        return record.count(move) < self.limits.get(move, 1)

    def probe_limit(self, level: Level, temper: Temper) -> int:
        """Probes a question may get."""
        return self.probes[level] + (self.demanding_extra if temper is Temper.DEMANDING else 0)

    def skip_limit(self, count: int) -> int:
        """Questions that may be skipped of so many, at least one."""
        return max(1, int(count * self.skip_share))

    def wait(self, level: Level, asked: str) -> int:
        """Seconds to wait for an answer to a text: longer at a higher level and for a longer text."""
        factor = min(1 + len(asked.split()) / self.wait_words, self.wait_limit)
        return round(self.waits[level] * factor)
