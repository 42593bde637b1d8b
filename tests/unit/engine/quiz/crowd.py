"""Players who play a game by themselves: for games of many, and for measuring."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.engine.quiz import Game, GameMode, Phase
from bot.engine.quiz.events import Answered, Ballot, GameEvent, Joined, PollAnswered, Voted
from bot.engine.quiz.game import Round

Writer = Callable[[str, int, Random], str]
"""What a player writes on a question: its id, the player, the dice."""

_FIRST = 8.0
"""Seconds after the opening before which nobody has written anything."""


def keywords(question: str, player: int, dice: Random) -> str:
    """Some points of a prepared question, now and then a wrong claim, in the player's own words."""
    said = " and ".join(dice.sample(["term1", "term2", "term3", "term4", "wrongone", "no idea"], dice.randint(1, 3)))
    return f"{player * 7919 % 10007}: {said}"


@dataclass
class Crowd:
    """`players` people, each of whom does what a phase asks for once, at a moment of his own in its first half."""

    players: int
    dice: Random
    write: Writer = keywords
    messages: int = 0

    def plans(self, game: Game, now: datetime) -> list[tuple[datetime, GameEvent]]:
        """What the crowd will do in the phase that has just begun, in order."""
        if game.round is None or game.phase in (Phase.PAUSE, Phase.OVER):
            return []
        deeds = list(self._deeds(game, game.round))
        half = (game.round.due - now).total_seconds() / 2
        times = sorted(now + timedelta(seconds=self.dice.uniform(min(_FIRST, half), half)) for _ in deeds)
        return [(at, _at(deed, at)) for at, deed in zip(times, deeds, strict=True)]

    def _deeds(self, game: Game, round_: Round) -> Iterator[GameEvent]:
        everybody = self.dice.sample(range(1, self.players + 1), self.players)
        if game.phase is Phase.SEAT:
            yield Joined(everybody[0], round_.number)
        elif game.phase is Phase.VOTE:
            yield from (Voted(each, Ballot.FOLLOW_UP, self.dice.randrange(3), round_.number) for each in everybody)
        elif game.phase is Phase.RATING:
            yield from (Voted(each, Ballot.RATING, self.dice.randint(1, 5), round_.number) for each in everybody)
        elif round_.sheet is not None:
            options = range(len(round_.sheet.options))
            yield from (PollAnswered(each, (self.dice.choice(options),), round_.number) for each in everybody)
        else:
            yield from (self._answer(game, round_, each) for each in everybody)

    def _answer(self, game: Game, round_: Round, player: int) -> Answered:
        self.messages += 1
        text = self.write(round_.question, player, self.dice)
        return Answered(player, text, self.messages, round_.opened, private=game.rules.mode is GameMode.SILENT)


def _at(deed: GameEvent, at: datetime) -> GameEvent:
    """A message is written when it is sent, in whole seconds as messengers tell them."""
    if not isinstance(deed, Answered):
        return deed
    written = at.replace(microsecond=0)
    return Answered(deed.player, deed.text, deed.message, written, deed.private)
