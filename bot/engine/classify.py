"""Recognition of what a message is for, by phrase lists and a little fuzz: no model, no state."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz, process

from bot.engine import marks, phrases
from bot.engine.phrases import Manner

_WHOLE = 0.6
"""Share of a message's words that phrases must cover to decide what it is for."""
_ALIKE = 86.0
"""`fuzz.ratio` above which a whole message counts as a mistyped phrase; tuned so that "не знаю" and "знаю" differ."""
_FUZZY_LENGTH = 6
"""Shorter phrases must be typed exactly: one letter changes their meaning."""
_LONGEST = 14
"""Words in the longest message that phrases may decide."""
_DECLINE_WORDS = 6
"""Words up to which a message that opens with "don't know" is one, whatever else it names."""
_LOST_WORDS = 8
"""Words up to which a message that opens with "I don't understand" asks for simpler words."""
_PANIC_WORDS = 8
"""Words up to which a message that opens with panic is nothing else."""
_HUMS = 4
"""Words up to which hums are hesitation."""
_ROLE_WORDS = 3
"""Words a message that gives the interviewer a role has at least besides the phrase's own."""

_ORDER = tuple(phrases.WHOLE)
_SIGNS = {"+": Manner.YES, "👍": Manner.YES, "👌": Manner.YES, "✅": Manner.YES, "-": Manner.NO, "👎": Manner.NO}
_CLEAN = re.compile(r"[^\w]+")
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_CLAUSE = re.compile(r"[.!?,;:\n–—]+")
_SENTENCE = re.compile(r"[.!?\n]+")
_WORDLESS = re.compile(r"^\W+$")
_HESITATION = re.compile(r"[aehmuаеєимуэх]{1,10}")
"""Vowels and hums: what is left when somebody thinks with his fingers on the keys."""
_SMILE = re.compile(r"[^\w?]+$")
"""What may stand behind a question mark: brackets, emoji."""


def words(text: str) -> str:
    """The text in lower case with single spaces and nothing but letters, digits and underscores; `е` for `ё`."""
    plain = _APOSTROPHES.sub("", text.casefold().replace("ё", "е"))
    return _CLEAN.sub(" ", plain).strip()


def _padded(text: str) -> str:
    return f" {text} "


def _strip_fillers(message: str) -> str:
    kept = _padded(message)
    for filler in _FILLERS:
        kept = kept.replace(filler, " ")
    return kept.strip() or message


_FILLERS = tuple(_padded(filler) for filler in sorted(marks.FILLERS, key=len, reverse=True))


def _contains(message: str, listed: tuple[str, ...]) -> bool:
    padded = _padded(message)
    return any(_padded(phrase) in padded for phrase in listed)


def _covered(message: str, listed: tuple[str, ...]) -> float:
    """Share of the message's words that lie inside phrases of the list."""
    padded = _padded(message)
    total = len(message.split())
    for phrase in sorted((phrase for phrase in listed if _padded(phrase) in padded), key=len, reverse=True):
        padded = padded.replace(_padded(phrase), "  ")
    return 1 - len(padded.split()) / total


def _mistyped(message: str, manner: Manner) -> bool:
    if len(message) < _FUZZY_LENGTH:
        return False
    listed = [phrase for phrase in phrases.WHOLE[manner] if len(phrase) >= _FUZZY_LENGTH]
    return process.extractOne(message, listed, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None


def _fit(message: str, manner: Manner) -> float:
    """How well the list of that manner explains the message, 0..1; an exact whole phrase is 1."""
    if message in phrases.WHOLE[manner]:
        return 1.0
    share = _covered(message, phrases.WHOLE[manner])
    return max(share, _WHOLE if _mistyped(message, manner) else 0.0)


def is_insult(message: str) -> bool:
    """Whether a short message swears at the interviewer; `message` as `words` leaves it."""
    return len(message.split()) <= _LONGEST and _contains(message, marks.INSULTS)


def is_order(message: str) -> bool:
    """Whether a message tries to command the interviewer; `message` as `words` leaves it."""
    bare = _strip_fillers(message).split()
    head = " ".join(bare[:3])
    if bare[0] in marks.ORDER_STARTS and _contains(message, marks.ORDER_OBJECTS):
        return bare[1:2] != [] and (bare[1] in marks.ORDER_OBJECTS or _contains(message, marks.ORDER_OWNERS))
    if _contains(head, marks.ORDER_MARKS) and _contains(message, marks.ORDER_PRIZES):
        return True
    return len(bare) > _ROLE_WORDS and _contains(" ".join(bare[:5]), marks.ORDER_PHRASES)


def _begins(message: str, listed: tuple[str, ...]) -> bool:
    return _padded(message).startswith(tuple(map(_padded, listed)))


def _opens_with(message: str, manner: Manner) -> bool:
    return _begins(message, phrases.WHOLE[manner])


def declines(message: str) -> bool:
    """Whether a short message opens with "don't know" and goes on with neither a "but" nor what was forgotten."""
    found = message.split()
    goes_on = marks.ADVERSATIVES.intersection(found) or _contains(message, marks.ADDS)
    if goes_on or len(found) > _DECLINE_WORDS:
        return False
    return _opens_with(message, Manner.DONT_KNOW)


def _is_lost(message: str) -> bool:
    """Whether a short message opens with "I don't understand"; `message` without fillers."""
    found = message.split()
    return len(found) <= _LOST_WORDS and not marks.ADVERSATIVES.intersection(found) and _begins(message, marks.LOST)


def _panics(message: str) -> bool:
    """Whether a short message opens with panic in more words than one, which might be a term."""
    found = message.split()
    named = tuple(phrase for phrase in phrases.WHOLE[Manner.PANIC] if " " in phrase)
    return len(found) <= _PANIC_WORDS and not marks.ADVERSATIVES.intersection(found) and _begins(message, named)


_OPENED: Mapping[Manner, Callable[[str], bool]] = MappingProxyType(
    {Manner.PANIC: _panics, Manner.SIMPLER: _is_lost, Manner.DONT_KNOW: declines}
)
"""Manners that a few words at the head of a short message tell, whatever follows them."""


@lru_cache(maxsize=1024)
def recognise(text: str, among: tuple[Manner, ...] = _ORDER) -> Manner:
    """What the message is for; ANSWER when its words do not tell. Earlier in `among` wins a tie."""
    message = words(text)
    if not message:
        return Manner.ANSWER
    if is_insult(message):
        return Manner.INSULT
    if is_order(message):
        return Manner.ORDERS
    bare = _strip_fillers(message)
    if len(bare.split()) > _LONGEST:
        return Manner.ANSWER
    best = max(among, key=lambda manner: max(_fit(message, manner), _fit(bare, manner)))
    if max(_fit(message, best), _fit(bare, best)) >= _WHOLE:
        # Who says first that he is lost needs a word for that before anything easier.
        lost = best is Manner.DONT_KNOW and Manner.PANIC in among and _opens_with(bare, Manner.PANIC)
        return Manner.PANIC if lost else best
    return next((manner for manner, opens in _OPENED.items() if manner in among and opens(bare)), Manner.ANSWER)


def is_guess(text: str) -> bool:
    """Whether the candidate marks what he says as a guess."""
    clauses = (_padded(words(clause)) for clause in _CLAUSE.split(text))
    starts = tuple(map(_padded, marks.GUESS_STARTS))
    return _contains(words(text), marks.GUESSES) or any(clause.startswith(starts) for clause in clauses)


def takes_back(text: str) -> bool:
    """Whether the candidate says he was wrong."""
    return _contains(words(text), marks.TAKEN_BACK)


def adds(text: str) -> bool:
    """Whether the candidate says that he adds something to what he said before."""
    return _contains(words(text), marks.ADDS)


def place_named(text: str) -> int | None:
    """1 or 2 when a short reply, or the first sentence of a longer one, names one of two statements alone."""
    sentences = [text, *_SENTENCE.split(text.strip())[:1]]
    message = next((message for each in sentences if len((message := words(each)).split()) <= _LONGEST), "")
    named = [place for place, listed in ((1, marks.FIRST), (2, marks.SECOND)) if _contains(message, listed)]
    return named[0] if len(named) == 1 else None


def _head(message: str) -> str:
    """The first word that carries something: "well, yes" opens with a yes."""
    leaning = (*phrases.WHOLE[Manner.YES], *phrases.WHOLE[Manner.NO])
    return next((word for word in message.split() if word in leaning or word not in marks.FILLERS), "")


def leans(text: str) -> Manner:
    """YES or NO when the reply is or opens with one, as a word or a sign, else ANSWER; a "don't know" is neither."""
    sign = _SIGNS.get(text.strip()[:1])
    if sign and is_wordless(text):
        return sign
    if _begins(words(_CLAUSE.split(text.strip())[0]).removeprefix("ну "), marks.NO_AFTER_ALL):
        return Manner.NO
    whole = recognise(text, (Manner.YES, Manner.NO))
    if whole in (Manner.YES, Manner.NO):
        return whole
    if recognise(text) is Manner.DONT_KNOW:
        return Manner.ANSWER
    first = _head(words(text))
    for manner in (Manner.YES, Manner.NO):
        if first in phrases.WHOLE[manner]:
            return manner
    return Manner.ANSWER


def is_wordless(text: str) -> bool:
    """Whether there is no letter and no digit in it: emoji, dots."""
    return bool(_WORDLESS.match(text)) or not text.strip()


def is_hesitation(text: str) -> bool:
    """Whether little was typed, and nothing but hums and words that carry nothing."""
    found = words(text).split()
    hums = (_HESITATION.fullmatch(word) or word in marks.FILLERS for word in found)
    return len(found) <= _HUMS and all(hums)


def asks(text: str) -> bool:
    """Whether the message is a question to the interviewer, not a guess with a question mark."""
    if not _SMILE.sub("", text).endswith("?"):
        return False
    found = _strip_fillers(words(text)).split()
    return not marks.QUESTION_WORDS.isdisjoint(found[:1]) or not marks.ADDRESS.isdisjoint(found)
