"""`interview-bot content stats`: what a bank covers, and where it is thin."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean

import click

from bot.bank import BankError, load_bank
from bot.bank.lint.completeness import FLAG_PHRASINGS, POINT_PHRASINGS
from bot.cli.faults import BankFault
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question
from bot.settings import SHIPPED

_WIDE = 28
"""Columns of the first column."""


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
def stats(folders: tuple[Path, ...]) -> None:
    """Show what banks cover by topic, level and language, and which questions have few phrasings."""
    try:
        bank = load_bank(folders or (SHIPPED,))
    except BankError as error:
        raise BankFault(error) from error
    for line in (*_coverage(bank), "", *_levels(bank), "", *_phrasings(bank), "", *_thin(bank)):
        click.echo(line)


def _coverage(bank: Bank) -> Iterator[str]:
    yield _row("questions by topic", [language.value for language in Language])
    counts = Counter((question.topic, question.language) for question in bank.questions.values())
    for topic in bank.topics:
        yield _row(topic, [counts[topic, language] for language in Language])
    if bank.cards:
        cards = Counter(card.language for card in bank.cards)
        yield _row("cards (in no interview)", [cards[language] for language in Language])


def _levels(bank: Bank) -> Iterator[str]:
    yield _row("points by topic", [level.key for level in Level])
    counts = Counter((question.topic, point.level) for question in bank.questions.values() for point in question.points)
    for topic in bank.topics:
        yield _row(topic, [counts[topic, level] for level in Level])


def _phrasings(bank: Bank) -> Iterator[str]:
    yield _row("phrasings, mean", ["a point", "a flag"])
    for topic in bank.topics:
        written = [question for question in bank.questions.values() if question.topic == topic]
        points = [len(point.phrasings) for question in written for point in question.points]
        flags = [len(flag.phrasings) for question in written for flag in question.red_flags]
        yield _row(topic, [f"{fmean(points or [0]):.1f}", f"{fmean(flags or [0]):.1f}"])


def _thin(bank: Bank) -> Iterator[str]:
    """Questions with points or flags that have few phrasings, thinnest first."""
    thin = {(question.id, question.language): _few(question) for question in bank.questions.values()}
    ranked = sorted(((count, *key) for key, count in thin.items() if count), key=lambda row: (-row[0], row[1], row[2]))
    yield _row("few phrasings", ["items"]) if ranked else "no question has few phrasings"
    yield from (_row(f"{name} ({language})", [count]) for count, name, language in ranked)


def _few(question: Question) -> int:
    """How many points and flags have fewer phrasings than a question of our own."""
    points = sum(len(point.phrasings) < POINT_PHRASINGS for point in question.points)
    return points + sum(len(flag.phrasings) < FLAG_PHRASINGS for flag in question.red_flags)


def _row(name: str, values: Iterable[object]) -> str:
    return f"{name:{_WIDE}}" + "".join(f"{value!s:>9}" for value in values)
