"""The bot as its users run it: a process of its own that can be killed."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.telegram.fake import FakeTelegram

ROOT = Path(__file__).parents[2]

BOOT = 90.0
"""Seconds in which a bot has started and answers, however busy the machine is."""


@dataclass
class BotProcess:
    """`interview-bot run` against a fake Telegram; its log goes to a file.

    It reacts to every message at once unless the settings say otherwise.
    """

    fake: FakeTelegram
    database_url: str
    log: Path
    settings: dict[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process | None = None

    @property
    def environment(self) -> dict[str, str]:
        """All settings, none of which come from whoever runs the tests."""
        kept = {
            name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "LD_LIBRARY_PATH"}
        }
        own = {"BOT_TOKEN": self.fake.token, "BOT_API_URL": self.fake.url, "DATABASE_URL": self.database_url}
        return kept | own | {"LOG_FORMAT": "json", "PYTHONPATH": str(ROOT), "ANSWER_PAUSE": "0"} | self.settings

    async def start(self) -> None:
        """Start it; it is ready when it answers."""
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self.environment, stdout=log, stderr=log, cwd=self.log.parent
            )

    async def kill(self) -> None:
        """Kill it as a power cut would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it to stop; its exit code."""
        return await self._end(signal.SIGTERM)

    async def finished(self) -> int:
        """Wait until it ends by itself; its exit code."""
        assert self.process is not None
        return await asyncio.wait_for(self.process.wait(), 30)

    @property
    def said(self) -> str:
        """Everything it has logged."""
        return self.log.read_text()

    async def _end(self, number: signal.Signals) -> int:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), 30)
