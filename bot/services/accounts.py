"""What a person chooses for himself, what is stored about him, and its erasure."""

import json
from dataclasses import replace

from bot.domain.dialogue import Mode, Temper
from bot.domain.language import Language
from bot.domain.messaging import Document, OutMessage
from bot.rendering import menus
from bot.rendering.callbacks import Change
from bot.services.visit import Visit
from storage import chats, users
from storage.models import ChatKind

DATA_FILE = "interview-data.json"


async def set_language(visit: Visit, language: Language) -> None:
    """Speak that language from now on, and say so in it."""
    await visit.change(replace(visit.person, language=language))
    await visit.turn_over(menus.message(visit.texts, language, "language-set"))


async def set_choice(visit: Visit, change: Change) -> None:
    """Store a setting and show the menu with it ticked."""
    if isinstance(change.value, Language):
        person = replace(visit.person, language=change.value)
    elif isinstance(change.value, Mode):
        person = replace(visit.person, mode=change.value)
    else:
        person = replace(visit.person, temper=change.value)
    await visit.change(person)
    visit.note("notice-done")
    await visit.turn_over(settings(visit))


def settings(visit: Visit) -> OutMessage:
    """What is set, with buttons to change it."""
    person = visit.person
    mode, temper = Mode(person.mode), Temper(person.temper)
    return menus.settings_menu(visit.texts, visit.language, mode, temper)


async def show_data(visit: Visit) -> None:
    """Everything stored about the person, as a JSON file."""
    everything = await users.export(visit.tx, visit.person.id)
    document = Document(DATA_FILE, json.dumps(everything, ensure_ascii=False, indent=2))
    await visit.say(OutMessage(visit.texts.text(visit.language, "mydata"), document=document))


async def forget(visit: Visit, *, confirmed: bool) -> None:
    """Erase everything stored about the person, if he confirmed it."""
    if not confirmed:
        await visit.turn_over(menus.message(visit.texts, visit.language, "forget-kept"))
        return
    await users.erase(visit.tx, visit.person.id)
    # The farewell needs a chat to go to; the janitor removes both once it is delivered.
    await chats.meet(visit.tx, visit.place.chat, ChatKind.PRIVATE, visit.now)
    await visit.farewell(menus.message(visit.texts, visit.language, "forget-done"))
