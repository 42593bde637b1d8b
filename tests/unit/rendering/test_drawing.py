from io import BytesIO

import pytest
from hypothesis import given, settings
from PIL import Image

from bot.domain.messaging import Bar, Chart, Tone
from bot.rendering.drawing import can_draw, draw
from bot.rendering.sheet import WIDTH
from tests.unit.rendering.strategies import wild_text

LEGEND = tuple((tone, str(tone)) for tone in Tone)


def chart(*bars: Bar, title: str = "Охоплення за темами, ґєїі") -> Chart:
    return Chart(title, LEGEND, bars)


def picture(drawn: Chart) -> Image.Image:
    return Image.open(BytesIO(draw(drawn))).convert("RGB")


def amounts(drawn: Chart) -> dict[tuple[int, int, int], int]:
    """Pixels by colour."""
    shown = picture(drawn)
    colours = shown.getcolors(shown.width * shown.height)
    assert colours is not None
    return {colour: number for number, colour in colours if isinstance(colour, tuple)}  # type: ignore[misc]


def test_the_extra_is_installed_here() -> None:
    assert can_draw()


def test_a_picture_is_as_wide_as_a_phone_and_grows_with_its_bars() -> None:
    sizes = [picture(chart(*[Bar("SQL", (1, 1, 1, 1))] * number)).size for number in (1, 2, 12)]
    assert {width for width, _ in sizes} == {WIDTH}
    heights = [height for _, height in sizes]
    assert heights == sorted(set(heights))
    assert sum(sizes[-1]) <= 10_000, "Bot API, sendPhoto"
    assert max(sizes[-1]) / min(sizes[-1]) <= 20


def test_the_same_chart_is_the_same_picture() -> None:
    drawn = chart(Bar("SQL", (1, 2, 0, 3), "1 of 6"))
    assert draw(drawn) == draw(drawn)


def test_the_parts_of_a_bar_have_the_lengths_of_their_shares() -> None:
    few, many = (amounts(chart(Bar("SQL", (value, 0, 0, 6 - value)))) for value in (1, 4))
    good = max((colour for colour in many if colour not in few or many[colour] > few[colour] * 2), key=many.__getitem__)
    assert many[good] > 3 * few[good]


def test_a_bar_of_few_points_is_as_long_as_one_of_many() -> None:
    few, many = (amounts(chart(Bar("SQL", (value, 0, 0, 0)))) for value in (1, 9))
    green = max(many, key=lambda colour: (colour[1] - colour[0], many[colour]))
    assert abs(few[green] - many[green]) < 0.05 * many[green]


def test_the_legend_names_only_tones_that_are_there() -> None:
    one, two = (picture(chart(Bar("SQL", values))).size[1] for values in ((1, 0, 0, 1), (1, 1, 0, 1)))
    assert one < two


def test_every_letter_of_the_three_languages_is_in_the_font() -> None:
    """A letter that is not there is left out, so the two pictures would be the same."""
    blank = draw(chart(title=""))
    for letter in "аяАЯёЁъыэіїєґІЇЄҐ’–·…":
        assert draw(chart(title=letter)) != blank, letter


def test_what_the_font_cannot_show_is_left_out() -> None:
    assert draw(chart(title="🦊 SQL 👩🏽")) == draw(chart(title="SQL"))


def test_a_dollar_sign_is_a_dollar_sign() -> None:
    assert draw(chart(title="$x_1$")) != draw(chart(title="x1"))


@pytest.mark.parametrize("bars", [(), (Bar("", (0, 0, 0, 0)),), (Bar("SQL", (999, 1, 1, 1), "999 of 1002"),)])
def test_empty_and_uneven_charts_can_be_drawn(bars: tuple[Bar, ...]) -> None:
    assert picture(chart(*bars)).width == WIDTH


@settings(max_examples=8, deadline=None)
@given(wild_text, wild_text)
def test_any_text_can_be_drawn(title: str, label: str) -> None:
    assert picture(chart(Bar(label, (1, 0, 2, 0), label), title=title)).width == WIDTH
