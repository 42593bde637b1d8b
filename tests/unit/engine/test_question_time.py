"""The time limit on each question."""

from datetime import timedelta

import pytest

from bot.domain.dialogue import Asked, Command, Move, Plan, Said, Waited
from bot.domain.language import Language, Level
from bot.engine import Status
from bot.engine.state import Outcome
from tests.unit.engine.helpers import ALL, Room, bank, moves, turn, wake

PARTIAL = "term2 is what I know about this matter so far"
SHORT, LONG = timedelta(seconds=30), timedelta(minutes=4)


@pytest.fixture
def room() -> Room:
    return Room(bank(6), Plan(Language.EN, Level.MIDDLE, count=3, question_minutes=3))


def test_within_the_time_an_answer_is_followed_up(room: Room) -> None:
    assert moves(room.do(Said(PARTIAL, 1), SHORT))[-1] is Move.PROBE


def test_after_it_the_answer_is_taken_and_the_next_question_comes(room: Room) -> None:
    step = room.do(Said(PARTIAL, 1), LONG)
    assert moves(step)[0] is Move.QUESTION_TIME
    assert moves(step)[-1] is Move.ASK
    assert turn(step).why == "question-time"
    assert room.state.closed[0].outcome is Outcome.ANSWERED
    assert room.card.questions[0].score


def test_a_full_answer_after_the_time_is_simply_full(room: Room) -> None:
    room.do(Said(ALL, 1), SHORT)
    step = room.do(Said("simplicity is what I would give up for it", 2), LONG)
    assert turn(step).why == "full"
    assert Move.QUESTION_TIME not in moves(step)


def test_a_dont_know_after_the_time_is_not_dwelt_on(room: Room) -> None:
    assert moves(room.do(Said("I don't know", 1), LONG))[-1] is Move.ASK


def test_help_is_given_whatever_the_time(room: Room) -> None:
    assert moves(room.do(Asked(Command.HINT), LONG)) == [Move.HINT]


def test_each_question_has_its_own_time(room: Room) -> None:
    room.do(Said(PARTIAL, 1), LONG)
    assert moves(room.do(Said(PARTIAL, 2), SHORT))[-1] is Move.PROBE


def test_a_pause_does_not_count(room: Room) -> None:
    room.ask(Command.PAUSE)
    room.do(Asked(Command.RESUME), timedelta(hours=2))
    assert moves(room.do(Said(PARTIAL, 1), SHORT))[-1] is Move.PROBE


def test_the_interviewer_wakes_no_later_than_the_time_is_over(room: Room) -> None:
    begun, usual = wake(room.steps[0]), wake(Room(bank(6), Plan(Language.EN, Level.MIDDLE, count=3)).steps[0])
    assert begun
    assert usual
    assert begun.seconds == usual.seconds < 180
    late = wake(room.do(Said(PARTIAL, 1), timedelta(seconds=150)))
    assert late
    assert late.seconds == 30


def test_silence_past_the_time_leads_on(room: Room) -> None:
    step = room.do(Waited(room.state.turn), LONG)
    assert moves(step)[-1] is Move.ASK
    assert room.state.closed[0].outcome is Outcome.UNANSWERED
    assert room.card.questions[0].score is None


def test_who_is_silent_on_two_questions_is_away_and_waited_for(room: Room) -> None:
    room.do(Waited(room.state.turn), LONG)
    assert moves(room.do(Waited(room.state.turn), LONG)) == [Move.PAUSED]
    assert room.state.status is Status.PAUSED
    assert len(room.state.closed) == 1


def test_silence_after_an_answer_leads_on_however_often(room: Room) -> None:
    for _ in range(2):
        room.do(Said(PARTIAL, 1), SHORT)
        room.do(Waited(room.state.turn), LONG)
    assert [record.outcome for record in room.state.closed] == [Outcome.ANSWERED] * 2


def test_the_end_of_the_interview_is_said_once(room: Room) -> None:
    room = Room(bank(6), Plan(Language.EN, Level.MIDDLE, count=3, minutes=2, question_minutes=1))
    said = moves(room.do(Said(PARTIAL, 1), LONG))
    assert Move.TIME_UP in said
    assert Move.QUESTION_TIME not in said


def test_without_a_limit_a_question_may_take_long() -> None:
    room = Room(bank(6), Plan(Language.EN, Level.MIDDLE, count=3))
    assert moves(room.do(Said(PARTIAL, 1), timedelta(hours=5)))[-1] is Move.PROBE
