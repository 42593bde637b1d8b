"""The boards of a group."""

from datetime import UTC, datetime, time

from bot.domain.messaging import OutMessage, PlaceKind
from bot.engine.quiz.standings import Order, Span, Standing, first_day, ranked
from bot.rendering.callbacks.quiz import ShowTop
from bot.rendering.quiz.menu import elsewhere
from bot.rendering.quiz.top import top_message
from bot.rendering.quiz.view import View
from bot.services.codec import load_preferences
from bot.services.visit import Visit
from storage import games
from storage.games import TallyRow

NO_GAME = 0
"""Boards are of no game."""


async def order(visit: Visit, words: str) -> None:
    """`/top`, with day, week, month, season or all behind it."""
    if visit.place.kind is PlaceKind.PRIVATE:
        await visit.say(elsewhere(visit.texts, visit.language, "quiz-top-group"))
        return
    span = next((span for span in Span if span.value in words.lower().split()), Span.ALL)
    await visit.say(await _board(visit, ShowTop(span, Order.POINTS)))


async def press(visit: Visit, wanted: ShowTop) -> None:
    """Another board in place of the one shown."""
    await visit.turn_over(await _board(visit, wanted))


async def _board(visit: Visit, wanted: ShowTop) -> OutMessage:
    """Days are those of UTC: a group has no zone of its own. Who hides is left out."""
    since = first_day(wanted.span, visit.now.astimezone(UTC).date())
    begun = None if since is None else datetime.combine(since, time(), UTC)
    shown = [
        row for row in await games.tallies(visit.tx, visit.place.chat, begun) if load_preferences(row.settings).boards
    ]
    view = View(visit.texts, visit.language, NO_GAME, {row.user_id: row.name for row in shown}, visit.now)
    return top_message(view, wanted, ranked(map(_standing, shown), wanted.order))


def _standing(row: TallyRow) -> Standing:
    accuracy = row.stated / row.possible if row.possible else None
    return Standing(0, row.user_id, row.points, accuracy, row.rounds)
