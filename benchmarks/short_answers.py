"""Grade short answers against one reference answer each: `python -m benchmarks.short_answers FILE.tsv|csv|jsonl`.

The file has columns (or keys) `question`, `reference`, `answer` and `score` (0-5, by people); English unless
`--language` says otherwise. Prints Pearson's r over all answers and within questions, and the root mean square error,
beside plain fuzzy ratios. Nothing here is fitted on answers of this kind.
"""

import argparse
import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from statistics import fmean

from rapidfuzz import fuzz

from bot.cli.figures import pearson
from bot.domain.language import Language, Level
from bot.domain.question import Question, RubricPoint
from bot.grading import RubricGrader
from bot.grading.analysis import Analyser
from bot.grading.lexicon import Lexicon
from bot.grading.matching import Answer, coverage
from bot.grading.model import load_model, logit
from bot.grading.morphology import DictionaryMorphology
from bot.grading.rubric import compile_question

HIGHEST = 5.0
LEAST = 0.01
"""Probabilities nearer to 0 or 1 are taken as this near: their odds tell nothing more."""
_BREAK = re.compile(r"[;.,:]\s+|\s(?:and|but|so|и|но|а|і|й|але)\s")
_WORDS = 3
"""Words that a clause has at least to be a point of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """An answer with what was asked, what was to be said, and the mark that people gave."""

    question: str
    reference: str
    answer: str
    score: float


Marker = Callable[[Row], float]
"""Gives a mark 0-5."""


class ShortAnswers:
    """Marks answers by the mean of three views, none of them fitted on answers of this kind.

    What the grader believes, with the reference as one point of a rubric and with each of its clauses as another's: the
    mean log odds of both, that of the clauses weighted by their words, where odds at which the grader doubts are worth
    half. How much of the reference is found anywhere, in whatever words: people who mark short answers give credit for
    less than a must-know point asks. And how alike the two are as strings.
    """

    def __init__(self, language: Language = Language.EN) -> None:
        self._language = language
        self._grader = RubricGrader()
        self._analyser = Analyser(Lexicon(), DictionaryMorphology())
        self._half = logit(load_model().thresholds.unsure)

    def mark(self, row: Row) -> float:
        """A mark 0-5."""
        return HIGHEST * fmean((self._believed(row), self._found(row), _alike(row)))

    def _believed(self, row: Row) -> float:
        odds = (self._odds(row, [row.reference]) + self._odds(row, clauses(row.reference))) / 2
        return 1 / (1 + exp(self._half - odds))

    def _found(self, row: Row) -> float:
        """Share of the reference found in the answer."""
        rubric = compile_question(self._question(row, [row.reference]), self._analyser)
        answer = Answer(self._analyser.read(row.answer, self._language))
        return coverage(rubric.points[0].statements[0], answer)

    def _odds(self, row: Row, points: Sequence[str]) -> float:
        """Mean log odds of the points, by their words."""
        verdicts = self._grader.assess(self._question(row, points), row.answer, Level.JUNIOR).points
        weights = [len(point.split()) for point in points]
        odds = [logit(min(max(verdict.score, LEAST), 1 - LEAST)) for verdict in verdicts]
        return sum(weight * each for weight, each in zip(weights, odds, strict=True)) / sum(weights)

    def _question(self, row: Row, points: Sequence[str]) -> Question:
        rubric = tuple(RubricPoint(f"p{number}", point, Level.JUNIOR) for number, point in enumerate(points))
        name = " | ".join([row.question, *points])
        return Question(name, self._language, "", row.question, row.question, rubric)


def _alike(row: Row) -> float:
    return fuzz.token_set_ratio(row.reference.lower(), row.answer.lower()) / 100


def clauses(reference: str) -> list[str]:
    """The clauses of a reference answer that say something by themselves; the whole of it when none does."""
    parts = (part.strip() for part in _BREAK.split(reference))
    return [part for part in parts if len(part.split()) >= _WORDS] or [reference]


def read(path: Path) -> list[Row]:
    """Rows of a file; KeyError names a column that is not there, ValueError a score that is no number."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(each) for each in _records(path.suffix, file)]


def _records(suffix: str, lines: Iterator[str]) -> Iterator[dict[str, str]]:
    if suffix == ".jsonl":
        return (json.loads(line) for line in lines if line.strip())
    if suffix == ".csv":
        return csv.DictReader(lines)
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _row(record: dict[str, str]) -> Row:
    return Row(record["question"], record["reference"], record["answer"], float(record["score"]))


def _ratio(ratio: Callable[[str, str], float]) -> Marker:
    return lambda row: HIGHEST * ratio(row.reference.lower(), row.answer.lower()) / 100


def lines(rows: Sequence[Row], language: Language = Language.EN) -> Iterator[str]:
    """The table: each marker with its agreement."""
    markers: dict[str, Marker] = {
        "grader": ShortAnswers(language).mark,
        "token_set_ratio": _ratio(fuzz.token_set_ratio),
        "token_sort_ratio": _ratio(fuzz.token_sort_ratio),
        "always the mean": lambda _: sum(row.score for row in rows) / len(rows),
    }
    yield f"{len(rows)} answers to {len({row.question for row in rows})} questions"
    yield f"{'':18}{'r':>8}{'within':>8}{'RMSE':>8}"
    for name, marker in markers.items():
        marks = [marker(row) for row in rows]
        figures = (pearson([row.score for row in rows], marks), _within(rows, marks), _error(rows, marks))
        yield f"{name:18}" + "".join(f"{each:8.3f}" for each in figures)


def _within(rows: Sequence[Row], marks: Sequence[float]) -> float:
    """Mean of Pearson's r over the questions."""
    found = []
    for question in dict.fromkeys(row.question for row in rows):
        chosen = [number for number, row in enumerate(rows) if row.question == question]
        found.append(pearson([rows[number].score for number in chosen], [marks[number] for number in chosen]))
    return sum(found) / len(found)


def _error(rows: Sequence[Row], marks: Sequence[float]) -> float:
    return sqrt(sum((row.score - mark) ** 2 for row, mark in zip(rows, marks, strict=True)) / len(rows))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.short_answers", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", type=Language, default=Language.EN)
    options = parser.parse_args()
    for line in lines(read(options.file), options.language):
        print(line)


if __name__ == "__main__":
    main()
