"""Things to do at a time."""

import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, update

from storage.database import Transaction
from storage.models import Timer
from storage.rows import columns, every, insert

LEASE = timedelta(seconds=10)
"""After this long a claimed timer that was not finished is due again: whoever claimed it has died or was too slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTimer:
    """A timer to set; `key` names it, `kind` and `payload` say what is to be done."""

    key: str
    kind: str
    due_at: datetime
    user_id: int | None = None
    chat_id: int | None = None
    session_id: int | None = None
    payload: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimerRow:
    """A timer that is due; `token` proves the claim."""

    id: int
    key: str
    kind: str
    user_id: int | None
    chat_id: int | None
    session_id: int | None
    payload: dict[str, Any]
    due_at: datetime
    token: str


async def arm(tx: Transaction, new: NewTimer) -> None:
    """Set the timer of that key, replacing the one there was, claimed or not."""
    values = {**asdict(new), "token": None, "lease_until": None}
    await tx.execute(insert(tx, Timer).values(**values).on_conflict_do_update(index_elements=["key"], set_=values))


async def cancel(tx: Transaction, key: str) -> None:
    """Remove the timer of that key, if there is one."""
    await tx.execute(delete(Timer).where(Timer.key == key))


async def payload_of(tx: Transaction, key: str) -> dict[str, Any] | None:
    """What the timer of that key holds, None when there is none."""
    payload: dict[str, Any] | None = await tx.scalar(select(Timer.payload).where(Timer.key == key))
    return payload


async def are_due(tx: Transaction, now: datetime) -> bool:
    """Whether `claim` would find any."""
    return await tx.scalar(select(Timer.id).where(_due(now)).limit(1)) is not None


async def claim(tx: Transaction, now: datetime, limit: int) -> tuple[TimerRow, ...]:
    """Take up to `limit` due timers, the longest due first; each is to be finished within the lease."""
    due = select(Timer.id).where(_due(now)).order_by(Timer.due_at).limit(limit)
    ids = (await tx.execute(due.with_for_update(skip_locked=True))).scalars().all()
    statement = update(Timer).where(Timer.id.in_(ids)).values(token=secrets.token_hex(16), lease_until=now + LEASE)
    rows = await every(tx, TimerRow, statement.returning(*columns(TimerRow, Timer)))
    return tuple(sorted(rows, key=lambda row: row.due_at))


async def finish(tx: Transaction, timer: TimerRow) -> bool:
    """Remove the claimed timer; False when it was cancelled, set anew or claimed by another: then do nothing."""
    mine = (Timer.id == timer.id) & (Timer.token == timer.token)
    return (await tx.execute(delete(Timer).where(mine))).rowcount == 1


def _due(now: datetime) -> ColumnElement[bool]:
    return (Timer.due_at <= now) & or_(Timer.lease_until.is_(None), Timer.lease_until <= now)
