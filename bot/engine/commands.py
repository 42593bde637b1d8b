"""The words after /interview and the payload of a deep link: what was asked for, in any order and language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rapidfuzz import fuzz

from bot.domain.dialogue import Mode
from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.engine.classify import words as plain

MOST = 20
"""Questions in the longest interview; a larger number asked for means this many."""
PAYLOAD = 64
"""Characters of a deep-link payload; Bot API, deep linking."""

_ALIKE = 82.0
"""`fuzz.ratio` from which a word counts as a mistyped or declined form of another."""
_FUZZY_LENGTH = 4
"""Shorter words must be typed exactly."""
_NEAR = 55.0
"""`fuzz.ratio` from which a topic is worth suggesting."""
_SUGGESTED = 3
_LONGEST = 4
"""Words in the longest topic name looked for."""
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]+")

Choice = Level | Language | Mode


@dataclass(frozen=True, slots=True)
class Request:
    """What the words ask for; None and empty mean not said. `everything` is an explicit wish for all topics.

    `unknown` are words that mean nothing here, `suggestions` the ids of topics they may have meant.
    """

    topics: tuple[str, ...] = ()
    level: Level | None = None
    count: int | None = None
    language: Language | None = None
    mode: Mode | None = None
    everything: bool = False
    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def _table(entries: Mapping[Choice, str]) -> Mapping[str, Choice]:
    return MappingProxyType({word: choice for choice, text in entries.items() for word in text.split()})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CHOICES = _table(
    {
        Level.JUNIOR: "junior jun jr juniors beginner trainee"
        " джуниор джун джуна джуніор джуниора младший начинающий молодший",
        Level.MIDDLE: "middle mid mids middles medium intermediate"
        " мидл миддл мідл міддл мидла средний середній мид мід",
        Level.SENIOR: "senior sr seniors sen lead expert сеньор сениор синьор сеньйор сеньора сіньйор старший лид лід",
        Language.EN: "english en eng английский английском английски англ англійська англійською англійській",
        Language.RU: "russian ru rus русский русском русски рус російська російською російській рос росс",
        Language.UK: "ukrainian uk ua ukr украинский украинском украински укр українська українською українській",
        Mode.TRAINING: "training train practice practise learning тренировка тренировку тренировочный тренинг учебный"
        " тренування тренувальний навчання практика практику обучение",
        Mode.INTERVIEW: "interview собеседование собес собеса интервью співбесіда співбесіду інтерв",
    }
)
_EVERYTHING = _words("all any everything mixed random все всё всего любая любые любой разное усе всі будь")
_FILLERS = _words(
    "on in at the a and with of for about please level questions question topic topics lets start по на в во и с со"
    " про для о об уровень уровня вопрос вопроса вопросов тема теме темы темам давай начать пожалуйста та і й з із зі"
    " рівень рівня питання питань запитань запитання теми почати мові мовою языке яка"
)
_NUMBERS = MappingProxyType(
    {
        word: number
        for number, text in (
            (1, "one один одне одно одна"),
            (2, "two два две дві"),
            (3, "three три"),
            (4, "four четыре чотири"),
            (5, "five пять пять"),
            (6, "six шесть шість"),
            (7, "seven семь сім"),
            (8, "eight восемь вісім"),
            (9, "nine девять девять"),
            (10, "ten десять"),
        )
        for word in plain(text).split()
    }
)


def parse_interview(words: str, topics: Iterable[Topic]) -> Request:
    """What words like "докер мидл 5 ru" ask for; topics are found by names, aliases and ids, typos allowed."""
    return _Parser(tuple(topics)).parse(plain(words).split())


def encode_start(request: Request) -> str:
    """Deep-link payload of a request, at most 64 of A-Z, a-z, 0-9, _ and -; ValueError if it does not fit."""
    said = (request.level.key if request.level else None, request.count, request.language, request.mode)
    payload = "_".join(str(part) for part in (*request.topics, *said) if part is not None)
    if len(payload) > PAYLOAD or not _PAYLOAD.fullmatch(payload):
        raise ValueError(f"no deep link can carry {payload!r}")
    return payload


def decode_start(payload: str, topics: Iterable[Topic]) -> Request | None:
    """The request in a payload, which people may also write by hand; None when nothing in it is known."""
    if len(payload) > PAYLOAD or not _PAYLOAD.fullmatch(payload):
        return None
    known = tuple(topics)
    ids = {topic.id for topic in known}
    parts = payload.split("_")
    named = tuple(part for part in parts if part in ids)
    request = parse_interview(" ".join(part for part in parts if part not in ids), known)
    request = replace(request, topics=tuple(dict.fromkeys((*named, *request.topics))))
    bare = Request(unknown=request.unknown, suggestions=request.suggestions)
    return None if request == bare else request


class _Parser:
    """Reads words left to right, the longest topic name first; lives for one request."""

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        self._topics = topics
        self._labels = dict(_labels(topics))

    def parse(self, tokens: list[str]) -> Request:
        request, position = Request(), 0
        while position < len(tokens):
            topic, taken = self._topic(tokens[position:])
            if topic:
                request = replace(request, topics=tuple(dict.fromkeys((*request.topics, topic))))
            else:
                request, taken = self._single(request, tokens[position]), 1
            position += taken
        return replace(request, suggestions=self._suggest(request.unknown))

    def _topic(self, tokens: list[str]) -> tuple[str | None, int]:
        """Topic at the head of the tokens and how many of them name it; whole names before mistyped ones."""
        phrases = [(" ".join(tokens[:taken]), taken) for taken in range(min(_LONGEST, len(tokens)), 0, -1)]
        for phrase, taken in phrases:
            if phrase in self._labels and (taken > 1 or not _known(phrase)):
                return self._labels[phrase], taken
        for phrase, taken in phrases:
            if not any(_known(token) for token in tokens[:taken]) and (topic := self._mistyped(phrase)):
                return topic, taken
        return None, 0

    def _mistyped(self, phrase: str) -> str | None:
        if len(phrase) < _FUZZY_LENGTH or _choice(phrase) is not None:
            return None
        size = len(phrase.split())
        scored = [
            (fuzz.ratio(phrase, label), topic)
            for label, topic in self._labels.items()
            if len(label.split()) == size and len(label) >= _FUZZY_LENGTH
        ]
        score, topic = max(scored, default=(0.0, ""))
        return topic if score >= _ALIKE else None

    def _single(self, request: Request, token: str) -> Request:
        choice = _choice(token)
        if isinstance(choice, Level):
            return replace(request, level=choice)
        if isinstance(choice, Language):
            return replace(request, language=choice)
        if isinstance(choice, Mode):
            return replace(request, mode=choice)
        return self._other(request, token)

    def _other(self, request: Request, token: str) -> Request:
        if token in _EVERYTHING:
            return replace(request, everything=True)
        if (number := _number(token)) is not None:
            return replace(request, count=number)
        return request if token in _FILLERS else replace(request, unknown=(*request.unknown, token))

    def _suggest(self, unknown: tuple[str, ...]) -> tuple[str, ...]:
        """Topics whose names come nearest to what was not understood, best first."""
        best: dict[str, float] = {}
        for label, topic in self._labels.items():
            score = max((fuzz.ratio(word, label) for word in unknown), default=0.0)
            best[topic] = max(score, best.get(topic, 0.0))
        near = sorted((topic for topic in best if best[topic] >= _NEAR), key=lambda topic: -best[topic])
        return tuple(near[:_SUGGESTED])


def _labels(topics: tuple[Topic, ...]) -> Iterator[tuple[str, str]]:
    """Everything a topic can be called, with its id; words of names that several topics share are left out.

    Later pairs win: whole names and aliases over single words of names.
    """
    parts: dict[str, set[str]] = {}
    for topic in topics:
        for name in (*topic.names.values(), topic.id):
            for part in plain(name).split():
                parts.setdefault(part, set()).add(topic.id)
    for part, owners in parts.items():
        if len(owners) == 1 and len(part) >= _FUZZY_LENGTH and not _known(part):
            yield part, next(iter(owners))
    for topic in topics:
        for name in (*topic.aliases, *topic.names.values(), topic.id):
            yield plain(name), topic.id


def _known(token: str) -> bool:
    """Whether a single word means something other than a topic."""
    return token in _CHOICES or token in _EVERYTHING or token in _FILLERS or _number(token) is not None


def _choice(token: str) -> Choice | None:
    """The level, language or mode a word stands for, typos allowed in words long enough."""
    if token in _CHOICES:
        return _CHOICES[token]
    if len(token) <= _FUZZY_LENGTH:
        return None
    score, word = max((fuzz.ratio(token, known), known) for known in _CHOICES if len(known) > _FUZZY_LENGTH)
    return _CHOICES[word] if score >= _ALIKE else None


def _number(token: str) -> int | None:
    if token in _NUMBERS:
        return _NUMBERS[token]
    return min(int(token), MOST) if token.isascii() and token.isdigit() and int(token[:4]) > 0 else None
