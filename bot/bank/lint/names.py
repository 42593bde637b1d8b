"""A rule on names of products: written as their makers write them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

from bot.bank.lint.model import Fault, Subject
from bot.bank.lint.texts import told

_CODE: Final = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(`+).+?\1|https?://\S+", re.DOTALL)
"""What is copied letter by letter: code and addresses."""


@cache
def spellings() -> Mapping[str, str]:
    """The right name by each wrong spelling, from data/names.tsv."""
    table = resources.files(__package__).joinpath("data/names.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {wrong: right for right, *wrongs in rows for wrong in wrongs}


@cache
def _pattern() -> re.Pattern[str]:
    """Any wrong spelling that stands as a word: not in a path, an address, a command's option or an identifier."""
    longest_first = sorted(spellings(), key=len, reverse=True)
    return re.compile(rf"(?<![\w./@:#$=-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/@:=-]|\.\w)")


def misspelt_names(subject: Subject) -> Iterator[Fault]:
    """Names written otherwise than by their makers, in what the bot says; candidates may write as they like."""
    for place, text in told(subject.question):
        for wrong in dict.fromkeys(_pattern().findall(_CODE.sub(" ", text))):
            right = spellings()[wrong]
            yield Fault(place, f"{wrong!r} is written {right!r}", "Correct it, or mark code as `code`")
