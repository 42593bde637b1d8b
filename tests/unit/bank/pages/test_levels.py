"""A point is of the lowest level that explains it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.bank.pages.levels import levels_of
from bot.domain.language import Level

TEXTS = {
    Level.JUNIOR: "A container is a process with walls.\n\nIt starts in a second.",
    Level.MIDDLE: "Namespaces hide other processes.\nControl groups limit memory and processor.",
    Level.SENIOR: "Seccomp filters system calls.\nNamespaces hide other processes, even from root.",
}


def test_each_level_gets_what_it_is_first_to_explain() -> None:
    points = [
        "Containers are processes with walls",
        "Control groups limit memory",
        "Namespaces hide processes",
        "seccomp: system calls filtered",
    ]
    assert levels_of(points, TEXTS) == [Level.JUNIOR, Level.MIDDLE, Level.MIDDLE, Level.SENIOR]


def test_words_have_endings_in_every_language() -> None:
    texts = {Level.JUNIOR: "Контейнеры запускаются быстро.", Level.SENIOR: "Сборщик мусора останавливает потоки."}
    assert levels_of(["Быстрый запуск контейнера", "Остановка потоков сборщиком"], texts) == [
        Level.JUNIOR,
        Level.SENIOR,
    ]


def test_words_strewn_over_a_text_do_not_cover_a_point() -> None:
    filler = "\nSomething else entirely.\nQuite another thing.\nNothing of it.\nNor of that."
    texts = {Level.JUNIOR: f"Memory.{filler}\nLeaks.{filler}\nHeap.", Level.SENIOR: "A heap dump shows memory leaks."}
    assert levels_of(["Heap shows memory leaks"], texts) == [Level.SENIOR]


def test_what_nothing_covers_is_for_the_highest_level_there_is() -> None:
    assert levels_of(["Quarks"], TEXTS) == [Level.SENIOR]
    assert levels_of(["Quarks"], {Level.MIDDLE: "x"}) == [Level.MIDDLE]
    assert levels_of(["Quarks", "…"], {}) == [Level.JUNIOR, Level.JUNIOR]


@given(st.lists(st.text(max_size=30), max_size=5), st.dictionaries(st.sampled_from(Level), st.text(max_size=80)))
def test_every_point_gets_a_level_that_has_a_text(points: list[str], texts: dict[Level, str]) -> None:
    levels = levels_of(points, texts)
    assert len(levels) == len(points)
    assert set(levels) <= set(texts or [Level.JUNIOR])
