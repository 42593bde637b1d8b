"""Lines that are no answers: commands with a slash, by their names or by words of any of the languages."""

import re
from dataclasses import dataclass

from bot.domain.dialogue import Asked, Command, Event, Said
from bot.engine.classify import recognise
from bot.engine.phrases import Manner

_HELP = frozenset(("help", "?", "h", "помощь", "справка", "помоги", "допомога", "довідка"))
_MANNERS = {
    Manner.HINT: Command.HINT,
    Manner.SKIP: Command.SKIP,
    Manner.REPEAT: Command.REPEAT,
    Manner.SIMPLER: Command.SIMPLER,
    Manner.SHOW: Command.SHOW,
    Manner.STOP: Command.STOP,
    Manner.PAUSE: Command.PAUSE,
    Manner.RESUME: Command.RESUME,
    Manner.NEXT: Command.NEXT,
}
_ORDER = re.compile(r"/\s*(?P<words>.*?)(?:\s+(?P<number>[0-9]{1,3}))?\s*", re.DOTALL)
_REPORT = frozenset(("отчет", "отчёт", "звіт"))


@dataclass(frozen=True, slots=True)
class Help:
    """The candidate asks what can be typed."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A command there is none of, as typed."""

    typed: str


def understand(line: str) -> Event | Help | Unknown:
    """What a line means; `/show 2` asks about question 2, a line without a slash is an answer."""
    order = _ORDER.fullmatch(line.lower())
    if order is None:
        return Said(line)
    words, number = order.groups()
    if words in _HELP:
        return Help()
    command = _command(words)
    return Unknown(line) if command is None else Asked(command, int(number) if number else None)


def _command(words: str) -> Command | None:
    if words in set(Command):
        return Command(words)
    if words in _REPORT:
        return Command.REPORT
    return _MANNERS.get(recognise(words, tuple(_MANNERS)))
