from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.domain.calendar import Amount, Calendar, Mark, Week
from bot.domain.language import Language
from bot.i18n import Texts
from bot.rendering.calendar import AHEAD, WEEKS, calendar_message
from bot.rendering.drawing import draw
from bot.rendering.sheet import WIDTH

TEXTS = Texts.load(strict=True)
TODAY = date(2026, 11, 24)
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
LEGEND = tuple((mark, str(mark)) for mark in Mark)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def drawn(asked: dict[date, bool], due: tuple[date, ...] = (), language: Language = Language.EN) -> Calendar:
    picture = calendar_message(TEXTS, language, asked, due, TODAY).chart
    assert isinstance(picture, Calendar)
    return picture


def colours(calendar: Calendar) -> set[object]:
    shown = Image.open(BytesIO(draw(calendar))).convert("RGB")
    assert shown.width == WIDTH
    return {colour for _, colour in shown.getcolors(shown.width * shown.height) or ()}


def of_marks(*marks: Mark) -> Calendar:
    return Calendar("", "", WEEKDAYS, (Week("", marks),), (), "", ())


def test_what_is_overdue_comes_back_today() -> None:
    picture = drawn({}, (ago(30), ago(1), TODAY, ago(-2), ago(-AHEAD)))
    assert picture.due[:3] == (Amount("24", 3, strong=True), Amount("25", 0), Amount("26", 1))
    assert len(picture.due) == AHEAD


def test_nothing_is_drawn_of_what_is_due_where_nothing_is() -> None:
    assert drawn({}, (ago(-40),)).due == ()


def test_the_last_week_is_the_one_of_today_and_months_stand_over_their_first_whole_week() -> None:
    picture = drawn({ago(1): True, TODAY: False})
    assert len(picture.weeks) == WEEKS
    assert picture.weeks[-1].marks == (Mark.ANSWERED, Mark.PENDING, *[Mark.AHEAD] * 5)
    assert [week.label for week in picture.weeks if week.label] == ["Sep", "Oct", "Nov"]


def test_the_caption_tells_what_the_picture_shows() -> None:
    message = calendar_message(TEXTS, Language.EN, {ago(1): True, TODAY: True}, (ago(2), ago(-3), ago(-9)), TODAY)
    assert message.html == (
        "2 days in a row. Best: 2 days. Freezes left this month: 2.\nPoints to come back today: 1, within a week: 2."
    )


def test_nobody_is_told_a_record_of_nothing() -> None:
    assert "0" not in drawn({}).title + drawn({}).remark


@pytest.mark.parametrize(
    ("language", "title"), [(Language.EN, "2 days"), (Language.RU, "2 дня"), (Language.UK, "2 дні")]
)
def test_the_calendar_speaks_the_language_of_the_person(language: Language, title: str) -> None:
    picture = drawn({ago(1): True, TODAY: True}, language=language)
    assert picture.title.startswith(title)
    assert len(picture.weekdays) == 7
    assert all(name for _, name in picture.legend)


def test_every_mark_looks_different() -> None:
    pictures = {draw(of_marks(*[mark] * 7)) for mark in Mark}
    assert len(pictures) == len(Mark)


@pytest.mark.parametrize("weeks", [0, 1, 27])
def test_a_calendar_of_any_length_is_as_wide_as_a_phone(weeks: int) -> None:
    week = Week("нояб", tuple(Mark.ANSWERED for _ in range(7)))
    due = tuple(Amount(str(day), day * 99) for day in range(AHEAD))
    assert colours(Calendar("Серія", "Рекорд", WEEKDAYS, (week,) * weeks, LEGEND, "Ще", due))


def test_empty_columns_have_no_height() -> None:
    empty = Calendar("", "", WEEKDAYS, (), (), "", (Amount("1", 0), Amount("2", 0)))
    assert colours(empty) < colours(Calendar("", "", WEEKDAYS, (), (), "", (Amount("1", 1), Amount("2", 0))))
