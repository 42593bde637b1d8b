"""Commands that run the bot and look after its database."""

import asyncio
import signal
from collections.abc import Awaitable, Callable

import click
import httpx

from bot.bank import BankError
from bot.bootstrap import DEFAULT_PORT, Application, NotMigratedError
from bot.handlers.errors import MessengerError
from bot.observability import configure_logging
from bot.settings import Settings, SettingsError, load_settings
from storage import Database, StorageError

HEALTH_TIMEOUT = 4.0
"""Seconds; Docker gives the check five."""

EXPECTED = (BankError, StorageError, NotMigratedError, MessengerError, OSError)
"""Faults that the operator can mend; their messages say how."""

Work = Callable[[Application, asyncio.Event], Awaitable[None]]


@click.command()
def run() -> None:
    """Run the bot on long polling: one process, nothing but a token needed."""
    _run(_telegram_settings(), Application.poll)


@click.command()
def webhook() -> None:
    """Run one replica of the bot on a webhook at WEBHOOK_URL; needs the extra `webhook`."""
    settings = _telegram_settings()
    if not settings.webhook_url:
        raise click.ClickException("WEBHOOK_URL is not set: the address at which Telegram reaches this bot.")
    _run(settings, Application.listen)


@click.command()
def migrate() -> None:
    """Bring the database to the newest schema."""

    async def work(database: Database) -> None:
        try:
            await database.migrate()
        finally:
            await database.dispose()

    try:
        asyncio.run(work(Database(_settings().database_url)))
    except StorageError as error:
        raise click.ClickException(f"The database cannot be migrated: {error}") from None
    click.echo("The database is at the newest schema.")


@click.command()
def health() -> None:
    """Ask the bot on this machine whether it is ready; exit code 1 when it is not."""
    port = _settings().port or DEFAULT_PORT
    try:
        answer = httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=HEALTH_TIMEOUT)
    except httpx.HTTPError:
        raise click.ClickException(f"Nothing answers on port {port}.") from None
    if answer.status_code != httpx.codes.OK:
        raise click.ClickException(answer.text)
    click.echo(answer.text)


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def _telegram_settings() -> Settings:
    settings = _settings()
    if not settings.bot_token.get_secret_value():
        raise click.ClickException("BOT_TOKEN is not set: @BotFather gives you one. `interview-bot chat` needs none.")
    return settings


def _run(settings: Settings, work: Work) -> None:
    secrets = (settings.bot_token, settings.webhook_secret, settings.judge_key)
    configure_logging(settings.log_level, settings.log_format, [secret.get_secret_value() for secret in secrets])
    faults: list[str] = []
    try:
        asyncio.run(_until_signal(settings, work))
    except* EXPECTED as group:
        faults = [str(fault) for fault in _leaves(group)]
    if faults:
        raise click.ClickException("\n".join(faults))


async def _until_signal(settings: Settings, work: Work) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await work(Application.build(settings), stop)


def _leaves(group: BaseExceptionGroup[Exception]) -> list[BaseException]:
    found: list[BaseException] = []
    for error in group.exceptions:
        found += _leaves(error) if isinstance(error, BaseExceptionGroup) else [error]
    return found
