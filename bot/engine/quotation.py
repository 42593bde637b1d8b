"""Quotations: the candidate's own words, cut so that each stands alone and reads as it was meant."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.verdict import Span

_GAP = 40
"""Characters between two spans that are quoted as one passage."""
LONGEST = 240
"""Characters of one quotation."""
_MOST = 3
"""Quotations kept for one verdict in one reply."""
_DEPTH = 16
"""Open marks among which the one to close is looked for: prose nests two or three, walls of brackets cost little."""

_INTRODUCING = r"e\.\s?g\.|i\.\s?e\.|vs\.|cf\.|т\.\s?[ек]\.|см\.|напр\."
"""Abbreviations after which a sentence always goes on."""
_UNIT = re.compile(
    rf"\b(?:{_INTRODUCING}|т\.\s?[дпч]\.|т\.\s?зв\.|etc\.)|\d+(?:[.,:]\d+)+|\w+(?:[.'’-]\w+)*", re.IGNORECASE
)
"""What is not cut in two: an abbreviation, a number with its decimals, a word, a dotted name."""
_JOINED = re.compile(r"[\s,;:)–—-]*\b(?:and|but|so|и|а|но|та|і|й|але)\s+|[\s,;:–—-]+", re.IGNORECASE)
"""What joins a passage to the one before it."""
_HANGING = re.compile(
    r"[\s,;:(–—-]*(?<!\w)(?:"
    + _INTRODUCING
    + r"|such as|for example|то есть|например|тобто|наприклад|and|but|because|и|но|потому что|та|і|й|але|бо|тому що)"
    r"[\s,;:(–—-]*$|[\s,;:–—-]+$",
    re.IGNORECASE,
)
"""What announces something that a cut has left out."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_UNFINISHED = re.compile(rf"(?<!\w)(?:{_INTRODUCING}|т\.|т\.\s?[дпч]\.|etc\.)$", re.IGNORECASE)
_MARK = re.compile(r"```|[`\"()\[\]{}«»„“”]")
_CLOSES = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“„", "“": "„", "`": "`", '"': '"', "```": "```"}
"""Closing marks with what each may close; those that close themselves open where nothing is to be closed."""
_OPENS = frozenset(("(", "[", "{", "«", "„", "“", "`", '"', "```"))


def quotes(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The candidate's words under the spans, near ones joined; the head of the text when the spans hold no words."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(span.start, 0), min(span.end, len(text))) for span in spans):
        if joined and start - joined[-1][1] <= _GAP:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    pairs = tuple(_pairs(text))
    cut = (_cut(text, start, end, pairs) for start, end in joined if text[start:end].strip())
    return tuple(dict.fromkeys(cut))[:_MOST] or (shortened(text.strip()),)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences and lines of a text, each as it would be quoted; an abbreviation does not end one."""
    found: list[str] = []
    for piece in filter(None, map(str.strip, _SENTENCE.split(text))):
        if found and _UNFINISHED.search(found[-1]) and (piece[0].islower() or _introduces(found[-1])):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return tuple(map(shortened, found))


def shortened(words: str) -> str:
    """The words, or as many of their first ones as a quotation holds."""
    if len(words) <= LONGEST:
        return words
    head = words[: LONGEST - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def _introduces(words: str) -> bool:
    found = _UNFINISHED.search(words)
    return found is not None and re.fullmatch(rf"{_INTRODUCING}|т\.", found[0], re.IGNORECASE) is not None


def _cut(text: str, start: int, end: int, pairs: tuple[tuple[int, int], ...]) -> str:
    """The passage without what hangs over, with whole words, and with both or neither of each pair of marks."""
    start, end = _bare(text, *_whole(text, start, end))
    first, last = _balanced(start, end, pairs)
    if last - first <= LONGEST:
        return text[first:last]
    words = shortened(text[start:end])
    return f"…{words}" if first < start else words + ("" if words.endswith("…") else "…")


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without joining words at its head and hanging ones at its tail, unless nothing else is in it."""
    head, tail = _JOINED.match(text, start, end), _HANGING.search(text, start, end)
    first, last = head.end() if head else start, tail.start() if tail else end
    return (first, last) if text[first:last].strip() else _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to the edges of the words it begins and ends in."""
    units = [unit.span() for unit in _UNIT.finditer(text)]
    first = next((left for left, right in units if left < start < right), start)
    return first, next((right for left, right in units if left < end < right), end)


def _balanced(start: int, end: int, pairs: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """The range widened until no pair has one of its marks in it and the other one outside."""
    while True:
        split = [(left, right) for left, right in pairs if (start <= left < end) != (start < right <= end)]
        if not split:
            return start, end
        start, end = min(start, *(left for left, _ in split)), max(end, *(right for _, right in split))


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Beginnings of opening marks with the ends of the marks that close them; one without the other is left out."""
    opened: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        at = next(
            (n for n in reversed(range(max(0, len(opened) - _DEPTH), len(opened))) if _closes(mark, opened[n], text)),
            None,
        )
        if at is not None:
            yield opened[at].start(), mark.end()
            del opened[at:]
        elif mark[0] in _OPENS:
            opened.append(mark)


def _closes(mark: re.Match[str], opened: re.Match[str], text: str) -> bool:
    """Whether one mark closes the other; a straight quotation mark or backtick does so in its own line only."""
    straight = mark[0] in ("`", '"')
    return opened[0] in _CLOSES.get(mark[0], ()) and not (straight and "\n" in text[opened.start() : mark.start()])
