"""The command menu people see beside the text field."""

from collections.abc import Iterator

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.domain.language import Language
from bot.i18n import Texts
from bot.rendering.menus import command_descriptions

IN_GROUPS = frozenset({"start", "daily", "help"})
"""Interviews are held one to one: a group is offered only what leads there."""

Scope = BotCommandScopeAllPrivateChats | BotCommandScopeAllGroupChats

_log = structlog.get_logger()


async def publish_commands(bot: Bot, texts: Texts, default_language: Language) -> bool:
    """Set the menus of every scope and language, and for all other languages the default's; whether all were taken.

    The bot works without, so a refusal is logged and not raised.
    """
    try:
        for scope, language, commands in _menus(texts, default_language):
            await bot.set_my_commands(commands, scope, language_code=language)
    except TelegramError as error:
        _log.warning("commands_not_published", fault=type(error).__name__)
        return False
    return True


def _menus(texts: Texts, default: Language) -> Iterator[tuple[Scope, str | None, list[BotCommand]]]:
    for code, language in ((None, default), *((language.value, language) for language in Language)):
        offered = command_descriptions(texts, language)
        yield BotCommandScopeAllPrivateChats(), code, [BotCommand(name, said) for name, said in offered]
        few = [BotCommand(name, said) for name, said in offered if name in IN_GROUPS]
        yield BotCommandScopeAllGroupChats(), code, few
