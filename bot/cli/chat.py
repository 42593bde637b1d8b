"""`interview-bot chat`: an interview in this terminal."""

import secrets
from dataclasses import replace

import click

from bot.bank import BankError, load_bank
from bot.cli.surroundings import locale, look, now
from bot.domain.dialogue import Mode, Temper
from bot.domain.language import Language, Level
from bot.domain.question import Bank
from bot.engine.commands import MOST, parse_interview
from bot.engine.interview import Interviewer
from bot.grading import RubricGrader
from bot.i18n import Texts, guess_language
from bot.settings import Settings, SettingsError, load_settings
from bot.terminal.choices import Chooser, Wish
from bot.terminal.console import Console
from bot.terminal.session import Session

_KEYS = "/hint /skip /repeat /stop /help"


@click.command()
@click.option("--topic", "topic_words", multiple=True, help="What to talk about, in your own words; can be repeated.")
@click.option("--level", type=click.Choice([level.key for level in Level]), help="Level of the interview.")
@click.option("--count", type=click.IntRange(1, MOST), help="Number of questions.")
@click.option("--language", type=click.Choice([language.value for language in Language]), help="Language to speak.")
@click.option(
    "--mode", type=click.Choice([mode.value for mode in Mode]), default=Mode.INTERVIEW.value, show_default=True
)
@click.option(
    "--temper", type=click.Choice([temper.value for temper in Temper]), default=Temper.FRIENDLY.value, show_default=True
)
@click.option("--seed", type=click.IntRange(0), help="Same seed and answers, same interview.")
def chat(  # noqa: PLR0913 -- one parameter an option
    *,
    topic_words: tuple[str, ...],
    level: str | None,
    count: int | None,
    language: str | None,
    mode: str,
    temper: str,
    seed: int | None,
) -> None:
    """Interview you here; what is not said by options is asked, or taken from defaults when input is no terminal."""
    settings, bank = _content()
    texts, console = Texts.load(), Console.standard(look())
    guess = Language(language) if language else guess_language(locale(), settings.default_language)
    wish = Wish(
        Language(language) if language else None,
        _topics(bank, topic_words),
        Level.parse(level) if level else None,
        count,
    )
    try:
        console.say(texts.text(guess, "terminal-welcome"))
        chosen = Chooser(console, texts, bank, guess).complete(wish)
        plan = replace(chosen, mode=Mode(mode), temper=Temper(temper))
        if not bank.select(plan.language, plan.topics):
            raise click.ClickException(texts.text(plan.language, "terminal-nothing"))
        console.remark(texts.text(plan.language, "terminal-keys", commands=_KEYS))
        session = Session(console, texts, bank, Interviewer(bank, RubricGrader()), now)
        session.hold(plan, secrets.randbelow(2**32) if seed is None else seed)
    except (EOFError, KeyboardInterrupt):
        console.say(texts.text(guess, "terminal-bye"))


def _content() -> tuple[Settings, Bank]:
    try:
        settings = load_settings()
        return settings, load_bank(settings.content_folders)
    except (SettingsError, BankError) as error:
        raise click.ClickException(str(error)) from None


def _topics(bank: Bank, words: tuple[str, ...]) -> tuple[str, ...] | None:
    if not words:
        return None
    request = parse_interview(" ".join(words), bank.topics.values())
    if request.unknown:
        near = ", ".join(request.suggestions or bank.topics)
        raise click.BadParameter(f"{' '.join(request.unknown)} is no topic; there is: {near}", param_hint="--topic")
    return request.topics
