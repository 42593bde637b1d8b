"""The command menu people see beside the text field."""

from collections.abc import Iterator

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.domain.language import Language
from bot.i18n import Texts
from bot.rendering.menus import COMMANDS, GROUP_COMMANDS, command_descriptions

Scope = BotCommandScopeAllPrivateChats | BotCommandScopeAllGroupChats
_OFFERED: tuple[tuple[type[Scope], tuple[str, ...]], ...] = (
    (BotCommandScopeAllPrivateChats, COMMANDS),
    (BotCommandScopeAllGroupChats, GROUP_COMMANDS),
)

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
        for scope, names in _OFFERED:
            offered = command_descriptions(texts, language, names)
            yield scope(), code, [BotCommand(name, said) for name, said in offered]
