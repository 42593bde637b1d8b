"""Which language a message is written in, as far as it matters for offering to switch."""

import re

from bot.domain.language import Language

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_UKRAINIAN = re.compile(r"[іїєґ]")
_RUSSIAN = re.compile(r"[ыэёъ]")
_LEAST = 6
"""Words from which a message is long enough to tell."""
_ENGLISH = frozenset(
    ("the", "is", "are", "of", "and", "to", "in", "it", "that", "for", "with", "not", "you", "can", "be", "on")
)
_ENGLISH_SHARE = 0.2
"""Share of function words in English prose; lists of terms stay far below."""


def language_of(text: str) -> Language | None:
    """The language of a message of some length; None when it is too short, too technical or mixed to tell."""
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST:
        return None
    if sum(bool(_CYRILLIC.search(word)) for word in words) * 2 < len(words):
        function_words = sum(word in _ENGLISH for word in words)
        return Language.EN if function_words >= _ENGLISH_SHARE * len(words) else None
    ukrainian = sum(bool(_UKRAINIAN.search(word)) for word in words)
    russian = sum(bool(_RUSSIAN.search(word)) for word in words)
    if ukrainian == russian:
        return None
    return Language.UK if ukrainian > russian else Language.RU
