"""Publish how often the grader is wrong: `python -m benchmarks.published [--answers DIR --pages DIR]`.

Measures the points of the labelled answers cross-validated by page, and the wrong claims with the shipped weights, and
writes `bot/grading/data/figures.json`, which /about shows, and the same as a table in `docs/grading.md`. The folders
can be named by ANSWERS_PATH and VAULT_PATH instead.
"""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.fit import Bench, Rows, best_threshold
from benchmarks.fitting import PENALTY, Matrix
from benchmarks.labelled import Labelled, read_labelled
from bot.bank.pages.importer import import_pages
from bot.cli.figures import kappa, precision, recall
from bot.cli.shelf import Shelf
from bot.domain.language import Language
from bot.domain.verdict import FlagStatus
from bot.grading import RubricGrader
from bot.rendering.about import Agreement, Claims, Figures
from bot.services.about import FIGURES

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "bot" / "grading" / "data" / "figures.json"
PAGE = ROOT / "docs" / "grading.md"
BEGIN, END = "<!-- published figures -->\n", "<!-- end of published figures -->\n"


def figures(answers: Sequence[Labelled], day: date) -> Figures:
    """The figures of these answers, measured that day."""
    points = Bench().rows(answers)
    chances = points.cross_validated(PENALTY)
    limit = best_threshold(points, chances)
    agreements = {each: _agreement(answers, points, chances, limit, each) for each in Language}
    return Figures(day, agreements, _claims(answers))


def table(published: Figures) -> str:
    """The figures as Markdown, between the marks that tell where they stand in the page."""
    return BEGIN + "\n".join(["", *_rows(published), "", END])


def _rows(published: Figures) -> Iterator[str]:
    yield f"Published in `/about`, measured on {published.measured.isoformat()} on {published.answers} answers:"
    yield ""
    yield "| points, cross-validated by page | answers | precision | recall | κ |"
    yield "|---|---|---|---|---|"
    for language, each in published.points.items():
        yield f"| {language} | {each.answers} | {each.precision:.2f} | {each.recall:.2f} | {each.kappa:.2f} |"
    yield ""
    claims = published.claims
    yield f"Wrong claims called made: precision {claims.precision:.2f}, recall {claims.recall:.2f}."


def within(page: str, published: Figures) -> str:
    """The page with these figures in place of those it has, else at its end."""
    present = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if present.search(page):
        return present.sub(lambda _: table(published), page)
    return page.rstrip("\n") + "\n\n" + table(published)


def _agreement(
    answers: Sequence[Labelled], points: Rows, chances: Matrix, limit: float, language: Language
) -> Agreement:
    chosen = [row for row, label in enumerate(points.labels) if label is not None and points.languages[row] is language]
    labels = [bool(points.labels[row]) for row in chosen]
    verdicts = [bool(chances[row] >= limit) for row in chosen]
    agreed = (precision(labels, verdicts), recall(labels, verdicts), kappa(labels, verdicts))
    return Agreement(sum(each.question.language is language for each in answers), *(round(each, 3) for each in agreed))


def _claims(answers: Sequence[Labelled]) -> Claims:
    grader = RubricGrader()
    labels = [made for each in answers for made in each.asserted]
    verdicts = [
        flag.status is FlagStatus.ASSERTED
        for each in answers
        for flag in grader.assess(each.question, each.answer, each.level).flags
    ]
    return Claims(round(precision(labels, verdicts), 3), round(recall(labels, verdicts), 3))


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.published", description=__doc__)
    parser.add_argument("--answers", default=os.environ.get("ANSWERS_PATH"), help="folder of labelled answers")
    parser.add_argument("--pages", default=os.environ.get("VAULT_PATH"), help="folder of the pages they belong to")
    options = parser.parse_args()
    if not (options.answers and options.pages):
        parser.error("give --answers and --pages, or ANSWERS_PATH and VAULT_PATH")
    shelf = Shelf(import_pages([Path(options.pages)]).bank)
    measured = figures(read_labelled(shelf, sorted(Path(options.answers).glob("*.jsonl"))), date.today())  # noqa: DTZ011 -- the day on the calendar of whoever measures
    TARGET.write_bytes(FIGURES.dump_json(measured, indent=1) + b"\n")
    PAGE.write_text(within(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")
    print(table(measured))


if __name__ == "__main__":
    main()
