from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.engine.daily.request import LONGEST, RAREST, Pause, Request, parse_daily, parse_pause, parse_time

TOPICS = (
    Topic("containers", {Language.EN: "Containers and Kubernetes"}, ("kubernetes", "k8s", "докер")),
    Topic("java", {Language.EN: "Java"}, ("джава",)),
)
TUESDAY = date(2026, 11, 24)
WORKDAYS, WEEKEND = 0b0011111, 0b1100000
SHORT = {
    Language.EN: ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    Language.RU: ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    Language.UK: ("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
}
ANYTHING = st.lists(
    st.sampled_from(("9", "30", ":", ".", "-", " ", "pm", "утра", "пн", "fri", "2w", "до", "32.13", "every", "0"))
    | st.text(max_size=6)
).map("".join)


def daily(words: str) -> Request:
    return parse_daily(words, TOPICS)


def pause(words: str) -> date | None:
    return parse_pause(words, TUESDAY).until


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("9:30", Request(at=time(9, 30))),
        ("at 7pm", Request(at=time(19))),
        ("о 7 вечора", Request(at=time(19))),
        ("в 9 утра", Request(at=time(9))),
        ("в 21 час", Request(at=time(21))),
        ("9", Request(at=time(9))),
        ("12 am", Request(at=time(0))),
        ("12 pm", Request(at=time(12))),
        ("24:00", Request(at=time(0))),
        (
            "mon-fri 8:15 kubernetes middle",
            Request(at=time(8, 15), days=31, topics=("containers",), level=Level.MIDDLE),
        ),
        ("пн–пт 8:15 докер", Request(at=time(8, 15), days=31, topics=("containers",))),
        ("з пн по пт о 10", Request(at=time(10), days=31)),
        ("сб - пн", Request(days=0b1100001)),
        ("mon, wed, fri 10", Request(at=time(10), days=0b0010101)),
        ("середа і п'ятниця", Request(days=0b0010100)),
        ("будни", Request(days=WORKDAYS)),
        ("по будням в 9", Request(at=time(9), days=WORKDAYS)),
        ("вихідні", Request(days=WEEKEND)),
        ("каждый день", Request(days=127)),
        ("every other day 9", Request(at=time(9), every=2)),
        ("раз в 3 дня в 10:00", Request(at=time(10), every=3)),
        ("раз на тиждень", Request(every=7)),
        ("через день", Request(every=2)),
        ("all topics senior", Request(everything=True, level=Level.SENIOR)),
        ("10:00 ru", Request(at=time(10), language=Language.RU)),
        ("java 17 9:30", Request(at=time(9, 30), topics=("java",))),
        ("9.30 Київ", Request(at=time(9, 30), unknown=("київ",))),
        ("8:15 kuberntes", Request(at=time(8, 15), topics=("containers",))),
        ("", Request()),
    ],
)
def test_daily_is_asked_for_in_words(words: str, asked: Request) -> None:
    assert daily(words) == asked


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("noon", time(12)),
        ("at 12 noon", time(12)),
        ("midnight", time(0)),
        ("at lunch", time(13)),
        ("half past nine", time(9, 30)),
        ("half past 9", time(9, 30)),
        ("half nine", time(9, 30)),
        ("quarter past nine pm", time(21, 15)),
        ("a quarter to nine", time(8, 45)),
        ("ten to 7", time(6, 50)),
        ("nine", time(9)),
        ("at nine", time(9)),
        ("nine thirty", time(9, 30)),
        ("nine pm", time(21)),
        ("nine in the evening", time(21)),
        ("two in the afternoon", time(14)),
        ("десять вечером", time(22)),
        ("сейчас 14:30", time(14, 30)),
        ("half past ten now", time(10, 30)),
        ("nine o'clock", time(9)),
        ("9 in the morning", time(9)),
        ("8 o'clock in the evening", time(20)),
        ("in the morning", time(9)),
        ("evenings", time(19)),
        ("quarter to one", time(12, 45)),
        ("в полдень", time(12)),
        ("в полночь", time(0)),
        ("в обед", time(13)),
        ("9 30", time(9, 30)),
        ("9-30", time(9, 30)),
        ("0930", time(9, 30)),
        ("в 20:00 вечера", time(20)),
        ("по утрам", time(9)),
        ("every evening", time(19)),
        ("пол девятого", time(8, 30)),
        ("полдевятого вечера", time(20, 30)),
        ("в половине девятого", time(8, 30)),
        ("пол 9", time(8, 30)),
        ("без четверти девять", time(8, 45)),
        ("четверть девятого", time(8, 15)),
        ("без десяти семь", time(6, 50)),
        ("пол первого", time(12, 30)),
        ("пол первого ночи", time(0, 30)),
        ("в девять утра", time(9)),
        ("в час дня", time(13)),
        ("девять тридцать", time(9, 30)),
        ("утром", time(9)),
        ("вечером", time(19)),
        ("вечером в 8", time(20)),
        ("утром в 10:30", time(10, 30)),
        ("в 8 вечером", time(20)),
        ("опівдні", time(12)),
        ("опівночі", time(0)),
        ("в обід", time(13)),
        ("о пів на дев'яту", time(8, 30)),
        ("пів на 9 вечора", time(20, 30)),
        ("о чверть на дев’яту", time(8, 15)),
        ("за чверть дев'ята", time(8, 45)),
        ("чверть по восьмій", time(8, 15)),
        ("о дев’ятій ранку", time(9)),
        ("о сьомій вечора", time(19)),
        ("ввечері о 8", time(20)),
        ("вранці", time(9)),
    ],
)
def test_times_are_understood_in_words(words: str, at: time) -> None:
    assert daily(words) == Request(at=at)
    assert parse_time(words) == at


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("weekdays at half past eight java", Request(at=time(8, 30), days=WORKDAYS, topics=("java",))),
        ("по будням в полдень", Request(at=time(12), days=WORKDAYS)),
        ("пн-пт о пів на дев'яту", Request(at=time(8, 30), days=WORKDAYS)),
        ("раз в два дня в девять утра", Request(at=time(9), every=2)),
        ("кожні три дні опівдні", Request(at=time(12), every=3)),
        ("вечером в 20:00", Request(at=time(20))),
        ("pol devyatogo", Request(unknown=("pol", "devyatogo"))),
    ],
)
def test_times_in_words_stand_among_others(words: str, asked: Request) -> None:
    assert daily(words) == asked


@pytest.mark.parametrize("word", ["off", "STOP", "выкл", "выключить", "стоп", "вимк", "вимкни", "досить"])
def test_daily_is_turned_off_by_a_word(word: str) -> None:
    assert daily(word) == Request(off=True)


@pytest.mark.parametrize("words", ["средний", "середній", "middle"])
def test_a_level_is_no_weekday(words: str) -> None:
    assert daily(words) == Request(level=Level.MIDDLE)


@pytest.mark.parametrize("words", ["25:00", "9:60", "24:30", "13 вечера", "v1.9.3"])
def test_what_is_no_time_is_none(words: str) -> None:
    assert parse_time(words) is None


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(("%H:%M", "%H.%M", "at %H:%M")))
def test_every_time_is_read_as_it_is_written(at: time, form: str) -> None:
    assert parse_time(at.strftime(form)) == at
    assert daily(at.strftime(form)).at == at


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_hours_by_the_half_day_are_read_as_they_are_written(at: time) -> None:
    assert parse_time(at.strftime("%I:%M %p")) == at


@given(st.sampled_from(Language), st.sets(st.integers(0, 6), min_size=1))
def test_weekdays_are_taken_in_any_number(language: Language, days: set[int]) -> None:
    assert daily(" ".join(SHORT[language][day] for day in days)).days == sum(1 << day for day in days)


@given(st.sampled_from(Language), st.integers(0, 6), st.integers(0, 6))
def test_spans_of_weekdays_hold_both_ends(language: Language, first: int, last: int) -> None:
    days = daily(f"{SHORT[language][first]}-{SHORT[language][last]}").days
    assert days is not None
    assert days >> first & days >> last & 1
    assert days.bit_count() == (last - first) % 7 + 1


@given(ANYTHING)
def test_whatever_is_written_makes_a_request_that_can_be_kept(words: str) -> None:
    asked = daily(words)
    assert asked.days is None or 0 < asked.days < 128
    assert asked.every is None or 1 <= asked.every <= RAREST


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2w", 14),
        ("10 days", 10),
        ("2 недели", 14),
        ("на неделю", 7),
        ("a week", 7),
        ("два тижні", 14),
        ("3 дні", 3),
        ("month", 30),
        ("1 місяць", 30),
        ("7", 7),
        ("tomorrow", 1),
        ("завтра", 1),
        ("до понедельника", 6),
        ("until tue", 7),
        ("999 days", LONGEST.days),
        ("100 years", LONGEST.days),
        ("five days", 5),
        ("a couple of weeks", 14),
        ("a few days", 3),
        ("today", 1),
        ("until the end of the week", 6),
        ("next week", 6),
        ("this month", 7),
        ("until the new year", 38),
        ("half a year", 182),
        ("на пять дней", 5),
        ("на пару недель", 14),
        ("на несколько дней", 3),
        ("на недельку", 7),
        ("до конца недели", 6),
        ("до следующего месяца", 7),
        ("до нового года", 38),
        ("полгода", 182),
        ("на год", 365),
        ("на п’ять днів", 5),
        ("на пару тижнів", 14),
        ("на кілька днів", 3),
        ("на сьогодні", 1),
        ("до кінця тижня", 6),
        ("до наступного місяця", 7),
        ("до нового року", 38),
        ("на рік", 365),
    ],
)
def test_a_pause_has_a_length(words: str, days: int) -> None:
    assert pause(words) == TUESDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("until 15 August", date(2027, 8, 15)),
        ("до 15 серпня", date(2027, 8, 15)),
        ("до 1 января", date(2027, 1, 1)),
        ("Dec 24th", date(2026, 12, 24)),
        ("15.12", date(2026, 12, 15)),
        ("24.11", date(2027, 11, 24)),
        ("2026-12-01", date(2026, 12, 1)),
        ("5 мая 2027", date(2027, 5, 5)),
    ],
)
def test_a_pause_lasts_until_a_day_to_come(words: str, day: date) -> None:
    assert pause(words) == day


@pytest.mark.parametrize("words", ["off", "resume", "продолжить", "сними паузу", "стоп", "далі", "зніми паузу"])
def test_a_pause_ends_by_a_word(words: str) -> None:
    assert parse_pause(words, TUESDAY) == Pause(over=True)


@pytest.mark.parametrize("words", ["0", "blah", "до 31 февраля", "2025-01-01", "100 parsecs"])
def test_a_pause_that_cannot_be_is_not_understood(words: str) -> None:
    assert parse_pause(words, TUESDAY) == Pause(unknown=tuple(words.split()))


@given(ANYTHING)
def test_a_pause_ends_within_a_year_and_never_today(words: str) -> None:
    until = pause(words)
    assert until is None or TUESDAY < until <= TUESDAY + LONGEST
