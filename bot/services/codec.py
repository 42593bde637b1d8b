"""Domain values as JSON for the database, and back."""

from typing import Any

from pydantic import TypeAdapter

from bot.engine.state import InterviewState, Turn

_STATE = TypeAdapter(InterviewState)
_TURN = TypeAdapter(Turn)


def dump_state(state: InterviewState) -> str:
    """The state as JSON text."""
    return _STATE.dump_json(state, exclude_defaults=True).decode()


def load_state(text: str) -> InterviewState:
    """The state of such a text; pydantic's ValidationError when it is of an unknown shape."""
    return _STATE.validate_json(text)


def dump_verdict(turn: Turn) -> dict[str, Any]:
    """What the grader and the interviewer made of a turn, without the columns that a turn row has of its own."""
    own_columns = {"number", "question", "ordinal", "kind", "asked", "answer", "message"}
    dumped: dict[str, Any] = _TURN.dump_python(turn, mode="json", exclude=own_columns, exclude_defaults=True)
    return dumped
