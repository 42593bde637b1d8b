"""What a scripted candidate says, by what he is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from bot.domain.dialogue import Preferences
from bot.domain.language import Language
from bot.engine.state import Aim, InterviewState, Stage

SCRIPTS = Path(__file__).parent / "scripts"

SILENCE = "~"
"""An entry that stands for saying nothing until the interviewer speaks again."""

Entry = str | tuple[str, ...]
"""A message, `/a command`, `[the label of a button]`, SILENCE, or several messages in a row."""


@dataclass(frozen=True, slots=True)
class Script:
    """A candidate; `questions` are the ids he is asked, `replies` what he says on each, by what was asked.

    A reply is found under the id of the point, follow-up or wrong claim asked about, under `main` for the question
    itself and `open` for a push without one; `stages` has the replies to what is no question. Each list is used up in
    order; after that, and where there is none, he says `rest`. Chance is the same for the same `seat`.
    """

    title: str
    language: Language
    level: str
    seat: int
    questions: tuple[str, ...]
    replies: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    rest: Entry
    stages: Mapping[Stage, tuple[Entry, ...]] = field(default_factory=dict)
    preferences: Preferences = field(default_factory=Preferences)


_SCRIPT = TypeAdapter(Script)


def read_script(name: str) -> Script:
    """The script of that name; pydantic's ValidationError tells what is wrong with one."""
    return _SCRIPT.validate_python(yaml.safe_load((SCRIPTS / f"{name}.yaml").read_text("utf-8")), strict=False)


def names() -> tuple[str, ...]:
    """Names of all scripts."""
    return tuple(sorted(path.stem for path in SCRIPTS.glob("*.yaml")))


@dataclass(slots=True)
class Actor:
    """Says what is in the script; `spent` counts the entries used of each list."""

    script: Script
    spent: dict[tuple[str, str], int] = field(default_factory=dict)

    def reply(self, state: InterviewState) -> Entry:
        """What the candidate does in this state of the interview."""
        question = state.current or ""
        key = _key(state)
        listed = self.script.replies.get(question, {}).get(key, ()) if state.open else self._on_stage(state)
        used = self.spent.get((question, key), 0)
        self.spent[question, key] = used + 1
        return listed[used] if used < len(listed) else self.script.rest

    def _on_stage(self, state: InterviewState) -> tuple[Entry, ...]:
        return self.script.stages.get(state.stage, ())


def _key(state: InterviewState) -> str:
    if not state.open:
        return str(state.stage)
    return str(state.focus.aim) if state.focus.aim in (Aim.MAIN, Aim.OPEN) else state.focus.target
