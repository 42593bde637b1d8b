"""A transcript as one HTML file: nothing is loaded from anywhere, it reads on a phone and prints on paper."""

from collections.abc import Iterator

from bot.rendering.html import escape, plain_text
from bot.rendering.transcript import Chapter, Transcript

_STYLE = """
:root { --ink: #1b2733; --paper: #fff; --pale: #5a6b7b; --line: #d5dde4; --mine: #e7f1fb; --note: #fdf6e3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --paper: #17212b; --pale: #a0b0bf; --line: #34465a; --mine: #22364a; --note: #2e2a1c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
.text, pre { white-space: pre-wrap; }
.who { margin: 0; color: var(--pale); font-size: .8rem; }
.entry { margin: .8rem 0; padding: .5rem .8rem; border-left: 3px solid var(--line); }
.candidate { background: var(--mine); margin-left: 1.5rem; }
.note { background: var(--note); margin-left: 3rem; font-size: .9rem; }
.result, .strong { border: 1px solid var(--line); padding: .2rem .8rem .8rem; margin: 1rem 0; }
@media print {
  :root { --ink: #000; --paper: #fff; --pale: #444; --line: #999; --mine: #fff; --note: #fff; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  .entry, .result, .strong { box-decoration-break: clone; -webkit-box-decoration-break: clone; orphans: 3; widows: 3; }
  .interviewer { break-inside: avoid; } h2, h3, .who, .interviewer { break-after: avoid; }
}
"""


def as_html(transcript: Transcript) -> str:
    """The whole file; everything typed by people is escaped by the parts, and the policy forbids scripts besides."""
    title = escape(plain_text(transcript.title))
    body = "\n".join(part for chapter in transcript.chapters for part in _chapter(transcript, chapter))
    summary = "\n".join(f'<p class="text">{paragraph}</p>' for paragraph in transcript.summary)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{transcript.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{summary}\n{body}\n</main>\n</body>\n</html>\n"
    )


def _chapter(transcript: Transcript, chapter: Chapter) -> Iterator[str]:
    if chapter.title:
        yield f"<h2>{chapter.title}</h2>"
    for entry in chapter.entries:
        who = f'<p class="who">{transcript.names[entry.voice]}</p>'
        yield f'<div class="entry {entry.voice}">{who}<div class="text">{entry.html}</div></div>'
    if chapter.result:
        yield f'<div class="result"><p class="text">{chapter.result}</p></div>'
    if chapter.strong:
        heading = f"<h3>{transcript.names['strong']}</h3>"
        yield f'<div class="strong">{heading}<div class="text">{chapter.strong}</div></div>'
