"""Every figure of `docs/grading.md`: `python -m benchmarks [--answers DIR --pages DIR]`.

Speed needs nothing. The rest needs labelled answers (`*.jsonl`, in the form that `interview-bot evaluate`
reads) and the pages that they belong to; the folders can be named by ANSWERS_PATH and VAULT_PATH instead.
"""

import argparse
import os
from pathlib import Path

from benchmarks import ablation, fit, speed
from benchmarks.labelled import read_labelled, read_rows
from bot.bank.pages.importer import import_pages
from bot.cli.evaluation import evaluate_lines
from bot.cli.shelf import Shelf
from bot.grading import RubricGrader


def main() -> None:
    """Print all figures that can be measured with what is there."""
    options = _options()
    print("# Speed")
    for line in speed.lines():
        print(line)
    if not (options.answers and options.pages):
        print("\nNo agreement with people measured: give --answers and --pages, or ANSWERS_PATH and VAULT_PATH.")
        return
    paths = sorted(Path(options.answers).glob("*.jsonl"))
    shelf = Shelf(import_pages([Path(options.pages)]).bank)
    answers = read_labelled(shelf, paths)
    print("\n# Cross-validated by page")
    fit.measured(answers)
    print("\n# The shipped weights, fitted on these very answers, beside the plain ratio")
    for line in evaluate_lines(shelf, list(read_rows(paths)), RubricGrader(), baseline=True):
        print(line)
    print("\n# Stages, cross-validated by page")
    for line in ablation.lines(answers):
        print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--answers", default=os.environ.get("ANSWERS_PATH"), help="folder of labelled answers")
    parser.add_argument("--pages", default=os.environ.get("VAULT_PATH"), help="folder of the pages they belong to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
