"""A game played by hand: a clock, a log of events, and everything the engine asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.domain.language import Language, Level
from bot.domain.ports import Grader
from bot.domain.question import Bank, Topic
from bot.engine.quiz import Game, GameMode, Play, Quizmaster, Rules
from bot.engine.quiz.actions import Board, Final, GameAction, React, Reception, Reveal, ShowBoard, Wake
from bot.engine.quiz.events import Answered, GameEvent, Ticked
from tests.unit.engine.helpers import NOW, KeywordGrader, prepared

ADA, BOB, EVE = 1, 2, 3

_Action = TypeVar("_Action", bound=GameAction)


def small_bank(questions: int = 6) -> Bank:
    listed = [prepared(f"q{rank}", f"topic{rank % 2}") for rank in range(1, questions + 1)]
    topics = {name: Topic(name, {Language.EN: name.title()}) for name in ("topic0", "topic1")}
    return Bank({(each.id, each.language): each for each in listed}, topics)


def rules(mode: GameMode = GameMode.RACE, **changes: object) -> Rules:
    plain = Rules(mode, Language.EN, Level.MIDDLE, rounds=2, hints=False)
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields of the rules, given by name


@dataclass
class Table:
    """Plays one game; times are seconds since its beginning."""

    master: Quizmaster
    game: Game
    log: list[tuple[GameEvent, datetime]] = field(default_factory=list)
    done: list[tuple[datetime, GameAction]] = field(default_factory=list)
    now: datetime = NOW
    wake: datetime | None = None
    messages: int = 0

    @classmethod
    def open(
        cls,
        chosen: Rules,
        bank: Bank | None = None,
        grader: Grader | None = None,
        *,
        seed: int = 1,
        recent: Sequence[str] = (),
    ) -> "Table":
        master = Quizmaster(bank or small_bank(), grader or KeywordGrader())
        play = master.begin(chosen, NOW, seed, recent)
        table = cls(master, play.game)
        table._note(play)
        return table

    @property
    def seconds(self) -> float:
        return (self.now - NOW).total_seconds()

    def _note(self, play: Play) -> tuple[GameAction, ...]:
        self.game = play.game
        self.done += [(self.now, action) for action in play.actions]
        for wake in (action for action in play.actions if isinstance(action, Wake)):
            self.wake = wake.at
        if self.game.finished:
            self.wake = None
        return play.actions

    def send(self, event: GameEvent) -> tuple[GameAction, ...]:
        """Hand in an event now."""
        self.log.append((event, self.now))
        if isinstance(event, Ticked):
            self.wake = None
        return self._note(self.master.step(self.game, event, self.now))

    def until(self, seconds: float) -> "Table":
        """Let time pass, ticking whenever the game asked for it."""
        target = NOW + timedelta(seconds=seconds)
        while self.wake is not None and self.wake <= target:
            self.now = max(self.now, self.wake)
            self.send(Ticked())
        self.now = max(self.now, target)
        return self

    def say(self, player: int, text: str, at: float | None = None, message: int | None = None, **more: bool) -> int:
        """A player writes; returns the id of the message. `at` is when he wrote it, if not now."""
        if message is None:
            self.messages += 1
        number = message or self.messages
        moment = self.now if at is None else NOW + timedelta(seconds=at)
        self.send(Answered(player, text, number, moment, **more))
        return number

    def of(self, kind: type[_Action]) -> list[_Action]:
        return [action for _, action in self.done if isinstance(action, kind)]

    @property
    def board(self) -> Board:
        return self.of(ShowBoard)[-1].board

    @property
    def reception(self) -> Reception:
        return self.of(React)[-1].reception

    def close(self) -> Reveal:
        """Let the round run out; what it revealed."""
        before = len(self.of(Reveal))
        while len(self.of(Reveal)) == before and self.wake is not None:
            self.until((self.wake - NOW).total_seconds())
        return self.of(Reveal)[-1]

    def finish(self) -> Final:
        """Let the game run out."""
        while self.wake is not None:
            self.until((self.wake - NOW).total_seconds())
        return self.of(Final)[-1]

    def points(self) -> dict[int, float]:
        """Points of the latest round revealed, by player."""
        return {score.player: score.points for score in self.of(Reveal)[-1].scores}
