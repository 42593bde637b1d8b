"""The bank's format, said once: what the loader accepts and what the JSON Schema tells editors."""

import json
import math
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from bot.bank.kinds import Choice, Field, Kind, Name, Number, Prose, Record, Schema, Several, Text
from bot.domain.language import Language, Level
from bot.domain.question import Card, Example, FollowUp, Misconception, Question, RubricPoint, Topic

T = TypeVar("T")

MAX_HINTS = 2
"""Hints of a point: the direction, then the first words."""

MAX_SCORE = 5
"""Marks go from 0 to this."""


def _optional(kind: Kind[object], purpose: str) -> Field:
    return Field(kind, purpose, required=False)


def _keyed(options: Mapping[str, T], kind: Kind[str], make: Callable[[dict[T, str]], object]) -> Record[object]:
    """Mapping with a fixed choice of keys, none of them required."""

    def build(**texts: str) -> object:
        return make({value: texts[key] for key, value in options.items() if key in texts})

    return Record(build, {key: _optional(kind, f"the text for {key}") for key in options})


_LEVELS = {level.key: level for level in Level}
_LANGUAGES = {language.value: language for language in Language}
_WEIGHT = Number(
    float,
    lambda weight: 0 < weight < math.inf,
    "a number above 0",
    {"type": "number", "exclusiveMinimum": 0},
)
_SCORE = Number(
    int,
    lambda score: 0 <= score <= MAX_SCORE,
    f"a whole number from 0 to {MAX_SCORE}",
    {"type": "integer", "minimum": 0, "maximum": MAX_SCORE},
)

POINT = Record(
    RubricPoint,
    {
        "id": Field(Name(), "the same in all languages, unique in the question"),
        "level": Field(Choice(_LEVELS), "lowest level that is expected to say it"),
        "weight": _optional(_WEIGHT, "relative to the other points; 1 when absent"),
        "text": Field(Text(), "the statement itself"),
        "phrasings": _optional(Several(Text()), "other ways people say it"),
        "key_terms": _optional(Several(Text()), "terms without which it is hardly said"),
        "probe": _optional(Text(), "question that asks for it without naming it"),
        "hints": _optional(Several(Text(), MAX_HINTS), "the direction, then the first words"),
    },
)
RED_FLAG = Record(
    Misconception,
    {
        "id": Field(Name(), "the same in all languages, unique in the question"),
        "claim": Field(Text(), "the wrong statement as people say it"),
        "correction": _optional(Text(), "what is right"),
        "verbatim": _optional(Text(), "the line of the imported page, claim and correction in one"),
        "phrasings": _optional(Several(Text()), "other ways people say it"),
        "near_misses": _optional(Several(Text()), "what resembles the claim and is right"),
        "probe": _optional(Text(), "neutral question that makes sure the candidate means it"),
    },
)
FOLLOW_UP = Record(
    FollowUp,
    {
        "id": Field(Name(), "the same in all languages, unique in the question"),
        "question": Field(Text(), "what to ask"),
        "answer": Field(Text(), "expected reply"),
        "point": _optional(Name(), "id of the point that it opens"),
    },
)
EXAMPLE = Record(
    Example,
    {
        "id": Field(Name(), "unique in the question"),
        "level": Field(Choice(_LEVELS), "level it is graded at"),
        "answer": Field(Text(), "what the candidate says"),
        "stated": _optional(Several(Name()), "ids of the points said"),
        "partial": _optional(Several(Name()), "ids of the points half said"),
        "asserted": _optional(Several(Name()), "ids of the red flags made"),
        "denied": _optional(Several(Name()), "ids of the red flags rejected"),
        "score": _optional(_SCORE, "a fair interviewer's mark"),
    },
)
QUESTION = Record(
    Question,
    {
        "id": Field(Name(), "the same in all languages, unique in the bank"),
        "language": Field(Choice(_LANGUAGES), "language of the file"),
        "topic": Field(Name(), "id in topics.yaml"),
        "title": Field(Text(), "short name for lists and the report"),
        "prompt": Field(Text(), "the question as it is spoken"),
        "rewording": _optional(Text(), "the question in plainer words"),
        "scope": _optional(Text(), "reply to a request for clarification; gives nothing away"),
        "related": _optional(Several(Text()), "question ids or page titles"),
        "points": Field(Several(POINT), "must-know statements"),
        "red_flags": _optional(Several(RED_FLAG), "wrong claims"),
        "follow_ups": _optional(Several(FOLLOW_UP), "prepared questions to dig with"),
        "explanations": _optional(_keyed(_LEVELS, Prose(), dict), "Markdown for each level"),
        "examples": _optional(Several(EXAMPLE), "answers with expected verdicts"),
        "source": _optional(Text(), "imported pages: path relative to the folder imported"),
    },
)
TOPIC = Record(
    Topic,
    {
        "id": Field(Name(), "unique in the bank"),
        "names": Field(_keyed(_LANGUAGES, Text(), dict), "name in each language"),
        "aliases": _optional(Several(Text()), "other names people type, in any language"),
    },
)
TOPICS = Several(TOPIC)

CARD: Record[dict[str, Any]] = Record(
    dict,
    {
        "id": Field(Name(), "unique in the bank"),
        "question": Field(Text(), "what is asked"),
        "answers": Field(Several(Text()), "short answers, each right by itself"),
        "wrong": _optional(Several(Text()), "options that are not right"),
        "explanation": _optional(Text(), "why, shown after the answer"),
    },
)


def _deck(language: Language, topic: str, cards: tuple[dict[str, Any], ...]) -> tuple[Card, ...]:
    return tuple(Card(language=language, topic=topic, **card) for card in cards)


DECK = Record(
    _deck,
    {
        "language": Field(Choice(_LANGUAGES), "language of all cards in the file"),
        "topic": Field(Name(), "id in topics.yaml"),
        "cards": Field(Several(CARD), "questions without a rubric: never asked in a graded interview"),
    },
)

REFERENCES = (
    (("follow_ups", "point"), "points"),
    (("examples", "stated"), "points"),
    (("examples", "partial"), "points"),
    (("examples", "asserted"), "red_flags"),
    (("examples", "denied"), "red_flags"),
)
"""Where ids are referred to, and the list of the same question that has to hold them."""

IDENTIFIED = ("points", "red_flags", "follow_ups", "examples")
"""Lists of a question whose items have ids, unique in the list."""


def json_schema() -> str:
    """JSON Schema (2020-12) of a question file; `#/$defs/topics` is of topics.yaml, `#/$defs/cards` of card files."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Question of the interview bank",
        **QUESTION.schema(),
        "$defs": {
            "topics": _titled("Topics of the interview bank", TOPICS.schema()),
            "cards": _titled("Cards of the interview bank", DECK.schema()),
        },
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _titled(title: str, schema: Schema) -> Schema:
    return {"title": title, **schema}
