"""Messages in and out, free of any messenger's own types."""

from dataclasses import dataclass
from enum import StrEnum

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
    """Chat and, in forums, the thread in it."""

    chat: int
    kind: PlaceKind = PlaceKind.PRIVATE
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message that is no command; `code` when it is mostly a code block."""

    text: str
    message: int
    code: bool = False


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
    """An edited message with its new text."""

    text: str
    message: int
    code: bool = False


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


Body = Typed | Ordered | Pressed | Retyped | Sent | Dictated | Membership | Moved


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update; `update` is the messenger's id, by which a repeated delivery is known."""

    update: int
    sender: Sender
    place: Place
    body: Body


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `data` is at most 64 bytes of UTF-8."""

    label: str
    data: str


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
class OutMessage:
    """A message ready to send: `html` in Telegram's subset, at most 4,096 characters once parsed (caption 1,024).

    `edits` is the id of a message to change instead of sending a new one. A message has a document or a chart or
    neither; its `html` is then their caption, which may be empty.
    """

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    silent: bool = False
    document: Document | None = None
    edits: int | None = None
    chart: Chart | None = None
