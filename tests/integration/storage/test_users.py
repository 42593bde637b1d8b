import json
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from storage import (
    Database,
    Transaction,
    appeals,
    chats,
    complaints,
    games,
    memories,
    opinions,
    outbox,
    phrasings,
    pushes,
    schedules,
    sessions,
    timers,
    turns,
    users,
)
from storage.models import Appeal, AppealState, Base, Phrasing, PhrasingState, PhrasingTarget, QuestionFlag
from tests.integration.storage.builders import GROUP, NOW, after, candidate

IMPERSONAL = {"processed_updates", "revisions", "spending"}
"""Tables that hold nothing of a person's; a new table belongs here or must refer to its person."""


def proposal(user: int, phrasing: str) -> phrasings.NewPhrasing:
    return phrasings.NewPhrasing(
        question_id="hashmap",
        target=PhrasingTarget.POINT,
        target_id="buckets",
        language="uk",
        phrasing=phrasing,
        user_id=user,
    )


def contested(session: int) -> appeals.NewAppeal:
    return appeals.NewAppeal(
        session_id=session,
        question_id="hashmap",
        target=PhrasingTarget.POINT,
        target_id="buckets",
        language="uk",
        quote="said so",
    )


async def question_of_the_day(tx: Transaction, session: sessions.SessionRow) -> None:
    """A daily question that the person was asked and answered."""
    day = NOW.date() + timedelta(days=session.user_id)
    push = pushes.NewPush(user_id=session.user_id, chat_id=session.chat_id, day=day, due_at=NOW)
    assert await pushes.plan(tx, [push], NOW) == 1
    found = await pushes.of_day(tx, session.chat_id, day)
    assert found is not None
    await pushes.answer(tx, found.id, session.user_id, session.id, {"1": {"text": "A pod"}})


async def played(tx: Transaction, user: int) -> None:
    """A game of the person's own, in which he scored and found fault with a question."""
    game = await games.create(tx, games.NewGame(chat_id=user, language="uk", state="{}"), NOW)
    await games.join(tx, game.id, user, starter=True)
    score = games.ScoreRow(
        game_id=game.id,
        round=1,
        user_id=user,
        chat_id=user,
        question_id="hashmap",
        points=1,
        bonus=0,
        flags=0,
        stated=1,
        possible=2,
    )
    await games.put_scores(tx, [score], NOW)
    await games.vote(tx, f"poll of {user}", user, [1], NOW)
    complaint = complaints.NewComplaint(
        game_id=game.id, round=1, user_id=user, question_id="hashmap", reason="ambiguous"
    )
    assert await complaints.file(tx, complaint, NOW)


async def fill(tx: Transaction, user: int) -> None:
    """At least one row of the person's in every table that can hold one, in private and in a group."""
    for place in (user, GROUP):
        session = await candidate(tx, user, place)
        turn = turns.TurnRow(
            session_id=session.id, number=1, kind="answer", asked="Why?", answer=f"said by {user}", at=NOW
        )
        await turns.append(tx, turn)
        await appeals.file(tx, contested(session.id), NOW)
        about = outbox.NewMessage(chat_id=place, session_id=session.id, payload={"html": f"quoting {user}"})
        await outbox.enqueue(tx, about, NOW)
        await timers.arm(tx, timers.NewTimer(key=f"{place}:{user}", kind="wait", due_at=NOW, session_id=session.id))
        await schedules.put(tx, schedules.ScheduleRow(user_id=user, chat_id=place, zone="Europe/Kyiv", at=time(9)), NOW)
        await question_of_the_day(tx, session)
    await outbox.enqueue(tx, outbox.NewMessage(chat_id=GROUP, user_id=user, payload={"html": f"about {user}"}), NOW)
    await outbox.enqueue(tx, outbox.NewMessage(chat_id=user, payload={"html": f"to {user}"}), NOW)
    await phrasings.propose(tx, proposal(user, f"phrase of {user}"), NOW)
    await played(tx, user)
    await memories.put(tx, user, {("hashmap", "buckets"): {"reps": user}})
    await opinions.keep(tx, f"key of {user}", user, {"quote": f"said by {user}"}, NOW)


async def everything(tx: Transaction) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [dict(row) for row in (await tx.execute(select(table).order_by(*table.primary_key))).mappings()]
        for table in Base.metadata.sorted_tables
    }


async def test_a_person_is_met_once(database: Database) -> None:
    async with database.transaction() as tx:
        first = await users.meet(tx, 7, "Ann", "en", NOW)
        again = await users.meet(tx, 7, "Ann B.", "uk", after(60))
    assert (first.name, first.language, first.level, first.settings, first.blocked_at) == ("Ann", "en", None, {}, None)
    assert (again.name, again.language) == ("Ann B.", "en")
    assert (again.created_at, again.seen_at) == (NOW, after(60))


async def test_meeting_somebody_again_means_that_he_can_be_reached(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
        await users.change(tx, 7, blocked_at=NOW)
        assert (await users.meet(tx, 7, "Ann", "en", after(60))).blocked_at is None


async def test_choices_are_kept(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
        await users.change(tx, 7, language="ru", level=3, settings={"mode": "training"})
        person = await users.find(tx, 7)
    assert person is not None
    assert (person.language, person.level, person.settings) == ("ru", 3, {"mode": "training"})


async def test_large_numbers_and_odd_characters_of_the_messenger_fit(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 2**52 - 1, "Аня 🦊\x00\ud800", "en", NOW)
        person = await users.find(tx, 2**52 - 1)
    assert person is not None
    assert person.name == "Аня 🦊\ufffd\ufffd"


def test_every_table_is_somebodys_or_known_to_be_impersonal() -> None:
    personal = {table.name for table in Base.metadata.sorted_tables if users._owned(table, 7) is not None}
    assert personal == set(Base.metadata.tables) - IMPERSONAL


def test_every_column_that_names_a_person_or_his_interview_is_a_foreign_key() -> None:
    unlinked = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name in {"user_id", "session_id", "chat_id", "decided_by"} and not column.foreign_keys
    }
    assert unlinked == set()


async def test_export_shows_every_row_of_the_person_and_of_no_other(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 7)
        alone = await everything(tx)
        await fill(tx, 8)
        shown = await users.export(tx, 7)
    # The group is everybody's, the rest of what there was with one person in the database is that person's.
    alone["chats"] = [row for row in alone["chats"] if row["id"] != GROUP]
    assert set(shown) == set(Base.metadata.tables) - IMPERSONAL
    assert {name: len(rows) for name, rows in shown.items()} == {
        name: len(rows) for name, rows in alone.items() if name not in IMPERSONAL
    }


async def test_of_what_somebody_decided_for_others_the_words_are_not_his(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 7)
        await fill(tx, 8)
        for table in (Appeal, Phrasing, QuestionFlag):
            await tx.execute(update(table).values(decided_by=8))
        shown = await users.export(tx, 8)
    for name in ("appeals", "phrasings", "question_flags"):
        decided = {frozenset(row) for row in shown[name]} - {frozenset(Base.metadata.tables[name].c.keys())}
        assert decided == {frozenset(("id", "decided_by", "decided_at", "state"))}, name


async def test_export_is_json(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 7)
        shown = json.loads(json.dumps(await users.export(tx, 7), ensure_ascii=False))
    assert shown["users"][0]["created_at"] == "2026-03-01T09:00:00+00:00"
    assert shown["turns"][0]["answer"] == "said by 7"
    assert shown["sessions"][0]["status"] == "running"


async def test_somebody_unknown_has_nothing_to_export(database: Database) -> None:
    async with database.reading() as tx:
        assert await users.export(tx, 7) == {}


async def test_erasing_leaves_exactly_what_there_was_without_the_person(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 8)
        before = await everything(tx)
        await fill(tx, 7)
        await users.erase(tx, 7)
        assert await users.export(tx, 7) == {}
        assert await everything(tx) == before


async def test_an_accepted_phrasing_stays_without_the_name(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 7, "Ann", "en", NOW)
        await users.meet(tx, 8, "Admin", "en", NOW)
        for phrasing in ("good", "undecided"):
            await phrasings.propose(tx, proposal(7, phrasing), NOW)
        good, _ = await phrasings.in_state(tx, PhrasingState.PROPOSED)
        await phrasings.decide(tx, good.id, PhrasingState.ACCEPTED, 8, NOW)
        await users.erase(tx, 7)
        await users.erase(tx, 8)
        assert await phrasings.in_state(tx, PhrasingState.PROPOSED) == ()
        (kept,) = await phrasings.in_state(tx, PhrasingState.ACCEPTED)
    assert (kept.phrasing, kept.user_id, kept.decided_by) == ("good", None, None)


async def test_decisions_on_what_others_wrote_stay_without_the_name(database: Database) -> None:
    async with database.transaction() as tx:
        await users.meet(tx, 8, "Admin", "en", NOW)
        session = await candidate(tx)
        await appeals.file(tx, contested(session.id), NOW)
        (row,) = await appeals.of_session(tx, session.id)
        await appeals.decide(tx, row.id, AppealState.ACCEPTED, 8, NOW)
        await users.erase(tx, 8)
        kept = await appeals.find(tx, row.id)
        assert await users.export(tx, 8) == {}
    assert kept is not None
    assert (kept.state, kept.decided_by) == (AppealState.ACCEPTED, None)


async def test_a_message_being_sent_while_its_person_is_erased_is_forgotten(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 7)
        claimed = await outbox.claim(tx, NOW, 10)
        await users.erase(tx, 7)
        assert [await outbox.begin(tx, row.ticket, NOW) for row in claimed] == [False] * len(claimed)
        await outbox.sent(tx, claimed[0].ticket, NOW, 1)


async def test_the_erased_can_begin_anew(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 7)
        await users.erase(tx, 7)
        session = await candidate(tx)
        assert await sessions.history(tx, 7, 10) == (session,)


def content(sqlite_url: str) -> bytes:
    return Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()


@pytest.mark.parametrize("erased", [False, True])
async def test_erased_words_are_gone_from_the_file_too(sqlite_url: str, erased: bool) -> None:
    database = Database(sqlite_url)
    async with database.transaction() as tx:
        await fill(tx, 7)
    if erased:
        async with database.transaction() as tx:
            await users.erase(tx, 7)
    await database.dispose()
    assert (b"said by 7" in content(sqlite_url)) is not erased


async def test_the_group_stays_when_a_member_is_erased(database: Database) -> None:
    async with database.transaction() as tx:
        await fill(tx, 7)
        await users.erase(tx, 7)
        assert await chats.find(tx, GROUP) is not None
        assert await chats.find(tx, 7) is None
