import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.question import FollowUp, Misconception, Question, RubricPoint
from bot.domain.verdict import (
    Assessment,
    FlagStatus,
    FlagVerdict,
    PointStatus,
    PointVerdict,
    ReplyStatus,
    ReplyVerdict,
    Span,
)
from bot.grading import RubricGrader
from bot.grading.lessons import Lesson, TaughtGrader, occurrences

POINTS = (RubricPoint("p", "A", Level.JUNIOR), RubricPoint("other", "B", Level.JUNIOR))
FLAGS = (Misconception("f", "A is B"),)
QUESTION = Question("q", Language.EN, "t", "T", "What?", POINTS, FLAGS)


@dataclass(frozen=True)
class Strict:
    """Misses every point; makes a wrong claim of every "wrong" in the answer."""

    flag: FlagStatus = FlagStatus.ASSERTED
    point: PointStatus = PointStatus.MISSING

    def assess(
        self, question: Question, answer: str, level: Level, asked: str = "", about: str | None = None
    ) -> Assessment:
        spans = tuple(Span(found.start(), found.end()) for found in re.finditer("wrong", answer))
        status = self.flag if spans else FlagStatus.ABSENT
        points = tuple(PointVerdict(point.id, self.point, 0.1) for point in question.points)
        return Assessment(points, (FlagVerdict("f", status, 0.9, spans),), 0.0)

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        return ReplyVerdict(ReplyStatus.PARTIAL, 0.5)


def assess(answer: str, *lessons: Lesson, by: Strict | None = None, question: Question = QUESTION) -> Assessment:
    grader = TaughtGrader(by or Strict(), {("q", Language.EN): lessons})
    return grader.assess(question, answer, Level.JUNIOR)


@pytest.mark.parametrize(
    "answer", ["it pops up like toast", "Well: it POPS up, like toast!", "I mean it pops\nup like toast, you see"]
)
def test_accepted_words_state_the_point_wherever_they_stand(answer: str) -> None:
    found, other = assess(answer, Lesson("p", "It pops up like toast.")).points
    assert found.status is PointStatus.STATED
    (span,) = found.evidence
    assert re.sub(r"\W+", " ", answer[span.start : span.end]).lower() == "it pops up like toast"
    assert other == PointVerdict("other", PointStatus.MISSING, 0.1)


@pytest.mark.parametrize("answer", ["it pops down like toast", "pops up like toast", "like toast it pops up", ""])
def test_other_words_state_nothing(answer: str) -> None:
    assert assess(answer, Lesson("p", "it pops up like toast")).points[0].status is PointStatus.MISSING


def test_a_point_stated_anyway_keeps_its_own_evidence() -> None:
    grader = Strict(point=PointStatus.STATED)
    verdict = assess("it pops up like toast", Lesson("p", "it pops up like toast"), by=grader).points[0]
    assert verdict == PointVerdict("p", PointStatus.STATED, 0.1)


@pytest.mark.parametrize(("answer", "status"), [("LIFO!", PointStatus.STATED), ("it is LIFO", PointStatus.MISSING)])
def test_a_lone_term_counts_as_the_whole_answer_only(answer: str, status: PointStatus) -> None:
    assert assess(answer, Lesson("p", "lifo")).points[0].status is status


@pytest.mark.parametrize("status", [FlagStatus.ASSERTED, FlagStatus.SUSPECTED])
def test_cleared_words_are_no_wrong_claim(status: FlagStatus) -> None:
    verdict = assess("so it looks wrong at first", Lesson("f", "looks wrong at", clears=True), by=Strict(status))
    assert verdict.flags[0].status is FlagStatus.ABSENT


def test_a_wrong_claim_made_beside_the_cleared_words_stands() -> None:
    lesson = Lesson("f", "looks wrong at first", clears=True)
    assert assess("it looks wrong at first and is wrong", lesson).flags[0].status is FlagStatus.ASSERTED


def test_a_claim_rejected_stays_rejected() -> None:
    lesson = Lesson("f", "looks wrong at first", clears=True)
    assert assess("it looks wrong at first", lesson, by=Strict(FlagStatus.DENIED)).flags[0].status is FlagStatus.DENIED


def test_a_lesson_belongs_to_one_question_in_one_language() -> None:
    other = Question("q", Language.UK, "t", "T", "What?", POINTS, FLAGS)
    lesson = Lesson("p", "it pops up like toast")
    assert assess("it pops up like toast", lesson, question=other).points[0].status is PointStatus.MISSING


def test_replies_to_follow_ups_are_the_other_graders() -> None:
    grader = TaughtGrader(Strict(), {("q", Language.EN): (Lesson("p", "it pops up"),)})
    verdict = grader.judge_reply(QUESTION, FollowUp("f1", "Why?", "because"), "it pops up")
    assert verdict == ReplyVerdict(ReplyStatus.PARTIAL, 0.5)


@given(st.text(max_size=40), st.text(max_size=40))
def test_occurrences_are_real_and_whole_words(words: str, answer: str) -> None:
    wanted = re.findall(r"\w+", words.casefold())
    for span in occurrences(words, answer):
        assert re.findall(r"\w+", answer[span.start : span.end].casefold()) == wanted
        assert not re.match(r"\w", answer[span.end : span.end + 1])


@given(st.lists(st.from_regex(r"[a-zа-яїєґ]{1,6}", fullmatch=True), min_size=3, max_size=6), st.text(max_size=10))
def test_words_are_found_in_any_surroundings_between_marks(words: list[str], around: str) -> None:
    said = " ".join(words)
    assert list(occurrences(said, f"{around}. {said.upper()}, {around}"))


@pytest.mark.parametrize(
    ("language", "words", "denial"),
    [
        (Language.EN, "the offset moves after processing", "It is a myth that the offset moves after processing."),
        (
            Language.EN,
            "the offset moves after processing",
            "Some say the offset moves after processing, but that is wrong.",
        ),
        (Language.RU, "оффсет сдвигается после обработки", "Это миф, что оффсет сдвигается после обработки."),
        (Language.UK, "офсет зсувається після обробки", "Неправда, що офсет зсувається після обробки."),
    ],
)
def test_accepted_words_that_are_rejected_do_not_count(
    grader: RubricGrader, language: Language, words: str, denial: str
) -> None:
    asked = Question("q", language, "t", "Kafka", "Kafka?", (RubricPoint("p", "commit last", Level.JUNIOR),), ())
    taught = TaughtGrader(grader, {("q", language): (Lesson("p", words),)})
    assert taught.assess(asked, f"{words}.", Level.JUNIOR).points[0].status is PointStatus.STATED
    assert taught.assess(asked, denial, Level.JUNIOR).points[0].status is not PointStatus.STATED
