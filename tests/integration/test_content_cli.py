"""`interview-bot content` as it is typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.bank import load_bank
from bot.cli.content import content
from bot.domain.language import Language

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


def test_check_without_folders_takes_the_bank_that_is_shipped() -> None:
    done = run("check")
    assert done.exit_code == 0, done.output
    assert "topics" in done.output


def test_schema_prints_what_the_repository_holds() -> None:
    shipped = Path(__file__).resolve().parents[2] / "content" / "schema.json"
    assert run("schema").output == shipped.read_text(encoding="utf-8")
