"""Words for points and flags, taken from answers and accepted for everyone.

Every process may keep the accepted ones as long as `revision` stays the same.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.database import Transaction
from storage.models import Phrasing, PhrasingState, PhrasingTarget, Revision
from storage.rows import columns, every, insert

REVISION = "phrasings"
"""Name under which changes of the accepted phrasings are counted."""


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
    decided = (await tx.execute(statement)).first() is not None
    if decided:
        await _count_change(tx)
    return decided


async def accept(tx: Transaction, new: NewPhrasing, decided_by: int | None, now: datetime) -> None:
    """Let the phrasing count from now on, whether it was proposed before or not."""
    decision = {"state": PhrasingState.ACCEPTED, "decided_by": decided_by, "decided_at": now}
    statement = insert(tx, Phrasing).values(**asdict(new), **decision, proposed_at=now)
    same = ["question_id", "target", "target_id", "language", "phrasing"]
    await tx.execute(statement.on_conflict_do_update(index_elements=same, set_=decision))
    await _count_change(tx)


async def revision(tx: Transaction) -> int:
    """A number that grows whenever the accepted phrasings may have changed."""
    number = select(func.coalesce(func.max(Revision.number), 0)).where(Revision.name == REVISION)
    return (await tx.execute(number)).scalar_one()


async def _count_change(tx: Transaction) -> None:
    statement = insert(tx, Revision).values(name=REVISION, number=1)
    grown = {"number": Revision.number + 1}
    await tx.execute(statement.on_conflict_do_update(index_elements=["name"], set_=grown))


async def in_state(tx: Transaction, state: PhrasingState) -> tuple[PhrasingRow, ...]:
    """All phrasings in that state, oldest first."""
    statement = select(*columns(PhrasingRow, Phrasing)).where(Phrasing.state == state).order_by(Phrasing.id)
    return await every(tx, PhrasingRow, statement)
