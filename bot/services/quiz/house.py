"""What a group has chosen for its quizzes, and what the bot may do there."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from bot.domain.language import Language, Level
from bot.domain.messaging import Rights
from bot.engine.quiz.request import QuizRequest
from bot.engine.quiz.rules import GameMode, Rules
from bot.rendering.callbacks.quiz import Option
from storage import Transaction, chats, schedules

EVERYTHING = "*"
"""Value of the topic that stands for all of them."""

VALUES: Mapping[Option, tuple[str, ...]] = MappingProxyType(
    {
        Option.MODE: tuple(GameMode),
        Option.ROUNDS: ("3", "5", "10", "15"),
        Option.LEVEL: tuple(level.key for level in Level),
        Option.LANGUAGE: tuple(Language),
        Option.SECONDS: ("0", "30", "60", "90", "120", "180"),
        Option.SPEED: ("0", "1", "2"),
        Option.TIDY: ("yes", "no"),
        Option.STARTERS: ("all", "admins"),
        Option.ZONE: (
            "Etc/UTC",
            "Europe/London",
            "Europe/Warsaw",
            "Europe/Berlin",
            "Europe/Kyiv",
            "Europe/Istanbul",
            "Europe/Minsk",
            "Europe/Moscow",
            "Asia/Jerusalem",
            "Asia/Tbilisi",
            "Asia/Yerevan",
            "Asia/Dubai",
            "Asia/Tashkent",
            "Asia/Almaty",
            "Asia/Yekaterinburg",
            "Asia/Novosibirsk",
            "Asia/Vladivostok",
            "Asia/Kolkata",
            "Asia/Singapore",
            "Australia/Sydney",
            "America/Sao_Paulo",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
        ),
    }
)
"""What can be chosen by button, and the topics of the bank; a zone settled by the first starter may be another one."""

MAIN_ZONES: Mapping[Language, str] = MappingProxyType(
    {Language.EN: "Etc/UTC", Language.RU: "Europe/Moscow", Language.UK: "Europe/Kyiv"}
)
"""The zone most speakers of a language live in, as far as there is one."""

FOR_ADMINS = frozenset({Option.TIDY, Option.STARTERS, Option.ZONE})
"""Options that only administrators of the group may change."""


@dataclass(frozen=True, slots=True)
class House:
    """The rules of a house: fields as in `Rules`, `topic` None for all, `language` None for the starter's.

    `admins_only`: nobody else may start a game. `zone` is the IANA zone whose days the boards count by, empty before
    the first game. `hears` and `deletes` are the bot's rights, `greeted` tells that it has introduced itself.
    """

    mode: GameMode = GameMode.RACE
    topic: str | None = None
    rounds: int = 5
    level: Level = Level.MIDDLE
    language: Language | None = None
    seconds: int | None = None
    speed: float = 0.0
    tidy: bool = False
    admins_only: bool = False
    zone: str = ""
    hears: bool = False
    deletes: bool = False
    greeted: bool = False

    def rules(self, spoken: Language, request: QuizRequest | None = None) -> Rules:
        """The rules of a game; what was asked for goes before what the group has chosen, `spoken` is the starter's."""
        said = request.said if request else None
        house = () if self.topic is None or (said and said.everything) else (self.topic,)
        return Rules(
            mode=(request and request.mode) or self.mode,
            language=(said and said.language) or self.language or spoken,
            level=(said and said.level) or self.level,
            topics=(said.topics if said else ()) or house,
            rounds=(said and said.count) or self.rounds,
            seconds=self.seconds,
            speed=self.speed,
            several=True,
            tidy=self.tidy and self.deletes,
        )

    def clock(self, spoken: Language) -> str:
        """The zone its days are counted by, as long as none is settled that of its language or of whoever asks."""
        return self.zone or MAIN_ZONES[self.language or spoken]

    def value(self, option: Option) -> str:
        """The chosen value of the option, as its button has it."""
        shown: Mapping[Option, object] = {
            Option.MODE: self.mode,
            Option.TOPIC: self.topic or EVERYTHING,
            Option.ROUNDS: self.rounds,
            Option.LEVEL: self.level.key,
            Option.LANGUAGE: self.language or "",
            Option.SECONDS: self.seconds or 0,
            Option.SPEED: f"{self.speed:g}",
            Option.TIDY: "yes" if self.tidy else "no",
            Option.STARTERS: "admins" if self.admins_only else "all",
            Option.ZONE: self.zone,
        }
        return str(shown[option])

    def choosing(self, option: Option, value: str) -> "House":
        """The same with this value, one of those offered."""
        made: Mapping[Option, dict[str, Any]] = {
            Option.MODE: {"mode": value},
            Option.TOPIC: {"topic": None if value == EVERYTHING else value},
            Option.ROUNDS: {"rounds": value},
            Option.LEVEL: {"level": Level.parse(value) if option is Option.LEVEL else None},
            Option.LANGUAGE: {"language": value},
            Option.SECONDS: {"seconds": value if value != "0" else None},
            Option.SPEED: {"speed": value},
            Option.TIDY: {"tidy": value == "yes"},
            Option.STARTERS: {"admins_only": value == "admins"},
            Option.ZONE: {"zone": value},
        }
        return _HOUSE.validate_python({**asdict(self), **made[option]})


_HOUSE = TypeAdapter(House)
_NAMES = frozenset(field.name for field in fields(House))


async def house_of(tx: Transaction, chat: int) -> House:
    """What the group has chosen; the defaults for one that never did."""
    row = await chats.find(tx, chat)
    stored = row.settings if row is not None else {}
    return _HOUSE.validate_python({name: value for name, value in stored.items() if name in _NAMES})


async def keep(tx: Transaction, chat: int, house: House) -> None:
    """Store what the group chooses."""
    await chats.configure(tx, chat, _HOUSE.dump_python(house, mode="json", exclude_defaults=True))


async def note_rights(tx: Transaction, chat: int, rights: Rights) -> House:
    """Keep what the bot may do in the group."""
    before = await house_of(tx, chat)
    house = replace(before, hears=rights.hears, deletes=rights.deletes)
    if house != before:
        await keep(tx, chat, house)
    return house


async def settle_zone(tx: Transaction, chat: int, starter: int, language: Language) -> None:
    """From its first game on a group has a zone: of its daily question, else of the starter's, else of the language."""
    house = await house_of(tx, chat)
    if house.zone:
        return
    known = (await schedules.find(tx, chat), *await schedules.of_user(tx, starter))
    zone = next((schedule.zone for schedule in known if schedule is not None and schedule.zone), MAIN_ZONES[language])
    await keep(tx, chat, replace(house, zone=zone))
