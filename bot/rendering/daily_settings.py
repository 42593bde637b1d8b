"""When and how the question of the day comes: all of it on one screen, and the values of each setting."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from bot.domain.language import Language, Level
from bot.domain.messaging import OutMessage
from bot.engine.daily.schedule import EVERY_DAY, Timetable
from bot.i18n import Texts
from bot.rendering.callbacks import Daily, Dial, DoDaily, OpenDial, PauseDaily, TurnDial, fits
from bot.rendering.daily import Return, when
from bot.rendering.html import escape
from bot.rendering.keyboard import Keyboard, button, grid
from bot.rendering.menus import label

WEEKDAYS, WEEKEND = 0b0011111, 0b1100000
PACES = (1, 2, 3, 7)
PAUSES = (3, 7, 14, 30)
ALL = "all"
"""Value of the button for all topics."""
ONE_DAY = "d"
"""Begins the value of the button that puts a day in or out, followed by its number; masks are bare numbers."""
SWITCH = ("on", "off")

_CLOCKS: Mapping[Dial, tuple[str, ...]] = MappingProxyType(
    {
        Dial.TIME: ("0700", "0800", "0900", "1000", "1200", "1500", "1800", "2000", "2200"),
        Dial.STARTS: ("0000", "0200", "0400", "0600"),
    }
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a daily question is set; `topics` are names, empty for all; `next_at` is None while nothing comes.

    In a `group` there are no reminders, and the question comes by the clock alone.
    """

    timetable: Timetable
    zone: str
    topics: tuple[str, ...]
    level: Level
    silent: bool
    nudge: bool
    next_at: datetime | None
    group: bool = False


def upcoming(sheet: Sheet, now: datetime) -> Return | None:
    """The day of the next question."""
    if sheet.next_at is None:
        return None
    place = ZoneInfo(sheet.timetable.zone)
    day, today = sheet.next_at.astimezone(place).date(), now.astimezone(place).date()
    return Return((day - today).days, day)


def settings(texts: Texts, language: Language, sheet: Sheet, now: datetime) -> OutMessage:
    """When and how it comes, with a button to change each of it."""
    coming = upcoming(sheet, now)
    table = sheet.timetable
    paused = table.is_paused(now)
    said = texts.text(
        language,
        "daily-settings",
        **facts(texts, language, sheet),
        nudge="none" if sheet.group else "on" if sheet.nudge else "off",
        next=when(texts, language, coming) if coming else "-",
        state="paused" if paused else "on" if coming else "off",
    )
    return OutMessage(said, _settings_buttons(texts, language, sheet, paused=paused, on=coming is not None))


def facts(texts: Texts, language: Language, sheet: Sheet) -> Mapping[str, str | int]:
    """When it comes, how often and about what, for texts that say so."""
    return {
        "days": days_text(texts, language, sheet.timetable.days),
        "time": f"{sheet.timetable.at:%H:%M}",
        "zone": escape(sheet.zone),
        "sound": "off" if sheet.silent else "on",
        "every": sheet.timetable.every,
        "topics": escape(", ".join(sheet.topics)) or texts.text(language, "all-topics"),
        "level": texts.text(language, "level-name", level=sheet.level.key),
    }


def _settings_buttons(texts: Texts, language: Language, sheet: Sheet, *, paused: bool, on: bool) -> Keyboard:
    shown = [each for each in Dial if not (sheet.group and each is Dial.NUDGE)]
    dials = grid(label(texts, language, f"button-dial-{each}", OpenDial(each)) for each in shown)
    if not on:
        return (*dials, (label(texts, language, "button-daily-on", DoDaily(Daily.ON)),))
    go_on = label(texts, language, "button-daily-unpause", PauseDaily(0))
    pause = label(texts, language, "button-daily-pause", DoDaily(Daily.PAUSE))
    last = (go_on if paused else pause, label(texts, language, "button-daily-off", DoDaily(Daily.OFF)))
    today = label(texts, language, "button-daily-today", DoDaily(Daily.TODAY))
    return (*dials, last) if sheet.group else (*dials, (today,), last)


def days_text(texts: Texts, language: Language, days: int) -> str:
    """A mask of days in words."""
    kind = {EVERY_DAY: "all", WEEKDAYS: "weekdays", WEEKEND: "weekend"}.get(days, "some")
    names = get_day_names("abbreviated", "stand-alone", language.value)
    listed = ", ".join(names[day] for day in range(7) if days >> day & 1)
    return texts.text(language, "daily-days", kind=kind, days=listed)


def dial(
    texts: Texts, language: Language, chosen: Dial, present: Collection[str], topics: Iterable[tuple[str, str]] = ()
) -> OutMessage:
    """The values of a setting, the present ones ticked, and the way back; `topics` are ids and names of them."""
    back = button(texts.text(language, "button-setting-back"), OpenDial(None))
    shown = []
    for value, name in _values(texts, language, chosen, topics):
        ticked = texts.text(language, "button-chosen", label=name) if value in present else name
        if fits(TurnDial(chosen, value)):
            shown.append(button(ticked, TurnDial(chosen, value)))
    return OutMessage(texts.text(language, f"dial-{chosen}"), (*grid(shown), (back,)))


def _values(
    texts: Texts, language: Language, chosen: Dial, topics: Iterable[tuple[str, str]]
) -> Iterable[tuple[str, str]]:
    if chosen in _CLOCKS:
        return [(each, f"{each[:2]}:{each[2:]}") for each in _CLOCKS[chosen]]
    if chosen is Dial.DAYS:
        whole = [(str(mask), days_text(texts, language, mask)) for mask in (EVERY_DAY, WEEKDAYS, WEEKEND)]
        names = get_day_names("abbreviated", "stand-alone", language.value)
        return [*whole, *((f"{ONE_DAY}{day}", names[day]) for day in range(7))]
    if chosen is Dial.EVERY:
        return [(str(each), texts.text(language, "daily-every", every=each)) for each in PACES]
    if chosen is Dial.LEVEL:
        return [(level.key, texts.text(language, "level-name", level=level.key)) for level in Level]
    if chosen is Dial.TOPICS:
        return [(ALL, texts.text(language, "button-all-topics")), *topics]
    return [(each, texts.text(language, "dial-switch", state=each)) for each in SWITCH]


def zones(texts: Texts, language: Language, places: Iterable[tuple[str, str]]) -> OutMessage:
    """Places to choose from, given as zone and name."""
    buttons = (button(name, TurnDial(Dial.ZONE, zone)) for zone, name in places)
    return OutMessage(texts.text(language, "daily-zone-choose"), grid(buttons, most=2))


def pause_menu(texts: Texts, language: Language) -> OutMessage:
    """For how long."""
    buttons = (button(texts.text(language, "daily-pause-days", days=days), PauseDaily(days)) for days in PAUSES)
    return OutMessage(texts.text(language, "daily-pause"), grid(buttons, most=2))
