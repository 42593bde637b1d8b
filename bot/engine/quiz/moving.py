"""A game whose chat was given another id, and its messages other ones."""

from dataclasses import replace

from bot.engine.quiz.game import Game


def moved(game: Game) -> Game:
    """The game with all messages of before out of reach: by their ids the new chat knows others.

    Such a message has its id negated, so that no later one of the player is taken for it, and it is not tidied away.
    """
    round_ = game.round
    if round_ is None:
        return game
    entries = tuple(each if each.private else replace(each, message=-each.message) for each in round_.entries)
    talk = tuple((player, -message) for player, message in round_.talk)
    return replace(game, round=replace(round_, entries=entries, talk=talk))
