import pytest

from tests.fakes.telegram.flood import UNLIMITED, Flood, Limit
from tests.fakes.telegram.refusal import Refusal


def test_a_burst_passes_in_a_private_chat_and_then_one_a_second() -> None:
    flood = Flood()
    for _ in range(3):
        flood.count(7, 0.0)

    with pytest.raises(Refusal) as refusal:
        flood.count(7, 0.5)
    assert refusal.value.code == 429
    assert refusal.value.parameters == {"retry_after": 3}
    flood.count(7, 3.0)


def test_a_group_takes_twenty_a_minute() -> None:
    flood = Flood()
    for at in range(20):
        flood.count(-7, at * 1.0)

    with pytest.raises(Refusal):
        flood.count(-7, 59.0)
    flood.count(-7, 60.0)


def test_chats_share_the_overall_rate() -> None:
    flood = Flood()
    for chat in range(1, 31):
        flood.count(chat, 0.0)

    with pytest.raises(Refusal):
        flood.count(99, 0.9)


def test_a_refused_message_does_not_count() -> None:
    flood = Flood(UNLIMITED, Limit(1, 1.0), UNLIMITED)
    flood.count(7, 0.0)
    for _ in range(5):
        with pytest.raises(Refusal):
            flood.count(7, 0.9)

    flood.count(7, 1.0)
