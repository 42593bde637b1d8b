"""Interviews."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, delete, insert, select, update

from storage.database import Transaction
from storage.errors import StorageUnavailable
from storage.models import Session, SessionKind, SessionStatus
from storage.rows import columns, every, first


@dataclass(frozen=True, slots=True)
class SessionRow:
    """An interview; `state` is the engine's text, `level` 1..3, `score` 0..5, `version` counts its changes."""

    id: int
    user_id: int
    chat_id: int
    thread_id: int | None
    kind: str
    status: SessionStatus
    state: str
    language: str
    topics: tuple[str, ...]
    level: int
    planned: int
    asked: int
    score: float | None
    recommendation: str | None
    version: int
    created_at: datetime
    updated_at: datetime
    finished_at: datetime | None

    @property
    def is_current(self) -> bool:
        """Whether it still goes on, running or paused."""
        return self.status in CURRENT


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """An interview to begin; fields as in `SessionRow`."""

    user_id: int
    chat_id: int
    state: str
    language: str
    level: int
    planned: int
    topics: tuple[str, ...] = ()
    thread_id: int | None = None
    kind: SessionKind = SessionKind.INTERVIEW


class SessionChanges(TypedDict, total=False):
    """What `save` can set; `finished_at` follows the status."""

    status: SessionStatus
    state: str
    thread_id: int | None
    asked: int
    score: float | None
    recommendation: str | None


CURRENT = (SessionStatus.RUNNING, SessionStatus.PAUSED)

_COLUMNS = columns(SessionRow, Session)


async def create(tx: Transaction, new: NewSession, now: datetime) -> SessionRow:
    """Begin an interview; StorageError while another of the person's and of its kind is current in the chat."""
    begun = {"status": SessionStatus.RUNNING, "asked": 0, "version": 1, "created_at": now, "updated_at": now}
    row = await first(tx, SessionRow, insert(Session).values(**asdict(new), **begun).returning(*_COLUMNS))
    assert row is not None  # noqa: S101 - an insert returns a row
    return row


async def lock_current(
    tx: Transaction, user_id: int, chat_id: int, kind: SessionKind | None = None
) -> SessionRow | None:
    """The person's current interview in the chat, locked to the end of the transaction, or None.

    Of any kind unless one is given: a running interview comes before a daily question, and that before a paused one.
    """
    mine = (Session.user_id == user_id) & (Session.chat_id == chat_id)
    kinds = (kind,) if kind else tuple(SessionKind)
    return await _locked(tx, mine & Session.status.in_(CURRENT) & Session.kind.in_(kinds))


async def lock(tx: Transaction, session_id: int) -> SessionRow | None:
    """That interview, whatever its status, locked to the end of the transaction, or None."""
    return await _locked(tx, Session.id == session_id)


async def find(tx: Transaction, session_id: int) -> SessionRow | None:
    """That interview, to look at, or None."""
    return await first(tx, SessionRow, select(*_COLUMNS).where(Session.id == session_id))


async def save(tx: Transaction, session: SessionRow, now: datetime, **changes: Unpack[SessionChanges]) -> SessionRow:
    """The interview with these changes; StorageUnavailable when it changed since it was read."""
    status = changes.get("status", session.status)
    finished = None if status in CURRENT else session.finished_at or now
    values = {**changes, "status": status, "finished_at": finished, "updated_at": now}
    unchanged = (Session.id == session.id) & (Session.version == session.version)
    statement = update(Session).where(unchanged).values(**values, version=session.version + 1)
    row = await first(tx, SessionRow, statement.returning(*_COLUMNS))
    if row is None:
        raise StorageUnavailable(f"session {session.id} changed meanwhile")
    return row


async def drop(tx: Transaction, session_id: int) -> None:
    """Delete it with its turns, because something else takes its place."""
    await tx.execute(delete(Session).where(Session.id == session_id))


async def history(tx: Transaction, user_id: int, limit: int) -> tuple[SessionRow, ...]:
    """The person's interviews of all chats, newest first, daily questions left out."""
    mine = (Session.user_id == user_id) & (Session.kind == SessionKind.INTERVIEW)
    return await every(tx, SessionRow, select(*_COLUMNS).where(mine).order_by(Session.id.desc()).limit(limit))


async def _locked(tx: Transaction, condition: ColumnElement[bool]) -> SessionRow | None:
    # By their names "running" comes after "paused", and "interview" after "daily".
    order = Session.status.desc(), Session.kind.desc()
    return await first(tx, SessionRow, select(*_COLUMNS).where(condition).order_by(*order).limit(1).with_for_update())
