"""A bank as Markdown pages for the importer: what they hold comes back equal, what they cannot hold is refused."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath, PurePosixPath
from typing import Final

from bot.bank.export.markup import NotWritableError, flag_bullet, follow_up_bullet, point_bullet
from bot.bank.loader import Content, Key
from bot.bank.pages.page import read_page
from bot.bank.problems import BankError, Problem
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question

_LEVEL: Final = {Language.EN: "Level", Language.RU: "уровень", Language.UK: "рівень"}
_SHEET: Final = {
    Language.EN: (
        "Interview Cheat Sheet",
        "Must know",
        "Follow-up questions",
        "Red flags (do not say)",
        "Related topics",
    ),
    Language.RU: (
        "Шпаргалка для интервью",
        "Обязательно знать",
        "Уточняющие вопросы",
        "Красные флаги (не говорить)",
        "Связанные темы",
    ),
    Language.UK: (
        "Шпаргалка для інтерв'ю",
        "Обов'язково знати",
        "Уточнюючі запитання",
        "Червоні прапорці (не говорити)",
        "Пов'язані теми",
    ),
}
"""Heading of the cheat sheet and labels of its lists."""

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What file names cannot hold on one system or another."""

_LONGEST_NAME: Final = 80


def page_files(content: Content) -> Iterator[tuple[PurePath, str]]:
    """Path and text of a page for each question; BankError when a page would not be read back as the question.

    Pages hold title, points, red flags with corrections, follow-ups, explanations and related titles; prompts, probes,
    hints, phrasings, weights and examples stay in the bank.
    """
    paths = _paths(content.bank)
    problems = [
        Problem(content.questions[key], 0, f"no page can hold {fault}", "Change it or export without this question")
        for key, question in content.bank.questions.items()
        if (fault := _fault(question, paths[key], content.bank))
    ]
    if problems:
        raise BankError(problems)
    for key, question in content.bank.questions.items():
        yield paths[key], _page(question, content.bank)


def _fault(question: Question, path: PurePath, bank: Bank) -> str:
    """What of the question its page does not hold; empty when it holds all that it should."""
    if path.is_absolute() or ".." in path.parts:
        return f"the path {str(path)!r}"
    try:
        read = read_page(_page(question, bank))
    except NotWritableError as error:
        return str(error)
    flags = [(flag.claim, flag.correction) for flag in question.red_flags]
    asked = [(follow_up.question, follow_up.answer) for follow_up in question.follow_ups]
    wanted: Mapping[str, tuple[object, object]] = {
        "title": (read.title, question.title),
        "language": (read.language, question.language),
        "points": (list(read.points), [point.text for point in question.points]),
        "red flags": ([(flag.claim, flag.correction) for flag in read.red_flags], flags),
        "follow-ups": (list(read.follow_ups), asked),
        "explanations": (read.levels, dict(question.explanations)),
        "related questions": (list(read.related), _related(question, bank)),
    }
    return ", ".join(f"its {name}" for name, (found, meant) in wanted.items() if found != meant)


def _page(question: Question, bank: Bank) -> str:
    sheet, *labels = _SHEET[question.language]
    lists: Sequence[Sequence[str]] = (
        [point_bullet(point.text) for point in question.points],
        [follow_up_bullet(follow_up, question.language) for follow_up in question.follow_ups],
        [flag_bullet(flag, question.language) for flag in question.red_flags],
        [f"- [[{title}]]" for title in _related(question, bank)],
    )
    parts = [
        f"# {question.title}",
        *(
            part
            for level, text in sorted(question.explanations.items())
            for part in _explanation(question, level, text)
        ),
        "---",
        f"## {sheet}",
        *("\n".join((f"**{label}:**", *items)) for label, items in zip(labels, lists, strict=True) if items),
    ]
    return "\n\n".join(parts) + "\n"


def _explanation(question: Question, level: Level, text: str) -> tuple[str, str]:
    return f"## {level.name.capitalize()} {_LEVEL[question.language]}", text


def _related(question: Question, bank: Bank) -> list[str]:
    """Titles of related questions, those of the bank by the title they have in it."""
    found = ((name, bank.find(name, question.language)) for name in question.related)
    return [other.title if other else name for name, other in found]


def _paths(bank: Bank) -> dict[Key, PurePath]:
    """Where each question goes: imported ones where they came from, others by numbers of topic and question.

    The language is in the way where a page of another language would have the same name.
    """
    topics = {name: number for number, name in enumerate(bank.topics, 1)}
    numbers: dict[str, dict[str, int]] = {}
    for question in bank.questions.values():
        known = numbers.setdefault(question.topic, {})
        known.setdefault(question.id, len(known) + 1)
    sources = Counter(question.source for question in bank.questions.values())
    paths: dict[Key, PurePath] = {}
    for key, question in bank.questions.items():
        if question.source:
            paths[key] = PurePosixPath(*([question.language] * (sources[question.source] > 1)), question.source)
        else:
            name = bank.topics[question.topic].name(question.language)
            paths[key] = PurePath(
                question.language,
                f"{topics[question.topic]:02}. {_safe(name)}",
                f"{numbers[question.topic][question.id]:02}. {_safe(question.title)}.md",
            )
    return paths


def _safe(name: str) -> str:
    """A name for a file."""
    return " ".join(_UNSAFE.sub(" ", name).split())[:_LONGEST_NAME].strip(" .") or "page"
