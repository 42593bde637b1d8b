"""A changed bank while people are interviewed: new interviews get it, those under way keep theirs."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.bank import load_bank
from bot.bank.watch import Watch
from bot.bank.writer import write_bank
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question, RubricPoint, Topic
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from bot.i18n import Texts
from bot.observability import Metrics
from bot.services.conversation import Conversation
from bot.services.desk import Desk
from bot.services.editions import KEPT, Editions
from bot.services.outbox import Outbox
from bot.workers.crew import reloader
from storage import Database
from tests.integration.services.driver import NOON, Visitor

TEXTS = Texts.load(strict=True)
TOPICS = {"caching": Topic("caching", {Language.EN: "Caching"})}
GRADER = RubricGrader()


def question(name: str, prompt: str) -> Question:
    point = RubricPoint("keeps", f"A {name} keeps entries that are read often.", Level.JUNIOR)
    return Question(name, Language.EN, "caching", name.capitalize(), prompt, (point,))


def bank(*questions: Question) -> Bank:
    return Bank({(each.id, each.language): each for each in questions}, TOPICS)


OLD = bank(question("cache", "What is an old cache?"), question("queue", "What is an old queue?"))
NEW = bank(question("stack", "What is a new stack?"))


def editions(first: Bank = OLD) -> Editions:
    return Editions(first, lambda each: Conversation(each, Interviewer(each, GRADER)))


def visitor(database: Database, shelf: Editions, number: int = 7) -> Visitor:
    return Visitor(Desk(database, shelf, TEXTS), Outbox(database), id=number)


async def asked(guest: Visitor, line: str) -> str:
    """All that is said to a command, or to an answer."""
    said = await (guest.order(line) if line.startswith("interview") else guest.type(line))
    return "\n".join(message.html for message in said)


async def test_an_interview_goes_on_with_the_bank_it_was_begun_with(database: Database) -> None:
    shelf = editions()
    guest = visitor(database, shelf)
    assert "old" in await asked(guest, "interview caching junior 2")
    shelf.take_up(NEW, guest.now)
    following = ""
    for _ in range(6):
        following += await asked(guest, "I do not know")
    assert "What is an old" in following
    assert "new stack" not in following
    assert "2 of 2 questions asked" in following


async def test_an_interview_begun_after_the_change_gets_the_new_bank(database: Database) -> None:
    shelf = editions()
    early, late = visitor(database, shelf), visitor(database, shelf, 8)
    assert "old" in await asked(early, "interview caching junior 1")
    shelf.take_up(NEW, early.now)
    late.now = early.now + timedelta(minutes=1)
    assert "What is a new stack?" in await asked(late, "interview caching junior 1")
    assert "old" in "\n".join(message.html for message in await early.order("repeat"))


async def test_the_same_person_gets_the_new_bank_in_the_next_interview(database: Database) -> None:
    shelf = editions()
    guest = visitor(database, shelf)
    await asked(guest, "interview caching junior 1")
    shelf.take_up(NEW, guest.now)
    await guest.order("stop")
    guest.now += timedelta(minutes=1)
    assert "What is a new stack?" in await asked(guest, "interview caching junior 1")


async def test_silence_is_met_in_the_edition_of_the_interview(database: Database) -> None:
    shelf = editions()
    guest = visitor(database, shelf)
    await asked(guest, "interview caching junior 1")
    shelf.take_up(NEW, guest.now)
    guest.now += timedelta(hours=1)
    await guest.desk.wake(guest.now, 10)
    said = "\n".join(message.html for message in await guest.read())
    assert said
    assert "new stack" not in said


async def test_after_a_restart_the_interview_goes_on_with_the_bank_there_is(database: Database) -> None:
    before = visitor(database, editions())
    await asked(before, "interview caching junior 1")
    again = visitor(database, editions(bank(*OLD.questions.values(), *NEW.questions.values())))
    again.updates, again.now = before.updates, before.now
    assert "old" in "\n".join(message.html for message in await again.order("repeat"))


@pytest.mark.parametrize("hours", [0, 1, KEPT + 5])
def test_each_time_has_the_edition_in_force_then(hours: int) -> None:
    shelf = editions()
    first = shelf.of(NOON)
    for hour in range(1, hours + 1):
        shelf.take_up(NEW, NOON + timedelta(hours=hour))

    def at(hour: int) -> Conversation:
        return shelf.of(NOON + timedelta(hours=hour))

    distinct = {id(at(hour)) for hour in range(hours + 1)}
    assert len(distinct) == min(hours + 1, KEPT)
    assert at(hours) is shelf.of(datetime.max.replace(tzinfo=NOON.tzinfo))
    assert (at(0) is first) == (hours < KEPT)


def test_editions_share_the_questions_that_did_not_change() -> None:
    taken: list[Bank] = []

    def converse(each: Bank) -> Conversation:
        taken.append(each)
        return Conversation(each, Interviewer(each, GRADER))

    shelf = Editions(OLD, converse)
    changed = question("queue", "What is a changed queue?")
    same = replace(OLD.questions["cache", Language.EN])
    shelf.take_up(bank(same, changed), NOON)
    before, after = taken
    assert after.questions["cache", Language.EN] is before.questions["cache", Language.EN]
    assert after.questions["queue", Language.EN] is changed


async def test_from_the_file_to_the_interview(database: Database, tmp_path: Path) -> None:
    write_bank(OLD, tmp_path / "bank")
    shelf, watch = editions(load_bank([tmp_path / "bank"])), Watch([tmp_path / "bank"])
    guest, late = visitor(database, shelf), visitor(database, shelf, 8)
    worker = reloader(watch.look, shelf.take_up, lambda: guest.now, Metrics())
    assert "old" in await asked(guest, "interview caching junior 1")

    write_bank(NEW, tmp_path / "bank")
    for _ in range(2):
        await worker.work()
    late.now = guest.now + timedelta(minutes=1)
    assert "What is a new stack?" in await asked(late, "interview caching junior 1")

    (tmp_path / "bank" / "topics.yaml").write_text("[")
    for _ in range(2):
        await worker.work()
    later = visitor(database, shelf, 9)
    later.now = late.now
    assert "What is a new stack?" in await asked(later, "interview caching junior 1")
    assert "old" in "\n".join(message.html for message in await guest.order("repeat"))
