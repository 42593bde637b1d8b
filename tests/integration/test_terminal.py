"""The interview in a terminal: with the real bank, grader and engine."""

import io
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.chat import chat
from bot.domain.dialogue import Mode, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.i18n import Texts
from bot.terminal.choices import Chooser, Wish
from bot.terminal.console import Console, piped
from bot.terminal.look import Look
from bot.terminal.session import Session
from tests.shipped import shipped_bank, shipped_grader

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 1, 2, tzinfo=UTC)
REPORT = {Language.EN: "Report · ", Language.RU: "Отчёт · ", Language.UK: "Звіт · "}
INSTEAD = {
    Language.EN: ("Not in your answer: ", "You answered: "),
    Language.RU: ("В вашем ответе этого нет: ", "Вы ответили: "),
    Language.UK: ("У вашій відповіді цього немає: ", "Ви відповіли: "),
}
TEXTS = Texts.load(strict=True)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped_bank()


@pytest.fixture(scope="module")
def interviewer(bank: Bank) -> Interviewer:
    return Interviewer(bank, shipped_grader())


class Typist:
    """Somebody at a keyboard: types lines, breaks off with ^C, then closes the input."""

    def __init__(self, *lines: str | type[BaseException]) -> None:
        self._lines = iter(lines)
        self.screen = io.StringIO()

    def console(self, *, interactive: bool = True) -> Console:
        return Console(self._read, self.screen, Look(80), interactive=interactive)

    def _read(self, prompt: str) -> str:
        self.screen.write(prompt)
        line = next(self._lines, EOFError)
        if isinstance(line, str):
            self.screen.write(f"{line}\n")
            return line
        raise line

    @property
    def seen(self) -> str:
        return self.screen.getvalue()


def held(bank: Bank, interviewer: Interviewer, typist: Typist, plan: Plan) -> str:
    Session(typist.console(), TEXTS, bank, interviewer, lambda: NOW).hold(plan, seed=7)
    return typist.seen


def plan(language: Language = Language.EN, **changes: object) -> Plan:
    return Plan(language, Level.MIDDLE, ("containers",), 2, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", Language)
def test_a_whole_interview_is_held_and_reported(bank: Bank, interviewer: Interviewer, language: Language) -> None:
    answers = [
        example.answer.replace("\n", " ")
        for question in bank.select(language, ("containers",))
        for example in question.examples
    ]
    seen = held(bank, interviewer, Typist(*answers[:12]), plan(language))
    assert "{" not in seen
    assert "<b>" not in seen
    conversation, _, report = seen.partition(REPORT[language])
    assert 6 <= conversation.count("\n> ") <= 13
    assert "2" in report.splitlines()[0]
    assert "\n✓ " in report
    assert any(words in report for words in INSTEAD[language]), "a gap without the words said instead of it"


def test_leaving_by_end_of_input_gives_the_report_so_far(bank: Bank, interviewer: Interviewer) -> None:
    seen = held(bank, interviewer, Typist("they share one kernel"), plan())
    assert "Report · Middle · 1 of 2 questions asked" in seen
    assert "Not enough data" in seen


def test_breaking_off_is_kind_and_gives_the_report_too(bank: Bank, interviewer: Interviewer) -> None:
    seen = held(bank, interviewer, Typist(KeyboardInterrupt), plan())
    assert "You left; here is the report so far." in seen
    assert "Report · Middle · 1 of 2 questions asked" in seen
    assert "not answered" in seen


def test_lines_ending_in_a_backslash_are_one_answer(bank: Bank, interviewer: Interviewer) -> None:
    heard: list[str] = []

    class Listening(Interviewer):
        def step(self, state, event, now, seed):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            heard.append(getattr(event, "text", event))
            return super().step(state, event, now, seed)

    listening = Listening(bank, shipped_grader())
    held(bank, listening, Typist("", "first\\", "line", "  ", "second", "/help", "third\\"), plan())
    assert heard[:3] == ["first\nline", "second", "third"]


def test_help_and_unknown_commands_do_not_reach_the_interviewer(bank: Bank, interviewer: Interviewer) -> None:
    seen = held(bank, interviewer, Typist("/help", "/dance", "/report", "/stop"), plan())
    assert "/simpler – hear it in plainer words" in seen
    assert "I don’t know /dance." in seen
    assert "The report comes at the end" in seen
    assert "Report · Middle · 1 of 2 questions asked" in seen


def test_hint_skip_and_repeat_work_by_words_of_the_language(bank: Bank, interviewer: Interviewer) -> None:
    seen = held(bank, interviewer, Typist("/підказка", "/повторити", "/пропустити", "/стоп"), plan(Language.UK))
    repeated = seen[seen.index("> /повторити") : seen.index("> /пропустити")]
    assert len(repeated.split()) > 5
    assert "пропущено · взято 1 підказку" in seen


def test_training_offers_a_strong_answer_to_the_question_just_closed(bank: Bank, interviewer: Interviewer) -> None:
    seen = held(bank, interviewer, Typist("/skip", "/show 1", "/stop"), plan(mode=Mode.TRAINING))
    assert "/show" in seen
    shown = seen[seen.index("> /show 1") : seen.index("> /stop")]
    assert len(shown.split()) > 30


def test_a_person_is_asked_for_everything_and_enter_takes_what_is_usual(bank: Bank) -> None:
    typist = Typist("", "", "", "")
    made = Chooser(typist.console(), TEXTS, bank, Language.UK).complete(Wish())
    assert made == Plan(Language.UK, Level.MIDDLE, (), 5)
    assert "Мова: 1 English, 2 Русский, 3 Українська [3]" in typist.seen
    assert "1. Контейнери та Kubernetes" in typist.seen
    assert typist.seen.count("> ") == 4


def test_choices_by_number_and_by_words(bank: Bank) -> None:
    by_number = Typist("2", "2 1", "3", "4")
    topics = [topic.id for topic in bank.topics_in(Language.RU)]
    made = Chooser(by_number.console(), TEXTS, bank, Language.EN).complete(Wish())
    assert made == Plan(Language.RU, Level.SENIOR, (topics[1], topics[0]), 4)
    by_words = Typist("українська", "докер", "синьйор", "три")
    made = Chooser(by_words.console(), TEXTS, bank, Language.EN).complete(Wish())
    assert made == Plan(Language.UK, Level.SENIOR, ("containers",), 3)


def test_what_is_typed_beside_the_topic_is_not_asked_again(bank: Bank) -> None:
    typist = Typist("", "docker senior 2")
    made = Chooser(typist.console(), TEXTS, bank, Language.EN).complete(Wish())
    assert made == Plan(Language.EN, Level.SENIOR, ("containers",), 2)


def test_what_is_not_understood_is_asked_again(bank: Bank) -> None:
    typist = Typist("klingon", "1", "contaners xyzzy", "1", "guru", "1", "many", "99")
    made = Chooser(typist.console(), TEXTS, bank, Language.EN).complete(Wish())
    assert (made.language, made.topics, made.level) == (Language.EN, ("containers",), Level.JUNIOR)
    assert made.count == len(bank.select(Language.EN, ("containers",)))
    assert typist.seen.count("I didn’t get that.") == 4


def test_what_was_said_by_options_is_not_asked(bank: Bank) -> None:
    typist = Typist()
    wish = Wish(Language.RU, ("databases",), Level.JUNIOR, 1)
    assert Chooser(typist.console(), TEXTS, bank, Language.EN).complete(wish) == Plan(
        Language.RU, Level.JUNIOR, ("databases",), 1
    )
    assert typist.seen == ""


def test_leaving_before_the_interview_is_told_to_the_caller(bank: Bank) -> None:
    with pytest.raises(EOFError):
        Chooser(Typist("").console(), TEXTS, bank, Language.EN).complete(Wish())


def test_a_pipe_is_never_asked(bank: Bank) -> None:
    typist = Typist()
    made = Chooser(typist.console(interactive=False), TEXTS, bank, Language.RU).complete(Wish())
    assert made == Plan(Language.RU, Level.MIDDLE, (), 5)
    assert typist.seen == ""


def test_piped_lines_are_echoed_as_a_transcript() -> None:
    screen = io.StringIO()
    console = Console(piped(io.StringIO("one\\\ntwo\n\n\nthree"), screen), screen, Look(80), interactive=False)
    assert [console.hear(), console.hear(), console.hear()] == ["one\ntwo", "three", None]
    assert screen.getvalue().startswith("> one\\\n… two\n\n> \n> \n> three\n")


def run(arguments: Iterable[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "BOT_"))}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", "chat", *arguments],
        input="контейнер ділить ядро з хостом\n/stop\n".encode(),
        env={**clean, **environment},
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_the_program_works_in_a_pipe_with_defaults() -> None:
    done = run(["--seed", "1"], LANG="uk_UA.UTF-8")
    seen = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\x1b" not in seen
    assert "> контейнер ділить ядро з хостом" in seen
    assert "Звіт · Middle · поставлено запитань: 1 з 5" in seen


def test_the_same_seed_and_answers_give_the_same_interview() -> None:
    runner = CliRunner()
    arguments = ["--language", "ru", "--seed", "5", "--count", "2"]
    first, second = (runner.invoke(chat, arguments, input="не знаю\nне знаю\n/skip\n") for _ in range(2))
    assert first.exit_code == 0
    assert first.output == second.output
    assert "Отчёт · " in first.output


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--level", "guru"], "guru"),
        (["--count", "0"], "0"),
        (["--language", "de"], "de"),
        (["--topic", "underwater basket weaving"], "is no topic; there is:"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_asked(arguments: list[str], complaint: str) -> None:
    result = CliRunner().invoke(chat, arguments)
    assert result.exit_code == 2
    assert complaint in result.output
    assert "interview, in this terminal" not in result.output


def test_a_topic_without_questions_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    shutil.copy(ROOT / "content" / "topics.yaml", tmp_path)
    shutil.copy(ROOT / "content" / "questions" / "java" / "hashmap.en.yaml", tmp_path / "questions")
    monkeypatch.setenv("CONTENT_PATH", str(tmp_path))
    result = CliRunner().invoke(chat, ["--topic", "kafka", "--language", "en"])
    assert result.exit_code == 1
    assert "There are no questions for that." in result.output


def test_wrong_settings_and_content_are_told_in_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONTENT_PATH", str(tmp_path / "absent"))
    assert "CONTENT_PATH: no such folder" in CliRunner().invoke(chat, []).output
    monkeypatch.setenv("CONTENT_PATH", str(tmp_path))
    result = CliRunner().invoke(chat, [])
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")


class Terminal:
    """A program in a pseudo-terminal: waits for its prompt, then types."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.seen = ""
        self._master, slave = pty.openpty()
        # A run in the background ignores ^C, and its children would.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", "chat", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm", "LC_ALL": "ru_RU.UTF-8", "NO_COLOR": "", **environment},
            start_new_session=True,
        )
        os.close(slave)

    def read_until_prompt(self) -> str:
        new = b""
        while not new.endswith(b"\n> ") and (chunk := self._chunk()):
            new += chunk
        self.seen += new.decode()
        return new.decode()

    def _chunk(self) -> bytes:
        ready, _, _ = select.select([self._master], [], [], 30)
        try:
            return os.read(self._master, 65536) if ready else b""
        except OSError:  # the other side is closed
            return b""

    def type(self, line: str) -> None:
        os.write(self._master, line.encode())

    def interrupt(self) -> None:
        """What a terminal does at ^C; again when it fell between the prompt and the waiting for a line."""
        for _ in range(30):
            self.process.send_signal(signal.SIGINT)
            if select.select([self._master], [], [], 1)[0]:
                return
        raise AssertionError("^C was not heard")

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    started = Terminal("--seed", "2")
    yield started
    started.close()


def test_a_stranger_at_a_terminal_is_asked_four_lines_and_interviewed(terminal: Terminal) -> None:
    assert "Язык: 1 English, 2 Русский, 3 Українська [2]" in terminal.read_until_prompt()
    for expected in ("Тема", "Уровень", "Сколько вопросов"):
        terminal.type("\n")
        assert expected in terminal.read_until_prompt()
    terminal.type("2\n")
    question = terminal.read_until_prompt()
    assert "2 вопроса" in question
    assert "\x1b[1m" in question
    terminal.interrupt()
    end = terminal.read_until_prompt()
    assert "Вы вышли; вот отчёт по тому, что успели." in end
    assert "Отчёт" in end
    assert terminal.process.wait(timeout=30) == 0


def test_leaving_at_the_first_question_is_kind(terminal: Terminal) -> None:
    terminal.read_until_prompt()
    terminal.interrupt()
    assert "До свидания." in terminal.read_until_prompt()
    assert terminal.process.wait(timeout=30) == 0
