"""Rows of separated values, each with the line it begins in."""

import csv
from collections.abc import Iterator

from bot.bank.problems import Sink


class _Lines:
    """Lines for a CSV reader; between rows, comments are passed over where there may be any.

    `row` is the number of the line in which the row under way begins.
    """

    def __init__(self, text: str, first: int, *, comments: bool) -> None:
        self._lines = iter(text.split("\n"))
        self._comments = comments
        self._number = first - 1
        self._between_rows = True
        self.row = first

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._line()
        while self._between_rows and self._comments and line.startswith("#"):
            line = self._line()
        if self._between_rows:
            self.row = self._number
        self._between_rows = False
        return f"{line}\n"

    def _line(self) -> str:
        line = next(self._lines)
        self._number += 1
        return line

    def begin_row(self) -> None:
        """Take the next line for the first of a row, whose number is then `row`."""
        self._between_rows = True


def read_rows(
    text: str, delimiter: str, sink: Sink, *, first: int = 1, comments: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, with the number of the line they begin in; `first` is the number of the first line.

    Ends with a problem in the sink at what is no row.
    """
    lines = _Lines(text, first, comments=comments)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            row = next(reader, None)
        except csv.Error as error:
            remedy = 'Quote a value that holds marks, and double quotes in it: ""'
            sink.add(lines.row, f"no row of values: {error}", remedy)
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield lines.row, [cell.strip() for cell in row]
