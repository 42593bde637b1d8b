from datetime import date

import pytest

from bot.domain.language import Language
from bot.i18n import Texts
from bot.rendering.about import Adviser, Agreement, Claims, Figures, Release, about, privacy
from tests.fakes.telegram.markup import parse

MODEL = Adviser("small<1>", "models.example")
FIGURES = Figures(
    date(2026, 5, 4),
    {Language.EN: Agreement(50, 0.756, 0.5, 0.7), Language.UK: Agreement(30, 0.9, 0.8, 0.654)},
    Claims(0.91, 0.2),
)


@pytest.mark.parametrize(
    ("language", "day", "lines"),
    [
        (Language.EN, "4 May 2026", ("English: 76 % / 50 %, κ 0.70", "Українська: 90 % / 80 %, κ 0.65")),
        (Language.RU, "4 мая 2026", ("English: 76 % / 50 %, κ 0,70", "Українська: 90 % / 80 %, κ 0,65")),
        (Language.UK, "4 травня 2026", ("English: 76 % / 50 %, κ 0,70", "Українська: 90 % / 80 %, κ 0,65")),
    ],
)
def test_the_figures_are_told_in_the_way_of_each_language(
    texts: Texts, language: Language, day: str, lines: tuple[str, ...]
) -> None:
    said = parse(about(texts, language, Release("1.2"), FIGURES, None).html, "HTML").text
    for expected in ("1.2", day, "80", "91 %", "20 %", *lines):
        assert expected in said


def test_links_of_the_package_are_shown_escaped(texts: Texts) -> None:
    said = about(texts, Language.EN, Release("1.2", ("MIT", "https://source.example/?a=1&b=2")), FIGURES, None).html
    assert said.endswith("\n\nMIT\n\nhttps://source.example/?a=1&amp;b=2")


@pytest.mark.parametrize("language", Language)
def test_a_model_that_sees_answers_is_named_and_nothing_is_promised_against_it(
    texts: Texts, language: Language
) -> None:
    said = privacy(texts, language, MODEL).html
    assert "small&lt;1&gt;" in said
    assert "models.example" in said
    assert texts.text(language, "privacy-offline") not in said
    assert "small&lt;1&gt;" in about(texts, language, Release("1.2"), FIGURES, MODEL).html


@pytest.mark.parametrize("language", Language)
def test_without_a_model_it_is_said_that_answers_stay_here(texts: Texts, language: Language) -> None:
    assert texts.text(language, "privacy-offline") in privacy(texts, language, None).html
    assert texts.text(language, "about-offline") in about(texts, language, Release("1.2"), FIGURES, None).html


@pytest.mark.parametrize("language", Language)
def test_both_fit_a_message(texts: Texts, language: Language) -> None:
    for message in (privacy(texts, language, MODEL), about(texts, language, Release("1.2"), FIGURES, MODEL)):
        assert len(parse(message.html, "HTML").text) <= 4096
