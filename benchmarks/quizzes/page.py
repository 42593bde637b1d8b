"""A played game as Markdown."""

from collections.abc import Iterator, Sequence

from benchmarks.quizzes.script import Script
from benchmarks.quizzes.stage import Post
from bot.domain.messaging import OutMessage
from bot.rendering.transcript_markdown import escape_markdown, markdown_of


def page(name: str, script: Script, posts: Sequence[Post]) -> str:
    """The chat as the group saw it; what was said in private is marked."""
    parts = [
        f"# {script.title}",
        f"Made by `python -m benchmarks.quizzes {name}`. Boards are shown as they stood when something else was said.",
        *(_post(script, posts[0], post) for post in posts),
    ]
    return "\n\n".join(parts) + "\n"


def _post(script: Script, first: Post, post: Post) -> str:
    passed = int((post.at - first.at).total_seconds())
    who = script.players[post.player] if post.player else "Bot"
    marks = [f"{passed // 60}:{passed % 60:02}"]
    marks += ["in private"] if post.private else []
    marks += ["edited"] if post.edited else []
    head = f"**{who}** ({', '.join(marks)})" + (f" {post.reaction}" if post.reaction else "")
    return f"{head}\n\n{_quoted(_body(post))}"


def _body(post: Post) -> str:
    if post.shown is None:
        return escape_markdown(post.words).replace("\n", "  \n")
    return "\n\n".join(_parts(post.shown))


def _parts(message: OutMessage) -> Iterator[str]:
    if message.poll is not None:
        yield f"📊 **{escape_markdown(message.poll.question)}**".replace("\n", "  \n")
        yield "\n".join(f"- {escape_markdown(option)}" for option in message.poll.options)
    if message.html:
        yield markdown_of(message.html)
    buttons = " ".join(f"`{button.label}`" for row in message.buttons for button in row)
    if buttons:
        yield buttons


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() if not line.strip() else f"> {line}" for line in text.split("\n"))
