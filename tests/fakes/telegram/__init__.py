"""The messenger, for tests: `FakeTelegram` serves the Bot API over HTTP and lets a test play the people."""

from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.faults import Drop
from tests.fakes.telegram.flood import UNLIMITED, Flood, Limit
from tests.fakes.telegram.people import Group, Seat, Tap
from tests.fakes.telegram.refusal import Call, Refusal
from tests.fakes.telegram.state import Message

__all__ = ["UNLIMITED", "Call", "Drop", "FakeTelegram", "Flood", "Group", "Limit", "Message", "Refusal", "Seat", "Tap"]
