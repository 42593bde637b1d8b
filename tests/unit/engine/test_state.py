"""The state as it is stored."""

import pytest

from bot.domain.dialogue import Command, Mode, Plan, Said
from bot.domain.language import Language, Level
from bot.engine.state import Record, Thing, key
from tests.unit.engine.checks import STATE, check_room
from tests.unit.engine.helpers import Room, bank, turn

WORDS = "term1 ~term2 wrongone and a good many other words of no importance whatsoever " * 8


def test_a_state_survives_storage_at_every_turn() -> None:
    plan = Plan(Language.EN, Level.SENIOR, count=4, mode=Mode.TRAINING, confidence=True, minutes=90, fixed=False)
    room = Room(bank(4), plan)
    for text in (WORDS, "hint", "idk", "wrongtwo?", "5", "skip", "не понял", WORDS, "stop"):
        room.say(text)
    room.ask(Command.RESUME)
    check_room(room)


def test_an_interview_goes_on_the_same_from_a_stored_state() -> None:
    room = Room(bank(3))
    for text in (WORDS, "yes", "idk", WORDS):
        stored = STATE.validate_json(STATE.dump_json(room.state, exclude_defaults=True))
        event = Said(text, 3)
        assert room.interviewer.step(stored, event, room.now, 5) == room.interviewer.step(
            room.state, event, room.now, 5
        )
        room.say(text)


def test_the_state_stays_small() -> None:
    room = Room(bank(12), Plan(Language.EN, Level.SENIOR, count=12))
    while room.state.open:
        room.say(WORDS)
    assert len(room.state.closed) == 12
    assert len(STATE.dump_json(room.state, exclude_defaults=True)) < 12 * 2500


def test_answers_are_dropped_when_their_question_closes() -> None:
    room = Room(bank(3))
    room.say("term1 and a secret that nobody needs to keep")
    assert b"secret" in STATE.dump_json(room.state)
    room.say("next")
    assert b"secret" not in STATE.dump_json(room.state)


def test_a_state_of_unknown_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="plan"):
        STATE.validate_json(b"{}")


def test_things_of_one_name_are_told_apart() -> None:
    assert len({key(thing, "same") for thing in Thing}) == len(Thing)


def test_moves_are_counted_together_or_apart() -> None:
    room = Room(bank(3))
    room.say("some magic")
    record = room.state.open
    assert isinstance(record, Record)
    assert record.count(*record.moves) == len(record.moves)
    assert turn(room.steps[-1]).move in record.moves
