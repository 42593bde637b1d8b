"""Two statements that exclude each other are put side by side, once, and the candidate chooses."""

import pytest

from bot.domain.dialogue import Line, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Misconception
from bot.domain.scorecard import FlagResult, FlagStanding
from bot.engine import Step, classify
from bot.engine.state import Aim
from tests.unit.engine.helpers import Room, bank_of, lines, moves, prepared, turn

FLAG = Misconception("wrongone", "The claim", correction="The statement numbered 1 of q1")
CLAIM = "wrongone is how it works as far as I remember it"
RIGHT = "well, in the end it is term1 that one would see there"
PLAIN = "something else that has no bearing on the matter at all"


@pytest.fixture
def room() -> Room:
    return Room(
        bank_of(prepared("q1", red_flags=(FLAG,)), prepared("q2")), Plan(Language.EN, Level.MIDDLE, avoid=("q2",))
    )


def only(room: Room) -> FlagResult:
    (flag,) = room.card.questions[0].flags
    return flag


def put(step: Step) -> Line:
    return next(line for line in lines(step) if line.move is Move.CONTRADICTION)


def test_the_right_version_after_a_claim_is_put_against_it(room: Room) -> None:
    assert moves(room.say(CLAIM))[-1] is Move.CONSEQUENCE
    step = room.say(RIGHT)
    assert (put(step).text, dict(put(step).arguments)) == ("term1", {"earlier": "wrongone"})
    assert turn(step).why == "contradiction:wrongone"
    assert room.state.focus.aim is Aim.SECOND


@pytest.mark.parametrize("choice", ["the second one", "Второе, конечно", "друге", RIGHT, "I was wrong at first"])
def test_choosing_the_right_one_corrects_the_claim(room: Room, choice: str) -> None:
    room.say(CLAIM)
    room.say(RIGHT)
    step = room.say(choice)
    assert only(room).standing is FlagStanding.CORRECTED
    assert moves(step)[0] is Move.CORRECTED


@pytest.mark.parametrize("choice", ["the first one", "первое", "перше", CLAIM])
def test_choosing_the_wrong_one_lets_it_stand_without_argument(room: Room, choice: str) -> None:
    room.say(CLAIM)
    room.say(RIGHT)
    step = room.say(choice)
    assert only(room).standing is FlagStanding.WRONG
    assert moves(step)[0] is Move.NOTED


def test_no_choice_lets_the_claim_stand(room: Room) -> None:
    room.say(CLAIM)
    room.say(RIGHT)
    room.say(PLAIN)
    assert only(room).standing is FlagStanding.WRONG


@pytest.mark.parametrize(
    ("choice", "standing"), [("первое", FlagStanding.CORRECTED), ("the latter", FlagStanding.WRONG)]
)
def test_the_places_are_the_other_way_round_when_the_right_one_came_first(
    room: Room, choice: str, standing: FlagStanding
) -> None:
    room.say("term1 is what I would build all of this upon")
    step = room.say(CLAIM)
    assert (put(step).text, dict(put(step).arguments)) == ("wrongone", {"earlier": "term1"})
    room.say(choice)
    assert only(room).standing is standing


def test_a_contradiction_is_put_once(room: Room) -> None:
    for text in (CLAIM, RIGHT, PLAIN, RIGHT, RIGHT):
        room.say(text)
    assert sum(line.move is Move.CONTRADICTION for step in room.steps for line in lines(step)) == 1


def test_claim_and_right_version_in_one_breath_are_tested_first(room: Room) -> None:
    assert moves(room.say(f"{CLAIM}, and term1 of course"))[-1] is Move.CONSEQUENCE


def test_a_claim_repeated_beside_its_right_version_is_no_change_of_mind(room: Room) -> None:
    room.say(CLAIM)
    step = room.say(f"{RIGHT}, and wrongone all the same")
    assert Move.CONTRADICTION not in moves(step)


def test_a_claim_without_a_right_version_in_the_bank_is_put_against_nothing() -> None:
    room = Room(
        bank_of(prepared("q1", red_flags=(Misconception("wrongone", "The claim"),)), prepared("q2")),
        Plan(Language.EN, Level.MIDDLE, avoid=("q2",)),
    )
    room.say(CLAIM)
    assert Move.CONTRADICTION not in moves(room.say(RIGHT))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The second", 2),
        ("первый вариант", 1),
        ("останнє", 2),
        ("either the first or the second", None),
        ("it depends", None),
        ("The first one, sorry. One has to see that a cache is no store and may be gone at any time, of course.", 1),
        ("first of all one has to see that a cache is no store and that what is in it may be gone at any time", None),
    ],
)
def test_a_place_is_named_by_short_replies_that_name_one(text: str, place: int | None) -> None:
    assert classify.place_named(text) == place
