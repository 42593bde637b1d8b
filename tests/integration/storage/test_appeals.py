from dataclasses import replace

import pytest

from storage import Database, StorageError, Transaction, appeals, users
from storage.models import AppealState, PhrasingTarget
from tests.integration.storage.builders import NOW, after, candidate

NEW = appeals.NewAppeal(
    session_id=1,
    question_id="hashmap",
    target=PhrasingTarget.POINT,
    target_id="buckets",
    language="uk",
    quote="розкладає по кошиках",
    turn_number=3,
)


async def filed(tx: Transaction, *targets: str, user: int = 7) -> list[appeals.AppealRow]:
    """Appeals on those points in a new interview of the person's."""
    session = (await candidate(tx, user)).id
    for target in targets:
        assert await appeals.file(tx, replace(NEW, session_id=session, target_id=target), NOW)
    return list(await appeals.of_session(tx, session))


async def test_an_appeal_waits_as_it_was_filed(database: Database) -> None:
    async with database.transaction() as tx:
        (row,) = await filed(tx, "buckets")
        assert await appeals.find(tx, row.id) == row
    assert (row.question_id, row.target, row.target_id) == ("hashmap", PhrasingTarget.POINT, "buckets")
    assert (row.quote, row.turn_number, row.language) == (NEW.quote, 3, "uk")
    assert (row.state, row.created_at, row.decided_by, row.decided_at) == (AppealState.OPEN, NOW, None, None)


async def test_one_verdict_is_contested_once_and_another_beside_it(database: Database) -> None:
    async with database.transaction() as tx:
        (row,) = await filed(tx, "buckets")
        again = replace(NEW, session_id=row.session_id, quote="other words")
        assert not await appeals.file(tx, again, NOW)
        for other in (
            replace(again, target_id="hash"),
            replace(again, target=PhrasingTarget.FLAG),
            replace(again, question_id="index"),
        ):
            assert await appeals.file(tx, other, NOW)
        (kept,) = [each for each in await appeals.of_session(tx, row.session_id) if each.id == row.id]
    assert kept == row


@pytest.mark.parametrize("state", [AppealState.ACCEPTED, AppealState.REJECTED])
async def test_a_decision_is_made_once(database: Database, state: AppealState) -> None:
    async with database.transaction() as tx:
        (row,) = await filed(tx, "buckets")
        await users.meet(tx, 8, "Admin", "uk", NOW)
        decided = await appeals.decide(tx, row.id, state, 8, after(5))
        assert decided == replace(row, state=state, decided_by=8, decided_at=after(5))
        assert await appeals.decide(tx, row.id, AppealState.REJECTED, 8, after(6)) is None
        assert await appeals.find(tx, row.id) == decided


async def test_deciding_on_nothing_is_told(database: Database) -> None:
    async with database.transaction() as tx:
        assert await appeals.decide(tx, 99, AppealState.ACCEPTED, None, NOW) is None


async def test_of_two_admins_at_once_one_decides(database: Database, replica: Database) -> None:
    async with database.transaction() as tx:
        (row,) = await filed(tx, "buckets")
    async with database.transaction() as tx:
        first = await appeals.decide(tx, row.id, AppealState.ACCEPTED, None, NOW)
    async with replica.transaction() as tx:
        second = await appeals.decide(tx, row.id, AppealState.REJECTED, None, NOW)
        (kept,) = await appeals.in_state(tx, AppealState.ACCEPTED)
    assert first == kept
    assert second is None


async def test_the_queue_goes_from_the_oldest_on_and_passes_over_what_is_decided(database: Database) -> None:
    async with database.transaction() as tx:
        one, two, three = await filed(tx, "one", "two", "three")
        await appeals.decide(tx, two.id, AppealState.REJECTED, None, NOW)
        assert await appeals.count_open(tx) == 2
        assert await appeals.next_open(tx) == one
        assert await appeals.next_open(tx, one.id) == three
        assert await appeals.next_open(tx, three.id) is None


async def test_appeals_of_a_person_are_those_of_all_his_interviews_and_of_no_other(database: Database) -> None:
    async with database.transaction() as tx:
        mine = await filed(tx, "one", "two")
        theirs = await filed(tx, "one", user=8)
        assert list(await appeals.of_person(tx, 7)) == mine
        assert list(await appeals.of_person(tx, 8)) == theirs


async def test_an_appeal_needs_its_interview(database: Database) -> None:
    with pytest.raises(StorageError):
        async with database.transaction() as tx:
            await appeals.file(tx, replace(NEW, session_id=99), NOW)
