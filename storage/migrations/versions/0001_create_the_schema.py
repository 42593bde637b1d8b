"""Create the schema.

Revision: 0001
Follows: nothing
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "users",
    "chats",
    "sessions",
    "turns",
    "processed_updates",
    "outbox",
    "timers",
    "phrasings",
    "schedules",
)

CURRENT = sa.text("status IN ('running', 'paused')")
OPEN = sa.text("closed_at IS NULL")
CLOSED = sa.text("closed_at IS NOT NULL")


def upgrade() -> None:
    _create_users_and_chats()
    _create_interviews()
    _create_processed_updates()
    _create_outbox()
    _create_timers()
    _create_phrasings()
    _create_schedules()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _big(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), **options)


def _instant(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), **options)


def _json(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON().with_variant(JSONB(), "postgresql"), **options)


def _choice(table: str, column: str, name: str, *values: str) -> tuple[sa.Column[Any], sa.CheckConstraint]:
    listed = ", ".join(f"'{value}'" for value in values)
    check = sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{name}"))
    return sa.Column(column, sa.String(16), nullable=False), check


def _to(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def _primary(table: str, column: str = "id") -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=op.f(f"pk_{table}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _create_users_and_chats() -> None:
    op.create_table(
        "users",
        _big("id", autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("level", sa.SmallInteger()),
        _json("settings", nullable=False),
        _instant("blocked_at"),
        _instant("created_at", nullable=False),
        _instant("seen_at", nullable=False),
        _primary("users"),
    )
    op.create_table(
        "chats",
        _big("id", autoincrement=False, nullable=False),
        *_choice("chats", "kind", "chatkind", "private", "group"),
        sa.Column("title", sa.Text()),
        _instant("next_send_at", nullable=False),
        _instant("gone_at"),
        _big("migrated_to"),
        _instant("created_at", nullable=False),
        _primary("chats"),
        _to("chats", "migrated_to", "chats"),
    )
    _index("chats", "migrated_to")


def _create_interviews() -> None:
    op.create_table(
        "sessions",
        _big("id", nullable=False),
        _big("user_id", nullable=False),
        _big("chat_id", nullable=False),
        _big("thread_id"),
        *_choice("sessions", "status", "sessionstatus", "running", "paused", "finished", "stopped"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        _json("topics", nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double()),
        sa.Column("recommendation", sa.String(32)),
        sa.Column("version", sa.Integer(), nullable=False),
        _instant("created_at", nullable=False),
        _instant("updated_at", nullable=False),
        _instant("finished_at"),
        _primary("sessions"),
        _to("sessions", "user_id", "users"),
        _to("sessions", "chat_id", "chats"),
        sa.CheckConstraint("asked >= 0 AND planned >= 0", name=op.f("ck_sessions_counts")),
        sqlite_autoincrement=True,
    )
    _index("sessions", "chat_id")
    _index("sessions", "user_id", "id")
    op.create_index(
        "uq_sessions_current",
        "sessions",
        ["user_id", "chat_id"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_table(
        "turns",
        _big("id", nullable=False),
        _big("session_id", nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Text()),
        sa.Column("question_number", sa.Integer()),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        _big("message_id"),
        _json("verdict"),
        _instant("at", nullable=False),
        _primary("turns"),
        _unique("turns", "session_id", "number"),
        _to("turns", "session_id", "sessions"),
    )


def _create_processed_updates() -> None:
    op.create_table(
        "processed_updates",
        _big("update_id", autoincrement=False, nullable=False),
        _instant("at", nullable=False),
        _primary("processed_updates", "update_id"),
    )
    _index("processed_updates", "at")


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        _big("id", nullable=False),
        _big("chat_id", nullable=False),
        _big("thread_id"),
        _big("user_id"),
        _big("session_id"),
        _json("payload", nullable=False),
        *_choice("outbox", "policy", "sendpolicy", "resend", "skip"),
        *_choice("outbox", "state", "outboxstate", "due", "claimed", "sending", "sent", "failed"),
        _instant("due_at", nullable=False),
        sa.Column("token", sa.String(64)),
        _instant("lease_until"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _big("message_id"),
        sa.Column("error", sa.Text()),
        _instant("created_at", nullable=False),
        _instant("closed_at"),
        _primary("outbox"),
        _to("outbox", "chat_id", "chats"),
        _to("outbox", "user_id", "users"),
        _to("outbox", "session_id", "sessions"),
        sa.CheckConstraint(
            "(state IN ('claimed', 'sending')) = (lease_until IS NOT NULL)", name=op.f("ck_outbox_lease")
        ),
        sa.CheckConstraint("(state IN ('sent', 'failed')) = (closed_at IS NOT NULL)", name=op.f("ck_outbox_closed")),
        sqlite_autoincrement=True,
    )
    for column in ("chat_id", "user_id", "session_id"):
        _index("outbox", column)
    op.create_index("ix_outbox_closed_at", "outbox", ["closed_at"], sqlite_where=CLOSED, postgresql_where=CLOSED)
    op.create_index("ix_outbox_open", "outbox", ["id"], sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index("ix_outbox_open_of_chat", "outbox", ["chat_id", "id"], sqlite_where=OPEN, postgresql_where=OPEN)


def _create_timers() -> None:
    op.create_table(
        "timers",
        _big("id", nullable=False),
        sa.Column("key", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        _big("user_id"),
        _big("chat_id"),
        _big("session_id"),
        _json("payload", nullable=False),
        _instant("due_at", nullable=False),
        sa.Column("token", sa.String(64)),
        _instant("lease_until"),
        _primary("timers"),
        _unique("timers", "key"),
        _to("timers", "user_id", "users"),
        _to("timers", "chat_id", "chats"),
        _to("timers", "session_id", "sessions"),
        sqlite_autoincrement=True,
    )
    for column in ("user_id", "chat_id", "session_id", "due_at"):
        _index("timers", column)


def _create_phrasings() -> None:
    op.create_table(
        "phrasings",
        _big("id", nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        *_choice("phrasings", "target", "phrasingtarget", "point", "flag"),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("phrasing", sa.Text(), nullable=False),
        *_choice("phrasings", "state", "phrasingstate", "proposed", "accepted", "rejected"),
        _big("user_id"),
        _instant("proposed_at", nullable=False),
        _big("decided_by"),
        _instant("decided_at"),
        _primary("phrasings"),
        _unique("phrasings", "question_id", "target", "target_id", "language", "phrasing"),
        _to("phrasings", "user_id", "users", "SET NULL"),
        _to("phrasings", "decided_by", "users", "SET NULL"),
    )
    _index("phrasings", "user_id")
    _index("phrasings", "decided_by")


def _create_schedules() -> None:
    op.create_table(
        "schedules",
        _big("id", nullable=False),
        _big("user_id", nullable=False),
        _big("chat_id", nullable=False),
        _big("thread_id"),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("days", sa.SmallInteger(), nullable=False),
        _json("topics", nullable=False),
        _instant("created_at", nullable=False),
        _primary("schedules"),
        _unique("schedules", "user_id", "chat_id"),
        _to("schedules", "user_id", "users"),
        _to("schedules", "chat_id", "chats"),
        sa.CheckConstraint("days BETWEEN 0 AND 127", name=op.f("ck_schedules_days")),
    )
    _index("schedules", "chat_id")
