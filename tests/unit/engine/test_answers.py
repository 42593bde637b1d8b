"""Answers: what is asked after them."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.dialogue import Command, Move, Plan, Said
from bot.domain.language import Language, Level
from bot.domain.question import FollowUp
from bot.domain.scorecard import Standing
from bot.domain.verdict import ReplyStatus
from bot.engine import TurnKind
from tests.unit.engine.helpers import (
    ALL,
    Room,
    bank,
    bank_of,
    imported,
    lines,
    moves,
    prepared,
    says,
    text_of,
    turn,
)

PARTIAL = "term2 is what I know about this matter so far"
LONG = "a plain sentence with quite enough words and none of the terms"


def one(level: Level = Level.MIDDLE, **changes: Any) -> Room:
    """An interview that starts with the question `q1` and has one more."""
    return Room(bank_of(prepared("q1", **changes), replace(prepared("q2"))), Plan(Language.EN, level, avoid=("q2",)))


def standing(room: Room, point: str, question: int = 0) -> Standing:
    return next(each.standing for each in room.card.questions[question].points if each.point == point)


def test_a_partial_answer_is_probed_at_the_heaviest_open_point() -> None:
    room = one()
    step = room.say(PARTIAL)
    assert moves(step) == [Move.ACKNOWLEDGE, Move.PROBE]
    assert text_of(step, Move.PROBE) == "What about side 1 of q1?"
    assert turn(step).why == "open-point:p1"


def test_of_equally_heavy_points_the_half_said_one_is_probed() -> None:
    room = one()
    step = room.say("term1 and term3 and then ~term4 was it, I do remember")
    assert turn(step).why == "open-point:p4"


def test_points_above_the_level_are_not_probed() -> None:
    room = one(Level.JUNIOR)
    step = room.say("term1 is everything that I can say about it now")
    assert turn(step).why == "open-point:p2"
    while room.state.current == "q1":
        step = room.say(LONG)
    assert {turn(step).why.rpartition(":")[2] for step in room.steps}.isdisjoint({"p3", "p4", "p5"})


def test_a_probe_never_names_the_point() -> None:
    room = one()
    spoken = " ".join(line.text for line in lines(room.say(PARTIAL)))
    assert "statement" not in spoken
    assert "term" not in spoken


@pytest.mark.parametrize(("level", "probes"), [(Level.JUNIOR, 2), (Level.MIDDLE, 2), (Level.SENIOR, 3)])
def test_a_question_gets_so_many_probes_and_no_more(level: Level, probes: int) -> None:
    room = one(level)
    asked = 0
    step = room.say("~term1 and a couple of words around it all")
    while room.state.current == "q1":
        asked += 1
        step = room.say(LONG)
    assert asked == probes
    assert turn(step).why == "probes-spent" if level is not Level.JUNIOR else "nothing-open"


def test_the_same_point_is_probed_once() -> None:
    room = one()
    room.say(PARTIAL)
    step = room.say(LONG)
    assert turn(step).why != "open-point:p1"


def test_a_point_said_after_its_probe_is_stated_with_the_words() -> None:
    room = one()
    room.say(PARTIAL)
    room.say("That would be term1 then, with a reason for it")
    assert standing(room, "p1") is Standing.STATED
    assert room.card.questions[0].points[0].quotes == ("term1",)


def test_a_full_answer_gets_one_step_deeper_and_then_the_next_question() -> None:
    room = one()
    step = room.say(ALL)
    assert moves(step) == [Move.ACKNOWLEDGE, Move.FOLLOW_UP]
    assert turn(step).why.startswith("full")
    step = room.say(LONG)
    assert Move.ASK in moves(step)
    assert turn(step).why == "full"


def test_the_deeper_step_without_prepared_follow_ups_is_a_plain_one() -> None:
    step = one(follow_ups=()).say(ALL)
    assert moves(step)[-1] in (Move.DEEPER, Move.WHY)


def test_the_deeper_step_may_open_a_point_above_the_level() -> None:
    follow_ups = (FollowUp("up", "And what is behind it?", "x", "p5"), FollowUp("same", "And beside it?", "y", "p2"))
    step = one(follow_ups=follow_ups).say("term1 term2 term3 term4 said at length in a whole sentence")
    assert text_of(step, Move.FOLLOW_UP) == "And what is behind it?"


def test_the_deeper_step_without_follow_ups_is_the_probe_of_a_point_above_the_level() -> None:
    room = one(follow_ups=())
    step = room.say("term1 term2 term3 term4 said at length in a whole sentence")
    assert text_of(step, Move.PROBE) == "What about side 5 of q1?"
    assert Move.ASK in moves(room.say("term5 of course, what else would it be there"))
    assert standing(room, "p5") is Standing.STATED


def test_the_follow_up_nearest_to_the_answer_is_taken() -> None:
    follow_ups = (
        FollowUp("far", "When does the garbage collector run?", "x"),
        FollowUp("near", "What happens to the connection pool under load?", "y"),
    )
    step = one(follow_ups=follow_ups).say(ALL + " and the connection pool is under load")
    assert text_of(step, Move.FOLLOW_UP) == "What happens to the connection pool under load?"


def test_a_full_answer_after_a_hint_closes_the_question() -> None:
    room = one()
    room.ask(Command.HINT)
    step = room.say(ALL)
    assert Move.ASK in moves(step)
    assert standing(room, "p1") is Standing.ASSISTED
    assert standing(room, "p2") is Standing.STATED


def test_a_short_wrong_answer_is_asked_for_more_once() -> None:
    room = one()
    assert moves(room.say("some magic"))[-1] is Move.PUMP
    assert moves(room.say("more magic"))[-1] is not Move.PUMP


def test_a_short_exact_answer_is_asked_why() -> None:
    room = one()
    step = room.say("term1")
    assert moves(step)[-1] is Move.WHY
    assert turn(step).why == "short-exact"


def test_nothing_said_on_the_topic_leads_to_a_scenario_and_then_to_a_probe() -> None:
    room = one()
    assert moves(room.say(LONG))[-1] is Move.SCENARIO
    assert moves(room.say(LONG))[-1] is Move.PROBE


def test_a_guess_that_hits_what_was_probed_needs_no_reasons() -> None:
    room = Room(bank_of(prepared("q1")))
    room.say("term2 is the first thing that I would say about it all")
    focus = room.state.focus
    step = room.say(f"probably {focus.target.replace('p', 'term')}, I guess, or so it seems to me")
    assert Move.GUESS not in moves(step)


def test_a_guess_is_asked_for_its_reasons_once() -> None:
    room = one()
    step = room.say("probably term2, I guess, but that is a feeling")
    assert moves(step)[-1] is Move.GUESS
    assert Move.GUESS not in moves(room.say("maybe because term2 is how the thing works inside"))


def test_a_long_answer_that_misses_much_is_cut_short_once() -> None:
    room = one()
    step = room.say("term2 " + "and so it goes on and on " * 60)
    assert moves(step)[-1] is Move.TOO_LONG
    assert standing(room, "p2") is Standing.STATED


def test_a_long_answer_that_says_it_all_is_not_cut_short() -> None:
    step = one().say(ALL + " and so it goes on and on" * 60)
    assert Move.TOO_LONG not in moves(step)


@pytest.mark.parametrize(
    "event",
    [
        Said("term2 in some code here for you to read", 1, code=True),
        Said("for (int i = 0; i < n; i++) { list.add(map.get(i)); } return list; // term2", 1),
    ],
)
def test_code_is_asked_about_in_words_and_what_it_says_counts(event: Said) -> None:
    room = one()
    assert moves(room.do(event))[-1] is Move.CODE
    assert standing(room, "p2") is Standing.STATED


def test_a_list_of_terms_counts_half_until_one_is_explained() -> None:
    room = one()
    step = room.say("#buzzwords term1 term2 term3 term4 saga outbox")
    assert moves(step)[-1] is Move.BUZZWORDS
    assert text_of(step, Move.BUZZWORDS) in {"term1", "term2", "term3", "term4"}
    assert standing(room, "p1") is Standing.UNSURE
    room.say("term1 works by looking at the thing step by step")
    assert standing(room, "p1") is Standing.STATED
    assert standing(room, "p2") is Standing.UNSURE


PAGE = (
    "The statement numbered one says that term1 and term2 and term3 are what makes the difference between the two"
    " kinds of machines, and that every process sees only what the kernel lets it see from the very start of its life"
)


def test_a_pasted_page_is_asked_for_an_own_example_and_counts_after_it() -> None:
    room = one(explanations={Level.MIDDLE: PAGE})
    step = room.say(PAGE)
    assert moves(step)[-1] is Move.PASTE
    assert standing(room, "p1") is Standing.UNSURE
    room.say("in my project term2 was the reason for a long night")
    assert standing(room, "p1") is Standing.STATED


def test_own_words_on_the_same_subject_are_no_paste() -> None:
    own = "I would say term1 matters most since a process cannot see the others, the kernel hides them, and term2 helps"
    assert Move.PASTE not in moves(
        one(explanations={Level.MIDDLE: PAGE}).say(own + " me to keep limits on what it eats")
    )


def test_a_right_reply_to_a_follow_up_states_the_point_it_opens() -> None:
    room = one(points=tuple(replace(point, probe=None) for point in prepared().points))
    step = room.say("term1 and term3 and not much more than these")
    assert text_of(step, Move.FOLLOW_UP) == "And where is the price of it?"
    reply = room.say("You pay with memory for every single entry")
    assert turn(reply).reply is not None
    assert turn(reply).reply.status is ReplyStatus.CORRECT  # type: ignore[union-attr]
    assert turn(reply).kind is TurnKind.REPLY
    assert standing(room, "p2") is Standing.STATED


def test_an_imported_page_is_probed_with_the_follow_up_nearest_to_an_open_point() -> None:
    room = Room(bank_of(imported()))
    step = room.say("term1 is the first of three things I would name")
    assert text_of(step, Move.FOLLOW_UP) == "What happens to traffic when readiness fails?"
    assert turn(step).why == "open-point:p2"


def test_a_follow_up_whose_answer_was_given_is_not_asked() -> None:
    room = Room(bank_of(imported()))
    room.say("term1 and term2 are two of the three things I know")
    asked = [line.text for step in room.steps for line in lines(step) if line.move is Move.FOLLOW_UP]
    assert asked == []


def test_without_anything_prepared_an_open_point_gets_a_push_and_then_rest() -> None:
    bare = replace(imported(), follow_ups=())
    room = Room(bank_of(bare))
    assert moves(room.say("term1 is what I know about this whole matter"))[-1] is Move.SCENARIO
    assert Move.ANYTHING_ELSE in moves(room.say("and that was all that I can tell about it"))


def test_the_next_question_is_led_by_an_acknowledgement_and_by_its_topic() -> None:
    room = Room(bank(6), Plan(Language.EN, Level.MIDDLE, count=6))
    transitions = 0
    while room.state.open:
        topic = room.state.open.topic
        step = room.ask(Command.SKIP) if room.state.number == 1 else room.say(ALL)
        if Move.ASK in moves(step) and room.state.open:
            changed = room.state.open.topic != topic
            assert (Move.TRANSITION in moves(step)) == changed
            assert moves(step)[0] in (Move.ACKNOWLEDGE, Move.SKIPPED)
            transitions += changed
    assert transitions


def test_every_message_to_the_candidate_names_the_question_its_buttons_are_for() -> None:
    room = one()
    step = room.say(PARTIAL)
    assert [say.question for say in says(step)] == [1]
    assert says(step)[0].choices == (Command.HINT, Command.SKIP)


def test_the_turn_keeps_what_was_asked_said_judged_and_why() -> None:
    room = one()
    logged = turn(room.say(PARTIAL, message=77))
    assert (logged.number, logged.question, logged.ordinal) == (1, "q1", 1)
    assert (logged.kind, logged.asked, logged.answer, logged.message) == (
        TurnKind.ANSWER,
        "How does q1 work?",
        PARTIAL,
        77,
    )
    assert {verdict.point for verdict in logged.points} == {"p1", "p2", "p3", "p4", "p5"}
    assert logged.move is Move.PROBE
    assert turn(room.say(LONG)).asked == "What about side 1 of q1?"
