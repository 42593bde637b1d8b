"""One message → calls of the Bot API → what became of it."""

import asyncio
import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final

import httpx
import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message
from telegram.constants import ParseMode, PollType
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.helpers import create_deep_linked_url

from bot.domain.calendar import Calendar
from bot.domain.messaging import (
    Button,
    Chart,
    Deletion,
    Errand,
    Outgoing,
    OutMessage,
    Place,
    Poll,
    PollEnd,
    Reaction,
)
from bot.observability import place_of
from bot.rendering.drawing import draw

_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|ins|s|strike|del|a|code|pre|blockquote|tg-spoiler|tg-emoji|span)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)

_NOT_EDITABLE = ("to edit not found", "can't be edited", "no text in the message to edit")
"""What Telegram says of a message that is gone, too old, or a picture."""

_UNCONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Faults of the client before anything went out."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Delivered:
    """The person has it; `message_id` is the messenger's, and `poll_id`, by which votes name the poll."""

    message_id: int | None
    poll_id: str | None = None


@dataclass(frozen=True, slots=True)
class Delayed:
    """Not now; `seconds` is None when Telegram did not say how long: then it may have been sent after all.

    `unsent` is set when it surely was not, since no connection was made.
    """

    seconds: float | None = None
    unsent: bool = False


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """Never; `gone` when nothing can reach the chat any more."""

    reason: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Relocated:
    """The group has this new id; the message was not sent."""

    chat: int


class _NoPictureError(Exception):
    """The chart cannot be drawn here."""


_SendFile = Callable[..., Awaitable[Message]]
"""`send_document` or `send_photo` of the client, which differ in name only."""

Outcome = Delivered | Delayed | Undeliverable | Relocated

Turn = Callable[[], Awaitable[None]]
"""Returns when a call may be made; it is asked right before each, so that nothing comes between the two."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    place: Place
    message: OutMessage
    marked_up: bool = True


async def transmit(bot: Bot, place: Place, message: Outgoing, turn: Turn) -> Outcome:
    """Send, edit or do, each call in its turn; never raises TelegramError."""
    if isinstance(message, OutMessage):
        return await _send(bot, _Attempt(place, message), turn)
    return await _do(bot, place, message, turn)


async def _send(bot: Bot, first: _Attempt, turn: Turn) -> Outcome:
    """With less finery if Telegram does not take it as it is."""
    attempt: _Attempt | None = first
    try:
        while attempt is not None:
            try:
                return await _call(bot, attempt, turn)
            except BadRequest as error:
                refused = _reason(error)
                if "not modified" in refused:
                    return Delivered(attempt.message.edits)
                attempt = _plainer(attempt, refused)
    except TelegramError as error:
        return _outcome(error)
    except _NoPictureError:
        return Undeliverable("no picture")
    return _refused(refused)


def _plainer(attempt: _Attempt, refusal: str) -> _Attempt | None:
    """The same words in a way Telegram should take; None when there is none."""
    if "can't parse entities" in refusal and attempt.marked_up:
        _log.error("markup_refused", reason=refusal)
        return replace(attempt, marked_up=False)
    if attempt.message.edits is not None and any(sign in refusal for sign in _NOT_EDITABLE):
        return replace(attempt, message=replace(attempt.message, edits=None))
    lost = attempt.place.thread is not None and ("thread not found" in refusal or "topic_" in refusal)
    if lost and not attempt.message.stays:
        return replace(attempt, place=replace(attempt.place, thread=None))
    return None


def _reason(error: BadRequest) -> str:
    """Telegram's description in small letters (the client changes them), up to where it quotes the message."""
    return error.message.casefold().partition('"')[0].strip()


def _refused(reason: str) -> Undeliverable:
    gone = "chat not found" in reason
    if not gone:
        _log.error("message_refused", reason=reason)
    return Undeliverable(reason, gone=gone)


def _outcome(error: TelegramError) -> Outcome:
    if isinstance(error, RetryAfter):
        return Delayed(seconds_of(error))
    if isinstance(error, ChatMigrated):
        return Relocated(error.new_chat_id)
    if isinstance(error, Forbidden):
        return Undeliverable(error.message, gone=True)
    return Delayed(unsent=isinstance(error.__cause__, _UNCONNECTED))


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


async def _call(bot: Bot, attempt: _Attempt, turn: Turn) -> Delivered:
    message = attempt.message
    file = await _file(message)
    await turn()
    if message.edits is not None:
        return await _edit(bot, attempt, message.edits)
    if message.poll is not None:
        return await _send_poll(bot, attempt, message.poll)
    if file is not None:
        send = bot.send_document if message.document is not None else bot.send_photo
        return await _send_file(bot, attempt, send, file)
    sent = await bot.send_message(
        attempt.place.chat,
        _words(attempt),
        parse_mode=_mode(attempt),
        link_preview_options=_NO_PREVIEW,
        disable_notification=message.silent,
        message_thread_id=attempt.place.thread,
        reply_markup=keyboard(message.buttons, bot.username),
    )
    return Delivered(sent.message_id)


async def _file(message: OutMessage) -> InputFile | None:
    """What the message is sent with, if it is with anything; a change of a message is of its words alone."""
    if message.edits is not None:
        return None
    if message.document is not None:
        return InputFile(message.document.content.encode(), message.document.name)
    return InputFile(await _drawn(message.chart), "chart.png") if message.chart is not None else None


async def _edit(bot: Bot, attempt: _Attempt, message_id: int) -> Delivered:
    await bot.edit_message_text(
        _words(attempt),
        attempt.place.chat,
        message_id,
        parse_mode=_mode(attempt),
        link_preview_options=_NO_PREVIEW,
        reply_markup=keyboard(attempt.message.buttons, bot.username),
    )
    return Delivered(message_id)


async def _send_poll(bot: Bot, attempt: _Attempt, poll: Poll) -> Delivered:
    sent = await bot.send_poll(
        attempt.place.chat,
        poll.question,
        poll.options,
        type=PollType.QUIZ,
        is_anonymous=False,
        allows_multiple_answers=len(poll.correct) > 1,
        correct_option_ids=poll.correct,  # type: ignore[arg-type]  # the library lists the numbers one by one
        explanation=poll.explanation or None,
        disable_notification=attempt.message.silent,
        message_thread_id=attempt.place.thread,
        reply_markup=keyboard(attempt.message.buttons, bot.username),
    )
    return Delivered(sent.message_id, sent.poll.id if sent.poll else None)


async def _send_file(bot: Bot, attempt: _Attempt, send: _SendFile, file: InputFile) -> Delivered:
    sent = await send(
        attempt.place.chat,
        file,
        caption=_words(attempt),
        parse_mode=_mode(attempt),
        disable_notification=attempt.message.silent,
        message_thread_id=attempt.place.thread,
        reply_markup=keyboard(attempt.message.buttons, bot.username),
    )
    return Delivered(sent.message_id)


async def _drawn(chart: Chart | Calendar) -> bytes:
    """The picture, drawn beside the loop: it takes a fifth of a second, and the library's import longer."""
    try:
        return await asyncio.to_thread(draw, chart)
    except Exception as error:
        # Whatever is wrong with a picture, the messages behind it are worth more.
        _log.error("picture_failed", fault=type(error).__name__, at=place_of(error))
        raise _NoPictureError from error


async def _do(bot: Bot, place: Place, errand: Errand, turn: Turn) -> Outcome:
    """What may fail fails quietly: too old, gone already, no right to do it."""
    await turn()
    try:
        await _run(bot, place, errand)
    except BadRequest as error:
        return Undeliverable(_reason(error), gone="chat not found" in _reason(error))
    except TelegramError as error:
        return _outcome(error)
    return Delivered(None)


async def _run(bot: Bot, place: Place, errand: Errand) -> None:
    match errand:
        case Reaction(message, emoji):
            await bot.set_message_reaction(place.chat, message, emoji or None)
        case Deletion(messages):
            await bot.delete_messages(place.chat, messages)
        case PollEnd(int() as message):
            await bot.stop_poll(place.chat, message)


def keyboard(rows: tuple[tuple[Button, ...], ...], username: str) -> InlineKeyboardMarkup | None:
    """Telegram's keyboard; None for no buttons. `username` is the bot's, without @."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button, username) for button in row] for row in rows])


def _button(button: Button, username: str) -> InlineKeyboardButton:
    if button.start is not None:
        return InlineKeyboardButton(button.label, url=create_deep_linked_url(username, button.start, button.group))
    return InlineKeyboardButton(button.label, callback_data=button.data)


def plain(source: str) -> str:
    """Words of a message without its markup, even when that is broken."""
    return html.unescape(_TAG.sub("", source))


def _words(attempt: _Attempt) -> str:
    return attempt.message.html if attempt.marked_up else plain(attempt.message.html)


def _mode(attempt: _Attempt) -> str | None:
    return ParseMode.HTML if attempt.marked_up else None
