"""A wrong claim is asked about where the words give ground for it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import Plan, Said
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Example, Misconception, Question, RubricPoint
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine.grounds import grounded
from bot.engine.state import FlagFinding, PointFinding
from bot.grading import RubricGrader
from tests.unit.engine.helpers import Room, prepared
from tests.unit.engine.shipped.people import WORDS

POINT = RubricPoint("order", "A map keeps no order of its entries", Level.JUNIOR, phrasings=("the order is undefined",))
FLAG = Misconception(
    "ordered",
    "A map keeps the order of insertion",
    phrasings=("it remembers who came first",),
    near_misses=("a linked map keeps it",),
)
QUESTION = prepared(points=(POINT,), red_flags=(FLAG,))
NO_ORDER = "a map keeps no order of entries"


def found(
    words: str, status: FlagStatus = FlagStatus.SUSPECTED, *, said: str = "", strange: bool = False
) -> tuple[FlagFinding, ...]:
    """What is left of a finding on the claim, with the point stated by `said`."""
    points = (PointFinding("order", PointStatus.STATED, (said,)),) if said else ()
    return grounded(QUESTION, points, (FlagFinding("ordered", status, 0.6, (words,)),), strange=strange)


def test_a_suspicion_of_words_that_say_what_is_right_is_let_go() -> None:
    assert found(NO_ORDER, said=NO_ORDER) == ()
    assert found(NO_ORDER, said=f"as far as I know {NO_ORDER}, or so they say") == ()


def test_a_suspicion_of_other_words_stays() -> None:
    assert found(NO_ORDER, said="something said elsewhere in the answer")
    assert found(NO_ORDER)


@pytest.mark.parametrize("words", ["a map keeps the order of insertion", "it remembers who came first, I think"])
def test_a_suspicion_of_words_nearer_to_the_claim_stays(words: str) -> None:
    assert found(words, said=words)


def test_a_suspicion_of_what_only_resembles_the_claim_is_let_go() -> None:
    assert found("a linked map keeps it for you") == ()


def test_a_claim_made_stays_whatever_is_said_with_it() -> None:
    assert found(NO_ORDER, FlagStatus.ASSERTED, said=NO_ORDER)


@pytest.mark.parametrize("status", [FlagStatus.SUSPECTED, FlagStatus.ASSERTED])
def test_in_an_answer_about_something_else_only_the_claims_own_words_make_it(status: FlagStatus) -> None:
    assert found("the queue keeps what came", status, strange=True) == ()
    assert found("it remembers who came first", status, strange=True)


@given(words=st.text(max_size=60), said=st.text(max_size=60), strange=st.booleans())
def test_a_rejection_always_stays(words: str, said: str, *, strange: bool) -> None:
    assert found(words, FlagStatus.DENIED, said=said, strange=strange)


def challenged(room: Room, answer: str) -> set[str]:
    """Wrong claims asked about after an answer, on a question on which nothing else is said then."""
    room.do(Said(answer, 100))
    while room.state.open and len(room.steps) < 12:
        room.say(WORDS[room.state.language].filler)
    reasons = (step.turn.why.partition(":") for step in room.steps if step.turn)
    return {target for why, _, target in reasons if why in ("suspected", "asserted", "contradiction")}


def put(bank: Bank, language: Language, apart: int) -> Iterator[tuple[Question, Example]]:
    """All examples of a language, each with the question that it is put to, so far from its own."""
    questions = bank.select(language)
    for number, question in enumerate(questions):
        yield from ((questions[(number + apart) % len(questions)], example) for example in question.examples)


def rates(bank: Bank, grader: RubricGrader, apart: int) -> tuple[float, float]:
    """Shares of answers after which a claim is asked about that was not made, and of claims made that are."""
    groundless, made, noticed, answers = 0, 0, 0, 0
    for question, example in (pair for language in Language for pair in put(bank, language, apart)):
        plan = Plan(question.language, max(example.level, Level.MIDDLE), count=1, only=(question.id,))
        asked = challenged(Room(bank, plan, grader=grader), example.answer)
        claims = set(() if apart else example.asserted)
        answers, groundless = answers + 1, groundless + bool(asked - claims)
        made, noticed = made + len(claims), noticed + len(claims & asked)
    return groundless / answers, noticed / made if made else 1.0


@pytest.mark.slow
def test_on_the_shipped_bank_claims_made_are_asked_about_and_few_others(
    shipped_bank: Bank, rubric_grader: RubricGrader
) -> None:
    groundless, noticed = rates(shipped_bank, rubric_grader, apart=0)
    assert groundless <= 0.08
    assert noticed >= 0.88


@pytest.mark.slow
@pytest.mark.parametrize("apart", [1, 7])
def test_on_the_shipped_bank_hardly_any_is_asked_about_after_an_answer_to_another_question(
    shipped_bank: Bank, rubric_grader: RubricGrader, apart: int
) -> None:
    groundless, _ = rates(shipped_bank, rubric_grader, apart)
    assert groundless <= 0.03
