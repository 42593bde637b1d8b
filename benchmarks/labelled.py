"""Labelled answers with the questions they belong to."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.cli.shelf import Shelf, language_of, level_of
from bot.domain.language import Level
from bot.domain.question import Bank, Misconception, Question, RubricPoint

_QUOTED = re.compile(r"""^\W*["«“](?P<claim>.+?)["»”]\W*(?:—|-|\()?\s*(?P<right>.*)$""", re.DOTALL)
_BRACKETED = re.compile(r"^(?P<claim>.+?)\s*\((?P<right>.*)\)\s*$", re.DOTALL)

STRANGERS = 3
"""Answers to other questions for every question of a bank: one of them leaves 4 % of the points credited to such."""
CLAIMS_OF = 3
"""Every which wrong claim of a question is said alone."""
STRIDES = (7, 13)
"""Steps through the other questions, so that all of them are taken."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer with its labels: `stated` per point (None for half stated), `asserted` per flag, `overall` 0-5."""

    question: Question
    level: Level
    answer: str
    stated: tuple[bool | None, ...]
    asserted: tuple[bool, ...]
    overall: float
    topic: str = ""

    @property
    def group(self) -> str:
        """What is held out together: the page in all its languages, or the whole topic of answers without pages."""
        return self.topic or self.question.id


def read_rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Objects of JSON-lines files."""
    for path in paths:
        yield from map(json.loads, filter(str.strip, path.read_text(encoding="utf-8").splitlines()))


def read_labelled(shelf: Shelf, paths: Iterable[Path]) -> list[Labelled]:
    """Answers of the files with their questions; replies and claims are passed over."""
    return [_answer(shelf, row) for row in read_rows(paths) if "must_know" in row]


def _answer(shelf: Shelf, row: dict[str, Any]) -> Labelled:
    return Labelled(
        shelf.question(row) if "file" in row else question_of(row),
        level_of(row),
        row["answer"],
        tuple(None if item["stated"] == "partial" else item["stated"] for item in row["must_know"]),
        tuple(item["asserted"] for item in row["red_flags"]),
        float(row["overall"]),
        row.get("topic", ""),
    )


def examples_of(bank: Bank) -> list[Labelled]:
    """The examples of a bank's questions."""
    return [
        Labelled(
            question,
            example.level,
            example.answer,
            tuple(None if point.id in example.partial else point.id in example.stated for point in question.points),
            tuple(flag.id in example.asserted for flag in question.red_flags),
            float(example.score or 0),
        )
        for question in bank.questions.values()
        for example in question.examples
    ]


def read_natural(bank: Bank, paths: Iterable[Path]) -> list[Labelled]:
    """Answers to the questions of a bank in people's own words, by ids; KeyError where the bank has no such thing."""
    return [_natural(bank, row) for row in read_rows(paths)]


def _natural(bank: Bank, row: dict[str, Any]) -> Labelled:
    question = bank.questions[row["question"], language_of(row)]
    unknown = {*row["stated"], *row["partial"]} - {point.id for point in question.points}
    unknown |= {*row["asserted"], *row["denied"]} - {flag.id for flag in question.red_flags}
    if unknown:
        raise KeyError(f"{question.id}: {', '.join(sorted(unknown))}")
    return Labelled(
        question,
        level_of(row),
        row["answer"],
        tuple(None if point.id in row["partial"] else point.id in row["stated"] for point in question.points),
        tuple(flag.id in row["asserted"] for flag in question.red_flags),
        float(row.get("overall", 0)),
    )


def strangers_of(bank: Bank) -> list[Labelled]:
    """For every question examples of a few questions of other topics, which state nothing of it."""
    return [
        Labelled(
            question,
            Level.MIDDLE,
            answer,
            (False,) * len(question.points),
            (False,) * len(question.red_flags),
            0.0,
        )
        for number, question in enumerate(bank.questions.values())
        for answer in _elsewhere(bank, question, number)
    ]


def claims_alone(bank: Bank) -> list[Labelled]:
    """Some wrong claims said alone, unknown to the question in these words: they state none of its points."""
    return [
        Labelled(
            _without(question, flag), Level.MIDDLE, flag.phrasings[0], (False,) * len(question.points), (True,), 0.0
        )
        for number, question in enumerate(bank.questions.values())
        for flag in question.red_flags[number % CLAIMS_OF :: CLAIMS_OF]
        if flag.phrasings
    ]


def _without(question: Question, flag: Misconception) -> Question:
    """The question without the first phrasing of a wrong claim."""
    unknown = replace(flag, phrasings=flag.phrasings[1:])
    flags = tuple(unknown if each == flag else each for each in question.red_flags)
    return replace(question, red_flags=flags)


def strangers_among(answers: list[Labelled], one_in: int) -> list[Labelled]:
    """Every `one_in`-th answer given to another question instead: the next one in its language of another page."""
    found = []
    for number in range(0, len(answers), one_in):
        stranger, rest = answers[number], answers[number + 1 :] + answers[:number]
        other = next((a for a in rest if _apart(a, stranger)), None)
        if other:
            found.append(_given(other, stranger))
    return found


def _apart(one: Labelled, other: Labelled) -> bool:
    return one.question.language is other.question.language and one.group != other.group


def _given(to: Labelled, answer: Labelled) -> Labelled:
    """An answer as one to another's question, of which it says nothing."""
    nothing = (False,) * len(to.stated), (False,) * len(to.asserted)
    return Labelled(to.question, to.level, answer.answer, *nothing, 0.0, to.topic)


def _elsewhere(bank: Bank, question: Question, number: int) -> Iterator[str]:
    """Examples of questions of other topics in the same language, others for every `number`."""
    others = [each for each in bank.select(question.language) if each.topic != question.topic and each.examples]
    for step in range(STRANGERS if others else 0):
        examples = others[(STRIDES[0] * number + STRIDES[1] * step) % len(others)].examples
        yield examples[step % len(examples)].answer


def question_of(row: dict[str, Any]) -> Question:
    """A question made of the labels themselves, for answers that belong to no page."""
    return Question(
        id=f"{row['lang']}: {row['question']}",
        language=language_of(row),
        topic=row["topic"],
        title=row["question"],
        prompt=row["question"],
        points=tuple(
            RubricPoint(f"p{number}", item["point"], Level.JUNIOR) for number, item in enumerate(row["must_know"])
        ),
        red_flags=tuple(_flag(f"f{number}", item["claim"]) for number, item in enumerate(row["red_flags"])),
    )


def _flag(name: str, text: str) -> Misconception:
    """A flag written as a claim and, in brackets or after a dash, what is right."""
    match = _QUOTED.match(text) or _BRACKETED.match(text)
    claim, correction = (match["claim"], match["right"]) if match else (text, "")
    return Misconception(name, claim, correction.strip(" ()"), verbatim=text)
