"""Schema revisions, run by Alembic inside a transaction that is already open."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.errors import StorageError

ADVISORY_LOCK = 0x696E7476
"""Key of the PostgreSQL lock under which one process at a time migrates ("intv")."""


def upgrade(connection: Connection) -> None:
    """Apply the revisions that are missing; a second process waits, then finds nothing to do."""
    _lock(connection)
    command.upgrade(_config(connection), "head")
    _check_keys(connection)


def is_current(connection: Connection) -> bool:
    """Whether the newest revision is the one applied."""
    script = ScriptDirectory.from_config(_config(connection))
    return set(MigrationContext.configure(connection).get_current_heads()) == set(script.get_heads())


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _lock(connection: Connection) -> None:
    """On SQLite the transaction itself is the lock."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})


def _check_keys(connection: Connection) -> None:
    """SQLite migrates with foreign keys off, so they are checked before the commit."""
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StorageError("the migration would leave rows that refer to nothing; nothing was changed")
