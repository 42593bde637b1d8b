"""The end: one correction, confidence, the report."""

import pytest

from bot.domain.dialogue import Command, Mode, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Misconception
from bot.domain.scorecard import FlagStanding, Standing
from bot.engine import TurnKind
from bot.engine.state import Stage
from tests.unit.engine.helpers import ALL, Room, bank_of, moves, prepared, reported, says, turn

PLAIN = "something else that has no bearing on the matter at all"


def closing(first: str = "term2 is what I know about this matter so far") -> Room:
    """An interview of one question that has come to its closing."""
    room = Room(bank_of(prepared("q1")), Plan(Language.EN, Level.MIDDLE, count=1))
    room.say(first)
    while room.state.open:
        room.say(PLAIN)
    return room


def standing(room: Room, point: str) -> Standing:
    return next(each.standing for each in room.card.questions[0].points if each.point == point)


def test_after_the_last_question_there_is_room_for_a_correction() -> None:
    room = closing()
    assert moves(room.steps[-1])[-2:] == [Move.LAST, Move.ANYTHING_ELSE]
    assert says(room.steps[-1])[-1].choices == (Command.REPORT,)
    assert room.state.stage is Stage.CLOSING
    assert not room.state.finished
    assert room.state.current is None


@pytest.mark.parametrize("text", ["no", "ничего", "ні, дякую", "that's all", "всё", "👍", "stop", "no, thanks"])
def test_nothing_to_correct_ends_the_interview(text: str) -> None:
    room = closing()
    step = room.say(text)
    assert moves(step) == [Move.FINISHED]
    assert reported(step)
    assert not room.state.stopped


@pytest.mark.parametrize("text", ["yes", "да", "так, звісно"])
def test_something_to_correct_is_invited_and_then_taken(text: str) -> None:
    room = closing()
    assert moves(room.say(text)) == [Move.INVITED]
    assert not room.state.finished
    step = room.say("I forgot to say term1, which matters most of all")
    assert moves(step) == [Move.CORRECTION_TAKEN, Move.FINISHED]
    assert standing(room, "p1") is Standing.STATED


def test_a_yes_after_the_invitation_is_nothing_to_correct() -> None:
    room = closing()
    room.say("yes")
    assert moves(room.say("yes")) == [Move.FINISHED]


@pytest.mark.parametrize("command", [Command.REPORT, Command.NEXT, Command.SKIP, Command.STOP])
def test_buttons_end_it_too(command: Command) -> None:
    room = closing()
    step = room.ask(command)
    assert moves(step) == [Move.FINISHED]
    assert reported(step)


@pytest.mark.parametrize("command", [Command.HINT, Command.REPEAT, Command.SIMPLER, Command.SHOW, Command.RESUME])
def test_other_buttons_are_answered_with_the_same_question(command: Command) -> None:
    room = closing()
    assert moves(room.ask(command)) == [Move.ANYTHING_ELSE]
    assert not room.state.finished


def test_a_point_said_in_the_closing_gets_credit() -> None:
    room = closing()
    before = room.card.questions[0].score or 0
    step = room.say("I would add that term1 is what decides there")
    assert moves(step) == [Move.CORRECTION_TAKEN, Move.FINISHED]
    assert turn(step).kind is TurnKind.CORRECTION
    assert standing(room, "p1") is Standing.STATED
    assert (room.card.questions[0].score or 0) > before


def test_a_claim_taken_back_in_the_closing_is_corrected() -> None:
    for words in ("not wrongone, that was nonsense", "I was wrong about wrongone, sorry for that"):
        room = closing("wrongone is what I think of it all the time")
        before = room.card
        room.say(words)
        assert before.questions[0].flags[0].standing is FlagStanding.WRONG
        assert room.card.questions[0].flags[0].standing is FlagStanding.CORRECTED


def test_saying_the_right_version_in_the_closing_corrects_the_claim() -> None:
    right = Misconception("wrongone", "The claim", correction="The statement numbered 1 of q1")
    room = Room(bank_of(prepared("q1", red_flags=(right,))), Plan(Language.EN, Level.MIDDLE, count=1))
    room.say("wrongone is what I think of it all the time")
    while room.state.open:
        room.say(PLAIN)
    room.say("I would put it differently now, term1 is what decides")
    assert room.card.questions[0].flags[0].standing is FlagStanding.CORRECTED


def test_the_one_claim_of_a_question_is_taken_back_by_a_word_of_regret_and_something_right() -> None:
    room = closing("wrongone is what I think of it all the time")
    room.say("I was wrong back there, what matters is term3")
    assert room.card.questions[0].flags[0].standing is FlagStanding.CORRECTED


def test_regret_without_anything_right_takes_nothing_back() -> None:
    room = closing("wrongone is what I think of it all the time")
    room.say("I was wrong back there about something or other")
    assert room.card.questions[0].flags[0].standing is FlagStanding.WRONG


def test_a_new_claim_in_the_closing_is_not_held_against_anybody() -> None:
    room = closing()
    room.say("wrongone, by the way, is what I think of it")
    assert room.card.questions[0].flags == ()


def test_only_one_message_is_taken() -> None:
    room = closing()
    room.say("I would add that term1 is what decides there")
    assert moves(room.say("and term3 as well, I forgot about it")) == [Move.ALREADY_FINISHED]
    assert standing(room, "p3") is Standing.MISSING


def test_a_text_from_elsewhere_does_not_count_in_the_closing() -> None:
    room = closing()
    room.say("#off_topic term1 and my lunch was very good too")
    assert standing(room, "p1") is not Standing.STATED


def test_a_pause_in_the_closing_comes_back_to_it() -> None:
    room = closing()
    room.ask(Command.PAUSE)
    assert moves(room.ask(Command.RESUME)) == [Move.ANYTHING_ELSE]
    assert moves(room.say("nothing")) == [Move.FINISHED]


# Confidence


def sure(mode: Mode = Mode.INTERVIEW) -> Room:
    plan = Plan(Language.EN, Level.MIDDLE, count=2, mode=mode, confidence=True, avoid=("q2",))
    room = Room(bank_of(prepared("q1"), prepared("q2")), plan)
    room.say(ALL)
    room.say("next")
    return room


def test_confidence_is_asked_when_wanted_and_kept() -> None:
    room = sure()
    assert moves(room.steps[-1])[-1] is Move.CONFIDENCE
    step = room.say("4")
    assert turn(step).kind is TurnKind.CONFIDENCE
    assert Move.ASK in moves(step)
    assert room.card.questions[0].confidence == 4


@pytest.mark.parametrize("text", ["no idea", "6", "very sure", "0"])
def test_anything_else_is_no_confidence_and_the_interview_goes_on(text: str) -> None:
    room = sure()
    assert Move.ASK in moves(room.say(text))
    assert room.card.questions[0].confidence is None


def test_in_training_the_feedback_waits_for_the_confidence() -> None:
    room = sure(Mode.TRAINING)
    assert Move.FEEDBACK not in moves(room.steps[-1])
    assert Move.FEEDBACK in moves(room.say("5"))


def test_silence_on_the_confidence_goes_on_without_it() -> None:
    assert Move.ASK in moves(sure().wait())


def test_a_button_instead_of_a_number_goes_on_without_it() -> None:
    assert Move.ASK in moves(sure().ask(Command.NEXT))


def test_a_stop_instead_of_a_number_stops() -> None:
    room = sure()
    assert moves(room.say("стоп")) == [Move.STOPPED]
    assert room.state.stopped
    assert moves(room.ask(Command.RESUME)) == [Move.CONFIDENCE]


def test_no_confidence_is_asked_for_a_question_not_answered() -> None:
    plan = Plan(Language.EN, Level.MIDDLE, count=2, confidence=True)
    room = Room(bank_of(prepared("q1"), prepared("q2")), plan)
    assert Move.CONFIDENCE not in moves(room.say("skip"))
