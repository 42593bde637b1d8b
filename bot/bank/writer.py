"""Writes a bank as files: the same bank always as the same bytes, and never half of it."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import Any, Final

from bot.bank.loader import CARDS_FOLDER, QUESTIONS_FOLDER, TOPICS_FILE
from bot.bank.problems import BankError, Problem
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Card

MARKER: Final = ".imported"
"""File that tells a folder made by an import from one that somebody wrote."""

EXPORTED: Final = ".exported"
"""The same for an export."""

CARDS_A_FILE: Final = 100
"""Cards in one file: with the longest texts that are imported it stays under the size that is loaded."""

_PLAIN = re.compile(r"[a-z0-9][a-z0-9.-]*")
_NOT_RAW: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
"""Characters that YAML takes for line ends, refuses or drops when they stand in a file as they are."""

_NEEDS_ESCAPES = re.compile(f"[{_NOT_RAW}]")
_ESCAPED = re.compile(f'["\\\\\n\t{_NOT_RAW}]')


def write_bank(bank: Bank, folder: Path) -> None:
    """Put the bank in the place of the folder, all or nothing.

    Raises BankError when something else than an earlier import is there or the files cannot be written.
    """
    write_files(_files(bank), folder, MARKER)


def write_files(files: Iterable[tuple[PurePath, str]], folder: Path, marker: str) -> None:
    """Put files, named relative to the folder, in its place: all or nothing, and only in the place of earlier ones.

    Raises BankError when the folder holds anything and no `marker`, or cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and not _is_replaceable(folder, marker):
        made = f"an {marker[1:].removesuffix('ed')}"
        remedy = f"Name a new or empty folder, or one made by {made}"
        raise BankError([Problem(folder, 0, f"holds something else than {made}", remedy)])
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
            new = Path(scratch) / "new"
            _put(new / marker, "Made by `interview-bot content`, which may replace all of it.\n")
            for path, text in files:
                _put(new / path, text)
            _swap(Path(scratch), folder)
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        raise BankError([Problem(folder, 0, reason, "Check space and permissions")]) from error


def _is_replaceable(folder: Path, marker: str) -> bool:
    return folder.is_dir() and ((folder / marker).exists() or not any(folder.iterdir()))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _swap(scratch: Path, folder: Path) -> None:
    """Rename the new folder into place; the old one comes back if that fails."""
    if folder.exists():
        folder.rename(scratch / "old")
    try:
        (scratch / "new").rename(folder)
    except OSError:
        if (scratch / "old").exists():
            (scratch / "old").rename(folder)
        raise


def _files(bank: Bank) -> Iterator[tuple[PurePath, str]]:
    """The files of a bank."""
    yield PurePath(TOPICS_FILE), dump(list(bank.topics.values()))
    for question in bank.questions.values():
        name = f"{question.id}.{question.language}.yaml"
        yield PurePath(QUESTIONS_FOLDER, question.topic, name), dump(question)
    for name, deck in _decks(bank.cards):
        yield PurePath(CARDS_FOLDER, name), dump(deck)


def _decks(cards: Iterable[Card]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of the files that hold the cards, those of one topic and language together."""
    filed: dict[tuple[str, Language], list[Card]] = {}
    for card in cards:
        filed.setdefault((card.topic, card.language), []).append(card)
    for (topic, language), together in filed.items():
        for start in range(0, len(together), CARDS_A_FILE):
            plain = [_plain(card) for card in together[start : start + CARDS_A_FILE]]
            own = [{key: value for key, value in card.items() if key not in {"language", "topic"}} for card in plain]
            deck = {"language": language.value, "topic": topic, "cards": own}
            yield f"{topic}-{start // CARDS_A_FILE + 1}.{language}.yaml", deck


def dump(content: Any) -> str:
    """YAML of a question or a list of topics, as the loader reads it; what has its default is left out."""
    return "".join(f"{line}\n" for line in _block(_plain(content)))


def _plain(value: Any) -> Any:
    """The value as mappings, lists and texts."""
    if isinstance(value, Level):
        return value.key
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        kept = (field for field in fields(value) if getattr(value, field.name) != _default(field))
        return {field.name: _plain(getattr(value, field.name)) for field in kept}
    if isinstance(value, Mapping):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _block(value: Any) -> Iterator[str]:
    """Lines of a mapping or list, not indented."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _after(f"{key}:", item)
    else:
        for item in value:
            yield from _item(item)


def _item(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _after("-", value)
        return
    for index, line in enumerate(_block(value)):
        yield f"{'  ' if index else '- '}{line}" if line else ""


def _after(opening: str, value: Any) -> Iterator[str]:
    """Lines of a value after its key or list mark."""
    if isinstance(value, str):
        first, *more = _scalar(value)
        yield f"{opening} {first}"
        yield from more
    elif not value:
        yield f"{opening} {'{}' if isinstance(value, dict) else '[]'}"
    else:
        yield opening
        yield from (f"  {line}" if line else "" for line in _block(value))


def _scalar(text: str) -> list[str]:
    """Lines of a text: bare, quoted, with escapes, or as a block of lines."""
    if _PLAIN.fullmatch(text):
        return [text]
    if _NEEDS_ESCAPES.search(text) or text.endswith("\n"):
        return ['"' + _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + '"']
    if "\n" in text:
        indicator = "|2-" if text[0] in " \t\n" else "|-"
        return [indicator, *(f"  {line}" if line else "" for line in text.split("\n"))]
    doubled = text.replace("'", "''")
    return [f"'{doubled}'"]
