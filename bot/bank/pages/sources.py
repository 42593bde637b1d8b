"""Which files are pages, and what their text is."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.bank.document import read_bytes
from bot.bank.problems import BankError, Problem

MAX_PAGE: Final = 1 << 18
"""Bytes of the largest page read: five times the largest known."""

SUFFIXES: Final = frozenset({".md", ".markdown", ".txt"})
"""Files of a folder that are pages; a file named by itself may have any suffix."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page's file; `name` is its path relative to the folder given for import, `root`."""

    path: Path
    root: Path
    name: str

    @property
    def depth(self) -> int:
        """Folders between the root and the page."""
        return self.name.count("/")

    def text(self) -> str:
        """The page; raises FileRefusedError."""
        return read_bytes(self.path, MAX_PAGE).decode()


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """Pages under the paths, each once, least deep first; raises BankError for paths that are not there."""
    missing = [Problem(path, 0, "not there", "Check the path") for path in paths if not path.exists()]
    if missing:
        raise BankError(missing)
    found: dict[Path, Source] = {}
    for given in paths:
        root = given.resolve() if given.is_dir() else given.resolve().parent
        for path in _walk(root) if given.is_dir() else [given.resolve()]:
            found.setdefault(path, Source(path, root, path.relative_to(root).as_posix()))
    return sorted(found.values(), key=lambda source: (source.depth, source.name, source.path))


def _walk(root: Path) -> Iterator[Path]:
    """Pages in a folder, and folders that cannot be listed; hidden ones, which editors keep, are passed over."""
    denied: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=lambda error: denied.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if Path(name).suffix.lower() in SUFFIXES and name[0] != ".")
    yield from denied
