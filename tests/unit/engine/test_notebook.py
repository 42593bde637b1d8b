import pytest

from bot.domain.dialogue import Command, Edited, Medium, Move, Plan, Said, Showed
from bot.domain.language import Language, Level
from bot.domain.scorecard import Scorecard, Standing
from bot.engine.notebook import spoken_on, with_replies
from bot.engine.state import Turn
from tests.unit.engine.helpers import ALL, Room, bank_of, prepared, text_of

MAIN = "term1 and nothing else but a long sentence about it"
EDITED = "term1 and, on reflection, a long sentence about it"


def room(count: int = 1) -> Room:
    questions = [prepared(f"q{rank}") for rank in range(1, count + 1)]
    return Room(bank_of(*questions), Plan(Language.EN, Level.MIDDLE, count=count))


def log(played: Room) -> list[Turn]:
    return [step.turn for step in played.steps if step.turn]


def card(played: Room) -> Scorecard:
    return with_replies(played.card, log(played))


def instead(played: Room, question: int = 0) -> dict[str, str]:
    return {point.point: point.instead for point in card(played).questions[question].points}


def asked(played: Room) -> set[str]:
    return {point.point for point in card(played).questions[0].points if point.asked}


def said(played: Room, number: int = 1) -> list[str]:
    return [turn.answer for turn in spoken_on(number, log(played))]


def test_a_point_that_was_asked_for_has_the_reply_to_that() -> None:
    played = room()
    step = played.say(MAIN)
    assert text_of(step, Move.PROBE) == "What about side 3 of q1?"
    played.say("something quite different from what was asked of me")
    assert instead(played)["p3"] == "something quite different from what was asked of me"
    assert asked(played) == {"p3"}


def test_a_point_never_asked_for_has_the_main_answer() -> None:
    played = room()
    played.say(MAIN)
    played.ask(Command.STOP)
    assert instead(played) == {"p1": "", "p2": MAIN, "p3": MAIN, "p4": MAIN}


def test_what_was_earned_has_nothing_instead() -> None:
    played = room()
    played.say(ALL)
    assert set(instead(played).values()) == {""}


def test_asides_between_question_and_reply_do_not_count_as_the_reply() -> None:
    played = room()
    played.say(MAIN)
    played.ask(Command.REPEAT)
    played.do(Showed(Medium.STICKER, message=900))
    played.say("something quite different from what was asked of me")
    assert instead(played)["p3"].startswith("something quite different")


def test_a_declined_point_has_the_words_of_declining() -> None:
    played = room()
    played.say(MAIN)
    played.say("I don't know")
    found = {point.point: point for point in card(played).questions[0].points}
    assert (found["p3"].standing, found["p3"].instead) == (Standing.DECLINED, "I don't know")


def test_a_changed_answer_is_quoted_as_it_counted() -> None:
    played = room()
    played.say(MAIN, message=500)
    played.do(Edited(EDITED, 500))
    played.ask(Command.STOP)
    assert instead(played)["p2"] == EDITED
    assert said(played) == [EDITED]


def test_a_change_that_came_too_late_is_not_quoted() -> None:
    played = room(count=2)
    played.say(ALL, message=500)
    played.say("Because of the memory, I would say, and of the time", message=501)
    played.do(Edited(EDITED, 500))
    assert ALL in said(played)
    assert EDITED not in said(played)


def test_every_question_has_its_own_words() -> None:
    played = room(count=2)
    first, second = "a first answer about nothing in particular", "a second one about nothing in particular"
    played.say(first)
    played.ask(Command.NEXT)
    played.say(second)
    played.ask(Command.STOP)
    assert set(instead(played, 0).values()) == {first}
    assert set(instead(played, 1).values()) == {second}
    assert (said(played, 1), said(played, 2)) == ([first], [second])


def test_a_last_correction_can_be_about_any_question() -> None:
    played = room()
    played.say(MAIN)
    played.ask(Command.NEXT)
    played.say("I was wrong before: term2 belongs there as well")
    assert said(played)[-1] == "I was wrong before: term2 belongs there as well"


@pytest.mark.parametrize("event", [Showed(Medium.PHOTO, message=7), Said("   ", 8)])
def test_what_has_no_words_is_not_among_the_words(event: Showed | Said) -> None:
    played = room()
    played.do(event)
    played.ask(Command.HINT)
    assert said(played) == []


def test_without_a_log_there_is_nothing_to_quote() -> None:
    played = room()
    played.say(MAIN)
    assert with_replies(played.card, []) == played.card


def test_where_the_question_was_declined_first_the_answer_that_came_later_stands_for_it() -> None:
    played = room()
    played.say("I don't know")
    played.say(MAIN)
    assert instead(played)["p4"] == MAIN
