"""How people name hours, weekdays, months and spans in English, Russian and Ukrainian.

Patterns are for text in lower case with `е` for `ё`, without apostrophes and with `-` for every dash.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_WEEKDAYS = (
    r"mon(?:days?)?|пн|понедельник(?:а|и|у|ам)?|понеділ(?:ок|ка|ки|кам|ках)",
    r"tue(?:s|sdays?)?|вт|вторник(?:а|и|у|ам)?|вівтор(?:ок|ка|ки|кам|ках)",
    r"wed(?:s|nesdays?)?|ср|сред(?:а|у|ы|ам)|серед(?:а|у|и|ам|ах)",
    r"thu(?:r|rs|rsdays?)?|чт|четверг(?:а|и|у|ам)?|четвер(?:га|ги|гам|гах)?",
    r"fri(?:days?)?|пт|пятниц(?:а|у|ы|ам|я|ю|і|ям|ях)",
    r"sat(?:urdays?)?|сб|субб?от(?:а|у|ы|и|ам|ах)",
    r"sun(?:days?)?|вс|нд|воскресень(?:е|я|ям)|неділ(?:я|ю|і|ям|ях)",
)
_MONTHS = (
    r"jan(?:uary)?|янв(?:ар[ья])?|січ(?:ень|ня)?",
    r"feb(?:ruary)?|фев(?:рал[ья])?|лют(?:ий|ого)?",
    r"mar(?:ch)?|мар(?:та?)?|бер(?:езень|езня)?",
    r"apr(?:il)?|апр(?:ел[ья])?|квіт(?:ень|ня)?",
    r"may|ма[йя]|трав(?:ень|ня)?",
    r"june?|июн[ья]?|черв(?:ень|ня)?",
    r"july?|июл[ья]?|лип(?:ень|ня)?",
    r"aug(?:ust)?|авг(?:уста?)?|серп(?:ень|ня)?",
    r"sept?(?:ember)?|сент?(?:ябр[ья])?|вер(?:есень|есня)?",
    r"oct(?:ober)?|окт(?:ябр[ья])?|жовт(?:ень|ня)?",
    r"nov(?:ember)?|ноя(?:б|бр[ья])?|лист(?:опад|опада)?",
    r"dec(?:ember)?|дек(?:абр[ья])?|груд(?:ень|ня)?",
)
_WEEKDAY = "|".join(_WEEKDAYS)
_MONTH = "|".join(_MONTHS)

CLOCK = re.compile(
    r"(?<![\w.:])(?P<before>at |в |во |о |об )?(?P<hour>[01]?\d|2[0-4])(?:(?P<minutes>[:.][0-5]\d)(?::[0-5]\d)?)?"
    r"(?P<hours> ?(?:h|oclock|часов|часа|часу|час|ч|годині|години|година|годин|год)\b)?"
    r"(?: ?(?P<half>am|pm|a\.m\.|p\.m\.|утра|ранку|дня|вечера|вечора|ночи|ночі))?(?![\w:]|\.\d)"
)
"""A time of day; a bare number is one too, where nothing says better."""
HALVES: Mapping[str, int] = MappingProxyType(
    {
        word: begins
        for begins, words in (
            (0, "am a.m. утра ранку"),
            (10, "дня"),
            (12, "pm p.m."),
            (15, "вечера вечора"),
            (18, "ночи ночі"),
        )
        for word in words.split()
    }
)
"""The hour from which twelve hours are told by that word: eleven of the day is 11:00, eleven of the night 23:00."""

DAYS = re.compile(rf"\b(?P<first>{_WEEKDAY})(?: ?- ?| to | till | until | through | по | до )(?P<last>{_WEEKDAY})\b")
"""A span of weekdays."""
DAY = re.compile(rf"\b(?:{_WEEKDAY})\b")
GROUPS: Mapping[re.Pattern[str], int] = MappingProxyType(
    {
        # "Без выходных" is an idiom: on each day, days off too.
        re.compile(
            r"\b(?:every ?day|all days|each day|daily|ежедневно|кажд(?:ый|ого) д(?:ень|ня)|щодня|щоденно"
            r"|кож(?:ен|ного) д(?:ень|ня)|без выходных|без вихідних)\b"
        ): 0b1111111,
        re.compile(
            r"\b(?:weekdays?|workdays?|working days|business days|week days|щобудн(?:я|ів)"
            r"|будн(?:ие дни|им дням|і дні|іх днях|ими|и|ям|ях|і|іми)"
            r"|рабоч(?:ие|им|ий)(?: дн(?:и|ям))?|робоч(?:і|им|их)(?: дн(?:і|ям|ях))?)\b"
        ): 0b0011111,
        re.compile(r"\b(?:weekends?|выходн(?:ые|ым|ых)|вихідн(?:і|им|их))\b"): 0b1100000,
    }
)
"""Weekdays that have a name together, as bits from Monday."""
EXCEPT = re.compile(r"\b(?:except|but not|but|not|no|кроме|крім|окрім|не)\b")
"""The days after it are left out."""

_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, text in enumerate(
            (
                "",
                "a an one один одну одно",
                "two два две дві other second couple пару twice дважды двічі",
                "three три few несколько кілька декілька трижды тричі",
                "four чотири четыре",
                "five пять",
                "six шесть шість",
                "seven семь сім",
                "eight восемь вісім",
                "nine девять",
                "ten десять",
            )
        )
        for word in text.split()
    }
)
_COUNT = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"

SPACING = re.compile(
    r"\b(?:every|each|once (?:every|in)|раз (?:в|на)|кажд(?:ые|ый|ую)|кож(?:ні|ний|ен))"
    rf"(?: (?P<count>{_COUNT}))?"
    r" (?:(?P<days>days?|дн(?:я|ей|і|ів)|день)|(?P<weeks>weeks?|недел(?:ю|и|ь)|тиж(?:день|ні|нів)))\b"
    rf"|\b(?P<times>{_COUNT})(?: times| раза?| рази| разів)? (?:(?:a|per|в|на) (?:week|неделю|тиждень)|weekly)\b"
    r"|\b(?P<other>через день)\b|\b(?P<weekly>once a week|weekly|еженедельно|щотижня)\b"
)
"""A number of days from one question to the next, or of questions a week."""

SPAN = re.compile(
    rf"\b(?P<count>{_COUNT})?(?: of)? ?"
    r"(?:(?P<day>d|days?|дн(?:я|ей|і|ів|ь)|день|д)"
    r"|(?P<week>w|weeks?|wks?|недел(?:я|ю|и|ь)|недельку|нед|тиж(?:день|ні|нів|ня)?)"
    r"|(?P<month>m|months?|месяц(?:а|ев)?|мес|місяц(?:ь|і|ів)|міс)"
    r"|(?P<half>half a year|полгода|пів ?року)|(?P<year>y|years?|год|рік))\b"
)
"""A length of time, such as that of a pause."""
DATES = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>20\d\d))?\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|-?го)?(?: of)? (?P<name>{_MONTH})\b(?: (?P<year>20\d\d)\b)?"),
    re.compile(rf"\b(?P<name>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>20\d\d)\b)?"),
)
"""A day of a month, in the orders it is written in."""
EDGES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "day": re.compile(r"\b(?:today|сегодня|сьогодні)\b"),
        "week": re.compile(
            r"\b(?:end of (?:the |this )?week|(?:next|this) week|(?:конца|следующей|этой|эту) недел[юие]"
            r"|(?:кінця|наступного|цього|цей) тиж(?:ня|день))\b"
        ),
        "month": re.compile(
            r"\b(?:end of (?:the |this )?month|(?:next|this) month|(?:конца|следующего|этого|этот) месяца?"
            r"|(?:кінця|наступного|цього|цей) місяц[яь])\b"
        ),
        "year": re.compile(r"\b(?:end of (?:the |this )?year|new year|(?:нового|конца) года|(?:нового|кінця) року)\b"),
    }
)
"""What a pause lasts to the end of."""
TOMORROW = re.compile(
    r"\b(?:not today|не сегодня|не сьогодні|(?:(?:starting|beginning|from|начиная|починаючи|со?|зі?|із|від) )*"
    r"(?:tomorrow|завтра(?:шнего дня|шнього дня)?))\b"
)
OFF = re.compile(
    r"\b(?:off|stop|disable|unsubscribe|cancel|no more|выкл(?:ючи|ючить)?|отключи(?:ть)?|стоп|отмена|хватит"
    r"|отпи(?:шись|шите|шитесь|саться)|не (?:надо|нужно|присылай)|больше не|вимк(?:ни|нути)?|відключи(?:ти)?|скасуй"
    r"|досить|відпи(?:шись|шіться|сатися)|не (?:треба|потрібно|надсилай)|більше не)\b"
)
OVER = re.compile(
    rf"{OFF.pattern}|\b(?:on|over|end|resume|continue|unpause|продолж(?:и|ить|ай|аем)|снова|вкл(?:ючи)?|продовж(?:и|ити|уй|уємо)|знову"
    r"|увімкни|далі|дальше|(?:сн(?:ими|ять)|зн(?:іми|яти)|закон?чи(?:ть)?|закінчи(?:ти)?|убери|прибери) паузу)\b"
)
"""Words that end a pause."""

FILLERS = re.compile(
    r"\b(?:now|today|i want|i would like|its|it is|please|thanks|thank you|ok|fine|send|ask|remind|change|make|move|set"
    r"|do|me|it|to|is|from|around|about|by|every|each|this|only|sometime|lets"
    r"|сейчас|сегодня|хочу|можно|мне|спасибо|нормально|присылай|присылайте|спрашивай|задавай|напоминай|поменяй|измени"
    r"|поставь|перенеси|кажд(?:ый|ую|ое|ого|ые)|где-то|около|примерно|ближе|часов|часиков|часу|к|лучше|только|давайте"
    r"|зараз|сьогодні|можна|мені|дякую|нормально|надсилай|надсилайте|присилай|питай|нагадуй|зміни|постав|став|перенеси"
    r"|кож(?:ен|ну|не|ної|ного|ні)|десь|близько|приблизно|ближче|годин|годині|від|у|краще|лише|тільки)\b"
)
"""What people say around a wish, and what adds nothing to it."""
FILLERS_AHEAD = re.compile(rf"^(?:{FILLERS.pattern} ?)+")


def weekday(name: str) -> int:
    """Number of a weekday that `DAY` found, 0 being Monday."""
    return next(number for number, pattern in enumerate(_WEEKDAYS) if re.fullmatch(pattern, name))


def month(name: str) -> int:
    """Number of a month that one of `DATES` found, 1 being January."""
    return next(number for number, pattern in enumerate(_MONTHS, 1) if re.fullmatch(pattern, name))


def number(count: str | None) -> int:
    """A number in digits or as one of the words that `SPAN` and `SPACING` find; 1 when there is none."""
    return int(count) if count and count.isdecimal() else _NUMBERS.get(count or "", 1)


def plain(text: str) -> str:
    """The text as these patterns expect it."""
    folded = re.sub(r"['’ʼ`´]", "", text.casefold().replace("ё", "е"))
    folded = re.sub(rf"\bщо(?=(?:{_WEEKDAY})\b)", "", folded)
    return " ".join(re.sub(r"[,;!?]", " ", re.sub(r"[‐-―−]", "-", folded)).split())
