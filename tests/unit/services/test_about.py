"""What is published of the grader: one set of figures for /about and for the page on grading."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.labelled import read_labelled
from benchmarks.published import PAGE, ROOT, figures, table, within
from bot.cli.shelf import Shelf
from bot.domain.language import Language
from bot.domain.question import Bank
from bot.services.about import published, release


def test_every_language_was_measured() -> None:
    figures = published()
    assert set(figures.points) == set(Language)
    for each in figures.points.values():
        assert each.answers > 0
        assert 0 < each.kappa < min(each.precision, each.recall) < 1
    assert 0 < figures.claims.recall < figures.claims.precision <= 1


def test_the_page_on_grading_has_the_same_figures() -> None:
    assert table(published()) in Path(PAGE).read_text(encoding="utf-8")


def test_what_is_published_can_be_measured_anew() -> None:
    folder = ROOT / "benchmarks" / "data"
    paths = [folder / f"answers.{language}.{field}.jsonl" for language in Language for field in ("sql", "kafka")]
    day = date(2030, 1, 1)
    answers = read_labelled(Shelf(Bank({}, {})), paths)[::3]
    measured = figures(answers, day)
    assert (measured.measured, measured.answers) == (day, len(answers))
    assert all(each.kappa > 0 for each in measured.points.values())


def test_new_figures_take_the_place_of_the_old_ones() -> None:
    newer = replace(published(), measured=date(2030, 1, 1))
    page = within(within("# Grading\n", published()), newer)
    assert page == "# Grading\n\n" + table(newer)


def test_the_version_is_that_of_the_package() -> None:
    said = release()
    assert said.version.count(".") == 2
    assert all(said.links)


@pytest.mark.parametrize("language", Language)
def test_a_table_line_tells_of_each_language(language: Language) -> None:
    assert f"| {language} | {published().points[language].answers} |" in table(published())
