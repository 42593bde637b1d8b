"""A bank as notes for Anki: a note for each point, each red flag and each card, with an id that stays."""

from collections.abc import Iterator
from html import escape
from pathlib import PurePath
from typing import Final

from bot.domain.language import Language
from bot.domain.question import Bank, Card, Misconception, Question, RubricPoint

_HEAD: Final = "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:4\n#tags column:5\n"
_DECK: Final = "Interview"
_ASK_CLAIM: Final = {Language.EN: "True or false?", Language.RU: "Верно или нет?", Language.UK: "Правда чи ні?"}
_FALSE: Final = {Language.EN: "False.", Language.RU: "Неверно.", Language.UK: "Неправда."}


def anki_files(bank: Bank) -> Iterator[tuple[PurePath, str]]:
    """A file for each language there is something in, ready for Anki's import."""
    for language in Language:
        if notes := list(_notes(bank, language)):
            yield PurePath(f"{language}.txt"), _HEAD + "".join("\t".join(note) + "\n" for note in notes)


def _notes(bank: Bank, language: Language) -> Iterator[tuple[str, ...]]:
    """Id, front, back, deck and tags of each note."""
    for question in bank.select(language):
        place = (_field(_deck(bank, question.topic, language)), question.topic)
        for number, point in enumerate(question.points, 1):
            yield _guid(question, "point", point.id), _point_front(question, point, number), _field(point.text), *place
        for flag in question.red_flags:
            yield _guid(question, "flag", flag.id), _flag_front(question, flag), _flag_back(flag, language), *place
    for card in bank.cards:
        if card.language is language:
            deck = _field(_deck(bank, card.topic, language))
            yield f"{card.id}.{language}", _field(card.question), _card_back(card), deck, card.topic


def _deck(bank: Bank, topic: str, language: Language) -> str:
    name = bank.topics[topic].name(language) if topic in bank.topics else topic
    return f"{_DECK}::{name.replace('::', ' ')}"


def _guid(question: Question, kind: str, part: str) -> str:
    """An id that is the same at every export, so that Anki updates a note and keeps what was learnt."""
    return f"{question.id}.{question.language}.{kind}.{part}"


def _point_front(question: Question, point: RubricPoint, number: int) -> str:
    """The probe that asks for the point; where there is none the question, and which of its points is meant."""
    asked = point.probe or f"{question.prompt} ({number}/{len(question.points)})"
    return f"<b>{_field(question.title)}</b><br>{_field(asked)}"


def _flag_front(question: Question, flag: Misconception) -> str:
    return f"<b>{_field(question.title)}</b><br>{_ASK_CLAIM[question.language]}<br>{_field(flag.claim)}"


def _flag_back(flag: Misconception, language: Language) -> str:
    return f"{_FALSE[language]} {_field(flag.correction)}".rstrip()


def _card_back(card: Card) -> str:
    right = " / ".join(card.answers)
    return _field(f"{right}\n{card.explanation}" if card.explanation else right)


def _field(text: str) -> str:
    """Text as HTML in one line; what Anki would take for a sound or a cloze deletion stays text."""
    field = "<br>".join(escape(" ".join(line.split())) for line in text.split("\n"))
    return field.replace("[sound:", "&#91;sound:").replace("{{c", "&#123;{c")
