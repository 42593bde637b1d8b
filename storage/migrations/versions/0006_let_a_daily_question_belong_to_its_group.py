"""Let a group's daily question belong to the group, whoever set it; keep the messages that an answer consists of.

Revision: 0006
Follows: 0005
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

GROUPS = "SELECT id FROM chats WHERE kind = 'group'"


def upgrade() -> None:
    op.add_column("daily_answers", sa.Column("messages", _json(), nullable=False, server_default="{}"))
    oldest = f"SELECT min(id) FROM schedules WHERE chat_id IN ({GROUPS}) GROUP BY chat_id"  # noqa: S608 - no input
    op.execute(f"DELETE FROM schedules WHERE chat_id IN ({GROUPS}) AND id NOT IN ({oldest})")  # noqa: S608
    _let_groups_be_people()
    for table in ("schedules", "daily_pushes"):
        op.execute(f"UPDATE {table} SET user_id = chat_id WHERE chat_id IN ({GROUPS})")  # noqa: S608
    op.execute("UPDATE timers SET user_id = chat_id WHERE kind = 'reveal'")


def downgrade() -> None:
    op.drop_column("daily_answers", "messages")


def _let_groups_be_people() -> None:
    """As groups are to the messenger where an anonymous administrator speaks."""
    users, schedules = _table("users", "id"), _table("schedules", "chat_id")
    chats = sa.table("chats", sa.column("id"), sa.column("title"), sa.column("created_at"), sa.column("kind"))
    names = ("id", "name", "language", "settings", "created_at", "seen_at")
    there = sa.exists().where(users.c.id == chats.c.id)
    asked = sa.exists().where(schedules.c.chat_id == chats.c.id)
    people = sa.select(
        chats.c.id,
        sa.func.coalesce(chats.c.title, ""),
        sa.literal("en"),
        sa.literal({}, _json()),
        chats.c.created_at,
        chats.c.created_at,
    ).where(chats.c.kind == "group", asked, ~there)
    op.execute(sa.insert(sa.table("users", *map(sa.column, names))).from_select(names, people))


def _table(name: str, key: str) -> sa.TableClause:
    return sa.table(name, sa.column(key))


def _json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(JSONB(), "postgresql")
