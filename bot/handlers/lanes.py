"""Order within a chat, concurrency between chats."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

WIDTH = 16
"""Updates worked on at once; with the sends that follow them it stays within the connections of the client."""


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class Lanes:
    """One lane a chat: whoever takes a turn waits for those who came before him there.

    The slots stand inside the lanes, so that a chat with a long queue holds one slot, not all.
    """

    def __init__(self, width: int = WIDTH) -> None:
        self._lanes: dict[int, _Lane] = {}
        self._slots = asyncio.Semaphore(width)

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[None]:
        """Hold the chat's lane; turns come in the order of asking."""
        lane = self._lanes.setdefault(chat, _Lane())
        lane.users += 1
        try:
            async with lane.lock:
                yield
        finally:
            lane.users -= 1
            if not lane.users:
                del self._lanes[chat]

    @property
    def slot(self) -> asyncio.Semaphore:
        """To be held while working, not while waiting."""
        return self._slots

    def __len__(self) -> int:
        """Chats with something under way."""
        return len(self._lanes)
