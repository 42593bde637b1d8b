"""Files in, a bank of cards out: all of them or, where anything is not understood, none."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.bank.cards.anki import read_anki
from bot.bank.cards.draft import MAX_TEXT, Draft
from bot.bank.cards.gift import read_gift
from bot.bank.cards.table import read_table
from bot.bank.cards.trivia import read_trivia
from bot.bank.pages.language import language_of
from bot.bank.pages.naming import slug
from bot.bank.problems import BankError, Problem, Sink
from bot.domain.language import Language
from bot.domain.question import Bank, Card, Topic

Reader = Callable[[Path, Sink], list[Draft]]

READERS: Final[Mapping[str, Reader]] = {
    "table": read_table,
    "anki": read_anki,
    "trivia": read_trivia,
    "gift": read_gift,
}
"""How each format is read."""

_SUFFIXES: Final = {
    ".csv": "table",
    ".tsv": "table",
    ".txt": "anki",
    ".yaml": "trivia",
    ".yml": "trivia",
    ".gift": "gift",
}

MAX_TOPIC: Final = 50
"""Characters of a topic's id: with what stands before it, it must fit the data of a button."""

_KEY_DIGITS: Final = 12
"""Hexadecimal digits of a card's id: 48 bits, no two alike among millions."""


def import_cards(
    paths: Sequence[Path], form: str | None = None, topic: str = "", language: Language | None = None
) -> Bank:
    """Bank of the cards in these files; BankError with everything that is not understood.

    `form` is one of READERS, by default told by the suffix; `topic` and `language` are taken where a file names none.
    """
    problems: list[Problem] = []
    cards: dict[tuple[str, Language], Card] = {}
    names: dict[str, dict[Language, str]] = {}
    for path in paths:
        sink = Sink(path)
        for draft, name, spoken in _placed(_read(path, form, sink), path, topic, language, sink):
            card = _card(draft, name, spoken)
            if (card.id, card.language) in cards:
                sink.add(draft.line, "the same question comes again", "Keep one")
            cards[card.id, card.language] = card
            names.setdefault(card.topic, {}).setdefault(spoken, name)
        problems += sink.problems
    if problems:
        raise BankError(problems)
    return Bank({}, {key: Topic(key, spoken) for key, spoken in sorted(names.items())}, tuple(cards.values()))


def _read(path: Path, form: str | None, sink: Sink) -> list[Draft]:
    name = form or _SUFFIXES.get(path.suffix.lower(), "")
    if name not in READERS:
        sink.add(0, "of no known format", f"Name it with --format: {', '.join(READERS)}")
        return []
    drafts = READERS[name](path, sink)
    if not drafts and not sink.total:
        sink.add(0, "no card in it", f"Check that it is of the format {name}")
    return drafts


def _placed(
    drafts: Sequence[Draft], path: Path, topic: str, language: Language | None, sink: Sink
) -> Iterator[tuple[Draft, str, Language]]:
    """Drafts that can be cards, each with the name of its topic and its language."""
    usual = language or language_of("\n".join(text for draft in drafts for text in draft.texts))
    for draft in drafts:
        before = sink.total
        for reason, remedy in _faults(draft):
            sink.add(draft.line, reason, remedy)
        spoken = _language(draft, language, usual, sink)
        if sink.total == before and spoken:
            yield draft, draft.topic or topic or path.stem, spoken


def _faults(draft: Draft) -> Iterable[tuple[str, str]]:
    if not draft.question:
        yield "no question", "Expected is a text"
    if not any(draft.answers):
        yield "no answer", "Expected is at least one that is right"
    if set(draft.answers) & set(draft.wrong):
        yield "an answer both right and wrong", "Keep one of them"
    if any(len(text) > MAX_TEXT for text in draft.texts):
        yield f"a text of more than {MAX_TEXT} characters", "Shorten it"


def _language(draft: Draft, given: Language | None, usual: Language | None, sink: Sink) -> Language | None:
    if draft.language:
        if draft.language.lower() in set(Language):
            return Language(draft.language.lower())
        sink.add(draft.line, f"language {draft.language[:20]!r}", f"Expected is one of: {', '.join(Language)}")
        return None
    found = given or language_of("\n".join(draft.texts)) or usual
    if found is None:
        sink.add(draft.line, "the text does not tell its language", "Name it with --language")
    return found


def _card(draft: Draft, topic: str, language: Language) -> Card:
    key = hashlib.sha256((draft.key or draft.question).encode()).hexdigest()[:_KEY_DIGITS]
    return Card(
        id=f"card-{key}",
        language=language,
        topic=slug(topic)[:MAX_TOPIC].rstrip("-") or "cards",
        question=draft.question,
        answers=draft.answers,
        wrong=draft.wrong,
        explanation=draft.explanation,
    )
