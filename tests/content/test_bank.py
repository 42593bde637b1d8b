"""The bank that is shipped: it loads, no rule finds a fault in it, and the grader agrees with its examples."""

import pytest

from bot.bank.lint.check import look, subjects_of
from bot.bank.lint.examples import WANTED, grade_examples, overall
from bot.bank.lint.model import Subject
from bot.bank.lint.registry import text_rules
from bot.bank.loader import load_content
from bot.domain.language import Language
from bot.rendering.html import plain_text, units
from bot.rendering.markdown import block_html
from bot.settings import SHIPPED
from tests.shipped import shipped_grader


@pytest.fixture(name="subjects", scope="module")
def _subjects() -> list[Subject]:
    return subjects_of(load_content([SHIPPED]))


def test_no_rule_on_texts_finds_anything(subjects: list[Subject]) -> None:
    rules = text_rules(lambda text: units(plain_text(block_html(text))))
    assert [str(finding) for subject in subjects for finding in look(subject, rules).findings] == []


def test_every_question_is_there_in_every_language(subjects: list[Subject]) -> None:
    assert {tuple(sorted(subject.versions)) for subject in subjects} == {tuple(sorted(Language))}


@pytest.mark.parametrize("language", list(Language))
def test_the_grader_agrees_with_the_examples(subjects: list[Subject], language: Language) -> None:
    spoken = [subject for subject in subjects if subject.question.language is language]
    graded = [grade_examples(subject, shipped_grader()) for subject in spoken]
    misses = [f"{one.question}: {miss.reason}" for one in graded for miss in one.misses]
    assert overall(graded).share >= WANTED, "\n".join(misses)
