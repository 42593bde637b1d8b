"""Complaints about questions of the group quiz, and what the admins made of them."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.database import Transaction
from storage.models import AppealState, Game, QuestionFlag
from storage.rows import first, insert


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """An open complaint about the question of a round; `chat_id` and `language` are the game's."""

    id: int
    game_id: int
    chat_id: int
    language: str
    round: int
    question_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComplaint:
    """A player's complaint about the question of a round."""

    game_id: int
    round: int
    user_id: int
    question_id: str
    reason: str


async def file(tx: Transaction, new: NewComplaint, now: datetime) -> bool:
    """Put it in the queue; False when the person has complained about this round before."""
    values = {**asdict(new), "state": AppealState.OPEN, "created_at": now}
    statement = insert(tx, QuestionFlag).values(**values).on_conflict_do_nothing()
    return (await tx.execute(statement.returning(QuestionFlag.id))).first() is not None


async def next_open(tx: Transaction, after: int = 0) -> ComplaintRow | None:
    """The oldest open complaint with an id above `after`, or None."""
    flag = QuestionFlag
    statement = (
        select(flag.id, flag.game_id, Game.chat_id, Game.language, flag.round, flag.question_id, flag.reason)
        .join(Game, Game.id == flag.game_id)
        .where(flag.state == AppealState.OPEN, flag.id > after)
        .order_by(flag.id)
        .limit(1)
    )
    return await first(tx, ComplaintRow, statement)


async def count_open(tx: Transaction) -> int:
    """How many wait."""
    waiting = select(func.count()).select_from(QuestionFlag).where(QuestionFlag.state == AppealState.OPEN)
    return (await tx.execute(waiting)).scalar_one()


async def find(tx: Transaction, complaint_id: int) -> ComplaintRow | None:
    """That complaint if it is open, or None."""
    found = await next_open(tx, complaint_id - 1)
    return found if found is not None and found.id == complaint_id else None


async def decide(tx: Transaction, complaint: ComplaintRow, state: AppealState, admin: int, now: datetime) -> None:
    """Close it and all others about the same round."""
    flag = QuestionFlag
    same = (flag.game_id == complaint.game_id) & (flag.round == complaint.round) & (flag.state == AppealState.OPEN)
    await tx.execute(update(flag).where(same).values(state=state, decided_by=admin, decided_at=now))
