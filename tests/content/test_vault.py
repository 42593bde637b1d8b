"""The real pages: every bullet of them comes out, counted by other means, and equal to what people labelled."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.bank import load_bank
from bot.bank.export.pages import page_files
from bot.bank.loader import Content
from bot.bank.pages.importer import Import, import_pages
from bot.bank.pages.report import Status
from bot.bank.pages.vocabulary import Part
from bot.bank.writer import EXPORTED, write_bank, write_files
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question

ROOT = Path(__file__).resolve().parents[2]
VAULT = Path(os.environ.get("VAULT_PATH") or ROOT.parent / "shared" / "vault")
ANSWERS = VAULT.parent / "answers"
FOLDERS = {"en": "eng", "ru": "ru", "uk": "ua"}

pytestmark = pytest.mark.skipif(not VAULT.is_dir(), reason="no vault")

LABELS = {
    Part.MUST_KNOW: r"must know|обязательно знать|обов'язково знати",
    Part.FOLLOW_UPS: r"follow-up|уточняющие|уточнюючі",
    Part.RED_FLAGS: r"red flags|красные флаги|червоні прапорці",
    Part.RELATED: r"related|связанные|пов'язані",
}
SHEET = re.compile(r"(?im)^#+ .*(?:cheat sheet|шпаргалка).*$")


@pytest.fixture(name="made", scope="module")
def _made() -> Import:
    return import_pages([VAULT])


@pytest.fixture(name="bank", scope="module")
def _bank(made: Import, tmp_path_factory: pytest.TempPathFactory) -> Bank:
    folder = tmp_path_factory.mktemp("import") / "bank"
    write_bank(made.bank, folder)
    return load_bank([folder])


def crude_bullets(text: str) -> dict[Part, list[str]]:
    """Hyphenated lines below each label, as a short script would find them."""
    found: dict[Part, list[str]] = {}
    part = None
    for line in SHEET.split(text, maxsplit=1)[-1].splitlines():
        if line.startswith(("**", "#")):
            part = next((part for part, label in LABELS.items() if re.search(label, line.lower())), None)
        elif line.startswith("- ") and part:
            found.setdefault(part, []).append(line[2:].strip())
    return found if Part.MUST_KNOW in found else {}


def questions_with_pages(bank: Bank) -> Iterator[tuple[Question, dict[Part, list[str]]]]:
    for question in bank.questions.values():
        yield question, crude_bullets((VAULT / question.source).read_text(encoding="utf-8"))


def test_every_page_with_a_must_know_list_is_imported_or_a_duplicate_of_one(made: Import) -> None:
    expected = {
        path.relative_to(VAULT).as_posix() for path in VAULT.rglob("*.md") if crude_bullets(path.read_text("utf-8"))
    }
    used = {report.source for report in made.reports if report.status in {Status.IMPORTED, Status.DUPLICATE}}
    assert used == expected
    others = [report for report in made.reports if report.source not in used]
    assert {report.status for report in others} <= {Status.NAVIGATOR}
    assert len(made.reports) == len(list(VAULT.rglob("*.md")))


def test_a_duplicate_has_the_points_of_the_page_kept_and_lies_deeper(made: Import) -> None:
    kept = {(report.id, report.language): report for report in made.reports if report.status is Status.IMPORTED}
    for report in made.reports:
        if report.status is Status.DUPLICATE:
            first = kept[report.id, report.language]
            assert first.source.count("/") < report.source.count("/")
            assert first.counts == report.counts


def test_points_and_flags_are_the_bullets_verbatim_and_in_order(bank: Bank) -> None:
    for question, bullets in questions_with_pages(bank):
        assert [point.text for point in question.points] == bullets[Part.MUST_KNOW], question.source
        assert [flag.text for flag in question.red_flags] == bullets[Part.RED_FLAGS], question.source


def test_follow_ups_are_the_bullets_split(bank: Bank) -> None:
    for question, bullets in questions_with_pages(bank):
        assert len(question.follow_ups) == len(bullets[Part.FOLLOW_UPS]), question.source
        for follow_up, bullet in zip(question.follow_ups, bullets[Part.FOLLOW_UPS], strict=True):
            assert follow_up.question in bullet
            assert follow_up.question.endswith("?")
            assert bullet.endswith(follow_up.answer)


def test_claims_and_corrections_are_parts_of_their_bullets(bank: Bank) -> None:
    for question, _ in questions_with_pages(bank):
        for flag in question.red_flags:
            assert flag.claim in flag.text
            assert flag.correction in flag.text
            assert flag.correction, (question.source, flag.text)


def test_related_links_are_kept_verbatim_in_order(made: Import) -> None:
    for question in made.bank.questions.values():
        bullets = crude_bullets((VAULT / question.source).read_text(encoding="utf-8"))[Part.RELATED]
        assert list(question.related) == [re.sub(r"^\[\[|\]\].*$", "", bullet) for bullet in bullets]


def test_level_texts_are_in_the_page_as_they_are(bank: Bank) -> None:
    for question in bank.questions.values():
        page = (VAULT / question.source).read_text(encoding="utf-8")
        assert set(question.explanations) == set(Level), question.source
        for text in question.explanations.values():
            assert all(line in page for line in text.split("\n"))


def test_languages_are_those_of_the_text_and_numbers_pair_them(bank: Bank) -> None:
    folders = {question.source.split("/")[0]: question.language for question in bank.questions.values()}
    assert folders == {folder: Language(language) for language, folder in FOLDERS.items()}
    by_language = {
        language: {question_id for question_id, spoken in bank.questions if spoken is language} for language in Language
    }
    assert by_language[Language.EN] == by_language[Language.RU] == by_language[Language.UK]
    assert all(re.fullmatch(r"s\d\d-q\d\d", question_id) for question_id, _ in bank.questions)


def test_related_titles_become_ids_of_questions_in_the_bank(bank: Bank) -> None:
    titles = [title for question in bank.questions.values() for title in question.related]
    resolved = [title for title in titles if (title, Language.EN) in bank.questions]
    assert len(resolved) > len(titles) / 2


def test_nothing_is_left_to_be_remarked_on(made: Import) -> None:
    assert [report for report in made.reports if report.status is Status.IMPORTED and report.incomplete] == []


def test_exported_as_pages_and_imported_again_the_bank_is_the_same(made: Import, tmp_path: Path) -> None:
    content = Content(made.bank, {key: Path(question.source) for key, question in made.bank.questions.items()}, {})
    write_files(page_files(content), tmp_path / "pages", EXPORTED)
    assert import_pages([tmp_path / "pages"]).bank == made.bank


def labelled() -> list[dict[str, object]]:
    paths = sorted(ANSWERS.glob("??.dev.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not ANSWERS.is_dir(), reason="no labelled answers")
def test_labelled_points_flags_and_follow_ups_are_those_of_the_bank(bank: Bank) -> None:
    by_source = {question.source: question for question in bank.questions.values()}
    rows = labelled()
    assert rows
    for row in rows:
        question = by_source[f"{FOLDERS[str(row['lang'])]}/{row['file']}"]
        if row.get("kind") == "follow_up":
            assert (row["follow_up"], row["expected"]) in {(f.question, f.answer) for f in question.follow_ups}
            continue
        assert [point["point"] for point in row["must_know"]] == [point.text for point in question.points]  # type: ignore[attr-defined]
        assert [flag["claim"] for flag in row["red_flags"]] == [flag.text for flag in question.red_flags]  # type: ignore[attr-defined]
        assert row["question"] == question.title
