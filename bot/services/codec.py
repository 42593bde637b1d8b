"""Domain values as JSON for the database, and back."""

from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from bot.domain.dialogue import Preferences
from bot.domain.verdict import Opinion
from bot.engine.quiz.game import Game
from bot.engine.state import InterviewState, Turn
from storage.turns import TurnRow

_STATE = TypeAdapter(InterviewState)
_TURN = TypeAdapter(Turn)
_PREFERENCES = TypeAdapter(Preferences)
_OPINION = TypeAdapter(Opinion)
_GAME = TypeAdapter(Game)


def dump_state(state: InterviewState) -> str:
    """The state as JSON text."""
    return _STATE.dump_json(state, exclude_defaults=True).decode()


def load_state(text: str) -> InterviewState:
    """The state of such a text; pydantic's ValidationError when it is of an unknown shape."""
    return _STATE.validate_json(text)


def dump_game(game: Game) -> str:
    """The game as JSON text."""
    return _GAME.dump_json(game, exclude_defaults=True).decode()


def load_game(text: str) -> Game:
    """The game of such a text; pydantic's ValidationError when it is of an unknown shape."""
    return _GAME.validate_json(text)


def dump_verdict(turn: Turn) -> dict[str, Any]:
    """What the grader and the interviewer made of a turn, without the columns that a turn row has of its own."""
    own_columns = {"number", "question", "ordinal", "kind", "asked", "answer", "message"}
    dumped: dict[str, Any] = _TURN.dump_python(turn, mode="json", exclude=own_columns, exclude_defaults=True)
    return dumped


def load_turn(row: TurnRow) -> Turn:
    """The turn of a stored row; pydantic's ValidationError when its verdict is of an unknown shape."""
    own = {
        "number": row.number,
        "question": row.question_id,
        "ordinal": row.question_number,
        "kind": row.kind,
        "asked": row.asked,
        "answer": row.answer,
        "message": row.message_id,
    }
    return _TURN.validate_python({**(row.verdict or {}), **own})


def dump_preferences(preferences: Preferences) -> dict[str, Any]:
    """The preferences as a JSON object, defaults left out."""
    dumped: dict[str, Any] = _PREFERENCES.dump_python(preferences, mode="json", exclude_defaults=True)
    return dumped


def load_preferences(stored: dict[str, Any]) -> Preferences:
    """The preferences among stored settings; what was never chosen has its default."""
    names = {field.name for field in fields(Preferences)}
    return _PREFERENCES.validate_python({name: value for name, value in stored.items() if name in names})


def dump_opinion(opinion: Opinion) -> dict[str, Any]:
    """The opinion as a JSON object; it holds offsets and no words of the answer."""
    dumped: dict[str, Any] = _OPINION.dump_python(opinion, mode="json")
    return dumped


def load_opinion(stored: dict[str, Any]) -> Opinion:
    """The opinion of such an object; pydantic's ValidationError when it is of an unknown shape."""
    return _OPINION.validate_python(stored)
