"""Edited messages."""

import pytest

from bot.domain.dialogue import Asked, Command, Edited, Move, Plan, Said
from bot.domain.language import Language, Level
from bot.domain.scorecard import FlagStanding, Standing
from bot.engine import Status, TurnKind
from tests.unit.engine.helpers import Room, bank_of, moves, prepared, turn

FIRST = "term2 is what I know about this matter so far"


@pytest.fixture
def room() -> Room:
    room = Room(bank_of(prepared("q1"), prepared("q2")), Plan(Language.EN, Level.MIDDLE, count=2, avoid=("q2",)))
    room.say(FIRST, message=10)
    return room


def standing(room: Room, point: str) -> Standing:
    return next(each.standing for each in room.card.questions[0].points if each.point == point)


def test_the_last_version_of_an_answer_counts_while_its_question_is_open(room: Room) -> None:
    step = room.do(Edited("term1 is what I know about this matter so far", 10))
    assert moves(step) == [Move.EDIT_TAKEN]
    assert turn(step).kind is TurnKind.EDIT
    assert (standing(room, "p1"), standing(room, "p2")) == (Standing.STATED, Standing.MISSING)


def test_an_edit_leaves_the_follow_up_standing(room: Room) -> None:
    asked, focus = room.state.asked, room.state.focus
    room.do(Edited("term1 is what I know about this matter so far", 10))
    assert (room.state.asked, room.state.focus) == (asked, focus)


def test_an_edit_can_take_a_claim_out(room: Room) -> None:
    room.say("wrongone is what I think of it all the time", message=11)
    assert room.card.questions[0].flags[0].standing is FlagStanding.WRONG
    room.do(Edited("something else is what I think of it", 11))
    assert room.card.questions[0].flags == ()


def test_hints_given_later_do_not_make_an_edited_answer_assisted(room: Room) -> None:
    room.ask(Command.HINT)
    room.do(Edited("term1 and term2, that is what I know so far", 10))
    assert standing(room, "p1") is Standing.STATED


def test_an_edit_of_a_closed_answer_is_not_graded(room: Room) -> None:
    room.say("next")
    before = room.card
    step = room.do(Edited("term1 term2 term3 term4 term5", 10))
    assert moves(step) == [Move.EDIT_LATE]
    assert room.card == before


def test_an_edit_after_the_last_question_is_too_late(room: Room) -> None:
    room.say("next")
    room.say("skip", message=30)
    assert moves(room.do(Edited("term1 term2", 30))) == [Move.EDIT_LATE]
    assert not room.state.finished


def test_an_edit_after_the_end_is_ignored(room: Room) -> None:
    room.ask(Command.STOP)
    step = room.do(Edited("term1 term2", 10))
    assert (step.turn, step.actions) == (None, ())


def test_an_aside_edited_into_an_answer_is_an_answer(room: Room) -> None:
    room.say("#gibberish asdfg", message=12)
    step = room.do(Edited("term1 is what it should have been all along", 12))
    assert Move.EDIT_TAKEN not in moves(step)
    assert standing(room, "p1") is Standing.STATED


def test_an_edit_during_a_pause_is_taken_and_does_not_end_it(room: Room) -> None:
    room.do(Asked(Command.PAUSE))
    room.do(Edited("term1 is what I know about this matter so far", 10))
    assert room.state.status is Status.PAUSED
    assert standing(room, "p1") is Standing.STATED


def test_an_edit_of_a_message_never_counted_is_too_late(room: Room) -> None:
    assert moves(room.do(Edited("term1 term3", 999))) == [Move.EDIT_LATE]


def test_a_message_without_an_id_cannot_be_edited(room: Room) -> None:
    room.do(Said("term3 is another thing that I know of it"))
    assert moves(room.do(Edited("term4", 0))) == [Move.EDIT_LATE]
