"""Bullets of a cheat sheet, written so that the importer reads them back as they were."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.bank.pages.inline import split_follow_up, split_red_flag
from bot.bank.pages.lines import Shape, read_lines
from bot.domain.language import Language
from bot.domain.question import FollowUp, Misconception

_QUOTES: Final = {Language.EN: ('"', '"'), Language.RU: ("«", "»"), Language.UK: ("«", "»")}


class NotWritableError(Exception):
    """No way of writing an item is read back as the item; the message names the item."""


def point_bullet(text: str) -> str:
    """A must-know point."""
    return _first([text], lambda written: (written,), (text,), text)


def follow_up_bullet(follow_up: FollowUp, language: Language) -> str:
    """A follow-up question with its answer, code in lines of its own."""
    answer, _, code = follow_up.answer.partition("\n")
    opening, closing = _QUOTES[language]
    asked, told = follow_up.question, answer.rstrip(" ")
    ways = (f"*{opening}{asked}{closing}* — {told}", f"{asked} — {told}", f"**{asked}** — {told}", f"{asked} {told}")
    bullet = _first(ways, split_follow_up, (asked, told), asked)
    return f"{bullet}\n{code}" if code else bullet


def flag_bullet(flag: Misconception, language: Language) -> str:
    """A red flag with its correction: as its page had it, where there was one."""
    return _first(_flag_ways(flag, *_QUOTES[language]), split_red_flag, (flag.claim, flag.correction), flag.claim)


def _flag_ways(flag: Misconception, opening: str, closing: str) -> Iterator[str]:
    if flag.verbatim:
        yield flag.verbatim
        return
    quoted = f"{opening}{flag.claim}{closing}"
    for claim in (quoted, f"**{flag.claim}**", flag.claim):
        yield from (f"{claim} — {flag.correction}", f"{claim} ({flag.correction})") if flag.correction else (claim,)
    yield f"❌ {flag.claim} ✅ {flag.correction}"


def _first(ways: Iterable[str], read: Callable[[str], tuple[str, ...]], wanted: tuple[str, ...], name: str) -> str:
    """The first way of writing that is one bullet, whole, and is read as wanted."""
    for way in ways:
        lines = read_lines(f"- {way}")
        if len(lines) == 1 and lines[0].shape is Shape.BULLET and lines[0].text == way and read(way) == wanted:
            return f"- {way}"
    raise NotWritableError(f"{name[:60]!r}")
