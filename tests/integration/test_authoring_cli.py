"""From an idea to an interview on it: `content new`, `try`, `show` and `stats` as they are typed."""

import io
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.bank import load_bank
from bot.cli.content import content
from bot.domain.language import Language
from bot.domain.question import Question
from bot.settings import SHIPPED
from bot.terminal.console import Console
from bot.terminal.look import Look

ROOT = Path(__file__).resolve().parents[2]
ASKED = ["--topic", "networks", "--id", "tcp-vs-udp", "--title", "TCP and UDP"]


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(content, [str(argument) for argument in arguments], input=typed)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    assert run("new", *ASKED, "--languages", "en", "--folder", tmp_path).exit_code == 0
    return tmp_path


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "questions" / "networks" / "tcp-vs-udp.en.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def begin(folder: Path) -> None:
    """Write what an interview needs at least: the prompt and a point."""
    rewrite(folder, "prompt: …", "prompt: How do TCP and UDP differ?")
    rewrite(folder, "    text: …", "    text: TCP acknowledges what has arrived.")


def fill(folder: Path) -> None:
    """Write something in the place of every placeholder, each time something else."""
    path = folder / "questions" / "networks" / "tcp-vs-udp.en.yaml"
    numbers = itertools.count()
    path.write_text(re.sub("…$", lambda _: f"text {next(numbers)}", path.read_text(), flags=re.MULTILINE))


def test_new_asks_what_it_is_not_told(tmp_path: Path) -> None:
    done = run("new", "--folder", tmp_path, typed="networks\ntcp-vs-udp\nTCP and UDP\n\n")
    assert done.exit_code == 0, done.output
    written = sorted(path.name for path in tmp_path.rglob("tcp*"))
    assert written == ["tcp-vs-udp.en.yaml", "tcp-vs-udp.ru.yaml", "tcp-vs-udp.uk.yaml"]
    assert f"interview-bot content try tcp-vs-udp --folder {tmp_path}" in done.output


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--topic", "Networks"], "'Networks' is not an id"),
        (["--id", "tcp vs udp"], "'tcp vs udp' is not an id"),
        (["--languages", "en,de"], "expected some of en, ru, uk"),
    ],
)
def test_new_refuses_what_it_does_not_understand(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    done = run("new", *ASKED, "--folder", tmp_path, *arguments, typed="\n")
    assert done.exit_code == 2
    assert complaint in done.output
    assert list(tmp_path.iterdir()) == []


def test_new_names_the_topics_there_are(folder: Path) -> None:
    done = run("new", "--topic", "network", *ASKED[2:], "--languages", "ru", "--folder", folder)
    assert done.exit_code == 2
    assert "no topic 'network'. There is: networks." in " ".join(done.output.split())


def test_new_overwrites_nothing(folder: Path) -> None:
    rewrite(folder, "prompt: …", "prompt: Mine")
    done = run("new", *ASKED, "--languages", "en,ru", "--folder", folder)
    assert done.exit_code == 1
    assert "is there already. Choose another id." in done.output
    assert [path.name for path in folder.rglob("tcp*")] == ["tcp-vs-udp.en.yaml"]


def test_try_interviews_on_that_question_alone(folder: Path) -> None:
    begin(folder)
    (folder / "questions" / "networks" / "broken.en.yaml").write_text("[")
    done = run("try", "tcp-vs-udp", "--folder", folder, "--language", "en", typed="TCP acknowledges.\n/stop\n")
    assert done.exit_code == 0, done.output
    assert "How do TCP and UDP differ?" in done.output
    assert "1. TCP and UDP" in done.output


def test_try_says_when_there_is_nothing_to_ask_yet(folder: Path) -> None:
    done = run("try", "tcp-vs-udp", "--folder", folder)
    assert done.exit_code == 1
    assert "tcp-vs-udp.en.yaml: there is nothing to ask yet. Write the prompt and a point." in done.output


def test_try_leaves_out_what_is_not_written_yet(folder: Path) -> None:
    begin(folder)
    typed = "\n".join(["UDP is faster.", "hint", *["I don't know"] * 8])
    done = run("try", "tcp-vs-udp", "--folder", folder, typed=typed)
    assert done.exit_code == 0, done.output
    assert "TCP acknowledges what has arrived." in done.output
    assert not [line for line in done.output.splitlines() if line.rstrip().endswith((" …", "✗ …"))]


def test_try_says_what_is_wrong_with_the_file(folder: Path) -> None:
    rewrite(folder, "level: junior", "level: jr")
    done = run("try", "tcp-vs-udp", "--folder", folder)
    assert done.exit_code == 1
    assert "'jr' is unknown here. Write one of: junior, middle, senior." in done.output


def keyboard(monkeypatch: pytest.MonkeyPatch, *lines: str | Callable[[], str]) -> io.StringIO:
    """A terminal at which these lines are typed, the callable ones made up when their time has come."""
    screen, typed = io.StringIO(), iter(lines)

    def read(prompt: str) -> str:
        line = next(typed, None)
        if line is None:
            raise EOFError
        return line if isinstance(line, str) else line()

    console = Console(read, screen, Look(80), interactive=True)
    monkeypatch.setattr(Console, "standard", lambda _: console)
    return screen


def test_try_reads_the_file_again_for_each_interview(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(old: str, new: str) -> Callable[[], str]:
        def edits() -> str:
            rewrite(folder, old, new)
            return ""

        return edits

    begin(folder)
    screen = keyboard(
        monkeypatch, "/stop", edit("prompt: How do TCP", "prompt: Second? "), "/stop", edit("prompt: ", "promt: "), ""
    )
    done = run("try", "tcp-vs-udp", "--folder", folder)
    assert done.exit_code == 0, done.output
    assert screen.getvalue().count("Second?") == 1
    assert done.output.count("unknown key 'promt'") == 2


@pytest.mark.parametrize("form", ["anki", "pages"])
def test_what_is_not_written_yet_is_not_exported(folder: Path, tmp_path: Path, form: str) -> None:
    begin(folder)
    done = run("export", "--to", form, tmp_path / "out", folder)
    assert done.exit_code == 0, done.output
    text = "".join(path.read_text() for path in (tmp_path / "out").rglob("*") if path.suffix in {".txt", ".md"})
    assert "TCP acknowledges what has arrived." in text
    assert "…" not in text


def finish(folder: Path) -> Question:
    """Put in what an author has written after a while: a question of the shipped bank under the new id."""
    shipped = SHIPPED / "questions" / "containers" / "container-vs-vm.en.yaml"
    text = re.sub("^related: .*$", "related: []", shipped.read_text("utf-8"), flags=re.MULTILINE)
    text = text.replace("id: container-vs-vm", "id: tcp-vs-udp", 1).replace("topic: containers", "topic: networks", 1)
    (folder / "questions" / "networks" / "tcp-vs-udp.en.yaml").write_text(text, "utf-8")
    return load_bank([folder]).questions["tcp-vs-udp", Language.EN]


def test_the_ten_minutes_of_the_guide(folder: Path) -> None:
    begun = run("check", folder)
    assert begun.exit_code == 1
    assert {line.rpartition("[")[2] for line in begun.output.splitlines() if "error:" in line} == {"unwritten]"}
    begin(folder)
    assert "How do TCP and UDP differ?" in run("try", "tcp-vs-udp", "--folder", folder, typed="/stop\n").output

    question = finish(folder)
    checked = run("check", folder, "--jobs", "1")
    assert checked.exit_code == 0, checked.output
    assert question.points[0].text in run("show", "tcp-vs-udp", "--folder", folder).output
    strong = " ".join(question.examples[0].answer.split())
    tried = run("try", "tcp-vs-udp", "--folder", folder, typed="\n".join([strong, *["I don't know"] * 12]))
    assert f"✓ {question.points[0].text}" in " ".join(tried.output.split())


@pytest.mark.parametrize("command", ["try", "show"])
@pytest.mark.parametrize(("name", "hint"), [("tcp", " There is: tcp-vs-udp."), ("zebra", "")])
def test_a_question_that_is_not_there_is_told(folder: Path, command: str, name: str, hint: str) -> None:
    done = run(command, name, "--folder", folder)
    assert done.exit_code == 1
    assert done.output == f"Error: no question {name!r}.{hint}\n"
    assert run(command, "tcp-vs-udp", "--language", "uk", "--folder", folder).output.startswith(
        "Error: no question 'tcp-vs-udp' in uk."
    )


def test_show_paints_the_messages_and_their_lengths(folder: Path) -> None:
    rewrite(folder, "text: …", "text: TCP **acknowledges**")
    done = run("show", "tcp-vs-udp", "--folder", folder, "--level", "junior")
    assert done.exit_code == 0, done.output
    assert "TCP acknowledges" in done.output
    assert " of 4096" in done.output
    assert "point-3" not in done.output
    assert "<b>acknowledges</b>" in run("show", "tcp-vs-udp", "--folder", folder, "--html").output


def test_show_knows_every_language_of_the_shipped_bank() -> None:
    for language in ("en", "ru", "uk"):
        done = run("show", "container-vs-vm", "--language", language)
        assert done.exit_code == 0, done.output
        assert "shared-kernel" in done.output


def test_stats_count_by_topic_level_and_language(folder: Path) -> None:
    fill(folder)
    rows = [line.split() for line in run("stats", folder).output.splitlines()]
    assert ["networks", "1", "0", "0"] in rows
    assert ["networks", "2", "2", "2"] in rows
    assert ["networks", "3.0", "3.0"] in rows
    assert rows[-1] == ["no", "question", "has", "few", "phrasings"]


def test_stats_name_questions_with_few_phrasings(folder: Path) -> None:
    rewrite(folder, "    phrasings:\n      - …\n", "    phrasings:\n")
    fill(folder)
    lines = run("stats", folder).output.splitlines()
    assert lines[-2:] == [f"{'few phrasings':28}{'items':>9}", f"{'tcp-vs-udp (en)':28}{1:>9}"]


@pytest.mark.parametrize("command", [["stats", "nowhere"], ["show", "x", "--folder", "nowhere"]])
def test_a_folder_that_is_not_there_is_one_clear_line(command: list[str]) -> None:
    done = run(*command)
    assert done.exit_code == 1
    assert done.output.splitlines()[0].startswith("nowhere: not a folder.")
