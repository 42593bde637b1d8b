"""Methods that write and change messages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram import polls
from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.http import Upload
from tests.fakes.telegram.keyboard import keyboard
from tests.fakes.telegram.markup import CAPTION_LIMIT, TEXT_LIMIT, Parsed, parse, units
from tests.fakes.telegram.reach import known_chat, now, own_message, writable_chat
from tests.fakes.telegram.refusal import Refusal, bad
from tests.fakes.telegram.state import BOT_ID, OLD, Chat, Message, State

FILE_LIMIT = 50 * 2**20
"""Bytes of an upload."""
MOST_DELETED = 100
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
CAN_REACT = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)


@dataclass(frozen=True, slots=True)
class Sending:
    """Messages as the bot writes them; `count` takes the chat id of each and refuses when there are too many."""

    state: State
    count: Callable[[int], None] = field(repr=False)

    def methods(self) -> dict[str, Callable[[Json], Any]]:
        """Method names and what carries them out."""
        return {
            "sendMessage": self.send_message,
            "sendDocument": self.send_document,
            "sendPhoto": self.send_photo,
            "sendPoll": lambda params: polls.send(self.state, self._write, params),
            "stopPoll": lambda params: polls.stop(self.state, params),
            "editMessageText": self.edit_text,
            "editMessageReplyMarkup": self.edit_markup,
            "deleteMessage": self.delete,
            "deleteMessages": self.delete_several,
            "setMessageReaction": self.react,
        }

    def send_message(self, params: Json) -> Json:
        parsed = _text(params, "text", TEXT_LIMIT, "message is too long")
        if not parsed.text:
            raise bad("message text is empty")
        return self._write(params, parsed)

    def send_document(self, params: Json) -> Json:
        return self._file(
            params, "document", {"document": {"file_id": "d", "file_unique_id": "d", "file_name": "file"}}
        )

    def send_photo(self, params: Json) -> Json:
        size = {"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}
        return self._file(params, "photo", {"photo": [size]})

    def _file(self, params: Json, kind: str, content: Json) -> Json:
        upload = params[kind]
        if not isinstance(upload, Upload):
            raise bad("wrong file identifier/HTTP URL specified")
        if not upload.content:
            raise bad("file must be non-empty")
        if len(upload.content) > FILE_LIMIT:
            raise bad("Request Entity Too Large")
        caption = _text(params, "caption", CAPTION_LIMIT, "message caption is too long")
        return self._write(params, caption, kind=kind, content=content, document=upload)

    def edit_text(self, params: Json) -> Json:
        chat = writable_chat(self.state, params.get("chat_id", ""))
        message = own_message(chat, params.get("message_id"), "edit")
        parsed, buttons = _text(params, "text", TEXT_LIMIT, "MESSAGE_TOO_LONG"), keyboard(params.get("reply_markup"))
        if message.kind != "text":
            raise bad("there is no text in the message to edit")
        if not parsed.text:
            raise bad("message text is empty")
        if (parsed.text, parsed.entities, buttons) == (message.text, message.entities, message.buttons):
            raise bad(UNCHANGED)
        self.count(chat.id)
        message.edits.append(message.text)
        message.text, message.entities, message.buttons = parsed.text, parsed.entities, buttons
        chat.log.append(message)
        return message.json()

    def edit_markup(self, params: Json) -> Json:
        chat = writable_chat(self.state, params.get("chat_id", ""))
        message = own_message(chat, params.get("message_id"), "edit")
        buttons = keyboard(params.get("reply_markup"))
        if buttons == message.buttons:
            raise bad(UNCHANGED)
        self.count(chat.id)
        message.buttons = buttons
        chat.log.append(message)
        return message.json()

    def delete(self, params: Json) -> bool:
        chat = known_chat(self.state, params["chat_id"])
        message = chat.messages.get(params["message_id"])
        if message is None or message.deleted:
            raise bad("message to delete not found")
        self._remove(chat, message)
        return True

    def delete_several(self, params: Json) -> bool:
        """Messages that are not there are passed over."""
        chat, ids = known_chat(self.state, params["chat_id"]), params["message_ids"]
        if not 1 <= len(ids) <= MOST_DELETED:
            raise bad("message identifiers are not specified" if not ids else "too many message identifiers specified")
        for message in [chat.messages[each] for each in ids if each in chat.messages]:
            self._remove(chat, message)
        return True

    def _remove(self, chat: Chat, message: Message) -> None:
        if chat.kicked:
            raise Refusal(403, f"Forbidden: bot was kicked from the {chat.type} chat")
        foreign = not message.by_bot and chat.type != "private"
        if now(self.state) - message.date > OLD or (foreign and not (chat.is_run_by_bot and chat.deletes)):
            raise bad("message can't be deleted")
        message.deleted = True

    def react(self, params: Json) -> bool:
        chat = writable_chat(self.state, params["chat_id"])
        message = chat.messages.get(params["message_id"])
        if message is None or message.deleted:
            raise bad("message to react not found")
        emoji = [reaction.get("emoji", "") for reaction in params.get("reaction", [])]
        if len(emoji) > 1:
            raise bad("REACTIONS_TOO_MANY")
        if any(one not in CAN_REACT or not chat.reactions for one in emoji):
            raise bad("REACTION_INVALID")
        message.reactions = emoji
        return True

    def _write(
        self,
        params: Json,
        parsed: Parsed,
        kind: str = "text",
        content: Json | None = None,
        document: Upload | None = None,
    ) -> Json:
        chat = writable_chat(self.state, params["chat_id"], params.get("message_thread_id"))
        buttons = keyboard(params.get("reply_markup"))
        replied = params.get("reply_parameters", {})
        if replied and replied["message_id"] not in chat.messages and not replied.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        self.count(chat.id)
        message = Message(
            id=self.state.next_id(chat),
            chat=chat,
            sender=self.state.accounts[BOT_ID],
            date=now(self.state),
            text=parsed.text,
            entities=parsed.entities,
            buttons=buttons,
            kind=kind,
            content=content or {},
            thread=params.get("message_thread_id"),
            silent=params.get("disable_notification", False),
            document=document,
        )
        chat.messages[message.id] = message
        chat.log.append(message)
        return message.json()


def _text(params: Json, name: str, limit: int, refusal: str) -> Parsed:
    parsed = parse(params.get(name, ""), params.get("parse_mode"))
    if given := params.get("entities" if name == "text" else "caption_entities"):
        parsed = Parsed(parsed.text, tuple(given))
    if units(parsed.text) > limit:
        raise bad(refusal)
    return parsed
