"""`interview-bot content`: import pages into a bank, check banks, print their schema."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from bot.bank import BankError, load_bank
from bot.bank.pages.importer import Import, import_pages
from bot.bank.pages.report import as_json_lines, as_markdown, attention, summary
from bot.bank.schema import json_schema
from bot.bank.writer import write_bank
from bot.domain.question import Bank

SHIPPED = Path(__file__).resolve().parents[2] / "content"
"""The bank that comes with the program."""

_FOLDER = click.Path(path_type=Path)


class _BankFault(click.ClickException):
    """A BankError for people: one line a problem, exit code 1."""

    def __init__(self, error: BankError) -> None:
        super().__init__(str(error))
        self.count = len(error.problems)

    def show(self, file: object = None) -> None:  # noqa: ARG002 -- the signature is click's
        """Print the problems, without a prefix so that each line begins with its file."""
        click.echo(self.message, err=True)
        click.echo(f"{self.count} problem{'s' if self.count > 1 else ''}", err=True)


@click.group()
def content() -> None:
    """Work on banks of questions."""


@content.command("import")
@click.argument("paths", nargs=-1, required=True, type=_FOLDER)
@click.option(
    "--out", "out", required=True, type=_FOLDER, help="Folder for the bank: new, empty, or of an earlier import."
)
@click.option(
    "--report", type=_FOLDER, help="File for the report page by page: JSON lines if it ends in .jsonl, else Markdown."
)
def import_(paths: tuple[Path, ...], out: Path, report: Path | None) -> None:
    """Make a bank of Markdown pages: of folders of any language, of a folder above them, or of single pages."""
    try:
        made = import_pages(paths)
        if report is not None:
            _write_report(made, report)
        for line in (*attention(made.reports), *summary(made.reports)):
            click.echo(line)
        if not made.bank.questions:
            raise click.ClickException(f"no page with a must-know list, {out} is left as it is")
        write_bank(made.bank, out)
    except BankError as error:
        raise _BankFault(error) from error


def _write_report(made: Import, path: Path) -> None:
    text = as_json_lines(made.reports) if path.suffix == ".jsonl" else as_markdown(made.reports)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}") from error


@content.command()
@click.argument("folders", nargs=-1, type=_FOLDER)
def check(folders: tuple[Path, ...]) -> None:
    """Load banks as the bot would, and say everything that is wrong; without FOLDERS the bank that is shipped."""
    try:
        bank = load_bank(folders or (SHIPPED,))
    except BankError as error:
        raise _BankFault(error) from error
    for line in _overview(bank):
        click.echo(line)


def _overview(bank: Bank) -> Iterator[str]:
    languages = Counter(language for _, language in bank.questions)
    spoken = ", ".join(f"{language} {number}" for language, number in sorted(languages.items()))
    yield f"{len(bank.questions)} questions ({spoken}), {len(bank.topics)} topics"
    for name in ("points", "red_flags", "follow_ups", "examples"):
        yield f"  {name}: {sum(len(getattr(question, name)) for question in bank.questions.values())}"


@content.command()
def schema() -> None:
    """Print the JSON Schema of question files, as it stands in content/schema.json."""
    click.echo(json_schema(), nl=False)
