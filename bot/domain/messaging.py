"""Messages in and out, free of any messenger's own types."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.calendar import Calendar
from bot.domain.dialogue import Medium


class PlaceKind(StrEnum):
    """Where a conversation takes place."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote; `language_code` is the messenger's IETF tag, if it tells."""

    id: int
    name: str = ""
    language_code: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Chat and, in forums, the thread in it; `title` is a group's, where it is known."""

    chat: int
    kind: PlaceKind = PlaceKind.PRIVATE
    thread: int | None = None
    title: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message that is no command; `code` when it is mostly a code block.

    `answers` is the message of the bot that it is a reply to.
    """

    text: str
    message: int
    code: bool = False
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command, without slash and bot name, and the rest of the line."""

    name: str
    arguments: str
    message: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under message `message` (None when too old to tell)."""

    data: str
    message: int | None
    callback: str


@dataclass(frozen=True, slots=True)
class Retyped:
    """An edited message with its new text; fields as in `Typed`."""

    text: str
    message: int
    code: bool = False
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message without words of the sender's own; the caption may have some.

    `file` is the messenger's id of a voice message.
    """

    medium: Medium
    message: int
    caption: str = ""
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Dictated:
    """A voice message put into words by a machine: `text` counts once the sender has confirmed it."""

    text: str
    message: int


class Membership(StrEnum):
    """What happened between the bot and the chat."""

    BLOCKED = "blocked"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with a new id."""

    chat: int


@dataclass(frozen=True, slots=True)
class Voted:
    """Options of a poll, by their places, that somebody has voted for; none when he took his vote back."""

    poll: str
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rights:
    """What the bot may do in a group: `hears` all messages there, `deletes` those of others, `speaks` at all."""

    hears: bool = False
    deletes: bool = False
    speaks: bool = True


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """Nobody can write to the topic of this place any more."""


Body = Typed | Ordered | Pressed | Retyped | Sent | Dictated | Membership | Moved | Voted | Rights | TopicClosed


@dataclass(frozen=True, slots=True)
class Standing:
    """What the messenger says when asked about a group: whether the sender is an administrator, and the bot's rights.

    `chat` is that group, which is not the place where the sender speaks of its settings in private. `rights` is None
    where they do not matter.
    """

    chat: int
    admin: bool
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update; `update` is the messenger's id, by which a repeated delivery is known.

    `addressed` is False for what people in a group say to each other. `standing` is there where it decides. `at` is
    when the messenger took it, None where it does not say.
    """

    update: int
    sender: Sender
    place: Place
    body: Body
    addressed: bool = True
    standing: Standing | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `data` is at most 64 bytes of UTF-8.

    `start` opens the private chat with the bot instead, with this payload (64 of A-Z, a-z, 0-9, _ and -), or when
    `group` lets people choose a group to add the bot to.
    """

    label: str
    data: str = ""
    start: str | None = None
    group: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file made for the person."""

    name: str
    content: str


class Tone(StrEnum):
    """What a part of a bar stands for; colours are the painter's."""

    GOOD = "good"
    HELPED = "helped"
    UNCLEAR = "unclear"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: a number for every tone of the chart, in its order, and a remark at its end."""

    label: str
    values: tuple[int, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars to be drawn when the message is sent; `legend` names the tones. All texts are plain words."""

    title: str
    legend: tuple[tuple[Tone, str], ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Poll:
    """A quiz in the messenger's own form, whose votes are seen; `correct` are places in `options`, from 0, rising.

    Plain words: question 300 characters, 2 to 12 options of 100, explanation 200 with two line feeds (sendPoll).
    """

    question: str
    options: tuple[str, ...]
    correct: tuple[int, ...]
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class OutMessage:
    """A message ready to send: `html` in Telegram's subset, at most 4,096 characters once parsed (caption 1,024).

    `edits` is the id of a message to change instead of sending a new one. A message has a document or a chart or
    neither; its `html` is then their caption, which may be empty. A poll has no words beside it. `stays`: rather not
    sent at all than outside its topic.
    """

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    silent: bool = False
    document: Document | None = None
    edits: int | None = None
    chart: Chart | Calendar | None = None
    poll: Poll | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Reaction:
    """A sign under somebody's message, one of those that Telegram allows."""

    message: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Deletion:
    """Messages to delete, at most 100."""

    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PollEnd:
    """A poll to close; None while its message is not known."""

    message: int | None = None


Errand = Reaction | Deletion | PollEnd
"""What is done beside the messages, if it can be done: a failure is no matter and holds nothing up."""

Outgoing = OutMessage | Errand
"""Everything that goes out."""
