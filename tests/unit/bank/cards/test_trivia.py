"""Trivia lists of Red-DiscordBot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bank.cards.draft import Draft
from bot.bank.cards.trivia import read_trivia
from tests.unit.bank.cards.reading import Read, reader

Faults = Callable[[str], list[tuple[int, str]]]

LIST = """\
AUTHOR: Somebody
DESCRIPTION: >-
  About ports
CONFIG:
  max_score: 10
Which port has HTTPS?:
- 443
- "0443"
"Is it: yes or no?":
- yes
"""


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Read:
    return reader(read_trivia, tmp_path / "t.yaml")[0]


@pytest.fixture(name="faults")
def _faults(tmp_path: Path) -> Faults:
    return reader(read_trivia, tmp_path / "t.yaml")[1]


def test_questions_are_read_with_answers_as_they_are_written(read: Read) -> None:
    assert read(LIST) == [
        Draft(6, "Which port has HTTPS?", ("443", "0443")),
        Draft(9, "Is it: yes or no?", ("yes",)),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n- b\n", [(1, "no trivia list")]),
        ("a?: yes\nb?:\n- no\n", [(1, "no list of answers")]),
        ("a?:\n- yes\n- {b: c}\n", [(3, "an answer is no text")]),
        ("a?: &x [yes]\nb?: *x\n", [(1, "anchors (&) and aliases (*) are not accepted")]),
        ("a?: !!python/object:os.system [yes]\n", [(1, "tags (!) are not accepted")]),
        ("", [(0, "the file is empty")]),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(faults: Faults, text: str, found: list[tuple[int, str]]) -> None:
    assert faults(text) == found
