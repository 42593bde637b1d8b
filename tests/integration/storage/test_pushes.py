from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import Database, pushes
from storage.models import PushState
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
            found = await pushes.find(tx, found.id)
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


async def test_only_one_takes_a_planned_question(database: Database) -> None:
    push = await only(database)
    async with database.transaction() as tx:
        assert await pushes.take(tx, push.id, NOW, state=PushState.QUEUED, outbox_id=5)
        assert not await pushes.take(tx, push.id, NOW, state=PushState.QUEUED, outbox_id=6)


@pytest.mark.parametrize("state", list(PushState))
async def test_an_outcome_is_noted_once_and_of_the_row_that_was_queued(database: Database, state: PushState) -> None:
    push = await only(database, state=state, outbox_id=5)
    async with database.transaction() as tx:
        assert not await pushes.settle(tx, 6, NOW, state=PushState.SENT)
        noted = await pushes.settle(tx, 5, NOW, state=PushState.SENT, message_id=70)
        assert noted is (state is PushState.QUEUED)
        assert not await pushes.settle(tx, 5, NOW, state=PushState.SKIPPED)
        found = await pushes.of_message(tx, 7, 70)
    assert (found.id if found else None) == (push.id if noted else None)


async def test_a_chat_that_is_gone_is_asked_nothing_more(database: Database) -> None:
    waiting, sent = await only(database, 7), await only(database, 8, state=PushState.SENT)
    async with database.transaction() as tx:
        for chat in (7, 8):
            await pushes.drop_chat(tx, chat, NOW, "gone")
        assert await pushes.days(tx, 7, DAY) == {DAY: PushState.SKIPPED}
        assert await pushes.days(tx, 8, DAY) == {DAY: PushState.SENT}
        assert await pushes.days(tx, 8, DAY + timedelta(days=1)) == {}
        found = await pushes.find(tx, waiting.id)
        assert found is not None
        assert found.reason == "gone"
        assert await pushes.recent(tx, 8, 5) == (sent,)


async def test_answers_of_a_group_come_with_names_in_their_order(database: Database) -> None:
    async with database.transaction() as tx:
        first, second = await candidate(tx, 9, GROUP), await candidate(tx, 8, GROUP)
        assert await pushes.plan(tx, [replace(PUSH, user_id=9, chat_id=GROUP)], NOW) == 1
        push = await pushes.of_day(tx, GROUP, DAY)
        assert push is not None
        for session in (first, second):
            await pushes.answer(tx, push.id, session.user_id, session.id)
        found = await pushes.answers(tx, push.id)
    assert [(each.user_id, each.name) for each in found] == [(9, "Candidate 9"), (8, "Candidate 8")]
