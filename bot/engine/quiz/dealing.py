"""Which question a round is about, and the round opened with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.question import Bank, Card, Question
from bot.engine.chance import pick
from bot.engine.quiz import pace, polls
from bot.engine.quiz.game import Game, Phase, Round, Sheet, Slot
from bot.engine.quiz.rules import GameMode, Rules
from bot.engine.selection import effective_level

Item = Question | Card


def available(bank: Bank, rules: Rules, seed: int) -> int:
    """Rounds that the bank has questions for, at most those of the rules."""
    return min(rules.rounds, sum(_is_playable(item, rules, seed) for item in _items(bank, rules)))


def deal(bank: Bank, game: Game, now: datetime) -> Game | None:
    """The game with its next round opened; None when there are no more rounds or questions.

    Questions not asked lately come first, then those of the level, then another topic than the last; the seed decides
    among equals.
    """
    if len(game.asked) >= game.count:
        return None
    left = [item for item in _items(bank, game.rules) if item.id not in game.asked]
    last = topic_of(bank, game.rules, game.asked[-1]) if game.asked else None
    ranked = sorted(left, key=lambda item: _rank(item, game, last))
    chosen = next((item for item in ranked if _is_playable(item, game.rules, game.seed)), None)
    return _opened(game, chosen, now) if chosen else None


def topic_of(bank: Bank, rules: Rules, name: str) -> str:
    """Topic of a question or card, empty when the bank no longer has it."""
    return next((item.topic for item in _items(bank, rules) if item.id == name), "")


def _items(bank: Bank, rules: Rules) -> Iterable[Item]:
    questions = bank.select(rules.language, rules.topics)
    yield from (question for question in questions if question.points)
    if rules.mode is GameMode.POLL:
        cards = (card for card in bank.cards if card.language is rules.language)
        yield from (card for card in cards if not rules.topics or card.topic in rules.topics)


def _is_playable(item: Item, rules: Rules, seed: int) -> bool:
    return rules.mode is not GameMode.POLL or _sheet(item, rules, seed) is not None


def _sheet(item: Item, rules: Rules, seed: int) -> Sheet | None:
    if isinstance(item, Card):
        return polls.card_sheet(item, seed)
    return polls.sheet(item, rules.level, seed, several=rules.several)


def _rank(item: Item, game: Game, last: str | None) -> tuple[int, bool, bool, int]:
    lately = game.avoid.index(item.id) + 1 if item.id in game.avoid else 0
    fits = isinstance(item, Card) or any(point.level is game.rules.level for point in item.points)
    return lately, not fits, item.topic == last, pick(game.seed, f"deal {item.id}", 2**32)


def _opened(game: Game, item: Item, now: datetime) -> Game:
    poll = _sheet(item, game.rules, game.seed) if game.rules.mode is GameMode.POLL else None
    text = " ".join((poll.text, *poll.options)) if poll else ""
    round_ = Round(
        number=len(game.asked) + 1,
        question=item.id,
        opened=now,
        readable=now,
        due=now,
        closes=now,
        slots=_slots(item, game.rules) if poll is None else (),
        sheet=poll,
    )
    game = replace(game, asked=(*game.asked, item.id), shown=now, stale=False)
    if game.rules.mode is GameMode.HOT_SEAT:
        return replace(game, phase=Phase.SEAT, round=until(round_, now + pace.SEATING))
    return replace(game, phase=Phase.ANSWER, round=asked(round_, game.rules, text or prompt_of(item), now))


def asked(round_: Round, rules: Rules, text: str, now: datetime) -> Round:
    """The round with its question put now: time to read the text, then to answer."""
    readable = now + pace.reading(text)
    return until(replace(round_, opened=now, readable=readable), readable + timedelta(seconds=rules.time))


def until(round_: Round, due: datetime) -> Round:
    """The round with the end of its phase set."""
    return replace(round_, due=due, closes=due + pace.GRACE)


def prompt_of(item: Item) -> str:
    """How a question or card is asked."""
    return item.question if isinstance(item, Card) else item.prompt


def _slots(item: Item, rules: Rules) -> tuple[Slot, ...]:
    if isinstance(item, Card):
        return ()
    points = item.points_at(effective_level(item, rules.level))
    return tuple(Slot(point.id, point.weight) for point in points)
