"""Fit the models of the grader on labelled answers: `python -m benchmarks.fit LABELLED.jsonl...` writes the weights.

Prints the cross-validated figures first: every page, in all languages, is held out in turn.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks.fitting import Fitted, Matrix, cross_validated, ridge
from benchmarks.labelled import Labelled, page_of, read_labelled
from bot.cli.figures import kappa, macro_f1, pearson, precision, recall
from bot.domain.language import Language
from bot.grading.flags import flag_features
from bot.grading.lexicon import Lexicon
from bot.grading.matching import Answer
from bot.grading.morphology import DictionaryMorphology
from bot.grading.points import measure
from bot.grading.rubric import Rubric, compile_question
from bot.grading.units import Analyser

TARGET = Path(__file__).parents[1] / "bot" / "grading" / "data" / "weights.json"
FLAG_PENALTY = 10.0
"""Flags are few: a hundred positives, half of them disguised."""


@dataclass
class Rows:
    """Feature rows with their labels, pages and languages."""

    features: list[Sequence[float]] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def add(self, features: Sequence[float], answer: Labelled, number: int, *, label: bool) -> None:
        """Add a row."""
        self.features.append(features)
        self.labels.append(label)
        self.pages.append(page_of(answer))
        self.languages.append(answer.question.language)
        self.answers.append(number)

    @property
    def matrix(self) -> Matrix:
        """All features."""
        return np.array(self.features, dtype=np.float64)

    @property
    def target(self) -> Matrix:
        """All labels as numbers."""
        return np.array(self.labels, dtype=np.float64)


class Bench:
    """Measures answers with the parts of the grader that need no weights."""

    def __init__(self) -> None:
        self.analyser = Analyser(Lexicon(), DictionaryMorphology())
        self._rubrics: dict[str, Rubric] = {}

    def rows(self, answers: Sequence[Labelled]) -> tuple[Rows, Rows]:
        """Rows of points (half stated ones left out) and of flags."""
        points, flags = Rows(), Rows()
        for number, labelled in enumerate(answers):
            rubric = self.rubric(labelled)
            answer = Answer(self.analyser.read(labelled.answer, labelled.question.language))
            silence = self.analyser.read("", labelled.question.language)
            for measured, stated in zip(measure(rubric, answer, silence), labelled.stated, strict=True):
                if stated is not None:
                    points.add(measured.features, labelled, number, label=stated)
            for flag, asserted in zip(rubric.flags, labelled.asserted, strict=True):
                flags.add(flag_features(flag, rubric, answer)[0], labelled, number, label=asserted)
        return points, flags

    def rubric(self, labelled: Labelled) -> Rubric:
        """The compiled question of an answer."""
        key = labelled.question.id
        if key not in self._rubrics:
            self._rubrics[key] = compile_question(labelled.question, self.analyser)
        return self._rubrics[key]


def best_threshold(labels: Sequence[bool], chances: Matrix) -> float:
    """Threshold of the highest macro-F1, mean of the three best to steady it."""
    grid = np.linspace(0.15, 0.75, 61)
    ranked = sorted(grid, key=lambda limit: -macro_f1(labels, [bool(c >= limit) for c in chances]))
    return round(float(np.mean(ranked[:3])), 3)


def report(rows: Rows, chances: Matrix, limit: float) -> None:
    """Print agreement by language and overall."""
    for language in (*Language, None):
        chosen = [n for n, spoken in enumerate(rows.languages) if language in {None, spoken}]
        labels = [rows.labels[n] for n in chosen]
        verdicts = [bool(chances[n] >= limit) for n in chosen]
        print(
            f"{language or 'all':4} macro-F1 {macro_f1(labels, verdicts):.3f} kappa {kappa(labels, verdicts):.3f} "
            f"precision {precision(labels, verdicts):.3f} recall {recall(labels, verdicts):.3f} n {len(labels)}"
        )


def main(paths: Sequence[str]) -> None:
    """Fit, print and write."""
    answers, _ = read_labelled(Path(path) for path in paths)
    points, flags = Bench().rows(answers)
    chances = cross_validated(points.matrix, points.target, points.pages)
    limit = best_threshold(points.labels, chances)
    print(f"points, threshold {limit}")
    report(points, chances, limit)
    suspects = cross_validated(flags.matrix, flags.target, flags.pages, FLAG_PENALTY)
    print("flags at .5")
    report(flags, suspects, 0.5)
    marks = _mark_rows(answers, points, chances)
    overall = np.array([answer.overall for answer in answers])
    weights = ridge(marks, overall)
    print(f"score: Pearson {pearson(list(marks @ weights), list(overall)):.3f}")
    data = {
        "point": Fitted(points.matrix, points.target).as_data(),
        "flag": Fitted(flags.matrix, flags.target, FLAG_PENALTY).as_data(),
        "mark": [round(float(weight), 4) for weight in weights],
        "thresholds": {
            "stated": limit,
            "unsure": round(limit / 2, 3),
            "asserted": 0.6,
            "suspected": 0.25,
            "correct": 0.4,
            "partial": 0.15,
        },
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _mark_rows(answers: Sequence[Labelled], points: Rows, chances: Matrix) -> Matrix:
    rows = []
    for number, answer in enumerate(answers):
        mine = [chances[n] for n, owner in enumerate(points.answers) if owner == number]
        share = float(np.mean(mine)) if mine else 0.0
        rows.append([1.0, share, share**0.5, share * (answer.level - 1), float(sum(answer.asserted)), 0.0])
    return np.array(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
