from dataclasses import replace
from datetime import date, timedelta

from storage import Database, outbox, pushes, sessions
from storage.models import PushState, SendPolicy
from tests.integration.storage.builders import GROUP, NOW, after, candidate

DAY = date(2026, 3, 1)
PUSH = pushes.NewPush(user_id=7, chat_id=7, day=DAY, due_at=NOW)


async def only(database: Database, user: int = 7, **changes: object) -> pushes.PushRow:
    """The question planned for that day, the rest as given."""
    async with database.transaction() as tx:
        await candidate(tx, user)
        assert await pushes.plan(tx, [replace(PUSH, user_id=user, chat_id=user)], NOW) == 1
        found = await pushes.of_day(tx, user, DAY)
        assert found is not None
        if changes:
            await pushes.change(tx, found.id, NOW, **changes)  # type: ignore[arg-type]
            found = await pushes.lock(tx, found.id)
            assert found is not None
        return found


async def test_a_chat_has_one_question_a_day_however_often_it_is_planned(database: Database, replica: Database) -> None:
    await only(database)
    async with replica.transaction() as tx:
        tomorrow = replace(PUSH, day=DAY + timedelta(days=1))
        assert await pushes.plan(tx, [PUSH, tomorrow], NOW) == 1


async def test_what_is_due_comes_in_order_and_only_while_it_is_planned(database: Database) -> None:
    late = await only(database, 7)
    early = await only(database, 8, due_at=after(-60))
    await only(database, 9, due_at=after(60))
    await only(database, 10, state=PushState.QUEUED)
    async with database.reading() as tx:
        assert [push.id for push in await pushes.due(tx, NOW, 10)] == [early.id, late.id]
        assert [push.id for push in await pushes.due(tx, NOW, 1)] == [early.id]
        assert await pushes.count_queued(tx) == 1


async def queued(database: Database) -> tuple[pushes.PushRow, outbox.ClaimedRow]:
    """A question that is just being sent."""
    push = await only(database)
    async with database.transaction() as tx:
        row = await outbox.enqueue(tx, outbox.NewMessage(chat_id=7, payload={}, policy=SendPolicy.SKIP), NOW)
        await pushes.change(tx, push.id, NOW, state=PushState.QUEUED, outbox_id=row)
        (claimed,) = await outbox.claim(tx, NOW, 1)
        assert await outbox.begin(tx, claimed.ticket, NOW)
        assert await pushes.settle(tx, NOW) == {}
    return push, claimed


async def test_a_delivered_question_is_noted_once_and_known_by_its_message(database: Database) -> None:
    push, claimed = await queued(database)
    async with database.transaction() as tx:
        await outbox.sent(tx, claimed.ticket, NOW, 70)
        assert await pushes.of_message(tx, 7, 70) is not None, "also before it was noted"
        assert await pushes.settle(tx, NOW) == {"sent": 1}
        assert await pushes.settle(tx, NOW) == {}
        found = await pushes.of_message(tx, 7, 70)
        assert await pushes.of_message(tx, 8, 70) is None
    assert found == replace(push, state=PushState.SENT, message_id=70, outbox_id=claimed.ticket.id)


async def test_a_question_of_which_nobody_knows_whether_it_was_sent_is_skipped_and_counted(database: Database) -> None:
    push, _ = await queued(database)
    async with database.transaction() as tx:
        assert await outbox.claim(tx, NOW + outbox.LEASE, 1) == (), "it is not sent again"
        assert await pushes.settle(tx, NOW) == {outbox.UNKNOWN: 1}
        found = await pushes.lock(tx, push.id)
    assert found is not None
    assert (found.state, found.reason) == (PushState.SKIPPED, outbox.UNKNOWN)


async def test_a_question_whose_delivery_is_forgotten_is_accounted_for_all_the_same(database: Database) -> None:
    """The outbox keeps what is closed for a week, and nobody may have looked meanwhile."""
    push, _ = await queued(database)
    async with database.transaction() as tx:
        await pushes.change(tx, push.id, NOW, outbox_id=10**6)
        assert await pushes.settle(tx, NOW) == {outbox.UNKNOWN: 1}
        assert await pushes.settle(tx, NOW) == {}


async def test_each_unanswered_question_counts_once_and_none_from_before_an_answer(database: Database) -> None:
    """Days: silent, answered, silent, skipped, silent, open."""
    states = (PushState.SENT, PushState.ANSWERED, PushState.SENT, PushState.SKIPPED, PushState.SENT, PushState.SENT)
    async with database.transaction() as tx:
        await candidate(tx, 7)
        for number, state in enumerate(states):
            await pushes.plan(tx, [replace(PUSH, day=DAY + timedelta(days=number), state=state)], NOW)
        assert await pushes.count_unanswered(tx, 7, DAY + timedelta(days=5), NOW) == 2
        assert await pushes.count_unanswered(tx, 7, DAY + timedelta(days=5), NOW) == 0
        assert await pushes.count_unanswered(tx, 7, DAY + timedelta(days=6), NOW) == 1


async def test_what_nobody_has_seen_is_no_longer_answered(database: Database) -> None:
    push, claimed = await queued(database)
    async with database.transaction() as tx:
        session = await sessions.lock_current(tx, 7, 7)
        assert session is not None
        await pushes.change(tx, push.id, NOW, session_id=session.id)
        await outbox.fail(tx, claimed.ticket, NOW, "chat not found")
        assert await pushes.settle(tx, NOW) == {"chat not found": 1}
        assert await sessions.lock_current(tx, 7, 7) is None


async def test_a_chat_that_is_gone_is_asked_nothing_more(database: Database) -> None:
    waiting, sent = await only(database, 7), await only(database, 8, state=PushState.SENT)
    async with database.transaction() as tx:
        for chat in (7, 8):
            await pushes.drop_chat(tx, chat, NOW, "gone")
        dropped = replace(waiting, state=PushState.SKIPPED, reason="gone")
        assert await pushes.since(tx, 7, DAY) == await pushes.recent(tx, 7, 5) == (dropped,)
        assert await pushes.since(tx, 8, DAY) == (sent,)
        assert await pushes.since(tx, 8, DAY + timedelta(days=1)) == ()


async def test_answers_of_a_group_come_with_names_in_their_order(database: Database) -> None:
    async with database.transaction() as tx:
        first, second = await candidate(tx, 9, GROUP), await candidate(tx, 8, GROUP)
        assert await pushes.plan(tx, [replace(PUSH, user_id=9, chat_id=GROUP)], NOW) == 1
        push = await pushes.of_day(tx, GROUP, DAY)
        assert push is not None
        for session in (first, second):
            await pushes.answer(tx, push.id, session.user_id, session.id, {"1": {"text": "A pod"}})
        found = await pushes.answers(tx, push.id)
        await pushes.answer(tx, push.id, 8, second.id, {"2": {"text": "A pod is more"}})
        changed = (await pushes.answers(tx, push.id))[-1]
    assert [(each.user_id, each.name) for each in found] == [(9, "Candidate 9"), (8, "Candidate 8")]
    assert changed == replace(found[-1], messages={"2": {"text": "A pod is more"}})
