"""A changed bank is noticed once, when its files have come to rest."""

import os
from pathlib import Path

import pytest

from bot.bank import BankError
from bot.bank.watch import Watch
from bot.bank.writer import write_bank
from bot.domain.question import Bank
from tests.unit.bank.test_writer import bank as made


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    write_bank(made(), tmp_path / "bank")
    return tmp_path / "bank"


def put(folder: Path, text: str, name: str = "q1.en.yaml") -> None:
    """Write a question file with another time than any before, however coarse the clock of the disk is."""
    path = folder / "questions" / "caching" / name
    path.write_text(text)
    later = max(each.stat().st_mtime_ns for each in folder.rglob("*.yaml")) + 10**9
    os.utime(path, ns=(later, later))


def question(folder: Path) -> str:
    return (folder / "questions" / "caching" / "q1.en.yaml").read_text()


def looks(watch: Watch, count: int) -> list[Bank | None]:
    return [watch.look() for _ in range(count)]


def test_without_a_change_there_is_nothing(folder: Path) -> None:
    assert looks(Watch([folder]), 3) == [None, None, None]


def test_a_change_is_taken_once_when_it_has_stood_still(folder: Path) -> None:
    watch = Watch([folder])
    put(folder, question(folder).replace("What is a cache?", "What is a queue?"))
    assert looks(watch, 3) == [None, made("What is a queue?"), None]


def test_files_still_being_written_are_waited_for(folder: Path) -> None:
    watch = Watch([folder])
    put(folder, question(folder).replace("What is a cache?", "What is a que"))
    assert watch.look() is None
    put(folder, question(folder).replace("What is a que", "What is a queue?"))
    assert looks(watch, 2) == [None, made("What is a queue?")]


def test_new_and_removed_files_are_changes_too(folder: Path) -> None:
    watch = Watch([folder])
    put(folder, question(folder).replace("id: q1", "id: q2"), "q2.en.yaml")
    taken = looks(watch, 2)[1]
    assert taken is not None
    assert len(taken.questions) == 2
    (folder / "questions" / "caching" / "q2.en.yaml").unlink()
    assert looks(watch, 2) == [None, made()]


def test_a_broken_bank_is_refused_once_and_taken_when_it_is_mended(folder: Path) -> None:
    watch, sound = Watch([folder]), question(folder)
    put(folder, "id: [")
    assert watch.look() is None
    with pytest.raises(BankError, match=r"q1\.en\.yaml"):
        watch.look()
    assert looks(watch, 2) == [None, None]
    put(folder, sound)
    assert looks(watch, 2) == [None, made()]


def test_a_folder_that_vanishes_is_a_broken_bank(folder: Path) -> None:
    watch = Watch([folder])
    folder.rename(folder.with_name("away"))
    assert watch.look() is None
    with pytest.raises(BankError, match="not a folder"):
        watch.look()
