"""Asking Telegram who is who in a group, where that decides what may be done."""

from dataclasses import replace

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.domain.messaging import Body, Incoming, Ordered, PlaceKind, Pressed, Rights, Standing
from bot.handlers.incoming import is_in_charge, rights_of
from bot.rendering.callbacks import parse
from bot.rendering.callbacks.quiz import Arrange, GroupLink, InGame, Launch, Move, parse_link

_FOR_ALL = frozenset({"quiz"})
"""Commands that also depend on what the bot may do in the group."""
_FOR_ADMINS = frozenset({"stopquiz", "daily", "pause", "today"})
"""Commands that not everybody in a group may give."""

_log = structlog.get_logger()


async def look_up(bot: Bot, incoming: Incoming) -> Incoming:
    """The same with the sender's standing in the group it is about, if that matters and Telegram tells."""
    chat = _group_in_question(incoming)
    if chat is None:
        return incoming
    name = incoming.body.name if isinstance(incoming.body, Ordered) else ""
    try:
        rights = await _rights(bot, chat) if name in _FOR_ALL else None
        admin = await _is_admin(bot, chat, incoming)
    except TelegramError as error:
        _log.warning("standing_unknown", update=incoming.update, fault=type(error).__name__)
        return incoming
    return replace(incoming, standing=Standing(chat, admin, rights))


def _group_in_question(incoming: Incoming) -> int | None:
    body, here = incoming.body, incoming.place
    if here.kind is PlaceKind.PRIVATE:
        return _spoken_of(body)
    if isinstance(body, Ordered):
        return here.chat if body.name in _FOR_ALL | _FOR_ADMINS else None
    return here.chat if isinstance(body, Pressed) and _is_for_admins(body.data) else None


def _spoken_of(body: Body) -> int | None:
    """The group whose settings somebody opens or changes from his private chat."""
    if isinstance(body, Ordered) and body.name == "start":
        link = parse_link(body.arguments)
        return link.chat if isinstance(link, GroupLink) else None
    button = parse(body.data) if isinstance(body, Pressed) else None
    return button.chat if isinstance(button, Arrange) else None


def _is_for_admins(data: str) -> bool:
    """Whether who presses it decides what it does."""
    button = parse(data)
    if isinstance(button, InGame):
        return button.move is Move.SKIP
    return isinstance(button, Arrange | Launch) or data.startswith("daily:")


async def _is_admin(bot: Bot, chat: int, incoming: Incoming) -> bool:
    """An anonymous administrator writes as the group itself."""
    sender = incoming.sender.id
    return sender == chat or is_in_charge(await bot.get_chat_member(chat, sender))


async def _rights(bot: Bot, chat: int) -> Rights:
    member = await bot.get_chat_member(chat, bot.id)
    return rights_of(member, reads_all=bool(bot.can_read_all_group_messages))
