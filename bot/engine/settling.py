"""How long to let a message settle before it is taken as the whole answer: people write one thought in several."""

import re
from collections.abc import Sequence

from bot.domain.dialogue import Said
from bot.engine import classify
from bot.engine.phrases import Manner
from bot.engine.state import InterviewState, Stage

COMPLETE = 1.5
"""Seconds after a message that reads like a finished answer: time to begin another, too short to feel slow."""
FRAGMENT = 4.0
"""Seconds after a piece of a sentence: about what the next piece takes to type."""
LONGEST = 10.0
"""Seconds after the first message at which the answer is taken, whatever still comes; dialogue policy, row "several
messages in a row"."""

_WORDS = 6
"""Words below which a message is rarely the whole answer."""
_PARAGRAPH = 20
"""Words from which a message needs no end mark to read as finished: chats often go without."""
_ENDED = re.compile(r"[.!?…)»”\"'`]\s*$")
_HANGING = re.compile(
    r"(?:[,:;(–—-]|\b(?:and|or|but|so|because|that|the|и|или|но|а|что|потому что|та|і|й|або|але|що|бо|тому що))\s*$",
    re.IGNORECASE,
)

_SHORT = frozenset((Manner.YES, Manner.NO, Manner.GREETING, Manner.THANKS, Manner.SMALL_TALK))
"""Manners of messages that are whole however short."""
_JOINING = _SHORT | {Manner.ANSWER, Manner.DONT_KNOW, Manner.NEXT, Manner.NOTHING}
"""Manners of messages that go on with what was said just before; every other asks for something."""


def settling(state: InterviewState, said: Said) -> float:
    """Seconds to wait for more after a message; 0 when it is done with itself: a request, "don't know", a number."""
    manner = classify.recognise(said.text)
    if state.stage is Stage.CONFIDENCE or classify.is_wordless(said.text):
        return 0.0
    if manner is not Manner.ANSWER:
        return COMPLETE if manner in _SHORT and state.stage is not Stage.CLOSING else 0.0
    return FRAGMENT if said.code or is_fragment(said.text) else COMPLETE


def is_fragment(text: str) -> bool:
    """Whether the text reads as if something were still to come."""
    count = len(classify.words(text).split())
    if count < _WORDS or _HANGING.search(text):
        return True
    return count < _PARAGRAPH and not _ENDED.search(text)


def joins(text: str) -> bool:
    """Whether a message belongs to the answer begun before it; a request stands alone."""
    return classify.recognise(text) in _JOINING


def gather(messages: Sequence[Said]) -> Said:
    """One answer of several messages, at least one; a piece of a sentence goes on in its line."""
    first, *others = messages
    text = first.text
    for before, after in zip(messages, others, strict=False):
        text += (" " if _goes_on(before.text) else "\n") + after.text
    parts = tuple((each.message or 0, each.text) for each in messages) if others else ()
    code, replying = any(each.code for each in messages), any(each.replying for each in messages)
    return Said(text, messages[-1].message, code, parts, replying=replying)


def _goes_on(text: str) -> bool:
    short = len(classify.words(text).split()) < _WORDS
    return bool(_HANGING.search(text)) or (short and not _ENDED.search(text))
