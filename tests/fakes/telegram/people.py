"""People and groups as a test drives them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram import polls
from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.markup import TEXT_LIMIT, units
from tests.fakes.telegram.reach import now
from tests.fakes.telegram.state import ANONYMOUS_ADMIN, BOT_ID, Account, Chat, Message

if TYPE_CHECKING:
    from tests.fakes.telegram.fake import FakeTelegram

_COMMAND = re.compile(r"/\w+(?:@\w+)?")
_MENTION = re.compile(r"(?<!\S)@\w+")
Wanted = str | Callable[[Message], bool]


def marks(text: str) -> tuple[Json, ...]:
    """Entities a client finds in typed text by itself: a command at the start, and mentions."""
    found = [("bot_command", found) for found in [_COMMAND.match(text)] if found]
    found += [("mention", mention) for mention in _MENTION.finditer(text)]
    return tuple(
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])} for kind, match in found
    )


@dataclass(slots=True)
class Seat:
    """A person in a chat: what he can do there. `cursor` counts the bot's messages he has already looked at."""

    fake: "FakeTelegram"
    account: Account
    chat: Chat
    thread: int | None = None
    anonymous: bool = False
    cursor: int = 0

    @property
    def messages(self) -> list[Message]:
        """The bot's messages in the chat that are still there."""
        return [message for message in self.chat.transcript if message.by_bot]

    @property
    def last(self) -> Message:
        """The bot's latest message."""
        return self.messages[-1]

    def send(self, text: str, entities: tuple[Json, ...] | None = None, reply_to: Message | None = None) -> Message:
        """Write a message; `entities` replaces what a client would mark by itself."""
        if not 0 < units(text) <= TEXT_LIMIT:
            raise ValueError("a client splits such a text or does not send it")
        replied = {"reply_to_message": reply_to.json()} if reply_to else {}
        return self._post("text", text, marks(text) if entities is None else entities, replied)

    def code(self, text: str, language: str = "python") -> Message:
        """Write a message that is one block of code."""
        return self.send(text, ({"type": "pre", "offset": 0, "length": units(text), "language": language},))

    def forward(self, text: str) -> Message:
        """Forward somebody else's message."""
        other = {"id": 99, "is_bot": False, "first_name": "Somebody"}
        return self._post(
            "text", text, (), {"forward_origin": {"type": "user", "date": now(self.fake.state), "sender_user": other}}
        )

    def sticker(self) -> Message:
        """Send a sticker."""
        return self._post("sticker", "", (), {"sticker": _file() | _size() | {"type": "regular"} | _still()})

    def photo(self, caption: str = "") -> Message:
        """Send a picture."""
        return self._post("photo", caption, marks(caption), {"photo": [_file() | _size()]})

    def voice(self, sound: bytes = b"") -> Message:
        """Send a voice message; `sound` is what its file holds, which is lost when empty."""
        name = f"voice/{len(self.fake.state.files)}.oga"
        if sound:
            self.fake.state.files[name] = sound
        file = {"file_id": name, "file_unique_id": name, "duration": 3}
        return self._post("voice", "", (), {"voice": file})

    def document(self, caption: str = "") -> Message:
        """Send a file."""
        return self._post("document", caption, marks(caption), {"document": _file() | {"file_name": "notes.txt"}})

    def other(self, **content: Any) -> Message:
        """Send a message with any other content, given as Telegram's fields."""
        return self._post(next(iter(content)), "", (), content)

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        with self.fake.lock:
            message.edits.append(message.text)
            message.text, message.entities, message.edited = text, marks(text), now(self.fake.state)
            self.fake.put("edited_message", message.json())
        return message

    def press(self, message: Message, button: str) -> "Tap":
        """Press the button with this label or callback data."""
        return self.tap(message, message.button(button))

    def tap(self, message: Message, data: str) -> "Tap":
        """Press a button whose data may no longer be on the message, as on an old screen."""
        with self.fake.lock:
            tap = Tap(self.fake, self.fake.next_query())
            query = {"id": tap.query, "from": self.account.json(), "chat_instance": "1", "data": data}
            tap.update = self.fake.put("callback_query", query | {"message": message.json()})
        return tap

    def vote(self, message: Message, *options: int) -> None:
        """Vote in a poll; ValueError for what a client does not let one do."""
        with self.fake.lock:
            answer = polls.answer(message, self.account, options)
            if not message.content["poll"]["is_anonymous"]:
                self.fake.put("poll_answer", answer)

    def block(self) -> None:
        """Block the bot, or in a group throw it out."""
        self._membership("kicked", "member")

    def unblock(self) -> None:
        """Let the bot back in."""
        self._membership("member", "kicked")

    async def expect(self, wanted: Wanted = "", seconds: float = 20.0) -> Message:
        """Wait for a message or edit of the bot, not yet seen by this method, that has this text or fits this test."""
        return await self.fake.wait(lambda: self._unseen(wanted), seconds, lambda: f"{wanted!r} in {self._heard()}")

    async def quiet(self, seconds: float) -> bool:
        """Whether nothing unseen comes for so long."""
        try:
            await self.expect(seconds=seconds)
        except TimeoutError:
            return True
        return False

    def _unseen(self, wanted: Wanted) -> Message | None:
        for at in range(self.cursor, len(self.chat.log)):
            message = self.chat.log[at]
            if wanted in message.text if isinstance(wanted, str) else wanted(message):
                self.cursor = at + 1
                return message
        return None

    def _heard(self) -> list[str]:
        return [message.text for message in self.chat.log[self.cursor :]]

    def _post(self, kind: str, text: str, entities: tuple[Json, ...], content: Json) -> Message:
        with self.fake.lock:
            self.chat.started = True
            sender = self.fake.state.accounts[ANONYMOUS_ADMIN] if self.anonymous else self.account
            content |= {"sender_chat": self.chat.json()} if self.anonymous else {}
            message = Message(
                id=self.fake.state.next_id(self.chat),
                chat=self.chat,
                sender=sender,
                date=now(self.fake.state),
                text=text,
                entities=entities,
                kind=kind,
                content=content,
                thread=self.thread,
            )
            self.chat.messages[message.id] = message
            if self._reaches_bot(message, content):
                self.fake.put("message", message.json())
        return message

    def _reaches_bot(self, message: Message, content: Json) -> bool:
        """In privacy mode a bot that is no administrator gets only commands, replies to it and service messages."""
        if self.chat.type == "private" or self.fake.state.reads_all or self.chat.is_run_by_bot:
            return True
        replied = content.get("reply_to_message", {}).get("from", {}).get("id")
        return message.text.startswith("/") or replied == BOT_ID or message.kind.startswith("forum_topic")

    def _membership(self, new: str, old: str) -> None:
        with self.fake.lock:
            gone = new == "kicked"
            self.chat.members[BOT_ID] = new
            self.chat.blocked = gone and self.chat.type == "private"
            self.chat.kicked = gone and self.chat.type != "private"
            self.fake.put_membership(self.chat, self.account, old)


@dataclass(slots=True)
class Tap:
    """A button pressed: its callback query and the update that carries it."""

    fake: "FakeTelegram"
    query: str
    update: Json = field(default_factory=dict)

    @property
    def is_answered(self) -> bool:
        """Whether the bot has answered the query."""
        return self.query in self.fake.state.answers

    async def answered(self, seconds: float = 20.0) -> str | None:
        """Wait for the answer; its notice, if any."""
        await self.fake.wait(lambda: self.is_answered or None, seconds, lambda: f"no answer to {self.query}")
        return self.fake.state.answers[self.query]


@dataclass(slots=True)
class Group:
    """A group as a test drives it."""

    fake: "FakeTelegram"
    chat: Chat

    def seat(self, person: Seat, thread: int | None = None, *, anonymous: bool = False) -> Seat:
        """The person's place in this group (and topic); an anonymous administrator writes as the group."""
        self.chat.members.setdefault(person.account.id, "administrator" if anonymous else "member")
        if thread is not None:
            self.chat.topics.setdefault(thread, True)
        return Seat(self.fake, person.account, self.chat, thread, anonymous)

    def close_topic(self, thread: int) -> None:
        """Nobody can write to the topic any more, which everybody is told there."""
        self.chat.topics[thread] = False
        keeper = Seat(self.fake, self.fake.user(99, "Keeper").account, self.chat, thread)
        keeper.other(forum_topic_closed={})

    def promote(self, by: Seat, *, deletes: bool = True) -> None:
        """Make the bot an administrator."""
        self._appoint(by, "administrator", deletes=deletes)

    def demote(self, by: Seat) -> None:
        """Take the bot's rights away."""
        self._appoint(by, "member", deletes=False)

    def admit(self, by: Seat) -> None:
        """Add the bot to the group it is in already, as its first member does."""
        self.fake.put_membership(self.chat, by.account, "left")

    def _appoint(self, by: Seat, status: str, *, deletes: bool) -> None:
        with self.fake.lock:
            old = self.chat.members[BOT_ID]
            self.chat.members[BOT_ID], self.chat.deletes = status, deletes
            self.fake.put_membership(self.chat, by.account, old)

    def migrate(self) -> "Group":
        """Turn into a supergroup with a new id, telling the bot by the two service messages."""
        with self.fake.lock:
            new = self.fake.group(f"{self.chat.title}", supergroup=True)
            self.chat.migrated_to = new.chat.id
            base: Json = {"message_id": 1, "date": now(self.fake.state), "from": self.fake.me.json()}
            self.fake.put("message", base | {"chat": self.chat.json(), "migrate_to_chat_id": new.chat.id})
            self.fake.put("message", base | {"chat": new.chat.json(), "migrate_from_chat_id": self.chat.id})
        return new


def _file() -> Json:
    return {"file_id": "f", "file_unique_id": "f"}


def _size() -> Json:
    return {"width": 90, "height": 90}


def _still() -> Json:
    return {"is_animated": False, "is_video": False}
