import pytest

from bot.rendering.callbacks import PickCount
from bot.rendering.keyboard import button, grid


@pytest.mark.parametrize(
    ("labels", "most", "rows"),
    [
        (["3", "5", "8", "10"], 3, [3, 1]),
        (["Hint", "Skip", "Simpler words"], 3, [2, 1]),
        (["Hint", "Skip", "A label too long for half a row"], 3, [1, 1, 1]),
        (["a", "b", "c"], 2, [2, 1]),
        (["a", "b"], 1, [1, 1]),
        ([], 3, []),
    ],
)
def test_rows_are_as_wide_as_the_longest_label_allows(labels: list[str], most: int, rows: list[int]) -> None:
    keyboard = grid((button(label, PickCount(1)) for label in labels), most)
    assert [len(row) for row in keyboard] == rows
    assert [item.label for row in keyboard for item in row] == labels
