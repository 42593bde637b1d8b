"""Rules on single texts."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.bank.drafts import is_written
from bot.bank.lint.model import Fault, Subject
from bot.bank.lint.texts import digs, prompts, recognised, told, wordings, words
from bot.bank.places import Place

MAX_WORDS: Final = 30
"""Words of what is spoken: more is not kept in mind while one thinks of the answer."""

_QUESTION_WORD: Final = (
    r"what|how|when|where|which|who|whose|why"
    r"|что|чем|чего|чём|кого|как|каков\w*|как(?:ой|ая|ое|ие|их|им|ими|ую)|почему|зачем|когда|где|кто|сколько|откуда|куда"
    r"|що|чим|чого|чому|кого|як|як(?:ий|а|е|і|их|им|ими|у|ою)|навіщо|коли|де|хто|скільки|звідки|куди"
)
_PREPOSITION: Final = r"in|on|at|to|by|for|from|of|with|under|на|о|об|от|в|во|за|с|из|по|до|для|при|у|про|від|з|із|зі"
_SECOND_QUESTION = re.compile(
    rf"(?<![.!?:…])\s(?:and|и|і|й|та|а)\s+(?:(?:{_PREPOSITION})\s+)?(?:{_QUESTION_WORD})(?![-\w])", re.IGNORECASE
)
_REASON = re.compile(r",?\s(?:and|и|і|й|та)\s+(?:why|почему|чому)(?:\s+(?:so|так))?\?$", re.IGNORECASE)
"""`…, and why?` asks for the answer's reason and is no second question."""

_QUESTION_MARKS = re.compile(r"\?+")

APOSTROPHE: Final = "\u2019"
"""The Ukrainian apostrophe as the bot's own words have it, the character that Unicode prefers for punctuation."""

_OTHER_APOSTROPHE = re.compile(r"(?<=[а-яіїєґ])['`\u02bc\u2018](?=[а-яіїєґ])", re.IGNORECASE)


def too_long(subject: Subject) -> Iterator[Fault]:
    """Prompts, probes and follow-ups that are too long to be spoken."""
    for place, text in chain(prompts(subject.question), digs(subject.question)):
        if (count := len(words(text))) > MAX_WORDS:
            yield Fault(place, f"{count} words to be spoken", f"Say it in {MAX_WORDS}")


def two_questions(subject: Subject) -> Iterator[Fault]:
    """Two questions at once: only the last of them gets an answer."""
    for place, text in chain(prompts(subject.question), digs(subject.question)):
        if len(_QUESTION_MARKS.findall(text)) > 1:
            yield Fault(place, "two questions in one", "Ask one, make the other a follow-up")


def joined_questions(subject: Subject) -> Iterator[Fault]:
    """A second question hung on with `and how`, `и почему`, `і що`."""
    for place, text in chain(prompts(subject.question), digs(subject.question)):
        if "?" in text and (found := _SECOND_QUESTION.search(_REASON.sub("?", text.strip()))):
            reason = f"a second question hangs on with {found[0].strip()!r}"
            yield Fault(place, reason, "Ask one, make the other a follow-up")


def odd_apostrophes(subject: Subject) -> Iterator[Fault]:
    """Apostrophes within Ukrainian words that are not `’`, in what the bot says; candidates may type any of them."""
    for place, text in told(subject.question):
        if found := _OTHER_APOSTROPHE.search(text):
            yield Fault(place, f"the apostrophe {found[0]!r} within a word", f"Write {APOSTROPHE!r}")


def unwritten(subject: Subject) -> Iterator[Fault]:
    """Parts of a new question with texts that nobody has written yet, each part told once."""
    parts: dict[Place, dict[str, None]] = {}
    for place, text in chain(told(subject.question), recognised(subject.question)):
        if not is_written(text):
            parts.setdefault(place[:2], {}).update(dict.fromkeys(map(str, place[2:3])))
    for place, names in parts.items():
        reason = f"not written yet{': ' if names else ''}{', '.join(names)}"
        yield Fault(place, reason, "Write it, or remove the key if it may be left out")


def idle_phrasings(subject: Subject) -> Iterator[Fault]:
    """Phrasings with the very words of the statement or of another phrasing: the grader knows them already."""
    for place, statement, phrasings in wordings(subject.question):
        seen = {_bag(statement): "the statement itself"}
        for number, phrasing in enumerate(phrasings):
            if not is_written(phrasing):
                continue
            if twin := seen.get(_bag(phrasing)):
                yield Fault((*place, number), f"the same words as {twin}", "Say it in other words or remove it")
            seen.setdefault(_bag(phrasing), f"phrasing {number + 1}")


def _bag(text: str) -> tuple[str, ...]:
    return tuple(sorted(words(text)))
