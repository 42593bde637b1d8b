"""The messenger, for tests: `FakeTelegram` serves the Bot API over HTTP and lets a test play the people.

    with FakeTelegram() as fake:                      # start the bot with fake.url and fake.token, in any process
        ada = fake.user(7, "Ada", language_code="uk")
        ada.send("/start")
        menu = await ada.expect("hello")              # or a test of the message; waits up to 5 s
        notice = await ada.press(menu, "Begin").answered()
        assert fake.refusals == []                    # whatever Telegram would have refused

Facts about the Bot API are those of its documentation and of the open server (tdlib/telegram-bot-api).
"""

from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.faults import Drop
from tests.fakes.telegram.flood import UNLIMITED, Flood, Limit
from tests.fakes.telegram.people import Group, Seat, Tap
from tests.fakes.telegram.refusal import Call, Refusal
from tests.fakes.telegram.state import Message

__all__ = ["UNLIMITED", "Call", "Drop", "FakeTelegram", "Flood", "Group", "Limit", "Message", "Refusal", "Seat", "Tap"]
