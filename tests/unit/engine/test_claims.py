"""Wrong claims: asked about once, then judged by the reply."""

from dataclasses import replace
from typing import Any

from bot.domain.dialogue import Command, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Misconception
from bot.domain.scorecard import FlagResult, FlagStanding
from bot.engine import Policy
from bot.engine.state import Aim
from tests.unit.engine.helpers import Room, bank_of, lines, moves, prepared, text_of, turn

SUSPECT = "wrongone? is how I would put it in my own words"
ASSERT = "wrongone is how it works as far as I remember it"
PLAIN = "something else that has no bearing on the matter at all"


def one(**changes: Any) -> Room:
    return Room(bank_of(prepared("q1", **changes), prepared("q2")), Plan(Language.EN, Level.MIDDLE, avoid=("q2",)))


def flags(room: Room) -> list[FlagResult]:
    return [flag for question in room.card.questions for flag in question.flags]


def only(room: Room) -> FlagResult:
    (flag,) = flags(room)
    return flag


def test_a_suspicion_is_asked_about_with_the_prepared_probe() -> None:
    room = one()
    step = room.say(SUSPECT)
    assert text_of(step, Move.CONFIRM) == "So you would say that claim one holds?"
    assert turn(step).why == "suspected:wrongone"
    assert room.state.focus.aim is Aim.CONFIRM


def test_a_claim_agreed_to_is_followed_up_without_the_words_that_raised_it() -> None:
    room = one()
    room.say(f"{SUSPECT}, and {PLAIN}, and there is a lot more to be said about it")
    assert text_of(room.say("yes, that is what I think"), Move.CONSEQUENCE) == ""


def test_a_suspicion_without_a_probe_is_asked_about_by_the_claim_bare_of_markup() -> None:
    flags = (Misconception("wrongtwo", "`TreeMap` is **safe** to share?"),)
    step = one(red_flags=flags).say("Well, wrongtwo? is how I would put it all")
    assert text_of(step, Move.CONFIRM) == "TreeMap is safe to share"


def test_a_suspicion_is_nothing_to_report_before_it_was_answered() -> None:
    room = one()
    room.say(SUSPECT)
    assert flags(room) == []
    room.say("не знаю")
    assert flags(room) == []


def test_a_confirmed_suspicion_is_asked_for_its_consequence_and_then_noted_without_argument() -> None:
    room = one()
    room.say(SUSPECT)
    assert moves(room.say("Yes, exactly")) == [Move.ACKNOWLEDGE, Move.CONSEQUENCE]
    step = room.say("You would see it at once, every time you look")
    assert moves(step)[0] is Move.NOTED
    assert only(room).standing is FlagStanding.WRONG
    assert only(room).quotes == ("wrongone?",)
    assert only(room).correction == "Right one."


def test_a_claim_made_by_a_yes_alone_is_reported_with_the_question_until_it_is_made_in_own_words() -> None:
    room = one()
    room.say(SUSPECT)
    room.say("yes")
    assert only(room).agreed == "So you would say that claim one holds?"
    room.say("wrongone, as I see it all of the time")
    assert (only(room).agreed, only(room).quotes) == ("", ("wrongone",))


def test_a_denied_suspicion_leaves_no_trace() -> None:
    for reply in ("No", "нет, не так", "👎", "not wrongone, on the contrary it is the other way round"):
        room = one()
        room.say(SUSPECT)
        step = room.say(reply)
        assert flags(room) == [], reply
        assert not {Move.NOTED, Move.CORRECTED} & set(moves(step))


def test_the_right_version_said_in_reply_clears_a_suspicion() -> None:
    room = one()
    room.say(SUSPECT)
    room.say("What I mean is that term1 is what decides there")
    assert flags(room) == []


def test_a_suspicion_that_the_reply_does_not_feed_is_let_go() -> None:
    for reply in (PLAIN, "не знаю", "I'm not sure"):
        room = one()
        room.say(SUSPECT)
        room.say(reply)
        assert flags(room) == [], reply


def test_a_suspicion_that_the_reply_feeds_is_reported_as_one() -> None:
    room = one()
    room.say(SUSPECT)
    room.say(f"Let me see, {SUSPECT}")
    assert only(room).standing is FlagStanding.SUSPECTED
    assert only(room).quotes


def test_a_dont_know_about_a_claim_is_no_dont_know_to_the_question() -> None:
    room = one()
    room.say(SUSPECT)
    step = room.say("I don't know")
    assert moves(step) == [Move.ACKNOWLEDGE, Move.SCENARIO]


def test_a_suspicion_costs_nothing() -> None:
    suspected, clean = one(), one()
    suspected.say("term1 and wrongone? as I would put it in short")
    suspected.say(PLAIN)
    clean.say("term1 and nothing as I would put it in short")
    assert suspected.card.questions[0].score == clean.card.questions[0].score


def test_a_claim_made_is_asked_for_its_consequence_and_not_corrected() -> None:
    step = one().say(ASSERT)
    assert moves(step)[-1] is Move.CONSEQUENCE
    assert "Right one." not in " ".join(line.text for line in lines(step))
    assert turn(step).why == "asserted:wrongone"


def doubtful() -> Room:
    """An interview in which the grader is certain of no claim."""
    return Room(bank_of(prepared("q1")), Plan(Language.EN, Level.MIDDLE), Policy(certain=0.95))


def test_a_claim_the_grader_is_not_certain_of_is_asked_about_plainly() -> None:
    room = doubtful()
    assert moves(room.say(ASSERT))[-1] is Move.CONFIRM
    room.say("да")
    assert only(room).standing is FlagStanding.WRONG


def test_a_claim_the_grader_is_not_certain_of_is_nothing_when_denied_and_open_when_left_so() -> None:
    room = doubtful()
    room.say(ASSERT)
    room.say("no, that is not what I said")
    assert flags(room) == []
    room = doubtful()
    room.say(ASSERT)
    room.say(f"{PLAIN}, but {ASSERT}")
    assert only(room).standing is FlagStanding.SUSPECTED


def test_a_confirmed_claim_can_still_be_taken_back() -> None:
    room = one()
    room.say(SUSPECT)
    room.say("yes")
    step = room.say("hmm, no wait, I was wrong about it")
    assert moves(step)[0] is Move.CORRECTED
    assert only(room).standing is FlagStanding.CORRECTED


def test_standing_by_a_claim_makes_it_wrong_and_is_noted() -> None:
    room = one()
    room.say(ASSERT)
    step = room.say("You would see wrongone at once, every time you look")
    assert moves(step)[0] is Move.NOTED
    assert only(room).standing is FlagStanding.WRONG


def test_a_claim_is_questioned_once_only() -> None:
    room = one()
    room.say(ASSERT)
    room.say(ASSERT)
    step = room.say(ASSERT)
    assert not {Move.CONSEQUENCE, Move.CONFIRM, Move.CONTRADICTION} & set(moves(step))


def test_taking_a_claim_back_is_a_correction_without_a_penalty() -> None:
    for reply in (
        "No wait, I was wrong",
        "Ой, я ошибся, наоборот",
        "Ні, я помилився тут",
        "not wrongone, of course not",
    ):
        room, clean = one(), one()
        room.say("term1 " + ASSERT)
        clean.say("term1 " + PLAIN)
        step = room.say(reply)
        assert moves(step)[0] is Move.CORRECTED, reply
        assert only(room).standing is FlagStanding.CORRECTED
        assert room.card.questions[0].score == clean.card.questions[0].score


def test_a_claim_is_taken_back_by_words_turns_later_whatever_was_asked_since() -> None:
    room = one()
    room.say(ASSERT)
    room.say("wrongone is what you would see, I stand by it")
    room.say("term2 is another thing that belongs to the picture")
    step = room.say("hold on, I was wrong about that thing before")
    assert moves(step)[0] is Move.CORRECTED
    assert only(room).standing is FlagStanding.CORRECTED


def test_taking_back_without_a_claim_takes_nothing_back() -> None:
    room = one()
    step = room.say("term1, no wait, I was wrong, it is term2 of course")
    assert Move.CORRECTED not in moves(step)
    assert flags(room) == []


def test_a_wrong_claim_lowers_the_mark() -> None:
    room, clean = one(), one()
    room.say("term1 " + ASSERT)
    clean.say("term1 " + PLAIN)
    assert (room.card.questions[0].score or 0) < (clean.card.questions[0].score or 0)


def test_saying_the_opposite_of_an_earlier_denial_is_a_contradiction_that_quotes_both() -> None:
    room = one()
    room.say("not wrongone, and that is all I say")
    step = room.say(ASSERT)
    contradiction = next(line for line in lines(step) if line.move is Move.CONTRADICTION)
    assert contradiction.text == "wrongone"
    assert dict(contradiction.arguments) == {"earlier": "not wrongone"}
    assert turn(step).why == "contradiction:wrongone"


def test_claiming_what_an_own_earlier_statement_rules_out_is_a_contradiction() -> None:
    flag = Misconception("wrongone", "The claim", correction="The statement numbered 1 of q1")
    room = one(red_flags=(flag,))
    room.say("term1 is what I would build all of this upon")
    step = room.say(ASSERT)
    contradiction = next(line for line in lines(step) if line.move is Move.CONTRADICTION)
    assert dict(contradiction.arguments) == {"earlier": "term1"}


def test_a_contradiction_resolved_for_the_right_side_is_a_correction() -> None:
    room = one()
    room.say("not wrongone, and that is all I say")
    room.say(ASSERT)
    room.say("not wrongone after all, the first one holds")
    assert only(room).standing is FlagStanding.CORRECTED


def test_a_later_denial_in_any_turn_corrects_the_claim() -> None:
    room = one()
    room.say(ASSERT)
    room.say("well, we will see how that goes in the end")
    assert only(room).standing is FlagStanding.WRONG
    room.say("by the way, not wrongone, that was nonsense of mine")
    assert only(room).standing is FlagStanding.CORRECTED


def test_claims_made_are_asked_about_before_suspicions_and_two_of_them_in_all() -> None:
    more = (*prepared().red_flags, Misconception("wrongsix", "Claim six."), Misconception("wrongten", "Claim ten."))
    room = one(red_flags=more)
    room.say("wrongone? wrongtwo wrongsix wrongten? and that is about it")
    for _ in range(4):
        room.say(PLAIN)
    whys = [turn(step).why for step in room.steps]
    challenged = [why for why in whys if why.startswith(("asserted", "suspected"))]
    assert challenged == ["asserted:wrongtwo", "asserted:wrongsix"]


def test_a_claim_confirmed_is_tested_even_as_the_third_challenge() -> None:
    room = one()
    room.say("wrongtwo and also wrongone? is how I would put it")
    room.say(PLAIN)
    room.say("yes")
    whys = [turn(step).why for step in room.steps]
    assert whys[1:] == ["asserted:wrongtwo", "suspected:wrongone", "asserted:wrongone"]


def test_a_weak_suspicion_is_let_go() -> None:
    room = Room(bank_of(prepared("q1")), Plan(Language.EN, Level.MIDDLE), Policy(suspicion=0.7))
    step = room.say("wrongone? or perhaps wrongtwo? is how I see it all")
    assert Move.CONFIRM not in moves(step)
    assert flags(room) == []


def test_a_suspicion_against_what_was_rightly_said_is_let_go() -> None:
    flag = Misconception("wrongone", "The claim", correction="The statement numbered 1 of q1")
    step = one(red_flags=(flag,)).say("term1 is what decides, though it may look like wrongone? to some")
    assert Move.CONFIRM not in moves(step)


def test_a_claim_among_much_else_is_quoted_when_it_is_tested() -> None:
    short, long = one().say("wrongone is how it works"), one().say(f"{PLAIN}. {ASSERT}. And {PLAIN}.")
    assert text_of(short, Move.CONSEQUENCE) == ""
    assert text_of(long, Move.CONSEQUENCE) == "wrongone"


def test_no_stand_is_noted_while_another_claim_is_asked_about() -> None:
    room = one()
    room.say("wrongone and wrongtwo are how it works")
    assert moves(room.say(PLAIN)) == [Move.ACKNOWLEDGE, Move.CONSEQUENCE]


def test_a_dont_know_about_a_claim_made_leaves_it_standing() -> None:
    room = one()
    room.say(ASSERT)
    room.say("idk")
    assert only(room).standing is FlagStanding.WRONG


def test_a_full_answer_with_a_live_claim_is_not_taken_for_full() -> None:
    room = one()
    step = room.say("term1 term2 term3 term4 " + ASSERT)
    assert moves(step)[-1] is Move.CONSEQUENCE
    step = room.say("wrongone is what you would see, I stand by it")
    assert {Move.DEEPER, Move.WHY}.isdisjoint(moves(step))


def test_a_hint_does_not_answer_the_question_about_a_claim() -> None:
    room = one()
    room.say(ASSERT)
    room.ask(Command.REPEAT)
    assert room.state.focus.aim is Aim.CONSEQUENCE
    assert moves(room.steps[-1]) == [Move.CONSEQUENCE]
    room.say("I was wrong")
    assert only(room).standing is FlagStanding.CORRECTED


def test_flags_keep_their_quotations_after_the_question_is_closed() -> None:
    room = Room(bank_of(replace(prepared("q1")), prepared("q2")), Plan(Language.EN, Level.MIDDLE, avoid=("q2",)))
    room.say(ASSERT)
    while room.state.current == "q1":
        room.say(PLAIN)
    assert only(room).quotes == ("wrongone",)
    assert all(reply.text == "" for record in room.state.closed for reply in record.replies)


def test_what_a_stand_was_taken_on_is_not_asked_again_from_the_other_side() -> None:
    flag = Misconception("wrongone", "The claim", correction="The statement numbered 1 of q1")
    room = one(red_flags=(flag,))
    room.say(ASSERT)
    while room.state.current == "q1":
        room.say(PLAIN)
    assert all(turn(step).why != "open-point:p1" for step in room.steps)


def test_a_no_to_what_follows_from_a_claim_denies_it_and_a_yes_does_nothing() -> None:
    for reply, standing in (("No, I said nothing of the kind", FlagStanding.CORRECTED), ("yes", FlagStanding.WRONG)):
        room = one()
        room.say(ASSERT)
        room.say(reply)
        assert only(room).standing is standing
