"""Add the group quiz: games with scores, votes, complaints; settings of groups; errands and edits in the outbox.

Revision: 0005
Follows: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

UNFINISHED = sa.text("finished_at IS NULL")
TABLES = ("games", "game_scores", "game_players", "poll_votes", "question_flags")


def upgrade() -> None:
    op.add_column("chats", sa.Column("settings", _json(), nullable=False, server_default="{}"))
    op.add_column("outbox", sa.Column("errand", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("outbox", _big("target_id"))
    op.add_column("outbox", sa.Column("poll_id", sa.String(64)))
    _create_games()
    _create_scores()
    _create_players_and_votes()
    _create_flags()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("chats", "settings")
    op.execute("DELETE FROM outbox WHERE errand")
    for column in ("poll_id", "target_id", "errand"):
        op.drop_column("outbox", column)


def _create_games() -> None:
    op.create_table(
        "games",
        _big("id", nullable=False),
        _big("chat_id", nullable=False),
        _big("thread_id", nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        _big("board_id"),
        sa.Column("version", sa.Integer(), nullable=False),
        _instant("created_at", nullable=False),
        _instant("updated_at", nullable=False),
        _instant("finished_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_games")),
        _to("games", "chat_id", "chats"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_games_chat_id"), "games", ["chat_id"])
    op.create_index(
        "uq_games_open",
        "games",
        ["chat_id", "thread_id"],
        unique=True,
        sqlite_where=UNFINISHED,
        postgresql_where=UNFINISHED,
    )


def _create_scores() -> None:
    op.create_table(
        "game_scores",
        _big("game_id", nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        _big("user_id", nullable=False),
        _big("chat_id", nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Double(), nullable=False) for name in ("points", "bonus")),
        sa.Column("flags", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Double(), nullable=False) for name in ("stated", "possible")),
        sa.Column("voided", sa.Boolean(), nullable=False),
        _instant("at", nullable=False),
        sa.PrimaryKeyConstraint("game_id", "round", "user_id", name=op.f("pk_game_scores")),
        _to("game_scores", "game_id", "games"),
        _to("game_scores", "user_id", "users"),
        _to("game_scores", "chat_id", "chats"),
    )
    op.create_index(op.f("ix_game_scores_user_id"), "game_scores", ["user_id"])
    op.create_index(op.f("ix_game_scores_chat_id_at"), "game_scores", ["chat_id", "at"])


def _create_players_and_votes() -> None:
    op.create_table(
        "game_players",
        _big("game_id", nullable=False),
        _big("user_id", nullable=False),
        sa.Column("starter", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("game_id", "user_id", name=op.f("pk_game_players")),
        _to("game_players", "game_id", "games"),
        _to("game_players", "user_id", "users"),
    )
    op.create_index(op.f("ix_game_players_user_id"), "game_players", ["user_id"])
    op.create_table(
        "poll_votes",
        sa.Column("poll_id", sa.String(64), nullable=False),
        _big("user_id", nullable=False),
        sa.Column("options", _json(), nullable=False),
        _instant("at", nullable=False),
        sa.PrimaryKeyConstraint("poll_id", "user_id", name=op.f("pk_poll_votes")),
        _to("poll_votes", "user_id", "users"),
    )
    op.create_index(op.f("ix_poll_votes_user_id"), "poll_votes", ["user_id"])
    op.create_index(op.f("ix_poll_votes_at"), "poll_votes", ["at"])


def _create_flags() -> None:
    op.create_table(
        "question_flags",
        _big("id", nullable=False),
        _big("game_id", nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        _big("user_id", nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.CheckConstraint("state IN ('open', 'accepted', 'rejected')", name=op.f("ck_question_flags_appealstate")),
        _big("decided_by"),
        _instant("created_at", nullable=False),
        _instant("decided_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_flags")),
        sa.UniqueConstraint("game_id", "round", "user_id", name=op.f("uq_question_flags_game_id_round_user_id")),
        _to("question_flags", "game_id", "games"),
        _to("question_flags", "user_id", "users"),
        _to("question_flags", "decided_by", "users", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_question_flags_user_id"), "question_flags", ["user_id"])
    op.create_index(op.f("ix_question_flags_decided_by"), "question_flags", ["decided_by"])


def _big(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), **options)


def _json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(JSONB(), "postgresql")


def _instant(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), **options)


def _to(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)
