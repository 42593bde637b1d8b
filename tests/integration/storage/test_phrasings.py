from dataclasses import replace

from storage import Database, phrasings, users
from storage.models import PhrasingState, PhrasingTarget
from tests.integration.storage.builders import NOW, after

NEW = phrasings.NewPhrasing(
    question_id="hashmap",
    target=PhrasingTarget.POINT,
    target_id="buckets",
    language="uk",
    phrasing="розкладає по кошиках",
)


async def test_a_proposal_waits_for_a_decision(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "uk", NOW)
        assert await phrasings.propose(tx, replace(NEW, user_id=7), NOW)
        (row,) = await phrasings.in_state(tx, PhrasingState.PROPOSED)
    assert (row.target, row.target_id, row.phrasing, row.user_id) == (NEW.target, "buckets", NEW.phrasing, 7)
    assert (row.proposed_at, row.decided_by, row.decided_at) == (NOW, None, None)


async def test_the_same_is_proposed_once_and_a_rejection_stands(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 8, "Admin", "uk", NOW)
        await phrasings.propose(tx, NEW, NOW)
        (row,) = await phrasings.in_state(tx, PhrasingState.PROPOSED)
        await phrasings.decide(tx, row.id, PhrasingState.REJECTED, 8, NOW)
        assert not await phrasings.propose(tx, NEW, NOW)
        assert await phrasings.in_state(tx, PhrasingState.PROPOSED) == ()


async def test_what_differs_in_any_part_is_another_phrasing(database: Database) -> None:
    variants = (
        NEW,
        replace(NEW, question_id="index"),
        replace(NEW, target=PhrasingTarget.FLAG),
        replace(NEW, target_id="hash"),
        replace(NEW, language="ru"),
        replace(NEW, phrasing="кошики"),
    )
    async with database.transaction() as tx:
        assert all([await phrasings.propose(tx, variant, NOW) for variant in variants])
        assert len(await phrasings.in_state(tx, PhrasingState.PROPOSED)) == len(variants)


async def test_a_decision_is_noted_and_can_be_changed(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 8, "Admin", "uk", NOW)
        await phrasings.propose(tx, NEW, NOW)
        (row,) = await phrasings.in_state(tx, PhrasingState.PROPOSED)
        for state, when in ((PhrasingState.REJECTED, after(1)), (PhrasingState.ACCEPTED, after(2))):
            assert await phrasings.decide(tx, row.id, state, 8, when)
        (accepted,) = await phrasings.in_state(tx, PhrasingState.ACCEPTED)
        assert await phrasings.in_state(tx, PhrasingState.REJECTED) == ()
    assert (accepted.decided_by, accepted.decided_at) == (8, after(2))


async def test_deciding_on_nothing_is_told(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 8, "Admin", "uk", NOW)
        assert not await phrasings.decide(tx, 99, PhrasingState.ACCEPTED, 8, NOW)


async def test_accepting_at_once_counts_whether_or_not_it_was_proposed(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 8, "Admin", "uk", NOW)
        await phrasings.propose(tx, NEW, NOW)
        await phrasings.accept(tx, NEW, 8, after(1))
        await phrasings.accept(tx, replace(NEW, phrasing="кошики"), None, after(2))
        first, second = await phrasings.in_state(tx, PhrasingState.ACCEPTED)
        assert await phrasings.in_state(tx, PhrasingState.PROPOSED) == ()
    assert (first.phrasing, first.proposed_at, first.decided_by, first.decided_at) == (NEW.phrasing, NOW, 8, after(1))
    assert (second.phrasing, second.proposed_at, second.decided_by) == ("кошики", after(2), None)


async def test_the_revision_grows_with_every_change_of_what_is_accepted(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 8, "Admin", "uk", NOW)
        assert await phrasings.revision(tx) == 0
        await phrasings.propose(tx, NEW, NOW)
        assert await phrasings.revision(tx) == 0
        await phrasings.accept(tx, NEW, 8, NOW)
        assert await phrasings.revision(tx) == 1
        (row,) = await phrasings.in_state(tx, PhrasingState.ACCEPTED)
        await phrasings.decide(tx, row.id, PhrasingState.REJECTED, 8, NOW)
        assert await phrasings.revision(tx) == 2
        assert not await phrasings.decide(tx, 99, PhrasingState.REJECTED, 8, NOW)
        assert await phrasings.revision(tx) == 2


async def test_other_processes_see_the_revision_once_it_is_committed(database: Database, replica: Database) -> None:
    async with database.transaction() as tx:
        await phrasings.accept(tx, NEW, None, NOW)
    async with replica.reading() as tx:
        assert await phrasings.revision(tx) == 1
