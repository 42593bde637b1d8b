from dataclasses import replace

import pytest

from bot.domain.dialogue import Command, Mode, Move, Plan, ShowReport, Temper
from bot.domain.language import Language, Level
from bot.domain.scorecard import Recommendation
from bot.engine import Status, TurnKind
from tests.unit.engine.helpers import Room, bank, bank_of, imported, lines, moves, prepared, says, text_of, turn, wake


def test_the_opening_names_level_number_topics_and_minutes() -> None:
    room = Room(plan=Plan(Language.EN, Level.SENIOR, ("alpha", "beta"), count=4))
    opening = lines(room.steps[0])[0]
    assert opening.move is Move.OPENING
    assert dict(opening.arguments) == {"level": "senior", "count": 4, "topics": "Alpha, Beta", "minutes": 12}


def test_the_opening_tells_the_time_limit_where_there_is_one() -> None:
    room = Room(plan=Plan(Language.EN, Level.SENIOR, count=4, minutes=20))
    assert dict(lines(room.steps[0])[0].arguments)["minutes"] == 20


def test_the_first_question_comes_in_a_message_of_its_own_with_its_number() -> None:
    room = Room()
    opening, question = says(room.steps[0])
    assert [line.move for line in opening.lines] == [Move.OPENING]
    assert [line.move for line in question.lines] == [Move.ASK]
    assert dict(question.lines[0].arguments) == {"number": 1, "count": 3}
    assert question.question == 1
    assert set(question.choices) == {Command.HINT, Command.SIMPLER, Command.SKIP}


def test_training_offers_a_strong_answer_under_the_question() -> None:
    room = Room(plan=Plan(Language.EN, Level.JUNIOR, mode=Mode.TRAINING))
    assert Command.SHOW in says(room.steps[0])[1].choices


def test_the_opening_is_logged_as_turn_zero() -> None:
    room = Room()
    assert turn(room.steps[0]).number == 0
    assert turn(room.steps[0]).kind is TurnKind.OPENING
    assert turn(room.steps[0]).why == f"next:{room.state.current}"


def test_the_state_tells_where_the_interview_is() -> None:
    room = Room(bank_of(prepared("only")))
    assert (room.state.current, room.state.number, room.state.finished) == ("only", 1, False)
    assert room.state.status is Status.RUNNING
    assert room.state.plan == room.plan


def test_fewer_questions_than_asked_for_shorten_the_interview() -> None:
    room = Room(bank_of(prepared("a"), prepared("b")), Plan(Language.EN, Level.MIDDLE, count=9))
    assert room.state.count == 2
    assert dict(lines(room.steps[0])[0].arguments)["count"] == 2


@pytest.mark.parametrize(
    "plan",
    [
        Plan(Language.UK, Level.MIDDLE),
        Plan(Language.EN, Level.MIDDLE, ("nowhere",)),
        Plan(Language.EN, Level.MIDDLE, count=0),
    ],
)
def test_nothing_to_ask_ends_at_once_with_an_empty_report(plan: Plan) -> None:
    room = Room(bank_of(prepared("a")), plan)
    assert room.state.finished
    assert not room.state.stopped
    assert moves(room.steps[0]) == [Move.FINISHED]
    assert isinstance(room.steps[0].actions[-1], ShowReport)
    assert room.card.recommendation is Recommendation.NOT_ENOUGH_DATA


def test_a_question_without_points_is_never_asked() -> None:
    room = Room(bank_of(replace(prepared("empty"), points=()), prepared("full")))
    assert room.state.count == 1
    assert room.state.current == "full"


@pytest.mark.parametrize(("level", "seconds"), [(Level.JUNIOR, 64), (Level.MIDDLE, 96), (Level.SENIOR, 128)])
def test_the_wait_for_an_answer_grows_with_the_level(level: Level, seconds: int) -> None:
    room = Room(plan=Plan(Language.EN, level))
    waited = wake(room.steps[0])
    assert waited is not None
    assert (waited.seconds, waited.turn) == (seconds, 0)


def test_the_wait_grows_with_the_length_of_the_question() -> None:
    long = prepared("long", prompt="Think about " + "many words " * 30)
    short, longer = Room(bank_of(prepared("short"))), Room(bank_of(long))
    first, second = wake(short.steps[0]), wake(longer.steps[0])
    assert first is not None
    assert second is not None
    assert first.seconds < second.seconds


def test_a_question_above_the_level_is_judged_at_its_own_lowest() -> None:
    hard = prepared("hard")
    hard = replace(hard, points=tuple(point for point in hard.points if point.level is Level.SENIOR))
    room = Room(bank_of(hard), Plan(Language.EN, Level.JUNIOR))
    assert room.state.open is not None
    assert room.state.open.level is Level.SENIOR


def test_the_language_of_the_plan_is_the_language_of_the_questions() -> None:
    room = Room(bank(), Plan(Language.RU, Level.MIDDLE))
    assert room.state.open is not None
    assert room.state.open.language is Language.RU
    assert room.state.language is Language.RU


def test_a_page_without_probes_and_hints_can_be_asked() -> None:
    room = Room(bank_of(imported()))
    assert text_of(room.steps[0], Move.ASK) == "Explain page"


def test_a_demanding_interviewer_probes_once_more() -> None:
    counts = []
    for temper in Temper:
        room = Room(bank_of(prepared("a")), Plan(Language.EN, Level.SENIOR, temper=temper))
        while room.state.open:
            room.say("term1 again and again, that is all there is to say")
        counts.append(sum(Move.PROBE in moves(step) or Move.FOLLOW_UP in moves(step) for step in room.steps))
    friendly, demanding = counts
    assert demanding == friendly + 1
