"""What the players of a scripted game do, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from bot.domain.language import Language
from bot.engine.quiz import Phase

SCRIPTS = Path(__file__).parent / "scripts"

Deed = tuple[float, int, str]
"""Seconds since the phase began, the player, and what he does: a text he writes, `[the label of a button]` he presses,
`~right`, `~partly` or `~wrong` in a poll, `@` and a text in private, `>` and a new text of his last message."""


@dataclass(frozen=True, slots=True)
class Script:
    """A game: the command that the first player sends, and what is done in each phase on each question."""

    title: str
    language: Language
    command: str
    players: Mapping[int, str]
    questions: Mapping[str, Mapping[Phase, tuple[Deed, ...]]]

    def deeds(self, question: str, phase: Phase) -> tuple[Deed, ...]:
        """What is done in that phase, in order."""
        return tuple(sorted(self.questions.get(question, {}).get(phase, ())))


_SCRIPT = TypeAdapter(Script)


def read_script(name: str) -> Script:
    """The script of that name; pydantic's ValidationError tells what is wrong with one."""
    return _SCRIPT.validate_python(yaml.safe_load((SCRIPTS / f"{name}.yaml").read_text("utf-8")), strict=False)


def names() -> tuple[str, ...]:
    """Names of all scripts."""
    return tuple(sorted(path.stem for path in SCRIPTS.glob("*.yaml")))
