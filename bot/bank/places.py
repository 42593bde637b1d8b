"""Where in a file a part of a question stands."""

from bot.bank.document import Listing, Node, Table

Place = tuple[str | int, ...]
"""The way to a part: keys of mappings and positions in lists, as `("points", 2, "probe")`."""


def line_of(root: Node, place: Place) -> int:
    """Line of the part, or of what it would stand in if it is not there."""
    line, node = root.line, root
    for step in place:
        found = _inside(node, step)
        if found is None:
            return line
        line, node = found
    return line


def _inside(node: Node, step: str | int) -> tuple[int, Node] | None:
    """Line and node of a key or an item; a value that begins below its key is found at the key."""
    if isinstance(node, Table):
        return next(((key.line, value) for key, value in node.entries if key.value == step), None)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step].line, node.items[step]
    return None
