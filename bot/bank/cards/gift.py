"""GIFT, Moodle's text format for questions (docs.moodle.org, "GIFT format")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bot.bank.cards.draft import Draft, read_text
from bot.bank.cards.markup import text_of
from bot.bank.pages.language import language_of
from bot.bank.problems import Sink
from bot.domain.language import Language

BLANK: Final = "_____"
"""What stands in a question for the word to be found."""

_ESCAPES: Final = {f"\\{mark}": chr(0xE000 + index) for index, mark in enumerate("\\~=#{}:")}
"""Escaped marks, and private letters that stand for them while the others are read."""

_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)")
_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORM = re.compile(r"\s*\[(html|markdown|moodle|plain)\]")
_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#.*)?", re.DOTALL | re.IGNORECASE)
_OPTION = re.compile(r"([=~])\s*(?:%(-?\d+(?:\.\d+)?)%)?([^=~]*)")
_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)\s*(?:(\.\.|:)\s*(-?\d+(?:\.\d+)?))?")
_WORDS: Final = {
    Language.EN: ("True", "False"),
    Language.RU: ("Верно", "Неверно"),
    Language.UK: ("Правильно", "Неправильно"),
}
"""True and false in the language of the card."""


class _NotACardError(Exception):
    """Something of GIFT that a card cannot hold; the arguments are what is there and what is expected."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The text of one question, its first line, and the category it is in."""

    line: int
    text: str
    category: str


def read_gift(path: Path, sink: Sink) -> list[Draft]:
    """Cards of a GIFT file; of answers' feedback only that of a right one is kept, as the explanation."""
    text = read_text(path, sink) or ""
    usual = language_of(text) or Language.EN
    drafts = []
    for block in _blocks(text):
        try:
            drafts.append(_draft(block, usual))
        except _NotACardError as error:
            sink.add(block.line, *error.args)
    return drafts


def _blocks(text: str) -> Iterator[_Block]:
    """Questions, which blank lines part, without comments."""
    category, first, lines = "", 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.lstrip().startswith("//"):
            continue
        if found := _CATEGORY.fullmatch(line):
            category = found[1].rpartition("/")[2].strip()
        elif line.strip():
            first = first or number
            lines.append(line)
        elif lines:
            yield _Block(first, "\n".join(lines), category)
            first, lines = 0, []


def _draft(block: _Block, usual: Language) -> Draft:
    text = _escaped(block.text)
    name = _NAME.match(text)
    text = text[name.end() :] if name else text
    form = _FORM.match(text)
    text = text[form.end() :] if form else text
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise _NotACardError("no answers in braces", "Expected is `question {=right ~wrong}`")
    before, inside, after = text[:start].strip(), text[start + 1 : end], text[end + 1 :].strip()
    inside, _, feedback = inside.partition("####")
    question = _plain(f"{before} {BLANK} {after}" if after else before)
    draft = _answered(inside.strip(), language_of(question) or usual)
    told = replace(draft, question=question, explanation=_plain(feedback) or draft.explanation)
    return replace(_without_tags(told) if form and form[1] == "html" else told, line=block.line, topic=block.category)


def _without_tags(draft: Draft) -> Draft:
    def text(html: str) -> str:
        words, picture = text_of(html)
        if picture:
            raise _NotACardError("a picture", "Expected is text alone")
        return words

    answers, wrong = tuple(map(text, draft.answers)), tuple(map(text, draft.wrong))
    return replace(
        draft, question=text(draft.question), answers=answers, wrong=wrong, explanation=text(draft.explanation)
    )


def _answered(inside: str, language: Language) -> Draft:
    """A draft with nothing but answers."""
    if not inside:
        raise _NotACardError("an essay question", "Expected are answers in the braces")
    if truth := _TRUTH.fullmatch(inside):
        right, wrong = _WORDS[language] if truth[1][0] in "tT" else reversed(_WORDS[language])
        return Draft(0, "", (right,), (wrong,))
    return Draft(0, "", tuple(_numbers(inside[1:]))) if inside.startswith("#") else _chosen(inside)


def _numbers(inside: str) -> Iterator[str]:
    """Numbers that are right, with their tolerance or as a range."""
    for part in inside.replace("=", "\n=").split("\n"):
        value = _plain(part.strip().removeprefix("=").partition("#")[0])
        if not value:
            continue
        found = _NUMBER.fullmatch(value)
        if not found:
            raise _NotACardError(
                f"no number: {value[:40]!r}", "Expected is `#number`, `#number:tolerance` or `#low..high`"
            )
        low, mark, high = found.groups()
        if mark == ":":
            yield low if float(high) == 0 else f"{low} ± {high}"
        else:
            yield f"{low}–{high}" if mark else low


def _chosen(inside: str) -> Draft:
    """Options marked right and wrong; the feedback of a right one is the explanation."""
    if not inside.startswith(("=", "~")):
        raise _NotACardError(
            "answers without marks", "Expected is `=` before each right answer and `~` before wrong ones"
        )
    right, wrong, explanation = list[str](), list[str](), ""
    for mark, weight, rest in _OPTION.findall(inside):
        answer, _, feedback = rest.partition("#")
        if "->" in answer:
            raise _NotACardError("a matching question", "Expected are single answers")
        if _is_right(mark, weight):
            right.append(_plain(answer))
            explanation = explanation or _plain(feedback)
        else:
            wrong.append(_plain(answer))
    return Draft(0, "", tuple(filter(None, right)), tuple(filter(None, wrong)), explanation)


def _is_right(mark: str, weight: str) -> bool:
    """Whether an option has the whole mark; part of it is more than a card can tell."""
    share = float(weight) if weight else 100.0 * (mark == "=")
    if 0 < share < 100:  # noqa: PLR2004 -- per cent
        raise _NotACardError(f"an answer for {weight} % of the mark", "Expected are answers that are right or wrong")
    return share > 0


def _escaped(text: str) -> str:
    """The text with escaped marks replaced by their private letters."""
    for escape, letter in _ESCAPES.items():
        text = text.replace(escape, letter)
    return text


def _plain(text: str) -> str:
    """The text with escapes resolved, that of `n` to a line end."""
    text = text.replace("\\n", "\n")
    for escape, letter in _ESCAPES.items():
        text = text.replace(letter, escape[1])
    return text.strip()
