"""People: their choices, everything stored about them, and its erasure."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypedDict, Unpack

from sqlalchemy import Column, ColumnElement, Table, delete, or_, select, true, update

from storage.database import Transaction
from storage.models import Base, Chat, Phrasing, PhrasingState, Session, User
from storage.rows import columns, first, insert

_DECIDER = "decided_by"
_DECISION = (_DECIDER, "decided_at", "state")
"""Columns of a decision on what somebody else wrote."""


@dataclass(frozen=True, slots=True)
class UserRow:
    """A person; `level` is 1..3 or None while not chosen, `blocked_at` set while the bot cannot reach him."""

    id: int
    name: str
    language: str
    level: int | None
    settings: dict[str, Any]
    blocked_at: datetime | None
    created_at: datetime
    seen_at: datetime


class UserChanges(TypedDict, total=False):
    """What `change` can set."""

    name: str
    language: str
    level: int | None
    settings: dict[str, Any]
    blocked_at: datetime | None


async def meet(tx: Transaction, user_id: int, name: str, language: str, now: datetime) -> UserRow:
    """The person's row, made with that language if there is none (then `created_at` is `now`).

    Notes that he was seen and can be reached. The row stays locked to the end of the transaction, which puts
    everything one person does into one order.
    """
    new = {"id": user_id, "name": name, "language": language, "settings": {}, "created_at": now, "seen_at": now}
    seen = {"name": name, "seen_at": now, "blocked_at": None}
    statement = insert(tx, User).values(**new).on_conflict_do_update(index_elements=["id"], set_=seen)
    row = await first(tx, UserRow, statement.returning(*columns(UserRow, User)))
    assert row is not None  # noqa: S101 - an upsert returns a row
    return row


async def find(tx: Transaction, user_id: int) -> UserRow | None:
    """The person's row, or None."""
    return await first(tx, UserRow, select(*columns(UserRow, User)).where(User.id == user_id))


async def lock(tx: Transaction, user_id: int) -> UserRow | None:
    """The person's row, locked as by `meet`; None also when another transaction holds it."""
    statement = select(*columns(UserRow, User)).where(User.id == user_id)
    return await first(tx, UserRow, statement.with_for_update(skip_locked=True))


async def change(tx: Transaction, user_id: int, **changes: Unpack[UserChanges]) -> None:
    """Set these columns; nothing happens when the person is not known."""
    await tx.execute(update(User).where(User.id == user_id).values(**changes))


async def export(tx: Transaction, user_id: int) -> dict[str, list[dict[str, Any]]]:
    """Everything stored about the person by table, ready for JSON; tables without such rows are left out.

    Of what he decided for others only the decision is shown: the words are theirs.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for table in Base.metadata.sorted_tables:
        owned, decided = _owned(table, user_id, decisions=False), _decided(table, user_id)
        found[table.name] = await _rows(tx, table, list(table.c), owned)
        if owned is not None and decided is not None:
            shown = [column for column in table.c if column.primary_key or column.name in _DECISION]
            found[table.name] += await _rows(tx, table, shown, decided & owned.is_not(true()))
    return {name: rows for name, rows in found.items() if rows}


async def _rows(
    tx: Transaction, table: Table, shown: list[Column[Any]], which: ColumnElement[bool] | None
) -> list[dict[str, Any]]:
    if which is None:
        return []
    rows = (await tx.execute(select(*shown).where(which).order_by(*table.primary_key))).mappings()
    return [{key: _plain(value) for key, value in row.items()} for row in rows]


def _decided(table: Table, user_id: int) -> ColumnElement[bool] | None:
    """Which rows of the table the person decided; None for a table without decisions."""
    return table.c.decided_by == user_id if _DECIDER in table.c else None


async def erase(tx: Transaction, user_id: int) -> None:
    """Delete everything of the person's; what he did for others stays, without a name.

    That are phrasings already accepted for everyone, and his decisions on what others wrote.
    """
    await tx.execute(delete(Phrasing).where(Phrasing.user_id == user_id, Phrasing.state != PhrasingState.ACCEPTED))
    for table in reversed(Base.metadata.sorted_tables):
        owned = _owned(table, user_id, "CASCADE")
        # What stays loses the name by its foreign keys.
        if owned is not None:
            await tx.execute(delete(table).where(owned))


def _owned(
    table: Table, user_id: int, ondelete: str | None = None, *, decisions: bool = True
) -> ColumnElement[bool] | None:
    """Which rows of the table name the person, by its keys; None for a table that holds nothing personal.

    With `ondelete` only keys of that rule count, without `decisions` none that names who decided.
    """
    if table is User.__table__:
        return User.id == user_id
    if table is Chat.__table__:
        return Chat.id == user_id
    targets: dict[str, Any] = {
        "users": [user_id],
        "chats": [user_id],
        "sessions": select(Session.id).where(Session.user_id == user_id),
    }
    owners = [
        key.parent.in_(targets[key.column.table.name])
        for key in table.foreign_keys
        if key.column.table.name in targets
        and ondelete in (None, key.ondelete)
        and (decisions or key.parent.name != _DECIDER)
    ]
    return or_(*owners) if owners else None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date | time) else value
