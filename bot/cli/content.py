"""`interview-bot content`: import pages into a bank, check banks, print their schema."""

from pathlib import Path

import click

from bot.bank import BankError
from bot.bank.pages.importer import Import, import_pages
from bot.bank.pages.report import as_json_lines, as_markdown, attention, summary
from bot.bank.schema import json_schema
from bot.bank.writer import write_bank
from bot.cli.authoring import new, show, try_
from bot.cli.checking import check
from bot.cli.exchange import export, import_cards_
from bot.cli.faults import BankFault
from bot.cli.statistics import stats

_FOLDER = click.Path(path_type=Path)


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
        raise BankFault(error) from error


def _write_report(made: Import, path: Path) -> None:
    text = as_json_lines(made.reports) if path.suffix == ".jsonl" else as_markdown(made.reports)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}") from error


@content.command()
def schema() -> None:
    """Print the JSON Schema of question files, as it stands in content/schema.json."""
    click.echo(json_schema(), nl=False)


for command in (new, try_, show, check, stats, import_cards_, export):
    content.add_command(command)
