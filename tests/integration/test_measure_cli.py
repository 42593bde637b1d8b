"""The commands `grade` and `evaluate` on a small bank written to disk."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main

TOPICS = """\
- id: messaging
  names: {en: Messaging, ru: Сообщения, uk: Повідомлення}
"""
PAGE = """\
id: delivery
language: en
topic: messaging
title: At-least-once delivery
prompt: What does at-least-once delivery mean for a consumer?
source: Kafka/7. Delivery.md
points:
  - id: twice
    level: junior
    text: A message may arrive twice
  - id: idempotent
    level: middle
    text: The consumer must be idempotent
  - id: offset
    level: senior
    text: The offset is committed after processing
red_flags:
  - id: never-lost-never-twice
    claim: At-least-once means exactly once
    correction: duplicates are possible
    verbatim: '"At-least-once means exactly once" (duplicates are possible)'
follow_ups:
  - id: dedupe
    question: How are duplicates recognised?
    answer: By a unique message id that is stored
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    (folder / "questions" / "messaging").mkdir(parents=True)
    (folder / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (folder / "questions" / "messaging" / "delivery.en.yaml").write_text(PAGE, encoding="utf-8")
    return folder


def _write(path: Path, rows: list[Any]) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _grade(bank: Path, rows: list[Any]) -> tuple[Result, list[dict[str, Any]]]:
    source, target = _write(bank.parent / "in.jsonl", rows), bank.parent / "out.jsonl"
    result = CliRunner().invoke(
        main, ["grade", "--content", str(bank), "--input", str(source), "--output", str(target)]
    )
    return result, [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


ANSWER = {
    "id": "a1",
    "lang": "en",
    "level": "junior",
    "answer": "A message may arrive twice, so the consumer must be idempotent.",
}


@pytest.mark.parametrize(
    "naming",
    [
        {"file": "Kafka/7. Delivery.md"},
        {"file": "7. Delivery.md"},
        {"question": "delivery"},
        {"question": "At-least-once delivery"},
    ],
)
def test_a_question_is_found_by_page_id_or_title(bank: Path, naming: dict[str, str]) -> None:
    result, (line,) = _grade(bank, [ANSWER | naming])
    assert result.exit_code == 0, result.output
    assert line["id"] == "a1"
    assert [point["status"] for point in line["points"]] == ["stated", "stated", "missing"]


def test_points_and_flags_are_complete_in_order_and_verbatim(bank: Path) -> None:
    _, (line,) = _grade(bank, [ANSWER | {"question": "delivery"}])
    assert [point["text"] for point in line["points"]] == [
        "A message may arrive twice",
        "The consumer must be idempotent",
        "The offset is committed after processing",
    ]
    assert [flag["text"] for flag in line["red_flags"]] == [
        '"At-least-once means exactly once" (duplicates are possible)'
    ]
    assert 0 <= line["score"] <= 5


def test_evidence_is_given_as_offsets_into_the_answer(bank: Path) -> None:
    _, (line,) = _grade(bank, [ANSWER | {"question": "delivery"}])
    (start, end) = line["points"][0]["evidence"][0]
    assert ANSWER["answer"][start:end] == "A message may arrive twice"
    assert line["points"][2]["evidence"] == []


def test_a_wrong_claim_is_asserted_with_its_words(bank: Path) -> None:
    answer = "Well, at-least-once means exactly once."
    _, (line,) = _grade(bank, [ANSWER | {"question": "delivery", "answer": answer}])
    (flag,) = line["red_flags"]
    assert flag["asserted"] is True
    assert flag["suspect"] >= 0.5
    assert flag["evidence"]


@pytest.mark.parametrize("named", ["How are duplicates recognised?", "dedupe"])
def test_a_reply_to_a_follow_up_gets_a_verdict(bank: Path, named: str) -> None:
    row = {"id": "r", "kind": "follow_up", "file": "7. Delivery.md", "lang": "en", "follow_up": named}
    result, lines = _grade(bank, [row | {"answer": "a unique id of the message is stored"}, row | {"answer": "no way"}])
    assert result.exit_code == 0
    assert lines == [{"id": "r", "verdict": "correct"}, {"id": "r", "verdict": "wrong"}]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (ANSWER | {"file": "Nowhere.md"}, "no page 'Nowhere.md' in en"),
        (ANSWER | {"question": "delivery", "lang": "uk"}, "no question 'delivery' in uk"),
        (ANSWER | {"question": "delivery", "lang": "de"}, "unknown lang 'de': expected en, ru or uk"),
        (ANSWER | {"question": "delivery", "level": "guru"}, "unknown level 'guru': expected junior, middle or senior"),
        ({"id": "a1", "lang": "en", "question": "delivery"}, "'answer' is missing or no text"),
        ({"id": "a1", "answer": "text", "question": "delivery"}, "'lang' is missing or no text"),
        (
            {
                "id": "a1",
                "kind": "follow_up",
                "lang": "en",
                "question": "delivery",
                "follow_up": "What?",
                "answer": "x",
            },
            "no follow-up 'What?' of question 'At-least-once delivery'",
        ),
    ],
)
def test_a_line_that_cannot_be_graded_says_why_and_stops_nothing(bank: Path, row: dict[str, Any], problem: str) -> None:
    result, lines = _grade(bank, [row, ANSWER | {"id": "a2", "question": "delivery"}])
    assert result.exit_code == 1
    assert lines[0] == {"id": "a1", "error": problem}
    assert lines[1]["id"] == "a2"
    assert "1 lines could not be graded" in result.output


def test_a_line_that_is_no_json_gives_an_error_too(bank: Path) -> None:
    result, lines = _grade(bank, ["{broken", "[1]"])
    assert result.exit_code == 1
    assert lines == [{"id": None, "error": "not a JSON object"}] * 2


def test_the_shipped_bank_is_used_without_a_folder(bank: Path) -> None:
    source, target = _write(bank.parent / "in.jsonl", [ANSWER | {"question": "delivery"}]), bank.parent / "out.jsonl"
    result = CliRunner().invoke(
        main, ["grade", "--input", str(source), "--output", str(target)], env={"CONTENT_PATH": str(bank)}
    )
    assert result.exit_code == 0, result.output


def test_a_folder_that_is_no_bank_is_refused(tmp_path: Path) -> None:
    source = _write(tmp_path / "in.jsonl", [ANSWER])
    result = CliRunner().invoke(
        main, ["grade", "--content", str(tmp_path), "--input", str(source), "--output", str(tmp_path / "out")]
    )
    assert result.exit_code == 1
    assert "Error" in result.output


LABELLED = ANSWER | {
    "file": "7. Delivery.md",
    "overall": 3,
    "must_know": [
        {"point": "A message may arrive twice", "stated": True},
        {"point": "The consumer must be idempotent", "stated": "partial"},
        {"point": "The offset is committed after processing", "stated": False},
    ],
    "red_flags": [{"claim": '"At-least-once means exactly once" (duplicates are possible)', "asserted": False}],
}


def _figures(output: str) -> dict[str, list[float]]:
    rows = [line for line in output.splitlines() if line.startswith("  ")]
    return {line[:46].strip(): [float(value) for value in line[46:].split()] for line in rows}


def test_evaluation_prints_every_figure_by_language_and_overall(bank: Path) -> None:
    claim = {"id": "c", "lang": "ru", "kind": "flag", "claim": "Кеш вечен", "answer": "Кеш вечен.", "label": 1}
    reply = {
        "id": "r",
        "kind": "follow_up",
        "lang": "en",
        "file": "7. Delivery.md",
        "follow_up": "How are duplicates recognised?",
        "answer": "by luck",
        "verdict": "wrong",
    }
    path = _write(bank.parent / "labelled.jsonl", [LABELLED, claim, reply])
    result = CliRunner().invoke(main, ["evaluate", "--content", str(bank), str(path)])
    assert result.exit_code == 0, result.output
    figures = _figures(result.output)
    assert figures["points: macro-F1"] == [1.0, 0.0, 0.0, 1.0]
    assert figures["claim cases: accuracy"] == [0.0, 1.0, 0.0, 1.0]
    assert figures["replies: accuracy"] == [1.0, 0.0, 0.0, 1.0]
    assert figures["credited to shuffled words of the question"] == [0.0] * 4


def test_the_baseline_is_printed_beside(bank: Path) -> None:
    path = _write(bank.parent / "labelled.jsonl", [LABELLED])
    result = CliRunner().invoke(main, ["evaluate", "--baseline", "--content", str(bank), str(path)])
    assert [line.split()[0] for line in result.output.splitlines() if not line.startswith(" ")] == [
        "grader",
        "token_set_ratio",
    ]


def test_rows_that_fit_no_question_are_named(bank: Path) -> None:
    path = _write(bank.parent / "labelled.jsonl", [LABELLED | {"file": "Other.md"}])
    result = CliRunner().invoke(main, ["evaluate", "--content", str(bank), str(path)])
    assert "not used: a1: no page 'Other.md' in en" in result.output


def test_bullets_that_fit_neither_by_text_nor_by_number_are_named(bank: Path) -> None:
    short = LABELLED | {"must_know": [{"point": "Something else", "stated": True}]}
    path = _write(bank.parent / "labelled.jsonl", [short])
    result = CliRunner().invoke(main, ["evaluate", "--content", str(bank), str(path)])
    assert "not used: a1: 1 labelled bullets, 3 in the question" in result.output
