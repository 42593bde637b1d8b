"""What a person can do, on the real bank, grader, engine and databases."""

import json

import pytest

from bot.domain.dialogue import Medium, Mode, Temper
from bot.domain.messaging import Membership, Moved, OutMessage, Typed
from bot.services import reports
from bot.services.codec import load_state
from bot.services.outbox import Outbox
from storage import Database, chats, sessions, turns
from storage.models import SessionStatus
from tests.integration.services.driver import Visitor, open_desk

STRONG = (
    "Containers share the host kernel and are just isolated processes, a VM boots a full guest OS with its own kernel "
    "on a hypervisor, so containers start in a second and images are small."
)


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


async def begin(visitor: Visitor, words: str = "containers middle 3") -> list[OutMessage]:
    return await visitor.order(f"interview {words}")


async def test_a_stranger_reaches_the_first_question_in_four_taps(visitor: Visitor) -> None:
    (greeting,) = await visitor.order("start")
    assert "Start an interview" in labels(greeting)
    await visitor.tap("Start an interview")
    await visitor.tap("All topics")
    await visitor.tap("Middle")
    said = await visitor.tap("3")
    assert "?" in said[-1].html
    assert "Hint" in labels(said[-1])


async def test_words_in_any_order_and_language_begin_at_once(visitor: Visitor) -> None:
    said = await begin(visitor, "5 мидл контейнеры укр")
    assert any("?" in message.html for message in said)
    assert set("їіє") & set(said[-1].html.lower()), "the interview is in Ukrainian"


async def test_a_topic_nobody_knows_is_answered_with_suggestions_and_keeps_the_rest(visitor: Visitor) -> None:
    (said,) = await begin(visitor, "kuberflow middle 3")
    assert "kuberflow" in said.html
    assert labels(said)
    said_next = await visitor.press("pick:topic:containers")
    assert any("?" in message.html for message in said_next)


async def test_the_mode_is_changed_on_the_way_and_the_choices_stand(visitor: Visitor) -> None:
    (asked,) = await begin(visitor, "containers middle")
    assert "Training instead" in labels(asked)
    (asked,) = await visitor.press("pick:mode:training")
    assert "After every question" in asked.html
    said = await visitor.press("pick:count:3")
    assert any("?" in message.html for message in said)


async def test_a_typed_topic_is_escaped(visitor: Visitor) -> None:
    (said,) = await begin(visitor, "<b>zzqqxx</b>")
    assert "<b>zzqqxx" not in said.html


async def test_an_interview_goes_from_greeting_to_report(visitor: Visitor) -> None:
    await begin(visitor)
    for _ in range(40):
        said = await visitor.type(STRONG)
        if "New interview" in labels(said[-1]):
            break
    assert "New interview" in labels(said[-1])
    (report, *_) = await visitor.order("report")
    assert report.html
    (history,) = await visitor.order("history")
    assert any(data.startswith("report:") for data in _data(history))


@pytest.mark.parametrize("drawn", [True, False])
async def test_a_picture_comes_after_the_summary_where_pictures_can_be_drawn(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, drawn: bool
) -> None:
    monkeypatch.setattr(reports, "can_draw", lambda: drawn)
    await begin(visitor)
    await visitor.type(STRONG)
    _farewell, summary, *rest = await visitor.order("stop")
    assert "Report" in summary.html
    assert [message.chart is not None for message in rest] == [drawn] * drawn + [False] * (len(rest) - drawn)
    assert "New interview" in labels(rest[-1])


async def test_the_transcript_comes_as_two_files_and_goes_with_forget(visitor: Visitor) -> None:
    await begin(visitor)
    await visitor.type(f"{STRONG} <script>")
    await visitor.order("stop")
    page, notes = await visitor.tap("Transcript")
    assert page.document is not None
    assert notes.document is not None
    assert (page.document.name, notes.document.name) == ("interview-2026-05-04.html", "interview-2026-05-04.md")
    assert "Containers share the host kernel" in page.document.content
    assert "<script>" not in page.document.content
    assert "Containers share the host kernel" in notes.document.content


async def test_a_strong_answer_is_shown_to_closed_questions_alone(visitor: Visitor) -> None:
    await begin(visitor)
    await visitor.tap("Skip")
    await visitor.order("stop")
    (menu,) = await visitor.tap("Strong answer")
    assert [data for data in _data(menu) if data.startswith("strong:")] == ["strong:1:1"]
    (answer,) = await visitor.press("strong:1:1")
    assert "A strong answer" in answer.html
    assert not await visitor.press("strong:1:2")
    assert visitor.receipt.notice


@pytest.mark.parametrize("data", ["transcript:999", "strong:999:-", "strong:999:1"])
async def test_files_and_answers_of_somebody_elses_interview_are_not_shown(visitor: Visitor, data: str) -> None:
    assert not await visitor.press(data)
    assert visitor.receipt.notice


async def test_every_turn_is_stored_in_order(visitor: Visitor, database: Database) -> None:
    await begin(visitor)
    answers = [f"{STRONG} Answer number {number}." for number in range(4)]
    for answer in answers:
        await visitor.type(answer)
    async with database.reading() as tx:
        (session,) = await sessions.history(tx, visitor.id, 5)
        stored = await turns.of_session(tx, session.id)
    assert [turn.answer for turn in stored if turn.answer in answers] == answers
    assert [turn.number for turn in stored] == sorted(turn.number for turn in stored)
    assert stored[1].verdict


async def test_a_repeated_delivery_changes_nothing(visitor: Visitor) -> None:
    await begin(visitor)
    first = await visitor.send(Typed(STRONG, 50), update=900_001)
    again = await visitor.send(Typed(STRONG, 50), update=900_001)
    assert first
    assert not again
    assert visitor.receipt.duplicate


async def test_stopping_gives_the_report_and_resuming_goes_on(visitor: Visitor) -> None:
    await begin(visitor)
    await visitor.type(STRONG)
    stopped = await visitor.order("stop")
    assert "New interview" in labels(stopped[-1])
    resumed = await visitor.order("resume")
    assert any("?" in message.html for message in resumed)


async def test_a_second_interview_asks_what_to_do_with_the_open_one(visitor: Visitor, database: Database) -> None:
    await begin(visitor)
    (said,) = await begin(visitor, "databases junior 3")
    assert labels(said) == ["Go on", "New interview"]
    said_next = await visitor.tap("New interview")
    assert any("?" in message.html for message in said_next)
    async with database.reading() as tx:
        newest, oldest = await sessions.history(tx, visitor.id, 5)
    assert (newest.topics, newest.status) == (("databases",), SessionStatus.RUNNING)
    assert oldest.status is SessionStatus.STOPPED


@pytest.mark.parametrize("command", ["hint", "skip", "repeat"])
async def test_commands_of_an_interview_work_by_command_and_say_so_without_one(visitor: Visitor, command: str) -> None:
    (idle,) = await visitor.order(command)
    await begin(visitor)
    said = await visitor.order(command)
    assert said
    assert said[0].html != idle.html


async def test_a_button_of_an_old_question_only_says_so(visitor: Visitor) -> None:
    await begin(visitor)
    assert not await visitor.press("i:999999:1:skip")
    assert visitor.receipt.notice


async def test_a_forged_button_only_says_so(visitor: Visitor) -> None:
    assert not await visitor.press("pick:level:admin")
    assert visitor.receipt.notice


async def test_the_second_of_two_taps_on_a_button_does_nothing(visitor: Visitor) -> None:
    await begin(visitor)
    first = await visitor.tap("Skip")
    second = await visitor.press(_find(visitor, "Skip", before=len(first)))
    assert first
    assert not second
    assert visitor.receipt.notice


async def test_language_and_settings_are_kept(visitor: Visitor) -> None:
    await visitor.order("language")
    (said,) = await visitor.tap("Українська")
    assert set("їіє") & set(said.html.lower())
    await visitor.order("settings")
    await visitor.tap("Хто питає")
    await visitor.tap("Вимогливий")
    (again,) = await visitor.order("settings")
    assert "вимогливий" in again.html
    (values,) = await visitor.tap("Хто питає")
    assert "✓ Вимогливий" in labels(values)


async def test_settings_shape_the_next_interview(visitor: Visitor, database: Database) -> None:
    chosen = {"mode": "training", "temper": "demanding", "fixed": "off", "minutes": "30", "question_minutes": "5"}
    for name, value in (chosen | {"confidence": "on"}).items():
        await visitor.press(f"set:{name}:{value}")
    await begin(visitor)
    async with database.reading() as tx:
        (session,) = await sessions.history(tx, visitor.id, 5)
    plan = load_state(session.state).plan
    assert (plan.mode, plan.temper, plan.fixed) == (Mode.TRAINING, Temper.DEMANDING, False)
    assert (plan.minutes, plan.question_minutes, plan.confidence) == (30, 5, True)


async def test_a_limit_can_be_taken_away_again(visitor: Visitor) -> None:
    await visitor.press("set:minutes:30")
    (said,) = await visitor.press("set:minutes:-")
    assert "Time in all: no limit" in said.html


async def test_a_setting_can_be_left_without_a_choice(visitor: Visitor) -> None:
    (before,) = await visitor.order("settings")
    await visitor.tap("Level")
    (after,) = await visitor.tap("‹ All settings")
    assert (after.html, after.buttons) == (before.html, before.buttons)


async def test_everything_stored_comes_as_a_file(visitor: Visitor) -> None:
    await begin(visitor)
    await visitor.type(STRONG)
    (said,) = await visitor.order("mydata")
    assert said.document is not None
    data = json.loads(said.document.content)
    assert any(STRONG in row["answer"] for row in data["turns"])
    assert data["users"][0]["id"] == visitor.id


async def test_erasure_needs_a_confirmation_and_leaves_nothing(visitor: Visitor, database: Database) -> None:
    await begin(visitor)
    await visitor.type(STRONG)
    await visitor.order("forget")
    await visitor.tap("Keep it")
    await visitor.order("forget")
    (said,) = await visitor.tap("Erase everything")
    assert said.html
    async with database.reading() as tx:
        assert not await sessions.history(tx, visitor.id, 5)
    (data,) = await visitor.order("mydata")
    assert data.document is not None
    assert STRONG not in data.document.content


async def test_somebody_elses_report_is_not_shown(visitor: Visitor, database: Database) -> None:
    await begin(visitor)
    await visitor.order("stop")
    async with database.reading() as tx:
        (session,) = await sessions.history(tx, visitor.id, 5)
    stranger = Visitor(open_desk(database), Outbox(database), id=8)
    (said,) = await stranger.press(f"report:{session.id}")
    assert "no report" in said.html


@pytest.mark.parametrize("medium", list(Medium))
async def test_what_is_no_text_gets_an_answer_and_costs_nothing(visitor: Visitor, medium: Medium) -> None:
    await begin(visitor)
    assert await visitor.show(medium)


async def test_groups_are_told_that_interviews_are_private(database: Database) -> None:
    member = Visitor(open_desk(database), Outbox(database), chat=-100_500)
    (said,) = await member.order("interview")
    assert "private" in said.html
    assert not await member.type("just talking")
    assert not await member.order("somebody_elses_command")


async def test_a_chat_that_blocked_the_bot_is_sent_nothing_more(visitor: Visitor, database: Database) -> None:
    await begin(visitor)
    await visitor.send(Membership.BLOCKED)
    async with database.reading() as tx:
        chat = await chats.find(tx, visitor.id)
    assert chat is not None
    assert chat.gone_at is not None
    assert await visitor.order("start"), "whoever comes back is welcome"


async def test_a_group_that_moves_keeps_its_place(database: Database) -> None:
    member = Visitor(open_desk(database), Outbox(database), chat=-5)
    await member.order("help")
    await member.send(Moved(-100_777))
    async with database.reading() as tx:
        old = await chats.find(tx, -5)
    assert old is not None
    assert old.migrated_to == -100_777


async def test_silence_is_noticed_once_the_candidate_has_had_his_time(visitor: Visitor) -> None:
    await begin(visitor)
    await visitor.read()
    for _ in range(20):
        visitor.now = visitor.now.replace(hour=(visitor.now.hour + 1) % 24)
        receipts = await visitor.desk.wake(visitor.now, 10)
        if any(receipt.outbox for receipt in receipts):
            break
    assert await visitor.read()


def _data(message: OutMessage) -> list[str]:
    return [button.data for row in message.buttons for button in row]


def _find(visitor: Visitor, label: str, before: int) -> str:
    for message in reversed(visitor.heard[: len(visitor.heard) - before]):
        for row in message.buttons:
            for button in row:
                if button.label == label:
                    return button.data
    raise AssertionError(label)
