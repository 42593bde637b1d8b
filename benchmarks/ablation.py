"""What each kind of knowledge is worth: cross-validated figures without it."""

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.fit import Bench, best_threshold
from benchmarks.fitting import PENALTY
from benchmarks.labelled import Labelled
from bot.cli.figures import kappa, macro_f1
from bot.grading.analysis import Analyser
from bot.grading.lexicon import Lexicon
from bot.grading.morphology import DictionaryMorphology
from bot.grading.text import Token

WITHOUT: tuple[tuple[str, str], ...] = (
    ("everything", ""),
    ("without the glossary", "c"),
    ("without opposites", "a"),
    ("without roots", "r"),
    ("without loan-word skeletons", "k"),
    ("stems alone", "cark"),
)
"""Stages by the first letters of the keys they add."""
FEATURES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("without windows", (1, 2, 4, 9)),
    ("without distinguishing words", (3, 4)),
    ("without fuzzy ratios", (5, 6)),
    ("without how the answer does otherwise", (10,)),
    ("without rivals", (12, 13, 14, 15, 16)),
)
"""Groups of features by their places in `points.measure`."""


class Forgetful(Analyser):
    """An analyser that matches words by fewer kinds of keys."""

    def __init__(self, kinds: str) -> None:
        super().__init__(Lexicon(), DictionaryMorphology())
        self._kinds = kinds

    def _keys(self, token: Token, stems: tuple[str, ...]) -> dict[str, float]:
        return {key: value for key, value in super()._keys(token, stems).items() if key[0] not in self._kinds}


def lines(answers: Sequence[Labelled]) -> Iterator[str]:
    """Macro-F1 and kappa of the points without each stage and each group of features."""
    for name, kinds in WITHOUT:
        yield _line(name, Bench(Forgetful(kinds)), answers, ())
    bench = Bench(Forgetful(""))
    for name, places in FEATURES:
        yield _line(name, bench, answers, places)


def _line(name: str, bench: Bench, answers: Sequence[Labelled], without: tuple[int, ...]) -> str:
    points = bench.rows(answers)
    kept = [place for place in range(len(points.features[0])) if place not in without]
    for rows in filter(None, (points, points.strangers)):
        rows.features = [[row[place] for place in kept] for row in rows.features]
    chances = points.cross_validated(PENALTY)
    limit = best_threshold(points, chances)
    firm = [n for n, label in enumerate(points.labels) if label is not None]
    labels, verdicts = [bool(points.labels[n]) for n in firm], [bool(chances[n] >= limit) for n in firm]
    return (
        f"{name:32} macro-F1 {macro_f1(labels, verdicts):.3f} kappa {kappa(labels, verdicts):.3f} "
        f"ranking {_ranking(labels, chances[firm]):.3f}"
    )


def _ranking(labels: Sequence[bool], chances: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """Area under the ROC curve."""
    stated = np.array(labels)
    ahead = chances[stated][:, None] > chances[~stated][None, :]
    level = chances[stated][:, None] == chances[~stated][None, :]
    return float((ahead + level / 2).mean())
