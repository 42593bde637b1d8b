"""Time zones as people know them: by a city, a country, an abbreviation, or by what time it is for them."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from bot.domain.language import Language

_ALIKE = 74.0
"""`fuzz.ratio` from which a city may be the one that was mistyped or declined: "в Киеве", "Кіїв", "Warsava"."""
_FUZZY_LENGTH, _PREFIX = 4, 3
"""Letters from which a city is found in spite of mistakes, and by its beginning."""
_LONGEST = 64
"""Characters of a typed place that are looked at."""
_EXACT, _BEGUN = 100.0, 95.0
_NEAR = timedelta(minutes=7, seconds=30)
"""Half of the least step between zones: a person's clock may be that far off."""
_DAY = timedelta(days=1)
_OFFSET = re.compile(r"(?:utc|gmt|z)? ?([+-])(\d{1,2})(?::?([0-5]\d))?")
_WHOLE_HOURS = re.compile(r"Etc/GMT(?:([+-])(\d{1,2}))?")
_AROUND = re.compile(
    r"^(?:(?:i am|im|i|live|my city is|time|я|мы|ми|живу|мой город|моє місто|час|время) )*"
    r"(?:(?:in|from|в|во|из|у|з|із|по|за) )?| (?:time|время|времени|час|часом)$"
)
"""What is said around a place."""
_UTC = "Etc/UTC"
_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "US": "us,usa,america,сша,америка",
        "GB": "uk,england,britain,great britain,англия,англія,великобритания",
        "AE": "uae,emirates,оаэ,оае,эмираты,емірати",
        "NL": "holland,голландия,голландія",
        "BY": "белоруссия,білорусія",
        "RU": "рф,russian federation",
        "CZ": "czech republic",
        "TR": "turkey",
    }
)
"""What countries are called besides the names of the CLDR."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to choose: the IANA `zone` and its name in the language asked for, such as "Київ" or "UTC+3"."""

    zone: str
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city in a zone with its names, other spellings, and abbreviations of its time."""

    zone: str
    names: Mapping[Language, str]
    other: tuple[str, ...] = ()

    def closeness(self, typed: str) -> float:
        """How well it answers to what was typed, 0..100."""
        names = [plain(name) for name in self.names.values()]
        if typed in names or typed in self.other:
            return _EXACT
        if len(typed) >= _PREFIX and any(name.startswith(typed) for name in names):
            return _BEGUN
        long = [name for name in (*names, *self.other) if len(name) >= _FUZZY_LENGTH]
        return max((fuzz.ratio(typed, name) for name in long), default=0.0) if len(typed) >= _FUZZY_LENGTH else 0.0


class Zones:
    """All places in all languages, the likeliest first; the first of a zone gives it its name."""

    def __init__(self, places: Sequence[Place], countries: Mapping[str, Sequence[str]]) -> None:
        self._places = tuple(places)
        self._main: dict[str, Place] = {}
        for place in self._places:
            self._main.setdefault(place.zone, place)
        # Held here, for the standard library would read most of them from disk each time.
        self._clocks = {zone: ZoneInfo(zone) for zone in self._main}
        self._countries = countries
        self._iana = {name.casefold(): name for name in available_timezones() if "/" in name}

    @classmethod
    def load(cls) -> "Zones":
        """Places of our table and of the Unicode CLDR, whose cities are one to a zone."""
        return cls((*_ours(), *_cldr()), _countries())

    def name(self, zone: str, language: Language) -> str:
        """The zone as a person knows it: its main city, "UTC+3", else the IANA name."""
        place = self._main.get(_canonical(zone))
        return place.names[language] if place else _fixed_name(zone)

    def at(self, shown: time, now: datetime, language: Language, most: int = 8) -> tuple[Spot, ...]:
        """Places where the clocks show that time now, give or take seven minutes, one to a zone."""
        zones = (zone for zone, clock in self._clocks.items() if _shows(clock, shown, now))
        return self._spots(tuple(zones)[:most], language)

    def find(self, typed: str, now: datetime, language: Language, most: int = 8) -> tuple[Spot, ...]:
        """Places a typed city, country, abbreviation, offset or IANA name may mean, the best first.

        What is typed exactly right hides what merely resembles it. An offset means the cities that have it now, and
        last the offset itself, which never changes its clocks.
        """
        found = self._named(typed[:_LONGEST], now, language, most)
        # "Kyiv, Ukraine": what stands behind the city adds nothing.
        city, comma, _ = typed[:_LONGEST].partition(",")
        return found if found or not comma else self._named(city, now, language, most)

    def _named(self, typed: str, now: datetime, language: Language, most: int) -> tuple[Spot, ...]:
        words = _AROUND.sub("", plain(typed))
        zone = self._iana.get(typed.strip().casefold())
        if zone:
            return self._spots((_canonical(zone),), language)
        offset = _offset(words)
        if offset is not None:
            there = tuple(zone for zone, clock in self._clocks.items() if now.astimezone(clock).utcoffset() == offset)
            return self._spots((*there[: most - 1], *_fixed(offset)), language)
        zones = self._countries.get(words)
        cities = () if zones else self._cities(words, language)
        return cities[:most] or self._spots(self._ranked(zones or self._country(words))[:most], language)

    def _cities(self, words: str, language: Language) -> tuple[Spot, ...]:
        scored = [(place.closeness(words), place) for place in self._places]
        near = [(score, place) for score, place in scored if score >= _ALIKE]
        exact = [(score, place) for score, place in near if score == _EXACT]
        best = sorted(exact or near, key=lambda each: -each[0])
        return tuple(dict.fromkeys(Spot(place.zone, place.names[language]) for _, place in best))

    def _country(self, words: str) -> Sequence[str]:
        """Zones of the country that the words resemble most, if they do."""
        found = process.extractOne(words, self._countries.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._countries[found[0]] if found and len(words) >= _FUZZY_LENGTH else ()

    def _ranked(self, zones: Sequence[str]) -> tuple[str, ...]:
        order = list(self._main)
        return tuple(sorted((zone for zone in zones if zone in self._main), key=order.index))

    def _spots(self, zones: Sequence[str], language: Language) -> tuple[Spot, ...]:
        return tuple(Spot(zone, self.name(zone, language)) for zone in zones)


def plain(text: str) -> str:
    """The text in lower case with single spaces, `е` for `ё`, and without apostrophes, dots and hyphens."""
    folded = re.sub(r"['’ʼ`´.]", "", text.casefold().replace("ё", "е").replace("−", "-"))
    # A hyphen before a digit is a sign.
    return " ".join(re.sub(r"[-,;_](?!\d)", " ", folded).split())


def _ours() -> Iterator[Place]:
    table = files("bot.i18n").joinpath("data", "cities.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        names = {language: row[language.value] for language in Language}
        yield Place(row["zone"], names, tuple(plain(word) for word in row["other"].split(";") if word))


def _cldr() -> Iterator[Place]:
    """Cities of the CLDR; in English most have no entry, as the name is in the zone's own."""
    cities = {language: _exemplars(language) for language in Language}
    for zone in get_global("zone_territories"):
        if not zone.startswith(("Etc/", "Antarctica/")):
            tail = zone.rpartition("/")[2].replace("_", " ")
            yield Place(zone, {language: cities[language].get(zone, tail) for language in Language})


def _exemplars(language: Language) -> Mapping[str, str]:
    named = Locale.parse(language.value).time_zones
    return {_canonical(zone): names["city"] for zone, names in named.items() if "city" in names}


def _countries() -> Mapping[str, Sequence[str]]:
    """Zones of a country by what it is called in any language."""
    zones = get_global("territory_zones")
    official = [(name, code) for each in Language for code, name in Locale.parse(each.value).territories.items()]
    short = [(name, code) for code, names in _SHORT.items() for name in names.split(",")]
    return {plain(name): zones[code] for name, code in (*official, *short) if code in zones}


def _canonical(zone: str) -> str:
    return str(get_global("zone_aliases").get(zone, zone))


def _shows(clock: ZoneInfo, shown: time, now: datetime) -> bool:
    local = now.astimezone(clock)
    apart = abs(timedelta(hours=local.hour - shown.hour, minutes=local.minute - shown.minute))
    return min(apart, _DAY - apart) < _NEAR


def _offset(words: str) -> timedelta | None:
    """The difference to UTC in "utc+3", "+05:30" or "utc", None for other words and impossible differences."""
    if words in ("utc", "gmt"):
        return timedelta(0)
    found = _OFFSET.fullmatch(words)
    if not found:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return size * (-1 if found[1] == "-" else 1) if size <= timedelta(hours=14) else None


def _fixed(offset: timedelta) -> tuple[str, ...]:
    """The zone of that offset for ever, which exists for whole hours; its sign is the other way round (POSIX)."""
    hours, rest = divmod(offset, timedelta(hours=1))
    zone = f"Etc/GMT{-hours:+d}" if hours else _UTC
    return (zone,) if not rest and zone in available_timezones() else ()


def _fixed_name(zone: str) -> str:
    if zone == _UTC:
        return "UTC"
    found = _WHOLE_HOURS.fullmatch(zone)
    return f"UTC{'-' if found[1] == '+' else '+'}{found[2]}" if found and found[1] else zone
