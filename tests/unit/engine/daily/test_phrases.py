"""What people type after /daily, in three languages, and what is understood by it."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.daily.request import Request, parse_daily, parse_time
from bot.engine.daily.schedule import EVERY_DAY

WORKDAYS, WEEKEND = 0b0011111, 0b1100000

ENGLISH = {
    Request(at=time(0)): "midnight; 12 at night",
    Request(at=time(0, 30)): "at 0:30",
    Request(at=time(1)): "1 at night",
    Request(at=time(5)): "at 5",
    Request(at=time(7)): "early morning; early in the morning; at 7 every morning",
    Request(at=time(7, 45)): "make it 7:45",
    Request(at=time(8, 15)): "quarter past 8",
    Request(at=time(8, 30)): "every morning at 8:30 please",
    Request(at=time(8, 45)): "quarter to 9",
    Request(at=time(8, 50)): "ten to nine",
    Request(at=time(9)): """
        at 9; 9; 9am; 9 am; 9 a.m.; at 9 in the morning; nine o'clock; 9 o'clock; in the morning; every morning;
        mornings; today at 9; around 9; by 9; remind me at 9
    """,
    Request(at=time(9, 20)): "twenty past nine",
    Request(at=time(9, 30)): "9:30; 9.30; half past nine; nine thirty; thanks, 9:30 is fine",
    Request(at=time(10)): "ten; let's do 10 am; morning at 10",
    Request(at=time(11)): "before lunch",
    Request(at=time(12)): "noon; at noon; 12:00",
    Request(at=time(13)): "at lunch",
    Request(at=time(14)): "after lunch",
    Request(at=time(15)): "3 in the afternoon; in the afternoon",
    Request(at=time(17)): "5 o'clock in the evening",
    Request(at=time(18)): "6 in the evening",
    Request(at=time(18, 30)): "18-30; 1830; 18:30 please",
    Request(at=time(19)): "in the evening; tonight; after work; sometime in the evening; at dinner; early evening",
    Request(at=time(19, 30)): "at half past seven in the evening",
    Request(at=time(20)): "every evening at 8; at 8 every evening; please send it at 8 pm; change it to 8pm",
    Request(at=time(21)): "9pm; at 9 in the evening; 9 in the evening; about 9 pm; 9 tonight",
    Request(at=time(21, 15)): "at 21.15",
    Request(at=time(21, 30)): "9:30 pm",
    Request(at=time(22)): "at 10 at night; 10 at night; at night; late in the evening; before bed; late night",
    Request(at=time(22, 15)): "move to 10:15 pm",
    Request(at=time(8), tomorrow=True): "from tomorrow at 8",
    Request(at=time(8), days=WORKDAYS): "weekdays 8",
    Request(at=time(8), days=0b0001111): "from monday to thursday, 8 am",
    Request(at=time(8, 15), days=WORKDAYS): "on weekdays at 8:15; mon-fri 8:15",
    Request(at=time(8, 30), tomorrow=True): "starting tomorrow at 8:30",
    Request(at=time(9), tomorrow=True): "tomorrow at 9; tomorrow morning",
    Request(at=time(9), days=EVERY_DAY): "every day at 9; daily at 9",
    Request(at=time(9), days=WORKDAYS): """
        every weekday at 9; monday to friday at 9; no weekends at 9; weekday mornings; on business days at 9
    """,
    Request(at=time(9), days=0b0010101): "mon, wed, fri at 9",
    Request(at=time(9), every=2): "every other day at 9",
    Request(at=time(9), days=0b1101111): "every day except friday at 9",
    Request(at=time(9, 30), days=WORKDAYS): "I want it at 9:30 every weekday",
    Request(at=time(10), days=0b0000001): "mondays at 10; every monday at 10",
    Request(at=time(10), every=2): "once every two days at 10",
    Request(at=time(11), days=WEEKEND): "on weekends at 11",
    Request(at=time(12), days=WORKDAYS): "noon on weekdays",
    Request(at=time(12), days=WEEKEND): "saturday and sunday at noon",
    Request(at=time(18), days=0b0001010): "Tuesdays and Thursdays at 6 pm",
    Request(at=time(19), days=0b0010101): "7 pm mon wed fri",
    Request(at=time(20), tomorrow=True): "tomorrow evening at 8",
    Request(tomorrow=True): "tomorrow; starting tomorrow; not today",
    Request(days=WORKDAYS): "every weekday; except weekends; not on weekends",
    Request(every=3): "every 3 days; twice a week; twice weekly",
    Request(every=2): "3 times a week",
    Request(every=7): "weekly; every week",
    Request(days=0b0000001): "on Mondays only",
    Request(days=0b0000001, every=7): "once a week on monday",
    Request(off=True): "stop; turn it off; unsubscribe; no more; please stop sending",
}
RUSSIAN = {
    Request(at=time(0)): "в полночь; в 12 ночи",
    Request(at=time(0, 30)): "в 0:30",
    Request(at=time(1)): "в час ночи",
    Request(at=time(3)): "в 3 часа ночи",
    Request(at=time(5)): "в 5",
    Request(at=time(7)): "рано утром; с утра пораньше",
    Request(at=time(7, 30)): "в семь тридцать",
    Request(at=time(7, 45)): "поставь на 7:45",
    Request(at=time(8)): "часиков в 8",
    Request(at=time(8, 15)): "четверть девятого; в восемь пятнадцать",
    Request(at=time(8, 30)): """
        полдевятого; в полдевятого; в пол девятого; пол-девятого; в половине девятого; каждое утро в 8:30
    """,
    Request(at=time(8, 45)): "без четверти девять",
    Request(at=time(8, 50)): "без десяти девять",
    Request(at=time(9)): """
        в 9; 9; в 9 утра; 9 утра; 9 часов; в 9 часов утра; в 9 ч; в девять; в девять утра; утром; с утра;
        по утрам; каждое утро; часов в 9; около 9; где-то в 9; к 9; давай в 9; можно в 9; присылай в 9 утра;
        в 9 ноль ноль
    """,
    Request(at=time(9, 30)): "9:30; 9.30; 9-30; спасибо, в 9:30 нормально",
    Request(at=time(10)): "давай в 10 утра; утром в 10",
    Request(at=time(11)): "до обеда; в 11 дня",
    Request(at=time(12)): "в полдень",
    Request(at=time(13)): "в обед; в час дня",
    Request(at=time(14)): "после обеда; в 2 часа дня",
    Request(at=time(15)): "днем; днём; 3 дня",
    Request(at=time(16)): "в 4 дня",
    Request(at=time(17)): "в пять часов вечера",
    Request(at=time(18, 30)): "18-30; в 18-30; 1830",
    Request(at=time(19)): "вечером; после работы; сегодня вечером; каждый вечер; ближе к вечеру; за ужином; вечерком",
    Request(at=time(19, 30)): "в половине восьмого вечера",
    Request(at=time(20)): "сегодня в 20:00; каждый вечер в 8; вечером в 8; в 8 вечера; поменяй на 20:00; после ужина",
    Request(at=time(21)): "9 вечера; в 9 вечера; в девять вечера; хочу в 9 вечера; в 9 вечера сегодня",
    Request(at=time(21, 15)): "в 21.15",
    Request(at=time(22)): "ночью; поздно вечером; перед сном",
    Request(at=time(22, 15)): "перенеси на 22:15",
    Request(at=time(23)): "в 11 ночи",
    Request(at=time(7), days=EVERY_DAY): "в 7 утра по будням и в 10 по выходным",
    Request(at=time(8), days=0b0001111): "с пн по чт в 8 утра",
    Request(at=time(8, 15), days=WORKDAYS): "в будни в 8:15; пн-пт 8:15",
    Request(at=time(9), tomorrow=True): """
        завтра в 9; завтра утром; с завтрашнего дня в 9; с завтра в 9; начиная с завтра в 9
    """,
    Request(at=time(9), days=EVERY_DAY): "каждый день в 9; ежедневно в 9",
    Request(at=time(9), days=WORKDAYS): """
        по будням в 9; по будням утром; в рабочие дни в 9; с понедельника по пятницу в 9; по утрам в будни
    """,
    Request(at=time(9), days=0b0010101): "пн ср пт в 9",
    Request(at=time(9), days=0b1101111): "каждый день кроме пятницы в 9",
    Request(at=time(10), days=0b0000001): "по понедельникам в 10",
    Request(at=time(10), days=0b0000100): "каждую среду в 10",
    Request(at=time(10), every=2): "раз в два дня в 10",
    Request(at=time(11), days=WEEKEND): "по выходным в 11",
    Request(at=time(12), days=WEEKEND): "в субботу и воскресенье в полдень",
    Request(at=time(18), days=0b0001010): "по вторникам и четвергам в 18:00",
    Request(at=time(19), tomorrow=True): "завтра вечером",
    Request(at=time(20), tomorrow=True): "завтра вечером в 8",
    Request(tomorrow=True): "завтра; с завтрашнего дня; не сегодня",
    Request(days=WORKDAYS): "по будням; кроме выходных",
    Request(every=2): "через день; 3 раза в неделю",
    Request(every=3): "раз в 3 дня; два раза в неделю; 2 раза в неделю",
    Request(every=7): "раз в неделю; каждую неделю",
    Request(days=EVERY_DAY): "без выходных",
    Request(days=0b0000001): "только по понедельникам",
    Request(off=True): "выключи; отпишись; отписаться; стоп; не надо; больше не присылай; хватит; больше не надо",
}
UKRAINIAN = {
    Request(at=time(0)): "опівночі; о 12 ночі",
    Request(at=time(0, 30)): "о 0:30",
    Request(at=time(1)): "о 1 ночі",
    Request(at=time(3)): "о 3 годині ночі",
    Request(at=time(5)): "о 5",
    Request(at=time(7)): "рано-вранці; рано вранці",
    Request(at=time(7, 30)): "о сьомій тридцять",
    Request(at=time(7, 45)): "постав на 7:45",
    Request(at=time(8)): "годині о 8",
    Request(at=time(8, 15)): "о восьмій п'ятнадцять",
    Request(at=time(8, 30)): "о пів на дев'яту; пів на дев’яту; о пів дев'ятої; щоранку о 8:30",
    Request(at=time(8, 45)): "за чверть дев'ята",
    Request(at=time(8, 50)): "за десять дев'ята",
    Request(at=time(9)): """
        о 9; 9; о 9 ранку; 9 ранку; о дев'ятій; о дев'ятій ранку; о 9 годині; 9 година; вранці; зранку; щоранку;
        кожного ранку; десь о 9; близько 9; о 9-й; давай о 9; можна о 9; надсилай о 9 ранку
    """,
    Request(at=time(9, 15)): "чверть по дев'ятій",
    Request(at=time(9, 30)): "9:30; 9.30; дякую, о 9:30 нормально",
    Request(at=time(10)): "давай о 10 ранку; зранку о 10",
    Request(at=time(11)): "до обіду; об 11 дня",
    Request(at=time(12)): "опівдні",
    Request(at=time(13)): "в обід",
    Request(at=time(14)): "по обіді; після обіду; о 2 годині дня",
    Request(at=time(15)): "вдень",
    Request(at=time(16)): "о 4 дня",
    Request(at=time(17)): "о п'ятій вечора",
    Request(at=time(18, 30)): "18-30; о 18-30",
    Request(at=time(19)): """
        ввечері; увечері; щовечора; після роботи; сьогодні ввечері; кожного вечора; ближче до вечора;
        за вечерею; надвечір
    """,
    Request(at=time(19, 30)): "о пів на восьму вечора",
    Request(at=time(20)): "щовечора о 8; сьогодні о 20:00; ввечері о 8; о 8 вечора; зміни на 20:00; після вечері",
    Request(at=time(20, 30)): "о пів на дев'яту вечора",
    Request(at=time(21)): "9 вечора; о 9 вечора; о дев’ятій вечора; хочу о 9 вечора; о 9 вечора сьогодні",
    Request(at=time(21, 15)): "о 21.15",
    Request(at=time(22)): "вночі; уночі; пізно ввечері; перед сном",
    Request(at=time(22, 15)): "перенеси на 22:15",
    Request(at=time(23)): "об 11 ночі",
    Request(at=time(8), days=EVERY_DAY): "щодня о 8",
    Request(at=time(8), days=0b0001111): "з пн по чт о 8 ранку",
    Request(at=time(8, 15), days=WORKDAYS): "у будні дні о 8:15; пн-пт 8:15",
    Request(at=time(9), tomorrow=True): "завтра о 9; завтра вранці; із завтрашнього дня о 9; з завтра о 9",
    Request(at=time(9), days=EVERY_DAY): "кожен день о 9; кожного дня о 9",
    Request(at=time(9), days=WORKDAYS): """
        по буднях о 9; в робочі дні о 9; з понеділка по п'ятницю о 9; з понеділка до п’ятниці о 9; щобудня о 9;
        у будні зранку
    """,
    Request(at=time(9), days=0b0010101): "пн ср пт о 9",
    Request(at=time(9), days=0b1101111): "щодня крім п'ятниці о 9",
    Request(at=time(10), days=0b0000001): "щопонеділка о 10; по понеділках о 10",
    Request(at=time(10), days=0b0000100): "кожної середи о 10",
    Request(at=time(10), every=2): "раз на два дні о 10",
    Request(at=time(11), days=WEEKEND): "у вихідні об 11; по вихідних об 11",
    Request(at=time(11), days=0b0100000): "щосуботи об 11; кожну суботу об 11",
    Request(at=time(12), days=WEEKEND): "у суботу та неділю опівдні",
    Request(at=time(18), days=0b0001010): "щовівторка і щочетверга о 18:00",
    Request(at=time(19), tomorrow=True): "завтра ввечері",
    Request(at=time(20), tomorrow=True): "завтра ввечері о 8",
    Request(days=EVERY_DAY): "щодня; без вихідних",
    Request(tomorrow=True): "завтра; від завтра; не сьогодні",
    Request(days=WORKDAYS): "у будні; крім вихідних",
    Request(every=2): "через день; тричі на тиждень",
    Request(every=3): "раз на 3 дні; двічі на тиждень; 2 рази на тиждень",
    Request(every=7): "раз на тиждень; щотижня",
    Request(days=0b0000001): "лише по понеділках",
    Request(off=True): "вимкни; відпишись; відписатися; стоп; не треба; більше не надсилай; досить; більше не треба",
}

PHRASES = [
    pytest.param(phrase, asked, id=phrase)
    for table in (ENGLISH, RUSSIAN, UKRAINIAN)
    for asked, phrases in table.items()
    for phrase in " ".join(phrases.split()).split("; ")
]
WORDS = st.sampled_from([(str(each.values[0]), each.values[1]) for each in PHRASES])
MORNINGS, AFTERNOONS = ("am", "in the morning", "утра", "ранку"), ("pm", "in the afternoon", "после обеда", "по обіді")
NIGHTS = ("at night", "ночи", "ночі")


@pytest.mark.parametrize(("phrase", "asked"), PHRASES)
def test_a_wish_is_understood_as_people_type_it(phrase: str, asked: Request) -> None:
    understood = parse_daily(phrase, ())
    assert (replace(understood, unknown=()) if asked.off else understood) == asked


@given(WORDS, st.sampled_from(("please", "присылай мне", "надсилай", "примерно", "можна", "now")))
def test_words_around_a_wish_change_nothing(wish: tuple[str, Request], around: str) -> None:
    assert parse_daily(f"{around} {wish[0]}", ()) == parse_daily(wish[0], ())


@given(WORDS, st.sampled_from(("tomorrow", "from tomorrow", "завтра", "с завтрашнего дня", "із завтрашнього дня")))
def test_a_wish_can_begin_tomorrow(wish: tuple[str, Request], tomorrow: str) -> None:
    assert parse_daily(f"{tomorrow} {wish[0]}", ()) == replace(parse_daily(wish[0], ()), tomorrow=True)


@given(st.integers(1, 12), st.integers(0, 59))
def test_hours_of_a_part_of_the_day_are_the_twelve_that_are_told_by_it(hour: int, minute: int) -> None:
    for words, first in ((MORNINGS, 0), (AFTERNOONS, 12), (NIGHTS, 18)):
        told = (first + (hour - first) % 12) % 24
        assert {parse_time(f"{hour}:{minute:02} {word}") for word in words} == {time(told, minute)}


@given(st.integers(0, 6), st.sampled_from(("every day except", "ежедневно кроме", "щодня крім")))
def test_a_day_can_be_left_out(day: int, words: str) -> None:
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day]
    assert parse_daily(f"{words} {name}", ()) == Request(days=EVERY_DAY & ~(1 << day))
