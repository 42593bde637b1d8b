"""What a game does, carried out: messages in its group, reactions, scores, its timer, complaints."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from bot.domain.language import Language
from bot.domain.messaging import Deletion, Outgoing, OutMessage, Place, PlaceKind, PollEnd, Reaction
from bot.domain.question import Bank
from bot.engine.quiz.actions import (
    AskFollowUp,
    AskRating,
    ClosePoll,
    Final,
    GameAction,
    NoPlayers,
    OpenPoll,
    PutFollowUp,
    React,
    Reception,
    ReportQuestion,
    Reveal,
    ShowBoard,
    Tidy,
    Wake,
)
from bot.rendering.quiz import board as boards
from bot.rendering.quiz.reveal import final_message, reveal_message
from bot.rendering.quiz.view import View
from bot.services.outbox import envelope
from bot.services.quiz.floor import QUIZ, Floor, place_of, score_rows, timer_key
from bot.services.quiz.house import house_of
from storage import complaints, games, outbox, timers
from storage.games import GameRow

SIGNS = MappingProxyType({Reception.HEARD: "👀", Reception.POINT: "👍", Reception.DOUBT: "🤔"})
"""Reactions that say what became of a message."""
BATCH = 100
"""Messages deleted in one call (deleteMessages)."""


class Stage:
    """Carries out the actions of one step; `board` is the outbox row that shows the round."""

    def __init__(self, floor: Floor, row: GameRow, view: View, bank: Bank) -> None:
        self._floor = floor
        self._row = row
        self._view = view
        self._bank = bank
        self.board = row.board_id

    async def act(self, action: GameAction) -> None:
        """Carry out one action."""
        match action:
            case ShowBoard() | OpenPoll() | ClosePoll():
                await self._show(action)
            case AskFollowUp():
                await self.say(boards.follow_up_vote(self._view, action))
            case PutFollowUp():
                await self.say(boards.follow_up(self._view, action))
            case AskRating():
                await self.say(boards.rating(self._view, action))
            case Reveal():
                await games.put_scores(self._floor.tx, score_rows(self._row, action.scores), self._floor.now)
                await self.say(reveal_message(self._view, action))
            case Final():
                await self.say(final_message(self._view, action))
            case NoPlayers():
                await self.tell("quiz-no-players")
            case _:
                await self._attend(action)

    async def say(self, message: Outgoing, target: int | None = None, place: Place | None = None) -> int:
        """Queue a message or errand, to the group unless told otherwise; its row."""
        letter = replace(envelope(place or place_of(self._row), message), target_id=target)
        row = await outbox.enqueue(self._floor.tx, letter, self._floor.now)
        self._floor.sent.append(row)
        return row

    async def tell(self, text_id: str) -> None:
        """Queue one of our texts to the group."""
        await self.say(OutMessage(self._view.say(text_id), silent=True, stays=True))

    async def _show(self, action: ShowBoard | OpenPoll | ClosePoll) -> None:
        if isinstance(action, OpenPoll):
            self.board = await self.say(boards.poll_message(self._view, action))
        elif isinstance(action, ClosePoll):
            await self.say(PollEnd(), target=self.board)
        elif action.new:
            self.board = await self.say(self._board(action))
        else:
            await self._change(self._board(action))

    def _board(self, action: ShowBoard) -> OutMessage:
        topic = self._bank.topics.get(action.board.topic)
        name = topic.name(Language(self._row.language)) if topic else action.board.topic
        return boards.board_message(self._view, action.board, name)

    async def _change(self, message: OutMessage) -> None:
        """Of several changes that wait, only the last is sent."""
        letter = replace(envelope(place_of(self._row), message), target_id=self.board)
        if await outbox.supersede(self._floor.tx, letter) is None:
            self._floor.sent.append(await outbox.enqueue(self._floor.tx, letter, self._floor.now))

    async def _attend(self, action: React | Tidy | Wake | ReportQuestion) -> None:
        match action:
            case React(player, message, private, reception):
                where = Place(player, PlaceKind.PRIVATE) if private else None
                await self.say(Reaction(message, SIGNS[reception]), place=where)
            case Tidy(messages):
                await self._tidy(messages)
            case Wake(at):
                timer = timers.NewTimer(
                    key=timer_key(self._row.id),
                    kind=QUIZ,
                    due_at=at,
                    chat_id=self._row.chat_id,
                    payload={"game": self._row.id},
                )
                await timers.arm(self._floor.tx, timer)
            case ReportQuestion(number, question, player, reason):
                new = complaints.NewComplaint(
                    game_id=self._row.id, round=number, user_id=player, question_id=question, reason=reason
                )
                await complaints.file(self._floor.tx, new, self._floor.now)

    async def _tidy(self, messages: Iterable[int]) -> None:
        """If the bot still may: its rights can have been taken in the middle of a game."""
        house = await house_of(self._floor.tx, self._row.chat_id)
        doomed = tuple(messages) if house.deletes else ()
        for start in range(0, len(doomed), BATCH):
            await self.say(Deletion(doomed[start : start + BATCH]))
