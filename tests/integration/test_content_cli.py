"""`interview-bot content` as it is typed."""

import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.bank import load_bank
from bot.bank.writer import write_bank
from bot.cli.content import content
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Example, Question, RubricPoint, Topic

ROOT = Path(__file__).resolve().parents[2]

PAGE = """\
# What is a cache?

## Cheat Sheet

**Must know:**
- A cache keeps entries
"""


@pytest.fixture(name="pages")
def _pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages" / "4. Caching"
    folder.mkdir(parents=True)
    (folder / "7. What is a cache.md").write_text(PAGE)
    (folder / "8. Broken.md").write_bytes(b"\xff")
    return tmp_path / "pages"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(content, [str(argument) for argument in arguments])


def test_import_writes_a_bank_that_check_accepts(pages: Path, tmp_path: Path) -> None:
    done = run("import", pages, "--out", tmp_path / "bank")
    assert done.exit_code == 0, done.output
    assert "imported: 1 (en 1)" in done.output
    assert "4. Caching/8. Broken.md: unreadable; line 1: not UTF-8" in done.output
    assert ("s04-q07", Language.EN) in load_bank([tmp_path / "bank"]).questions
    checked = run("check", tmp_path / "bank")
    assert checked.exit_code == 0
    assert checked.output.startswith("1 questions (en 1), 1 topics")


@pytest.mark.parametrize(("name", "begins"), [("report.md", "# Import of pages"), ("report.jsonl", '{"source": ')])
def test_the_report_goes_to_a_file(pages: Path, tmp_path: Path, name: str, begins: str) -> None:
    run("import", pages, "--out", tmp_path / "bank", "--report", tmp_path / name)
    text = (tmp_path / name).read_text()
    assert text.startswith(begins)
    assert "8. Broken.md" in text


def test_a_second_import_may_replace_the_first_but_no_other_folder(pages: Path, tmp_path: Path) -> None:
    assert run("import", pages, "--out", tmp_path / "bank").exit_code == 0
    assert run("import", pages, "--out", tmp_path / "bank").exit_code == 0
    refused = run("import", pages, "--out", pages)
    assert refused.exit_code == 1
    assert refused.output.splitlines()[-2:] == [
        f"{pages}: holds something else than an import. Name a new or empty folder, or one made by an import.",
        "1 problem",
    ]


def test_pages_without_a_question_leave_the_bank_as_it_is(pages: Path, tmp_path: Path) -> None:
    run("import", pages, "--out", tmp_path / "bank")
    (pages / "4. Caching" / "7. What is a cache.md").unlink()
    done = run("import", pages, "--out", tmp_path / "bank", "--report", tmp_path / "report.md")
    assert done.exit_code == 1
    assert "no page with a must-know list" in done.output
    assert (tmp_path / "report.md").exists()
    assert len(load_bank([tmp_path / "bank"]).questions) == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["import", "nowhere", "--out", "bank"], "nowhere: not there. Check the path."),
        (["check", "nowhere"], "nowhere: not a folder. Name a folder that holds topics.yaml and questions/."),
    ],
)
def test_a_wrong_path_is_one_clear_line(
    arguments: list[str], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 1
    assert done.output.splitlines() == [line, "1 problem"]


def test_a_report_that_cannot_be_written_is_one_clear_line(pages: Path, tmp_path: Path) -> None:
    done = run("import", pages, "--out", tmp_path / "bank", "--report", tmp_path / "no" / "report.md")
    assert done.exit_code == 1
    assert done.output == f"Error: {tmp_path / 'no' / 'report.md'}: cannot be written: No such file or directory\n"
    assert not (tmp_path / "bank").exists()


def test_check_names_every_problem_with_file_and_line(pages: Path, tmp_path: Path) -> None:
    run("import", pages, "--out", tmp_path / "bank")
    path = next((tmp_path / "bank").rglob("*.en.yaml"))
    path.write_text(path.read_text().replace("level: ", "levle: ") + "extra: x\n")
    done = run("check", tmp_path / "bank")
    lines = path.read_text().splitlines()
    assert done.exit_code == 1
    assert f"{path}:{lines.index('    levle: junior') + 1}: unknown key 'levle'" in done.output
    assert f"{path}:{len(lines)}: unknown key 'extra'" in done.output
    assert done.output.splitlines()[-1] == "3 problems"


def written(folder: Path, *, prompt: str = "What is a cache?", stated: tuple[str, ...] = ("keeps",)) -> Path:
    """A bank with one question of our own, and the file of it."""
    example = Example("short", Level.JUNIOR, "A cache keeps copies of what is read often.", stated=stated)
    points = (
        RubricPoint("keeps", "A cache keeps copies of what is read often.", Level.JUNIOR),
        RubricPoint("evicts", "The entry used least recently is thrown out when it is full.", Level.JUNIOR),
    )
    question = Question("cache", Language.EN, "caching", "Cache", prompt, points, examples=(example,))
    topics = {"caching": Topic("caching", {Language.EN: "Caching"})}
    write_bank(Bank({("cache", Language.EN): question}, topics), folder)
    return folder / "questions" / "caching" / "cache.en.yaml"


def test_check_names_faults_with_line_severity_and_rule(tmp_path: Path) -> None:
    path = written(tmp_path / "bank", prompt="What is it? And why?")
    done = run("check", tmp_path / "bank")
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert f"{path}:5: error: two questions in one. Ask one, make the other a follow-up. [two-questions]" in lines
    assert f"{path}:1: warning: no translation into ru. Add cache.ru.yaml. [translation-missing]" in lines
    assert lines[-6].startswith("1 error, ")
    assert lines[-5:] == [
        "1 questions (en 1), 1 topics",
        "  points: 2",
        "  red_flags: 0",
        "  follow_ups: 0",
        "  examples: 1",
    ]


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    written(tmp_path / "bank")
    done = run("check", tmp_path / "bank")
    assert done.exit_code == 0, done.output
    assert "0 errors, " in done.output


def test_scripts_get_the_same_as_json(tmp_path: Path) -> None:
    path = written(tmp_path / "bank", prompt="What is it? And why?")
    done = run("check", tmp_path / "bank", "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.output)
    assert set(found) == {"findings"}
    assert found["findings"].count(
        {
            "file": str(path),
            "line": 5,
            "severity": "error",
            "rule": "two-questions",
            "reason": "two questions in one",
            "remedy": "Ask one, make the other a follow-up",
        }
    )


def test_files_that_do_not_load_are_findings_too(tmp_path: Path) -> None:
    path = written(tmp_path / "bank")
    path.write_text("id: [")
    done = run("check", tmp_path / "bank", "--format", "json")
    assert done.exit_code == 1
    (found,) = json.loads(done.output)["findings"]
    assert (found["file"], found["rule"], found["severity"]) == (str(path), "format", "error")


def test_examples_on_which_the_grader_agrees_pass(tmp_path: Path) -> None:
    written(tmp_path / "bank")
    done = run("check", tmp_path / "bank", "--examples")
    assert done.exit_code == 0, done.output
    assert "examples: the grader agrees on 100.0% of 2 points" in done.output


def test_examples_on_which_it_does_not_fail_and_are_listed(tmp_path: Path) -> None:
    path = written(tmp_path / "bank", stated=("keeps", "evicts"))
    done = run("check", tmp_path / "bank", "--examples")
    assert done.exit_code == 1
    line = path.read_text().splitlines().index("  - id: short") + 1
    assert f"{path}:{line}: warning: example 'short': point 'evicts' is missing, stated by its author" in done.output
    assert done.output.splitlines()[-3:] == [
        "examples: the grader agrees on 50.0% of 2 points",
        "  en: 50.0% of 2",
        "  cache: 50.0% of 2",
    ]
    record = json.loads(run("check", tmp_path / "bank", "--examples", "--format", "json").output)
    assert record["agreement"] == {"overall": 0.5, "languages": {"en": 0.5}, "questions": {"cache": 0.5}}


def test_imported_pages_are_not_held_to_what_an_author_is(tmp_path: Path) -> None:
    written(tmp_path / "bank", prompt="What is it? And why?")
    ((key, question),) = load_bank([tmp_path / "bank"]).questions.items()
    topics = {"caching": Topic("caching", {Language.EN: "Caching"})}
    write_bank(Bank({key: replace(question, source="1. Cache.md")}, topics), tmp_path / "bank")
    done = run("check", tmp_path / "bank")
    assert done.output.startswith("1 questions (en 1), 1 topics")


def test_schema_prints_what_the_repository_holds() -> None:
    shipped = Path(__file__).resolve().parents[2] / "content" / "schema.json"
    assert run("schema").output == shipped.read_text(encoding="utf-8")


def test_a_terminal_sees_how_far_the_check_is(tmp_path: Path) -> None:
    written(tmp_path / "bank")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "content", "check", str(tmp_path / "bank")]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT, check=True)  # noqa: S603 -- our own program
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "Reading" in shown
    assert "Grading" in shown
    assert "100%" in shown
    assert "Reading" not in done.stdout.decode()


def test_cards_are_imported_beside_the_bank_and_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "ports.csv").write_text("question,answer\nWhich port has HTTPS?,443\nА який порт має SSH?,22\n")
    done = run("import-cards", tmp_path / "ports.csv", "--out", tmp_path / "cards", "--topic", "Networks")
    assert done.exit_code == 0, done.output
    assert done.output == "2 cards (en 1, uk 1), 1 topics; no graded interview asks cards\n"
    assert [card.topic for card in load_bank([ROOT / "content", tmp_path / "cards"]).cards] == ["networks"] * 2
    checked = run("check", tmp_path / "cards")
    assert checked.output.splitlines()[0] == "0 questions, 1 topics"
    assert checked.output.splitlines()[-1] == "  cards: 2, which no graded interview asks"
    assert "cards (in no interview)" in run("stats", tmp_path / "cards").output


def test_cards_that_are_not_understood_are_refused_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.gift").write_text("Why? {}\n")
    done = run("import-cards", tmp_path / "a.gift", "--out", tmp_path / "cards")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        f"{tmp_path / 'a.gift'}:1: an essay question. Expected are answers in the braces.",
        "1 problem",
    ]
    assert not (tmp_path / "cards").exists()


def test_a_bank_is_exported_for_anki_and_comes_back_as_cards(tmp_path: Path) -> None:
    written(tmp_path / "bank")
    done = run("export", "--to", "anki", tmp_path / "anki", tmp_path / "bank")
    assert done.exit_code == 0, done.output
    assert done.output == f"1 files in {tmp_path / 'anki'}\n"
    back = run("import-cards", tmp_path / "anki" / "en.txt", "--out", tmp_path / "cards")
    assert back.output.startswith("2 cards (en 2)")


def test_a_bank_is_exported_as_pages_that_are_imported_again(tmp_path: Path) -> None:
    written(tmp_path / "bank")
    assert run("export", "--to", "pages", tmp_path / "pages", tmp_path / "bank").exit_code == 0
    assert run("export", "--to", "pages", tmp_path / "pages", tmp_path / "bank").exit_code == 0
    done = run("import", tmp_path / "pages", "--out", tmp_path / "again")
    assert done.exit_code == 0, done.output
    (question,) = load_bank([tmp_path / "again"]).questions.values()
    assert [point.id for point in question.points] == ["p1", "p2"]


def test_an_export_takes_the_place_of_nothing_but_an_export(tmp_path: Path) -> None:
    written(tmp_path / "bank")
    done = run("export", "--to", "anki", tmp_path / "bank", tmp_path / "bank")
    assert done.exit_code == 1
    assert "holds something else than an export. Name a new or empty folder" in done.output
    assert len(load_bank([tmp_path / "bank"]).questions) == 1
