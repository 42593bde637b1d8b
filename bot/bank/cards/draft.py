"""What all readers make, and how they read files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.bank.document import FileRefusedError, read_bytes
from bot.bank.problems import Sink

MAX_BYTES: Final = 1 << 22
"""Largest file read: some 40,000 cards."""

MAX_TEXT: Final = 2000
"""Characters of a text on a card: half a message."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A card as it stands in a file; `key` is the id its program knows it by, empty texts are not given."""

    line: int
    question: str
    answers: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    explanation: str = ""
    topic: str = ""
    language: str = ""
    key: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is shown."""
        return (self.question, *self.answers, *self.wrong, self.explanation)


def read_text(path: Path, sink: Sink) -> str | None:
    """Text of a file, a line feed at each line end, or None with the reason in the sink."""
    try:
        data = read_bytes(path, MAX_BYTES)
    except FileRefusedError as refusal:
        sink.add(refusal.line, refusal.reason, refusal.remedy)
        return None
    return data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
