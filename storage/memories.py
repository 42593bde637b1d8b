"""What people remember of each point."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from storage.database import Transaction
from storage.models import Memory
from storage.rows import insert

Key = tuple[str, str]
"""Ids of a question and of a point of it."""


async def of_user(tx: Transaction, user_id: int) -> Mapping[Key, dict[str, Any]]:
    """All states of the person's."""
    statement = select(Memory.question_id, Memory.point_id, Memory.state).where(Memory.user_id == user_id)
    return {(question, point): state for question, point, state in await tx.execute(statement)}


async def put(tx: Transaction, user_id: int, states: Mapping[Key, Mapping[str, Any]]) -> None:
    """Set these states of the person's, replacing those there were."""
    if not states:
        return
    rows = [
        {"user_id": user_id, "question_id": question, "point_id": point, "state": dict(state)}
        for (question, point), state in states.items()
    ]
    statement = insert(tx, Memory).values(rows)
    keys = ["user_id", "question_id", "point_id"]
    await tx.execute(statement.on_conflict_do_update(index_elements=keys, set_={"state": statement.excluded.state}))
