"""What is said later against a wrong claim made on an earlier question."""

import pytest

from bot.domain.dialogue import Line, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Misconception
from bot.domain.scorecard import FlagResult, FlagStanding
from bot.engine import Step, TurnKind
from bot.engine.state import Aim
from bot.grading import RubricGrader
from tests.unit.engine.checks import check_room
from tests.unit.engine.helpers import Room, bank_of, lines, moves, prepared, turn

RIGHT = "every writer takes a common lock first"
CLAIM = Misconception("wrongone", "Two writers of one table need no lock", RIGHT)
MADE = "wrongone is how it works as far as I remember it"
LATER = f"term1 is what decides here. By the way, {RIGHT}."
SAID = f"By the way, {RIGHT}."
PLAIN = "something else that has no bearing on the matter at all"


def at_second(first: str = MADE, claim: Misconception = CLAIM) -> Room:
    """An interview at its second question, with that said on the first one."""
    others = [prepared(f"other{number}", topic=f"topic {number}") for number in range(8)]
    plan = Plan(Language.EN, Level.MIDDLE, count=2, only=("first", "second"), avoid=("second",))
    room = Room(bank_of(prepared("first", red_flags=(claim,)), prepared("second", red_flags=()), *others), plan)
    room.say(first)
    room.say("next")
    assert room.state.current == "second"
    return room


def put(step: Step) -> Line:
    return next(line for line in lines(step) if line.move is Move.CONTRADICTION)


def only(room: Room) -> FlagResult:
    (flag,) = room.card.questions[0].flags
    return flag


def test_what_is_right_said_on_a_later_question_is_put_against_the_claim_with_both_quotations() -> None:
    room = at_second()
    step = room.say(LATER)
    assert (put(step).text, dict(put(step).arguments)) == (SAID, {"earlier": "wrongone"})
    assert turn(step).why == "contradiction:first/wrongone"
    assert only(room).standing is FlagStanding.WRONG
    check_room(room)


@pytest.mark.parametrize("choice", ["the second one", "Второе, конечно", "I was wrong back then", f"Well, {RIGHT}"])
def test_choosing_what_is_right_corrects_the_earlier_claim_and_the_question_goes_on(choice: str) -> None:
    room = at_second()
    room.say(LATER)
    step = room.say(choice)
    assert moves(step)[0] is Move.CORRECTED
    assert (only(room).standing, only(room).denied) == (FlagStanding.CORRECTED, (SAID,))
    assert room.state.current == "second"
    check_room(room)


@pytest.mark.parametrize("choice", ["the first one", "первое", "yes", "I don't know", PLAIN])
def test_no_choice_or_the_other_one_lets_the_claim_stand(choice: str) -> None:
    room = at_second()
    room.say(LATER)
    step = room.say(choice)
    assert moves(step)[0] is Move.NOTED
    assert only(room).standing is FlagStanding.WRONG


def test_it_is_put_once() -> None:
    room = at_second()
    for text in (LATER, PLAIN, LATER, LATER):
        room.say(text)
    assert sum(line.move is Move.CONTRADICTION for step in room.steps for line in lines(step)) == 1


def test_who_owns_a_mistake_is_not_asked_which_holds() -> None:
    room = at_second()
    step = room.say(f"term1 is what decides here. And I was wrong before: {RIGHT}.")
    assert moves(step)[0] is Move.CORRECTED
    assert Move.CONTRADICTION not in moves(step)
    assert only(room).standing is FlagStanding.CORRECTED


def test_a_mistake_owned_beside_the_question_leaves_it_open() -> None:
    room = at_second()
    step = room.say(f"Wait, I was wrong before: {RIGHT}.")
    assert moves(step) == [Move.CORRECTED]
    assert turn(step).kind is TurnKind.CORRECTION
    assert room.state.open
    assert room.state.open.replies == ()


def test_a_reply_that_chooses_is_an_answer_too() -> None:
    room = at_second()
    room.say(f"By the way, {RIGHT}.")
    room.say("the second one, and term3 is what matters here")
    assert "p3" in {each.point for each in room.card.questions[1].points if each.quotes}


@pytest.mark.parametrize(
    ("first", "claim"),
    [("not wrongone, surely not", CLAIM), (MADE, Misconception("wrongone", "Two writers of one table need no lock"))],
)
def test_nothing_is_put_against_what_was_not_claimed_or_has_no_right_version(first: str, claim: Misconception) -> None:
    assert Move.CONTRADICTION not in moves(at_second(first, claim).say(LATER))


def test_a_choice_is_of_the_earlier_question_though_the_open_one_has_a_claim_of_that_name() -> None:
    room = at_second()
    room.say(LATER)
    assert (room.state.focus.aim, room.state.focus.question) == (Aim.SECOND, "first")
    room.say("the second")
    assert room.card.questions[1].flags == ()


SHIPPED = {
    Language.EN: (
        "If two keys have the same hash code, the second put overwrites the first value.",
        "Keys with the same hash code can still be different, both stay in the bucket.",
    ),
    Language.RU: (
        "HashMap возвращает элементы в том порядке, в котором их добавили.",
        "HashMap никакого порядка не хранит, для этого есть LinkedHashMap.",
    ),
    Language.UK: (
        "HashMap повертає елементи в тому порядку, у якому їх додали.",
        "HashMap ніякого порядку не тримає, для цього є LinkedHashMap.",
    ),
}


def shipped(bank: Bank, grader: RubricGrader, language: Language) -> Room:
    """An interview on the shipped bank at its second question, with a wrong claim made on the first."""
    names = ("hashmap", "garbage-collection")
    room = Room(bank, Plan(language, Level.MIDDLE, count=2, only=names, avoid=names[1:]), grader=grader)
    room.say(SHIPPED[language][0])
    room.say("next")
    assert room.state.current == names[1]
    assert only(room).standing is FlagStanding.WRONG
    return room


@pytest.mark.parametrize("language", Language)
def test_on_the_shipped_bank_the_right_version_is_noticed_on_another_question_and_settled(
    shipped_bank: Bank, rubric_grader: RubricGrader, language: Language
) -> None:
    claim, right = SHIPPED[language]
    room = shipped(shipped_bank, rubric_grader, language)
    step = room.say(right)
    assert str(dict(put(step).arguments)["earlier"]) in claim
    assert put(step).text == right
    room.say(right)
    assert only(room).standing is FlagStanding.CORRECTED


@pytest.mark.parametrize("language", Language)
def test_on_the_shipped_bank_the_right_version_is_noticed_in_the_closing(
    shipped_bank: Bank, rubric_grader: RubricGrader, language: Language
) -> None:
    room = shipped(shipped_bank, rubric_grader, language)
    room.say("next")
    step = room.say(SHIPPED[language][1])
    assert Move.CORRECTION_TAKEN in moves(step)
    assert (only(room).standing, only(room).denied) == (FlagStanding.CORRECTED, (SHIPPED[language][1],))
