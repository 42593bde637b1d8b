"""The quizmaster: a pure function from a game and an event to a game and what to do."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.ports import Grader
from bot.domain.question import Bank
from bot.engine.policy import Policy
from bot.engine.quiz import hot_seat, pace, scoring, view
from bot.engine.quiz.actions import React, ReportQuestion
from bot.engine.quiz.dealing import available, until
from bot.engine.quiz.events import (
    Answered,
    Ballot,
    Flagged,
    GameEvent,
    Joined,
    Left,
    PollAnswered,
    Stop,
    Ticked,
    Voided,
    Voted,
)
from bot.engine.quiz.game import Choice, Game, Hint, Phase, Round
from bot.engine.quiz.hearing import Hearing
from bot.engine.quiz.leaving import without
from bot.engine.quiz.play import Play, close_round, finish, open_round, put, show, timed
from bot.engine.quiz.rules import GameMode, Rules

REMEMBERED = 200
"""Questions asked lately that a game keeps out of its way."""


class Quizmaster:
    """Leads games over a bank with a grader; keeps nothing between calls."""

    def __init__(self, bank: Bank, grader: Grader, policy: Policy | None = None) -> None:
        self._bank = bank
        self._grader = grader
        self._policy = policy or Policy()
        self._hearing = Hearing(grader, self._policy)

    def over(self, bank: Bank, grader: Grader | None = None) -> "Quizmaster":
        """The same quizmaster with another bank and, if given, another grader."""
        return Quizmaster(bank, grader or self._grader, self._policy)

    def begin(self, rules: Rules, now: datetime, seed: int, recent: Iterable[str] = ()) -> Play:
        """Open the first round; with nothing to ask the game is over at once, without actions.

        `recent` are ids of questions asked in earlier games, the longest ago first.
        """
        rules = rules.fitted()
        count = available(self._bank, rules, seed)
        game = Game(rules, seed, count, Phase.PAUSE, avoid=tuple(recent)[-REMEMBERED:])
        if not count:
            return Play(replace(game, phase=Phase.OVER))
        return timed(open_round(self._bank, Play(game), now))

    def step(self, game: Game, event: GameEvent, now: datetime) -> Play:
        """React to one event; one that is stale or means nothing now leaves the game as it is, without actions."""
        if isinstance(event, Voided):
            return timed(self._void(Play(game), event, now))
        if isinstance(event, Flagged):
            return self._flag(Play(game), event)
        if isinstance(event, Left):
            return timed(self._leave(game, event, now))
        if game.round is None or game.finished:
            return Play(game)
        return timed(self._react(Play(game), game.round, event, now))

    def _react(self, play: Play, round_: Round, event: GameEvent, now: datetime) -> Play:
        if isinstance(event, Ticked):
            return self._tick(replace(play, game=replace(play.game, wake=None)), round_, now)
        if isinstance(event, Stop):
            return self._stop(play, round_, now)
        if play.game.phase is Phase.PAUSE or _is_stale(round_, event):
            return play
        return self._take(play, round_, event, now)

    def _take(self, play: Play, round_: Round, event: GameEvent, now: datetime) -> Play:
        """What a player or the starter does in an open round."""
        if isinstance(event, Answered):
            return self._hear(play, round_, event, now)
        if isinstance(event, PollAnswered):
            return self._choose(play, round_, event, now)
        if isinstance(event, Joined):
            return self._join(play, round_, event, now)
        if isinstance(event, Voted):
            return self._vote(play, round_, event, now)
        return close_round(self._bank, play, round_, now)

    def _hear(self, play: Play, round_: Round, event: Answered, now: datetime) -> Play:
        question = view.question_of(self._bank, play.game, round_)
        if question is None or round_.sheet is not None or not _may_answer(play.game, round_, event.player):
            return play
        heard = self._hearing.hear(play.game, round_, question, event)
        if heard is None:
            return play
        if heard.reception is None:
            return put(play, heard.round, stale=False)
        after = _last_call(play.game, heard.round, now)
        after = hot_seat.settle(after, now) if round_.seat is not None else after
        after = _waiting(after, now)
        reaction = React(event.player, event.message, event.private, heard.reception)
        return put(_joined(play, event.player), after).then(reaction)

    def _choose(self, play: Play, round_: Round, event: PollAnswered, now: datetime) -> Play:
        """The latest choice of a player; the poll being closed ends it, so a late update of an open one counts."""
        options = tuple(sorted(set(event.options)))
        if round_.sheet is None or any(not 0 <= place < len(round_.sheet.options) for place in options):
            return play
        others = tuple(choice for choice in round_.choices if choice.player != event.player)
        own = (Choice(event.player, options, now),) if options else ()
        return put(_joined(play, event.player), replace(round_, choices=(*others, *own)))

    def _join(self, play: Play, round_: Round, event: Joined, now: datetime) -> Play:
        joined = _joined(play, event.player)
        if play.game.phase is not Phase.SEAT:
            return joined
        return hot_seat.sit(self._bank, joined, round_, event.player, now)

    def _vote(self, play: Play, round_: Round, event: Voted, now: datetime) -> Play:
        if event.ballot is not Ballot.SKIP:
            return hot_seat.vote(_joined(play, event.player), round_, event, now)
        if event.player == round_.seat:
            return hot_seat.done(self._bank, play, round_, now)
        voted = _joined(play, event.player)
        skipping = replace(round_, skips=tuple(dict.fromkeys((*round_.skips, event.player))))
        if len(skipping.skips) < view.skips_needed(voted.game, skipping):
            return put(voted, skipping)
        return close_round(self._bank, put(voted, skipping), skipping, now)

    def _tick(self, play: Play, round_: Round, now: datetime) -> Play:
        if now < round_.closes:
            return self._meanwhile(play, round_, now)
        if play.game.phase is Phase.PAUSE:
            return open_round(self._bank, play, now)
        if now > round_.closes + pace.LATE and not round_.extended:
            return put(play, replace(round_, closes=now + pace.EXTENSION, extended=True), stale=False)
        if play.game.rules.mode is GameMode.HOT_SEAT:
            return hot_seat.advance(self._bank, play, round_, now)
        return close_round(self._bank, play, round_, now)

    def _meanwhile(self, play: Play, round_: Round, now: datetime) -> Play:
        """A hint that is due, and the board if it has changed."""
        due = pace.hint_due(round_, play.game.rules) if play.game.phase is Phase.ANSWER else None
        if due is not None and now >= due:
            play = put(play, self._hinted(play.game, round_, now))
        shown = pace.board_due(play.game)
        return show(self._bank, play, now) if shown is not None and now >= shown else play

    def _hinted(self, game: Game, round_: Round, now: datetime) -> Round:
        """The round with the next hint at the heaviest point nobody has stated; a silent game does not tell which."""
        question = view.question_of(self._bank, game, round_)
        said = scoring.claims(round_) if game.rules.mode is GameMode.RACE else {}
        stepped = replace(round_, steps=round_.steps + 1)
        slots = {
            slot.point: slot.weight for slot in round_.slots if slot.point not in said or not said[slot.point].first
        }
        points = [point for point in question.points if point.id in slots] if question else []
        for point in sorted(points, key=lambda point: (-slots[point.id], point.level)):
            given = sum(hint.point == point.id for hint in round_.hints)
            if given < len(point.hints):
                return replace(stepped, hints=(*round_.hints, Hint(point.id, point.hints[given], now)))
        return stepped

    def _stop(self, play: Play, round_: Round, now: datetime) -> Play:
        if play.game.phase is Phase.PAUSE:
            return finish(play)
        busy = replace(play, game=replace(play.game, idle=0))
        return finish(close_round(self._bank, busy, round_, now))

    def _void(self, play: Play, event: Voided, now: datetime) -> Play:
        game = play.game
        if not 1 <= event.round <= len(game.asked) or event.round in game.voided:
            return play
        voided = replace(play, game=replace(game, voided=(*game.voided, event.round)))
        if game.finished:
            return voided.then(view.final(voided.game, corrected=True))
        if game.round is not None and game.round.number == event.round and game.phase is not Phase.PAUSE:
            return close_round(self._bank, voided, game.round, now)
        return voided

    def _leave(self, game: Game, event: Left, now: datetime) -> Play:
        """Without the player in it a hot seat's round is over."""
        play = Play(without(game, event.player))
        if game.round is None or play.game.round is None or game.round.seat != event.player:
            return play
        return play if game.phase is Phase.PAUSE else close_round(self._bank, play, play.game.round, now)

    def _flag(self, play: Play, event: Flagged) -> Play:
        """Once a player and round."""
        game, key = play.game, (event.round, event.player)
        if not 1 <= event.round <= len(game.asked) or key in game.flagged:
            return play
        question = game.asked[event.round - 1]
        return play.then(
            ReportQuestion(event.round, question, event.player, event.reason),
            game=replace(game, flagged=(*game.flagged, key)),
        )


def _is_stale(round_: Round, event: GameEvent) -> bool:
    """Whether a button of another round was pressed."""
    number = getattr(event, "round", None)
    return number is not None and number != round_.number


def _may_answer(game: Game, round_: Round, player: int) -> bool:
    if game.rules.mode is not GameMode.HOT_SEAT:
        return game.phase is Phase.ANSWER
    return player == round_.seat and game.phase in (Phase.ANSWER, Phase.REPLY)


def _joined(play: Play, player: int) -> Play:
    if player in play.game.players:
        return play
    return replace(play, game=replace(play.game, players=(*play.game.players, player)))


def _waiting(round_: Round, now: datetime) -> Round:
    """Where an answer written in time arrives after it, more are on their way: the round waits for the next one."""
    if now <= round_.due:
        return round_
    return replace(round_, closes=max(round_.closes, min(now + pace.GRACE, round_.due + pace.CROWD)))


def _last_call(game: Game, round_: Round, now: datetime) -> Round:
    """In a race all of whose points have been stated, time is over soon."""
    if game.rules.mode is not GameMode.RACE or round_.called:
        return round_
    if not all(claim.first for claim in scoring.claims(round_).values()):
        return round_
    half = round_.readable + timedelta(seconds=game.rules.time / 2)
    return until(replace(round_, called=True), min(round_.due, max(now + pace.LAST_CALL, half)))
