"""How the grader does on short messages: `python -m benchmarks.sentences [EVERY]`.

Every sentence of the shipped bank's examples is graded alone, as people send them one by one: of the points that the
example states, which share does some sentence state; and which share of the bank's wrong claims, each said alone and
unknown to the grader in these words, is taken for a point. EVERY question of so many is measured (7).
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.bank import load_bank
from bot.domain.language import Level
from bot.domain.question import Question
from bot.domain.verdict import PointStatus
from bot.grading import RubricGrader

CONTENT = Path(__file__).parents[1] / "content"
EVERY = 7
"""Not divisible by three, so that all languages come up."""
LEAST = 3
"""Words of a sentence."""


def main(every: int) -> None:
    """Measure and print."""
    grader = RubricGrader()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for question in [*load_bank((CONTENT,)).questions.values()][::every]:
        counts.update(("points", *found) for found in _points(grader, question))
        counts.update(("claims", question.language.value, credited) for credited in _claims(grader, question))
    for language in ("en", "ru", "uk"):
        points, claims = (_share(counts, kind, language) for kind in ("points", "claims"))
        print(f"{language}: points of examples stated by a sentence alone {points}, wrong claims credited {claims}")


def _points(grader: RubricGrader, question: Question) -> Iterator[tuple[str, bool]]:
    for example in question.examples:
        sentences = [part for part in re.split(r"(?<=[.!?;])\s+|\n", example.answer) if len(part.split()) >= LEAST]
        said = set().union(*(_stated(grader, question, sentence, example.level) for sentence in sentences))
        yield from ((question.language.value, point in said) for point in example.stated)


def _claims(grader: RubricGrader, question: Question) -> Iterator[bool]:
    for number, flag in enumerate(question.red_flags):
        for said in flag.phrasings:
            known = replace(flag, phrasings=tuple(phrasing for phrasing in flag.phrasings if phrasing != said))
            flags = (*question.red_flags[:number], known, *question.red_flags[number + 1 :])
            yield bool(_stated(grader, replace(question, red_flags=flags), said, Level.SENIOR))


def _stated(grader: RubricGrader, question: Question, text: str, level: Level) -> set[str]:
    verdicts = grader.assess(question, text, level, question.prompt).points
    return {verdict.point for verdict in verdicts if verdict.status is PointStatus.STATED}


def _share(counts: Counter[tuple[str, str, bool]], kind: str, language: str) -> str:
    yes, no = counts[kind, language, True], counts[kind, language, False]
    return f"{yes / (yes + no):.1%} of {yes + no}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else EVERY)
