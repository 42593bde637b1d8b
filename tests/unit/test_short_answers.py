"""Short answers are marked against a reference alone, better than any plain ratio does."""

import csv
import json
from pathlib import Path

import pytest

from benchmarks.short_answers import HIGHEST, Row, ShortAnswers, clauses, lines, read
from bot.cli.figures import pearson

SHIPPED = Path(__file__).parents[2] / "benchmarks" / "data" / "short_answers.tsv"
STACK = ("How does a stack differ from a queue?", "A stack removes what was added last, a queue what was added first.")
ROWS = [
    Row(*STACK, "A stack gives the newest one, a queue the oldest.", 5.0),
    Row(*STACK, 'One is a "pile", the other a line', 1.5),
]


@pytest.fixture(scope="module")
def marker() -> ShortAnswers:
    return ShortAnswers()


def write(path: Path) -> None:
    records = [{name: getattr(row, name) for name in ("question", "reference", "answer", "score")} for row in ROWS]
    if path.suffix == ".jsonl":
        path.write_text("\n".join(map(json.dumps, records)) + "\n\n")
    elif path.suffix == ".csv":
        with path.open("w", newline="") as file:
            table = csv.DictWriter(file, list(records[0]))
            table.writeheader()
            table.writerows(records)
    else:
        path.write_text("\n".join("\t".join(map(str, each)) for each in [records[0], *map(dict.values, records)]))


@pytest.mark.parametrize("kind", ["tsv", "csv", "jsonl"])
def test_rows_of_every_kind_of_file_are_the_same(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"answers.{kind}"
    write(path)
    assert read(path) == ROWS


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("question,answer,score\nWhy?,Because,5\n")
    with pytest.raises(KeyError, match="reference"):
        read(path)


def test_a_reference_falls_into_the_clauses_that_say_something() -> None:
    assert clauses("It picks a pivot, partitions the elements, and sorts both parts.") == [
        "It picks a pivot",
        "partitions the elements",
        "and sorts both parts.",
    ]
    assert clauses("Last in, first out") == ["Last in, first out"]


def test_the_reference_itself_earns_most_and_nothing_earns_nothing(marker: ShortAnswers) -> None:
    marks = [marker.mark(Row(*STACK, text, 0.0)) for text in (STACK[1], "A stack removes what was added last.", "")]
    assert marks == sorted(marks, reverse=True)
    assert marks[0] > 0.9 * HIGHEST
    assert marks[-1] < 0.1 * HIGHEST


def test_the_marks_follow_those_of_people_far_better_than_a_plain_ratio_does() -> None:
    rows = read(SHIPPED)
    assert (len(rows), len({row.question for row in rows})) == (120, 12)
    table = {line[:18].strip(): float(line[18:26]) for line in list(lines(rows))[2:]}
    assert table["grader"] > 0.68
    assert table["grader"] > max(table["token_set_ratio"], table["token_sort_ratio"]) + 0.2


def test_each_mark_is_one_of_its_own(marker: ShortAnswers) -> None:
    """Ties lose correlation: a mark is continuous."""
    rows = read(SHIPPED)[:40]
    marks = [marker.mark(row) for row in rows]
    assert len(set(marks)) >= 0.7 * len(marks)
    assert pearson([row.score for row in rows], marks) > 0.4
