"""Labelled answers as questions of the bank."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.language import Language, Level
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint

_QUOTED = re.compile(r"""^\W*["«“](?P<claim>.+?)["»”]\W*(?:—|-|\()?\s*(?P<rest>.*)$""", re.DOTALL)
_BRACKETED = re.compile(r"^(?P<claim>.+?)\s*\((?P<rest>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer with its labels: `stated` per point (None for half stated), `asserted` per flag, `overall` 0-5."""

    id: str
    question: Question
    level: Level
    answer: str
    stated: tuple[bool | None, ...]
    asserted: tuple[bool, ...]
    overall: float


@dataclass(frozen=True, slots=True)
class LabelledReply:
    """A reply to a follow-up with its verdict."""

    id: str
    question: Question
    follow_up: FollowUp
    answer: str
    verdict: str


def read_labelled(paths: Iterable[Path]) -> tuple[list[Labelled], list[LabelledReply]]:
    """Answers and replies of the files; questions are made of the labels themselves."""
    answers, replies = [], []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("kind") == "follow_up":
                replies.append(_reply(row))
            else:
                answers.append(_answer(row))
    return answers, replies


def split_flag(text: str) -> tuple[str, str]:
    """Claim and correction of a page's bullet."""
    match = _QUOTED.match(text) or _BRACKETED.match(text)
    if not match:
        return text, ""
    return match["claim"].strip(" *`"), match["rest"].strip(" )*")


def _answer(row: dict[str, Any]) -> Labelled:
    question = Question(
        id=f"{row['lang']}:{row['file']}",
        language=Language(row["lang"]),
        topic=str(row["section"]),
        title=row["question"],
        prompt=row["question"],
        points=tuple(RubricPoint(f"p{n}", item["point"], Level.JUNIOR) for n, item in enumerate(row["must_know"])),
        red_flags=tuple(Misconception(f"f{n}", *split_flag(item["claim"])) for n, item in enumerate(row["red_flags"])),
        source=row["file"],
    )
    return Labelled(
        row["id"],
        question,
        Level.parse(row["level"]),
        row["answer"],
        tuple(None if item["stated"] == "partial" else item["stated"] for item in row["must_know"]),
        tuple(item["asserted"] for item in row["red_flags"]),
        float(row["overall"]),
    )


def _reply(row: dict[str, Any]) -> LabelledReply:
    follow_up = FollowUp("f", row["follow_up"], row["expected"])
    title = row.get("question", row["follow_up"])
    question = Question(f"{row['lang']}:{row['file']}", Language(row["lang"]), "", title, title, ())
    return LabelledReply(row["id"], question, follow_up, row["answer"], row["verdict"])


def page_of(answer: Labelled) -> str:
    """The page of an answer, alike in all languages: its section and number."""
    return f"{answer.question.topic}/{answer.question.source.rsplit('/', 1)[-1].split('.')[0]}"
