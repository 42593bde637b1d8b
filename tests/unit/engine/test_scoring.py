from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import Command, Plan
from bot.domain.language import Language, Level
from bot.domain.scorecard import FlagStanding, PointResult, QuestionResult, Recommendation, Standing
from bot.domain.verdict import FlagStatus, PointStatus, ReplyStatus
from bot.engine.evidence import ledger
from bot.engine.scoring import BONUS, CREDIT, CURVE, PENALTY, ceilings, mark, recommend, was_answered
from bot.engine.state import Aim, FlagFinding, Focus, Outcome, PointFinding, Record, Reply
from tests.unit.engine.helpers import ALL, Room, bank, bank_of, prepared

QUESTION = prepared()
POINTS = [point.id for point in QUESTION.points]


def record(*replies: Reply, level: Level = Level.SENIOR, outcome: Outcome = Outcome.ANSWERED) -> Record:
    return Record("q1", 1, level, Language.EN, "alpha", outcome, replies)


def reply(*stated: str, unsure: tuple[str, ...] = (), hinted: tuple[str, ...] = ()) -> Reply:
    points = [PointFinding(point, PointStatus.STATED, ("words",)) for point in stated]
    points += [PointFinding(point, PointStatus.UNSURE, ("words",)) for point in unsure]
    return Reply("", None, Focus(), "", hinted=hinted, points=tuple(points))


def marked(*replies: Reply, level: Level = Level.SENIOR) -> float:
    asked = record(*replies, level=level)
    return mark(asked, QUESTION, ledger(asked, QUESTION))


def test_all_points_of_the_level_are_the_best_mark() -> None:
    assert marked(reply(*POINTS)) == 5
    assert marked(reply("p1", "p2"), level=Level.JUNIOR) == 5


def test_nothing_said_is_nothing() -> None:
    assert marked() == 0
    assert marked(reply()) == 0


def test_the_mark_is_the_weight_said_bent_by_the_curve() -> None:
    weights = {point.id: point.weight for point in QUESTION.points}
    share = weights["p1"] / sum(weights.values())
    assert marked(reply("p1")) == round(5 * share**CURVE, 2)


def test_points_accumulate_over_turns_and_count_once() -> None:
    assert marked(reply("p1"), reply("p2")) == marked(reply("p1", "p2")) == marked(reply("p1", "p2"), reply("p1"))


def test_length_and_repetition_add_nothing() -> None:
    assert marked(*[reply("p1")] * 5) == marked(reply("p1"))


def test_an_assisted_point_counts_half_and_a_half_said_one_less() -> None:
    stated = marked(reply("p1"))
    assisted = marked(reply("p1", hinted=("p1",)))
    unsure = marked(reply(unsure=("p1",)))
    assert stated > assisted > unsure > 0
    assert CREDIT[Standing.ASSISTED] == 0.5


def flagged(status: FlagStatus, *after: FlagStatus) -> float:
    base = reply("p1", "p2", "p3")
    said = replace(base, flags=(FlagFinding("wrongone", status, 0.9, ("words",)),))
    more = [replace(reply(), flags=(FlagFinding("wrongone", each, 0.9, ("words",)),)) for each in after]
    return marked(said, *more)


def test_a_wrong_claim_costs_and_a_corrected_or_suspected_one_does_not() -> None:
    clean = marked(reply("p1", "p2", "p3"))
    assert flagged(FlagStatus.ASSERTED) == pytest.approx(clean - PENALTY, abs=0.011)
    assert flagged(FlagStatus.ASSERTED, FlagStatus.DENIED) == clean
    assert flagged(FlagStatus.SUSPECTED) == flagged(FlagStatus.DENIED) == clean


def test_a_claim_repeated_costs_once() -> None:
    assert flagged(FlagStatus.ASSERTED, FlagStatus.ASSERTED) == flagged(FlagStatus.ASSERTED)


def test_a_right_follow_up_that_opens_no_point_is_a_bonus_once() -> None:
    deeper = replace(reply(), focus=Focus(Aim.FOLLOW_UP, "f2"), verdict=ReplyStatus.CORRECT)
    opening = replace(reply(), focus=Focus(Aim.FOLLOW_UP, "f1"), verdict=ReplyStatus.CORRECT)
    base = marked(reply("p1"))
    assert marked(reply("p1"), deeper) == pytest.approx(base + BONUS)
    assert marked(reply("p1"), deeper, deeper) == pytest.approx(base + BONUS)
    assert marked(reply("p1"), opening) == base
    assert marked(reply(*POINTS), deeper) == 5


statuses = st.lists(
    st.tuples(st.sampled_from(POINTS), st.sampled_from([PointStatus.STATED, PointStatus.UNSURE])), max_size=6
)


@given(st.lists(statuses, max_size=4), st.sampled_from(Level), st.integers(0, 2))
def test_the_mark_stays_within_bounds_and_more_never_lowers_it(
    said: list[list[tuple[str, PointStatus]]], level: Level, wrong: int
) -> None:
    replies = [
        replace(reply(), points=tuple(PointFinding(point, status, ("words",)) for point, status in each))
        for each in said
    ]
    flags = tuple(FlagFinding(flag, FlagStatus.ASSERTED, 0.9, ("w",)) for flag in ("wrongone", "wrongtwo")[:wrong])
    replies = [replace(each, flags=flags) for each in replies]
    marks = [marked(*replies[:length], level=level) for length in range(len(replies) + 1)]
    assert all(0 <= each <= 5 for each in marks)
    clean = [marked(*[replace(each, flags=()) for each in replies[:length]], level=level) for length in range(5)]
    assert clean == sorted(clean)


# Recommendation


@pytest.mark.parametrize(
    ("mean", "answered", "planned", "step"),
    [
        (5.0, 5, 5, Recommendation.STRONG_HIRE),
        (4.0, 5, 5, Recommendation.STRONG_HIRE),
        (3.99, 5, 5, Recommendation.LEANING_HIRE),
        (3.0, 5, 5, Recommendation.LEANING_HIRE),
        (2.0, 5, 5, Recommendation.LEANING_NO_HIRE),
        (1.0, 5, 5, Recommendation.STRONG_NO_HIRE),
        (0.0, 5, 5, Recommendation.STRONG_NO_HIRE),
        (5.0, 1, 1, Recommendation.NOT_ENOUGH_DATA),
        (5.0, 1, 5, Recommendation.NOT_ENOUGH_DATA),
        (5.0, 2, 5, Recommendation.STRONG_HIRE),
        (5.0, 2, 9, Recommendation.NOT_ENOUGH_DATA),
        (5.0, 3, 9, Recommendation.STRONG_HIRE),
        (None, 0, 5, Recommendation.NOT_ENOUGH_DATA),
    ],
)
def test_the_recommendation_needs_enough_answers_and_follows_the_mean(
    mean: float | None, answered: int, planned: int, step: Recommendation
) -> None:
    assert recommend(mean, answered, planned) is step


# Ceilings


def result(level: Level, topic: str = "alpha", **standings: Standing) -> QuestionResult:
    points = tuple(
        PointResult(point.id, point.text, point.level, 1.0, standings.get(point.id, Standing.MISSING))
        for point in QUESTION.points_at(level)
    )
    return QuestionResult("q1", "Title", topic, level, 3.0, points, ())


SAID = Standing.STATED


def test_the_ceiling_is_the_highest_level_whose_own_points_were_held() -> None:
    assert ceilings([result(Level.SENIOR, p1=SAID, p3=SAID, p5=SAID)]) == (("alpha", Level.SENIOR),)
    assert ceilings([result(Level.SENIOR, p1=SAID, p3=SAID)]) == (("alpha", Level.MIDDLE),)
    assert ceilings([result(Level.SENIOR, p1=SAID)]) == (("alpha", Level.JUNIOR),)


def test_a_higher_level_does_not_count_over_a_gap_below_it() -> None:
    assert ceilings([result(Level.SENIOR, p1=SAID, p5=SAID)]) == (("alpha", Level.JUNIOR),)


def test_a_topic_where_nothing_was_held_has_no_ceiling() -> None:
    assert ceilings([result(Level.SENIOR)]) == ()
    assert ceilings([replace(result(Level.SENIOR, p1=SAID), score=None)]) == ()


def test_what_was_said_beyond_the_level_makes_no_ceiling() -> None:
    beyond = PointResult("p5", "text", Level.SENIOR, 1.0, SAID, ("words",))
    asked = result(Level.JUNIOR, p1=SAID, p2=SAID)
    assert ceilings([replace(asked, points=(*asked.points, beyond))]) == (("alpha", Level.JUNIOR),)


def test_points_beyond_the_level_are_listed_when_they_were_said() -> None:
    room = Room(bank_of(prepared("q1")), Plan(Language.EN, Level.JUNIOR))
    room.say("term1 and term5 are what comes to my mind now")
    assert [point.point for point in room.card.questions[0].points] == ["p1", "p2", "p5"]


def test_each_topic_has_its_own_ceiling_over_all_its_questions() -> None:
    results = [
        result(Level.MIDDLE, p1=SAID, p2=SAID, p3=SAID, p4=SAID),
        result(Level.MIDDLE),
        result(Level.MIDDLE, "beta", p1=SAID, p3=SAID),
    ]
    assert ceilings(results) == (("alpha", Level.MIDDLE), ("beta", Level.MIDDLE))


# The whole scorecard


def test_the_scorecard_is_the_mean_of_the_answered_questions() -> None:
    room = Room(bank(3), Plan(Language.EN, Level.MIDDLE, count=3))
    room.say(ALL)
    room.say("next")
    for _ in range(2):
        room.say("не знаю")
    room.ask(Command.STOP)
    card = room.card
    assert [question.score for question in card.questions] == [5.0, 0.0, None]
    assert card.score == 2.5
    assert (card.asked, card.planned, card.level) == (3, 3, Level.MIDDLE)


def test_points_stand_in_the_order_of_the_question_with_their_texts() -> None:
    room = Room(bank_of(prepared("q1")), Plan(Language.EN, Level.JUNIOR))
    room.say("term2 first and then nothing more of it")
    points = room.card.questions[0].points
    assert [(point.point, point.standing) for point in points] == [("p1", Standing.MISSING), ("p2", Standing.STATED)]
    assert points[0].text == "The statement numbered 1 of q1"


def test_a_flag_result_carries_the_claim_and_the_right_version() -> None:
    room = Room(bank_of(prepared("q1")), Plan(Language.EN, Level.JUNIOR))
    room.say("I tell you that wrongone is how it is done here")
    (flag,) = room.card.questions[0].flags
    assert (flag.claim, flag.correction, flag.standing) == ("Claim one.", "Right one.", FlagStanding.WRONG)


@pytest.mark.parametrize(
    ("outcome", "judged"),
    [
        (Outcome.OPEN, False),
        (Outcome.UNANSWERED, False),
        (Outcome.DECLINED, True),
        (Outcome.SKIPPED, True),
        (Outcome.SHOWN, True),
    ],
)
def test_a_question_without_a_reply_is_judged_by_how_it_ended(outcome: Outcome, *, judged: bool) -> None:
    assert was_answered(record(outcome=outcome)) is judged


def test_a_question_with_a_reply_is_judged() -> None:
    assert was_answered(record(reply("p1"), outcome=Outcome.OPEN))
