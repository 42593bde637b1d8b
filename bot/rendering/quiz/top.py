"""The boards of a group."""

from collections.abc import Iterable

from bot.domain.messaging import OutMessage
from bot.engine.quiz.standings import Order, Span, Standing
from bot.rendering.callbacks.quiz import ShowTop
from bot.rendering.keyboard import grid
from bot.rendering.quiz.reveal import MEDALS, PLACES, board_lines
from bot.rendering.quiz.view import View


def top_message(view: View, shown: ShowTop, standings: Iterable[Standing]) -> OutMessage:
    """A board with buttons to the others."""
    head = view.say("quiz-top", span=shown.span.value, order=shown.order.value)
    placed = tuple(standings)
    lines = board_lines(view, placed) if shown.order is Order.POINTS else _by_accuracy(view, placed)
    spans = (
        view.button("button-quiz-span", ShowTop(span, shown.order), span=span.value)
        for span in Span
        if span is not shown.span
    )
    other = Order.ACCURACY if shown.order is Order.POINTS else Order.POINTS
    turn = view.button("button-quiz-order", ShowTop(shown.span, other), order=other.value)
    return OutMessage(f"{head}\n\n{lines or view.say('quiz-top-empty')}", (*grid(spans, most=2), (turn,)))


def _by_accuracy(view: View, placed: tuple[Standing, ...]) -> str:
    return "\n".join(
        view.say(
            "quiz-top-accuracy",
            place=MEDALS[each.place - 1] if each.place <= len(MEDALS) else f"{each.place}.",
            name=view.name(each.player),
            accuracy=round(100 * (each.accuracy or 0.0)),
            rounds=each.rounds,
        )
        for each in placed[:PLACES]
    )
