"""Voice messages put into words by a program of the operator's choice."""

import asyncio
import os
import shlex
import signal
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.domain.dialogue import Medium
from bot.domain.messaging import Dictated, Incoming, PlaceKind, Sent

PATIENCE = 60.0
"""Seconds a transcription may take; a minute of speech takes a small local model less on one core."""
LONGEST = 3500
"""Characters of a transcription that fit a message with the question whether it is right."""

_log = structlog.get_logger()


class Transcriber:
    """Runs a command that reads the audio file named last and prints what was said in it as UTF-8.

    One at a time: a speech model fills the machine. Neither sound nor words outlive the call here.
    """

    def __init__(self, bot: Bot, command: str, patience: float = PATIENCE) -> None:
        """`command` is split as a shell would, and run without one; empty for none."""
        self._bot = bot
        self._command = shlex.split(command)
        self._patience = patience
        self._turn = asyncio.Semaphore(1)

    async def heard(self, incoming: Incoming) -> Incoming:
        """The update with the words of its voice message; as it came when there are none to be had."""
        body = incoming.body
        private = incoming.place.kind is PlaceKind.PRIVATE
        if not (self._command and private and isinstance(body, Sent) and body.medium is Medium.VOICE and body.file):
            return incoming
        text = await self._words(body.file)
        return replace(incoming, body=Dictated(text, body.message)) if text else incoming

    async def _words(self, file: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "voice.oga")
            try:
                await (await self._bot.get_file(file)).download_to_drive(path)
            except TelegramError as error:
                _log.warning("voice_not_fetched", fault=type(error).__name__)
                return ""
            async with self._turn:
                return " ".join((await self._run(path)).split())[:LONGEST]

    async def _run(self, path: Path) -> str:
        """What the command prints; nothing when it fails or takes too long."""
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                str(path),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            _log.error("transcriber_not_run", fault=type(error).__name__)
            return ""
        try:
            output, _ = await asyncio.wait_for(process.communicate(), self._patience)
        except TimeoutError:
            _log.warning("transcriber_too_slow", seconds=self._patience)
            return ""
        finally:
            await _end(process)
        if process.returncode:
            _log.warning("transcriber_failed", code=process.returncode)
            return ""
        return output.decode("utf-8", errors="replace")


async def _end(process: asyncio.subprocess.Process) -> None:
    """Leave no process behind, nor one that it began, whatever made us stop waiting for it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
