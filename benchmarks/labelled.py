"""Labelled answers with the questions they belong to."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.cli.shelf import Shelf, level_of
from bot.domain.language import Level
from bot.domain.question import Question


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer with its labels: `stated` per point (None for half stated), `asserted` per flag, `overall` 0-5."""

    question: Question
    level: Level
    answer: str
    stated: tuple[bool | None, ...]
    asserted: tuple[bool, ...]
    overall: float

    @property
    def page(self) -> str:
        """The page of the question, alike in all languages: what is held out together."""
        return self.question.id


def read_rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Objects of JSON-lines files."""
    for path in paths:
        yield from map(json.loads, filter(str.strip, path.read_text(encoding="utf-8").splitlines()))


def read_labelled(shelf: Shelf, paths: Iterable[Path]) -> list[Labelled]:
    """Answers of the files with their questions; replies and claims are passed over."""
    return [_answer(shelf, row) for row in read_rows(paths) if "must_know" in row]


def _answer(shelf: Shelf, row: dict[str, Any]) -> Labelled:
    return Labelled(
        shelf.question(row),
        level_of(row),
        row["answer"],
        tuple(None if item["stated"] == "partial" else item["stated"] for item in row["must_know"]),
        tuple(item["asserted"] for item in row["red_flags"]),
        float(row["overall"]),
    )
