"""CSV and TSV with headings."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from bot.bank.cards.draft import Draft, read_text
from bot.bank.cards.rows import read_rows
from bot.bank.problems import Sink

_COLUMNS: Final[Mapping[str, str]] = {
    "question": "question prompt front вопрос питання запитання",
    "answers": "answers answer correct back ответы ответ відповіді відповідь",
    "wrong": "wrong incorrect distractors options неверные неправильные хибні неправильні",
    "explanation": "explanation comment объяснение пояснение комментарий пояснення коментар",
    "topic": "topic category тема категория категорія",
    "language": "language lang язык мова",
    "key": "id guid key",
}
"""Headings by what stands under them."""

_HEADINGS: Final = {name: column for column, names in _COLUMNS.items() for name in names.split()}
_SEVERAL: Final = "|"
"""What separates answers, or wrong options, in one cell."""

_DELIMITERS: Final = "\t,;"


def read_table(path: Path, sink: Sink) -> list[Draft]:
    """Cards of a file whose first row names its columns; the delimiter is the one that makes sense of that row."""
    text = read_text(path, sink)
    if text is None:
        return []
    delimiter = max(_DELIMITERS, key=lambda mark: sum(name in _HEADINGS for name in _headings(text, mark)))
    columns = _columns(_headings(text, delimiter), sink)
    if not columns:
        return []
    rows = read_rows(text, delimiter, sink)
    next(rows, None)
    return list(_drafts(rows, columns, sink))


def _headings(text: str, delimiter: str) -> list[str]:
    _, row = next(read_rows(text, delimiter, Sink(Path())), (0, []))
    return [cell.lower() for cell in row]


def _columns(headings: list[str], sink: Sink) -> list[str]:
    """What stands in each column; empty with problems in the sink when that is not clear."""
    before = sink.total
    columns = [_HEADINGS.get(name, "") for name in headings]
    for name, column in zip(headings, columns, strict=True):
        if not column:
            sink.add(1, f"unknown column {name[:40]!r}", f"Known are: {', '.join(_COLUMNS)}")
    for column in dict.fromkeys(filter(None, columns)):
        if columns.count(column) > 1:
            sink.add(1, f"two columns for {column}", "Keep one")
    for column in ("question", "answers"):
        if column not in columns:
            sink.add(1, f"no column {column!r}", "Begin with a row of headings: question, answers, topic, …")
    return columns if sink.total == before else []


def _drafts(rows: Iterator[tuple[int, list[str]]], columns: list[str], sink: Sink) -> Iterator[Draft]:
    for line, row in rows:
        if len(row) != len(columns):
            sink.add(line, f"{len(row)} values", f"Expected are {len(columns)}, one for each heading")
            continue
        cells = dict(zip(columns, row, strict=True))
        several = {name: _several(cells.pop(name, "")) for name in ("answers", "wrong")}
        yield Draft(line, **cells, **several)  # type: ignore[arg-type]  # keys are those of _COLUMNS


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(_SEVERAL) if part.strip())
