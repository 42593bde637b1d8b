"""Telegram's update → `Incoming`: every kind of update is decided here, and nothing else is."""

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    PollAnswer,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType

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
    Rights,
    Sender,
    Sent,
    TopicClosed,
    Typed,
    Voted,
)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "poll_answer")
"""Kinds of update asked for; Telegram keeps all others (channel posts, reactions …) to itself."""

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
_IN_CHARGE = frozenset({ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER})


def read(update: Update, username: str, *, reads_all: bool = False) -> Incoming | None:
    """What the update is to us; None when it is none of our business.

    `username` is the bot's, without @: commands to other bots are left alone. `reads_all`: its privacy mode is off.
    """
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member, reads_all=reads_all)
    if update.poll_answer is not None:
        return _voted(update.update_id, update.poll_answer)
    return _message(update, username)


def _message(update: Update, username: str) -> Incoming | None:
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
    answered = _answered(message, username)
    body = _edited(message, answered) if is_edit else _body(message, username, answered)
    if body is None:
        return None
    addressed = _is_addressed(message, body, answered)
    if not addressed and not isinstance(body, Typed | Retyped):
        return None
    at = message.edit_date or message.date
    return Incoming(update_id, _sender(message, writer), _place(message), body, addressed, at=at)


def _pressed(update_id: int, query: CallbackQuery) -> Incoming | None:
    if query.data is None:
        return None
    sender, message = _person(query.from_user), query.message
    if message is None:
        return Incoming(update_id, sender, Place(sender.id), Pressed(query.data, None, query.id))
    place = _place(message) if isinstance(message, Message) else Place(message.chat.id, _kind(message.chat))
    return Incoming(update_id, sender, place, Pressed(query.data, message.message_id, query.id))


def _membership(update_id: int, change: ChatMemberUpdated, *, reads_all: bool) -> Incoming | None:
    was, now = change.old_chat_member.status in _OUT, change.new_chat_member.status in _OUT
    private = change.chat.type == ChatType.PRIVATE
    if change.chat.type == ChatType.CHANNEL or (was == now and (private or now)):
        return None
    body: Body = Membership.BLOCKED if now else Membership.RETURNED
    if not private and not now:
        body = rights_of(change.new_chat_member, reads_all=reads_all)
    return Incoming(update_id, _person(change.from_user), Place(change.chat.id, _kind(change.chat)), body)


def rights_of(bot: ChatMember, *, reads_all: bool) -> Rights:
    """What the bot may do where it is such a member; an administrator hears everything, whatever its privacy mode."""
    in_charge = is_in_charge(bot)
    return Rights(
        hears=reads_all or in_charge,
        deletes=in_charge and bool(getattr(bot, "can_delete_messages", False)),
        speaks=bool(getattr(bot, "can_send_messages", True)),
    )


def is_in_charge(member: ChatMember) -> bool:
    """Whether he is an administrator or the owner."""
    return member.status in _IN_CHARGE


def _voted(update_id: int, vote: PollAnswer) -> Incoming | None:
    """A vote names no chat; who votes for a chat or anonymously does so under the name of that chat."""
    if vote.voter_chat is not None:
        sender = Sender(vote.voter_chat.id, vote.voter_chat.title or "")
    elif vote.user is not None:
        sender = _person(vote.user)
    else:
        return None
    return Incoming(update_id, sender, Place(sender.id), Voted(vote.poll_id, tuple(vote.option_ids)))


def _edited(message: Message, answered: int | None) -> Body | None:
    text = message.text or message.caption
    return Retyped(text, message.message_id, _is_code(message), answered) if text else None


def _body(message: Message, username: str, answered: int | None) -> Body | None:
    if message.forum_topic_closed is not None:
        return TopicClosed()
    if message.forward_origin is not None or message.via_bot is not None:
        return Sent(Medium.FORWARD, message.message_id)
    if message.text:
        return _text(message, message.text, username, answered)
    for name, medium in _MEDIA.items():
        if getattr(message, name):
            return Sent(medium, message.message_id, message.caption or "", _voice(message))
    return None


def _voice(message: Message) -> str | None:
    """Id of the file of a voice message."""
    spoken = message.voice or message.video_note
    return spoken.file_id if spoken else None


def _text(message: Message, text: str, username: str, answered: int | None) -> Body | None:
    command = next((entity for entity in message.entities if _is_command(entity)), None)
    if command is None:
        return Typed(text, message.message_id, _is_code(message), answered)
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


def _is_addressed(message: Message, body: Body, answered: int | None) -> bool:
    """In a group people mostly talk to each other: commands and replies to the bot are meant for it."""
    if message.chat.type == ChatType.PRIVATE or isinstance(body, Ordered | TopicClosed):
        return True
    return answered is not None


def _answered(message: Message, username: str) -> int | None:
    """The message of the bot that this one is a reply to."""
    replied = message.reply_to_message
    writer = replied.from_user if replied is not None else None
    if replied is None or writer is None or (writer.username or "").casefold() != username.casefold():
        return None
    return replied.message_id


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
    return Place(message.chat.id, _kind(message.chat), thread, message.chat.title or "")


def _kind(chat: Chat) -> PlaceKind:
    return PlaceKind.PRIVATE if chat.type == ChatType.PRIVATE else PlaceKind.GROUP
