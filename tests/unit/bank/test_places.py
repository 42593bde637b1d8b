"""Where in a file a part of a question stands."""

import pytest

from bot.bank.document import Node, read_document
from bot.bank.places import Place, line_of
from bot.bank.problems import Sink

TEXT = """\
id: q
prompt: >-
  How is it
  done?
points:
  - id: a
    text: one
  - id: b
    text: two
    hints:
      - first
      - second
related: [x, y]
"""


@pytest.fixture(name="root", scope="module")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Node:
    path = tmp_path_factory.mktemp("places") / "q.en.yaml"
    path.write_text(TEXT)
    root = read_document(path, Sink(path))
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 1),
        (("id",), 1),
        (("prompt",), 2),
        (("points",), 5),
        (("points", 1), 8),
        (("points", 1, "text"), 9),
        (("points", 1, "hints"), 10),
        (("points", 1, "hints", 1), 12),
        (("related", 1), 13),
    ],
)
def test_a_part_is_found_at_its_key_or_item(root: Node, place: Place, line: int) -> None:
    assert line_of(root, place) == line


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("rewording",), 1),
        (("points", 1, "probe"), 8),
        (("points", 7), 5),
        (("points", 0, "hints", 0), 6),
        (("prompt", 0, "x"), 2),
    ],
)
def test_what_is_not_there_is_placed_where_it_belongs(root: Node, place: Place, line: int) -> None:
    assert line_of(root, place) == line
