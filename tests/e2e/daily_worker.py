"""A replica's workers without anybody to talk to: plans, asks and delivers daily questions until it is killed.

`python -m tests.e2e.daily_worker`, configured by the environment as the bot itself.
"""

import asyncio

from bot.bootstrap import Application
from bot.settings import load_settings


async def main() -> None:
    stop, application = asyncio.Event(), Application.build(load_settings())
    async with application._opened(stop), application._working(stop):
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(main())
