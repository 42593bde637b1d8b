from datetime import date, timedelta

import pytest

from bot.domain.language import Level
from bot.domain.scorecard import PointResult, QuestionResult, Recommendation, Scorecard, Standing
from bot.engine.progress import Attempt, compare, has_gaps, mastery, repeated_topics, topic_mark, weak_questions

S, M, A, U, D = Standing.STATED, Standing.MISSING, Standing.ASSISTED, Standing.UNSURE, Standing.DECLINED


def result(question: str, score: float | None = 3.0, topic: str = "sql", **points: Standing) -> QuestionResult:
    found = tuple(PointResult(name, name, Level.JUNIOR, 1, standing) for name, standing in points.items())
    return QuestionResult(question, question.title(), topic, Level.JUNIOR, score, found, ())


def attempts(*cards: tuple[QuestionResult, ...]) -> list[Attempt]:
    return [
        Attempt(
            number,
            date(2026, 5, 1) + timedelta(number),
            Level.JUNIOR,
            Scorecard(Recommendation.LEANING_HIRE, 3.0, Level.JUNIOR, len(card), len(card), card),
        )
        for number, card in enumerate(cards, 1)
    ]


def test_a_point_is_known_as_it_stood_last() -> None:
    found = mastery(attempts((result("a", x=S, y=M),), (result("a", x=M, y=S), result("b", x=A))))
    assert [(each.question, each.point.point, each.point.standing) for each in found] == [
        ("a", "x", M),
        ("a", "y", S),
        ("b", "x", A),
    ]


def test_what_was_not_judged_changes_nothing() -> None:
    before = attempts((result("a", x=S),))
    assert mastery([*before, *attempts((result("a", None, x=M),))]) == mastery(before)


def test_questions_with_something_open_are_weak_and_each_is_named_once() -> None:
    found = mastery(attempts((result("a", x=S), result("b", x=M, y=M), result("c", x=U), result("d", x=A, y=D))))
    assert weak_questions(found) == ("b", "c", "d")


@pytest.mark.parametrize(
    ("given", "gaps"),
    [(result("a", x=S, y=A), False), (result("a", x=S, y=U), True), (result("a", None, x=M), False)],
)
def test_a_question_has_gaps_when_it_was_judged_and_something_is_open(given: QuestionResult, gaps: bool) -> None:
    assert has_gaps(given) is gaps


def test_the_mark_on_a_topic_is_the_mean_of_its_questions() -> None:
    (attempt,) = attempts((result("a", 2.0), result("b", 4.0), result("c", 5.0, "http"), result("d", None)))
    assert (topic_mark(attempt, "sql"), topic_mark(attempt, "http"), topic_mark(attempt, "kafka")) == (3.0, 5.0, None)


def test_topics_tried_more_than_once_can_be_compared() -> None:
    tried = attempts((result("a"), result("b", 1.0, "http")), (result("c"), result("d", None, "http")))
    assert repeated_topics(tried) == ("sql",)
    assert compare(tried, "http") is None
    assert compare([], "sql") is None


def test_points_of_questions_asked_both_times_are_gained_lost_or_open() -> None:
    tried = attempts(
        (result("z", 5.0, w=S),),
        (result("a", 2.0, won=M, helped=U, lost=S, kept=S, open=M), result("b", 4.0, x=M)),
        (result("h", 1.0, "http"),),
        (result("a", 4.0, won=S, helped=A, lost=M, kept=A, open=D), result("c", 5.0, x=S)),
    )
    found = compare(tried, "sql")
    assert found is not None
    assert (found.before.session, found.after.session, found.marks) == (2, 4, (3.0, 4.5))
    assert [[point.point for point in part] for part in (found.gained, found.lost, found.open)] == [
        ["won", "helped"],
        ["lost"],
        ["open"],
    ]
