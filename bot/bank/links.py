"""Related questions: titles that pages link to, turned into ids where the bank has the question."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from bot.domain.language import Language
from bot.domain.question import Question

_NUMBER = re.compile(r"^\s*\d{1,3}\s*[.)_-]+\s*")
_WORD = re.compile(r"[^\W_]+")


def resolve_related(questions: Mapping[tuple[str, Language], Question]) -> dict[tuple[str, Language], Question]:
    """The same questions; what is related and in the bank in that language is named by id, once.

    A link names a page's title or its file, with or without the number, maybe after a folder.
    """
    ids: dict[tuple[Language, tuple[str, ...]], str] = {
        (language, _words(name)): question_id
        for (question_id, language), question in reversed(list(questions.items()))
        for name in (PurePosixPath(question.source).stem, question.title)
    }

    def found(title: str, language: Language) -> str:
        for name in (title, title.rpartition("/")[2]):
            if (language, _words(name)) in ids:
                return ids[language, _words(name)]
        return title

    return {
        key: replace(
            question, related=tuple(dict.fromkeys(found(title, question.language) for title in question.related))
        )
        for key, question in questions.items()
    }


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_NUMBER.sub("", name).lower()))
