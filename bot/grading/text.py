"""From what was typed to tokens and clauses that remember where they stood."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

CLAUSE_LIMIT = 28
"""Words after which a clause is cut even without punctuation, so that an unpunctuated list is no single thought."""

OPENING = 2
"""Words that a clause must have before a conjunction can open the next one."""

CACHE_LIMIT = 40_000
"""Words remembered as they were typed, some 0.3 kB each; the shipped bank has 25,000."""

_SAME_LENGTH = str.maketrans(
    {
        "ё": "е",
        "ґ": "г",
        "’": "'",
        "ʼ": "'",
        "`": "'",
        "‘": "'",
        "´": "'",
        "–": "—",
        "―": "—",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
    }
    | {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
)
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ATTACHED = f"\u0300-\u036f{_INVISIBLE}"
_STRIP = re.compile(f"[{_INVISIBLE}]")
_TOKEN = re.compile(
    rf"""
    (?P<order>[oо]\s?\([^()\n]{{1,14}}(?:\([^()\n]{{1,6}}\)[^()\n]{{0,4}})?\))
  | (?P<number>\d+(?:[.,]\d+)*)
  | (?P<word>(?:c\+\+|c\#|\bno-(?!one\b)[a-z]+\b|[^\W\d_][^\W_{_ATTACHED}]*(?:[{_ATTACHED}]+[^\W_]*)*(?:'[^\W\d_]+)*))
  | (?P<mark>\(\)|!==?|<>|≠|⇒|→|->|=>|>=|<=|≥|≤|==|[=<>%±~+*/&|^.,;:!?…()\[\]{{}}"'—\n-])
    """,
    re.VERBOSE,
)
_FOREIGN_ENDING = re.compile("(?<=[a-z0-9])'[а-яіїє]+$")
_SENTENCE_END = frozenset(".!?…\n;")
_INSIDE = frozenset(".?")
_CLAUSE_END = frozenset(",:()—[]{}")
_CONJUNCTIONS = frozenset(
    [
        "but",
        "while",
        "whereas",
        "because",
        "since",
        "although",
        "though",
        "however",
        "so",
        "unless",
        "if",
        "when",
        "cause",
        "cuz",
        "but",
        "and",
        "а",
        "но",
        "потому",
        "поэтому",
        "хотя",
        "если",
        "когда",
        "ибо",
        "однако",
        "зато",
        "але",
        "бо",
        "тому",
        "хоча",
        "якщо",
        "коли",
        "проте",
        "однак",
        "натомість",
    ]
)


class Kind(Enum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, eq=False, slots=True)
class Token:
    """A word, number or mark, wherever it stands; `text` is normalised, `raw` as typed. One object for all places."""

    text: str
    raw: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` … `last` (exclusive) of a text; `sentence` is the number of the sentence it belongs to.

    `start` and `end` are its offsets in the typed text, marks at its ends left out.
    """

    first: int
    last: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into tokens and clauses; clauses follow each other and leave no token out."""

    source: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]


def normalise(source: str) -> str:
    """Lower-cased text of the same length, so that offsets stay true: one dash, one apostrophe, one quotation mark."""
    lower = source.lower()
    if len(lower) != len(source):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in source)
    return lower.translate(_SAME_LENGTH)


def read(source: str) -> Text:
    """Tokens and clauses of a text."""
    found = list(_found(source))
    tokens, starts = tuple(_remembered(*parts) for parts, _ in found), tuple(start for _, start in found)
    return Text(source, tokens, tuple(_clauses(tokens, starts)))


def tokenise(source: str) -> tuple[Token, ...]:
    """Words (apostrophes inside kept), numbers, orders of growth and the marks that carry meaning, in order."""
    return tuple(_token(*found) for found, _ in _found(source))


Found = tuple[str, str, str]
"""Kind of a token, its text in lower case, and as typed."""


def _found(source: str) -> Iterator[tuple[Found, int]]:
    """What tokens are made of, with their offsets; a hyphen between spaces is a dash."""
    for match in _TOKEN.finditer(normalise(source)):
        start, end = match.span()
        text = match.group()
        if text == "-" and source[start - 1 : start].isspace() and source[end : end + 1].isspace():
            text = "—"
        raw = source[start:end]
        yield (match.lastgroup or "mark", text, text if raw == text else raw), start


def respelt(token: Token, text: str) -> Token:
    """The word in other letters, as typed otherwise."""
    return _remembered("word", text, token.raw)


def _token(kind: str, text: str, raw: str) -> Token:
    if kind == "order":
        text = "o" + re.sub(r"\s", "", text[1:]).replace("²", "^2")
    elif kind == "word":
        text = _FOREIGN_ENDING.sub("", _composed(text))
    elif kind == "number":
        text = text.replace(",", ".")
    return Token(text, raw, _KINDS[kind])


@lru_cache(maxsize=CACHE_LIMIT)
def _remembered(kind: str, text: str, raw: str) -> Token:
    """One copy of a word for all statements of a bank: they are many, and say much the same."""
    return _token(kind, text, raw)


def _composed(text: str) -> str:
    """The word without invisible characters and with its accents as parts of its letters; the same object if it is."""
    composed = unicodedata.normalize("NFC", _STRIP.sub("", text))
    return text if composed == text else composed.translate(_SAME_LENGTH)


_KINDS = {"order": Kind.WORD, "word": Kind.WORD, "number": Kind.NUMBER, "mark": Kind.MARK}


def _clauses(tokens: tuple[Token, ...], starts: tuple[int, ...]) -> Iterator[Clause]:
    first = words = sentence = 0
    for index, token in enumerate(tokens):
        ends_sentence = _ends_sentence(tokens, starts, index)
        starts_new = token.text in _CONJUNCTIONS and words >= OPENING
        if starts_new or words >= CLAUSE_LIMIT:
            yield Clause(first, index, sentence, *_span(tokens, starts, first, index))
            first, words = index, 0
        words += token.kind is not Kind.MARK
        if ends_sentence or (token.text in _CLAUSE_END and token.kind is Kind.MARK):
            if words:
                yield Clause(first, index + 1, sentence, *_span(tokens, starts, first, index + 1))
                first, words = index + 1, 0
            sentence += ends_sentence
    if first < len(tokens):
        yield Clause(first, len(tokens), sentence, *_span(tokens, starts, first, len(tokens)))


def _span(tokens: tuple[Token, ...], starts: tuple[int, ...], first: int, last: int) -> tuple[int, int]:
    """Offsets of tokens in the typed text, marks at the ends left out where there is more."""
    edge = [index for index in range(first, last) if tokens[index].kind is not Kind.MARK] or (first, last - 1)
    return starts[edge[0]], starts[edge[-1]] + len(tokens[edge[-1]].raw)


def _ends_sentence(tokens: tuple[Token, ...], starts: tuple[int, ...], index: int) -> bool:
    token = tokens[index]
    if token.text not in _SENTENCE_END:
        return False
    if token.text not in _INSIDE or index + 1 == len(tokens):
        return True
    wildcard = index > 0 and tokens[index - 1].text == "<"
    return starts[index + 1] > starts[index] + len(token.raw) and not wildcard
