"""What a judge said of answers, kept so that the same is not asked twice, and how often he was asked in a day."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.database import Transaction
from storage.models import Opinion, Spending
from storage.rows import insert

BUDGET = "judge"
"""Name under which questions put to the judge are counted."""


async def find(tx: Transaction, key: str) -> dict[str, Any] | None:
    """The opinion kept under that key, or None."""
    opinion: dict[str, Any] | None = await tx.scalar(select(Opinion.opinion).where(Opinion.key == key))
    return opinion


async def keep(tx: Transaction, key: str, user_id: int, opinion: dict[str, Any], now: datetime) -> None:
    """Keep an opinion on an answer of that person; the first one of a key stays."""
    values = {"key": key, "user_id": user_id, "opinion": opinion, "at": now}
    await tx.execute(insert(tx, Opinion).values(**values).on_conflict_do_nothing())


async def spend(tx: Transaction, day: date, budget: int) -> bool:
    """Count one more question to the judge on that day; False, and nothing counted, when there were `budget` of them.

    `budget` is at least 1.
    """
    first = insert(tx, Spending).values(name=BUDGET, day=day, spent=1)
    more = {"spent": Spending.spent + 1}
    statement = first.on_conflict_do_update(index_elements=["name", "day"], set_=more, where=Spending.spent < budget)
    return (await tx.execute(statement.returning(Spending.spent))).first() is not None
