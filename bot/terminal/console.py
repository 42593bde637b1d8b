"""Talking through a terminal or a pipe."""

import readline  # noqa: F401 -- importing it gives `input` line editing and history
import sys
from collections.abc import Callable
from typing import TextIO

from bot.terminal.look import Look

PROMPT = "> "
_MORE = "… "
_CONTINUED = "\\"

Reader = Callable[[str], str]
"""Shows a prompt and returns the line typed; EOFError when there will be no more."""


class Console:
    """Says messages and takes lines; `interactive` when a person can be asked, not only heard."""

    def __init__(self, read: Reader, target: TextIO, look: Look, *, interactive: bool) -> None:
        self._read = read
        self._target = target
        self._look = look
        self.interactive = interactive

    @classmethod
    def standard(cls, look: Look) -> "Console":
        """The console of this process; undecodable input is replaced, as is what the terminal cannot show."""
        for stream in (sys.stdin, sys.stdout):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        interactive = sys.stdin.isatty() and sys.stdout.isatty()
        read = input if interactive else piped(sys.stdin, sys.stdout)
        return cls(read, sys.stdout, look, interactive=interactive)

    def say(self, html: str) -> None:
        """Show a message and an empty line."""
        self._write(self._look.paint(html) + "\n\n")

    def remark(self, text: str) -> None:
        """Show plain words beside the conversation, and an empty line."""
        self._write(self._look.faint(text) + "\n\n")

    def line(self) -> str:
        """One line, which may be empty; EOFError at the end of input."""
        return self._read(PROMPT).strip()

    def hear(self) -> str | None:
        """One answer: a line, and those after it while a line ends in a backslash; None at the end of input."""
        lines: list[str] = []
        prompt = PROMPT
        while True:
            try:
                line = self._read(prompt)
            except EOFError:
                break
            lines.append(line.removesuffix(_CONTINUED))
            if not line.endswith(_CONTINUED) and any(map(str.strip, lines)):
                break
            prompt = _MORE if line.endswith(_CONTINUED) else PROMPT
        said = "\n".join(lines).strip()
        self._write("\n")
        return said or None

    def _write(self, text: str) -> None:
        self._target.write(text)
        self._target.flush()


def piped(source: TextIO, target: TextIO) -> Reader:
    """A reader of lines that echoes them, so that what is written reads as a transcript."""

    def read(prompt: str) -> str:
        line = source.readline()
        if not line:
            raise EOFError
        text = line.rstrip("\r\n")
        target.write(f"{prompt}{text}\n")
        return text

    return read
