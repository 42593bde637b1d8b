import asyncio
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.handlers.delivery import Pace
from bot.handlers.errands import Errands
from bot.handlers.lanes import Lanes


async def run(lanes: Lanes, chats: list[int]) -> list[tuple[int, int]]:
    """Give each arrival a turn that lasts a few rounds of the loop; the order in which they ended."""
    ended: list[tuple[int, int]] = []

    async def turn(chat: int, number: int) -> None:
        async with lanes.turn(chat), lanes.slot:
            for _ in range(number % 3):
                await asyncio.sleep(0)
            ended.append((chat, number))

    await asyncio.gather(*(turn(chat, number) for number, chat in enumerate(chats)))
    return ended


@given(st.lists(st.integers(1, 5), max_size=30), st.integers(1, 4))
def test_each_chat_keeps_its_order(chats: list[int], width: int) -> None:
    lanes = Lanes(width)
    ended = asyncio.run(run(lanes, chats))

    for chat in set(chats):
        mine = [number for where, number in ended if where == chat]
        assert mine == sorted(mine)
    assert len(ended) == len(chats)
    assert len(lanes) == 0, "empty lanes are forgotten"


async def test_waiting_in_a_lane_takes_no_slot() -> None:
    lanes, release = Lanes(width=2), asyncio.Event()

    async def hold() -> None:
        async with lanes.turn(1), lanes.slot:
            await release.wait()

    crowd = [asyncio.create_task(hold()) for _ in range(10)]
    await asyncio.sleep(0)
    async with asyncio.timeout(5), lanes.turn(2), lanes.slot:
        release.set()
    await asyncio.gather(*crowd)


async def test_a_turn_that_fails_or_is_cancelled_frees_its_lane() -> None:
    lanes = Lanes()

    async def fail() -> None:
        async with lanes.turn(1):
            raise ValueError

    async def wait() -> None:
        async with lanes.turn(1):
            await asyncio.sleep(600)

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, asyncio.create_task(fail()), return_exceptions=True)

    async with asyncio.timeout(5), lanes.turn(1):
        assert len(lanes) == 1


async def test_pace_spaces_calls_evenly() -> None:
    pace, loop = Pace(rate=200.0), asyncio.get_running_loop()
    began = loop.time()
    await asyncio.gather(*(pace.turn() for _ in range(11)))

    assert loop.time() - began >= 0.99 * 10 / 200.0, "the clock may round"


async def test_turns_that_a_busy_machine_gives_late_are_not_made_up_for() -> None:
    pace, loop = Pace(rate=200.0), asyncio.get_running_loop()
    moments: list[float] = []

    async def call() -> None:
        await pace.turn()
        moments.append(loop.time())
        if len(moments) == 1:
            time.sleep(0.03)  # noqa: ASYNC251 - the loop is held up, and six turns pass meanwhile

    await asyncio.gather(*(call() for _ in range(10)))

    assert all(later - earlier >= 0.99 / 200.0 for earlier, later in pairwise(moments))


async def test_errands_are_waited_for_and_the_late_ones_cancelled() -> None:
    errands, done = Errands(), []

    async def work(seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(seconds)

    errands.run(work(0.01), "quick")
    errands.run(work(600), "slow")
    await errands.drain(0.1)

    assert done == [0.01]


async def test_an_errand_that_fails_is_logged_without_its_words() -> None:
    errands = Errands()

    async def work() -> None:
        raise ValueError("what somebody wrote")

    with capture_logs() as logs:
        errands.run(work(), "answer")
        await errands.drain(5)
        await asyncio.sleep(0)

    assert [(log["errand"], log["fault"]) for log in logs] == [("answer", "ValueError")]
    assert "somebody" not in str(logs)
