"""Exchanges of interviews."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from storage.database import Transaction
from storage.models import Session, Turn
from storage.rows import columns, every


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """One exchange: `number` counts within the interview, `verdict` is the grader's as a JSON object."""

    session_id: int
    number: int
    kind: str
    asked: str
    answer: str
    at: datetime
    question_id: str | None = None
    question_number: int | None = None
    message_id: int | None = None
    verdict: dict[str, Any] | None = None


async def append(tx: Transaction, turn: TurnRow) -> None:
    """Add the exchange; StorageError when the interview has one of that number."""
    await tx.execute(insert(Turn).values(**asdict(turn)))


async def of_session(tx: Transaction, session_id: int) -> tuple[TurnRow, ...]:
    """Exchanges of the interview in order."""
    statement = select(*columns(TurnRow, Turn)).where(Turn.session_id == session_id).order_by(Turn.number)
    return await every(tx, TurnRow, statement)


async def questions_asked(tx: Transaction, user_id: int) -> tuple[str, ...]:
    """Ids of the questions the person was ever asked, each once, the longest ago first."""
    statement = (
        select(Turn.question_id)
        .join(Session, Session.id == Turn.session_id)
        .where(Session.user_id == user_id)
        .group_by(Turn.question_id)
        .order_by(func.max(Turn.id))
    )
    return tuple(question for question in (await tx.execute(statement)).scalars() if question is not None)
