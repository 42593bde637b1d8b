from datetime import time

from sqlalchemy import select

from storage import Database, Transaction, chats, outbox, pushes, schedules, sessions, timers, users
from storage.models import Base, ChatKind, SessionStatus
from tests.integration.storage.builders import GROUP, NOW, after, candidate, letters

SUPERGROUP = -1009000


async def test_a_chat_is_met_once(database: Database) -> None:
    async with database.transaction() as tx:
        first = await chats.meet(tx, GROUP, ChatKind.GROUP, NOW, "Gophers")
        await chats.hold(tx, GROUP, after(3))
        again = await chats.meet(tx, GROUP, ChatKind.GROUP, after(60))
    assert (first.kind, first.title, first.next_send_at) == (ChatKind.GROUP, "Gophers", NOW)
    assert (again.title, again.next_send_at) == ("Gophers", after(3))


async def test_a_new_title_replaces_the_old(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.meet(tx, GROUP, ChatKind.GROUP, NOW, "Gophers")
        assert (await chats.meet(tx, GROUP, ChatKind.GROUP, NOW, "Rustaceans")).title == "Rustaceans"


async def test_a_chat_that_is_gone_is_back_when_met_again(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.meet(tx, GROUP, ChatKind.GROUP, NOW)
        await chats.gone(tx, GROUP, after(1))
        gone = await chats.find(tx, GROUP)
        back = await chats.meet(tx, GROUP, ChatKind.GROUP, after(2))
    assert gone is not None
    assert (gone.gone_at, back.gone_at) == (after(1), None)


async def test_a_hold_is_never_shortened(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.meet(tx, 7, ChatKind.PRIVATE, NOW)
        await chats.hold(tx, 7, after(30))
        await chats.hold(tx, 7, after(1))
        chat = await chats.find(tx, 7)
    assert chat is not None
    assert chat.next_send_at == after(30)


async def place_rows(tx: Transaction, user: int, chat: int) -> sessions.SessionRow:
    """A row in every table that refers to chats."""
    session = await candidate(tx, user, chat)
    await outbox.enqueue(tx, outbox.NewMessage(chat_id=chat, payload={"html": f"{user}"}), NOW)
    await timers.arm(tx, timers.NewTimer(key=f"{user}@{chat}", kind="wait", due_at=NOW, chat_id=chat))
    await schedules.put(tx, schedules.ScheduleRow(user_id=user, chat_id=chat, zone="Europe/Kyiv", at=time(9)), NOW)
    return session


async def chat_ids(tx: Transaction) -> set[int]:
    """Ids of chats that any row refers to, the signposts of moved chats aside."""
    found: set[int] = set()
    for table in Base.metadata.sorted_tables:
        if "chat_id" in table.columns:
            found |= set((await tx.execute(select(table.c.chat_id).where(table.c.chat_id.is_not(None)))).scalars())
    return found


async def test_everything_follows_a_group_that_moved(database: Database) -> None:
    async with database.transaction() as tx:
        session = await place_rows(tx, 7, GROUP)
        await chats.hold(tx, GROUP, after(20))
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        assert await chat_ids(tx) == {SUPERGROUP}
        current = await sessions.lock_current(tx, 7, SUPERGROUP)
        moved = await chats.find(tx, SUPERGROUP)
    assert current is not None
    assert (current.id, current.status) == (session.id, SessionStatus.RUNNING)
    assert moved is not None
    assert moved.next_send_at == after(20)


async def test_a_reply_in_the_new_group_is_to_no_question_asked_in_the_old_one(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx, 7, GROUP)
        new = pushes.NewPush(user_id=7, chat_id=GROUP, day=NOW.date(), due_at=NOW)
        await pushes.plan(tx, [new], NOW)
        asked = await pushes.of_day(tx, GROUP, NOW.date())
        assert asked is not None
        await pushes.change(tx, asked.id, NOW, message_id=70)
        assert await pushes.of_message(tx, GROUP, 70) is not None
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        assert await pushes.of_message(tx, SUPERGROUP, 70) is None


async def test_an_update_of_the_old_group_that_comes_late_is_led_to_the_new_one(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.meet(tx, GROUP, ChatKind.GROUP, NOW, "Gophers")
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        found = await chats.meet(tx, GROUP, ChatKind.GROUP, after(5))
    assert (found.id, found.title) == (SUPERGROUP, "Gophers")


async def test_moving_merges_with_what_the_new_group_has_already(database: Database) -> None:
    async with database.transaction() as tx:
        old = await place_rows(tx, 7, GROUP)
        other = await place_rows(tx, 8, GROUP)
        new = await place_rows(tx, 7, SUPERGROUP)
        await chats.move(tx, GROUP, SUPERGROUP, after(9))
        assert await chat_ids(tx) == {SUPERGROUP}
        ended, kept = await sessions.find(tx, old.id), await sessions.lock_current(tx, 7, SUPERGROUP)
        others = await sessions.lock_current(tx, 8, SUPERGROUP)
        assert len(await schedules.of_user(tx, 7)) == 1
    assert ended is not None
    assert (ended.status, ended.finished_at, ended.version) == (SessionStatus.STOPPED, after(9), old.version + 1)
    assert kept is not None
    assert kept.id == new.id
    assert others is not None
    assert others.id == other.id


async def test_moving_twice_brings_what_came_between(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.meet(tx, GROUP, ChatKind.GROUP, NOW)
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        await outbox.enqueue(tx, outbox.NewMessage(chat_id=GROUP, payload={"html": "late"}), NOW)
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        assert await chat_ids(tx) == {SUPERGROUP}


async def test_moving_there_and_back_ends_where_it_was_told(database: Database) -> None:
    async with database.transaction() as tx:
        await place_rows(tx, 7, GROUP)
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        await chats.move(tx, SUPERGROUP, GROUP, NOW)
        assert await chat_ids(tx) == {GROUP}
        for chat in (GROUP, SUPERGROUP):
            assert (await chats.meet(tx, chat, ChatKind.GROUP, NOW)).id == GROUP


async def test_moving_an_unknown_group_changes_nothing(database: Database) -> None:
    async with database.transaction() as tx:
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        assert await chats.find(tx, GROUP) is None
        assert await chats.find(tx, SUPERGROUP) is None


async def test_messages_keep_their_order_across_a_move(database: Database) -> None:
    ids = await letters(database, "one", "two", chat=GROUP)
    async with database.transaction() as tx:
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        for expected in ids:
            (row,) = await outbox.claim(tx, NOW, 10)
            assert (row.ticket.id, row.chat_id) == (expected, SUPERGROUP)
            await outbox.sent(tx, row.ticket, NOW, None)


async def test_a_person_is_not_moved_with_the_group(database: Database) -> None:
    async with database.transaction() as tx:
        await candidate(tx, 7, GROUP)
        await chats.move(tx, GROUP, SUPERGROUP, NOW)
        assert await users.find(tx, 7) is not None
