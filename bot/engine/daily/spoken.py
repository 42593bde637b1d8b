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

_PARTS = (
    (
        "am",
        "7:00",
        r"early(?: in the)?(?: mornings?)?|(?:утром |с утра )?пораньше|рано(?:[ -](?:утром|с утра|вранці|зранку))?",
    ),
    ("am", "11:00", r"before lunch|(?:до|перед) обед(?:а|ом)|(?:до|перед) обід(?:у|ом)"),
    ("pm", "14:00", r"after lunch|после обеда|по ?обіді|після обіду"),
    ("дня", "13:00", r"lunch(?: ?time)?|обед|обід"),
    ("pm", "15:00", r"(?:in the |every |each |this )?afternoons?"),
    ("дня", "15:00", r"днем|вдень|удень"),
    ("вечера", "19:00", r"after work|после работы|після роботи"),
    ("вечера", "20:00", r"after dinner|после ужина|після вечері"),
    ("вечера", "19:00", r"dinner(?: ?time)?|за ужином|за вечерею"),
    ("ночи", "22:00", r"before (?:bed(?: ?time)?|sleep)|перед сном|на ночь|на ніч"),
    (
        "вечера",
        "22:00",
        r"late(?: in the| at)?(?: evenings?| nights?)?|(?:поздно|пізно)(?: вечером| ввечері| увечері)?",
    ),
    (
        "am",
        "9:00",
        (
            r"(?:in the |every |each |this )?mornings?|утром|утро|с утра|по утрам"
            r"|вранці|уранці|зранку|щоранку|ранку"
        ),
    ),
    (
        "вечера",
        "19:00",
        (
            r"(?:in the |every |each |this )?evenings?|tonight|вечер(?:ом|ами|ком|у)?|по вечерам"
            r"|надвечір|(?:до )?вечора|ввечері|увечері|вечорами|щовечора"
        ),
    ),
    ("ночи", "22:00", r"(?:at |in the |every |each )?nights?|ночью|по ночам|вночі|уночі|щоночі"),
)
"""Parts of the day: the mark of `terms.HALVES` that their hours bear, the hour where none is said, and the words."""
_PART = "|".join(words for _, _, words in _PARTS)

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
    rf"(?P<mark>(?= (?:{_MARK}|{_PART})\b)|$)?"
)
_SHARP = re.compile(r"\b(\d{1,2}) (?:ноль|нуль) (?:ноль|нуль)\b")
_BARE = re.compile(r"(?<![\d:.])(?:([01]?\d|2[0-3])[ h-]|([01]\d|2[0-3]))([0-5]\d)(?![\d:.])")
"""Digits without a colon: "9 30", "9-30", "9h30", "0930"."""
_NAMED = (
    (re.compile(r"\b(?:12 )?(?:noon|midday|полдень|полудень|опівдні)\b"), "12:00"),
    (re.compile(r"\b(?:midnight|полночь|північ|опівночі)\b"), "0:00"),
)
_CLOCK = r"(?:at |в |во |о |об )?(?:1[0-2]|0?\d)(?:[:.]\d\d)?(?![\d:.])"


def in_digits(text: str) -> str:
    """The text with times in words as digits, which `terms.CLOCK` finds; everything else as it is."""
    for pattern, clock in _NAMED:
        text = pattern.sub(clock, text)
    text = _BARE.sub(lambda found: f"{found[1] or found[2]}:{found[3]}", _SHARP.sub(r"\1:00", text))
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
    """A part of the day goes to the hour beside it, and means one of its own where there is none."""
    for half, alone, words in _PARTS:
        text = re.sub(rf"({_CLOCK})(?: oclock| час(?:ов|а)| годин[аиіу])? (?:{words})\b", rf"\1 {half}", text)
        text = re.sub(rf"\b(?:{words}) ({_CLOCK})", rf"\1 {half}", text)
        beside = re.search(r"\d[:.]\d|(?:at|в|во|о|об) \d|\d (?:am|pm|дня|вечера|ночи)\b", text)
        text = re.sub(rf"\b(?:{words})\b", "" if beside else alone, text)
    return " ".join(text.split())
