"""Add the opinions of a judge, and what was spent of a day's budget.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    document = sa.JSON().with_variant(JSONB(), "postgresql")
    op.create_table(
        "opinions",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("user_id", big, nullable=False),
        sa.Column("opinion", document, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_opinions")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_opinions_user_id_users"), ondelete="CASCADE"),
    )
    op.create_index(op.f("ix_opinions_user_id"), "opinions", ["user_id"])
    op.create_index(op.f("ix_opinions_at"), "opinions", ["at"])
    op.create_table(
        "spending",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "day", name=op.f("pk_spending")),
    )


def downgrade() -> None:
    op.drop_table("spending")
    op.drop_table("opinions")
