import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.backoff import BASE, CAP, delay, pause


@given(st.integers(min_value=0, max_value=10**6))
def test_waits_grow_to_the_cap_and_are_never_nothing(attempt: int) -> None:
    assert BASE / 2 <= delay(attempt) <= CAP
    assert delay(attempt) <= BASE * 2 ** min(attempt, 10)


def test_waits_differ_so_that_many_do_not_come_back_together() -> None:
    assert len({delay(3) for _ in range(20)}) > 1


async def test_a_pause_ends_with_the_stop_and_tells() -> None:
    stop = asyncio.Event()
    assert not await pause(stop, 0.001)

    asyncio.get_running_loop().call_soon(stop.set)
    async with asyncio.timeout(5):
        assert await pause(stop, 600)
