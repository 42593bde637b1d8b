"""`interview-bot review`: decide on appeals in the terminal, and take accepted phrasings into a bank's files."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import click

from bot.bank import BankError, load_bank
from bot.domain.language import Language
from bot.domain.question import Bank
from bot.domain.scorecard import Contested, Decision
from bot.i18n import Texts
from bot.rendering.appeals import Case
from bot.services.phrasebook import snippets
from bot.services.review import Order, Review
from bot.settings import SettingsError, load_settings
from storage import Database, StorageError, Transaction, phrasings
from storage.models import PhrasingState

T = TypeVar("T")

Work = Callable[[Transaction, Bank], Awaitable[T]]
"""What is done in one transaction, with the bank that the bot has."""

_VERDICTS = {Contested.POINT: "not counted", Contested.FLAG: "counted as wrong"}
_INDENT = "      "
_NUMBER = click.argument("appeal", type=click.IntRange(1))


@click.group()
def review() -> None:
    """Decide on appeals; the candidate is told by the bot that runs on the same database."""


@review.command("list")
def list_() -> None:
    """Print the appeals that wait, the oldest first."""

    async def work(tx: Transaction, bank: Bank) -> tuple[Case, ...]:
        return await Review(bank).open_cases(tx)

    cases = _run(work)
    for case in cases:
        click.echo(_described(case))
    click.echo(f"{len(cases)} waiting")


@review.command()
@_NUMBER
def accept(appeal: int) -> None:
    """Accept an appeal: the report counts the point, or clears the claim."""
    _decide(Order(appeal, Decision.ACCEPT))


@review.command()
@_NUMBER
def reject(appeal: int) -> None:
    """Reject an appeal: the verdict stays."""
    _decide(Order(appeal, Decision.REJECT))


@review.command("as-phrasing")
@_NUMBER
@click.option("--words", help="What becomes the phrasing, when not all that the candidate said.")
def as_phrasing(appeal: int, words: str | None) -> None:
    """Accept an appeal, and let the words count for everyone from now on."""
    _decide(Order(appeal, Decision.PHRASING, words=words))


@review.command()
def export() -> None:
    """Print accepted phrasings that the bank does not have yet, as YAML for its files."""

    async def work(tx: Transaction, bank: Bank) -> str:
        return snippets(bank, await phrasings.in_state(tx, PhrasingState.ACCEPTED))

    click.echo(_run(work), nl=False)


def _decide(order: Order) -> None:
    async def work(tx: Transaction, bank: Bank) -> bool:
        return await Review(bank).decide(tx, Texts.load(), order, _now()) is not None

    if not _run(work):
        raise click.ClickException(f"No appeal {order.appeal} is waiting.")
    click.echo(f"Appeal {order.appeal}: done.")


def _run(work: Work[T]) -> T:
    try:
        settings = load_settings()
        return asyncio.run(_in_transaction(settings.database_url, load_bank(settings.content_folders), work))
    except (SettingsError, BankError, StorageError) as error:
        raise click.ClickException(str(error)) from None


async def _in_transaction(url: str, bank: Bank, work: Work[T]) -> T:
    database = Database(url)
    try:
        if not await database.is_current():
            raise click.ClickException(
                "The database has another schema than this version; run `interview-bot migrate`."
            )
        async with database.transaction() as tx:
            return await work(tx, bank)
    finally:
        await database.dispose()


def _described(case: Case) -> str:
    """A case in a few lines, words that people typed kept apart from ours by indentation."""
    lines = [
        f"{case.appeal:>4}  {case.title} ({Language(case.language)})",
        f"{_VERDICTS[case.kind]}: {case.text}",
        f"asked: {case.asked}" if case.asked else "",
        f"words: {' '.join(case.quote.split())}",
        "" if case.said else "these words are not in the transcript",
        "" if case.teachable else "too long for a phrasing as they are",
    ]
    return f"\n{_INDENT}".join(line for line in lines if line)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 -- this is the edge where the clock is read
