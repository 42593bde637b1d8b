"""Buttons of the group quiz, and what the links into the private chat say."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.engine.quiz.standings import Order, Span
from bot.rendering.callbacks.reading import NONE, number, yes


class Move(StrEnum):
    """What a button of a running game does."""

    JOIN = "join"
    SKIP = "skip"
    ASK = "ask"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class InGame:
    """A button of a round; `choice` is the follow-up voted for, by its place, or the mark given."""

    game: int
    round: int
    move: Move
    choice: int = 0

    def __str__(self) -> str:
        return f"quiz:{self.game}:{self.round}:{self.move}:{self.choice}"


class Option(StrEnum):
    """What can be chosen for the games of a group."""

    MODE = "mode"
    TOPIC = "topic"
    ROUNDS = "rounds"
    LEVEL = "level"
    LANGUAGE = "language"
    SECONDS = "seconds"
    SPEED = "speed"
    TIDY = "tidy"
    STARTERS = "starters"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Arrange:
    """A value chosen for the games of group `chat`, None standing for the one the button is in.

    Without a value those of the option are shown; without an option all that is chosen.
    """

    option: Option | None = None
    value: str | None = None
    chat: int | None = None

    def __str__(self) -> str:
        return ":".join(("qset", _or_none(self.chat), _or_none(self.option), _or_none(self.value)))


@dataclass(frozen=True, slots=True)
class Launch:
    """Begin a game as it is arranged."""

    def __str__(self) -> str:
        return "qgo:"


@dataclass(frozen=True, slots=True)
class ShowTop:
    """A board of the group."""

    span: Span
    order: Order

    def __str__(self) -> str:
        return f"qtop:{self.span}:{self.order}"


class Reason(StrEnum):
    """What can be wrong with a question."""

    WRONG = "wrong"
    UNCLEAR = "unclear"
    OUTDATED = "outdated"
    GRADING = "grading"


@dataclass(frozen=True, slots=True)
class Complain:
    """A complaint about the question of a round."""

    game: int
    round: int
    reason: Reason

    def __str__(self) -> str:
        return f"flag:{self.game}:{self.round}:{self.reason}"


@dataclass(frozen=True, slots=True)
class Rule:
    """What an admin makes of a complaint: the round is void, or it stands; None goes on to the next."""

    complaint: int
    void: bool | None

    def __str__(self) -> str:
        return f"ruling:{self.complaint}:{NONE if self.void is None else 'yes' if self.void else 'no'}"


QuizButton = InGame | Arrange | Launch | ShowTop | Complain | Rule
"""Any of them."""


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """Leads to where an answer can be given in private."""

    game: int

    def __str__(self) -> str:
        return f"quiz-{self.game}"


@dataclass(frozen=True, slots=True)
class FlagLink:
    """Leads to where a question can be complained about."""

    game: int
    round: int

    def __str__(self) -> str:
        return f"flag-{self.game}-{self.round}"


@dataclass(frozen=True, slots=True)
class GroupLink:
    """Leads to the settings of a group, whose id is negative."""

    chat: int

    def __str__(self) -> str:
        return f"group-{-self.chat}"


Link = AnswerLink | FlagLink | GroupLink
"""Any payload of a link into the private chat."""


def parse_link(payload: str) -> Link | None:
    """What a payload means, or None for one that these never make."""
    kind, _, rest = payload.partition("-")
    try:
        match kind, [number(part) for part in rest.split("-")]:
            case "quiz", [game]:
                return AnswerLink(game)
            case "flag", [game, at]:
                return FlagLink(game, at)
            case "group", [chat] if chat:
                return GroupLink(-chat)
    except ValueError:
        return None
    return None


_CHAT = re.compile(r"-[1-9]\d{0,17}")


def _or_none(value: object) -> str:
    return NONE if value is None else str(value)


def _in_game(value: str) -> InGame:
    game, at, move, choice = value.split(":")
    return InGame(number(game), number(at), Move(move), number(choice))


def _arrange(value: str) -> Arrange:
    chat, option, chosen = value.split(":", 2)
    if chat != NONE and not _CHAT.fullmatch(chat):
        raise ValueError(f"no group: {chat!r}")
    if not chosen or (option == NONE and chosen != NONE):
        raise ValueError(f"no value: {value!r}")
    return Arrange(
        None if option == NONE else Option(option),
        None if chosen == NONE else chosen,
        None if chat == NONE else int(chat),
    )


def _launch(value: str) -> Launch:
    if value:
        raise ValueError(value)
    return Launch()


def _show_top(value: str) -> ShowTop:
    span, order = value.split(":")
    return ShowTop(Span(span), Order(order))


def _complain(value: str) -> Complain:
    game, at, reason = value.split(":")
    return Complain(number(game), number(at), Reason(reason))


def _rule(value: str) -> Rule:
    complaint, void = value.split(":")
    return Rule(number(complaint), None if void == NONE else yes(void))


READERS: Mapping[str, Callable[[str], QuizButton]] = MappingProxyType(
    {
        "quiz:": _in_game,
        "qset:": _arrange,
        "qgo:": _launch,
        "qtop:": _show_top,
        "flag:": _complain,
        "ruling:": _rule,
    }
)
