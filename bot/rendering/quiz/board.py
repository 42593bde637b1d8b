"""The one message that shows a round while it runs, and what is asked beside it."""

from math import ceil

from bot.domain.messaging import Button, OutMessage, Poll
from bot.engine.quiz.actions import AskFollowUp, AskRating, Board, BoardPoint, OpenPoll, PutFollowUp
from bot.engine.quiz.game import Phase, PollKind
from bot.engine.quiz.rules import GameMode
from bot.rendering.callbacks.quiz import AnswerLink, InGame, Move
from bot.rendering.html import escape
from bot.rendering.keyboard import Keyboard, button, grid
from bot.rendering.markdown import inline_html
from bot.rendering.quiz.view import View, legal, words

MARKS = range(1, 6)
"""Marks the group can give."""
TICK = 5
"""Seconds to which the time left is rounded: a board is not shown every second."""
OPTION_LENGTH = 300
"""Characters of a follow-up put to the vote."""
QUESTION_LENGTH = 300
"""Characters of a poll's question (sendPoll)."""


def board_message(view: View, board: Board, topic: str) -> OutMessage:
    """The board as it is now; `topic` is the name of the question's topic."""
    head = view.say("quiz-head", mode=board.mode.value, number=board.number, count=board.count, topic=escape(topic))
    parts = [
        head,
        f"<b>{inline_html(board.prompt)}</b>" if board.prompt else "",
        _rules(view, board),
        _points(view, board.points),
        "\n".join(view.say("quiz-hint", text=inline_html(hint)) for hint in board.hints),
        _asked(view, board),
        _heard(view, board),
        _how(view, board),
    ]
    html = "\n\n".join(part for part in parts if part)
    return OutMessage(legal(html), _buttons(view, board) if board.open else (), stays=True)


def _rules(view: View, board: Board) -> str:
    """How points are won, for those who play for the first time; the hot seat tells it phase by phase."""
    explained = board.number == 1 and board.open and board.mode is not GameMode.HOT_SEAT
    return view.say("quiz-rules", mode=board.mode.value) if explained else ""


def _points(view: View, points: tuple[BoardPoint, ...]) -> str:
    """A line for each point somebody has stated, and one for all the others: what they say is not told."""
    lines = [_won(view, point) for point in points if point.first]
    worths = [view.say("quiz-worth", points=point.worth) for point in points if not point.first]
    if worths:
        lines.append(view.say("quiz-open-points", count=len(worths), points=" · ".join(worths)))
    return "\n".join(lines)


def _won(view: View, point: BoardPoint) -> str:
    also = view.say("quiz-also", names=view.row(point.also)) if point.also else ""
    return view.say("quiz-point-won", names=view.row(point.first), also=also)


def _asked(view: View, board: Board) -> str:
    return view.say("quiz-asked", text=inline_html(board.asked)) if board.asked else ""


def _heard(view: View, board: Board) -> str:
    if board.mode is not GameMode.SILENT or not board.answered:
        return ""
    return view.say("quiz-heard", names=view.row(board.answered))


def _how(view: View, board: Board) -> str:
    """What to do now and how long there is, or that it is over."""
    if not board.open:
        return view.say("quiz-closed")
    left = max(0.0, (board.due - view.now).total_seconds())
    seconds = TICK * ceil(left / TICK)
    hears = "yes" if view.hears else "no"
    if board.mode is GameMode.HOT_SEAT:
        seat = "" if board.seat is None else view.name(board.seat)
        return view.say("quiz-how-seat", phase=board.phase.value, name=seat, hears=hears, seconds=seconds)
    return view.say("quiz-how", mode=board.mode.value, hears=hears, seconds=seconds)


def _buttons(view: View, board: Board) -> Keyboard:
    if board.phase is Phase.SEAT:
        return ((view.button("button-quiz-join", InGame(view.game, board.number, Move.JOIN)), _skip(view, board)),)
    if board.seat is not None:
        speaking = board.phase in (Phase.ANSWER, Phase.REPLY)
        return () if not speaking else ((view.button("button-quiz-done", InGame(view.game, board.number, Move.SKIP)),),)
    private = Button(view.say("button-quiz-private"), start=str(AnswerLink(view.game)))
    if board.mode is GameMode.SILENT:
        return ((private,), (_skip(view, board),))
    return ((_skip(view, board),),)


def _skip(view: View, board: Board) -> Button:
    skip = InGame(view.game, board.number, Move.SKIP)
    return view.button("button-quiz-skip", skip, votes=board.skipping, needed=board.skips_needed)


def poll_message(view: View, action: OpenPoll) -> OutMessage:
    """The poll of a round, with a button to skip it."""
    sheet = action.sheet
    asking = (
        "" if sheet.kind is PollKind.CARD else view.say("quiz-poll", kind=sheet.kind.value, right=len(sheet.correct))
    )
    head = f"{action.number}/{action.count} · {sheet.text}"
    question = f"{head[: QUESTION_LENGTH - len(asking) - 1]}\n{asking}" if asking else head[:QUESTION_LENGTH]
    poll = Poll(question, sheet.options, sheet.correct, sheet.explanation)
    skip = view.button("button-quiz-skip-poll", InGame(view.game, action.number, Move.SKIP))
    return OutMessage("", ((skip,),), poll=poll, stays=True)


def follow_up_vote(view: View, action: AskFollowUp) -> OutMessage:
    """The group chooses what is asked next."""
    listed = "\n".join(f"{at}. {words(text, OPTION_LENGTH)}" for at, text in enumerate(action.options, 1))
    picks = (button(str(at + 1), InGame(view.game, action.number, Move.ASK, at)) for at in range(len(action.options)))
    return OutMessage(f"{view.say('quiz-vote', name=view.name(action.seat))}\n\n{listed}", grid(picks), stays=True)


def follow_up(view: View, action: PutFollowUp) -> OutMessage:
    """What the group wants to know of the player in the hot seat."""
    done = view.button("button-quiz-done", InGame(view.game, action.number, Move.SKIP))
    hears = "yes" if view.hears else "no"
    text = inline_html(action.text)
    said = view.say("quiz-put", name=view.name(action.seat), text=text, votes=action.votes, hears=hears)
    return OutMessage(legal(said), ((done,),), stays=True)


def rating(view: View, action: AskRating) -> OutMessage:
    """The group rates the player in the hot seat."""
    marks = tuple(button(str(mark), InGame(view.game, action.number, Move.RATE, mark)) for mark in MARKS)
    return OutMessage(view.say("quiz-rate", name=view.name(action.seat)), (marks,), stays=True)
