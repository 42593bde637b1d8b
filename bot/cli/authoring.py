"""`interview-bot content new`, `try` and `show`: from an idea to an interview on it."""

import secrets
from collections.abc import Sequence
from pathlib import Path

import click

from bot.bank import BankError, Problem
from bot.bank.drafts import as_written, without_drafts
from bot.bank.kinds import Name
from bot.bank.loader import QUESTIONS_FOLDER, TOPICS_FILE, Content, load_content
from bot.bank.skeleton import NewQuestion, write_skeleton
from bot.cli.faults import BankFault
from bot.cli.surroundings import locale, look, now
from bot.domain.dialogue import Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from bot.i18n import Texts, guess_language
from bot.rendering.html import plain_text, units
from bot.rendering.preview import preview
from bot.rendering.splitting import MESSAGE_LIMIT
from bot.settings import SettingsError, load_settings
from bot.terminal.console import Console
from bot.terminal.session import Session

_languages = click.Choice([language.value for language in Language])
_levels = click.Choice([level.key for level in Level])
_folder = click.option(
    "--folder", type=click.Path(path_type=Path), help="Bank folder; without it, those of CONTENT_PATH."
)
_language = click.option("--language", type=_languages, help="Without it, that of the terminal if there is one.")


def _check_id(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 -- click's
    if not Name.PATTERN.fullmatch(value):
        raise click.BadParameter(f"{value!r} is not an id: use small Latin letters, digits and hyphens.")
    return value


@click.command()
@click.option("--topic", prompt="Topic (an id in topics.yaml)", callback=_check_id, help="Id of the topic.")
@click.option("--id", "name", prompt="Id of the question, such as tcp-vs-udp", callback=_check_id, help="Id.")
@click.option("--title", prompt="Title, a few words", help="Short name in the first of the languages.")
@click.option("--languages", prompt="Languages", default="en,ru,uk", help="Comma-separated; a file for each.")
@_folder
def new(topic: str, name: str, title: str, languages: str, folder: Path | None) -> None:
    """Begin a question: files to be filled in, with a comment on every key. Nothing is overwritten."""
    spoken = _parse_languages(languages)
    target = _folders(folder)[-1]
    try:
        _check_topic(topic, target)
        paths = write_skeleton(NewQuestion(name, topic, spoken, {spoken[0]: title.strip()}), target)
    except BankError as error:
        raise BankFault(error) from error
    for path in paths:
        click.echo(path)
    where = f" --folder {folder}" if folder else ""
    click.echo(f"Write them, then: interview-bot content check {target}; interview-bot content try {name}{where}")


def _parse_languages(words: str) -> list[Language]:
    try:
        return list(dict.fromkeys(Language(word) for word in words.replace(",", " ").split())) or list(Language)
    except ValueError:
        raise click.BadParameter(f"{words!r}: expected some of en, ru, uk.", param_hint="--languages") from None


def _check_topic(topic: str, folder: Path) -> None:
    """The topic is in topics.yaml; a folder without one is new, and gets it."""
    if not (folder / TOPICS_FILE).exists():
        return
    known = load_content([folder], names="").bank.topics
    if topic not in known:
        there = ", ".join(known) or "none"
        hint = f"There is: {there}. Add a new one to {folder / TOPICS_FILE} first."
        raise click.BadParameter(f"no topic {topic!r}. {hint}", param_hint="--topic")


def _folders(folder: Path | None) -> Sequence[Path]:
    try:
        return [folder] if folder else load_settings().content_folders
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


@click.command("try")
@click.argument("name", metavar="ID")
@_language
@click.option("--level", type=_levels, default=Level.MIDDLE.key, show_default=True, help="Level of the interview.")
@_folder
def try_(name: str, language: str | None, level: str, folder: Path | None) -> None:
    """Interview you on one question; afterwards Enter reads its file again and begins anew."""
    console, folders = Console.standard(look()), _folders(folder)
    try:
        while True:
            _interview(console, folders, (name, language), Level.parse(level))
            if not console.interactive:
                return
            console.remark("Enter: once more, with the file as it is now. Ctrl-D: leave.")
            console.line()
    except (EOFError, KeyboardInterrupt):
        click.echo()


def _interview(console: Console, folders: Sequence[Path], wanted: tuple[str, str | None], level: Level) -> None:
    """An interview on the question, or what is wrong with its file, which a person at the terminal can mend."""
    try:
        question, bank = _ready(folders, *wanted)
    except BankError as error:
        if not console.interactive:
            raise BankFault(error) from error
        click.echo(error)
    else:
        session = Session(console, Texts.load(), bank, Interviewer(bank, RubricGrader()), now)
        session.hold(Plan(question.language, level, count=1), secrets.randbelow(2**32))


def _ready(folders: Sequence[Path], name: str, language: str | None) -> tuple[Question, Bank]:
    """As much of the question as is written; BankError when that is too little to interview on."""
    question, content = _read(folders, name, language)
    written = as_written(question)
    if written is None:
        path = content.questions[question.id, question.language]
        raise BankError([Problem(path, 0, "there is nothing to ask yet", "Write the prompt and a point")])
    return written, without_drafts(content.bank)


def _read(folders: Sequence[Path], name: str, language: str | None) -> tuple[Question, Content]:
    """The question and what there is of it; BankError when its files are wrong, ClickException when it is not there."""
    content = load_content(folders, names=f"{name}.{language or '*'}")
    bank = content.bank
    found = {question.language: question for question in bank.questions.values() if question.id == name}
    if not found:
        raise click.ClickException(_not_there(folders, name, language))
    guess = guess_language(locale())
    return found[guess] if guess in found else next(iter(found.values())), content


def _not_there(folders: Sequence[Path], name: str, language: str | None) -> str:
    paths = (path for folder in folders for path in (folder / QUESTIONS_FOLDER).rglob("*.yaml"))
    ids = sorted({path.name.split(".")[0] for path in paths})
    near = [known for known in ids if name in known or known in name]
    spoken = f" in {language}" if language else ""
    hint = f" There is: {', '.join(near)}." if near else ""
    return f"no question {name!r}{spoken}.{hint}"


@click.command()
@click.argument("name", metavar="ID")
@_language
@click.option("--level", type=_levels, help="Only what is expected and explained at that level.")
@click.option("--html", "raw", is_flag=True, help="The messages as they are sent, with their tags.")
@_folder
def show(name: str, language: str | None, level: str | None, folder: Path | None, *, raw: bool) -> None:
    """Show a question as the messages it makes: what is asked, points, red flags, follow-ups, explanations."""
    try:
        question, _ = _read(_folders(folder), name, language)
    except BankError as error:
        raise BankFault(error) from error
    console = Console.standard(look())
    for html in preview(Texts.load(), question, Level.parse(level) if level else None):
        if raw:
            click.echo(f"{html}\n")
        else:
            console.say(html)
            console.remark(f"— {units(plain_text(html))} of {MESSAGE_LIMIT}")
