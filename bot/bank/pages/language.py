"""Which of the three languages a text is written in."""

import re
from typing import Final

from bot.domain.language import Language

MIN_CYRILLIC: Final = 0.25
"""Share of Cyrillic letters from which a text is not English: English terms are everywhere, Cyrillic ones are not."""

_UNSAID = re.compile(r"`[^`\n]*`|https?://\S+|\]\([^)\n]{0,300}\)")
_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґ]")
_LETTER = re.compile(r"[^\W\d_]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN_WORDS = re.compile(
    r"\b(?:и|или|что|как|не|для|при|это|нет|если|когда|только|между|чем|какие|почему|зачем)\b", re.IGNORECASE
)
_UKRAINIAN_WORDS = re.compile(
    r"\b(?:і|й|та|або|що|як|не|для|при|це|немає|якщо|коли|лише|між|ніж|чому|навіщо|чи|з)\b", re.IGNORECASE
)


def language_of(text: str) -> Language | None:
    """Language of the text, by letters and then by small words; None when they do not tell."""
    said = _UNSAID.sub(" ", text)
    letters = len(_LETTER.findall(said))
    if not letters:
        return None
    if len(_CYRILLIC.findall(said)) < MIN_CYRILLIC * letters:
        return Language.EN
    russian, ukrainian = len(_RUSSIAN.findall(said)), len(_UKRAINIAN.findall(said))
    if russian == ukrainian:
        russian, ukrainian = len(_RUSSIAN_WORDS.findall(said)), len(_UKRAINIAN_WORDS.findall(said))
    if russian == ukrainian:
        return None
    return Language.UK if ukrainian > russian else Language.RU
