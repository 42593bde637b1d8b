"""Methods that write no message: identity, commands, callback queries, chats, and where updates go."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.markup import units
from tests.fakes.telegram.reach import known_chat, writable_chat
from tests.fakes.telegram.refusal import Refusal, bad
from tests.fakes.telegram.state import BOT_ID, State
from tests.fakes.telegram.updates import DEFAULT_KINDS, Queue, Webhook

ACTIONS = frozenset({"typing", "upload_photo", "upload_document", "choose_sticker", "find_location", "record_voice"})
"""Those a bot of words and files may use."""
SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators"}
)
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Chores:
    """The bot's dealings with the messenger itself; `username` is the bot's, without @."""

    state: State
    queue: Queue
    username: str

    def methods(self) -> dict[str, Callable[[Json], Any]]:
        """Method names and what carries them out."""
        return {
            "getMe": self.me,
            "getFile": self.file,
            "sendChatAction": self.action,
            "answerCallbackQuery": self.answer,
            "setMyCommands": self.set_commands,
            "getMyCommands": lambda params: self.state.commands.get(_scope(params), []),
            "deleteMyCommands": self.delete_commands,
            "getChat": self.chat,
            "getChatMember": self.member,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.webhook_info,
        }

    def me(self, _params: Json) -> Json:
        rights = {
            "can_join_groups": True,
            "can_read_all_group_messages": self.state.reads_all,
            "supports_inline_queries": False,
        }
        return self.state.accounts[BOT_ID].json() | {"username": self.username} | rights

    def file(self, params: Json) -> Json:
        name = params["file_id"]
        if name not in self.state.files:
            raise bad("invalid file_id")
        return {"file_id": name, "file_unique_id": name, "file_path": name, "file_size": len(self.state.files[name])}

    def action(self, params: Json) -> bool:
        chat = writable_chat(self.state, params["chat_id"], params.get("message_thread_id"))
        if params["action"] not in ACTIONS:
            raise bad("wrong parameter action in request")
        self.state.actions.append((chat.id, params["action"]))
        return True

    def answer(self, params: Json) -> bool:
        query = params["callback_query_id"]
        if query not in self.state.queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if units(params.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.state.queries.discard(query)
        self.state.answers[query] = params.get("text")
        return True

    def set_commands(self, params: Json) -> bool:
        key, commands = _scope(params), params["commands"]
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= units(command["description"].strip()) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self.state.commands[key] = commands
        return True

    def delete_commands(self, params: Json) -> bool:
        self.state.commands.pop(_scope(params), None)
        return True

    def chat(self, params: Json) -> Json:
        chat = known_chat(self.state, params["chat_id"])
        return chat.json() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(
                ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
                False,
            ),
        }

    def member(self, params: Json) -> Json:
        chat = known_chat(self.state, params["chat_id"])
        if chat.kicked:
            raise Refusal(403, f"Forbidden: bot was kicked from the {chat.type} chat")
        if params["user_id"] not in chat.members:
            raise bad("PARTICIPANT_ID_INVALID")
        return chat.member(self.state.accounts[params["user_id"]])

    def set_webhook(self, params: Json) -> bool:
        secret = params.get("secret_token", "")
        if secret and not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        if not params["url"].startswith(("https://", "http://127.0.0.1")):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        self._settle(params)
        self.queue.webhook = Webhook(params["url"], secret)
        self.queue.signal.notify()
        return True

    def delete_webhook(self, params: Json) -> bool:
        self._settle(params)
        self.queue.webhook = Webhook()
        self.queue.signal.notify()
        return True

    def _settle(self, params: Json) -> None:
        if params.get("drop_pending_updates"):
            self.queue.pending.clear()
        if "allowed_updates" in params:
            self.queue.kinds = frozenset(params["allowed_updates"]) or DEFAULT_KINDS

    def webhook_info(self, _params: Json) -> Json:
        return {
            "url": self.queue.webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.queue.pending),
        }


def _scope(params: Json) -> tuple[str, int | None, str]:
    scope, language = params.get("scope", {"type": "default"}), params.get("language_code", "")
    if scope["type"] not in SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("language code must be a two-letter ISO 639-1 code")
    return scope["type"], scope.get("chat_id"), language
