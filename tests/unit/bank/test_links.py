"""Links by title become ids where the bank has the question in that language."""

from bot.bank.links import resolve_related
from bot.domain.language import Language
from bot.domain.question import Question


def question(
    question_id: str, title: str, *related: str, language: Language = Language.EN, source: str = ""
) -> Question:
    return Question(question_id, language, "t", title, title, (), related=related, source=source)


def resolved(*questions: Question) -> dict[str, tuple[str, ...]]:
    found = resolve_related({(question.id, question.language): question for question in questions})
    return {question.id: question.related for question in found.values()}


def test_titles_and_file_names_are_resolved_whatever_their_number_and_marks() -> None:
    target = question("s04-q02", "What is Pod?", source="eng/4. K/2. What's a Pod.md")
    for title in ("What is Pod", "2. What is Pod?", "what is pod", "4. K/2. What's a Pod", "What's a Pod"):
        assert resolved(target, question("a", "A", title))["a"] == ("s04-q02",)


def test_what_the_bank_does_not_have_stays_a_title() -> None:
    russian = question("b", "Pod", language=Language.RU)
    assert resolved(russian, question("a", "A", "Pod", "CI/CD", "b"))["a"] == ("Pod", "CI/CD", "b")


def test_two_links_to_one_question_are_one() -> None:
    assert resolved(question("b", "Pod"), question("a", "A", "Pod", "1. Pod", "Other"))["a"] == ("b", "Other")
