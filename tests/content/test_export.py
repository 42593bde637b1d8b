"""The shipped bank as pages and back: nothing that pages can hold is lost."""

from collections.abc import Mapping
from pathlib import Path

from bot.bank import load_bank
from bot.bank.export.pages import page_files
from bot.bank.loader import load_content
from bot.bank.pages.importer import import_pages
from bot.bank.writer import EXPORTED, write_bank, write_files
from bot.domain.language import Language
from bot.domain.question import Question
from bot.settings import SHIPPED


def held(question: Question, titles: Mapping[tuple[str, Language], Question]) -> tuple[object, ...]:
    """What a page holds of a question."""
    related = ((name, titles.get((name, question.language))) for name in question.related)
    return (
        question.title,
        [point.text for point in question.points],
        [(flag.claim, flag.correction) for flag in question.red_flags],
        [(follow_up.question, follow_up.answer) for follow_up in question.follow_ups],
        question.explanations,
        [other.title if other else name for name, other in related],
    )


def test_the_shipped_bank_comes_back_with_all_that_pages_hold(tmp_path: Path) -> None:
    content = load_content([SHIPPED])
    write_files(page_files(content), tmp_path / "pages", EXPORTED)
    write_bank(import_pages([tmp_path / "pages"]).bank, tmp_path / "again")
    again = load_bank([tmp_path / "again"])
    by_title = {(question.title, question.language): question for question in again.questions.values()}
    assert len(by_title) == len(content.bank.questions)
    names: dict[str, set[str]] = {}
    for (name, language), question in content.bank.questions.items():
        back = by_title[question.title, language]
        assert held(back, again.questions) == held(question, content.bank.questions)
        names.setdefault(name, set()).add(back.id)
    assert all(len(ids) == 1 for ids in names.values())
    wanted = [
        {language: name.replace(":", "") for language, name in topic.names.items()}  # no name of a folder
        for topic in content.bank.topics.values()
    ]
    assert [topic.names for topic in again.topics.values()] == wanted
