"""A second opinion settles what the grader left in doubt, and touches nothing else."""

from dataclasses import replace

import pytest

from bot.domain.dialogue import Command, Said
from bot.domain.verdict import Assessment, FlagStatus, FlagVerdict, Opinion, PointStatus, PointVerdict, Span
from bot.engine.opinions import advised
from tests.unit.engine.helpers import Room, prepared

HERE = (Span(0, 3),)


def point(status: PointStatus) -> PointVerdict:
    return PointVerdict("p1", status, 0.9 if status is PointStatus.STATED else 0.5, HERE)


def flag(status: FlagStatus) -> FlagVerdict:
    return FlagVerdict("f1", status, 0.9, HERE)


@pytest.mark.parametrize("found", PointStatus)
@pytest.mark.parametrize("said", PointStatus)
def test_only_an_unsure_point_becomes_a_stated_one(found: PointStatus, said: PointStatus) -> None:
    before = Assessment((point(found),), (), 2.0)
    after = advised(before, prepared(), Opinion("q1", points=(point(said),)))
    raised = found is PointStatus.UNSURE and said is PointStatus.STATED
    assert after.points == ((point(said),) if raised else before.points)


@pytest.mark.parametrize("found", FlagStatus)
@pytest.mark.parametrize("said", FlagStatus)
def test_only_a_suspected_claim_becomes_one_made_or_absent(found: FlagStatus, said: FlagStatus) -> None:
    before = Assessment((), (flag(found),), 2.0)
    after = advised(before, prepared(), Opinion("q1", flags=(flag(said),)))
    settled = found is FlagStatus.SUSPECTED and said in (FlagStatus.ASSERTED, FlagStatus.ABSENT)
    assert after.flags == ((flag(said),) if settled else before.flags)


def test_an_opinion_on_another_question_or_none_changes_nothing() -> None:
    before = Assessment((point(PointStatus.UNSURE),), (), 2.0)
    assert advised(before, prepared(), None) is before
    assert advised(before, prepared(), Opinion("q2", points=(point(PointStatus.STATED),))) is before


@pytest.fixture
def room() -> Room:
    return Room()


def test_the_answer_on_the_open_question_is_one_to_have_an_opinion_on(room: Room) -> None:
    case = room.interviewer.doubtful(room.state, Said("it has ~term1 and wrongone? too"))
    assert case is not None
    assert (case.question.id, case.asked) == (room.state.current, room.state.asked)
    assert [each.point for each in case.points] == ["p1"]
    assert [each.flag for each in case.flags] == ["wrongone"]


@pytest.mark.parametrize("text", ["give me a hint", "I don't know", "hello"])
def test_what_is_no_answer_is_not(room: Room, text: str) -> None:
    assert room.interviewer.doubtful(room.state, Said(text)) is None


def test_after_the_last_question_there_is_nothing_to_have_an_opinion_on(room: Room) -> None:
    room.ask(Command.STOP)
    assert room.interviewer.doubtful(room.state, Said("it has ~term1 in it")) is None


def test_an_opinion_that_comes_with_the_answer_counts(room: Room) -> None:
    said = Said("it has ~term1 in it and says it in words of its own", 100)
    opinion = Opinion(room.state.current or "", points=(PointVerdict("p1", PointStatus.STATED, 0.9, (Span(7, 13),)),))
    assert [each.status for each in room.do(said).state.records[0].replies[0].points] == [PointStatus.UNSURE]
    advised_room = Room()
    after = advised_room.do(replace(said, opinion=opinion)).state.records[0].replies[0]
    assert [(each.point, each.status, each.quotes) for each in after.points] == [
        ("p1", PointStatus.STATED, ("~term1",))
    ]
