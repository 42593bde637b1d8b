from dataclasses import replace

import pytest

from bot.domain.dialogue import Command, Plan
from bot.domain.language import Language, Level
from bot.domain.scorecard import (
    Appeal,
    Contested,
    FlagResult,
    FlagStanding,
    PointResult,
    QuestionResult,
    Ruling,
    Standing,
)
from bot.domain.verdict import FlagStatus, PointStatus
from bot.engine.rulings import Verdict, contestable
from bot.engine.scoring import result, scorecard
from bot.engine.state import FlagFinding, Focus, Outcome, PointFinding, Record, Reply
from tests.unit.engine.helpers import Room, bank_of, prepared

QUESTION = prepared()
BANK = bank_of(QUESTION)
POINT = QUESTION.points[0].id
FLAG = QUESTION.red_flags[0].id


def record(stated: tuple[str, ...] = (), claimed: tuple[str, ...] = ()) -> Record:
    points = tuple(PointFinding(point, PointStatus.STATED, ("said",)) for point in stated)
    flags = tuple(FlagFinding(flag, FlagStatus.ASSERTED, 0.9, ("claimed",)) for flag in claimed)
    reply = Reply("", None, Focus(), "", points=points, flags=flags)
    return Record(QUESTION.id, 1, Level.SENIOR, Language.EN, QUESTION.topic, Outcome.ANSWERED, (reply,))


def appeal(kind: Contested, target: str, ruling: Ruling = Ruling.ACCEPTED, question: str = QUESTION.id) -> Appeal:
    return Appeal(question, kind, target, "as I said", ruling)


def judged(played: Record, *appeals: Appeal) -> QuestionResult:
    return result(played, BANK, appeals)


def point_of(found: QuestionResult, point: str = POINT) -> PointResult:
    return next(each for each in found.points if each.point == point)


def mark_of(found: QuestionResult) -> float:
    assert found.score is not None
    return found.score


def test_an_accepted_appeal_earns_the_point_with_the_words_given() -> None:
    found = point_of(judged(record(), appeal(Contested.POINT, POINT)))
    assert (found.standing, found.quotes) == (Standing.STATED, ("as I said",))
    assert found.appeal is not None
    assert found.appeal.ruling is Ruling.ACCEPTED


def test_a_point_earned_on_appeal_weighs_as_much_as_one_said() -> None:
    assert mark_of(judged(record(), appeal(Contested.POINT, POINT))) == mark_of(judged(record(stated=(POINT,))))


@pytest.mark.parametrize("ruling", [Ruling.OPEN, Ruling.REJECTED])
def test_an_appeal_not_accepted_is_shown_and_changes_nothing(ruling: Ruling) -> None:
    plain = judged(record(claimed=(FLAG,)))
    contested = (appeal(Contested.POINT, POINT, ruling), appeal(Contested.FLAG, FLAG, ruling))
    found = judged(record(claimed=(FLAG,)), *contested)
    assert (point_of(found).appeal, found.flags[0].appeal) == contested
    assert (
        replace(
            found,
            points=tuple(replace(point, appeal=None) for point in found.points),
            flags=tuple(replace(flag, appeal=None) for flag in found.flags),
        )
        == plain
    )


def test_a_claim_cleared_on_appeal_costs_nothing_and_stays_listed() -> None:
    found = judged(record(stated=(POINT,), claimed=(FLAG,)), appeal(Contested.FLAG, FLAG))
    assert (found.flags[0].standing, found.flags[0].quotes) == (FlagStanding.CLEARED, ("claimed",))
    assert mark_of(found) == mark_of(judged(record(stated=(POINT,))))


def test_an_appeal_on_another_question_or_on_what_is_not_there_changes_nothing() -> None:
    plain = judged(record())
    assert judged(record(), appeal(Contested.POINT, POINT, question="another")) == plain
    assert judged(record(), appeal(Contested.POINT, "gone"), appeal(Contested.FLAG, FLAG)) == plain


def test_the_whole_scorecard_follows() -> None:
    room = Room(BANK, Plan(Language.EN, Level.SENIOR, count=1))
    room.say("it is about something else altogether, at length and in a sentence")
    room.ask(Command.STOP)
    plain = scorecard(room.state, BANK)
    appeals = [appeal(Contested.POINT, point.point) for point in plain.questions[0].points]
    after = scorecard(room.state, BANK, appeals)
    assert plain.score == 0
    assert after.score == 5
    assert not plain.ceilings
    assert after.ceilings == ((QUESTION.topic, Level.SENIOR),)


def results(standing: Standing, score: float | None = 1.0, against: Appeal | None = None) -> QuestionResult:
    point = PointResult("p", "A", Level.JUNIOR, 1, standing, appeal=against)
    return QuestionResult("q", "T", "t", Level.JUNIOR, score, (point,), ())


@pytest.mark.parametrize("standing", Standing)
def test_what_was_not_counted_can_be_contested(standing: Standing) -> None:
    uncounted = standing in {Standing.MISSING, Standing.UNSURE, Standing.DECLINED}
    assert (contestable(results(standing)) == (Verdict(Contested.POINT, "p", "A"),)) is uncounted


@pytest.mark.parametrize("standing", FlagStanding)
def test_what_is_held_against_the_candidate_can_be_contested(standing: FlagStanding) -> None:
    flag = FlagResult("f", "A is B", "", standing, ("words",))
    found = QuestionResult("q", "T", "t", Level.JUNIOR, 1.0, (), (flag,))
    held = standing in {FlagStanding.WRONG, FlagStanding.SUSPECTED}
    assert (contestable(found) == (Verdict(Contested.FLAG, "f", "A is B"),)) is held


@pytest.mark.parametrize("ruling", Ruling)
def test_nothing_is_contested_twice(ruling: Ruling) -> None:
    against = Appeal("q", Contested.POINT, "p", "words", ruling)
    assert contestable(results(Standing.MISSING, against=against)) == ()


def test_where_nothing_was_judged_there_is_nothing_to_contest() -> None:
    assert contestable(results(Standing.MISSING, score=None)) == ()
