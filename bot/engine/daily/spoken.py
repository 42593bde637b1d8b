"""Times of day in words: "half past nine", "в полдень", "о пів на дев’яту", "вечером в 8".

All of it is for text as `terms.plain` makes it.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_HOURS = (
    r"one|час|один|первого|перш(?:а|у|ої|ій)",
    r"two|два|второго|друг(?:а|у|ої|ій)",
    r"three|три|третьего|трет(?:я|ю|ьої|ій)",
    r"four|четыре|четвертого|четверт(?:а|у|ої|ій)",
    r"five|пять|пятого|пят(?:а|у|ої|ій)",
    r"six|шесть|шестого|шост(?:а|у|ої|ій)",
    r"seven|семь|седьмого|сьом(?:а|у|ої|ій)",
    r"eight|восемь|восьмого|восьм(?:а|у|ої|ій)",
    r"nine|девять|девятого|девят(?:а|у|ої|ій)",
    r"ten|десять|десятого|десят(?:а|у|ої|ій)",
    r"eleven|одиннадцать|одиннадцатого|одинадцят(?:а|у|ої|ій)",
    r"twelve|двенадцать|двенадцатого|дванадцят(?:а|у|ої|ій)",
)
_MINUTES: Mapping[str, int] = MappingProxyType(
    {
        word: minutes
        for minutes, words in (
            (5, "five пяти пять"),
            (10, "ten десяти десять"),
            (15, "quarter fifteen четверть четверти пятнадцать чверть пятнадцять"),
            (20, "twenty двадцати двадцять"),
            (30, "half thirty пол половина половине половину тридцать пів тридцять"),
            (45, "forty-five сорок_пять"),
        )
        for word in words.replace("_", " ").split()
    }
    | {"forty five": 45, "сорок пять": 45}
)
_WORD = "|".join(_HOURS)
_HOUR = rf"(?P<hour>\d{{1,2}}|{_WORD})\b"
_MARK = r"am|pm|oclock|утра|дня|вечера|ночи|часов|часа|ранку|вечора|ночі|годин[аиіу]"

_PAST = re.compile(rf"\b(?:a )?(?P<minutes>half|quarter|twenty|ten|five|чверть) (?:past|after|по) {_HOUR}")
_TO = re.compile(
    rf"\b(?:a )?(?:(?P<minutes>quarter|twenty|ten|five|чверть) (?:to|till|before|до)"
    rf"|без (?P<short>четверти|двадцати|десяти|пяти)|за (?P<less>чверть|двадцять|десять|пять)) {_HOUR}"
)
_INTO = re.compile(rf"\b(?P<minutes>пол(?:овин[аеу])?|четверть|пів|чверть)(?:[ -]|(?=[а-яіїє]))(?:на |до )?{_HOUR}")
"""Russian and Ukrainian tell the part of the hour that is running: the ninth begins at eight."""
_HALF = re.compile(rf"\bhalf {_HOUR}")
_PLAIN = re.compile(
    rf"(?P<before>\b(?:at|в|во|о|об) |^)(?P<hour>{_WORD})\b"
    r"(?: (?P<minutes>thirty|fifteen|forty.five|тридцать|пятнадцать|сорок пять|тридцять|пятнадцять)\b)?"
    rf"(?P<mark>(?= (?:{_MARK})\b)|$)?"
)
_BARE = re.compile(r"(?<![\d:.])(?:([01]?\d|2[0-3])[ h-]|([01]\d|2[0-3]))([0-5]\d)(?![\d:.])")
"""Digits without a colon: "9 30", "9-30", "9h30", "0930"."""
_LATE = re.compile(r"(?<![\d:.])((?:1[7-9]|2[0-3])(?:[:.]\d\d)?) (?:вечера|вечора|pm)\b")
"""An evening that is said twice."""
_NAMED = (
    (re.compile(r"\b(?:12 )?(?:noon|midday|полдень|полудень|опівдні)\b"), "12:00"),
    (re.compile(r"\b(?:midnight|полночь|північ|опівночі)\b"), "0:00"),
    (re.compile(r"\b(?:lunch(?: ?time)?|обед|обід)\b"), "13:00"),
)
_DAYTIMES = (
    (
        "am",
        "9:00",
        r"(?:in the |every |each )?mornings?|(?:рано )?утром|с утра|по утрам|каждое утро|вранці|зранку|уранці|щоранку",
    ),
    (
        "pm",
        "19:00",
        r"(?:in the |every |each )?evenings?|вечер(?:ом|ами)|по вечерам|каждый вечер|ввечері|увечері|вечорами|щовечора",
    ),
)
"""Half of the day, the hour where none is said, and the words."""
_CLOCK = r"(?:at |в |во |о |об )?(?:1[0-2]|0?\d)(?:[:.]\d\d)?(?![\d:.])"


def in_digits(text: str) -> str:
    """The text with times in words as digits, which `terms.CLOCK` finds; everything else as it is."""
    for pattern, clock in _NAMED:
        text = pattern.sub(clock, text)
    text = _LATE.sub(r"\1", _BARE.sub(lambda found: f"{found[1] or found[2]}:{found[3]}", text))
    text = _PAST.sub(lambda found: _clock(found, _minutes(found)), text)
    text = _TO.sub(lambda found: _clock(found, -_minutes(found)), text)
    text = _INTO.sub(lambda found: _clock(found, _minutes(found) - 60), text)
    text = _HALF.sub(lambda found: _clock(found, 30), text)
    return _daytime(_PLAIN.sub(_plain, text))


def _minutes(found: re.Match[str]) -> int:
    said = (found[name] for name in ("minutes", "short", "less") if name in found.groupdict())
    return next(_MINUTES[word] for word in said if word)


def _clock(found: re.Match[str], minutes: int) -> str:
    """The time so many minutes after the hour that was named; twelve comes before one."""
    hour, minute = divmod(_number(found["hour"]) * 60 + minutes, 60)
    return f"{hour or 12}:{minute:02}"


def _number(hour: str) -> int:
    named = (number for number, words in enumerate(_HOURS, 1) if re.fullmatch(words, hour))
    return int(hour) if hour.isdecimal() else next(named)


def _plain(found: re.Match[str]) -> str:
    """An hour in words counts where something beside it says that it is one, or where nothing else is said."""
    alone = found["before"] == "" and found.end() == len(found.string)
    if not (found["before"] or found["minutes"] or alone or found["mark"] is not None):
        return found[0]
    minutes = _MINUTES[found["minutes"].replace("-", " ")] if found["minutes"] else 0
    return f"{found['before']}{_clock(found, minutes)}"


def _daytime(text: str) -> str:
    """Morning and evening go to the hour beside them, and mean one of their own where there is none."""
    for half, alone, words in _DAYTIMES:
        text = re.sub(rf"({_CLOCK})(?: oclock| час(?:ов|а)| годин[аиіу])? (?:{words})\b", rf"\1 {half}", text)
        text = re.sub(rf"\b(?:{words}) ({_CLOCK})", rf"\1 {half}", text)
        beside = re.search(r"\d[:.]\d|(?:at|в|во|о|об) \d", text)
        text = re.sub(rf"\b(?:{words})\b", "" if beside else alone, text)
    return text
