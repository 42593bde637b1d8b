"""A new question as files to be filled in: every key there is, with a comment that says what it is for."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.bank.drafts import PLACEHOLDER
from bot.bank.kinds import Record
from bot.bank.loader import QUESTIONS_FOLDER, TOPICS_FILE
from bot.bank.problems import BankError, Problem
from bot.bank.schema import EXAMPLE, FOLLOW_UP, POINT, QUESTION, RED_FLAG
from bot.bank.writer import dump
from bot.domain.language import Language, Level
from bot.domain.question import Topic

SCHEMA_FILE: Final = "schema.json"

_PARTS: Final[Mapping[str, Record[Any]]] = {
    "points": POINT,
    "red_flags": RED_FLAG,
    "follow_ups": FOLLOW_UP,
    "examples": EXAMPLE,
}
_IMPORTED: Final = frozenset(("source", "verbatim"))
"""Keys that only imported pages have."""

_LEVELS: Final = (Level.JUNIOR, Level.JUNIOR, Level.MIDDLE, Level.MIDDLE, Level.SENIOR, Level.SENIOR)
"""Levels of the points to begin with."""

_POINTS: Final = [f"point-{number}" for number, _ in enumerate(_LEVELS, 1)]
_FLAGS: Final = [f"flag-{number}" for number in range(1, 5)]
_TEXTS: Final = (PLACEHOLDER,) * 3


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What has to be known of a question to begin with; `titles` without a language leave it to be written."""

    id: str
    topic: str
    languages: Sequence[Language]
    titles: Mapping[Language, str]


def write_skeleton(new: NewQuestion, folder: Path) -> list[Path]:
    """Write a file for each language into a bank folder, all or none; BankError when the question is there already.

    A folder without topics.yaml gets one that names the topic.
    """
    topics = folder / TOPICS_FILE
    place = folder / QUESTIONS_FOLDER / new.topic
    files = {place / f"{new.id}.{language}.yaml": _file(new, language, folder) for language in new.languages}
    there = [path for language in Language for path in folder.rglob(f"{new.id}.{language}.yaml")]
    there = [path for path in there if path.name in {file.name for file in files}]
    if there:
        raise BankError([Problem(path, 0, "is there already", "Choose another id") for path in there])
    if not topics.exists():
        named = Topic(new.topic, {language: new.topic.capitalize() for language in new.languages})
        files = {topics: dump([named]), **files}
    try:
        place.mkdir(parents=True, exist_ok=True)
        _write(files, place)
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        raise BankError([Problem(place, 0, reason, "Check space and permissions")]) from error
    return list(files)


def _write(files: Mapping[Path, str], place: Path) -> None:
    """Write all into a scratch folder first, so that a full disk leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=place) as scratch:
        written = [(Path(scratch) / path.name, path) for path in files]
        for source, path in written:
            source.write_text(files[path], encoding="utf-8", newline="\n")
        for source, path in written:
            source.rename(path)


def _file(new: NewQuestion, language: Language, folder: Path) -> str:
    head = [
        f"# A new question. Replace every {PLACEHOLDER}; remove what may be left out and is not needed.",
        f"# Then: interview-bot content check, interview-bot content try {new.id} --language {language}",
    ]
    if (folder / SCHEMA_FILE).exists():
        head.insert(0, f"# yaml-language-server: $schema=../../{SCHEMA_FILE}")
    return "\n".join((*head, "", *_record(QUESTION, _content(new, language)))) + "\n"


def _content(new: NewQuestion, language: Language) -> dict[str, Any]:
    """Values for every key of a question."""
    return {
        "id": new.id,
        "language": language.value,
        "topic": new.topic,
        "title": new.titles.get(language, PLACEHOLDER),
        "related": [],
        "points": [{"id": name, "level": level.key} for name, level in zip(_POINTS, _LEVELS, strict=True)],
        "red_flags": [{"id": name} for name in _FLAGS],
        "follow_ups": [{"id": f"follow-up-{number}", "point": name} for number, name in enumerate(_POINTS[2:], 1)],
        "explanations": {level.key: PLACEHOLDER for level in Level},
        "examples": [
            {"id": "strong", "stated": _POINTS, "score": "5"},
            {"id": "partial", "stated": _POINTS[:2], "partial": _POINTS[2:3], "score": "2"},
            {"id": "flagged", "stated": _POINTS[:3], "asserted": _FLAGS[:1], "score": "2"},
            {"id": "denies", "stated": _POINTS[:3], "denied": _FLAGS[:1], "score": "3"},
        ],
    }


_DEFAULTS: Final[Mapping[str, Any]] = {
    "level": Level.SENIOR.key,
    "weight": "1",
    "phrasings": _TEXTS,
    "near_misses": _TEXTS[:1],
    "key_terms": _TEXTS[:1],
    "hints": _TEXTS[:2],
    **{key: [] for key in ("stated", "partial", "asserted", "denied")},
}
"""Values of keys that are the same in every item; all others are texts to be written."""


def _record(record: Record[Any], values: Mapping[str, Any], *, explained: bool = True) -> Iterator[str]:
    """Lines of a record with all of its keys, each with its purpose where `explained`."""
    for key, field in record.fields.items():
        if key in _IMPORTED:
            continue
        if explained:
            yield f"# {field.purpose}{'' if field.required else ' (may be left out)'}"
        value = values.get(key, _DEFAULTS.get(key, PLACEHOLDER))
        if key in _PARTS:
            yield f"{key}:"
            yield from _items(_PARTS[key], value)
        else:
            yield from _entry(key, value)


def _items(record: Record[Any], items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Lines of a list of records; only the first is explained."""
    for number, item in enumerate(items):
        mark = "- "
        for line in _record(record, item, explained=not number):
            explains_mark = mark == "- " and line.startswith("#")
            yield f"  {'' if explains_mark else mark}{line}"
            mark = mark if explains_mark else "  "


def _entry(key: str, value: Any) -> Iterator[str]:
    """Lines of a key with ids in one line, texts in a line each, or the text of each level."""
    if isinstance(value, Mapping):
        yield f"{key}:"
        for inner, text in value.items():
            yield from (f"  {inner}: |", f"    {text}")
    elif isinstance(value, tuple):
        yield f"{key}:"
        yield from (f"  - {text}" for text in value)
    elif isinstance(value, list):
        yield f"{key}: [{', '.join(value)}]"
    else:
        yield f"{key}: {value}" if value == PLACEHOLDER else dump({key: value}).strip()
