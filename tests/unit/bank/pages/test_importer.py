"""Folders of pages become a bank; what is no question is reported and stops nothing."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.bank import BankError
from bot.bank.pages import importer
from bot.bank.pages.importer import Import, import_pages
from bot.bank.pages.page import Page, read_page
from bot.bank.pages.report import PageReport, Status
from bot.bank.writer import write_bank
from bot.domain.language import Language, Level

EN = """\
# What is a cache?

## Junior Level

A cache keeps what is needed again.

## Interview Cheat Sheet

**Must know:**
- A cache keeps entries
- It forgets the oldest

**Red flags:**
- "Caches are endless" — memory is not
"""
RU = """\
# Что такое кэш?

## Junior уровень

Кэш хранит то, что понадобится снова, чтобы быстрее читать.

## Шпаргалка для интервью

**Обязательно знать:**
- Кэш хранит записи
- Он забывает самые старые
"""
UK = """\
# Що таке кеш?

## Junior рівень

Кеш зберігає те, що ще знадобиться.

## Шпаргалка для інтерв'ю

**Обов'язково знати:**
- Кеш зберігає записи
"""


def lay(folder: Path, pages: Mapping[str, str | bytes]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def of(made: Import, source: str) -> PageReport:
    (report,) = (report for report in made.reports if report.source == source)
    return report


def test_pages_in_three_languages_are_paired_by_their_numbers(tmp_path: Path) -> None:
    folder = lay(
        tmp_path,
        {
            "eng/4. Caching/7. What is a cache.md": EN,
            "ru/4. Кэширование/7. Что такое кэш.md": RU,
            "ua/4. Кешування/7. Що таке кеш.md": UK,
        },
    )
    bank = import_pages([folder]).bank
    assert set(bank.questions) == {("s04-q07", language) for language in Language}
    (topic,) = bank.topics.values()
    assert topic.id == "s04-caching"
    assert topic.names == {Language.EN: "Caching", Language.RU: "Кэширование", Language.UK: "Кешування"}
    question = bank.questions["s04-q07", Language.EN]
    assert (question.topic, question.title, question.prompt) == ("s04-caching", "What is a cache?", "What is a cache?")
    assert question.source == "eng/4. Caching/7. What is a cache.md"
    assert [point.id for point in question.points] == ["p1", "p2"]
    assert question.points[0].level is Level.JUNIOR
    assert [(flag.id, flag.claim, flag.text) for flag in question.red_flags] == [
        ("f1", "Caches are endless", '"Caches are endless" — memory is not')
    ]


@pytest.mark.parametrize("given", ["", "eng", "eng/4. Caching", "eng/4. Caching/7. What is a cache.md"])
def test_any_folder_or_the_page_itself_may_be_given(tmp_path: Path, given: str) -> None:
    lay(tmp_path, {"eng/4. Caching/7. What is a cache.md": EN})
    (question,) = import_pages([tmp_path / given]).bank.questions.values()
    assert (question.id, question.topic) == ("s04-q07", "s04-caching")
    assert (tmp_path / "eng/4. Caching/7. What is a cache.md").as_posix().endswith(question.source)


def test_a_page_given_twice_is_imported_once(tmp_path: Path) -> None:
    lay(tmp_path, {"eng/4. Caching/7. A.md": EN})
    made = import_pages([tmp_path, tmp_path / "eng", tmp_path / "eng/4. Caching/7. A.md"])
    assert [report.status for report in made.reports] == [Status.IMPORTED]


def test_the_language_is_that_of_the_text_not_of_the_folder(tmp_path: Path) -> None:
    made = import_pages([lay(tmp_path, {"eng/4. Caching/7. A.md": RU, "eng/4. Caching/8. B.md": EN})])
    assert set(made.bank.questions) == {("s04-q07", Language.RU), ("s04-q08", Language.EN)}


def test_of_two_versions_the_one_less_deep_is_kept(tmp_path: Path) -> None:
    deep, flat = "eng/4. Caching/_temp/7. Что такое кэш.md", "ru/4. Кэширование/7. Что такое кэш.md"
    made = import_pages([lay(tmp_path, {deep: RU + "- Ещё\n", flat: RU})])
    assert [question.source for question in made.bank.questions.values()] == [flat]
    assert of(made, deep).status is Status.DUPLICATE
    assert of(made, deep).remarks[0].text == f"the same question as {flat}"


def test_another_question_with_the_same_number_gets_a_longer_id(tmp_path: Path) -> None:
    other = EN.replace("a cache?", "a queue and why?").replace("cache", "queue").replace("forgets", "serves")
    made = import_pages([lay(tmp_path, {"4. Caching/7. A.md": EN, "4. Caching/7. B.md": other})])
    assert [key for key, _ in made.bank.questions] == ["s04-q07", "s04-q07-what-is-a-queue-and-why"]
    assert of(made, "4. Caching/7. B.md").remarks[0].text == "has the number of 4. Caching/7. A.md"


def test_a_navigator_is_no_question(tmp_path: Path) -> None:
    text = "# Navigator\n\n## Cheat Sheet\n\n- Caches keep\n- Queues serve\n"
    made = import_pages([lay(tmp_path, {"4. Caching/00. Navigator.md": text, "4. Caching/1. A.md": EN})])
    assert of(made, "4. Caching/00. Navigator.md").status is Status.NAVIGATOR
    assert list(made.bank.questions) == [("s04-q01", Language.EN)]


def test_broken_pages_are_reported_and_stop_nothing(tmp_path: Path) -> None:
    folder = lay(
        tmp_path,
        {
            "4. Caching/1. A.md": EN,
            "4. Caching/2. Empty.md": "",
            "4. Caching/3. Latin.md": EN.encode() + "ы".encode("cp1251"),
            "4. Caching/4. Nul.md": EN + "\0",
            "4. Caching/5. Huge.md": EN * 2000,
            "4. Caching/6. Binary.md": bytes(range(256)),
            "4. Caching/7. Wide.md": EN.encode("utf-16"),
            "4. Caching/8. Prose.md": "# Caches\n\nThey keep.",
            "4. Caching/notes.pdf": b"%PDF",
            "4. Caching/.hidden.md": EN,
            ".obsidian/1. A.md": EN,
        },
    )
    os.mkfifo(folder / "4. Caching" / "9. Pipe.md")
    (folder / "4. Caching" / "10. Gone.md").symlink_to(folder / "nowhere")
    made = import_pages([folder])
    statuses = {report.source.split("/")[1].split(".")[0]: report.status for report in made.reports}
    unreadable = dict.fromkeys(["3", "4", "5", "6", "7", "9", "10"], Status.UNREADABLE)
    assert statuses == {"1": Status.IMPORTED, "2": Status.NO_LIST, "8": Status.NO_LIST, **unreadable}
    assert len(made.bank.questions) == 1
    assert of(made, "4. Caching/3. Latin.md").remarks[0].text == "not UTF-8"
    assert of(made, "4. Caching/3. Latin.md").remarks[0].line == EN.count("\n") + 1


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay(tmp_path, {"4. Caching/1. A.md": EN, "5. Secret/1. A.md": EN})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "5. Secret":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    made = import_pages([folder])
    assert of(made, "4. Caching/1. A.md").status is Status.IMPORTED
    assert of(made, "5. Secret").status is Status.UNREADABLE


def test_a_page_that_the_reader_trips_over_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(text: str) -> Page:
        if "queue" in text:
            raise RecursionError("too deep")
        return read_page(text)

    monkeypatch.setattr(importer, "read_page", trips)
    made = import_pages([lay(tmp_path, {"4. A/1. A.md": EN, "4. A/2. B.md": EN.replace("cache", "queue")})])
    assert len(made.bank.questions) == 1
    assert of(made, "4. A/2. B.md").remarks[0].text == "the importer failed: RecursionError('too deep')"


def test_plain_text_states_its_own_numbers(tmp_path: Path) -> None:
    text = "Question 2 · Section 14\n\nWhat is a cache?\n\nInterview Cheat Sheet\n\nMust know:\n\n  • it keeps\n"
    bank = import_pages([lay(tmp_path, {"cache.txt": text})]).bank
    assert list(bank.questions) == [("s14-q02", Language.EN)]
    assert bank.topics["s14"].names == {Language.EN: "Section 14"}


def test_pages_without_numbers_are_named_by_title_and_filed_by_folder(tmp_path: Path) -> None:
    bank = import_pages([lay(tmp_path, {"Caching/Cache.md": EN, "Кэш.md": RU})]).bank
    assert {(question.id, question.topic) for question in bank.questions.values()} == {
        ("caching-what-is-a-cache", "caching"),
        ("chto-takoe-kesh", "other"),
    }
    assert bank.topics["other"].names == {Language.RU: "Другие вопросы"}


def test_a_page_without_title_is_called_as_its_file(tmp_path: Path) -> None:
    text = EN.removeprefix("# What is a cache?\n\n")
    (question,) = import_pages([lay(tmp_path, {"4. Caching/7. What is a cache.md": text})]).bank.questions.values()
    assert (question.title, question.prompt) == ("What is a cache", "What is a cache?")


def test_the_report_says_what_a_page_lacks(tmp_path: Path) -> None:
    report = of(import_pages([lay(tmp_path, {"4. Caching/7. A.md": EN})]), "4. Caching/7. A.md")
    assert [part.value for part in report.lacks] == ["follow-up questions", "related topics"]
    assert report.levels == (Level.JUNIOR,)
    assert report.incomplete


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    pages = {"eng/4. Caching/7. A.md": EN, "ru/4. Кэш/7. Б.md": RU, "ru/4. Кэш/7. В.md": RU.replace("кэш", "очередь")}
    first = lay(tmp_path / "first", pages)
    second = lay(tmp_path / "second", dict(reversed(pages.items())))
    for folder in (first, second):
        write_bank(import_pages([folder]).bank, tmp_path / "banks" / folder.name)
    assert contents(tmp_path / "banks" / "first") == contents(tmp_path / "banks" / "second")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="nowhere: not there"):
        import_pages([lay(tmp_path, {"a.md": EN}), tmp_path / "nowhere"])
