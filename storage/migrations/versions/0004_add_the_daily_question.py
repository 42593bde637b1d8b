"""Add the daily question: schedules in full, pushes, answers in groups, memories of points; kinds of sessions.

Revision: 0004
Follows: 0003
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CURRENT = sa.text("status IN ('running', 'paused')")
STATES = ("planned", "queued", "sent", "answered", "skipped")


def upgrade() -> None:
    op.add_column("sessions", sa.Column("kind", sa.String(16), nullable=False, server_default="interview"))
    _index_current("user_id", "chat_id", "kind")
    for column in _schedule_columns():
        op.add_column("schedules", column)
    op.create_index(op.f("ix_schedules_next_at"), "schedules", ["next_at"])
    _create_pushes()
    _create_answers()
    _create_memories()


def downgrade() -> None:
    for table in ("memories", "daily_answers", "daily_pushes"):
        op.drop_table(table)
    op.drop_index(op.f("ix_schedules_next_at"), "schedules")
    for column in _schedule_columns():
        op.drop_column("schedules", column.name)
    op.execute("DELETE FROM sessions WHERE kind <> 'interview'")
    _index_current("user_id", "chat_id")
    op.drop_column("sessions", "kind")


def _schedule_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("language", sa.String(8)),
        sa.Column("level", sa.SmallInteger(), nullable=False, server_default="2"),
        sa.Column("starts", sa.Time(), nullable=False, server_default="04:00:00"),
        sa.Column("every", sa.SmallInteger(), nullable=False, server_default="1"),
        sa.Column("paused_until", sa.Date()),
        sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("nudge", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("unanswered", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("last_day", sa.Date()),
        sa.Column("next_at", sa.DateTime(timezone=True)),
    )


def _index_current(*columns: str) -> None:
    op.drop_index("uq_sessions_current", "sessions")
    op.create_index(
        "uq_sessions_current", "sessions", columns, unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT
    )


def _create_pushes() -> None:
    listed = ", ".join(f"'{state}'" for state in STATES)
    op.create_table(
        "daily_pushes",
        _big("id", nullable=False),
        _big("user_id", nullable=False),
        _big("chat_id", nullable=False),
        _big("thread_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _instant("due_at", nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.CheckConstraint(f"state IN ({listed})", name=op.f("ck_daily_pushes_pushstate")),
        sa.Column("reason", sa.String(32)),
        sa.Column("question_id", sa.Text()),
        sa.Column("points", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("wording", sa.String(16)),
        _big("session_id"),
        _big("outbox_id"),
        _big("message_id"),
        _instant("created_at", nullable=False),
        _instant("closed_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daily_pushes")),
        sa.UniqueConstraint("chat_id", "day", name=op.f("uq_daily_pushes_chat_id_day")),
        _to("daily_pushes", "user_id", "users"),
        _to("daily_pushes", "chat_id", "chats"),
        _to("daily_pushes", "session_id", "sessions"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_daily_pushes_user_id"), "daily_pushes", ["user_id"])
    op.create_index(op.f("ix_daily_pushes_session_id"), "daily_pushes", ["session_id"])
    op.create_index(op.f("ix_daily_pushes_outbox_id"), "daily_pushes", ["outbox_id"])
    op.create_index(op.f("ix_daily_pushes_state_due_at"), "daily_pushes", ["state", "due_at"])


def _create_answers() -> None:
    op.create_table(
        "daily_answers",
        _big("push_id", nullable=False),
        _big("user_id", nullable=False),
        _big("session_id", nullable=False),
        sa.PrimaryKeyConstraint("push_id", "user_id", name=op.f("pk_daily_answers")),
        _to("daily_answers", "push_id", "daily_pushes"),
        _to("daily_answers", "user_id", "users"),
        _to("daily_answers", "session_id", "sessions"),
    )
    op.create_index(op.f("ix_daily_answers_user_id"), "daily_answers", ["user_id"])
    op.create_index(op.f("ix_daily_answers_session_id"), "daily_answers", ["session_id"])


def _create_memories() -> None:
    op.create_table(
        "memories",
        _big("user_id", nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("point_id", sa.Text(), nullable=False),
        sa.Column("state", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "question_id", "point_id", name=op.f("pk_memories")),
        _to("memories", "user_id", "users"),
    )


def _big(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), **options)


def _instant(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), **options)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete="CASCADE")
