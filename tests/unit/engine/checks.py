"""What must hold for every step of every interview, whatever the candidate does."""

from pydantic import TypeAdapter

from bot.domain.dialogue import WORDINGS, Line, Move, Say, ShowReport, Wake
from bot.domain.scorecard import Scorecard, Standing
from bot.engine import InterviewState, Status, Step, Turn
from tests.unit.engine.helpers import Room, lines, says

STATE = TypeAdapter(InterviewState)
TURN = TypeAdapter(Turn)

ASKING = frozenset(
    {
        Move.ASK,
        Move.PROBE,
        Move.PUMP,
        Move.SCENARIO,
        Move.WHY,
        Move.DEEPER,
        Move.FOLLOW_UP,
        Move.CONFIRM,
        Move.CONSEQUENCE,
        Move.CONTRADICTION,
        Move.GUESS,
        Move.BUZZWORDS,
        Move.PASTE,
        Move.TOO_LONG,
        Move.CODE,
        Move.PANIC,
        Move.REPEAT,
        Move.SIMPLER,
        Move.INSULT,
        Move.OTHER_LANGUAGE,
        Move.CONFIDENCE,
        Move.ANYTHING_ELSE,
        Move.HINT,
        Move.GIBBERISH,
        Move.START_ANYWHERE,
        Move.NO_FORWARD,
        Move.NO_PICTURE,
    }
)
"""Moves with a question in some wording."""


def check_say(say: Say) -> None:
    assert say.lines
    assert sum(line.move in ASKING for line in say.lines) <= 1, say
    assert sum(line.text.count("?") for line in say.lines if line.move is not Move.CONTRADICTION) <= 1, say
    assert all(1 <= line.wording <= WORDINGS for line in say.lines)


def check_repetition(spoken: list[Line]) -> None:
    """No move in the same wording twice running."""
    last: dict[Move, int] = {}
    for line in spoken:
        assert last.get(line.move) != line.wording, line
        last[line.move] = line.wording


def check_round_trip(step: Step) -> None:
    assert STATE.validate_json(STATE.dump_json(step.state, exclude_defaults=True)) == step.state
    assert STATE.validate_json(STATE.dump_json(step.state)) == step.state
    if step.turn:
        assert TURN.validate_json(TURN.dump_json(step.turn)) == step.turn


def check_card(card: Scorecard) -> None:
    for question in card.questions:
        assert question.score is None or 0 <= question.score <= 5
        for point in question.points:
            assert bool(point.quotes) == (point.standing in (Standing.STATED, Standing.ASSISTED, Standing.UNSURE))
            assert all(quote.strip() for quote in point.quotes)
        assert all(flag.quotes and all(quote.strip() for quote in flag.quotes) for flag in question.flags)


def check_actions(step: Step) -> None:
    for say in says(step):
        check_say(say)
    wakes = [action for action in step.actions if isinstance(action, Wake)]
    if step.turn is None:
        assert not step.actions
        return
    assert step.actions
    assert len(wakes) == (step.state.status is Status.RUNNING)
    assert all(each.turn == step.state.turn and each.seconds > 0 for each in wakes)
    assert step.turn.number == step.state.turn
    assert step.turn.lines == tuple(lines(step))


def check_questions(state: InterviewState) -> None:
    asked = [record.question for record in state.records]
    assert len(asked) == len(set(asked)) <= max(state.count, 0)
    assert [record.number for record in state.records] == list(range(1, len(asked) + 1))
    if state.open:
        assert state.focus.target not in state.open.declined or state.focus.aim != "point"


def check_room(room: Room) -> None:
    """Everything at once, over all steps made."""
    check_repetition([line for step in room.steps for line in lines(step)])
    for step in room.steps:
        check_actions(step)
        check_questions(step.state)
        check_round_trip(step)
    reports = [step for step in room.steps if any(isinstance(action, ShowReport) for action in step.actions)]
    assert bool(reports) >= room.state.finished
    check_card(room.card)
