"""What else explains the place where a point seems to be said."""

import pytest

from bot.domain.language import Language, Level
from bot.domain.verdict import PointStatus
from bot.grading import RubricGrader
from bot.grading.analysis import Analyser
from bot.grading.matching import Answer
from bot.grading.points import Measured, measure
from bot.grading.rubric import compile_question
from tests.unit.grading.build import question

LEAD = -1
"""Place of the lead over the nearest rival among the features."""


def _measured(
    analyser: Analyser, answer: str, *points: str, flags: tuple[tuple[str, str], ...] = ()
) -> tuple[Measured, ...]:
    rubric = compile_question(question(*points, flags=flags), analyser)
    silence = analyser.read("", Language.EN)
    return measure(rubric, Answer(analyser.read(answer, Language.EN)), silence)


def test_the_point_that_explains_more_of_a_sentence_leads(analyser: Analyser) -> None:
    said, alike = _measured(
        analyser,
        "Each insert has to update the index on disk.",
        "every insert must update the index on disk",
        "the index lies on disk beside the table",
    )
    assert said.text.features[LEAD] > 0 > alike.text.features[LEAD]


def test_a_wrong_claim_that_explains_more_takes_the_lead(analyser: Analyser) -> None:
    answer, point = "The index makes every insert faster.", "an index costs time on every insert"
    (alone,) = _measured(analyser, answer, point)
    (beside,) = _measured(analyser, answer, point, flags=(("an index makes every insert faster", ""),))
    assert beside.text.features[LEAD] < alone.text.features[LEAD]


def test_nothing_found_is_no_lead(analyser: Analyser) -> None:
    measured = _measured(analyser, "Bananas are yellow.", "an index costs disk space", "a queue keeps order")
    assert [point.text.features[LEAD] for point in measured] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("language", "point", "said", "heap"),
    [
        (
            Language.EN,
            "the consumer commits offsets after processing messages",
            "the consumer commits its offset once it has processed the message",
            "messages consumer processing commits",
        ),
        (
            Language.RU,
            "консьюмер фиксирует оффсет после обработки сообщения",
            "консьюмер фиксирует оффсет, когда обработал сообщение",
            "сообщения консьюмер обработки фиксирует",
        ),
        (
            Language.UK,
            "консьюмер фіксує офсет після обробки повідомлення",
            "консьюмер фіксує офсет, коли обробив повідомлення",
            "повідомлення консьюмер обробки фіксує",
        ),
    ],
)
def test_words_of_a_point_in_another_order_do_not_state_it(
    grader: RubricGrader, language: Language, point: str, said: str, heap: str
) -> None:
    asked = question(point, language=language)
    assert grader.assess(asked, said, Level.MIDDLE).points[0].status is PointStatus.STATED
    assert grader.assess(asked, heap, Level.MIDDLE).points[0].status is not PointStatus.STATED
