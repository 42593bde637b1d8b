"""Replies to follow-up questions."""

import pytest

from bot.domain.language import Language
from bot.domain.question import FollowUp
from bot.domain.verdict import ReplyStatus
from bot.grading import RubricGrader
from tests.unit.grading.build import question

CASES = [
    (
        Language.EN,
        "What does a bulkhead protect from?",
        "One slow dependency using up all threads, so that the rest of the service stops too",
        {
            ReplyStatus.CORRECT: "a slow dependency would use all threads and the rest of the service stops as well",
            ReplyStatus.PARTIAL: "from a slow dependency",
            ReplyStatus.WRONG: "it encrypts traffic between pods",
        },
    ),
    (
        Language.RU,
        "Что будет, если ключ партиционирования один на всех?",
        "Все сообщения попадут в одну партицию, и читать их сможет только один консьюмер",
        {
            ReplyStatus.CORRECT: "сообщения лягут в одну партицию, читать будет только один консьюмер",
            ReplyStatus.PARTIAL: "читать будет один",
            ReplyStatus.WRONG: "брокер создаст новый топик",
        },
    ),
    (
        Language.UK,
        "Навіщо потрібен таймаут?",
        "Щоб потік не чекав вічно, коли сервіс не відповідає",
        {
            ReplyStatus.CORRECT: "якщо сервіс не відповідає, потік не буде чекати вічно",
            ReplyStatus.PARTIAL: "щоб не чекати",
            ReplyStatus.WRONG: "для красивого коду",
        },
    ),
]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("status", list(ReplyStatus))
def test_a_reply_is_judged_by_what_it_says_of_the_expected_one(
    grader: RubricGrader, case: tuple[Language, str, str, dict[ReplyStatus, str]], status: ReplyStatus
) -> None:
    language, asked, expected, replies = case
    verdict = grader.judge_reply(question(language=language), FollowUp("f", asked, expected), replies[status])
    assert verdict.status is status


def test_a_reply_that_says_the_opposite_is_wrong(grader: RubricGrader) -> None:
    follow_up = FollowUp("f", "Is it kept?", "The offset is kept by the broker")
    verdict = grader.judge_reply(question(), follow_up, "The offset is not kept by the broker.")
    assert (verdict.status, "opposite" in verdict.reason) == (ReplyStatus.WRONG, True)


def test_the_follow_up_said_back_is_no_reply(grader: RubricGrader) -> None:
    follow_up = FollowUp("f", "Why does the consumer lag grow?", "Processing is slower than producing")
    verdict = grader.judge_reply(question(), follow_up, "The consumer lag does grow.")
    assert verdict.status is ReplyStatus.WRONG


def test_an_empty_reply_is_wrong_and_quotes_nothing(grader: RubricGrader) -> None:
    verdict = grader.judge_reply(question(), FollowUp("f", "Why?", "Because of locks"), "")
    assert (verdict.status, verdict.evidence) == (ReplyStatus.WRONG, ())


def test_a_reply_is_quoted(grader: RubricGrader) -> None:
    answer = "Hm. The lock is held too long."
    verdict = grader.judge_reply(question(), FollowUp("f", "Why?", "The lock is held too long"), answer)
    assert [answer[span.start : span.end] for span in verdict.evidence] == ["The lock is held too long"]
