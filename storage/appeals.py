"""Verdicts that candidates contest, and what became of it."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.database import Transaction
from storage.models import Appeal, AppealState, PhrasingTarget, Session
from storage.rows import columns, every, first, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAppeal:
    """An appeal against the verdict on the point or flag `target_id`; `turn_number` is where `quote` was said."""

    session_id: int
    question_id: str
    target: PhrasingTarget
    target_id: str
    language: str
    quote: str
    turn_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealRow(NewAppeal):
    """An appeal and where it stands; `decided_by` is None too when it was decided outside the messenger."""

    id: int
    state: AppealState
    decided_by: int | None
    created_at: datetime
    decided_at: datetime | None


_COLUMNS = columns(AppealRow, Appeal)


async def file(tx: Transaction, new: NewAppeal, now: datetime) -> bool:
    """Put the appeal into the queue; False when there is one on the same verdict, whatever became of it."""
    values = {**asdict(new), "state": AppealState.OPEN, "created_at": now}
    statement = insert(tx, Appeal).values(**values).on_conflict_do_nothing().returning(Appeal.id)
    return (await tx.execute(statement)).first() is not None


async def decide(
    tx: Transaction, appeal_id: int, state: AppealState, user_id: int | None, now: datetime
) -> AppealRow | None:
    """The appeal, decided so; None when there is none of that id that is open."""
    decision = {"state": state, "decided_by": user_id, "decided_at": now}
    waiting = (Appeal.id == appeal_id) & (Appeal.state == AppealState.OPEN)
    return await first(tx, AppealRow, update(Appeal).where(waiting).values(**decision).returning(*_COLUMNS))


async def find(tx: Transaction, appeal_id: int) -> AppealRow | None:
    """That appeal, or None."""
    return await first(tx, AppealRow, select(*_COLUMNS).where(Appeal.id == appeal_id))


async def next_open(tx: Transaction, after: int = 0) -> AppealRow | None:
    """The open appeal filed next after that id, or None."""
    statement = select(*_COLUMNS).where(Appeal.state == AppealState.OPEN, Appeal.id > after).order_by(Appeal.id)
    return await first(tx, AppealRow, statement.limit(1))


async def count_open(tx: Transaction) -> int:
    """How many wait for a decision."""
    statement = select(func.count()).select_from(Appeal).where(Appeal.state == AppealState.OPEN)
    return (await tx.execute(statement)).scalar_one()


async def in_state(tx: Transaction, state: AppealState) -> tuple[AppealRow, ...]:
    """All appeals in that state, oldest first."""
    return await every(tx, AppealRow, select(*_COLUMNS).where(Appeal.state == state).order_by(Appeal.id))


async def of_session(tx: Transaction, session_id: int) -> tuple[AppealRow, ...]:
    """Appeals of the interview, oldest first."""
    return await every(tx, AppealRow, select(*_COLUMNS).where(Appeal.session_id == session_id).order_by(Appeal.id))


async def of_person(tx: Transaction, user_id: int) -> tuple[AppealRow, ...]:
    """Appeals of all the person's interviews, oldest first."""
    mine = select(Session.id).where(Session.user_id == user_id)
    return await every(tx, AppealRow, select(*_COLUMNS).where(Appeal.session_id.in_(mine)).order_by(Appeal.id))
