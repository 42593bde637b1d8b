"""The daily question as the conversation sees it: its commands, its buttons, its typed words."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.messaging import Body, Ordered, PlaceKind, Pressed, Retyped, TopicClosed, Typed
from bot.domain.question import Bank
from bot.rendering import callbacks
from bot.rendering.callbacks import Daily, DoDaily, OnPush, OpenDial, PauseDaily, TurnDial
from bot.services.daily.groups import GroupQuestions
from bot.services.daily.memories import NOWHERE
from bot.services.daily.questions import Questions, switch_off
from bot.services.daily.subscription import Subscription
from bot.services.learning import Learning
from bot.services.visit import Visit
from storage import schedules

Use = Callable[[Visit, Any], Awaitable[None]]


class DailyQuestion:
    """Everything about the daily question; in a group only administrators set it."""

    def __init__(self, bank: Bank, learning: Learning) -> None:
        self.questions = Questions(bank, learning)
        self.groups = GroupQuestions(bank, learning)
        self._subscription = Subscription(bank, self.questions)
        self.commands: Mapping[str, Use] = {
            "daily": self._subscription.order,
            "pause": self._subscription.pause,
            "today": lambda visit, _: self._today(visit),
        }
        self.buttons: dict[type | callbacks.Plain, Use] = {
            OpenDial: self._subscription.open_dial,
            TurnDial: self._subscription.turn_dial,
            PauseDaily: self._subscription.press_pause,
            OnPush: self._on_push,
            DoDaily: self._do,
        }

    async def take_words(self, visit: Visit, words: str) -> bool:
        """What was typed when a time or a place was asked for; False when something else or nothing was."""
        awaited = callbacks.parse(visit.person.awaited or "")
        if not isinstance(awaited, OpenDial):
            return False
        await self._subscription.take_words(visit, awaited, words)
        return True

    async def in_group(self, visit: Visit, body: Body) -> bool:
        """Settings by administrators of the group, answers by anybody; False for what is not the question's alone."""
        if isinstance(body, Typed) and await self.take_words(visit, body.text):
            return True
        if isinstance(body, Typed | Retyped):
            return await self.groups.answers.hear(visit, body)
        if isinstance(body, TopicClosed):
            await self._subscription.leave(visit)
            return False
        wish = self._wish(body)
        if wish is None:
            return False
        # Anybody may ask for today's question, and hears where it works.
        asks = isinstance(body, Ordered) and body.name.lower() == "today"
        if asks or (visit.standing is not None and visit.standing.admin):
            await wish[0](visit, wish[1])
        elif isinstance(body, Pressed):
            visit.note("error-daily-admins")
        else:
            await visit.tell("error-daily-admins")
        return True

    def _wish(self, body: Body) -> tuple[Use, Any] | None:
        """The use case of a command or button of ours, and what it is given."""
        if isinstance(body, Ordered):
            use = self.commands.get(body.name.lower())
            return (use, body.arguments) if use else None
        button = callbacks.parse(body.data) if isinstance(body, Pressed) else None
        use = self.buttons.get(type(button))
        return (use, button) if use else None

    async def _today(self, visit: Visit) -> None:
        """The question of today; who has none switched on gets one all the same, by the day of UTC if need be."""
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if visit.place.kind is PlaceKind.GROUP:
            await visit.tell("error-daily-group")
        elif schedule is None or not schedule.zone:
            usual = await self._subscription.usual(visit)
            await self.questions.today(visit, replace(usual, zone=usual.zone or NOWHERE))
        else:
            await self.questions.today(visit, schedule)

    async def _on_push(self, visit: Visit, pressed: OnPush) -> None:
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if schedule is None or not schedule.zone:
            visit.note("notice-unknown")
        else:
            await self.questions.on_push(visit, pressed, schedule)

    async def _do(self, visit: Visit, pressed: DoDaily) -> None:
        schedule = await schedules.find(visit.tx, visit.place.chat)
        if pressed.deed is Daily.ON:
            await self._subscription.order(visit, "")
        elif pressed.deed is Daily.MORE:
            await self.questions.more(visit, schedule or await self._subscription.usual(visit))
        elif pressed.deed is Daily.TODAY or schedule is None or not schedule.zone:
            await self._today(visit)
        elif pressed.deed is Daily.OFF:
            await switch_off(visit)
        else:
            await self._subscription.ask_pause(visit)
