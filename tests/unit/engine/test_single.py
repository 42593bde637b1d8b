"""A single question with its follow-up: the interview that the question of the day is."""

from dataclasses import replace

import pytest

from bot.domain.dialogue import Command, Mode, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.scorecard import Standing
from bot.engine import Status
from tests.unit.engine.helpers import ALL, Room, bank_of, moves, prepared, reported, text_of, wake

PLAN = Plan(Language.EN, Level.SENIOR, count=1, mode=Mode.TRAINING, follow_ups=1)


def room(**changes: object) -> Room:
    return Room(bank_of(prepared("q1")), replace(PLAN, **changes))  # type: ignore[arg-type]


def test_it_begins_with_the_question_alone_and_waits_for_ever() -> None:
    only = room()
    assert moves(only.steps[0]) == [Move.ASK]
    assert wake(only.steps[0]) is None
    assert wake(only.say("term1 said at length in a whole sentence")) is None


@pytest.mark.parametrize("follow_ups", [0, 1, 2])
def test_it_ends_after_so_many_follow_ups_however_much_is_open(follow_ups: int) -> None:
    only = room(follow_ups=follow_ups)
    for _ in range(follow_ups):
        assert not reported(only.say("something else entirely said at length here"))
        assert only.state.open
    last = only.say("and something else again, said at length once more")
    assert reported(last)
    assert moves(last) == [], "nothing is said for the end: whoever asked the question says the result"
    assert only.state.finished
    assert not only.state.stopped


def test_a_full_answer_gets_its_follow_up_too() -> None:
    only = room()
    assert not reported(only.say(ALL))
    assert reported(only.say("term1 because of the memory, said at length"))
    assert only.card.questions[0].score == 5


@pytest.mark.parametrize("aim", ["p1", "p2", "p3"])
def test_the_follow_up_is_about_the_point_aimed_at(aim: str) -> None:
    only = room(aim=(aim,))
    step = only.say("term4 said at length in a whole sentence")
    assert text_of(step, Move.PROBE) == next(point.probe for point in prepared("q1").points if point.id == aim)


def test_not_knowing_twice_ends_it_with_everything_missed() -> None:
    only = room()
    only.say("I don't know")
    assert reported(only.say("I don't know"))
    assert {point.standing for point in only.card.questions[0].points} == {Standing.DECLINED}


@pytest.mark.parametrize("command", [Command.SKIP, Command.SHOW, Command.NEXT, Command.STOP])
def test_a_command_that_leaves_the_question_ends_it(command: Command) -> None:
    only = room()
    assert reported(only.ask(command, 1 if command is not Command.STOP else None))
    assert only.state.status is Status.FINISHED


def test_a_strong_answer_asked_for_is_shown() -> None:
    assert moves(room().ask(Command.SHOW, 1)) == [Move.SHOWN]


def test_another_wording_of_the_question_is_what_is_asked() -> None:
    only = room()
    other = only.interviewer.reworded("q1", Language.EN, lambda each: replace(each, prompt="And why?"))
    assert text_of(other.begin(PLAN, only.now, 1), Move.ASK) == "And why?"
    assert only.interviewer.reworded("q9", Language.EN, lambda each: each) is only.interviewer


def test_the_help_after_not_knowing_is_the_one_follow_up() -> None:
    only = room()
    only.say("I don't know")
    assert reported(only.say("nothing of this sort but said at length here"))


def test_what_is_open_is_asked_for_rather_than_anything_general() -> None:
    """Also after an answer that says nothing, a short one, or a guess."""
    for text in ("nothing of this sort but said at length here", "hm well", "maybe it is something with memory"):
        only = room(aim=("p2",))
        step = only.say(text)
        if only.state.open and only.state.open.replies:
            assert text_of(step, Move.PROBE) == "What about side 2 of q1?"
