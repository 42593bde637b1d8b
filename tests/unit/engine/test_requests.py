"""Hints, declines, skips, repetition, other words, scope, strong answers."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.dialogue import Command, Mode, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Example
from bot.domain.scorecard import Standing
from bot.engine.state import Aim, Outcome
from tests.unit.engine.helpers import ALL, Room, bank, bank_of, imported, lines, moves, prepared, says, text_of, turn

PARTIAL = "term2 is what I know about this matter so far"
PLAIN = "something else that has no bearing on the matter at all"


def one(mode: Mode = Mode.INTERVIEW, **changes: Any) -> Room:
    plan = Plan(Language.EN, Level.MIDDLE, count=2, mode=mode, avoid=("q2",))
    return Room(bank_of(prepared("q1", **changes), prepared("q2")), plan)


def standings(room: Room) -> dict[str, Standing]:
    return {point.point: point.standing for point in room.card.questions[0].points}


# Hints


def test_hints_climb_from_direction_to_first_words_and_end() -> None:
    room = one()
    assert text_of(room.say("hint"), Move.HINT) == "Think of direction 1."
    assert text_of(room.ask(Command.HINT), Move.HINT) == "It starts with 1."
    assert moves(room.say("підкажи")) == [Move.NO_HINT]
    assert room.card.questions[0].hints == 2


def test_a_hint_is_about_the_point_probed() -> None:
    room = one()
    room.say("term1 and term2 are what I know of this so far")
    assert turn(room.steps[-1]).why == "open-point:p3"
    assert text_of(room.say("подскажи"), Move.HINT) == "Think of direction 3."


def test_a_point_said_after_a_hint_on_it_is_assisted_and_others_are_not() -> None:
    room = one()
    room.say("hint")
    room.say("term1 and term2 come to my mind after that")
    assert standings(room)["p1"] is Standing.ASSISTED
    assert standings(room)["p2"] is Standing.STATED


def test_a_point_said_before_the_hint_stays_stated() -> None:
    room = one()
    room.say("term1 is the thing I would start with in any case")
    room.say("hint")
    room.say("term1 again, and nothing else that comes to mind")
    assert standings(room)["p1"] is Standing.STATED


def test_a_hint_leaves_the_question_that_was_asked_standing() -> None:
    room = one()
    room.ask(Command.HINT)
    assert room.state.asked == "How does q1 work?"
    assert text_of(room.say("repeat"), Move.REPEAT) == "How does q1 work?"


def test_an_imported_page_gives_its_nearest_follow_up_as_a_direction() -> None:
    room = Room(bank_of(imported()))
    step = room.say("hint")
    assert text_of(step, Move.HINT) == "What happens to traffic when readiness fails?"
    room.say("well, pod removed from traffic by readiness, that is term2")
    assert standings(room)["p2"] is Standing.ASSISTED


def test_there_is_no_hint_at_whether_a_claim_is_meant() -> None:
    room = one()
    room.say("wrongone? is how I would put it in my own words")
    assert moves(room.ask(Command.HINT)) == [Move.NO_HINT]
    assert room.state.focus.aim is Aim.CONFIRM


def test_a_page_with_nothing_to_hint_at_says_so() -> None:
    room = Room(bank_of(replace(imported(), follow_ups=())))
    assert moves(room.say("hint")) == [Move.NO_HINT]


# "I don't know"


def test_the_first_dont_know_gets_something_easier() -> None:
    room = one()
    step = room.say("не знаю")
    assert moves(step) == [Move.DECLINED_FIRST, Move.PROBE]
    assert text_of(step, Move.PROBE) == "What about side 1 of q1?"
    assert turn(step).why == "declined:p1"


def test_where_no_probe_is_prepared_the_easier_step_is_a_hint() -> None:
    points = tuple(replace(point, probe=None) for point in prepared().points)
    room = Room(bank_of(prepared(points=points)))
    assert moves(room.say("не знаю")) == [Move.DECLINED_FIRST, Move.HINT]


def test_the_second_dont_know_closes_the_question_kindly() -> None:
    room = one()
    room.say("не знаю")
    step = room.say("гадки не маю")
    assert moves(step)[0] is Move.DECLINED_LAST
    assert room.state.current == "q2"
    assert set(standings(room).values()) == {Standing.DECLINED}
    assert room.card.questions[0].score == 0


def test_a_declined_probe_is_not_asked_again_in_any_form() -> None:
    room = one()
    room.say(PARTIAL)
    assert turn(room.steps[-1]).why == "open-point:p1"
    step = room.say("idk")
    assert turn(step).why != "declined:p1"
    while room.state.current == "q1":
        step = room.say(PLAIN)
        assert "p1" not in turn(step).why
    assert standings(room)["p1"] is Standing.DECLINED


def test_a_declined_probe_does_not_come_back_by_repeat_or_resume() -> None:
    room = one()
    room.say(PARTIAL)
    asked = room.state.asked
    room.say("idk")
    assert text_of(room.ask(Command.REPEAT), Move.REPEAT) != asked
    room.ask(Command.PAUSE)
    assert text_of(room.ask(Command.RESUME), Move.RESUMED) != asked


def test_a_declined_point_is_not_hinted_at_either() -> None:
    room = one()
    room.say(PARTIAL)
    room.say("idk")
    for _ in range(3):
        assert not any(line.text.endswith("direction 1.") for line in lines(room.ask(Command.HINT)))


def test_a_declined_point_said_later_counts() -> None:
    room = one()
    room.say(PARTIAL)
    room.say("idk")
    room.say("oh, term1, now I remember what it was called")
    assert standings(room)["p1"] is Standing.STATED


def test_what_was_said_before_a_decline_counts() -> None:
    room = one()
    room.say(PARTIAL)
    room.say("idk")
    room.say("idk")
    assert standings(room)["p2"] is Standing.STATED
    assert (room.card.questions[0].score or 0) > 0


def test_a_dont_know_on_an_imported_page_gets_a_follow_up() -> None:
    room = Room(bank_of(imported()))
    assert moves(room.say("хз")) == [Move.DECLINED_FIRST, Move.FOLLOW_UP]


def test_a_dont_know_with_nothing_easier_at_hand_closes_at_once() -> None:
    room = Room(bank_of(replace(imported(), follow_ups=()), imported("next")), Plan(Language.EN, Level.JUNIOR, count=2))
    while room.state.current != "page":
        room.say("skip")
    assert moves(room.say("no idea"))[0] is Move.DECLINED_LAST


def test_a_dont_know_that_goes_on_is_an_answer() -> None:
    room = one()
    room.say("не знаю точно, но думаю что term1 тут главное")
    assert standings(room)["p1"] is Standing.STATED


# Skip, next, stop


def test_a_skipped_question_counts_as_declined() -> None:
    room = one()
    step = room.say("skip")
    assert moves(step)[0] is Move.SKIPPED
    result = room.card.questions[0]
    assert (result.skipped, result.score) == (True, 0)


def test_at_most_a_third_may_be_skipped() -> None:
    room = Room(bank(6), Plan(Language.EN, Level.MIDDLE, count=6))
    room.ask(Command.SKIP)
    room.ask(Command.SKIP)
    step = room.ask(Command.SKIP)
    assert moves(step) == [Move.SKIP_LIMIT]
    assert room.state.number == 3


def test_insisting_on_a_skip_beyond_the_limit_declines_the_question() -> None:
    room = Room(bank(3), Plan(Language.EN, Level.MIDDLE, count=3))
    for _ in range(3):
        room.ask(Command.SKIP)
    assert room.state.closed[1].outcome is Outcome.DECLINED
    assert not room.card.questions[1].skipped


def test_what_was_said_before_a_skip_still_counts() -> None:
    room = one()
    room.say(PARTIAL)
    room.say("давай пропустим")
    assert (room.card.questions[0].score or 0) > 0
    assert room.card.questions[0].skipped


def test_next_after_an_answer_closes_the_question_as_answered() -> None:
    room = one()
    room.say(PARTIAL)
    step = room.say("дальше")
    assert room.state.closed[0].outcome is Outcome.ANSWERED
    assert turn(step).why == "enough"


def test_next_without_an_answer_is_a_skip() -> None:
    assert moves(one().say("next question"))[0] is Move.SKIPPED


# Repeat, simpler, clarify


def test_repeat_gives_the_text_last_asked() -> None:
    room = one()
    assert text_of(room.say("повтори вопрос"), Move.REPEAT) == "How does q1 work?"
    room.say(PARTIAL)
    assert text_of(room.ask(Command.REPEAT), Move.REPEAT) == "What about side 1 of q1?"


def test_repeating_a_question_without_a_text_says_it_in_other_words() -> None:
    room = one()
    first = lines(room.say("some magic"))[-1]
    again = lines(room.ask(Command.REPEAT))[-1]
    assert first.move is again.move is Move.PUMP
    assert first.wording != again.wording


def test_repeating_spends_no_probe() -> None:
    room = one()
    room.say(PLAIN)
    for _ in range(5):
        room.ask(Command.REPEAT)
    assert moves(room.say(PLAIN))[-1] is Move.PROBE


def test_simpler_words_come_once_and_then_the_question_again() -> None:
    room = one()
    assert text_of(room.say("не понял вопрос"), Move.SIMPLER) == "Put plainly: how does q1 do its work?"
    assert text_of(room.ask(Command.SIMPLER), Move.REPEAT) == "How does q1 work?"


def test_a_page_without_other_words_is_repeated() -> None:
    room = Room(bank_of(imported()))
    assert text_of(room.ask(Command.SIMPLER), Move.REPEAT) == "Explain page"


def test_a_request_for_clarification_gets_the_scope_once() -> None:
    room = one()
    assert text_of(room.say("what do you mean exactly?"), Move.CLARIFY) == "Take a single machine."
    assert moves(room.say("в каком смысле?")) == [Move.NO_CLARIFY]
    assert room.state.current == "q1"


def test_a_question_that_says_nothing_is_a_request_for_clarification() -> None:
    room = one()
    assert moves(room.say("Which kind of machine are you talking about?")) == [Move.CLARIFY]


def test_a_question_that_says_a_point_is_an_answer() -> None:
    room = one()
    room.say("Is that because of term1 being the first of all?")
    assert standings(room)["p1"] is Standing.STATED


@pytest.mark.parametrize("text", ["Because of the garbage collector, right?", "Через сборщик мусора?", "Locks?"])
def test_a_guess_with_a_question_mark_is_an_answer(text: str) -> None:
    assert {Move.CLARIFY, Move.NO_CLARIFY}.isdisjoint(moves(one().say(text)))


def test_repeating_after_panic_calms_in_other_words() -> None:
    room = one()
    room.say("я тупой")
    assert moves(room.ask(Command.REPEAT)) == [Move.PANIC]


def test_a_page_without_scope_leaves_the_choice_to_the_candidate() -> None:
    assert moves(Room(bank_of(imported())).say("which version?")) == [Move.NO_CLARIFY]


def test_requests_leave_no_mark() -> None:
    room, plain = one(), one()
    for text in ("repeat", "simpler", "which version?"):
        room.say(text)
    room.say(PARTIAL)
    plain.say(PARTIAL)
    assert room.card == plain.card


# The answer itself


def test_an_interview_does_not_give_the_answer() -> None:
    room = one()
    step = room.say("just tell me the answer")
    assert moves(step) == [Move.REFUSE_ANSWER]
    assert moves(room.ask(Command.SHOW, 1)) == [Move.REFUSE_ANSWER]


@pytest.mark.parametrize("words", ["show me the report", "покажи отчёт", "покажіть звіт"])
def test_there_is_no_report_before_the_end(words: str) -> None:
    room = Room()
    asked = room.state.asked
    assert moves(room.ask(Command.REPORT)) == [Move.REPORT_LATER]
    assert moves(room.say(words)) == [Move.REPORT_LATER]
    assert (room.state.asked, room.state.open and room.state.open.asides) == (asked, 0)
    assert room.state.current == "q1"


def test_training_shows_a_strong_answer_and_closes_the_question() -> None:
    room = one(Mode.TRAINING)
    step = room.say("покажи ответ")
    assert text_of(step, Move.SHOWN).startswith("• The statement numbered 1 of q1\n• ")
    assert Move.ASK in moves(step)
    assert room.card.questions[0].score == 0
    assert set(standings(room).values()) == {Standing.MISSING}


def test_a_strong_answer_is_the_bank_s_own_where_it_is_of_the_level() -> None:
    examples = (
        Example("messy", Level.MIDDLE, "ok so its like that", score=5),
        Example("strong", Level.MIDDLE, "A strong answer.", score=5),
    )
    room = one(Mode.TRAINING, examples=examples)
    assert text_of(room.ask(Command.SHOW), Move.SHOWN) == "A strong answer."


def test_answers_of_other_levels_and_those_typed_in_a_hurry_are_never_shown_as_strong() -> None:
    examples = (
        Example("messy", Level.MIDDLE, "ok so its like that", score=5),
        Example("strong", Level.SENIOR, "A senior answer.", score=5),
    )
    room = one(Mode.TRAINING, examples=examples)
    assert text_of(room.ask(Command.SHOW), Move.SHOWN).startswith("• The statement numbered 1")


def test_training_tells_after_each_question_what_was_said() -> None:
    room = one(Mode.TRAINING)
    room.say("term1 and term2 and that is everything I have")
    step = room.say("next")
    feedback, question = says(step)
    assert dict(feedback.lines[-1].arguments) == {"stated": 2, "total": 4}
    assert (feedback.choices, feedback.question) == ((Command.SHOW,), 1)
    assert [line.move for line in question.lines][-1] is Move.ASK


def test_training_shows_the_answer_of_a_closed_question_and_changes_nothing() -> None:
    room = one(Mode.TRAINING)
    room.say(ALL)
    room.say("next")
    before = room.state
    step = room.ask(Command.SHOW, 1)
    assert moves(step) == [Move.SHOWN]
    assert replace(room.state, turn=before.turn, spoken=before.spoken) == before


def test_an_interview_tells_nothing_between_questions() -> None:
    room = one()
    room.say(ALL)
    step = room.say("next")
    assert {Move.FEEDBACK, Move.SHOWN}.isdisjoint(moves(step))


@pytest.mark.parametrize("command", [Command.HINT, Command.SKIP, Command.NEXT, Command.SIMPLER])
def test_a_button_of_another_question_is_ignored(command: Command) -> None:
    room = one()
    room.say("skip")
    step = room.ask(command, 1)
    assert step.turn is None
    assert step.actions == ()
    assert step.state == replace(room.steps[-2].state, silences=0)


def test_two_taps_on_skip_skip_once() -> None:
    room = one()
    room.ask(Command.SKIP, 1)
    room.ask(Command.SKIP, 1)
    assert room.state.number == 2


def test_panic_is_calmed_once_and_then_taken_for_a_dont_know() -> None:
    room = one()
    assert moves(room.say("я тупой")) == [Move.PANIC]
    assert room.state.focus.aim is Aim.OPEN
    assert moves(room.say("I'm so stupid"))[0] is Move.DECLINED_FIRST


def test_a_question_about_the_interviewers_own_work_is_kept_for_later() -> None:
    room = one()
    assert moves(room.say("а как у вас в проде?")) == [Move.LATER]
    assert room.state.current == "q1"
