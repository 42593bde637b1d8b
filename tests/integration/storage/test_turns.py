import pytest

from storage import Database, StorageError, sessions, turns
from storage.models import SessionStatus
from tests.integration.storage.builders import GROUP, NOW, after, candidate

VERDICT = {"score": 3.5, "points": [{"id": "buckets", "status": "stated", "evidence": [[0, 7]]}], "flags": []}


def exchange(session: int, number: int, question: str | None = "hashmap", answer: str = "Бакети.") -> turns.TurnRow:
    return turns.TurnRow(
        session_id=session,
        number=number,
        kind="answer",
        asked="How does it find a key?",
        answer=answer,
        at=after(number),
        question_id=question,
        question_number=1,
        message_id=2**40,
        verdict=VERDICT,
    )


async def test_turns_come_back_as_they_were_in_order(database: Database) -> None:
    async with database.transaction() as tx:
        session = (await candidate(tx)).id
        told = tuple(exchange(session, number) for number in (1, 2, 3))
        for turn in reversed(told):
            await turns.append(tx, turn)
        assert await turns.of_session(tx, session) == told


async def test_a_turn_without_verdict_has_none(database: Database) -> None:
    async with database.transaction() as tx:
        session = (await candidate(tx)).id
        await turns.append(tx, turns.TurnRow(session_id=session, number=1, kind="hint", asked="", answer="", at=NOW))
        (turn,) = await turns.of_session(tx, session)
    assert (turn.verdict, turn.question_id, turn.message_id) == (None, None, None)


async def test_a_number_is_taken_once(database: Database) -> None:
    async with database.transaction() as tx:
        session = (await candidate(tx)).id
        await turns.append(tx, exchange(session, 1))
    with pytest.raises(StorageError, match=r"(?i)unique"):
        async with database.transaction() as tx:
            await turns.append(tx, exchange(session, 1))


@pytest.mark.parametrize("answer", ["я" * 4096, "🦊" * 2048, "<b>&lt;</b> %s {} '; DROP TABLE turns; --", "\x00", ""])
async def test_whatever_was_written_is_kept_letter_by_letter(database: Database, answer: str) -> None:
    async with database.transaction() as tx:
        session = (await candidate(tx)).id
        await turns.append(tx, exchange(session, 1, answer=answer))
        (turn,) = await turns.of_session(tx, session)
    assert turn.answer == answer.replace("\x00", "\ufffd")


async def test_questions_asked_are_the_persons_of_all_interviews_each_once(database: Database) -> None:
    async with database.transaction() as tx:
        first = await candidate(tx)
        for number, question in enumerate(["hashmap", "index", None, "hashmap"], 1):
            await turns.append(tx, exchange(first.id, number, question))
        await sessions.save(tx, first, NOW, status=SessionStatus.FINISHED)
        in_group = await candidate(tx, 7, GROUP)
        await turns.append(tx, exchange(in_group.id, 1, "mutex"))
        other = await candidate(tx, 8)
        await turns.append(tx, exchange(other.id, 1, "paging"))
        assert await turns.questions_asked(tx, 7) == ("index", "hashmap", "mutex")
