"""A claim against what was said on an earlier question."""

from dataclasses import replace

import pytest

from bot.domain.dialogue import Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Misconception, RubricPoint
from bot.domain.scorecard import FlagStanding
from bot.grading import RubricGrader
from tests.unit.engine.helpers import Room, bank_of, lines, moves, prepared, turn

RULE = RubricPoint("lock", "Two writers of one table need a common lock", Level.JUNIOR, key_terms=("lockrule",))
CLAIM = Misconception("wrongone", "Two writers of one table need no lock", "Every writer takes a common lock first")
FIRST = prepared("first", points=(RULE, *prepared().points), red_flags=())
SECOND = prepared("second", red_flags=(CLAIM,))
SAID = "lockrule is what I go by in all of this"
MADE = "wrongone is how it works as far as I remember it"


def at_second(first: str = SAID, *, bank: Bank | None = None) -> Room:
    """An interview at its second question, with that said on the first one."""
    others = [prepared(f"other{number}", topic=f"topic {number}") for number in range(8)]
    plan = Plan(Language.EN, Level.MIDDLE, count=2, only=("first", "second"), avoid=("second",))
    room = Room(bank or bank_of(FIRST, SECOND, *others), plan)
    room.say(first)
    room.say("next")
    assert room.state.current == "second"
    return room


def test_a_claim_against_what_was_said_on_an_earlier_question_is_a_contradiction_that_quotes_both() -> None:
    step = at_second().say(MADE)
    put = next(line for line in lines(step) if line.move is Move.CONTRADICTION)
    assert (put.text, dict(put.arguments)) == ("wrongone", {"earlier": "lockrule"})
    assert turn(step).why == "contradiction:wrongone"


@pytest.mark.parametrize(("choice", "standing"), [("the first", FlagStanding.CORRECTED), (MADE, FlagStanding.WRONG)])
def test_the_report_has_both_statements_and_what_was_chosen(choice: str, standing: FlagStanding) -> None:
    room = at_second()
    room.say(MADE)
    room.say(choice)
    (flag,) = room.card.questions[1].flags
    assert (flag.standing, flag.quotes, flag.denied) == (standing, ("wrongone",), ("lockrule",))


def test_what_was_not_said_before_is_put_against_nothing() -> None:
    step = at_second("something else that has no bearing on the matter at all").say(MADE)
    assert moves(step)[-1] is Move.CONSEQUENCE


def test_questions_that_have_nothing_to_do_with_each_other_are_not_compared() -> None:
    bank = bank_of(FIRST, replace(SECOND, topic="another"))
    assert moves(at_second(bank=bank).say(MADE))[-1] is Move.CONSEQUENCE


def test_questions_named_as_related_are_compared_over_topics() -> None:
    bank = bank_of(FIRST, replace(SECOND, topic="another", related=("first",)), prepared("other", topic="third"))
    assert moves(at_second(bank=bank).say(MADE))[-1] is Move.CONTRADICTION


def test_a_suspicion_is_not_put_against_anything_before_it_is_confirmed() -> None:
    room = at_second()
    assert Move.CONTRADICTION not in moves(room.say("wrongone? is how I would put it in my own words"))
    assert moves(room.say("yes"))[-1] is Move.CONTRADICTION


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (
            Language.EN,
            "Authentication finds out who the caller is, then authorization decides whether they are allowed in.",
            "Authentication and authorization are basically the same thing.",
        ),
        (
            Language.RU,
            "Аутентификация выясняет, кто пришёл, а затем авторизация решает, можно ли ему.",
            "Аутентификация и авторизация это одно и то же.",
        ),
        (
            Language.UK,
            "Автентифікація з’ясовує, хто прийшов, а далі авторизація вирішує, чи можна йому.",
            "Автентифікація та авторизація це те саме.",
        ),
    ],
)
def test_on_the_shipped_bank_the_earlier_answer_is_remembered(
    shipped_bank: Bank, rubric_grader: RubricGrader, language: Language, right: str, wrong: str
) -> None:
    names = ("security-filter-chain", "authentication-and-authorization")
    plan = Plan(language, Level.MIDDLE, count=2, only=names, avoid=names[1:])
    room = Room(shipped_bank, plan, grader=rubric_grader)
    room.say(right)
    room.say("next")
    step = room.say(wrong)
    if Move.CONFIRM in moves(step):
        step = room.say("+")
    put = next(line for line in lines(step) if line.move is Move.CONTRADICTION)
    assert str(dict(put.arguments)["earlier"]) in right
    assert put.text in wrong
