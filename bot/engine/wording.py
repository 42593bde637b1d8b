"""From what to say to lines: wordings by seed, never the same twice running."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.dialogue import WORDINGS, Command, Line, Move, Say, Temper
from bot.engine.chance import pick
from bot.engine.state import Cue

Spoken = tuple[tuple[Move, int], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message before its wordings are chosen."""

    cues: tuple[Cue, ...]
    choices: tuple[Command, ...] = ()
    question: int | None = None


def word(messages: Iterable[Message], spoken: Spoken, temper: Temper, seed: int) -> tuple[tuple[Say, ...], Spoken]:
    """Choose wordings; also returns the last wording of each move for the next turn."""
    last = dict(spoken)
    says = tuple(_say(message, last, temper, seed) for message in messages)
    return says, tuple(last.items())


def _say(message: Message, last: dict[Move, int], temper: Temper, seed: int) -> Say:
    lines = tuple(_line(cue, last, temper, seed) for cue in message.cues)
    return Say(lines, message.choices, message.question)


def _line(cue: Cue, last: dict[Move, int], temper: Temper, seed: int) -> Line:
    used = last.get(cue.move)
    free = [wording for wording in range(1, WORDINGS + 1) if wording != used]
    wording = free[pick(seed, f"wording {cue.move} {used}", len(free))]
    last[cue.move] = wording
    return Line(cue.move, wording, cue.text, cue.arguments, temper)
