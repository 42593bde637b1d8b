"""Forgetting a player."""

from dataclasses import replace

from bot.engine.quiz.game import Game, Round


def without(game: Game, player: int) -> Game:
    """The game as if the player had never taken part; others' points of closed rounds stay as they were revealed."""
    return replace(
        game,
        round=_round_without(game.round, player) if game.round is not None else None,
        players=tuple(each for each in game.players if each != player),
        present=tuple(each for each in game.present if each != player),
        scores=tuple(score for score in game.scores if score.player != player),
        flagged=tuple(pair for pair in game.flagged if pair[1] != player),
        stale=game.round is not None,
    )


def _round_without(round_: Round, player: int) -> Round:
    return replace(
        round_,
        entries=tuple(each for each in round_.entries if each.player != player),
        wordings=tuple(each for each in round_.wordings if each.player != player),
        talk=tuple(pair for pair in round_.talk if pair[0] != player),
        choices=tuple(each for each in round_.choices if each.player != player),
        votes=tuple(each for each in round_.votes if each.player != player),
        ratings=tuple(each for each in round_.ratings if each.player != player),
        skips=tuple(each for each in round_.skips if each != player),
        seat=None if round_.seat == player else round_.seat,
    )
