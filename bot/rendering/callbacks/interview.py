"""Buttons of an interview that is under way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.dialogue import Command
from bot.rendering.callbacks.reading import NONE, number, yes


@dataclass(frozen=True, slots=True)
class InInterview:
    """A command of the interview, for one main question of one session."""

    session: int
    question: int | None
    command: Command

    def __str__(self) -> str:
        asked = NONE if self.question is None else str(self.question)
        return f"i:{self.session}:{asked}:{self.command}"


@dataclass(frozen=True, slots=True)
class TakeDictation:
    """Answer to whether the words understood from that voice message are the candidate's answer."""

    session: int
    message: int
    taken: bool

    def __str__(self) -> str:
        return f"voice:{self.session}:{self.message}:{'yes' if self.taken else 'no'}"


def _interview(value: str) -> InInterview:
    session, question, command = value.split(":")
    return InInterview(number(session), None if question == NONE else number(question), Command(command))


def _dictation(value: str) -> TakeDictation:
    session, message, taken = value.split(":")
    return TakeDictation(number(session), number(message), yes(taken))


READERS: Mapping[str, Callable[[str], InInterview | TakeDictation]] = MappingProxyType(
    {"i:": _interview, "voice:": _dictation}
)
