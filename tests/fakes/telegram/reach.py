"""Which chats and messages the bot can reach, and what it is told about the others."""

from tests.fakes.telegram.refusal import Refusal, bad
from tests.fakes.telegram.state import BOT_ID, Chat, Message, State


def known_chat(state: State, chat_id: int | str) -> Chat:
    """The chat, whether the bot may write there or not; Refusal when it has never met it, or it has a new id."""
    chat = state.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise Refusal(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    return chat


def writable_chat(state: State, chat_id: int | str, thread: int | None = None) -> Chat:
    """A chat the bot may write to now, with an open topic if `thread` is given."""
    chat = known_chat(state, chat_id)
    if chat.type == "private":
        _private(state, chat)
    elif chat.kicked:
        raise Refusal(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    elif chat.muted:
        raise bad("not enough rights to send text messages to the chat")
    if thread is not None and thread not in chat.topics:
        raise bad("message thread not found")
    if thread is not None and not chat.topics[thread]:
        raise bad("TOPIC_CLOSED")
    return chat


def _private(state: State, chat: Chat) -> None:
    person = state.accounts[chat.id]
    if person.is_bot:
        raise Refusal(403, "Forbidden: bot can't send messages to bots")
    if person.deactivated:
        raise Refusal(403, "Forbidden: user is deactivated")
    if chat.blocked:
        raise Refusal(403, "Forbidden: bot was blocked by the user")
    if not chat.started:
        raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")


def own_message(chat: Chat, message_id: int | None, purpose: str) -> Message:
    """A message the bot may change; `purpose` is the verb of Telegram's refusals."""
    message = chat.messages.get(message_id or 0)
    if message is None or message.deleted:
        raise bad(f"message to {purpose} not found")
    if message.sender.id != BOT_ID:
        raise bad(f"message can't be {purpose}ed")
    return message


def now(state: State) -> int:
    """Unix time, in which messages are dated."""
    return int(state.clock())
