"""Appeals from the report to the decision, on the real bank, grader and databases."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.domain.messaging import Membership, OutMessage
from bot.rendering.appeals import LABEL_LENGTH
from bot.rendering.html import clip
from bot.services.outbox import Outbox
from storage import Database, appeals, phrasings, sessions
from storage.models import AppealState, PhrasingState
from storage.sessions import SessionRow
from tests.integration.services.driver import Visitor, open_desk

QUESTION = "container-vs-vm"
ANSWER = "A container shares the kernel of the host, and its image is only megabytes."
TOAST = "it pops up like bread out of a toaster"
BOAST = "Every container runs its own kernel, there is a kernel inside each container."
ADMIN = 99
FAST = "A container starts in about a second"


@dataclass
class Court:
    """A candidate with a report, and an admin, at desks of their own over one database."""

    candidate: Visitor
    admin: Visitor
    database: Database

    async def interview(self, *answers: str, who: Visitor | None = None, level: str = "junior") -> list[OutMessage]:
        """One question answered so, then stopped; the report."""
        person = who or self.candidate
        await person.order(f"interview {level} 1 containers")
        for answer in answers:
            await person.type(answer)
        return await person.order("stop")

    async def contest(self, text: str, words: str) -> list[OutMessage]:
        """Contest the verdict with that text by those words, on the way that the buttons lead."""
        await self.candidate.tap("I did say this")
        await self.candidate.press(first_button(self.candidate.heard[-1]))
        verdicts = self.candidate.heard[-1]
        number = next(line.split(".")[0].strip() for line in plain(verdicts).split("\n\n")[1:] if text in line)
        await self.candidate.tap(number)
        return await self.candidate.tap(words)

    async def decide(self, label: str) -> list[OutMessage]:
        """The admin opens the queue and presses that button; what is said to him and to the candidate."""
        self.admin.now = self.candidate.now
        await self.admin.order("admin")
        heard = await self.admin.tap(label)
        self.candidate.now = self.admin.now
        return heard

    async def last_session(self) -> SessionRow:
        async with self.database.reading() as tx:
            return (await sessions.history(tx, self.candidate.id, 1))[0]

    async def filed(self) -> tuple[appeals.AppealRow, ...]:
        async with self.database.reading() as tx:
            return await appeals.of_person(tx, self.candidate.id)


def assemble(database: Database, replica: Database) -> Court:
    outbox = Outbox(database)
    candidate = Visitor(open_desk(database, ADMIN, only=QUESTION), outbox)
    admin = Visitor(open_desk(replica, ADMIN, only=QUESTION), outbox, id=ADMIN)
    return Court(candidate, admin, database)


@pytest.fixture
async def court(sqlite_url: str) -> AsyncIterator[Court]:
    database, replica = Database(sqlite_url), Database(sqlite_url)
    yield assemble(database, replica)
    await database.dispose()
    await replica.dispose()


@pytest.fixture
def any_court(database: Database, replica: Database) -> Court:
    """On each kind of database, for what depends on it."""
    return assemble(database, replica)


def plain(message: OutMessage) -> str:
    return message.html.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def first_button(message: OutMessage) -> str:
    return message.buttons[0][0].data


def whole(messages: list[OutMessage]) -> str:
    return "\n".join(plain(message) for message in messages)


async def test_an_appeal_is_shown_on_every_later_report_and_changes_no_mark(any_court: Court) -> None:
    before = await any_court.interview(ANSWER, TOAST)
    (filed,) = await any_court.contest(FAST, TOAST)
    assert TOAST in filed.html
    assert "Your appeal is filed" in filed.html
    mark = (await any_court.last_session()).score
    for _ in range(2):
        report = whole(await any_court.candidate.order("report"))
        assert f"Appealed with “{TOAST}”; not decided yet" in report
        assert f"✗ {FAST}" in report
    assert (await any_court.last_session()).score == mark
    assert "Appealed" not in whole(before)


async def test_the_words_are_kept_with_the_turn_in_which_they_were_said(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, TOAST)
    (row,) = await court.filed()
    assert (row.question_id, row.target_id, row.quote, row.turn_number) == (QUESTION, "fast-start", TOAST, 2)


@pytest.mark.parametrize(("typed", "turn"), [("Pops up like  BREAD", 2), ("I said it boots in a second", None)])
async def test_words_can_be_typed_and_it_is_known_whether_they_were_said(
    court: Court, typed: str, turn: int | None
) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, "Type the words")
    (filed,) = await court.candidate.type(typed)
    assert "filed" in filed.html
    (row,) = await court.filed()
    assert (row.quote, row.turn_number) == (typed, turn)
    (idle,) = await court.candidate.type("and now something else")
    assert "filed" not in idle.html


async def test_a_command_or_button_calls_typing_off(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, "Type the words")
    await court.candidate.order("help")
    await court.candidate.type(TOAST)
    await court.contest(FAST, "Type the words")
    await court.candidate.press("report:999")
    await court.candidate.type(TOAST)
    assert not await court.filed()


async def test_typed_words_do_not_go_to_the_interview_that_is_open(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.candidate.order("interview junior 1 containers")
    await court.contest(FAST, "Type the words")
    (filed,) = await court.candidate.type(TOAST)
    assert "filed" in filed.html
    again = await court.candidate.type(ANSWER)
    assert any("?" in message.html for message in again), "the interview goes on where it was"


async def test_choosing_goes_back_in_place_and_the_report_is_never_edited(court: Court) -> None:
    await court.interview(ANSWER)
    (questions,) = await court.candidate.tap("I did say this")
    assert questions.edits is None
    (verdicts,) = await court.candidate.press(first_button(questions))
    assert verdicts.edits is not None
    (again,) = await court.candidate.tap("‹ Back")
    assert (again.html, again.edits is not None) == (questions.html, True)


async def test_a_verdict_is_contested_once(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, TOAST)
    used = next(
        button.data
        for message in court.candidate.heard
        for row in message.buttons
        for button in row
        if button.label == TOAST
    )
    assert not await court.candidate.press(used)
    assert court.candidate.receipt.notice
    assert len(await court.filed()) == 1


@pytest.mark.parametrize("data", ["appeal:1:1:p00000000", "appeal:1:7", "appeal:1:1:p00000000:3", "appeal:999"])
async def test_a_button_that_leads_nowhere_only_says_so(court: Court, data: str) -> None:
    await court.interview(ANSWER)
    assert not await court.candidate.press(data)
    assert court.candidate.receipt.notice


async def test_nobody_contests_somebody_elses_report(court: Court) -> None:
    await court.interview(ANSWER)
    assert not await court.admin.press(f"appeal:{(await court.last_session()).id}")
    assert court.admin.receipt.notice


async def test_accepting_makes_the_point_a_stated_one_and_tells_the_candidate(any_court: Court) -> None:
    await any_court.interview(ANSWER, TOAST)
    before = (await any_court.last_session()).score
    await any_court.contest(FAST, TOAST)
    any_court.admin.now = any_court.candidate.now
    (case,) = await any_court.admin.order("admin")
    assert all(part in plain(case) for part in (FAST, TOAST, "waiting: 1", "Containers and virtual machines"))
    heard = await any_court.admin.tap("Accept")
    assert any("No appeal is waiting" in message.html for message in heard)
    assert any("Your appeal was accepted" in message.html for message in heard), "told on the fast path"
    any_court.candidate.now = any_court.admin.now
    report = whole(await any_court.candidate.order("report"))
    assert f"✓ {FAST}" in report
    assert f"(on appeal)\n“{TOAST}”" in report
    after = (await any_court.last_session()).score
    assert before is not None
    assert after is not None
    assert after > before


async def test_rejecting_leaves_the_verdict_and_tells_the_candidate(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    before = (await court.last_session()).score
    await court.contest(FAST, TOAST)
    heard = await court.decide("Reject")
    assert any("not accepted" in message.html for message in heard)
    assert f"Appealed with “{TOAST}”; not accepted." in whole(await court.candidate.order("report"))
    assert (await court.last_session()).score == before


async def test_a_wrong_claim_is_cleared_on_appeal_and_costs_nothing_any_more(court: Court) -> None:
    report = whole(await court.interview(ANSWER, BOAST, "Yes, I am sure of that."))
    assert "⚠ Wrong: Every container runs its own kernel." in report
    before = (await court.last_session()).score
    await court.contest("Every container runs its own kernel", clip(ANSWER, LABEL_LENGTH))
    await court.decide("Accept")
    after = (await court.last_session()).score
    assert "Not held against you, on appeal: Every container runs" in whole(await court.candidate.order("report"))
    assert before is not None
    assert after is not None
    assert after > before


async def test_an_accepted_phrasing_counts_at_once_for_everyone_in_every_process(any_court: Court) -> None:
    elsewhere = any_court.admin.desk
    before = Visitor(elsewhere, any_court.admin.outbox, id=12)
    assert f"✓ {FAST}" not in whole(await any_court.interview(ANSWER, TOAST, who=before))
    await any_court.interview(ANSWER, TOAST)
    await any_court.contest(FAST, TOAST)
    any_court.admin.desk = any_court.candidate.desk
    await any_court.decide("Accept as phrasing")
    after = Visitor(elsewhere, any_court.admin.outbox, id=13)
    assert f"✓ {FAST}" in whole(await any_court.interview(ANSWER, f"Well, {TOAST}!", who=after))


async def test_a_long_answer_is_not_offered_as_a_phrasing(court: Court) -> None:
    long = "I kept talking about toasters and bread for a while. " * 6
    await court.interview(ANSWER, long)
    await court.contest(FAST, "Type the words")
    await court.candidate.type(long)
    (case,) = await court.admin.order("admin")
    assert labels(case) == ["Accept", "Reject", "Next"]
    assert "as-phrasing" in case.html


async def test_the_queue_is_gone_through_with_next_and_begins_anew(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, TOAST)
    await court.contest("Every virtual machine runs a full guest", TOAST)
    (one,) = await court.admin.order("admin")
    (two,) = await court.admin.tap("Next")
    (again,) = await court.admin.tap("Next")
    assert FAST in one.html
    assert FAST not in two.html
    assert plain(again) == plain(one)


async def test_only_admins_have_the_command_and_the_buttons(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, TOAST)
    (row,) = await court.filed()
    (unknown,) = await court.candidate.order("frobnicate")
    (said,) = await court.candidate.order("admin")
    assert said == unknown
    assert not await court.candidate.press(f"judge:{row.id}:accept")
    assert court.candidate.receipt.notice
    assert (await court.filed())[0].state is AppealState.OPEN


async def test_an_appeal_is_decided_once(any_court: Court) -> None:
    await any_court.interview(ANSWER, TOAST)
    await any_court.contest(FAST, TOAST)
    (row,) = await any_court.filed()
    await any_court.admin.press(f"judge:{row.id}:reject")
    first = any_court.admin.receipt.notice
    heard = await any_court.admin.press(f"judge:{row.id}:accept")
    assert any_court.admin.receipt.notice != first
    assert not any("accepted" in message.html for message in heard)
    assert (await any_court.filed())[0].state is AppealState.REJECTED


async def test_who_shut_the_bot_out_is_not_written_to(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, TOAST)
    await court.candidate.send(Membership.BLOCKED)
    heard = await court.decide("Accept")
    assert [message.html for message in heard] == ["No appeal is waiting."]


async def test_appeals_are_in_the_data_and_go_with_the_person_but_for_the_phrasing(any_court: Court) -> None:
    await any_court.interview(ANSWER, TOAST)
    await any_court.contest(FAST, TOAST)
    await any_court.decide("Accept as phrasing")
    (data,) = await any_court.candidate.order("mydata")
    assert data.document is not None
    assert json.loads(data.document.content)["appeals"][0]["quote"] == TOAST
    await any_court.candidate.press("forget:yes")
    assert not await any_court.filed()
    async with any_court.database.reading() as tx:
        (kept,) = await phrasings.in_state(tx, PhrasingState.ACCEPTED)
    assert (kept.phrasing, kept.user_id) == (TOAST, None)


async def test_what_was_erased_can_no_longer_be_decided(court: Court) -> None:
    await court.interview(ANSWER, TOAST)
    await court.contest(FAST, TOAST)
    await court.admin.order("admin")
    await court.candidate.press("forget:yes")
    heard = await court.admin.tap("Accept")
    assert "No appeal is waiting" in heard[-1].html
