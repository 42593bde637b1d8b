"""Red flags beside the points and corrections of their question."""

from dataclasses import replace

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Misconception
from bot.domain.verdict import FlagStatus, FlagVerdict
from bot.grading import RubricGrader
from tests.unit.grading.build import question

SESSIONS = question(
    "A stateless service keeps no session between requests",
    "Any instance can serve any request, so adding instances is easy",
    flags=(
        ("A stateless service cannot use a database", "only session state is forbidden, data may be stored"),
        ("Sticky sessions are required", "any instance can serve any request"),
        ("A stateless service is always slower", "it scales better"),
    ),
    title="What does stateless mean for a service?",
)


def _flags(grader: RubricGrader, answer: str) -> tuple[FlagVerdict, ...]:
    return grader.assess(SESSIONS, answer, Level.MIDDLE).flags


def test_reciting_the_points_makes_no_claim(grader: RubricGrader) -> None:
    recited = ". ".join(point.text for point in SESSIONS.points)
    assert all(flag.status is not FlagStatus.ASSERTED for flag in _flags(grader, recited))


@pytest.mark.parametrize("number", range(3))
def test_saying_the_correction_makes_no_claim(grader: RubricGrader, number: int) -> None:
    flag = _flags(grader, SESSIONS.red_flags[number].correction)[number]
    assert flag.status is not FlagStatus.ASSERTED


@pytest.mark.parametrize("number", range(3))
def test_a_claim_said_outright_is_the_only_one_made(grader: RubricGrader, number: int) -> None:
    flags = _flags(grader, SESSIONS.red_flags[number].claim)
    assert [flag.status is FlagStatus.ASSERTED for flag in flags] == [place == number for place in range(3)]


def test_a_claim_made_among_other_things_is_quoted(grader: RubricGrader) -> None:
    answer = "It has no session. You need sticky sessions though, they are required. That's it."
    flag = _flags(grader, answer)[1]
    quoted = [answer[span.start : span.end] for span in flag.evidence]
    assert flag.status is FlagStatus.ASSERTED
    assert "sticky sessions" in quoted[0]
    assert "That's it" not in quoted[0]


def test_a_claim_rejected_in_the_same_words_is_denied(grader: RubricGrader) -> None:
    flag = _flags(grader, "Sticky sessions are not required.")[1]
    assert (flag.status, flag.evidence) == (FlagStatus.DENIED, ())


def test_a_claim_said_with_doubt_is_suspected(grader: RubricGrader) -> None:
    flag = _flags(grader, "Maybe sticky sessions are required, I'm not sure.")[1]
    assert flag.status is FlagStatus.SUSPECTED
    assert "doubt" in flag.reason


def test_the_claim_made_is_the_first_suspect(grader: RubricGrader) -> None:
    flags = _flags(grader, "Well, requests must stick to one instance, sticky sessions are needed for that.")
    assert max(flags, key=lambda flag: flag.suspect).flag == "f1"


def test_an_answer_about_other_things_raises_no_suspicion(grader: RubricGrader) -> None:
    flags = _flags(grader, "Each request carries a token and everything needed to serve it.")
    assert {flag.status for flag in flags} <= {FlagStatus.ABSENT, FlagStatus.SUSPECTED}
    assert all(flag.suspect < 0.5 for flag in flags)


def test_a_phrasing_of_the_claim_counts_as_the_claim(grader: RubricGrader) -> None:
    flag = Misconception("f0", "Indexes are free", "they cost writes", phrasings=("an index costs nothing",))
    asked = question("An index slows down writes")
    asked = replace(asked, id="free", red_flags=(flag,))
    assert grader.assess(asked, "An index costs nothing.", Level.MIDDLE).flags[0].status is FlagStatus.ASSERTED


def test_a_near_miss_is_not_the_claim(grader: RubricGrader) -> None:
    flag = Misconception("f0", "Indexes always help", near_misses=("indexes often help reads",))
    asked = question("An index slows down writes")
    asked = replace(asked, id="help", red_flags=(flag,))
    assert grader.assess(asked, "Indexes often help reads.", Level.MIDDLE).flags[0].status is not FlagStatus.ASSERTED


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (Language.EN, "the words say this claim"),
        (Language.RU, "слова утверждают именно это"),
        (Language.UK, "слова стверджують саме це"),
    ],
)
def test_reasons_are_in_the_language_of_the_question(grader: RubricGrader, language: Language, reason: str) -> None:
    asked = question(flags=(("Kafka deletes messages after reading", ""),), language=language)
    assert grader.assess(asked, "Kafka deletes messages after reading", Level.MIDDLE).flags[0].reason == reason
