"""Bots in processes of their own, against the fake Telegram."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.databases import database_url, postgres, postgres_url, sqlite_pattern, sqlite_url
from tests.e2e.bot_process import ROOT, BotProcess
from tests.fakes.telegram.fake import FakeTelegram

__all__ = ["database_url", "postgres", "postgres_url", "sqlite_pattern", "sqlite_url"]

VAULT = Path(os.environ.get("VAULT_PATH") or ROOT.parent / "shared" / "vault")


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    """A strict Telegram with its rates."""
    with FakeTelegram() as telegram:
        yield telegram


@pytest.fixture
async def bot(fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[BotProcess]:
    """The bot on SQLite, not started."""
    process = BotProcess(fake, f"sqlite:///{tmp_path}/bot.db", tmp_path / "bot.log")
    yield process
    if process.process is not None:
        await process.kill()


@pytest.fixture(scope="session")
def vault_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank imported from the real pages, by the command."""
    if not VAULT.is_dir():
        pytest.skip(f"no pages at {VAULT}; VAULT_PATH can name another folder")
    out = tmp_path_factory.mktemp("banks") / "vault"
    folders = sorted(str(folder) for folder in VAULT.iterdir())
    command = [sys.executable, "-m", "bot", "content", "import", *folders, "--out", str(out)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own command
    return out
