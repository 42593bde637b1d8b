"""Skeletons: what stays of a loan word when it changes alphabet and ending (неймспейс, namespace)."""

import re

SHORTEST = 3
"""Consonants below which words of different meaning look alike."""

_SOUNDS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "є": "e", "ж": "j", "з": "z", "и": "i",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "",
        "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "'": "",
    }
)  # fmt: skip
_SPELLINGS = (
    ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("wh", "v"),
    ("qu", "kv"), ("kh", "h"), ("zh", "j"), ("ts", "c"), ("dj", "j"), ("dge", "j"), ("ge", "je"), ("gi", "ji"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("tion", "sn"), ("x", "ks"), ("w", "v"), ("y", "i"), ("q", "k"),
)  # fmt: skip
_HARD_C = re.compile(r"c(?![heiy])")
_VOWELS = re.compile(r"[aeiou]")
_DOUBLES = re.compile(r"(.)\1+")
_VOICED = str.maketrans("zj", "ss")


def romanise(word: str) -> str:
    """Cyrillic letters written in Latin ones by sound; other letters stay."""
    return word.translate(_SOUNDS)


def skeleton(word: str) -> str:
    """Consonants of a word by sound, alike for both alphabets; empty for words too short to tell apart."""
    latin = word if word.isascii() else romanise(word)
    if word.isascii():
        latin = _HARD_C.sub("k", latin)
        for spelling, sound in _SPELLINGS:
            latin = latin.replace(spelling, sound)
    latin = latin.replace("ks", "x").replace("dj", "j").replace("g", "j").replace("c", "s")
    first = latin[:1]
    rest = _VOWELS.sub("", latin[1:])
    bones = _DOUBLES.sub(r"\1", ("v" if first in "aeiou" else first) + rest).translate(_VOICED)
    return bones if len(bones) >= SHORTEST else ""


_LETTERS = {
    "shch": "щ", "sch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц", "ya": "я", "ja": "я", "yu": "ю",
    "ju": "ю", "yo": "е", "ye": "е", "je": "е", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г",
    "h": "х", "i": "и", "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "ы", "z": "з", "'": "ь",
}  # fmt: skip
_LETTER = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_SHORT_I = re.compile("(?<=[аеиоуыэюя])[ыи]$")


def cyrillise(word: str, *, ukrainian: bool = False) -> str:
    """Russian or Ukrainian typed in Latin letters, in its own letters."""
    if ukrainian:
        word = word.replace("yi", "ї")
    text = _LETTER.sub(lambda match: _LETTERS[match.group()], word)
    if ukrainian:
        text = text.replace("и", "і").replace("ы", "и")
        return re.sub("(?<=[аеиоуюяіє])[иі]$", "й", text)
    return _SHORT_I.sub("й", text.replace("ет", "эт", 1) if text.startswith("ет") else text)
