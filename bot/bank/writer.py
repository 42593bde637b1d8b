"""Writes a bank as files: the same bank always as the same bytes, and never half of it."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from bot.bank.loader import CARDS_FOLDER, QUESTIONS_FOLDER, TOPICS_FILE
from bot.bank.problems import BankError, Problem
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Card

MARKER: Final = ".imported"
"""File that tells a folder made by an import from one that somebody wrote."""

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
    folder = folder.resolve()
    if folder.exists() and not _is_replaceable(folder):
        remedy = "Name a new or empty folder, or one made by an import"
        raise BankError([Problem(folder, 0, "holds something else than an import", remedy)])
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
            _write_files(bank, Path(scratch) / "new")
            _swap(Path(scratch), folder)
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        raise BankError([Problem(folder, 0, reason, "Check space and permissions")]) from error


def _is_replaceable(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).exists() or not any(folder.iterdir()))


def _write_files(bank: Bank, folder: Path) -> None:
    folder.mkdir()
    (folder / MARKER).write_text("Made by `interview-bot content import`; the next import replaces all of it.\n")
    (folder / TOPICS_FILE).write_text(dump(list(bank.topics.values())), encoding="utf-8")
    for question in bank.questions.values():
        _put(folder / QUESTIONS_FOLDER / question.topic / f"{question.id}.{question.language}.yaml", dump(question))
    for name, deck in _decks(bank.cards):
        _put(folder / CARDS_FOLDER / name, dump(deck))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


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
