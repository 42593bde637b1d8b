"""A new question: complete, loadable as it stands, and never in the place of another."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.bank import BankError, load_bank
from bot.bank.lint.check import look, subjects_of
from bot.bank.lint.registry import text_rules
from bot.bank.loader import load_content
from bot.bank.schema import QUESTION, json_schema
from bot.bank.skeleton import NewQuestion, write_skeleton
from bot.domain.language import Language, Level

NEW = NewQuestion("tcp-vs-udp", "networks", tuple(Language), {Language.EN: "TCP: what's it for?"})


def test_it_loads_in_every_language_and_lacks_nothing_but_texts(tmp_path: Path) -> None:
    paths = write_skeleton(NEW, tmp_path)
    assert [path.name for path in paths] == [
        "topics.yaml",
        *(f"tcp-vs-udp.{language}.yaml" for language in ("en", "ru", "uk")),
    ]
    subjects = subjects_of(load_content([tmp_path]))
    findings = [finding for subject in subjects for finding in look(subject, text_rules(len)).findings]
    assert {finding.rule for finding in findings} == {"unwritten"}


def test_nobody_is_asked_it_as_long_as_nothing_is_written(tmp_path: Path) -> None:
    write_skeleton(NEW, tmp_path)
    assert load_bank([tmp_path]).questions == {}


def test_every_part_with_a_placeholder_is_found(tmp_path: Path) -> None:
    write_skeleton(NEW, tmp_path)
    for subject in subjects_of(load_content([tmp_path])):
        found = {f.problem.line for f in look(subject, text_rules(len)).findings if f.rule == "unwritten"}
        lines = subject.path.read_text().splitlines()
        begun = {n for n, line in enumerate(lines, 1) if re.match(r"\S*: …|  - id: |  (junior|middle|senior): ", line)}
        assert found == begun


def test_the_title_is_of_the_language_it_was_given_in(tmp_path: Path) -> None:
    write_skeleton(NEW, tmp_path)
    bank = load_content([tmp_path]).bank
    assert [bank.questions["tcp-vs-udp", language].title for language in Language] == ["TCP: what's it for?", "…", "…"]


def test_every_key_of_the_format_is_there_with_its_purpose(tmp_path: Path) -> None:
    text = write_skeleton(NEW, tmp_path)[1].read_text()
    records: list[Mapping[str, Any]] = [QUESTION.fields, *(_inner(part) for part in ("points", "red_flags"))]
    for fields in records:
        for key, field in fields.items():
            if key not in {"source", "verbatim"}:
                assert f"{key}:" in text
                assert f"# {field.purpose}" in text


def _inner(part: str) -> Mapping[str, Any]:
    several: Any = QUESTION.fields[part].kind
    fields: Mapping[str, Any] = several.kind.fields
    return fields


def test_points_go_from_junior_to_senior(tmp_path: Path) -> None:
    write_skeleton(NEW, tmp_path)
    question = load_content([tmp_path]).bank.questions["tcp-vs-udp", Language.EN]
    assert {point.level for point in question.points} == set(Level)
    assert list(question.points) == sorted(question.points, key=lambda point: point.level)


def test_editors_are_told_the_schema_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(json_schema())
    path = write_skeleton(NEW, tmp_path)[1]
    first = path.read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schema.json"
    assert (path.parent / first.partition("=")[2]).resolve() == tmp_path / "schema.json"


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    write_skeleton(NewQuestion("tcp-vs-udp", "other", [Language.UK], {}), tmp_path)
    before = {path: path.read_text() for path in tmp_path.rglob("*.yaml")}
    with pytest.raises(BankError, match=r"tcp-vs-udp\.uk\.yaml: is there already"):
        write_skeleton(NEW, tmp_path)
    assert {path: path.read_text() for path in tmp_path.rglob("*.yaml")} == before


def test_another_language_may_be_added(tmp_path: Path) -> None:
    write_skeleton(NewQuestion("tcp-vs-udp", "networks", [Language.UK], {}), tmp_path)
    topics = (tmp_path / "topics.yaml").read_text()
    (added,) = write_skeleton(NewQuestion("tcp-vs-udp", "networks", [Language.EN], {}), tmp_path)
    assert added.name == "tcp-vs-udp.en.yaml"
    assert (tmp_path / "topics.yaml").read_text() == topics


def test_a_place_that_cannot_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "questions").write_text("a file")
    with pytest.raises(BankError, match="cannot be written"):
        write_skeleton(NEW, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["questions"]
