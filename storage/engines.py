"""Connections: one place for everything in which SQLite and PostgreSQL differ below the statements."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, NullPool, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.errors import StorageError

SQLITE_SETTINGS = ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")
"""Wait 10 s for another process's write lock (writers of one process queue in the pool instead); read beside a writer;
a commit outlives a power cut, as the messenger is told after it; what is erased leaves no text in the file."""

POOL_TIMEOUT_S = 30
"""How long a transaction waits for a connection before it gives up as unavailable."""

POSTGRES_OPTIONS = "-c statement_timeout=15s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
"""A stuck statement or peer must not hold rows for ever; a URL with `options` of its own overrides them."""


@dataclass(frozen=True, slots=True)
class Engines:
    """`writer` begins transactions that may write, `reader` those that may not."""

    writer: AsyncEngine
    reader: AsyncEngine


def parse_url(url: str) -> URL:
    """Address with the async driver filled in; StorageError says what is wrong, without the password."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StorageError("the database address is no URL: sqlite:///FILE or postgresql://USER@HOST/NAME") from None
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.set(drivername="sqlite+aiosqlite")
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case "sqlite":
            raise StorageError("the SQLite database must be a file: sqlite:///FILE")
        case other:
            raise StorageError(f"unknown kind of database {other!r}: expected sqlite or postgresql")


def open_engines(url: URL) -> Engines:
    """Engines for that address; connects to nothing yet, makes the folder of an SQLite file."""
    if url.get_backend_name() == "sqlite":
        _make_folder(Path(url.database or ""))
        return _sqlite_engines(url)
    writer = _postgres_engine(url, POSTGRES_OPTIONS, pool_size=10, max_overflow=10, pool_recycle=1800)
    return Engines(writer, writer.execution_options(postgresql_readonly=True))


def open_migrator(url: URL) -> AsyncEngine:
    """Engine for changing the schema: no statement time-outs, and on SQLite no foreign keys.

    SQLite changes a table by building a new one and dropping the old, which foreign keys would turn into deletions.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, "BEGIN IMMEDIATE", "foreign_keys=OFF", poolclass=NullPool)
    return _postgres_engine(url, "", poolclass=NullPool)


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"cannot make the folder of the database: {error}") from error


def _sqlite_engines(url: URL) -> Engines:
    return Engines(
        # A pool of one is the queue of this process's writers: fair, where SQLite's own waiting is a polling race.
        _sqlite_engine(
            url, "BEGIN IMMEDIATE", "foreign_keys=ON", pool_size=1, max_overflow=0, pool_timeout=POOL_TIMEOUT_S
        ),
        _sqlite_engine(url, "BEGIN", "query_only=ON", pool_size=4, max_overflow=0, pool_timeout=POOL_TIMEOUT_S),
    )


def _sqlite_engine(url: URL, begin: str, pragma: str, **pool: Any) -> AsyncEngine:
    engine = create_async_engine(url, hide_parameters=True, **pool)

    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        # The driver's own notion of when a transaction starts gets in the way of ours.
        connection.isolation_level = None
        cursor = connection.cursor()
        for setting in (*SQLITE_SETTINGS, pragma):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres_engine(url: URL, options: str, **pool: Any) -> AsyncEngine:
    defaults = {"connect_timeout": "5", "application_name": "interview-bot", "options": options}
    url = url.set(query={**defaults, **url.query})
    try:
        # Prepared statements belong to a server connection, which PgBouncer in transaction mode swaps.
        return create_async_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args={"prepare_threshold": None}, **pool
        )
    except ModuleNotFoundError as error:
        raise StorageError("PostgreSQL needs the extra `postgres`: pip install 'interview-bot[postgres]'") from error
