"""Telegram's update → `Incoming`: every kind of update is decided here, and nothing else is."""

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, MessageEntity, Update, User
from telegram.constants import ChatType

from bot.domain.dialogue import Medium
from bot.domain.messaging import (
    Body,
    Incoming,
    Membership,
    Moved,
    Ordered,
    Place,
    PlaceKind,
    Pressed,
    Retyped,
    Sender,
    Sent,
    Typed,
)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of update asked for; Telegram keeps all others (channel posts, polls, reactions …) to itself."""

SERVICE_ACCOUNT = 777000
"""Telegram's own account: posts of a linked channel come from it."""

_MEDIA = {
    "sticker": Medium.STICKER,
    "animation": Medium.STICKER,  # before `document`, which Telegram fills as well
    "photo": Medium.PHOTO,
    "paid_media": Medium.PHOTO,
    "voice": Medium.VOICE,
    "video_note": Medium.VOICE,
    "audio": Medium.FILE,
    "video": Medium.FILE,
    "document": Medium.FILE,
    "contact": Medium.OTHER,
    "location": Medium.OTHER,
    "poll": Medium.OTHER,
    "dice": Medium.OTHER,
    "game": Medium.OTHER,
    "story": Medium.OTHER,
    "checklist": Medium.OTHER,
}
_CODE = (MessageEntity.PRE, MessageEntity.CODE)
_OUT = frozenset({"left", "kicked"})


def read(update: Update, username: str) -> Incoming | None:
    """What the update is to us; None when it is none of our business.

    `username` is the bot's, without @: commands to other bots are left alone.
    """
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member)
    message = update.message or update.edited_message
    if message is None:
        return None
    if message.migrate_to_chat_id:
        # Telegram may name anyone as the writer of this one, or nobody.
        chat = message.chat
        return Incoming(
            update.update_id, Sender(chat.id), Place(chat.id, _kind(chat)), Moved(message.migrate_to_chat_id)
        )
    return _written(update.update_id, message, username, is_edit=update.edited_message is not None)


def _written(update_id: int, message: Message, username: str, *, is_edit: bool) -> Incoming | None:
    writer = message.from_user
    if writer is None or _is_foreign(message, writer):
        return None
    body = _edited(message) if is_edit else _body(message, username)
    if body is None or not _is_for_us(message, body, username):
        return None
    return Incoming(update_id, _sender(message, writer), _place(message), body)


def _pressed(update_id: int, query: CallbackQuery) -> Incoming | None:
    if query.data is None:
        return None
    sender, message = _person(query.from_user), query.message
    if message is None:
        return Incoming(update_id, sender, Place(sender.id), Pressed(query.data, None, query.id))
    place = _place(message) if isinstance(message, Message) else Place(message.chat.id, _kind(message.chat))
    return Incoming(update_id, sender, place, Pressed(query.data, message.message_id, query.id))


def _membership(update_id: int, change: ChatMemberUpdated) -> Incoming | None:
    was, now = change.old_chat_member.status in _OUT, change.new_chat_member.status in _OUT
    if was == now or change.chat.type == ChatType.CHANNEL:
        return None
    body = Membership.BLOCKED if now else Membership.RETURNED
    return Incoming(update_id, _person(change.from_user), Place(change.chat.id, _kind(change.chat)), body)


def _edited(message: Message) -> Body | None:
    text = message.text or message.caption
    return Retyped(text, message.message_id, _is_code(message)) if text else None


def _body(message: Message, username: str) -> Body | None:
    if message.forward_origin is not None or message.via_bot is not None:
        return Sent(Medium.FORWARD, message.message_id)
    if message.text:
        return _text(message, message.text, username)
    for name, medium in _MEDIA.items():
        if getattr(message, name):
            return Sent(medium, message.message_id, message.caption or "", _voice(message))
    return None


def _voice(message: Message) -> str | None:
    """Id of the file of a voice message."""
    spoken = message.voice or message.video_note
    return spoken.file_id if spoken else None


def _text(message: Message, text: str, username: str) -> Body | None:
    command = next((entity for entity in message.entities if _is_command(entity)), None)
    if command is None:
        return Typed(text, message.message_id, _is_code(message))
    word = message.parse_entity(command)
    name, _, addressee = word.removeprefix("/").partition("@")
    if addressee and addressee.casefold() != username.casefold():
        return None
    return Ordered(name.lower(), text.removeprefix(word).strip(), message.message_id)


def _is_command(entity: MessageEntity) -> bool:
    return entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0


def _is_code(message: Message) -> bool:
    """Whether code marks cover more than half of the text (offsets count UTF-16 units)."""
    units = len((message.text or message.caption or "").encode("utf-16-le")) // 2
    entities = message.entities or message.caption_entities
    return 2 * sum(entity.length for entity in entities if entity.type in _CODE) > units


def _is_for_us(message: Message, body: Body, username: str) -> bool:
    """In a group people mostly talk to each other: only commands and replies to the bot are ours to read."""
    if message.chat.type == ChatType.PRIVATE or isinstance(body, Ordered):
        return True
    answered = message.reply_to_message
    writer = answered.from_user if answered is not None else None
    return writer is not None and (writer.username or "").casefold() == username.casefold()


def _is_foreign(message: Message, writer: User) -> bool:
    """Other bots, and posts of a linked channel; an anonymous administrator has a bot's name but is a person."""
    return writer.id == SERVICE_ACCOUNT or (writer.is_bot and message.sender_chat is None)


def _sender(message: Message, writer: User) -> Sender:
    behind = message.sender_chat
    return Sender(behind.id, behind.title or "") if behind is not None else _person(writer)


def _person(user: User) -> Sender:
    return Sender(user.id, user.full_name, user.language_code)


def _place(message: Message) -> Place:
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, _kind(message.chat), thread)


def _kind(chat: Chat) -> PlaceKind:
    return PlaceKind.PRIVATE if chat.type == ChatType.PRIVATE else PlaceKind.GROUP
