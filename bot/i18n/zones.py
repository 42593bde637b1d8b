"""Time zones as people know them: by a city, or by what time it is for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from rapidfuzz import fuzz

from bot.domain.language import Language

_ALIKE = 84.0
_STEP = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to choose: the IANA `zone` and its name in the language asked for, such as "Київ" or "UTC+3"."""

    zone: str
    label: str


class Zones:
    """All places in all languages, read once."""

    def __init__(self, cities: Mapping[Language, Mapping[str, str]]) -> None:
        self._cities = cities

    @classmethod
    def load(cls) -> "Zones":
        """Places of the Unicode CLDR."""
        return cls({language: _exemplars(language) for language in Language})

    def name(self, zone: str, language: Language) -> str:
        """The zone as a person knows it: its main city; the IANA name where there is none."""
        return self._cities[language].get(zone, zone)

    def at(self, shown: time, now: datetime, language: Language, most: int = 8) -> tuple[Spot, ...]:
        """Places where the clocks show that time now, give or take seven minutes, the likeliest first."""
        spots = (Spot(zone, self.name(zone, language)) for zone in self._cities[language])
        return tuple(spot for spot in spots if _shows(spot.zone, shown, now))[:most]

    def find(self, typed: str, language: Language, most: int = 8) -> tuple[Spot, ...]:
        """Places a typed city, country, abbreviation, offset or IANA name may mean, the best first."""
        found: dict[str, float] = {}
        for cities in self._cities.values():
            for zone, city in cities.items():
                found[zone] = max(found.get(zone, 0.0), fuzz.ratio(typed.casefold(), city.casefold()))
        best = sorted((zone for zone in found if found[zone] >= _ALIKE), key=lambda zone: -found[zone])
        return tuple(Spot(zone, self.name(zone, language)) for zone in best[:most])


def _exemplars(language: Language) -> Mapping[str, str]:
    named = Locale.parse(language.value).time_zones
    return {zone: names["city"] for zone, names in named.items() if "city" in names and "/" in zone}


def _shows(zone: str, shown: time, now: datetime) -> bool:
    local = now.astimezone(ZoneInfo(zone))
    apart = abs(timedelta(hours=local.hour - shown.hour, minutes=local.minute - shown.minute))
    return min(apart, timedelta(days=1) - apart) < _STEP / 2
