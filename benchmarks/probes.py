"""Replies to the probes of the shipped bank: `python -m benchmarks.probes` measures, `benchmarks.fit` fits on them.

`data/probes.jsonl` has replies as people type them, labelled by meaning before the grader saw them: language, question,
point, answer, and `stated` (true, "partial" or false).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.fitting import Fitted, Matrix
from bot.bank import load_bank
from bot.domain.language import Language
from bot.domain.question import Bank, Question, RubricPoint
from bot.domain.verdict import FlagStatus, PointStatus
from bot.grading.analysis import Analyser
from bot.grading.grader import RubricGrader
from bot.grading.matching import Answer
from bot.grading.model import Logistic
from bot.grading.probes import measure_probed
from bot.grading.rubric import Rubric, compile_question
from bot.settings import SHIPPED

DATA = Path(__file__).parent / "data" / "probes.jsonl"
PENALTY = 2.0
"""L2 penalty; .5 to 2 measure alike."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A reply to the probe of a point; `stated` is None for half of it, `made` tells that nobody typed it."""

    question: Question
    point: RubricPoint
    answer: str
    stated: bool | None
    made: bool = False


def read_probes(bank: Bank, path: Path = DATA) -> list[Probe]:
    """The labelled replies; KeyError when the bank has no such question or point any more."""
    return [_probe(bank, json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _probe(bank: Bank, row: dict[str, str | bool]) -> Probe:
    question = bank.questions[str(row["question"]), Language(str(row["lang"]))]
    point = {each.id: each for each in question.points}[str(row["point"])]
    return Probe(question, point, str(row["answer"]), None if row["stated"] == "partial" else bool(row["stated"]))


def beside_the_point(probes: Sequence[Probe]) -> Iterator[Probe]:
    """Replies that say something else: other points, a wrong claim and the words of the probe, in turn."""
    for number, probe in enumerate(probes):
        others = [
            text for each in probe.question.points if each != probe.point for text in (each.text, *each.phrasings)
        ]
        claims = [text for flag in probe.question.red_flags for text in (flag.claim, *flag.phrasings)]
        for texts in (others, claims, [probe.point.probe or ""]):
            if texts:
                yield Probe(probe.question, probe.point, texts[number % len(texts)], stated=False, made=True)


def fitted_replies(bank: Bank, analyser: Analyser, wording: Logistic, limit: float) -> dict[str, list[float]]:
    """The model of replies to probes as data; prints how it does on questions held out, at the threshold `limit`."""
    probes = read_probes(bank)
    probes = [*probes, *beside_the_point(probes)]
    rubrics: dict[tuple[str, Language], Rubric] = {}
    features = np.array([_features(probe, analyser, wording, rubrics) for probe in probes], dtype=np.float64)
    firm = np.array([probe.stated is not None for probe in probes])
    labels = np.array([float(bool(probe.stated)) for probe in probes])
    chances = _held_out(probes, features, labels, firm)
    report(probes, [bool(chance >= limit) for chance in chances])
    return Fitted(features[firm], labels[firm], PENALTY).as_data()


def _features(
    probe: Probe, analyser: Analyser, wording: Logistic, rubrics: dict[tuple[str, Language], Rubric]
) -> list[float]:
    language = probe.question.language
    key = probe.question.id, language
    if key not in rubrics:
        rubrics[key] = compile_question(probe.question, analyser)
    asked = analyser.read(probe.point.probe or "", language)
    return measure_probed(
        rubrics[key], probe.point.id, Answer(analyser.read(probe.answer, language)), asked, wording
    ).features


def _held_out(probes: Sequence[Probe], features: Matrix, labels: Matrix, firm: NDArray[np.bool_]) -> Matrix:
    """Probability of each reply by a model that saw none of its question, in any language."""
    questions = np.array([probe.question.id for probe in probes])
    chances = np.zeros(len(probes))
    for name in set(questions):
        held = questions == name
        seen = firm & ~held
        chances[held] = Fitted(features[seen], labels[seen], PENALTY).predict(features[held])
    return chances


def report(probes: Sequence[Probe], credited: Sequence[bool]) -> None:
    """Print which share of the replies of each kind is taken for the point, by language."""
    for language in (*Language, None):
        mine = [n for n, probe in enumerate(probes) if language in {None, probe.question.language}]
        kinds = {
            "right": [n for n in mine if probes[n].stated],
            "half": [n for n in mine if probes[n].stated is None],
            "wrong": [n for n in mine if probes[n].stated is False and not probes[n].made],
            "beside": [n for n in mine if probes[n].made],
        }
        shares = (f"{name} {sum(credited[n] for n in kind)}/{len(kind)}" for name, kind in kinds.items() if kind)
        print(f"{language or 'all':4} credited: {', '.join(shares)}")


def main() -> None:
    """Print what the shipped grader credits."""
    grader, probes = RubricGrader(), read_probes(load_bank([SHIPPED]))
    probes = [*probes, *beside_the_point(probes)]
    report(probes, [is_credited(grader, probe) for probe in probes])


def is_credited(grader: RubricGrader, probe: Probe) -> bool:
    """Whether the reply counts as the point, and makes no wrong claim."""
    found = grader.assess(probe.question, probe.answer, probe.point.level, probe.point.probe or "", probe.point.id)
    claims = any(verdict.status is FlagStatus.ASSERTED for verdict in found.flags)
    stated = (each.point for each in found.points if each.status is PointStatus.STATED)
    return probe.point.id in stated and not claims


if __name__ == "__main__":
    main()
