"""Looking through a bank: every question meets the rules, every fault gets its line, in one process or in several."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.bank.lint import check, pool
from bot.bank.lint.check import long_topics, look, subjects_of
from bot.bank.lint.model import Fault, Rule, Severity
from bot.bank.lint.pool import graded
from bot.bank.loader import Content, load_content
from bot.bank.writer import write_bank
from bot.domain.language import Language
from bot.domain.question import Bank, Topic
from tests.unit.bank.lint.build import question


def content(folder: Path, count: int = 1) -> Content:
    questions = {
        (f"q{number}", language): replace(question(), id=f"q{number}", language=language)
        for number in range(count)
        for language in (Language.EN, Language.UK)
    }
    write_bank(Bank(questions, {"topic": Topic("topic", {Language.EN: "Topic"})}), folder)
    return load_content([folder])


def rule(*places: tuple[str | int, ...], pages: bool = False) -> Rule:
    return Rule("spot", Severity.ERROR, lambda _: [Fault(place, "bad", "Mend it") for place in places], pages)


def test_subjects_know_their_file_their_languages_and_their_neighbours(tmp_path: Path) -> None:
    first, *_ = subjects_of(content(tmp_path / "bank", 2))
    assert first.path == tmp_path / "bank" / "questions" / "topic" / "q0.en.yaml"
    assert set(first.versions) == {Language.EN, Language.UK}
    assert first.known == {"q0", "q1"}


def test_a_finding_has_the_line_of_the_text_it_is_about(tmp_path: Path) -> None:
    (subject, _) = subjects_of(content(tmp_path / "bank"))
    found = look(subject, [rule(("prompt",), ("points", 1, "probe"), ("points", 0, "hints", 1), ())]).findings
    lines = subject.path.read_text().splitlines()
    texts = [lines[finding.problem.line - 1].strip() for finding in found]
    assert texts == [
        "prompt: 'What stands where?'",
        "probe: 'What has to be there first?'",
        "- 'It stands as…'",
        "id: q0",
    ]
    assert str(found[0]) == f"{subject.path}:5: error: bad. Mend it. [spot]"


def test_a_file_is_read_again_only_where_there_are_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (subject, _) = subjects_of(content(tmp_path / "bank"))
    subject.path.unlink()
    monkeypatch.setattr(check, "read_document", None)
    assert look(subject, [rule()]).findings == ()


def test_a_file_that_is_gone_meanwhile_is_named_without_a_line(tmp_path: Path) -> None:
    (subject, _) = subjects_of(content(tmp_path / "bank"))
    subject.path.unlink()
    (finding,) = look(subject, [rule(("prompt",))]).findings
    assert finding.problem.line == 0


def test_imported_pages_meet_only_the_rules_for_pages(tmp_path: Path) -> None:
    (subject, _) = subjects_of(content(tmp_path / "bank"))
    page = replace(subject, question=replace(subject.question, source="page.md"))
    assert look(page, [rule(("prompt",))]).findings == ()
    assert len(look(page, [rule(("prompt",), pages=True)]).findings) == 1


def test_topics_too_long_for_a_button_are_found_where_they_are_named(tmp_path: Path) -> None:
    (finding,) = long_topics(content(tmp_path / "bank"), most=4)
    assert (finding.problem.path.name, finding.problem.line) == ("topics.yaml", 1)
    assert list(long_topics(content(tmp_path / "bank"), most=5)) == []


def test_several_processes_find_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WORTH_IT", 2)
    subjects = subjects_of(content(tmp_path / "bank", 3))
    alone = list(graded(subjects, 1, examples=True))
    assert list(graded(subjects, 2, examples=True)) == alone
    assert [one.graded is not None for one in alone] == [True] * 6
    assert alone[0].findings


def test_examples_are_graded_only_when_asked_for(tmp_path: Path) -> None:
    subjects = subjects_of(content(tmp_path / "bank"))
    assert [one.graded for one in graded(subjects, 1, examples=False)] == [None, None]
