from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.i18n.zones import Spot, Zones

ZONES = Zones.load()
NOW = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)


def zones(typed: str, now: datetime = NOW) -> list[str]:
    return [spot.zone for spot in ZONES.find(typed, now, Language.EN)]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Kyiv", "Europe/Kyiv"),
        ("Киев", "Europe/Kyiv"),
        ("Київ", "Europe/Kyiv"),
        ("kiev", "Europe/Kyiv"),
        ("Кіїв", "Europe/Kyiv"),
        ("в Киеве", "Europe/Kyiv"),
        ("Kyiv, Ukraine", "Europe/Kyiv"),
        ("Киев, Украина", "Europe/Kyiv"),
        ("my city is Kyiv", "Europe/Kyiv"),
        ("I’m in Berlin", "Europe/Berlin"),
        ("I live in Berlin", "Europe/Berlin"),
        ("Kyiv time", "Europe/Kyiv"),
        ("живу в Варшаве", "Europe/Warsaw"),
        ("мой город Минск", "Europe/Minsk"),
        ("по Москве", "Europe/Moscow"),
        ("Я з Одеси", "Europe/Kyiv"),
        ("Львові", "Europe/Kyiv"),
        ("Харьков", "Europe/Kyiv"),
        ("Одеса", "Europe/Kyiv"),
        ("Дніпро", "Europe/Kyiv"),
        ("из Москвы", "Europe/Moscow"),
        ("питер", "Europe/Moscow"),
        ("Минск", "Europe/Minsk"),
        ("Алматы", "Asia/Almaty"),
        ("Астана", "Asia/Almaty"),
        ("Тбилиси", "Asia/Tbilisi"),
        ("Єреван", "Asia/Yerevan"),
        ("Berlin", "Europe/Berlin"),
        ("Варшаве", "Europe/Warsaw"),
        ("Lisabon", "Europe/Lisbon"),
        ("san fr", "America/Los_Angeles"),
        ("нью йорк", "America/New_York"),
        ("Нью-Йорк", "America/New_York"),
        ("Касабланка", "Africa/Casablanca"),
        ("Украина", "Europe/Kyiv"),
        ("в Польше", "Europe/Warsaw"),
        ("США", "America/New_York"),
        ("UK", "Europe/London"),
        ("Russia", "Europe/Moscow"),
        ("MSK", "Europe/Moscow"),
        ("мск", "Europe/Moscow"),
        ("CET", "Europe/Warsaw"),
        ("+3", "Europe/Moscow"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("-3:30", "America/St_Johns"),
        ("europe/kiev", "Europe/Kyiv"),
    ],
)
def test_a_place_is_found_by_what_people_call_it(typed: str, zone: str) -> None:
    assert zones(typed)[0] == zone


def test_a_city_is_called_as_the_person_speaks() -> None:
    found = {language: ZONES.find("lvov", NOW, language) for language in Language}
    assert found == {
        Language.EN: (Spot("Europe/Kyiv", "Lviv"),),
        Language.RU: (Spot("Europe/Kyiv", "Львов"),),
        Language.UK: (Spot("Europe/Kyiv", "Львів"),),
    }


@pytest.mark.parametrize("typed", ["", "Ри", "asdfgh", "UTC+15", "+99", "nowhere at all", "/", "9:30"])
def test_what_is_no_place_is_not_found(typed: str) -> None:
    assert zones(typed) == []


def test_an_offset_is_offered_as_it_is_after_the_cities_that_have_it_now() -> None:
    winter = ZONES.find("UTC+2", NOW, Language.EN)
    assert (winter[0], winter[-1]) == (Spot("Europe/Kyiv", "Kyiv"), Spot("Etc/GMT-2", "UTC+2"))
    assert "Europe/Kyiv" not in zones("UTC+2", NOW + timedelta(days=200))
    assert zones("UTC")[-1] == "Etc/UTC"


@given(st.integers(-12, 14))
def test_an_offset_means_what_it_says(hours: int) -> None:
    for spot in ZONES.find(f"UTC{hours:+d}", NOW, Language.EN):
        assert NOW.astimezone(ZoneInfo(spot.zone)).utcoffset() == timedelta(hours=hours)


@given(st.integers(0, 3 * 365 * 24 * 60), st.sampled_from(sorted(available_timezones())))
def test_places_offered_for_a_time_show_that_time(minutes: int, zone: str) -> None:
    now = NOW + timedelta(minutes=minutes)
    shown = now.astimezone(ZoneInfo(zone)).time()
    for spot in ZONES.at(shown, now, Language.EN, most=500):
        local = now.astimezone(ZoneInfo(spot.zone)).time()
        apart = abs((local.hour - shown.hour) * 60 + local.minute - shown.minute)
        assert min(apart, 24 * 60 - apart) <= 8


def test_the_clock_of_a_person_may_be_some_minutes_off() -> None:
    offered = {spot.label for minute in (35, 40, 46) for spot in ZONES.at(time(11, minute), NOW, Language.RU)}
    assert "Киев" in offered
    assert ZONES.at(time(11, 40), NOW, Language.RU)[0] == Spot("Europe/Kyiv", "Киев")


def test_at_midnight_the_day_before_is_near() -> None:
    now = datetime(2026, 11, 24, 22, 1, tzinfo=UTC)
    assert ZONES.at(time(23, 58), now, Language.EN)[0].zone == "Europe/Kyiv"


@pytest.mark.parametrize("language", Language)
def test_every_city_of_the_cldr_is_found_by_its_name(language: Language) -> None:
    named = Locale.parse(language.value).time_zones
    nobody = ("Etc/", "Antarctica/", "Pacific/Enderbury")
    cities = [names["city"] for zone, names in named.items() if "city" in names and not zone.startswith(nobody)]
    assert [city for city in cities if not ZONES.find(city, NOW, language)] == []


def test_every_zone_has_a_name_in_every_language() -> None:
    for zone in available_timezones():
        assert all(ZONES.name(zone, language) for language in Language)
    assert [ZONES.name("Europe/Kiev", language) for language in Language] == ["Kyiv", "Киев", "Київ"]
    assert ZONES.name("Etc/GMT-3", Language.UK) == "UTC+3"


@given(st.text(max_size=200))
def test_whatever_is_typed_leads_to_zones_that_exist(typed: str) -> None:
    assert all(ZoneInfo(zone) for zone in zones(typed))
