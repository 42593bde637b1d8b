"""Notices that the files of a bank have changed."""

from collections.abc import Sequence
from pathlib import Path

from bot.bank.loader import load_bank
from bot.domain.question import Bank

_Signature = frozenset[tuple[Path, int, int]]
"""Every file of the bank with the time of its last change and its size."""


class Watch:
    """Looks at bank folders now and then; a change is taken when it has stood still from one look to the next."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._known = self._seen = _signature(folders)

    def look(self) -> Bank | None:
        """The bank if it is another than before, else None; BankError, once a change, when it cannot be used."""
        found = _signature(self._folders)
        still, self._seen = found == self._seen, found
        if not still or found == self._known:
            return None
        self._known = found
        return load_bank(self._folders)


def _signature(folders: Sequence[Path]) -> _Signature:
    found = set()
    for folder in folders:
        for path in folder.rglob("*.y*ml"):
            try:
                about = path.stat()
            except OSError:  # gone between the listing and the look
                continue
            found.add((path, about.st_mtime_ns, about.st_size))
    return frozenset(found)
