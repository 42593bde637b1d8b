"""A transcript as Markdown, to be kept among one's notes."""

import re
from collections.abc import Iterator

from bot.rendering.html import Run, parse, plain_text
from bot.rendering.transcript import Chapter, Transcript

_SPECIAL = re.compile(r"([\\`*_\[\]|~&<])")
_LINE_START = re.compile(r"^(\s*)([-+=#>]|\d+[.)](?=\s|$))", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:  \n){2,}")
_STYLES = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~"}


def as_markdown(transcript: Transcript) -> str:
    """The whole file."""
    parts = [f"# {escape_markdown(plain_text(transcript.title))}", *map(markdown_of, transcript.summary)]
    parts += [part for chapter in transcript.chapters for part in _chapter(transcript, chapter)]
    return "\n\n".join(parts) + "\n"


def markdown_of(html: str) -> str:
    """HTML of the messenger's subset as Markdown; line breaks are kept."""
    return _PARAGRAPH.sub("\n\n", "".join(map(_styled, parse(html))))


def escape_markdown(text: str) -> str:
    """Text that no Markdown reader takes for markup."""
    return _LINE_START.sub(lambda found: f"{found[1]}{_guarded(found[2])}", _SPECIAL.sub(r"\\\1", text))


def _guarded(sign: str) -> str:
    return f"{sign[:-1]}\\{sign[-1]}"


def _styled(run: Run) -> str:
    names = [tag.name for tag in run.tags]
    if "code" in names or "pre" in names:
        return _code(run.text)
    before, words, after = (part.replace("\n", "  \n") for part in _parts(run.text))
    marks = "".join(dict.fromkeys(_STYLES[name] for name in names if name in _STYLES)) if words else ""
    return f"{before}{marks}{escape_markdown(words)}{marks[::-1]}{after}"


def _parts(text: str) -> tuple[str, str, str]:
    """White space before, the words, and white space after: marks must stand right at the words."""
    words = text.strip()
    before, _, after = text.partition(words) if words else (text, "", "")
    return before, words, after


def _code(text: str) -> str:
    """Code in a fence longer than any run of backticks in it."""
    ticks = "`" * (max((len(found) for found in re.findall("`+", text)), default=0) + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    if "\n" in text:
        fence = max(ticks, "```", key=len)
        return f"\n{fence}\n{text}\n{fence}\n"
    return f"{ticks}{padding}{text}{padding}{ticks}"


def _chapter(transcript: Transcript, chapter: Chapter) -> Iterator[str]:
    if chapter.title:
        yield f"## {escape_markdown(plain_text(chapter.title))}"
    for entry in chapter.entries:
        said = markdown_of(entry.html)
        yield f"**{escape_markdown(transcript.names[entry.voice])}:**\n\n{_quoted(said)}"
    if chapter.result:
        yield markdown_of(chapter.result)
    if chapter.strong:
        yield f"### {escape_markdown(transcript.names['strong'])}\n\n{markdown_of(chapter.strong)}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") if not line.strip() else f"> {line}" for line in text.split("\n"))
