import asyncio
import io
import logging
import os
import re
import shutil
import sqlite3
import sys
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect

from storage import Database, StorageError, chats, migrate, pushes, schedules, users
from storage.engines import open_migrator, parse_url
from storage.models import Base, ChatKind
from tests.integration.storage.builders import GROUP, NOW

REPOSITORY = Path(__file__).resolve().parents[3]
MIGRATE = "import asyncio, sys; from storage import Database; asyncio.run(Database(sys.argv[1]).migrate())"


async def run(url: str, work: Any) -> Any:
    """Result of `work(connection)`, committed."""
    engine = open_migrator(parse_url(url))
    async with engine.begin() as connection:
        result = await connection.run_sync(work)
    await engine.dispose()
    return result


def differences(connection: Connection) -> Any:
    return compare_metadata(MigrationContext.configure(connection), Base.metadata)


def checks(connection: Connection) -> dict[tuple[str, str | None], str]:
    """Text of every CHECK by table and name, spaces aside."""
    inspector = inspect(connection)
    return {
        (table, check["name"]): re.sub(r"\s", "", check["sqltext"])
        for table in inspector.get_table_names()
        for check in inspector.get_check_constraints(table)
    }


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def take_back(connection: Connection) -> None:
    command.downgrade(migrate._config(connection), "base")


async def test_the_migrated_schema_is_the_one_of_the_models(database_url: str) -> None:
    assert await run(database_url, differences) == []


async def test_the_migrated_checks_are_the_ones_of_the_models(database_url: str) -> None:
    migrated = await run(database_url, checks)
    await run(database_url, Base.metadata.drop_all)
    assert await run(database_url, checks) == {}
    await run(database_url, Base.metadata.create_all)
    assert migrated == await run(database_url, checks)


async def test_every_revision_can_be_taken_back_and_applied_again(database_url: str, database: Database) -> None:
    await run(database_url, take_back)
    assert await run(database_url, tables) == {"alembic_version"}
    assert not await database.is_current()
    await database.migrate()
    assert await database.is_current()
    assert await run(database_url, differences) == []


def take_back_ownership(connection: Connection) -> None:
    command.downgrade(migrate._config(connection), "0005")


async def test_a_daily_question_of_a_group_is_handed_over_to_the_group(database_url: str, database: Database) -> None:
    row = schedules.ScheduleRow(user_id=7, chat_id=GROUP, zone="Europe/Kyiv", at=time(9))
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
        for chat, kind in ((7, ChatKind.PRIVATE), (GROUP, ChatKind.GROUP)):
            await chats.meet(tx, chat, kind, NOW, "Team")
            await schedules.put(tx, replace(row, chat_id=chat), NOW)
            await pushes.plan(tx, [pushes.NewPush(user_id=7, chat_id=chat, day=NOW.date(), due_at=NOW)], NOW)
    await run(database_url, take_back_ownership)
    await database.migrate()
    async with database.transaction() as tx:
        await users.erase(tx, 7)
        assert await schedules.find(tx, GROUP) == replace(row, user_id=GROUP)
        assert await pushes.of_day(tx, GROUP, NOW.date()) is not None
        assert await schedules.find(tx, 7) is None
        group = await users.find(tx, GROUP)
    assert group is not None
    assert (group.name, group.settings) == ("Team", {})


async def test_an_empty_database_is_not_current_until_migrated(empty_url: str) -> None:
    database = Database(empty_url)
    assert not await database.is_current()
    await database.migrate()
    assert await database.is_current()
    await database.dispose()


async def test_migrating_again_keeps_the_rows(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
    await database.migrate()
    async with database.reading() as tx:
        assert await users.find(tx, 7) is not None


async def test_several_processes_may_migrate_at_once(empty_url: str, tmp_path: Path) -> None:
    """From another folder, too: nothing depends on where the process was started."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", MIGRATE, empty_url, env=environment, cwd=tmp_path, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(3)
    ]
    results = await asyncio.gather(*(process.communicate() for process in processes))
    assert [process.returncode for process in processes] == [0, 0, 0], results
    assert await run(empty_url, differences) == []


async def test_migrating_leaves_logging_alone(empty_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    root, alembic = logging.getLogger(), logging.getLogger("alembic")
    before = (list(root.handlers), root.level, alembic.level, alembic.disabled)
    database = Database(empty_url)
    await database.migrate()
    await database.dispose()
    assert (list(root.handlers), root.level, alembic.level, alembic.disabled) == before
    assert capsys.readouterr() == ("", "")


def test_a_developer_can_have_the_next_revision_written(tmp_path: Path) -> None:
    """From the models and an empty database: the revision stands on its own and makes the whole schema."""
    shutil.copytree(REPOSITORY / "storage/migrations", tmp_path / "migrations", ignore=lambda *_: ["versions"])
    (tmp_path / "migrations/versions").mkdir()
    url = f"sqlite:///{tmp_path}/test.db"
    config = Config(REPOSITORY / "storage/alembic.ini", stdout=io.StringIO())
    config.set_main_option("script_location", str(tmp_path / "migrations"))
    config.set_main_option("sqlalchemy.url", url)
    command.revision(config, "Add everything", autogenerate=True)
    (written,) = (tmp_path / "migrations/versions").glob("*.py")
    assert "storage" not in written.read_text()
    command.upgrade(config, "head")
    assert asyncio.run(run(url, differences)) == []


async def test_a_migration_that_would_leave_dangling_rows_is_refused(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    await database.migrate()
    with sqlite3.connect(tmp_path / "test.db") as careless:
        careless.execute(
            "INSERT INTO turns (session_id, number, kind, asked, answer, at) VALUES (99, 1, 'answer', '', '', '')"
        )
    careless.close()
    with pytest.raises(StorageError, match="refer to nothing"):
        await database.migrate()
    await database.dispose()
