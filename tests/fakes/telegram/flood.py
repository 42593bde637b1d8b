"""Flood control: Telegram's published sending rates, refused with 429 beyond.

30 messages a second overall, one a second in a private chat (short bursts pass), 20 a minute in a group: Bot FAQ,
"My bot is hitting limits".
"""

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

from tests.fakes.telegram.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` messages in any `seconds`."""

    count: int
    seconds: float


@dataclass(slots=True)
class Window:
    """Times of the messages that still count against a limit."""

    limit: Limit
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until another message may be sent; 0 when it may be now."""
        while self.times and self.times[0] <= now - self.limit.seconds:
            self.times.popleft()
        return self.times[0] + self.limit.seconds - now if len(self.times) >= self.limit.count else 0.0


class Flood:
    """Counts messages sent; `private` allows a burst of three, which is one a second over three."""

    def __init__(
        self,
        overall: Limit = Limit(30, 1.0),
        private: Limit = Limit(3, 3.0),
        group: Limit = Limit(20, 60.0),
    ) -> None:
        self._overall = Window(overall)
        self._private: dict[int, Window] = defaultdict(lambda: Window(private))
        self._group: dict[int, Window] = defaultdict(lambda: Window(group))

    def count(self, chat: int, now: float) -> None:
        """Take a message to the chat (groups have negative ids) into account, or refuse it with `retry_after`."""
        own = (self._private if chat > 0 else self._group)[chat]
        wait = max(self._overall.wait(now), own.wait(now))
        if wait > 0:
            seconds = math.ceil(wait)
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for window in (self._overall, own):
            window.times.append(now)


UNLIMITED = Limit(10**9, 1.0)
"""For tests that are not about rates."""
