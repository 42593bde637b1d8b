"""What the messenger knows: people, chats, messages."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.http import Upload
from tests.fakes.telegram.keyboard import Rows

BOT_ID = 4242
ANONYMOUS_ADMIN = 1087968824
"""The account that stands as sender of an anonymous administrator's message."""
OLD = 48 * 3600
"""Seconds after which a bot may no longer delete a message."""

RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
"""Fields that a `ChatMemberAdministrator` always has."""

ChatType = Literal["private", "group", "supergroup"]


@dataclass(slots=True)
class Account:
    """A person or bot."""

    id: int
    name: str
    language_code: str | None = None
    is_bot: bool = False
    deactivated: bool = False
    username: str | None = None

    def json(self) -> Json:
        """Telegram's `User`."""
        found: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        known = {"language_code": self.language_code, "username": self.username}
        return found | {name: value for name, value in known.items() if value}


@dataclass(slots=True)
class Message:
    """A message as it stands; `edits` are the texts it had before, `document` the file sent with it."""

    id: int
    chat: "Chat"
    sender: Account
    date: int
    text: str = ""
    entities: tuple[Json, ...] = ()
    buttons: Rows = ()
    kind: str = "text"
    content: Json = field(default_factory=dict)
    thread: int | None = None
    silent: bool = False
    document: Upload | None = None
    edits: list[str] = field(default_factory=list)
    edited: int | None = None
    reactions: list[str] = field(default_factory=list)
    deleted: bool = False

    @property
    def by_bot(self) -> bool:
        """Whether the bot under test wrote it."""
        return self.sender.id == BOT_ID

    @property
    def labels(self) -> list[str]:
        """Texts of the buttons in reading order."""
        return [button["text"] for row in self.buttons for button in row]

    def button(self, wanted: str) -> str:
        """Callback data of the button with this label or this data; LookupError when there is none."""
        for button in itertools.chain.from_iterable(self.buttons):
            if wanted in (button["text"], button.get("callback_data")):
                return str(button["callback_data"])
        raise LookupError(f"no button {wanted!r} among {self.labels}")

    def json(self) -> Json:
        """Telegram's `Message`."""
        found: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.json(), "from": self.sender.json()}
        name, marks = ("text", "entities") if self.kind == "text" else ("caption", "caption_entities")
        found |= {name: self.text} if self.text else {}
        found |= {marks: list(self.entities)} if self.entities else {}
        found |= {"reply_markup": {"inline_keyboard": self.buttons}} if self.buttons else {}
        found |= {"message_thread_id": self.thread, "is_topic_message": True} if self.thread else {}
        found |= {"edit_date": self.edited or self.date} if self.edits else {}
        return found | self.content


@dataclass(slots=True)
class Chat:
    """A chat with what decides whether the bot may write there.

    `started`: the person has written to the bot; `topics` maps a thread's id to whether it is open; `members` maps
    people to their status, and `deletes` tells whether the bot, where an administrator, may delete messages of others.
    `reactions`: the chat allows them.
    """

    id: int
    type: ChatType
    title: str
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, bool] = field(default_factory=dict)
    deletes: bool = True
    reactions: bool = True
    started: bool = False
    blocked: bool = False
    kicked: bool = False
    muted: bool = False
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    log: list[Message] = field(default_factory=list)

    def json(self) -> Json:
        """Telegram's `Chat`."""
        named = "first_name" if self.type == "private" else "title"
        return {"id": self.id, "type": self.type, named: self.title} | ({"is_forum": True} if self.topics else {})

    @property
    def is_run_by_bot(self) -> bool:
        """Whether the bot is an administrator here."""
        return self.members.get(BOT_ID) == "administrator"

    def member(self, account: Account) -> Json:
        """Telegram's `ChatMember`."""
        status = self.members.get(account.id, "left")
        found: Json = {"status": status, "user": account.json()}
        if status == "administrator":
            found |= dict.fromkeys(RIGHTS, False) | {"can_delete_messages": self.deletes, "can_manage_chat": True}
        special: dict[str, Json] = {"creator": {"is_anonymous": False}, "kicked": {"until_date": 0}}
        return found | special.get(status, {})

    @property
    def transcript(self) -> list[Message]:
        """Messages that were not deleted, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]


@dataclass(slots=True)
class State:
    """All of it; counters give the ids. `answers` maps a callback query to the text it was answered with.

    `files` are contents by path, which is also the id of the file. `reads_all`: privacy mode is off for the bot.
    """

    accounts: dict[int, Account] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    answers: dict[str, str | None] = field(default_factory=dict)
    queries: set[str] = field(default_factory=set)
    commands: dict[tuple[str, int | None, str], list[Json]] = field(default_factory=dict)
    actions: list[tuple[int, str]] = field(default_factory=list)
    polls: dict[tuple[int, int], Json] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    reads_all: bool = False
    clock: Callable[[], float] = time.time
    private_ids: Any = field(default_factory=lambda: itertools.count(1))
    group_ids: dict[int, Any] = field(default_factory=dict)

    def next_id(self, chat: Chat) -> int:
        """Id of the next message: supergroups count their own, all other chats share one counter."""
        if chat.type != "supergroup":
            return int(next(self.private_ids))
        return int(next(self.group_ids.setdefault(chat.id, itertools.count(1))))
