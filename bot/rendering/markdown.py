"""The bank's Markdown as Telegram's HTML, made for a narrow screen."""

import re
from collections.abc import Iterator

from bot.rendering.html import escape, parse, serialise

_INLINE = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|\\(?P<literal>[\\`*_{}\[\]()#+\-.!|<>~])"
    r"|\[\[(?P<page>[^\[\]|]+)(?:\|(?P<alias>[^\[\]]+))?\]\]"
    r"|(?<!\w)!?\[(?P<label>[^\[\]]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
    r"|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<strong>[^_]*\s[^_]*)(?<=\S)__(?!\w)"
    r"|~~(?=\S)(?P<struck>.+?)(?<=\S)~~"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<slanted>[^_]+?)(?<=[^\s_])_(?!\w)"
)
# `__init__` is a name more often than a bold word, and `a[i](j)` is a call: no single bold word, no link.
_STYLES = {"bold": "b", "strong": "b", "struck": "s", "italic": "i", "slanted": "i"}
_FENCE = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})\s*([\w+#.-]*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*")
_ITEM = re.compile(r"(\s*)([-*+•]|\d{1,3}[.)])\s+(.*)")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_MARKS = re.compile(r"\s*(?:> ?)+")
_CELL = re.compile(r"(?<!\\)\|")
_INDENT = 2
"""Spaces by which an item must be deeper to belong to the one above."""


def inline_html(text: str) -> str:
    """One line of Markdown as HTML; links that are no web addresses keep their words only."""
    return serialise(parse(_inline(text)))


def block_html(text: str) -> str:
    """A Markdown text as HTML: tables become lists, headings bold lines, rules vanish."""
    return serialise(parse("\n\n".join(_blocks(text.expandtabs(4).splitlines()))))


def _inline(text: str) -> str:
    parts: list[str] = []
    end = 0
    for found in _INLINE.finditer(text):
        parts += [escape(text[end : found.start()]), _styled(found)]
        end = found.end()
    return "".join(parts) + escape(text[end:])


def _styled(found: re.Match[str]) -> str:
    groups = found.groupdict()
    for name, tag in _STYLES.items():
        if groups[name] is not None:
            return f"<{tag}>{_inline(groups[name])}</{tag}>"
    if groups["code"] is not None:
        return f"<code>{escape(groups['code'].strip() or groups['code'])}</code>"
    if groups["label"] is not None:
        return _link(groups["label"], groups["url"])
    return escape(groups["literal"] or groups["alias"] or groups["page"])


def _link(label: str, url: str) -> str:
    if label and url.startswith(("https://", "http://")):
        return f'<a href="{escape(url)}">{_inline(label)}</a>'
    return _inline(label or url)


def _blocks(lines: list[str]) -> Iterator[str]:
    rest = lines
    while rest:
        for read in (_blank, _fenced, _table, _heading, _quotation, _listing, _paragraph):
            taken, html = read(rest)
            if taken:
                break
        if html:
            yield html
        rest = rest[taken:]


def _blank(lines: list[str]) -> tuple[int, str]:
    return (1, "") if not lines[0].strip() or _RULE.fullmatch(lines[0]) else (0, "")


def _fenced(lines: list[str]) -> tuple[int, str]:
    opening = _FENCE.match(lines[0])
    if not opening:
        return 0, ""
    fence, name = opening.groups()
    last = next((number for number, line in enumerate(lines[1:], 1) if line.strip().startswith(fence)), len(lines))
    code = escape("\n".join(lines[1:last]))
    if not code.strip():
        return last + 1, ""
    return last + 1, f'<pre><code class="language-{name}">{code}</code></pre>' if name else f"<pre>{code}</pre>"


def _table(lines: list[str]) -> tuple[int, str]:
    if len(lines) < 2 or "|" not in lines[0] or "|" not in lines[1] or not _DELIMITER.fullmatch(lines[1]):  # noqa: PLR2004 -- a head and its delimiter
        return 0, ""
    last = next((number for number, line in enumerate(lines) if "|" not in line), len(lines))
    head, _, *rows = (_cells(line) for line in lines[:last])
    filled = [row for row in rows if any(row)]
    gap = "\n" if len(head) <= 2 else "\n\n"  # noqa: PLR2004 -- a pair
    return last, gap.join(_row(head, row) for row in filled) or _row([], head)


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]


def _row(head: list[str], row: list[str]) -> str:
    """A row on a phone: `name – value` for two columns, the name and a line for each further column for more."""
    name, *values = row
    first = f"<b>{_inline(name)}</b>" if name else ""
    if len(head) <= 2:  # noqa: PLR2004 -- a pair
        return "• " + " – ".join(part for part in (first, *map(_inline, values)) if part)
    titles = (*head[1:], *[""] * len(values))
    named = (
        f"{_inline(title)}: {_inline(value)}" if title else _inline(value)
        for title, value in zip(titles, values, strict=False)
        if value
    )
    return "\n".join(part for part in (first, *named) if part)


def _heading(lines: list[str]) -> tuple[int, str]:
    found = _HEADING.fullmatch(lines[0])
    return (1, f"<b>{_inline(found[1])}</b>" if found[1] else "") if found else (0, "")


def _quotation(lines: list[str]) -> tuple[int, str]:
    last = next((number for number, line in enumerate(lines) if not line.lstrip().startswith(">")), len(lines))
    inner = "\n\n".join(_blocks([_MARKS.sub("", line, count=1) for line in lines[:last]]))
    return last, f"<blockquote>{inner}</blockquote>" if inner else ""


def _listing(lines: list[str]) -> tuple[int, str]:
    items: list[str] = []
    indents: list[int] = []
    taken = 0
    for line in lines:
        found = _ITEM.fullmatch(line)
        if found and not _RULE.fullmatch(line):
            indents = [*(indent for indent in indents if indent + _INDENT <= len(found[1])), len(found[1])]
            mark = found[2] if found[2][0].isdigit() else "•"
            items.append(f"{'  ' * (len(indents) - 1)}{mark} {found[3]}")
        elif items and line.startswith("  ") and line.strip() and not _FENCE.match(line):
            items[-1] += f" {line.strip()}"
        else:
            break
        taken += 1
    return taken, "\n".join(map(_inline, items))


def _paragraph(lines: list[str]) -> tuple[int, str]:
    last = next((number for number in range(1, len(lines)) if _interrupts(lines[number:])), len(lines))
    return last, _inline(" ".join(line.strip() for line in lines[:last]))


def _interrupts(lines: list[str]) -> bool:
    return any(read(lines)[0] for read in (_blank, _fenced, _table, _heading, _quotation, _listing))
