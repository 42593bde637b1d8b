"""The boards of a group."""

from bot.domain.messaging import OutMessage, PlaceKind
from bot.engine.quiz.request import parse_top
from bot.engine.quiz.standings import Standing, begun, ranked
from bot.rendering.callbacks.quiz import ShowTop
from bot.rendering.quiz.menu import elsewhere
from bot.rendering.quiz.top import top_message
from bot.rendering.quiz.view import View
from bot.services.codec import load_preferences
from bot.services.quiz.house import house_of
from bot.services.visit import Visit
from storage import games
from storage.games import TallyRow

NO_GAME = 0
"""Boards are of no game."""


async def order(visit: Visit, words: str) -> None:
    """`/top`, with a span of time and an order behind it."""
    if visit.place.kind is PlaceKind.PRIVATE:
        await visit.say(elsewhere(visit.texts, visit.language, "quiz-top-group"))
        return
    await visit.say(await _board(visit, ShowTop(*parse_top(words))))


async def press(visit: Visit, wanted: ShowTop) -> None:
    """Another board in place of the one shown."""
    await visit.turn_over(await _board(visit, wanted))


async def _board(visit: Visit, wanted: ShowTop) -> OutMessage:
    """Days are those of the group's zone. Who hides is left out."""
    house = await house_of(visit.tx, visit.place.chat)
    since = begun(wanted.span, visit.now, house.clock(visit.language))
    rows = await games.tallies(visit.tx, visit.place.chat, since)
    shown = [row for row in rows if load_preferences(row.settings).boards]
    view = View(visit.texts, visit.language, NO_GAME, {row.user_id: row.name for row in shown}, visit.now)
    return top_message(view, wanted, ranked(map(_standing, shown), wanted.order))


def _standing(row: TallyRow) -> Standing:
    accuracy = row.stated / row.possible if row.possible else None
    return Standing(0, row.user_id, row.points, accuracy, row.rounds)
