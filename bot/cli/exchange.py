"""`interview-bot content import-cards` and `export`: other programs' files in and out."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from bot.bank import BankError
from bot.bank.cards.importer import READERS, import_cards
from bot.bank.drafts import without_drafts
from bot.bank.export.anki import anki_files
from bot.bank.export.pages import page_files
from bot.bank.loader import load_content
from bot.bank.writer import EXPORTED, write_bank, write_files
from bot.cli.faults import BankFault
from bot.domain.language import Language
from bot.domain.question import Bank
from bot.settings import SHIPPED

_PATH = click.Path(path_type=Path)


@click.command("import-cards")
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option("--out", required=True, type=_PATH, help="Folder for the bank: new, empty, or of an earlier import.")
@click.option("--format", "form", type=click.Choice(list(READERS)), help="Format; by default the suffix tells it.")
@click.option("--topic", default="", help="Name of the topic where a file names none; by default the file's name.")
@click.option("--language", type=click.Choice(list(Language)), help="Language; by default the text tells it.")
def import_cards_(files: tuple[Path, ...], out: Path, form: str | None, topic: str, language: str | None) -> None:
    """Make cards of CSV or TSV with headings, of Anki's text export, Red-DiscordBot trivia or GIFT.

    Cards have no rubric, so nothing can be graded by them: no interview asks them. When anything in a file is not
    understood, nothing is written.
    """
    try:
        made = import_cards(files, form, topic, Language(language) if language else None)
        write_bank(made, out)
    except BankError as error:
        raise BankFault(error) from error
    click.echo(_told(made))


def _told(bank: Bank) -> str:
    languages = Counter(card.language.value for card in bank.cards)
    spoken = ", ".join(f"{language} {number}" for language, number in sorted(languages.items()))
    return f"{len(bank.cards)} cards ({spoken}), {len(bank.topics)} topics; no graded interview asks cards"


@click.command()
@click.option("--to", "form", type=click.Choice(["anki", "pages"]), required=True, help="Notes for Anki, or Markdown.")
@click.argument("target", metavar="DIR", type=_PATH)
@click.argument("folders", nargs=-1, type=_PATH)
def export(form: str, target: Path, folders: tuple[Path, ...]) -> None:
    """Write banks to DIR for other programs; without FOLDERS the bank that is shipped.

    Anki: a text file a language, a note a point, red flag and card, with ids that stay. Pages: a Markdown page a
    question, which `content import` reads back. What is not written yet is left out.
    """
    try:
        content = load_content(folders or (SHIPPED,))
        content = replace(content, bank=without_drafts(content.bank))
        files = list(anki_files(content.bank) if form == "anki" else page_files(content))
        write_files(files, target, EXPORTED)
    except BankError as error:
        raise BankFault(error) from error
    click.echo(f"{len(files)} files in {target}")
