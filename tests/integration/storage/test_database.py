import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import Database, StorageError, StorageUnavailable, sessions, turns, updates, users
from tests.integration.storage.builders import NOW, candidate


async def test_a_transaction_commits_on_leaving(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
    async with database.reading() as tx:
        assert await users.find(tx, 7) is not None


async def test_a_transaction_is_undone_by_any_exception_which_passes_unchanged(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as tx:
            await users.meet(tx, 7, "Ann", "en", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.reading() as tx:
        assert await users.find(tx, 7) is None


async def test_a_cancelled_transaction_is_undone_and_frees_its_connection(database: Database) -> None:
    async def hang() -> None:
        async with database.transaction() as tx:
            await users.meet(tx, 7, "Ann", "en", NOW)
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.transaction() as tx:
        assert await users.find(tx, 7) is None


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(StorageError):
        async with database.reading() as tx:
            await users.meet(tx, 7, "Ann", "en", NOW)


async def test_reading_does_not_wait_for_a_writer(database: Database, replica: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
        async with database.reading() as own, replica.reading() as other:
            assert await users.find(own, 7) is None
            assert await users.find(other, 7) is None


async def test_no_change_is_lost_among_many_writers(database: Database, replica: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx)

    async def ask_once_more(through: Database) -> None:
        async with through.transaction() as tx:
            session = await sessions.lock_current(tx, 7, 7)
            assert session is not None
            await sessions.save(tx, session, NOW, asked=session.asked + 1)

    await asyncio.gather(*(ask_once_more(through) for through in (database, replica) for _ in range(15)))
    async with database.reading() as tx:
        (session,) = await sessions.history(tx, 7, 10)
    assert (session.asked, session.version) == (30, 31)


async def test_a_broken_rule_is_an_error_for_good_that_tells_nothing_of_the_rows(database: Database) -> None:
    async def answer_twice() -> None:
        async with database.transaction() as tx:
            session = await candidate(tx)
            for answer in ("my secret", "my other secret"):
                turn = turns.TurnRow(session_id=session.id, number=1, kind="answer", asked="?", answer=answer, at=NOW)
                await turns.append(tx, turn)

    with pytest.raises(StorageError) as caught:
        await answer_twice()
    assert not isinstance(caught.value, StorageUnavailable)
    assert "secret" not in str(caught.value)


async def test_a_database_without_its_schema_is_no_passing_fault(empty_url: str) -> None:
    database = Database(empty_url)
    assert not await database.is_current()
    with pytest.raises(StorageError) as caught:
        async with database.transaction() as tx:
            await updates.mark_processed(tx, 1, NOW)
    assert not isinstance(caught.value, StorageUnavailable)
    await database.dispose()


async def test_a_lost_connection_is_unavailable_and_the_next_transaction_gets_a_new_one(postgres_url: str) -> None:
    database = Database(postgres_url)

    async def lose_connection() -> None:
        async with database.transaction() as tx:
            backend = (await tx.execute(text("SELECT pg_backend_pid()"))).scalar_one()
            async with database.transaction() as other:
                await other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": backend})
            await users.meet(tx, 7, "Ann", "en", NOW)

    with pytest.raises(StorageUnavailable):
        await lose_connection()
    assert await database.is_current()
    await database.dispose()


async def test_a_deadlock_is_unavailable_for_one_and_success_for_the_other(postgres_url: str) -> None:
    database = Database(postgres_url)
    async with database.transaction() as tx:
        for user in (1, 2):
            await users.meet(tx, user, "Ann", "en", NOW)
    held = {1: asyncio.Event(), 2: asyncio.Event()}

    async def lock_both(one: int, other: int) -> None:
        async with database.transaction() as tx:
            await users.meet(tx, one, "Ann", "en", NOW)
            held[one].set()
            await held[other].wait()
            await users.meet(tx, other, "Ann", "en", NOW)

    outcomes = await asyncio.gather(lock_both(1, 2), lock_both(2, 1), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome] == [StorageUnavailable]
    await database.dispose()


async def test_a_stuck_statement_on_the_server_is_given_up(postgres_url: str) -> None:
    for url, limit in ((postgres_url, "15s"), (f"{postgres_url}&options=-c%20statement_timeout%3D1s", "1s")):
        database = Database(url)
        async with database.reading() as tx:
            assert (await tx.execute(text("SHOW statement_timeout"))).scalar_one() == limit
        await database.dispose()


async def test_sqlite_locked_by_another_process_is_unavailable(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    await database.migrate()
    async with database.transaction() as tx:
        await tx.exec_driver_sql("PRAGMA busy_timeout=1")
    holder = sqlite3.connect(tmp_path / "test.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageUnavailable, match="locked"):
        async with database.transaction():
            pass
    holder.close()
    async with database.transaction() as tx:
        assert await updates.mark_processed(tx, 1, NOW)
    await database.dispose()


async def test_a_server_that_is_down_is_unavailable(tmp_path: Path) -> None:
    database = Database(f"postgresql://nobody@/nothing?host={tmp_path}")
    with pytest.raises(StorageUnavailable):
        await database.is_current()
    await database.dispose()


async def test_a_file_that_is_no_database_is_refused_for_good(tmp_path: Path) -> None:
    (tmp_path / "test.db").write_text("shopping list: " * 100)
    database = Database(f"sqlite:///{tmp_path}/test.db")
    with pytest.raises(StorageError, match="not a database") as caught:
        await database.is_current()
    assert not isinstance(caught.value, StorageUnavailable)
    await database.dispose()


async def test_the_folder_of_an_sqlite_file_is_made(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/deep/er/test.db")
    await database.is_current()
    await database.dispose()
    assert (tmp_path / "deep/er/test.db").exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="folder"):
        Database(f"sqlite:///{tmp_path}/file/test.db")


async def test_sqlite_waits_for_the_disk_and_wipes_what_is_deleted(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    await database.migrate()
    async with database.transaction() as tx:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        settings = [(await tx.exec_driver_sql(f"PRAGMA {pragma}")).scalar_one() for pragma in pragmas]
    await database.dispose()
    assert settings == ["wal", 2, 1, 1]
