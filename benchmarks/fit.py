"""Fit the models of the grader: `python -m benchmarks.fit PAGES LABELLED.jsonl...` writes the weights.

PAGES is the folder of the pages that the answers belong to. Prints the cross-validated figures first: every page, in
all languages, is held out in turn.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

import numpy as np

from benchmarks.fitting import PENALTY, Fitted, Matrix, ridge
from benchmarks.labelled import (
    Labelled,
    claims_alone,
    examples_of,
    read_labelled,
    read_natural,
    strangers_among,
    strangers_of,
)
from benchmarks.probes import fitted_replies
from bot.bank import load_bank
from bot.bank.pages.importer import import_pages
from bot.cli.figures import kappa, macro_f1, pearson, precision, recall
from bot.cli.shelf import Shelf
from bot.domain.language import Language
from bot.domain.question import Bank
from bot.grading.analysis import Analyser
from bot.grading.claims import measure_flags
from bot.grading.lexicon import Lexicon
from bot.grading.matching import Answer
from bot.grading.model import Logistic, logistic, logit
from bot.grading.morphology import DictionaryMorphology
from bot.grading.points import Measured, measure
from bot.grading.rubric import Rubric, compile_question
from bot.grading.scoring import score_features, share_of_points
from bot.settings import SHIPPED

ONE_IN = 5
"""Every which answer is also fitted as one to another question: more of them cost agreement, without them 3 % of the
points are credited to such answers."""
TARGET = Path(__file__).parents[1] / "bot" / "grading" / "data" / "weights.json"
NATURAL = sorted((Path(__file__).parent / "data").glob("natural*.jsonl"))
MADE = sorted((Path(__file__).parent / "data").glob("made*.jsonl"))
"""Natural answers most of which make wrong claims; points gain nothing by them."""
NATURAL_SHARE = 3
"""How often natural answers count among the examples, of which there are ten times as many."""
CLAIMS_SHARE = 3
"""The same for wrong claims; answers that were written to make them count once, for claims are rarer than there."""
FLAG_PENALTY = 10.0
"""Flags are few: a hundred positives, half of them disguised."""
UNSURE_SHARE = 0.45
"""Share of the threshold for stated from which a point is worth a probe."""
THRESHOLDS = {
    "asserted": 0.6,
    "suspected": 0.25,
    "claimed": 0.6,
    "half_claimed": 0.35,
    "correct": 0.49,
    "partial": 0.25,
    "told": 0.4,
    "half_told": 0.25,
}
"""Asserted: precision .93, .90 and .71 on three sets of labelled flags. Claimed: .83 on natural answers and .96 on
those with many claims, held out by question. Half claimed: one groundless suspicion in twelve natural answers.
Correct and partial: replies are too few to fit on."""


@dataclass
class Rows:
    """Feature rows with their labels (None for half stated points), pages, languages and numbers of answers.

    `strangers` are rows of answers to other questions: models are fitted on them too and never measured by them.
    """

    features: list[Sequence[float]] = field(default_factory=list)
    labels: list[bool | None] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    strangers: "Rows | None" = None

    def add(self, features: Sequence[float], answer: Labelled, number: int, *, label: bool | None) -> None:
        """Add a row."""
        self.features.append(features)
        self.labels.append(label)
        self.pages.append(answer.group)
        self.languages.append(answer.question.language)
        self.answers.append(number)

    def fitted(self, penalty: float, without: str = "") -> Fitted:
        """Model of all firmly labelled rows but those of a page."""
        parts = [rows.firm(without) for rows in (self, self.strangers) if rows]
        features, target = (np.concatenate(part) for part in zip(*parts, strict=True))
        return Fitted(features, target, penalty)

    def firm(self, without: str = "") -> tuple[Matrix, Matrix]:
        """Features and labels of all firmly labelled rows but those of a page."""
        chosen = [n for n, label in enumerate(self.labels) if label is not None and self.pages[n] != without]
        return self.matrix[chosen], np.array([float(bool(self.labels[n])) for n in chosen])

    def part(self, places: Iterable[int]) -> "Rows":
        """The rows at these places."""
        chosen = list(places)
        return Rows(
            [self.features[place] for place in chosen],
            [self.labels[place] for place in chosen],
            [self.pages[place] for place in chosen],
            [self.languages[place] for place in chosen],
            [self.answers[place] for place in chosen],
        )

    @property
    def matrix(self) -> Matrix:
        """All features."""
        return np.array(self.features, dtype=np.float64)

    def by_answer(self, chances: Matrix) -> list[Matrix]:
        """Probabilities of the rows of each answer."""
        owners = np.array(self.answers)
        return [chances[owners == number] for number in range(max(self.answers) + 1)]

    def cross_validated(self, penalty: float) -> Matrix:
        """Probability of every row by a model that saw no row of its page, in any language."""
        chances = np.zeros(len(self.labels))
        for page in sorted(set(self.pages)):
            held = np.array([name == page for name in self.pages])
            chances[held] = self.fitted(penalty, page).predict(self.matrix[held])
        return chances


class Bench:
    """Measures answers with the parts of the grader that need no weights."""

    def __init__(self, analyser: Analyser | None = None) -> None:
        self.analyser = analyser or Analyser(Lexicon(), DictionaryMorphology())
        self._rubrics: dict[tuple[str, Language], Rubric] = {}

    def rows(self, answers: Sequence[Labelled]) -> Rows:
        """Rows of points, with strangers."""
        points = self._points(answers)
        points.strangers = self._points(strangers_among(list(answers), ONE_IN))
        return points

    def _points(self, answers: Sequence[Labelled]) -> Rows:
        rows = Rows()
        for number, labelled in enumerate(answers):
            measured, _ = self.read(labelled)
            for point, stated in zip(measured, labelled.stated, strict=True):
                rows.add(point.text.features, labelled, number, label=stated)
        return rows

    def flag_rows(self, answers: Sequence[Labelled], points: Sequence[Matrix]) -> Rows:
        """Rows of flags; `points` are the probabilities of the points of each answer."""
        rows = Rows()
        for number, (labelled, chances) in enumerate(zip(answers, points, strict=True)):
            measured, answer = self.read(labelled)
            flags = measure_flags(self.rubric(labelled), measured, float(chances.mean()), answer)
            for flag, asserted in zip(flags, labelled.asserted, strict=True):
                rows.add(flag.features, labelled, number, label=asserted)
        return rows

    def claim_rows(self, answers: Sequence[Labelled], point: Logistic, phrased: Logistic) -> Rows:
        """Rows of flags with phrasings, beside points judged by these two models."""
        rows = Rows()
        for number, labelled in enumerate(answers):
            measured, answer = self.read(labelled)
            standing = fmean(each.score(point, phrased)[0] for each in measured)
            flags = measure_flags(self.rubric(labelled), measured, standing, answer)
            for flag, asserted in zip(flags, labelled.asserted, strict=True):
                if flag.is_phrased:
                    rows.add(flag.combined, labelled, number, label=asserted)
        return rows

    def read(self, labelled: Labelled) -> tuple[tuple[Measured, ...], Answer]:
        """The points of an answer measured, and the answer read."""
        answer = Answer(self.analyser.read(labelled.answer, labelled.question.language))
        silence = self.analyser.read("", labelled.question.language)
        return measure(self.rubric(labelled), answer, silence), answer

    def rubric(self, labelled: Labelled) -> Rubric:
        """The compiled question of an answer."""
        key = labelled.question.id, labelled.question.language
        known = self._rubrics.get(key)
        if known is None or known.question != labelled.question:
            known = self._rubrics[key] = compile_question(labelled.question, self.analyser)
        return known


def best_threshold(rows: Rows, chances: Matrix) -> float:
    """Threshold of the highest macro-F1, mean of the best fifteen of 56 to steady it."""
    firm = [n for n, label in enumerate(rows.labels) if label is not None]
    labels = [bool(rows.labels[n]) for n in firm]
    grid = np.linspace(0.2, 0.75, 56)
    ranked = sorted(grid, key=lambda limit: -macro_f1(labels, [bool(chances[n] >= limit) for n in firm]))
    return round(float(np.mean(ranked[:15])), 3)


def report(rows: Rows, chances: Matrix, limit: float) -> None:
    """Print agreement by language and overall."""
    for language in (*Language, None):
        chosen = [
            n for n, spoken in enumerate(rows.languages) if language in {None, spoken} and rows.labels[n] is not None
        ]
        labels = [bool(rows.labels[n]) for n in chosen]
        verdicts = [bool(chances[n] >= limit) for n in chosen]
        print(
            f"{language or 'all':4} macro-F1 {macro_f1(labels, verdicts):.3f} kappa {kappa(labels, verdicts):.3f} "
            f"precision {precision(labels, verdicts):.3f} recall {recall(labels, verdicts):.3f} n {len(labels)}"
        )


def report_topics(rows: Rows, chances: Matrix, limit: float, topics: Sequence[str]) -> None:
    """Print agreement by topic."""
    for topic in topics:
        chosen = [n for n, page in enumerate(rows.pages) if page == topic and rows.labels[n] is not None]
        labels, verdicts = [bool(rows.labels[n]) for n in chosen], [bool(chances[n] >= limit) for n in chosen]
        print(f"{topic:20} macro-F1 {macro_f1(labels, verdicts):.3f} kappa {kappa(labels, verdicts):.3f}")


def mark_features(answers: Sequence[Labelled], points: Sequence[Matrix], flags: Sequence[Matrix]) -> Matrix:
    """Features of the 0-5 score made of cross-validated probabilities, by answer."""
    return np.array(
        [
            score_features(share_of_points(answer.question, answer.level, list(chances)), answer.level, list(suspects))
            for answer, chances, suspects in zip(answers, points, flags, strict=True)
        ]
    )


def stretched(weights: Matrix, features: Matrix, target: Matrix) -> Matrix:
    """Weights whose scores spread as the labels do: regression alone shrinks them to the middle."""
    scores = features @ weights
    factor = target.std() / scores.std()
    bent = weights * factor
    bent[0] += target.mean() - (features @ bent).mean()
    return np.asarray(bent, dtype=np.float64)


def measured(answers: Sequence[Labelled]) -> dict[str, object]:
    """The models fitted on the answers, as data; prints their cross-validated figures."""
    bench = Bench()
    points = bench.rows(answers)
    chances = points.cross_validated(PENALTY)
    flags = bench.flag_rows(answers, points.by_answer(chances))
    suspects = flags.cross_validated(FLAG_PENALTY)
    limit = best_threshold(points, chances)
    print(f"points, threshold {limit}")
    report(points, chances, limit)
    report_topics(points, chances, limit, sorted({answer.topic for answer in answers} - {""}))
    print("flags at .5")
    report(flags, suspects, 0.5)
    marks = mark_features(answers, points.by_answer(chances), flags.by_answer(suspects))
    overall = np.array([answer.overall for answer in answers])
    weights = stretched(ridge(marks, overall), marks, overall)
    scores = np.clip(marks @ weights, 0, 5)
    print(
        f"score: Pearson {pearson(list(scores), list(overall)):.3f} quadratic kappa "
        f"{kappa([int(v + 0.5) for v in overall], [int(v + 0.5) for v in scores], quadratic=True):.3f}"
    )
    bank, point = load_bank([SHIPPED]), points.fitted(PENALTY)
    print("points with phrasings, examples of the shipped bank")
    with_phrasings = phrased(bench, bank, point, limit)
    print("points by the reply to their probe, shipped bank")
    replies = fitted_replies(bank, bench.analyser, logistic(point.as_data()), THRESHOLDS["told"])
    print("wrong claims with phrasings, shipped bank")
    return {
        "phrased": with_phrasings,
        "claimed": claimed(bench, bank, logistic(point.as_data()), logistic(with_phrasings)),
        "probed": replies,
        "point": point.as_data(),
        "flag": flags.fitted(FLAG_PENALTY).as_data(),
        "mark": [round(float(weight), 4) for weight in weights],
        "thresholds": THRESHOLDS | {"stated": limit, "unsure": round(limit * UNSURE_SHARE, 3)},
    }


def phrased(bench: Bench, bank: Bank, point: Fitted, limit: float) -> dict[str, list[float]]:
    """Model of points with phrasings, fitted on answers to a bank and on answers to other questions.

    `point` may have seen none of them. The phrasings were written with the bank's examples in view, which makes these
    easy: natural answers count more, and tell the threshold. The bias is moved so that it becomes `limit`; questions
    are held out in turn, in all languages.
    """
    examples, natural = examples_of(bank), read_natural(bank, NATURAL)
    kinds = {
        "examples": examples,
        "natural": natural * NATURAL_SHARE,
        "other questions": strangers_of(bank),
        "wrong claims": claims_alone(bank),
    }
    rows, spans = Rows(), {}
    for kind, answers in kinds.items():
        start = len(rows.labels)
        for number, labelled in enumerate(answers):
            _add_phrased(rows, bench, labelled, number, point)
        spans[kind] = range(start, len(rows.labels))
    tried = rows.cross_validated(PENALTY)
    telling = [*spans["natural"], *spans["other questions"]]
    best = best_threshold(rows.part(telling), tried[telling])
    for kind, span in spans.items():
        print(kind)
        report(rows.part(span), tried[list(span)], best)
    fitted = rows.fitted(PENALTY)
    fitted.weights[-1] += logit(limit) - logit(best)
    return fitted.as_data()


def _add_phrased(rows: Rows, bench: Bench, labelled: Labelled, number: int, point: Fitted) -> None:
    measures, _ = bench.read(labelled)
    for measured, stated in zip(measures, labelled.stated, strict=True):
        if len(measured.wordings) > 1:
            chances = point.predict(np.array([wording.features for wording in measured.wordings]))
            rows.add(measured.combined(list(chances)), labelled, number, label=stated)


def claimed(bench: Bench, bank: Bank, point: Logistic, phrased: Logistic) -> dict[str, list[float]]:
    """Model of wrong claims with phrasings, fitted on examples and, more of them, on natural answers."""
    kinds = {
        "examples": examples_of(bank),
        "natural": read_natural(bank, NATURAL) * CLAIMS_SHARE,
        "natural, claims": read_natural(bank, MADE),
    }
    rows = bench.claim_rows([answer for answers in kinds.values() for answer in answers], point, phrased)
    chances = rows.cross_validated(FLAG_PENALTY)
    start = 0
    for kind, answers in kinds.items():
        numbers, start = range(start, start + len(answers)), start + len(answers)
        chosen = [place for place, number in enumerate(rows.answers) if number in numbers]
        print(kind)
        report(rows.part(chosen), chances[chosen], THRESHOLDS["claimed"])
    return rows.fitted(FLAG_PENALTY).as_data()


def main(paths: Sequence[str]) -> None:
    """Fit, print and write."""
    pages, *labelled = map(Path, paths)
    data = measured(read_labelled(Shelf(import_pages([pages]).bank), labelled))
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
