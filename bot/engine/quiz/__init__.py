"""The group quiz: a pure function from a game and an event to a game and what to do."""

from bot.engine.quiz.game import Game, Phase
from bot.engine.quiz.master import Quizmaster
from bot.engine.quiz.play import Play
from bot.engine.quiz.rules import GameMode, Rules

__all__ = ["Game", "GameMode", "Phase", "Play", "Quizmaster", "Rules"]
