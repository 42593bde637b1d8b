import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.messaging import OutMessage
from bot.domain.scorecard import FlagResult, FlagStanding, PointResult, QuestionResult, Standing
from bot.engine.daily.pace import Notice
from bot.engine.daily.schedule import Timetable
from bot.i18n import Texts
from bot.rendering import daily, daily_settings
from bot.rendering.callbacks import Dial
from bot.rendering.html import plain_text
from tests.fakes.telegram.markup import parse

MONDAY = date(2026, 5, 4)
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def judged(*standings: Standing, wrong: str | None = None) -> QuestionResult:
    points = tuple(
        PointResult(f"p{n}", f"The point <{n}>.", Level.MIDDLE, 1.0, standing) for n, standing in enumerate(standings)
    )
    flags = (FlagResult("f", "The claim", wrong, FlagStanding.WRONG, ("said",)),) if wrong is not None else ()
    return QuestionResult("q", "Title", "topic", Level.MIDDLE, 3.0, points, flags)


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


@pytest.mark.parametrize("language", list(Language))
def test_a_result_is_two_lines_and_says_what_comes_back_and_when(texts: Texts, language: Language) -> None:
    back = daily.Return(1, MONDAY), daily.Return(16, date(2026, 5, 20))
    result = judged(Standing.STATED, Standing.MISSING, Standing.UNSURE, Standing.DECLINED)
    message = daily.result(texts, language, 7, result, back)
    first, second = plain_text(message.html).split("\n")
    assert "The point <1>; The point <2>" in first
    assert "20" in second
    assert len(labels(message)) == 3


def test_a_full_answer_comes_back_as_a_whole(texts: Texts) -> None:
    message = daily.result(texts, Language.EN, 7, judged(Standing.STATED), (None, daily.Return(3, MONDAY)))
    assert plain_text(message.html) == "Points: 1 of 1. Everything expected was there.\nIt comes back on 4 May."


def test_who_has_none_every_day_is_offered_it(texts: Texts) -> None:
    result = daily.result(texts, Language.EN, 7, judged(Standing.STATED), (None, None))
    message = daily.offered(texts, Language.EN, result)
    assert labels(message)[-1] == "One every day"


@pytest.mark.parametrize(
    ("point", "shown"),
    [
        ("A Pod is the smallest unit that Kubernetes deploys, a group of one or more containers.", "deploys…"),
        ("The containers of a Pod share one IP address and its ports, so they reach each other.", "IP address…"),
        ("Short enough.", "Short enough"),
    ],
)
def test_a_long_point_is_cut_where_a_phrase_may_end(texts: Texts, point: str, shown: str) -> None:
    missing = judged(Standing.MISSING)
    result = replace(missing, points=(replace(missing.points[0], text=point),))
    assert plain_text(daily.result(texts, Language.EN, 7, result, (None, None)).html).endswith(f"{shown}.")


@pytest.mark.parametrize(("correction", "said"), [("It is the other way.", "It is the other way."), ("", "The claim")])
def test_a_wrong_claim_is_put_right(texts: Texts, correction: str, said: str) -> None:
    result = judged(Standing.STATED, wrong=correction)
    assert said in daily.result(texts, Language.EN, 7, result, (None, None)).html


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("reason", ["fresh", "missed", "assisted", "due", "early", "again"])
def test_the_question_stands_by_itself_under_its_heading(texts: Texts, language: Language, reason: str) -> None:
    asking = daily.Asking("What <is> a pod?", reason, push=5, session=9, notice=Notice.SLOWED)
    message = daily.question(texts, language, asking, silent=True)
    notice, heading, question = plain_text(message.html).split("\n\n")
    assert question == "What <is> a pod?"
    assert "7" in notice or notice
    assert heading
    assert len(labels(message)) == 8
    assert message.silent


def test_a_group_is_told_how_to_answer_and_has_no_buttons(texts: Texts) -> None:
    message = daily.question(texts, Language.EN, daily.Asking("Why?", "fresh", answers_at="13:00"), silent=True)
    assert "Reply" in message.html
    assert "13:00" in message.html
    assert not message.buttons


@given(names=st.lists(st.text(max_size=64), max_size=60), points=st.integers(1, 12))
def test_a_reveal_fits_into_a_message_and_calls_nobody(texts: Texts, names: list[str], points: int) -> None:
    found = [(f"Point {n}", names) for n in range(points)]
    message = daily.reveal(texts, Language.UK, "<Title>", found, len(names))
    shown = parse(message.html, "HTML")
    assert message.silent
    assert {entity["type"] for entity in shown.entities} <= {"bold"}
    assert not re.search(r"@\w", shown.text)


def sheet(**changes: object) -> daily_settings.Sheet:
    table = Timetable("Europe/Kyiv", time(9, 30), 0b0011111)
    values = {
        "timetable": table,
        "zone": "Kyiv",
        "topics": ("SQL <&>",),
        "level": Level.SENIOR,
        "silent": True,
        "nudge": False,
        "next_at": datetime(2026, 5, 5, 6, 30, tzinfo=UTC),
    }
    return daily_settings.Sheet(**(values | changes))  # type: ignore[arg-type]


def test_the_settings_say_everything_that_is_set(texts: Texts) -> None:
    said = plain_text(daily_settings.settings(texts, Language.EN, sheet(), NOW).html)
    for expected in ("on weekdays at 09:30, Kyiv", "SQL <&>", "Senior", "Sound: off", "comes tomorrow"):
        assert expected in said


@pytest.mark.parametrize("language", list(Language))
def test_what_is_switched_off_says_so_and_what_is_paused_can_go_on(texts: Texts, language: Language) -> None:
    off = daily_settings.settings(texts, language, sheet(next_at=None), NOW)
    paused = Timetable("Europe/Kyiv", time(9, 30), paused_until=date(2026, 5, 20))
    resting = daily_settings.settings(texts, language, sheet(timetable=paused), NOW)
    assert texts.text(language, "button-daily-off") not in labels(off)
    assert texts.text(language, "button-daily-unpause") in labels(resting)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("dial", [dial for dial in Dial if dial is not Dial.ZONE])
def test_every_dial_offers_values_and_ticks_the_present_one(texts: Texts, language: Language, dial: Dial) -> None:
    topics = (("sql", "SQL"), ("x" * 80, "too long for a button"))
    present = {"0900", "0400", "31", "1", "middle", "off", "sql"}
    message = daily_settings.dial(texts, language, dial, present, topics)
    assert len(labels(message)) > 2
    assert [label for label in labels(message) if "✓" in label]
    assert "too long for a button" not in labels(message)
