"""Callback data of every button: `str` of one of these classes, parsed strictly."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from zlib import crc32

from bot.domain.dialogue import Command, Mode, Temper
from bot.domain.language import Language, Level
from bot.domain.scorecard import Contested, Decision

DATA_LIMIT = 64
"""Bytes of UTF-8; Bot API, InlineKeyboardButton.callback_data."""

_ANY = "*"
_NONE = "-"
_SWITCH = {True: "on", False: "off"}
_DIGITS = 18
_CONTEST = re.compile(r"(\d+)(?::(\d+)(?::([pf][0-9a-f]{8})(?::(\d+))?)?)?")


class Setting(StrEnum):
    """What a person can set: the language, and what `Preferences` has under these names."""

    LANGUAGE = "language"
    MODE = "mode"
    TEMPER = "temper"
    FIXED = "fixed"
    MINUTES = "minutes"
    QUESTION_MINUTES = "question_minutes"
    CONFIDENCE = "confidence"


Value = Language | Mode | Temper | bool | int | None
"""A value of a setting; None is no limit."""

OPTIONS: Mapping[Setting, tuple[Value, ...]] = MappingProxyType(
    {
        Setting.LANGUAGE: tuple(Language),
        Setting.MODE: tuple(Mode),
        Setting.TEMPER: tuple(Temper),
        Setting.FIXED: (True, False),
        Setting.MINUTES: (None, 15, 30, 45),
        Setting.QUESTION_MINUTES: (None, 3, 5, 10),
        Setting.CONFIDENCE: (False, True),
    }
)
"""Values to choose from, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class InInterview:
    """A command of the interview, for one main question of one session."""

    session: int
    question: int | None
    command: Command

    def __str__(self) -> str:
        asked = _NONE if self.question is None else str(self.question)
        return f"i:{self.session}:{asked}:{self.command}"


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """The language for this person, chosen at the start."""

    language: Language

    def __str__(self) -> str:
        return f"lang:{self.language}"


@dataclass(frozen=True, slots=True)
class PickTopic:
    """A topic for the next interview; None means all."""

    topic: str | None

    def __str__(self) -> str:
        return f"pick:topic:{_ANY if self.topic is None else self.topic}"


@dataclass(frozen=True, slots=True)
class PickPage:
    """Another page of the topics, counted from 0."""

    page: int

    def __str__(self) -> str:
        return f"pick:page:{self.page}"


@dataclass(frozen=True, slots=True)
class PickLevel:
    """A level for the next interview."""

    level: Level

    def __str__(self) -> str:
        return f"pick:level:{self.level.key}"


@dataclass(frozen=True, slots=True)
class PickCount:
    """A number of questions for the next interview."""

    count: int

    def __str__(self) -> str:
        return f"pick:count:{self.count}"


@dataclass(frozen=True, slots=True)
class PickMode:
    """A mode for the next interview."""

    mode: Mode

    def __str__(self) -> str:
        return f"pick:mode:{self.mode}"


@dataclass(frozen=True, slots=True)
class Change:
    """A new value of a setting, one of its OPTIONS."""

    name: Setting
    value: Value

    def __str__(self) -> str:
        return f"set:{self.name}:{_coded(self.value)}"


@dataclass(frozen=True, slots=True)
class OpenSetting:
    """The values of a setting to choose from; None goes back to all settings."""

    name: Setting | None

    def __str__(self) -> str:
        return f"setting:{_NONE if self.name is None else self.name}"


@dataclass(frozen=True, slots=True)
class Forget:
    """Answer to whether everything should be erased."""

    confirmed: bool

    def __str__(self) -> str:
        return f"forget:{'yes' if self.confirmed else 'no'}"


@dataclass(frozen=True, slots=True)
class OpenReport:
    """The report of a session."""

    session: int

    def __str__(self) -> str:
        return f"report:{self.session}"


@dataclass(frozen=True, slots=True)
class OpenTranscript:
    """The transcript of a session, as files."""

    session: int

    def __str__(self) -> str:
        return f"transcript:{self.session}"


@dataclass(frozen=True, slots=True)
class OpenStrong:
    """A strong answer to a question of a session by its number; None asks which."""

    session: int
    question: int | None = None

    def __str__(self) -> str:
        return f"strong:{self.session}:{_NONE if self.question is None else self.question}"


@dataclass(frozen=True, slots=True)
class ReadNext:
    """What to read after the report of a session."""

    session: int

    def __str__(self) -> str:
        return f"next:{self.session}"


@dataclass(frozen=True, slots=True)
class Drill:
    """A training round on the questions of a session that have gaps."""

    session: int

    def __str__(self) -> str:
        return f"drill:{self.session}"


@dataclass(frozen=True, slots=True)
class Study:
    """A training round on one question."""

    level: Level
    question: str

    def __str__(self) -> str:
        return f"study:{self.level.key}:{self.question}"


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """What is known and what is not of a topic."""

    topic: str

    def __str__(self) -> str:
        return f"topic:{self.topic}"


@dataclass(frozen=True, slots=True)
class DrillTopic:
    """A training round on the questions of a topic that have gaps."""

    topic: str

    def __str__(self) -> str:
        return f"train:{self.topic}"


@dataclass(frozen=True, slots=True)
class Compare:
    """The last two attempts on a topic side by side."""

    topic: str

    def __str__(self) -> str:
        return f"compare:{self.topic}"


@dataclass(frozen=True, slots=True)
class Contest:
    """A step towards an appeal in the report of a session: the question by its number, the verdict, the words for it.

    Question 0 is the choice of one, in place of the menu it stands under. `verdict` is the `tag` of a point or flag,
    `turn` the one in which the words were said, 0 to type them.
    """

    session: int
    question: int | None = None
    verdict: str | None = None
    turn: int | None = None

    def __str__(self) -> str:
        steps = (self.session, self.question, self.verdict, self.turn)
        return ":".join(("appeal", *(str(step) for step in steps if step is not None)))


@dataclass(frozen=True, slots=True)
class Judge:
    """What an admin makes of an appeal; None goes on to the one after it."""

    appeal: int
    decision: Decision | None

    def __str__(self) -> str:
        return f"judge:{self.appeal}:{_NONE if self.decision is None else self.decision}"


@dataclass(frozen=True, slots=True)
class TakeDictation:
    """Answer to whether the words understood from that voice message are the candidate's answer."""

    session: int
    message: int
    taken: bool

    def __str__(self) -> str:
        return f"voice:{self.session}:{self.message}:{'yes' if self.taken else 'no'}"


class Plain(StrEnum):
    """Buttons that need no more than their name."""

    RESUME = "resume"
    STOP = "stop"
    NEW = "new"


Callback = (
    InInterview
    | ChooseLanguage
    | PickTopic
    | PickPage
    | PickLevel
    | PickCount
    | PickMode
    | Change
    | OpenSetting
    | Forget
    | OpenReport
    | OpenTranscript
    | OpenStrong
    | ReadNext
    | Drill
    | Study
    | OpenTopic
    | DrillTopic
    | Compare
    | Contest
    | Judge
    | TakeDictation
    | Plain
)


def fits(callback: Callback) -> bool:
    """Whether a button can hold it; of what imported pages are called some is too long."""
    return len(str(callback).encode()) <= DATA_LIMIT


def tag(kind: Contested, target: str) -> str:
    """A point or flag in nine characters: ids can be too long for a button, and their order can change."""
    return f"{kind[0]}{crc32(target.encode()):08x}"


def encode(callback: Callback) -> str:
    """Callback data; ValueError when it would be over 64 bytes (only a very long topic id can be)."""
    data = str(callback)
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"callback data over {DATA_LIMIT} bytes: {data}")
    return data


def parse(data: str) -> Callback | None:
    """What a button means, or None for data that `encode` never makes (old, foreign or forged)."""
    for prefix, read in _READERS.items():
        if data.startswith(prefix):
            return _read(read, data.removeprefix(prefix))
    return _read(Plain, data)


def _read(read: Callable[[str], Callback], value: str) -> Callback | None:
    try:
        return read(value)
    except ValueError:
        return None


def _number(text: str) -> int:
    # `int` alone would also take signs, spaces, underscores and the digits of other scripts.
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS and str(int(text)) == text):
        raise ValueError(f"no number: {text!r}")
    return int(text)


def _interview(value: str) -> InInterview:
    session, question, command = value.split(":")
    return InInterview(_number(session), None if question == _NONE else _number(question), Command(command))


def _topic(value: str) -> PickTopic:
    if not value:
        raise ValueError("no topic")
    return PickTopic(None if value == _ANY else value)


def _level(value: str) -> PickLevel:
    if value != value.lower():
        raise ValueError(f"no level: {value!r}")
    return PickLevel(Level.parse(value))


def _change(value: str) -> Change:
    name, _, chosen = value.partition(":")
    setting = Setting(name)
    values = {_coded(option): option for option in OPTIONS[setting]}
    if chosen not in values:
        raise ValueError(f"no value of {name}: {chosen!r}")
    return Change(setting, values[chosen])


def _coded(value: Value) -> str:
    if value is None:
        return _NONE
    return str(value) if not isinstance(value, bool) else _SWITCH[value]


def _yes(value: str) -> bool:
    if value not in {"yes", "no"}:
        raise ValueError(f"neither yes nor no: {value!r}")
    return value == "yes"


def _dictation(value: str) -> TakeDictation:
    session, message, taken = value.split(":")
    return TakeDictation(_number(session), _number(message), _yes(taken))


def _study(value: str) -> Study:
    level, question = value.split(":")
    return Study(_level(level).level, _name(question))


def _name(value: str) -> str:
    if not value:
        raise ValueError("no name")
    return value


def _strong(value: str) -> OpenStrong:
    session, question = value.split(":")
    return OpenStrong(_number(session), None if question == _NONE else _number(question))


def _contest(value: str) -> Contest:
    found = _CONTEST.fullmatch(value)
    if found is None:
        raise ValueError(f"no appeal: {value!r}")
    session, question, verdict, turn = found.groups()
    return Contest(
        _number(session),
        None if question is None else _number(question),
        verdict,
        None if turn is None else _number(turn),
    )


def _judge(value: str) -> Judge:
    appeal, decision = value.split(":")
    return Judge(_number(appeal), None if decision == _NONE else Decision(decision))


_READERS: dict[str, Callable[[str], Callback]] = {
    "i:": _interview,
    "lang:": lambda value: ChooseLanguage(Language(value)),
    "pick:topic:": _topic,
    "pick:page:": lambda value: PickPage(_number(value)),
    "pick:level:": _level,
    "pick:count:": lambda value: PickCount(_number(value)),
    "pick:mode:": lambda value: PickMode(Mode(value)),
    "set:": _change,
    "setting:": lambda value: OpenSetting(None if value == _NONE else Setting(value)),
    "forget:": lambda value: Forget(_yes(value)),
    "voice:": _dictation,
    "report:": lambda value: OpenReport(_number(value)),
    "transcript:": lambda value: OpenTranscript(_number(value)),
    "strong:": _strong,
    "next:": lambda value: ReadNext(_number(value)),
    "drill:": lambda value: Drill(_number(value)),
    "study:": _study,
    "topic:": lambda value: OpenTopic(_name(value)),
    "train:": lambda value: DrillTopic(_name(value)),
    "compare:": lambda value: Compare(_name(value)),
    "appeal:": _contest,
    "judge:": _judge,
}
