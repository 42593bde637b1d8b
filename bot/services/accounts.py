"""What a person chooses for himself, what is stored about him, and its erasure."""

import json
from dataclasses import replace
from typing import Any

from bot.domain.language import Language
from bot.domain.messaging import Document, OutMessage
from bot.rendering import menus, preferences
from bot.rendering.callbacks import Change, OpenSetting, Setting
from bot.services.visit import Visit
from storage import chats, users
from storage.models import ChatKind

DATA_FILE = "interview-data.json"


async def set_language(visit: Visit, language: Language) -> None:
    """Speak that language from now on, and say so in it."""
    await visit.change(replace(visit.person, language=language))
    await visit.turn_over(menus.message(visit.texts, language, "language-set"))


async def set_choice(visit: Visit, change: Change) -> None:
    """Store a setting and show all of them again."""
    chosen: dict[str, Any] = {change.name.value: change.value}
    if change.name is Setting.LANGUAGE:
        await visit.change(replace(visit.person, **chosen))
    else:
        await visit.change(replace(visit.person, preferences=replace(visit.person.preferences, **chosen)))
    visit.note("notice-done")
    await visit.turn_over(settings(visit))


async def open_setting(visit: Visit, chosen: OpenSetting) -> None:
    """Show the values of a setting, or all settings."""
    if chosen.name is None:
        await visit.turn_over(settings(visit))
        return
    present = (visit.language, visit.person.preferences)
    await visit.turn_over(preferences.setting_menu(visit.texts, *present, chosen.name))


def settings(visit: Visit) -> OutMessage:
    """What is set, with a button to change each of it."""
    return preferences.settings_menu(visit.texts, visit.language, visit.person.preferences)


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
