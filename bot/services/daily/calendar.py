"""The days of a person's daily question and what comes back when, as a picture."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.messaging import OutMessage
from bot.rendering.calendar import calendar_message
from bot.rendering.drawing import can_draw
from bot.services.daily.closing import SKIPPED_BY_PERSON
from bot.services.daily.memories import day_of, recall
from bot.services.visit import Visit
from storage import pushes, schedules
from storage.models import PushState
from storage.pushes import PushRow

LOOK_BACK = timedelta(days=366)
"""How far back days count for the best streak."""


async def calendar(visit: Visit) -> OutMessage | None:
    """The picture, its figures alone where none can be drawn; None for who never had a daily question here."""
    today = await day_of(visit.tx, visit.person.id, visit.now)
    asked = _asked(await pushes.since(visit.tx, visit.place.chat, today - LOOK_BACK))
    if not asked and await schedules.find(visit.tx, visit.place.chat) is None:
        return None
    due = [memory.due for memory in (await recall(visit.tx, visit.person.id)).values()]
    message = calendar_message(visit.texts, visit.language, asked, due, today)
    return message if can_draw() else replace(message, chart=None)


def _asked(days: tuple[PushRow, ...]) -> Mapping[date, bool]:
    """Days on which a question came and whether it was answered; those without one through no fault of his are out."""
    return {
        push.day: push.state is PushState.ANSWERED
        for push in days
        if push.state is not PushState.SKIPPED or push.reason == SKIPPED_BY_PERSON
    }
