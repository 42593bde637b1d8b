"""The group quiz as the conversation knows it: its commands, its buttons, what is said in groups."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.domain.messaging import Body, Ordered, PlaceKind, Pressed, Retyped, Rights, TopicClosed, Typed
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.rendering import callbacks
from bot.rendering.callbacks.quiz import AnswerLink, Arrange, Complain, InGame, Launch, ShowTop, parse_link
from bot.rendering.quiz.menu import elsewhere
from bot.services.quiz import boards
from bot.services.quiz.faults import Faults
from bot.services.quiz.hall import Hall
from bot.services.visit import Visit

UseCase = Callable[[Visit, Any], Awaitable[None]]


class GroupQuiz:
    """Use cases of the quiz within a visit."""

    def __init__(self, bank: Bank, interviewer: Interviewer) -> None:
        self.hall = Hall(bank, interviewer)
        self.faults = Faults(bank, self.hall.games)
        self.commands: Mapping[str, Callable[[Visit, str], Awaitable[None]]] = {
            "quiz": self._in_groups_only(self.hall.order),
            "stopquiz": self._in_groups_only(lambda visit, _: self.hall.stop(visit)),
            "top": boards.order,
        }
        self.buttons: Mapping[type | callbacks.Plain, UseCase] = {
            InGame: self.hall.press,
            Launch: self.hall.launch,
            Arrange: self.hall.arranging.press,
            ShowTop: boards.press,
            Complain: self.faults.complain,
        }

    async def in_group(self, visit: Visit, body: Body) -> bool:
        """What is the quiz's in a group; False for anything else."""
        if isinstance(body, Typed | Retyped):
            return await self.hall.hear(visit, body)
        if isinstance(body, Ordered | Pressed):
            return await self._told(visit, body)
        if isinstance(body, Rights):
            await self.hall.admit(visit, body)
        elif isinstance(body, TopicClosed):
            await self.hall.clear(visit, visit.place.thread or 0)
        return isinstance(body, Rights | TopicClosed)

    async def follow(self, visit: Visit, payload: str) -> bool:
        """The payload of `/start` in private; False when it is none of the quiz's."""
        link = parse_link(payload)
        if link is not None:
            await self.hall.follow(visit, link)
        return link is not None

    async def take_words(self, visit: Visit, body: Body) -> bool:
        """An answer that somebody writes in private; False when none is awaited of him."""
        link = parse_link(visit.person.awaited or "")
        if not isinstance(link, AnswerLink) or not isinstance(body, Typed | Retyped):
            return False
        await self.hall.write(visit, link, body)
        return True

    async def _told(self, visit: Visit, body: Ordered | Pressed) -> bool:
        if isinstance(body, Ordered):
            ordered = {**self.commands, "start": self.hall.greet, "help": self.hall.greet}.get(body.name)
            if ordered is not None:
                await ordered(visit, body.arguments)
            return ordered is not None
        button = callbacks.parse(body.data)
        pressed = self.buttons.get(type(button))
        if pressed is not None:
            await pressed(visit, button)
        return pressed is not None

    @staticmethod
    def _in_groups_only(use_case: Callable[[Visit, str], Awaitable[None]]) -> Callable[[Visit, str], Awaitable[None]]:
        async def guarded(visit: Visit, words: str) -> None:
            if visit.place.kind is PlaceKind.GROUP:
                await use_case(visit, words)
            else:
                await visit.say(elsewhere(visit.texts, visit.language, "quiz-in-group"))

        return guarded
