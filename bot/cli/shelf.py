"""Finds the question that a line of a file means."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.language import Language, Level
from bot.domain.question import Bank, FollowUp, Question


class LineError(Exception):
    """A line cannot be used; the message says why and goes into the output."""


class Shelf:
    """Questions of a bank by source page, id and title."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._by_title: dict[tuple[str, Language], list[Question]] = {}
        self._by_source: dict[tuple[str, Language], list[Question]] = {}
        for question in bank.questions.values():
            self._by_title.setdefault((question.title, question.language), []).append(question)
            for suffix in _suffixes(question.source):
                self._by_source.setdefault((suffix, question.language), []).append(question)

    def question(self, line: Mapping[str, Any]) -> Question:
        """The question of a line with `lang` and `file` or `question` (id or exact title); LineError else."""
        language = language_of(line)
        if "file" in line:
            name = str(line["file"]).lstrip("/")
            found = self._by_source.get((name, language), [])
            exact = [question for question in found if question.source == name]
            return _only(exact or found, f"page {name!r} in {language.value}")
        name = text_of(line, "question")
        known = self._bank.find(name, language)
        return known or _only(self._by_title.get((name, language), []), f"question {name!r} in {language.value}")

    def follow_up(self, question: Question, line: Mapping[str, Any]) -> FollowUp:
        """The follow-up that `follow_up` of a line names by its text or id; LineError else."""
        wanted = _squeezed(text_of(line, "follow_up"))
        found = [f for f in question.follow_ups if wanted in {f.id, _squeezed(f.question)}]
        if not found:
            raise LineError(f"no follow-up {wanted!r} of question {question.title!r}")
        return found[0]


def language_of(line: Mapping[str, Any]) -> Language:
    """Language of a line; LineError for one that is not known."""
    try:
        return Language(text_of(line, "lang"))
    except ValueError:
        raise LineError(f"unknown lang {line['lang']!r}: expected en, ru or uk") from None


def level_of(line: Mapping[str, Any]) -> Level:
    """Level of a line, middle when it names none; LineError for one that is not known."""
    try:
        return Level.parse(str(line.get("level", Level.MIDDLE.key)))
    except ValueError as error:
        raise LineError(str(error)) from None


def text_of(line: Mapping[str, Any], key: str) -> str:
    """Text under a key; LineError when it is absent or no text."""
    value = line.get(key)
    if not isinstance(value, str):
        raise LineError(f"{key!r} is missing or no text")
    return value


def _suffixes(source: str) -> Iterable[str]:
    parts = source.split("/") if source else []
    return ("/".join(parts[first:]) for first in range(len(parts)))


def _only(found: list[Question], name: str) -> Question:
    if len(found) != 1:
        raise LineError(f"{len(found)} questions for {name}" if found else f"no {name}")
    return found[0]


def _squeezed(text: str) -> str:
    return " ".join(text.split())
