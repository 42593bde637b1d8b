import re

import pytest

from bot.domain.dialogue import Asked, Command, Said
from bot.domain.language import Language
from bot.i18n import Texts
from bot.terminal.orders import Help, Unknown, understand

HELP_LINE = re.compile(r"^/(\w+)(?:, /(\w+))?", re.MULTILINE)


@pytest.mark.parametrize("command", Command)
def test_every_command_has_its_name(command: Command) -> None:
    assert understand(f"/{command}") == Asked(command)
    assert understand(f"/{command.upper()}  ") == Asked(command)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/подсказка", Command.HINT),
        ("/підказка", Command.HINT),
        ("/пропустить", Command.SKIP),
        ("/пропустити", Command.SKIP),
        ("/ещё раз", Command.REPEAT),
        ("/проще", Command.SIMPLER),
        ("/стоп", Command.STOP),
        ("/отчёт", Command.REPORT),
        ("/звіт", Command.REPORT),
        ("/пауза", Command.PAUSE),
    ],
)
def test_words_of_the_languages_are_commands_too(line: str, command: Command) -> None:
    assert understand(line) == Asked(command)


@pytest.mark.parametrize("language", Language)
def test_everything_that_help_names_is_understood_the_same(language: Language) -> None:
    said = re.sub(r"</?code>", "", Texts.load(strict=True).text(language, "terminal-help"))
    named = [names for names in HELP_LINE.findall(said) if names[0] != "help"]
    assert len(named) == 5
    for english, local in named:
        assert understand(f"/{english}") == Asked(Command(english))
        assert not local or understand(f"/{local}") == Asked(Command(english))


@pytest.mark.parametrize("line", ["/help", "/помощь", "/допомога", "/?"])
def test_help(line: str) -> None:
    assert understand(line) == Help()


def test_a_question_can_be_named() -> None:
    assert understand("/show 2") == Asked(Command.SHOW, 2)


@pytest.mark.parametrize("line", ["/dance", "/", "/etc/passwd"])
def test_unknown_commands_are_told_from_answers(line: str) -> None:
    assert isinstance(understand(line), Unknown)


@pytest.mark.parametrize("line", ["hint", "a/b testing", "GET /users", "стоп"])
def test_a_line_without_a_slash_is_an_answer(line: str) -> None:
    assert understand(line) == Said(line)
