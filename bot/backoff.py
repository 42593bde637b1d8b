"""Waiting between tries, and until told to stop."""

import asyncio
import random

BASE = 0.5
"""Seconds before the second try; each further wait is twice as long."""
CAP = 30.0
"""Seconds no wait exceeds."""


def delay(attempt: int, base: float = BASE, cap: float = CAP) -> float:
    """Seconds to wait after failed try number `attempt` (from 0), between half and all of the doubled base.

    The chance in it keeps many waiters from coming back at the same moment ("equal jitter", AWS Architecture Blog).
    """
    whole = min(cap, base * 2.0 ** min(attempt, 32))
    return whole * random.uniform(0.5, 1.0)  # noqa: S311  # no secret hangs on it


async def pause(stop: asyncio.Event, seconds: float) -> bool:
    """Sleep so long or until `stop` is set; returns whether it is."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass
    return stop.is_set()
