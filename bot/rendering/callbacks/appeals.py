"""Buttons of appeals: of the candidate who makes one and of the admin who decides it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32

from bot.domain.scorecard import Contested, Decision
from bot.rendering.callbacks.reading import NONE, number

_CONTEST = re.compile(r"(\d+)(?::(\d+)(?::([pf][0-9a-f]{8})(?::(\d+))?)?)?")


@dataclass(frozen=True, slots=True)
class Contest:
    """A step towards an appeal in the report of a session: the question by its number, the verdict, the words for it.

    Question 0 is the choice of one, in place of the menu it stands under. `verdict` is the `tag` of a point or flag,
    `turn` the one in which the words were said, 0 to type them.
    """

    session: int
    question: int | None = None
    verdict: str | None = None
    turn: int | None = None

    def __str__(self) -> str:
        steps = (self.session, self.question, self.verdict, self.turn)
        return ":".join(("appeal", *(str(step) for step in steps if step is not None)))


@dataclass(frozen=True, slots=True)
class Judge:
    """What an admin makes of an appeal; None goes on to the one after it."""

    appeal: int
    decision: Decision | None

    def __str__(self) -> str:
        return f"judge:{self.appeal}:{NONE if self.decision is None else self.decision}"


def tag(kind: Contested, target: str) -> str:
    """A point or flag in nine characters: ids can be too long for a button, and their order can change."""
    return f"{kind[0]}{crc32(target.encode()):08x}"


def _contest(value: str) -> Contest:
    found = _CONTEST.fullmatch(value)
    if found is None:
        raise ValueError(f"no appeal: {value!r}")
    session, question, verdict, turn = found.groups()
    return Contest(
        number(session),
        None if question is None else number(question),
        verdict,
        None if turn is None else number(turn),
    )


def _judge(value: str) -> Judge:
    appeal, decision = value.split(":")
    return Judge(number(appeal), None if decision == NONE else Decision(decision))


READERS: Mapping[str, Callable[[str], Contest | Judge]] = MappingProxyType({"appeal:": _contest, "judge:": _judge})
