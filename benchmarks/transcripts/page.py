"""A played interview as Markdown, the picture of its report, and the file with the notebook."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.transcripts.script import SILENCE, Script
from benchmarks.transcripts.stage import Heard, Played
from bot.domain.messaging import OutMessage
from bot.rendering.drawing import draw
from bot.rendering.transcript_markdown import escape_markdown, markdown_of

NOTEBOOK = "notebook.md"


def files(name: str, script: Script, played: Played) -> dict[str, bytes]:
    """Contents of the files of a transcript by their names."""
    pictures = [draw(message.chart) for message in played.report if message.chart]
    documents = [each.document for each in played.files if each.document]
    notebooks = [each.content.encode() for each in documents if each.name.endswith(".md")]
    return {
        f"{name}.md": page(name, script, played).encode(),
        **{f"{name}.png": picture for picture in pictures},
        **{f"{name}.{NOTEBOOK}": notebook for notebook in notebooks},
    }


def page(name: str, script: Script, played: Played) -> str:
    """The chat as the candidate saw it, then the report."""
    file = f"[{name}.{NOTEBOOK}]({name}.{NOTEBOOK})"
    parts = [
        f"# {script.title}",
        f"Made by `python -m benchmarks.transcripts {name}`. The file with the interviewer's notebook: {file}.",
        "## The interview",
        *map(_heard, played.talk),
        "## The report",
        *(part for message in played.report for part in _reported(name, message)),
    ]
    return "\n\n".join(parts) + "\n"


def _heard(heard: Heard) -> str:
    if heard.shown:
        return f"**Interviewer**\n\n{_quoted(_message(heard.shown))}"
    words = "*(says nothing)*" if heard.words == SILENCE else _typed(heard.words)
    return f"**Candidate**\n\n{_quoted(words)}"


def _typed(words: str) -> str:
    return escape_markdown(words).replace("\n", "  \n")


def _message(message: OutMessage) -> str:
    buttons = " ".join(f"`{button.label}`" for row in message.buttons for button in row)
    return "\n\n".join(part for part in (markdown_of(message.html), buttons) if part)


def _reported(name: str, message: OutMessage) -> Iterator[str]:
    if message.chart:
        yield f"![{escape_markdown(message.html)}]({name}.png)"
    yield _message(message)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() if not line.strip() else f"> {line}" for line in text.split("\n"))


def write(folder: Path, contents: dict[str, bytes]) -> None:
    """Put the files into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
