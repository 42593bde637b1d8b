"""The bank that is shipped: it loads, no rule finds an error in it, and the grader agrees with its examples."""

import pytest

from bot.bank.lint.check import look, subjects_of
from bot.bank.lint.examples import Graded, by_language, grade_examples, overall
from bot.bank.lint.model import Severity, Subject
from bot.bank.lint.registry import text_rules
from bot.bank.loader import load_content
from bot.domain.language import Language
from bot.grading import RubricGrader
from bot.rendering.html import plain_text, units
from bot.rendering.markdown import block_html
from bot.settings import SHIPPED

REACHED = 0.93
"""Agreement of the grader with the examples on points that is not to be lost again; `content check` wants 95 %."""


@pytest.fixture(name="subjects", scope="module")
def _subjects() -> list[Subject]:
    return subjects_of(load_content([SHIPPED]))


def test_no_rule_on_texts_finds_an_error(subjects: list[Subject]) -> None:
    rules = text_rules(lambda text: units(plain_text(block_html(text))))
    findings = [finding for subject in subjects for finding in look(subject, rules).findings]
    assert [str(finding) for finding in findings if finding.severity is Severity.ERROR] == []


def test_every_question_is_there_in_every_language(subjects: list[Subject]) -> None:
    assert {tuple(sorted(subject.versions)) for subject in subjects} == {tuple(sorted(Language))}


def graded(subjects: list[Subject]) -> list[Graded]:
    grader = RubricGrader()
    return [grade_examples(subject, grader) for subject in subjects]


def test_the_grader_agrees_with_the_examples_of_a_third_of_the_files(subjects: list[Subject]) -> None:
    """Each question in one of its languages, by turns, for this is the default run."""
    languages, ids = list(Language), sorted({subject.question.id for subject in subjects})
    chosen = [s for s in subjects if languages[ids.index(s.question.id) % len(languages)] is s.question.language]
    assert overall(graded(chosen)).share >= REACHED


@pytest.mark.slow
def test_the_grader_agrees_with_the_examples_in_every_language(subjects: list[Subject]) -> None:
    shares = {language: agreement.share for language, agreement in by_language(graded(subjects)).items()}
    assert min(shares.values()) >= REACHED, shares
