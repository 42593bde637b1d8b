"""Silence, pauses, stopping and the time limit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.dialogue import Asked, Command, Move, Plan, Said, ShowReport, Waited
from bot.domain.language import Language, Level
from bot.domain.question import Bank
from bot.domain.scorecard import Recommendation
from bot.engine import Status, TurnKind
from bot.engine.state import Outcome
from tests.unit.engine.helpers import (
    ALL,
    NOW,
    Room,
    bank,
    lines,
    moves,
    reported,
    says,
    text_of,
    turn,
    wake,
)

PARTIAL = "term2 is what I know about this matter so far"


@pytest.fixture
def room() -> Room:
    return Room(bank(4), Plan(Language.EN, Level.MIDDLE, count=3))


def test_silence_is_met_with_time_then_a_push_then_a_pause(room: Room) -> None:
    assert moves(room.wait()) == [Move.TAKE_TIME]
    assert moves(room.wait()) == [Move.START_ANYWHERE]
    step = room.wait()
    assert moves(step) == [Move.PAUSED]
    assert room.state.status is Status.PAUSED
    assert wake(step) is None
    assert {turn(each).kind for each in room.steps[1:]} == {TurnKind.SILENCE}


def test_a_word_in_between_starts_the_count_anew(room: Room) -> None:
    room.wait()
    room.wait()
    room.say("repeat")
    assert moves(room.wait()) == [Move.TAKE_TIME]


def test_a_stale_timer_is_ignored_in_silence(room: Room) -> None:
    room.say(PARTIAL)
    for stale in (0, 5):
        step = room.do(Waited(stale))
        assert (step.actions, step.turn) == ((), None)
        assert step.state == room.steps[1].state


def test_silence_leaves_the_question_without_a_mark_and_resumable(room: Room) -> None:
    for _ in range(3):
        room.wait()
    assert room.card.questions[0].score is None
    assert room.do(Waited(room.state.turn)).turn is None


def test_a_pause_holds_the_question_and_resume_brings_it_back(room: Room) -> None:
    room.say(PARTIAL)
    asked = room.state.asked
    step = room.say("пауза")
    assert moves(step) == [Move.PAUSED]
    assert set(says(step)[0].choices) == {Command.RESUME, Command.STOP}
    step = room.ask(Command.RESUME)
    assert text_of(step, Move.RESUMED) == asked
    assert room.state.status is Status.RUNNING


@pytest.mark.parametrize("text", ["I'm back", "продолжим", "я повернувся"])
def test_a_pause_is_ended_by_words_too(room: Room, text: str) -> None:
    room.ask(Command.PAUSE)
    assert moves(room.say(text)) == [Move.RESUMED]


def test_an_answer_during_a_pause_is_taken_at_once(room: Room) -> None:
    room.ask(Command.PAUSE)
    step = room.say(PARTIAL)
    assert moves(step)[-1] is Move.PROBE
    assert room.state.status is Status.RUNNING


def test_a_second_pause_changes_nothing(room: Room) -> None:
    room.ask(Command.PAUSE)
    since = room.state.since
    assert moves(room.ask(Command.PAUSE)) == [Move.PAUSED]
    assert room.state.since == since


def test_a_question_that_needs_its_context_comes_back_with_the_main_question(room: Room) -> None:
    room.say("some magic")
    room.ask(Command.PAUSE)
    assert text_of(room.ask(Command.RESUME), Move.RESUMED).startswith("How does")


def test_a_question_about_a_claim_comes_back_with_its_quotation(room: Room) -> None:
    room.say("wrongone? is how I would put it in my own words")
    room.ask(Command.PAUSE)
    assert moves(room.ask(Command.RESUME)) == [Move.RESUMED, Move.CONFIRM]
    room.say("yes")
    assert room.card.questions[0].flags


def test_stopping_reports_what_was_done(room: Room) -> None:
    room.say(ALL)
    room.say("next")
    step = room.say("стоп")
    assert moves(step) == [Move.STOPPED]
    assert dict(lines(step)[0].arguments) == {"done": 1, "count": 3}
    assert isinstance(step.actions[-1], ShowReport)
    assert wake(step) is None
    card = room.card
    assert (card.asked, card.planned, card.recommendation) == (2, 3, Recommendation.NOT_ENOUGH_DATA)
    assert [question.score is None for question in card.questions] == [False, True]


def test_a_stopped_interview_can_be_taken_up_again(room: Room) -> None:
    room.say(PARTIAL)
    asked = room.state.asked
    room.ask(Command.STOP)
    assert room.state.stopped
    step = room.ask(Command.RESUME)
    assert text_of(step, Move.RESUMED) == asked
    assert room.state.status is Status.RUNNING
    room.say("term1 of course, and that is what I would say")
    assert [point.quotes for point in room.card.questions[0].points[:2]] == [("term1",), ("term2",)]


def test_after_the_end_everything_is_answered_with_the_same_friendly_line(room: Room) -> None:
    room.ask(Command.STOP)
    for event in (Said("term1"), Asked(Command.HINT), Asked(Command.HINT, 1)):
        step = room.do(event)
        assert moves(step) == [Move.ALREADY_FINISHED]
        assert not reported(step)
    assert room.do(Waited(room.state.turn)).turn is None


def test_the_report_can_be_asked_for_again(room: Room) -> None:
    room.ask(Command.STOP)
    step = room.ask(Command.REPORT)
    assert step.actions == (ShowReport(),)


def test_a_strong_answer_can_be_asked_for_once_it_is_over(room: Room) -> None:
    room.say("next")
    room.ask(Command.STOP)
    assert moves(room.ask(Command.SHOW, 1)) == [Move.SHOWN]


def test_the_time_limit_ends_the_interview_after_the_open_question() -> None:
    room = Room(bank(4), Plan(Language.EN, Level.MIDDLE, count=3, minutes=10))
    room.say(PARTIAL)
    room.do(Said("next"), after=timedelta(minutes=11))
    assert moves(room.steps[-1])[-3:] == [Move.TIME_UP, Move.LAST, Move.ANYTHING_ELSE]
    assert room.card.asked == 1


def test_a_pause_does_not_count_against_the_time_limit() -> None:
    room = Room(bank(4), Plan(Language.EN, Level.MIDDLE, count=3, minutes=10))
    room.ask(Command.PAUSE)
    room.do(Asked(Command.RESUME), after=timedelta(hours=20))
    assert Move.ASK in moves(room.say("skip"))
    assert room.state.started == NOW + timedelta(hours=20)


def test_silence_after_the_last_question_ends_the_interview() -> None:
    room = Room(bank(1), Plan(Language.EN, Level.MIDDLE, count=1))
    room.say("skip")
    step = room.wait()
    assert moves(step) == [Move.FINISHED]
    assert reported(step)


def test_a_question_that_became_too_hard_for_its_record_is_passed_over(room: Room) -> None:
    harder = {
        key: replace(each, points=tuple(replace(point, level=Level.SENIOR) for point in each.points))
        for key, each in room.bank.questions.items()
    }
    after = Room(Bank(harder, room.bank.topics), room.plan)
    step = after.interviewer.step(room.state, Said("term1 and so on"), NOW, 1)
    assert step.state.closed[0].outcome is Outcome.UNANSWERED
    assert after.interviewer.scorecard(step.state).questions[0].score is None


def test_a_question_that_left_the_bank_is_passed_over_without_a_mark(room: Room) -> None:
    gone = room.state.current
    questions = {key: question for key, question in room.bank.questions.items() if key[0] != gone}
    after = Room(Bank(questions, room.bank.topics), room.plan)
    step = after.interviewer.step(room.state, Said("term1 and so on"), NOW, 1)
    assert step.state.closed[0].outcome is Outcome.UNANSWERED
    card = after.interviewer.scorecard(step.state)
    assert (card.questions[0].score, card.questions[0].title) == (None, gone)
    assert step.state.current != gone
