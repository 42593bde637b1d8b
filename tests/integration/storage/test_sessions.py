import asyncio

import pytest

from storage import Database, StorageError, StorageUnavailable, chats, sessions, users
from storage.models import ChatKind, SessionKind, SessionStatus
from tests.integration.storage.builders import GROUP, NOW, after, candidate


async def test_an_interview_begins_running(database: Database) -> None:
    async with database.transaction() as tx:
        created = await candidate(tx)
        found = await sessions.find(tx, created.id)
    assert found == created
    assert (created.status, created.asked, created.version) == (SessionStatus.RUNNING, 0, 1)
    assert (created.topics, created.level, created.finished_at) == (("databases",), 2, None)


@pytest.mark.parametrize("status", [SessionStatus.RUNNING, SessionStatus.PAUSED])
async def test_a_person_has_one_current_interview_in_a_chat(database: Database, status: SessionStatus) -> None:
    async with database.transaction() as tx:
        await sessions.save(tx, await candidate(tx), NOW, status=status)
    with pytest.raises(StorageError, match=r"(?i)unique"):
        async with database.transaction() as tx:
            await candidate(tx)


async def test_interviews_in_other_chats_and_of_other_people_are_apart(database: Database) -> None:
    async with database.transaction() as tx:
        for user, chat in ((7, 7), (7, GROUP), (8, GROUP)):
            created = await candidate(tx, user, chat)
            assert await sessions.lock_current(tx, user, chat) == created


@pytest.mark.parametrize("status", [SessionStatus.FINISHED, SessionStatus.STOPPED])
async def test_after_the_end_another_can_begin(database: Database, status: SessionStatus) -> None:
    async with database.transaction() as tx:
        ended = await sessions.save(
            tx, await candidate(tx), after(60), status=status, score=3.5, recommendation="leaning-hire"
        )
        assert await sessions.lock_current(tx, 7, 7) is None
        following = await candidate(tx)
    assert (ended.status, ended.finished_at, ended.score) == (status, after(60), 3.5)
    assert following.id > ended.id
    assert not ended.is_current
    assert following.is_current


async def test_changes_are_kept_and_counted(database: Database) -> None:
    async with database.transaction() as tx:
        saved = await sessions.save(tx, await candidate(tx), after(5), state='{"turn": 1}', asked=1)
        assert await sessions.find(tx, saved.id) == saved
    assert (saved.state, saved.asked, saved.version, saved.updated_at) == ('{"turn": 1}', 1, 2, after(5))


async def test_the_time_of_the_end_is_the_first_one(database: Database) -> None:
    async with database.transaction() as tx:
        ended = await sessions.save(tx, await candidate(tx), after(60), status=SessionStatus.STOPPED)
        regraded = await sessions.save(tx, ended, after(90), score=4.0)
    assert regraded.finished_at == after(60)


async def test_saving_over_a_newer_state_is_refused(database: Database) -> None:
    async with database.transaction() as tx:
        read = await candidate(tx)
        await sessions.save(tx, read, NOW, asked=1)
        with pytest.raises(StorageUnavailable, match="meanwhile"):
            await sessions.save(tx, read, NOW, asked=2)


async def test_a_locked_interview_is_seen_by_the_next_only_as_it_was_saved(
    database: Database, replica: Database
) -> None:
    async with database.transaction() as tx:
        session = await candidate(tx)
    locked = asyncio.Event()

    async def second() -> sessions.SessionRow | None:
        await locked.wait()
        async with replica.transaction() as tx:
            return await sessions.lock(tx, session.id)

    waiting = asyncio.create_task(second())
    async with database.transaction() as tx:
        current = await sessions.lock_current(tx, 7, 7)
        assert current is not None
        locked.set()
        await asyncio.sleep(0.05)
        assert not waiting.done()
        saved = await sessions.save(tx, current, NOW, state="first")
    assert await waiting == saved


async def test_history_is_the_persons_newest_first(database: Database) -> None:
    async with database.transaction() as tx:
        ids = []
        for _ in range(3):
            session = await sessions.save(tx, await candidate(tx), NOW, status=SessionStatus.FINISHED)
            ids.append(session.id)
        await candidate(tx, 8)
        shown = await sessions.history(tx, 7, 2)
    assert [row.id for row in shown] == [ids[2], ids[1]]


async def test_ids_are_not_used_again(database: Database) -> None:
    """An old button must not reach a new interview."""
    async with database.transaction() as tx:
        first = await candidate(tx)
        await users.erase(tx, 7)
        assert (await candidate(tx)).id > first.id


async def test_an_interview_needs_its_person_and_chat(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.meet(tx, 7, ChatKind.PRIVATE, NOW)
    new = sessions.NewSession(user_id=7, chat_id=7, state="{}", language="en", level=1, planned=5)
    with pytest.raises(StorageError, match=r"(?i)foreign key"):
        async with database.transaction() as tx:
            await sessions.create(tx, new, NOW)


async def test_a_daily_question_stands_beside_an_interview_and_comes_second_while_that_runs(database: Database) -> None:
    async with database.transaction() as tx:
        interview = await candidate(tx)
        new = sessions.NewSession(
            user_id=7, chat_id=7, state="{}", language="uk", level=2, planned=1, kind=SessionKind.DAILY
        )
        daily = await sessions.create(tx, new, NOW)
        assert await sessions.lock_current(tx, 7, 7) == interview
        paused = await sessions.save(tx, interview, NOW, status=SessionStatus.PAUSED)
        assert await sessions.lock_current(tx, 7, 7) == daily, "who pauses an interview answers the question of the day"
        assert await sessions.lock_current(tx, 7, 7, SessionKind.INTERVIEW) == paused
        assert await sessions.history(tx, 7, 5) == (paused,)
