"""Add appeals, and a count of changes to what processes keep copies of.

Revision: 0002
Follows: 0001
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appeals",
        _big("id", nullable=False),
        _big("session_id", nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        *_choice("target", "phrasingtarget", "point", "flag"),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("turn_number", sa.Integer()),
        *_choice("state", "appealstate", "open", "accepted", "rejected"),
        _big("decided_by"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint(
            "session_id",
            "question_id",
            "target",
            "target_id",
            name=op.f("uq_appeals_session_id_question_id_target_target_id"),
        ),
        _to("session_id", "sessions", "CASCADE"),
        _to("decided_by", "users", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appeals_decided_by"), "appeals", ["decided_by"])
    op.create_table(
        "revisions",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_revisions")),
    )


def downgrade() -> None:
    op.drop_table("revisions")
    op.drop_table("appeals")


def _big(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), **options)


def _choice(column: str, name: str, *values: str) -> tuple[sa.Column[Any], sa.CheckConstraint]:
    listed = ", ".join(f"'{value}'" for value in values)
    check = sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_appeals_{name}"))
    return sa.Column(column, sa.String(16), nullable=False), check


def _to(column: str, target: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_appeals_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)
