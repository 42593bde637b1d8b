"""Numbers and names make ids that are the same in all languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.kinds import Name
from bot.bank.pages.naming import MAX_SLUG, Numbered, file_name, is_navigator, page_id, section_of, slug


@pytest.mark.parametrize(
    ("name", "number", "rest"),
    [
        ("5. What is it.md", 5, "What is it"),
        ("05 - What is it.md", 5, "What is it"),
        ("5) What is it.md", 5, "What is it"),
        ("05 What is it.md", 5, "What is it"),
        ("31.md", 31, ""),
        ("401 vs 403.md", None, "401 vs 403"),
        ("What is 5.md", None, "What is 5"),
    ],
)
def test_numbers_of_files(name: str, number: int | None, rest: str) -> None:
    assert file_name(Path(name)) == Numbered(number, rest)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("v/eng/14. Docker Kubernetes/5. CMD.md", Numbered(14, "Docker Kubernetes")),
        ("v/eng/4. Collections/_temp/5. Стек.md", Numbered(4, "Collections")),
        ("v/eng/06_REST/deep/5. PUT.md", Numbered(6, "REST")),
        ("v/Docker/What is it.md", Numbered(None, "Docker")),
        ("v/What is it.md", None),
        ("v/_temp/What is it.md", None),
    ],
)
def test_sections_are_the_nearest_numbered_folders(path: str, section: Numbered | None) -> None:
    assert section_of(Path(path), Path("v")) == section


def test_a_section_may_be_the_folder_given_but_none_above_it() -> None:
    path = Path("/1. Mine/v/14. Docker/5. CMD.md")
    assert section_of(path, Path("/1. Mine/v/14. Docker")) == Numbered(14, "Docker")
    assert section_of(Path("/1. Mine/v/5. CMD.md"), Path("/1. Mine/v")) is None


def test_ids() -> None:
    assert page_id(Numbered(4, "Collections"), 5, "x") == page_id(Numbered(4, "Колекції"), 5, "y") == "s04-q05"
    assert page_id(Numbered(14, ""), 123, "x") == "s14-q123"
    assert page_id(Numbered(14, "Docker"), None, "Что такое Docker?") == "s14-chto-takoe-docker"
    assert page_id(Numbered(None, "Сховище"), 5, "x") == "skhovishche-q05"
    assert page_id(Numbered(None, ""), None, "???") == "untitled"


@pytest.mark.parametrize(
    "name", ["00. Section Navigator.md", "0. x.md", "README.md", "Навигатор.md", "Навігатор по розділу.md"]
)
def test_navigators_are_known_by_name(name: str) -> None:
    assert is_navigator(Path(name))
    assert not is_navigator(Path("5. Indexes in databases.md"))


@given(st.text(max_size=200))
def test_a_slug_is_an_id_or_empty(text: str) -> None:
    made = slug(text)
    assert not made or Name.PATTERN.fullmatch(made)
    assert len(made) <= MAX_SLUG


def test_slugs_keep_all_three_languages_legible() -> None:
    assert slug("Як працює об’єкт?") == "yak-pratsyuie-obiekt"
    assert slug("Щётка & C++ Café") == "shchetka-c-cafe"
