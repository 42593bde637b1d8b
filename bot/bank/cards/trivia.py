"""Trivia lists of Red-DiscordBot: YAML with questions as keys and lists of answers (docs.discord.red, "Trivia")."""

from pathlib import Path
from typing import Final

from bot.bank.cards.draft import Draft
from bot.bank.document import Listing, Node, Scalar, Table, read_document
from bot.bank.problems import Sink

_ABOUT: Final = frozenset(("AUTHOR", "CONFIG", "DESCRIPTION"))
"""Keys that are no questions."""


def read_trivia(path: Path, sink: Sink) -> list[Draft]:
    """Cards of a trivia list; each answer is right by itself."""
    root = read_document(path, sink)
    if root is None:
        return []
    if not isinstance(root, Table):
        sink.add(root.line, "no trivia list", "Expected are questions as keys, each with a list of answers")
        return []
    asked = [(key, answers) for key, answers in root.entries if key.value not in _ABOUT]
    return [Draft(key.line, key.value.strip(), _answers(answers, sink)) for key, answers in asked]


def _answers(node: Node, sink: Sink) -> tuple[str, ...]:
    if not isinstance(node, Listing):
        sink.add(node.line, "no list of answers", "Expected is a line with `- ` for each answer")
        return ()
    for item in node.items:
        if not isinstance(item, Scalar):
            sink.add(item.line, "an answer is no text", "Expected is a text")
    return tuple(item.value.strip() for item in node.items if isinstance(item, Scalar) and item.value.strip())
