"""When and how it comes, by words and by buttons."""

from datetime import date, time

import pytest

from bot.rendering.html import plain_text
from storage import Database, schedules
from storage.schedules import ScheduleRow
from tests.integration.services.daily.life import Life, is_question, labels


async def schedule(life: Life) -> ScheduleRow:
    async with life.database.reading() as tx:
        found = await schedules.find(tx, life.visitor.chat or life.visitor.id)
    assert found is not None
    return found


async def test_the_zone_is_asked_by_the_time_it_is_and_chosen_by_a_city(life: Life) -> None:
    (asked,) = await life.visitor.order("daily")
    assert "what time is it for you now" in asked.html
    (cities,) = await life.visitor.type("15:00")
    assert "Kyiv" in labels(cities)
    _told, question = await life.visitor.tap("Kyiv")
    assert is_question(question)
    assert (await schedule(life)).zone == "Europe/Kyiv"


@pytest.mark.parametrize("city", ["Київ", "киев", "Kiev", "Kyiv"])
async def test_a_city_typed_in_any_language_is_enough(life: Life, city: str) -> None:
    await life.visitor.order("daily")
    await life.visitor.type(city)
    assert (await schedule(life)).zone == "Europe/Kyiv"


async def test_a_place_nobody_knows_is_asked_for_again(life: Life) -> None:
    await life.visitor.order("daily")
    (said,) = await life.visitor.type("<b>Zzyzxgrad</b>")
    assert "<b>Zzyzx" not in said.html
    assert "no place like" in said.html
    await life.visitor.type("Kyiv")
    assert (await schedule(life)).next_at is not None


async def test_words_set_days_time_topics_and_level_at_once(life: Life) -> None:
    await life.subscribe("mon-fri 8:15 kubernetes middle Kyiv")
    found = await schedule(life)
    assert (found.days, found.at, found.level, found.zone) == (0b0011111, time(8, 15), 2, "Europe/Kyiv")
    assert len(found.topics) == 1
    (sheet,) = await life.visitor.order("daily 9:30")
    assert "on weekdays at 09:30" in plain_text(sheet.html)


@pytest.mark.parametrize("words", ["off", "выкл", "вимк"])
async def test_off_ends_it_in_any_language_and_a_bare_command_begins_again(life: Life, words: str) -> None:
    await life.subscribe()
    await life.visitor.order(f"daily {words}")
    assert (await schedule(life)).next_at is None
    assert await life.at(1) == []
    heard = await life.visitor.order("daily")
    assert any(is_question(message) for message in heard)
    assert (await schedule(life)).next_at is not None


async def test_words_nobody_understands_change_nothing(life: Life) -> None:
    await life.subscribe()
    before = await schedule(life)
    (said,) = await life.visitor.order("daily <i>flumph</i> qwrtpsdf")
    assert "<i>flumph" not in said.html
    assert await schedule(life) == before


async def test_what_is_understood_holds_and_the_rest_is_named(life: Life) -> None:
    await life.subscribe()
    left, sheet = await life.visitor.order("daily 20:00 kafka <i>flumph</i>")
    assert "flumph" in left.html
    assert "<i>flumph" not in left.html
    assert "at 20:00" in plain_text(sheet.html)
    assert (await schedule(life)).topics == ("kafka",)


async def test_the_reply_tells_all_that_was_understood(life: Life) -> None:
    told, _question = await life.visitor.order("daily every weekday at 9 in the evening twice a week kafka senior Kyiv")
    said = plain_text(told.html)
    assert all(part in said for part in ("on weekdays at 21:00", "Kyiv", "every 3 days", "Kafka", "Senior"))


@pytest.mark.parametrize(
    "words", ["tomorrow at 9 Kyiv", "завтра в 9 Киев", "із завтрашнього дня о 9 Київ", "tomorrow at 9"]
)
async def test_who_wants_it_from_tomorrow_is_asked_nothing_today(life: Life, words: str) -> None:
    heard = await life.visitor.order(f"daily {words}")
    if "tomorrow" not in heard[-1].html:
        heard = await life.visitor.type("Kyiv")
    (told,) = heard
    assert "The next one comes tomorrow" in told.html
    assert await life.at(0, 21) == []
    assert [is_question(message) for message in await life.at(1)] == [True]


async def test_a_subscriber_can_have_todays_put_off_to_tomorrow(life: Life) -> None:
    await life.subscribe("20:00 Kyiv")
    await life.at(1, 12)
    (sheet,) = await life.visitor.order("daily not today")
    assert "tomorrow" in plain_text(sheet.html)
    assert await life.at(1, 20.1) == []
    assert len(await life.at(2, 20.1)) == 1


async def test_switching_on_again_ends_an_old_pause(life: Life) -> None:
    await life.subscribe()
    await life.visitor.order("pause 2w")
    await life.visitor.order("daily off")
    await life.visitor.order("daily")
    assert (await schedule(life)).paused_until is None


SETTINGS: dict[str, dict[str, object]] = {
    "daily:set:time:2000": {"at": time(20)},
    "daily:set:days:31": {"days": 31},
    "daily:set:days:d0": {"days": 30},
    "daily:set:every:3": {"every": 3},
    "daily:set:level:senior": {"level": 3},
    "daily:set:topics:kafka": {"topics": ("kafka",)},
    "daily:set:topics:spring": {"topics": ("kafka", "spring")},
    "daily:set:topics:all": {"topics": ()},
    "daily:set:zone:Europe/Warsaw": {"zone": "Europe/Warsaw"},
    "daily:set:starts:0200": {"starts": time(2)},
    "daily:set:sound:on": {"silent": False},
    "daily:set:nudge:on": {"nudge": True},
}


async def test_every_button_sets_what_it_says(life: Life) -> None:
    await life.subscribe()
    for pressed, changed in SETTINGS.items():
        await life.visitor.press(f"daily:open:{pressed.split(':')[2]}")
        (shown,) = await life.visitor.press(pressed)
        found = await schedule(life)
        assert {name: getattr(found, name) for name in changed} == changed
        assert shown.edits is not None


FORGED = (
    "daily:set:time:9999",
    "daily:set:days:0",
    "daily:set:days:d9",
    "daily:set:every:99",
    "daily:set:level:guru",
    "daily:set:topics:nonsense",
    "daily:set:zone:Mars/Olympus",
    "daily:set:zone:../../etc/passwd",
    "daily:push:99:later",
)


async def test_a_forged_button_changes_nothing(life: Life) -> None:
    await life.subscribe()
    before = await schedule(life)
    for forged in FORGED:
        assert await life.visitor.press(forged) == []
        assert life.visitor.receipt.notice
    assert await schedule(life) == before


async def test_a_time_can_be_typed_while_it_is_asked_for(life: Life) -> None:
    await life.subscribe()
    await life.visitor.press("daily:open:time")
    await life.visitor.type("half past never")
    await life.visitor.type("7:40")
    assert (await schedule(life)).at == time(7, 40)
    (said,) = await life.visitor.type("8:50")
    assert "no interview is open" in said.html, "nothing is asked for any more"


async def test_a_pause_holds_back_what_is_planned_and_ends_by_itself(life: Life) -> None:
    await life.subscribe()
    (said,) = await life.visitor.order("pause 2w")
    assert (await schedule(life)).paused_until == date(2026, 5, 18)
    assert "18 May" in said.html
    assert [day async for day, heard in life.mornings(1, 16) if heard] == [14, 15, 16]


async def test_a_pause_is_chosen_and_ended_by_buttons(life: Life) -> None:
    await life.subscribe()
    (menu,) = await life.visitor.order("pause")
    assert labels(menu) == ["3 days", "1 week", "2 weeks", "1 month"]
    await life.visitor.tap("1 week")
    await life.visitor.order("daily")
    await life.visitor.tap("End the pause")
    assert len(await life.at(1)) == 1


async def test_moving_the_hour_back_brings_no_second_question_that_day(life: Life) -> None:
    await life.subscribe()
    await life.at(1)
    await life.visitor.order("daily 20:00")
    assert await life.at(1, 20.1) == []
    assert len(await life.at(2, 20.1)) == 1


async def test_travel_keeps_one_question_a_day(life: Life) -> None:
    await life.subscribe()
    await life.at(1)
    await life.visitor.order("daily Lisbon")
    assert await life.at(1, 11.2) == [], "nine o'clock in Lisbon on the same day"
    assert await life.at(2, 9.1) == []
    assert len(await life.at(2, 11.2)) == 1


async def test_without_a_subscription_there_is_a_question_and_the_way_to_one_every_day(life: Life) -> None:
    (said,) = await life.visitor.order("pause 2w")
    assert "/daily" in said.html
    (asked,) = await life.visitor.order("today")
    assert is_question(asked), "whoever wants one question is asked nothing else"
    assert labels(asked) == ["Hint", "Skip"], "nothing comes by itself that could be put off or stopped"
    (again,) = await life.visitor.order("today")
    assert "still open" in again.html
    for _ in range(2):
        (result,) = await life.visitor.type("I don't know")
    assert "comes back tomorrow" in result.html
    assert labels(result)[2:] == ["One more", "One every day"]
    (days,) = await life.visitor.order("progress")
    assert "1 day in a row" in days.html
    (done,) = await life.visitor.order("today")
    assert "behind you" in done.html
    assert any(is_question(message) for message in await life.visitor.tap("One more"))
    (zone,) = await life.visitor.tap("One every day")
    assert "what time is it for you now" in zone.html


async def test_switching_it_on_again_promises_no_second_question_that_day(life: Life) -> None:
    await life.subscribe()
    await life.visitor.order("daily off")
    (told,) = await life.visitor.order("daily")
    assert "Here is the first" not in told.html
    assert "The next one comes tomorrow." in told.html


async def test_a_group_is_offered_only_what_works_there(database: Database) -> None:
    life = Life.begin(database, chat=-100500, admin=True)
    (told,) = await life.visitor.order("daily Kyiv")
    assert "The next one comes tomorrow." in told.html
    (sheet,) = await life.visitor.order("daily")
    assert "Reminder" not in sheet.html
    assert not {"Reminder", "Today’s question"} & set(labels(sheet))
    (paused,) = await life.visitor.order("pause 2w")
    assert "/today" not in paused.html
