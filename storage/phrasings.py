"""Other ways to say a point or a flag, taken from answers and accepted for everyone."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.database import Transaction
from storage.models import Phrasing, PhrasingState, PhrasingTarget
from storage.rows import columns, every, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPhrasing:
    """A phrasing proposed by `user_id` for the point or flag `target_id` of the question."""

    question_id: str
    target: PhrasingTarget
    target_id: str
    language: str
    phrasing: str
    user_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasingRow(NewPhrasing):
    """A phrasing and what became of it; `user_id` is None once the person has left."""

    id: int
    state: PhrasingState
    proposed_at: datetime
    decided_by: int | None
    decided_at: datetime | None


async def propose(tx: Transaction, new: NewPhrasing, now: datetime) -> bool:
    """Add the phrasing; False when the same is there already, whatever became of it."""
    values = {**asdict(new), "state": PhrasingState.PROPOSED, "proposed_at": now}
    statement = insert(tx, Phrasing).values(**values).on_conflict_do_nothing().returning(Phrasing.id)
    return (await tx.execute(statement)).first() is not None


async def decide(tx: Transaction, phrasing_id: int, state: PhrasingState, user_id: int, now: datetime) -> bool:
    """Accept or reject; False when there is no such phrasing. A decision can be changed."""
    decision = {"state": state, "decided_by": user_id, "decided_at": now}
    statement = update(Phrasing).where(Phrasing.id == phrasing_id).values(**decision).returning(Phrasing.id)
    return (await tx.execute(statement)).first() is not None


async def in_state(tx: Transaction, state: PhrasingState) -> tuple[PhrasingRow, ...]:
    """All phrasings in that state, oldest first."""
    statement = select(*columns(PhrasingRow, Phrasing)).where(Phrasing.state == state).order_by(Phrasing.id)
    return await every(tx, PhrasingRow, statement)
