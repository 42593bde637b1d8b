"""What stands inside one bullet: a question and its answer, a claim and its correction, links."""

import re
from typing import Final

from bot.bank.pages.lines import cells, without_leading_emoji

_CLOSING: Final = dict(zip("«“„‘‚‹\"'`", ["»", "”“", "“”", "’‘", "‘’", "›", '"', "'", "`"], strict=True))
"""What closes a quotation, by what opens it."""

_DASH: Final = r"[—–―]+"
_ARROW: Final = r"(?:[→⇒➜➡]\ufe0f?|[-=]>)"
_SEPARATOR: Final = rf"(?:{_DASH}|-{{1,3}}>?|{_ARROW}|:{{1,2}}|=)(?=[\s*_]|$)"

_CODE = re.compile(r"(?<!`)(`++)[^`]++(?:`++[^`]++)*?(?<!`)\1(?!`)")
_PARENTHESES = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|~~)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_QUESTION_END = re.compile(rf"(?P<end>(?<!\?)\?++!?[»”“\"'’`)*_]*)\s*[*_]*{_SEPARATOR}[*_]*\s*")
_BARE_QUESTION_END = re.compile(r"(?P<end>(?<!\?)\?++!?[»”“\"'’`)*_]*)(?:\s+|$)")
_SEPARATED = re.compile(rf"\s*[*_]*{_SEPARATOR}[*_]*\s*")
_QUOTE_END = re.compile(rf"[*_~]*[.,!?;]*[*_~]*(?:(?<=[.!?;])\s|\s*(?:$|\(|[❌✅✔]|{_SEPARATOR}))")
_STRONG_DASH = re.compile(rf"\s(?:{_DASH}|--|{_ARROW})\s+")
_WEAK_DASH = re.compile(r"\s-\s+|:\s+")
_COPULA = re.compile(r"(?:это|це)\b", re.IGNORECASE)
_REBUTTAL = re.compile(
    r"(?:no|not|wrong|false|incorrect|actually|in fact|only|нет|не|неверно|неправда|неправильно|наоборот|на самом деле"
    r"|только|ні|хибно|невірно|навпаки|насправді|лише|тільки)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(rf"\s*{_SEPARATOR}\s*$")
_RIGHT = re.compile(r"\s*[✅✔]\ufe0f?\s*")
_ROLE = re.compile(
    r"[*_]*(?:[QAВОПЗqa]\d{0,2}|(?i:question|answer|вопрос|ответ|питання|запитання|відповідь)(?:\s\d{1,2})?"
    r"|(?i:correct|correction|right|in fact|actually|правильно|верно|на самом деле|вірно|насправді))"
    r"[*_]*\s?[:.)][*_]*\s+"
)
_LINK = re.compile(r"\[\[([^\[\]|#\n]+)[^\[\]\n]*\]\]|(?<!!)\[([^\[\]\n]+)\]\([^\n]{0,300}?\)")
_BLANK: Final = " \t\xa0"


def split_follow_up(text: str) -> tuple[str, str]:
    """Question and answer of a bullet; the answer is empty when the bullet holds none."""
    question, answer = _question_and_rest(_without_role(without_leading_emoji(text)))
    return unwrap(question), _without_role(answer.strip(_BLANK))


def _question_and_rest(text: str) -> tuple[str, str]:
    """Cut after a question mark or what is emphasised or quoted, if a separator follows; else as well as can be."""
    if text.startswith("|") and (row := cells(text)):
        return row[0], " — ".join(filter(None, row[1:]))
    masked = _masked(text)
    if found := _QUESTION_END.search(masked):
        return text[: found.end("end")], text[found.end() :]
    span = _leading_span(text)
    if span and (found := _SEPARATED.match(text, span)):
        return text[:span], text[found.end() :]
    if span and "?" in text[:span]:
        return text[:span], text[span:]
    if found := _BARE_QUESTION_END.search(masked):
        return text[: found.end("end")], text[found.end() :]
    return next((halves[0] for dash in (_STRONG_DASH, _WEAK_DASH) if (halves := _halves(text, dash))), (text, ""))


def split_red_flag(text: str) -> tuple[str, str]:
    """Claim and correction of a bullet; the correction is empty when the bullet holds none."""
    text = without_leading_emoji(text)
    if text.startswith("|") and (row := cells(text)):
        return unwrap(row[0]), " — ".join(filter(None, row[1:]))
    if right := _RIGHT.search(text):
        return unwrap(_DANGLING.sub("", text[: right.start()])), _correction(text[right.end() :])
    if span := _leading_span(text):
        return unwrap(text[:span]), _correction(text[span:])
    claim, correction = _cut(text, _STRONG_DASH) or _parenthesised(text) or _cut(text, _WEAK_DASH) or (text, "")
    return unwrap(claim), correction.strip(_BLANK)


def _correction(rest: str) -> str:
    """What follows a claim, without the separator, or without the parentheses that enclose all of it."""
    found = _SEPARATED.match(rest)
    rest = rest[found.end() :] if found else rest.lstrip("*_~.,!?; \t\xa0")
    whole = _PARENTHESES.fullmatch(rest.rstrip(". "))
    return _without_role(whole[0][1:-1] if whole else rest)


def _parenthesised(text: str) -> tuple[str, str] | None:
    """The text before the parentheses that end it, and what is in them if it is more than a word."""
    for found in _PARENTHESES.finditer(_masked(text, parentheses=False)):
        inner = text[found.start() + 1 : found.end() - 1]
        if found.start() and " " in inner.strip() and not text[found.end() :].strip("*_. "):
            return text[: found.start()].rstrip(_BLANK), inner
    return None


def _cut(text: str, separator: re.Pattern[str]) -> tuple[str, str] | None:
    """The text cut at the separator before a rebuttal, else at the first that no copula follows.

    `X — это Y` is one statement, and so are the first two parts of `X — Y — нет`.
    """
    halves = _halves(text, separator)
    rebutted = (half for half in halves if _REBUTTAL.match(half[1]))
    return next(rebutted, None) or next((half for half in halves if not _COPULA.match(half[1])), None)


def _halves(text: str, separator: re.Pattern[str]) -> list[tuple[str, str]]:
    """What stands before and after each separator that is not in code or parentheses."""
    found = separator.finditer(_masked(text, parentheses=True))
    return [(text[: cut.start()], text[cut.end() :]) for cut in found if cut.start() and cut.end() < len(text)]


def _masked(text: str, *, parentheses: bool = False) -> str:
    """The text, as long as before, with code (and what is in parentheses) made unlike anything looked for."""

    def blot(found: re.Match[str]) -> str:
        return "x" * len(found[0])

    masked = _CODE.sub(blot, text)
    return _PARENTHESES.sub(blot, masked) if parentheses else masked


def _leading_span(text: str) -> int:
    """Where the emphasis or quotation ends that the text begins with; 0 when it begins with none."""
    if emphasis := _EMPHASIS.match(text):
        return emphasis.end() if _QUOTE_END.match(text, emphasis.end()) or "?" in emphasis[0] else 0
    closing = _CLOSING.get(text[:1], "")
    for index in range(1, len(text)) if closing else ():
        if text[index] in closing and _QUOTE_END.match(text, index + 1) and _balanced(text[1:index], text[0], closing):
            return index + 1
    return 0


def unwrap(text: str) -> str:
    """The text without emphasis and quotation marks that enclose the whole of it."""
    text = text.strip(_BLANK)
    while (inner := _unwrapped_once(text).strip(_BLANK)) != text:
        text = inner
    return text


def _unwrapped_once(text: str) -> str:
    for mark in ("***", "___", "**", "__", "~~", "*", "_"):
        inner = text.removeprefix(mark).removesuffix(mark)
        if inner != text and inner.strip() and mark not in inner:  # one of a pair may have been cut off
            return inner
    for opening, closing in ("«»", "“”"):
        if text.endswith(closing) and opening not in text:
            return text.removesuffix(closing)
    inner, closing = text[1:-1], _CLOSING.get(text[:1], "")
    quoted = inner.strip() and text[-1] in closing and _balanced(inner, text[0], closing)
    return inner if quoted and (text[0] != "`" or " " in inner) else text


def _balanced(inner: str, opening: str, closing: str) -> bool:
    """Whether quotations opened in the inner text close there, so that the outer marks belong together."""
    if opening in closing:
        first = inner.find(opening)
        return first < 0 or (inner.count(opening) % 2 == 0 and inner[first - 1] in " (")
    depth = 0
    for sign in inner:
        depth += (sign == opening) - (sign in closing)
        if depth < 0:
            return False
    return depth == 0


def _without_role(text: str) -> str:
    """The text without `Q:`, `Answer:` and the like."""
    text = text.strip(_BLANK)
    return text[role.end() :] if (role := _ROLE.match(text)) else text


def answer_text(text: str) -> str:
    """A line of an answer without what announces it: `→`, `A:`, a dash."""
    found = _SEPARATED.match(text := without_leading_emoji(text))
    return _without_role(text[found.end() :] if found else text)


def has_links(text: str) -> bool:
    """Whether pages are linked to."""
    return _LINK.search(text) is not None


def links(text: str) -> list[str]:
    """Titles linked to, verbatim and in order; without links the text itself up to a dash."""
    text = without_leading_emoji(text)
    found = [(link[1] or link[2]).strip() for link in _LINK.finditer(text)]
    bare = unwrap(next(iter(_halves(text, _STRONG_DASH)), (text, ""))[0])
    return found or ([bare] if bare else [])
