"""The question of the day as a person lives with it."""

import re
from datetime import date

import pytest

from bot.domain.calendar import Calendar, Mark
from bot.domain.language import Language, Level
from bot.domain.messaging import Membership, OutMessage
from bot.engine.daily.memory import Memory, Outcome
from bot.rendering.html import plain_text
from bot.rendering.markdown import inline_html
from storage import memories, schedules
from storage.models import PushState
from tests.integration.services.daily.life import Life, is_question, labels
from tests.integration.services.driver import NOON

NOTHING = "It is about software, as far as I can tell from here, and people use it at work."


async def answered(life: Life) -> OutMessage:
    """The result, once enough was said; what is no answer is led back first."""
    for _ in range(4):
        (said,) = await life.visitor.type(NOTHING)
        if "One more" in labels(said):
            return said
    raise AssertionError("no result")


async def test_a_new_subscriber_is_asked_at_once_and_answers_by_writing(life: Life) -> None:
    told, asked = await life.subscribe(answer=None)
    assert "Kyiv" in told.html
    assert is_question(asked)
    assert labels(asked)[:3] == ["Hint", "Skip", "Later today"]
    (probe,) = await life.visitor.type(NOTHING)
    assert "?" in probe.html
    result = await answered(life)
    assert re.match(r"Points: 0 of \d\. Not said: .+\nIt comes back tomorrow\.", plain_text(result.html))
    assert "One more" in labels(result)


async def test_it_is_answered_hours_later_in_the_middle_of_other_things(life: Life) -> None:
    await life.subscribe()
    await life.at(1)
    life.later(hours=8)
    for order in ("settings", "history", "daily"):
        await life.visitor.order(order)
    await answered(life)
    assert (await life.pushes())[-1].state is PushState.ANSWERED
    (done,) = await life.visitor.order("today")
    assert done.html == "Today’s question is behind you. The next one comes tomorrow."


async def test_a_running_interview_is_not_disturbed_and_the_question_comes_after_it(life: Life) -> None:
    await life.subscribe()
    await life.at(1, 8)
    await life.visitor.order("interview containers 3 middle")
    assert not any(is_question(message) for message in await life.at(1, 9.1))
    (said,) = await life.visitor.type(NOTHING)
    assert "?" in said.html, "the interview goes on"
    await life.visitor.order("stop")
    life.later(minutes=5)
    (asked,) = await life.work()
    assert is_question(asked)


async def test_who_left_an_interview_open_is_asked_and_his_answer_goes_to_the_question(life: Life) -> None:
    await life.subscribe()
    await life.visitor.order("interview containers 3 middle")
    await life.visitor.type("/pause")
    await life.visitor.type("let's pause here")
    await life.at(1)
    await life.visitor.type("I don't know")
    (result,) = await life.visitor.type("I don't know")
    assert "0 of" in result.html
    resumed = await life.visitor.order("resume")
    assert any("?" in message.html for message in resumed), "the interview can still be taken up"


async def test_what_was_missed_in_an_interview_comes_back(life: Life) -> None:
    await life.visitor.order("interview containers 3 middle")
    for _ in range(20):
        said = await life.visitor.type("I don't know")
        if any("New interview" in labels(message) for message in said):
            break
    async with life.database.reading() as tx:
        asked = {question for question, _point in await memories.of_user(tx, life.visitor.id)}
    assert len(asked) == 3
    await life.subscribe(answer=None)
    assert (await life.pushes())[-1].question_id not in asked, "first a new one: nothing is due on the same day"
    (question,) = await life.at(1)
    assert "Last time something was left open here." in question.html
    assert (await life.pushes())[-1].question_id in asked


async def test_putting_off_brings_it_again_the_same_day_once(life: Life) -> None:
    await life.subscribe()
    await life.at(1)
    await life.visitor.tap("Later today")
    assert life.visitor.receipt.notice == "I’ll ask again in three hours."
    assert await life.at(1, 11) == []
    (again,) = await life.at(1, 12.5)
    assert "still open" in again.html
    await life.at(1, 23.9)
    await life.visitor.tap("Later today")
    assert life.visitor.receipt.notice is not None
    assert "Too little" not in life.visitor.receipt.notice, "a day ends at four in the morning"
    await life.at(2, 2)
    await life.visitor.tap("Later today")
    assert life.visitor.receipt.notice is not None
    assert "Too little" in life.visitor.receipt.notice


@pytest.mark.parametrize(("label", "level"), [("Easier", 1), ("Harder", 3)])
async def test_another_level_brings_another_question_in_its_place(life: Life, label: str, level: int) -> None:
    await life.subscribe(answer=None)
    before = (await life.pushes())[-1]
    (instead,) = await life.visitor.tap(label)
    assert instead.edits is not None
    after = (await life.pushes())[-1]
    assert after.question_id != before.question_id
    assert after.session_id != before.session_id
    async with life.database.reading() as tx:
        schedule = await schedules.find(tx, life.visitor.id)
    assert schedule is not None
    assert schedule.level == level
    await life.visitor.tap(label)
    assert life.visitor.receipt.notice == "There is nothing beyond this level."


async def test_skipping_ends_the_day_without_a_verdict(life: Life) -> None:
    await life.subscribe(answer=None)
    (said,) = await life.visitor.tap("Skip")
    assert said.html == "Skipped, no harm done. The next one comes tomorrow."
    async with life.database.reading() as tx:
        assert await memories.of_user(tx, life.visitor.id) == {}


async def test_stop_ends_it_and_less_often_spaces_it_out(life: Life) -> None:
    await life.subscribe()
    await life.at(1)
    await life.visitor.tap("Less often")
    assert life.visitor.receipt.notice == "At most one every 2 days from now on."
    assert await life.at(2) == []
    assert len(await life.at(3)) == 1
    await life.visitor.tap("Stop")
    assert [day async for day, heard in life.mornings(4, 12) if heard] == []


async def test_silence_slows_it_down_and_at_last_stops_it_each_with_one_kind_word(life: Life) -> None:
    await life.subscribe()
    heard = {day: said async for day, said in life.mornings(1, 60) if said}
    said = {day: [plain_text(message.html) for message in messages] for day, messages in heard.items()}
    slowed = [day for day, texts in said.items() if any("every third day" in text for text in texts)]
    stopped = [day for day, texts in said.items() if any("a good while" in text for text in texts)]
    assert slowed == [8]
    assert sorted(day for day in heard if day < 8) == list(range(1, 8))
    assert {second - first for first, second in zip(sorted(heard)[7:], sorted(heard)[8:], strict=False)} == {3}
    assert stopped == [max(heard)]
    assert all(len(messages) == 1 for messages in heard.values())
    assert sum(push.state is PushState.SENT for push in await life.pushes()) == 21


async def test_an_answer_brings_back_the_usual_pace(life: Life) -> None:
    await life.subscribe()
    async for _ in life.mornings(1, 8):
        pass
    await life.visitor.type("I don't know")
    await life.visitor.type("I don't know")
    assert [day async for day, heard in life.mornings(9, 14) if heard] == [9, 10, 11, 12, 13, 14]


async def test_after_an_outage_nothing_is_owed(life: Life) -> None:
    await life.subscribe()
    assert await life.at(4, 16) == [], "more than six hours late"
    assert [push.reason for push in await life.pushes()][1:] == ["late"]
    assert len(await life.at(5)) == 1
    await life.at(8, 12)
    late = [push.state for push in await life.pushes()][-1]
    assert late is PushState.SENT, "three hours late is still today"


async def test_who_blocks_the_bot_is_asked_no_more_until_he_comes_back(life: Life) -> None:
    await life.subscribe()
    await life.visitor.send(Membership.BLOCKED)
    assert [day async for day, heard in life.mornings(1, 3) if heard] == []
    await life.visitor.order("daily")
    assert len(await life.at(4)) == 1


async def test_one_more_belongs_to_no_day(life: Life) -> None:
    await life.subscribe()
    (more,) = await life.visitor.tap("One more")
    assert is_question(more)
    assert labels(more) == ["Hint", "Skip"]
    await life.visitor.type("I don't know")
    (result,) = await life.visitor.type("I don't know")
    assert "0 of" in result.html
    assert len(await life.pushes()) == 1


async def test_a_nudge_comes_once_to_who_asked_for_it_and_has_not_answered(life: Life) -> None:
    await life.subscribe()
    await life.visitor.order("daily")
    await life.visitor.press("daily:set:nudge:on")
    await life.at(1)
    (nudge,) = await life.at(1, 17.5)
    assert "still open" in nudge.html
    assert await life.at(1, 21) == []
    await life.at(2)
    await life.visitor.type("I don't know")
    await life.visitor.type("I don't know")
    assert await life.at(2, 17.5) == []


async def test_a_pushed_button_of_another_person_does_nothing(life: Life) -> None:
    await life.subscribe(answer=None)
    stranger = Life.begin(life.database, id=8)
    await stranger.subscribe(answer=None)
    (push,) = await life.pushes()
    for deed in ("later", "easier"):
        await stranger.visitor.press(f"daily:push:{push.id}:{deed}")
        assert stranger.visitor.receipt.notice == "This question is closed."
    assert await life.pushes() == (push,)


async def test_progress_shows_the_streak_and_what_comes_back(life: Life) -> None:
    await life.visitor.order("progress")
    assert "streak" not in "".join(message.html for message in life.visitor.heard)
    await life.subscribe()
    await life.at(1)
    shown = (await life.visitor.order("progress"))[-1]
    drawn = shown.chart
    assert isinstance(drawn, Calendar)
    assert [mark for week in drawn.weeks for mark in week.marks if mark in (Mark.ANSWERED, Mark.PENDING)] == [
        Mark.ANSWERED,
        Mark.PENDING,
    ]
    assert sum(amount.value for amount in drawn.due) >= 3, "all points of what was not known"


async def test_a_point_that_keeps_slipping_away_is_asked_about_in_other_words(life: Life) -> None:
    """Of a leech only that point is asked, judged and remembered."""
    await life.subscribe("Kyiv containers")
    pod = life.desk._editions.of(NOON)._planning._bank.find("pod", Language.EN)
    assert pod is not None
    leech = next(point for point in pod.points if point.probe)
    memory = Memory(1.0, 9.0, date(2026, 5, 1), date(2026, 4, 30), reps=9, lapses=5, outcome=Outcome.MISSING)
    async with life.database.transaction() as tx:
        await memories.put(tx, life.visitor.id, {("pod", leech.id): memory.plain()})
    (asked,) = await life.at(1)
    push = (await life.pushes())[-1]
    assert (push.question_id, push.points[0]) == ("pod", leech.id)
    assert push.wording in {"plainer", "point"}
    assert plain_text(inline_html(pod.prompt)) not in plain_text(asked.html)
    await life.visitor.type("I don't know")
    (result,) = await life.visitor.type("I don't know")
    assert f"0 of {1 if push.wording == 'point' else len(pod.points_at(Level.MIDDLE))}" in plain_text(result.html)
