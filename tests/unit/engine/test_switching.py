"""Another language: graded as it is, and once the offer to go on in it."""

from dataclasses import replace

import pytest

from bot.domain.dialogue import Command, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank
from bot.engine.language import language_of
from tests.unit.engine.helpers import Room, bank, bank_of, lines, moves, prepared, says, text_of

UKRAINIAN = "Це відповідь українською мовою, тут є ґрунтовні думки про term2 і ще щось"
RUSSIAN = "Это ответ на русском языке, объёмный и ещё с мыслями вроде term1"
ENGLISH = "This is an answer in the English language and term1 is the point of it"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (UKRAINIAN, Language.UK),
        (RUSSIAN, Language.RU),
        (ENGLISH, Language.EN),
        ("term1", None),
        ("Kubernetes pod namespace cgroups docker image layer registry", None),
        ("Kubernetes шедулит поды на ноды через scheduler, а kubelet их запускает", Language.RU),
        ("", None),
    ],
)
def test_a_language_is_told_where_there_is_enough_to_tell(text: str, language: Language | None) -> None:
    assert language_of(text) is language


@pytest.fixture
def room() -> Room:
    return Room(bank(4), Plan(Language.EN, Level.MIDDLE, count=3))


def test_an_answer_in_another_language_is_graded_and_the_switch_offered_once(room: Room) -> None:
    step = room.say(UKRAINIAN)
    offer, question = says(step)
    assert [line.move for line in offer.lines] == [Move.OTHER_LANGUAGE]
    assert dict(offer.lines[0].arguments) == {"language": "uk"}
    assert offer.choices == (Command.SWITCH,)
    assert question.lines[-1].move is Move.PROBE
    assert Move.OTHER_LANGUAGE not in moves(room.say(RUSSIAN))


def test_technical_english_is_no_switch() -> None:
    room = Room(bank(4), Plan(Language.RU, Level.MIDDLE, count=3))
    assert Move.OTHER_LANGUAGE not in moves(room.say("term1 namespace cgroups kernel isolation overlay image"))


@pytest.mark.parametrize("agree", ["button", "так", "yes"])
def test_the_switch_brings_the_open_question_in_the_new_language(room: Room, agree: str) -> None:
    room.say(UKRAINIAN)
    step = room.ask(Command.SWITCH) if agree == "button" else room.say(agree)
    assert moves(step) == [Move.REPEAT]
    assert room.state.language is Language.UK
    assert room.state.open is not None
    assert room.state.open.language is Language.UK
    room.say("next")
    assert room.state.open.language is Language.UK


def test_switching_keeps_what_was_said_and_asks_nothing_twice(room: Room) -> None:
    room.say(UKRAINIAN)
    room.ask(Command.SWITCH)
    assert any(point.quotes == ("term2",) for point in room.card.questions[0].points)
    while room.state.open:
        room.say("next") if room.state.open.replies else room.say("term1 as I said")
    asked = [record.question for record in room.state.records]
    assert len(set(asked)) == len(asked) == 3


def test_without_a_yes_the_interview_stays_in_its_language(room: Room) -> None:
    room.say(UKRAINIAN)
    room.say("term1 and so on and so forth in the end")
    assert room.state.language is Language.EN


def test_the_switch_is_not_offered_where_the_bank_has_nothing_in_that_language() -> None:
    room = Room(bank_of(prepared("q1"), prepared("q2")), Plan(Language.EN, Level.MIDDLE))
    assert Move.OTHER_LANGUAGE not in moves(room.say(UKRAINIAN))


def test_a_question_with_other_points_in_the_new_language_stays_as_it_was() -> None:
    english, other = prepared("q1"), prepared("q1", language=Language.UK)
    other = replace(other, points=tuple(replace(point, id=f"x{point.id}") for point in other.points))
    more = prepared("q2", language=Language.UK)
    room = Room(bank_of(english, other, more, prepared("q2")), Plan(Language.EN, Level.MIDDLE, avoid=("q2",)))
    room.say(UKRAINIAN)
    step = room.ask(Command.SWITCH)
    assert text_of(step, Move.REPEAT) == room.state.asked
    room.say("next")
    assert [record.language for record in room.state.records] == [Language.EN, Language.UK]


def test_a_switch_nobody_offered_repeats_the_question(room: Room) -> None:
    assert [line.move for line in lines(room.ask(Command.SWITCH))] == [Move.REPEAT]
    assert room.state.language is Language.EN


def test_switching_in_the_closing_only_changes_the_language() -> None:
    room = Room(bank(3), Plan(Language.EN, Level.MIDDLE, count=1))
    room.say(UKRAINIAN)
    room.say("next")
    assert moves(room.ask(Command.SWITCH)) == [Move.ANYTHING_ELSE]
    assert room.state.language is Language.UK


def test_the_bank_is_not_needed_in_all_languages() -> None:
    only = Bank({key: each for key, each in bank(3).questions.items() if key[1] is Language.RU}, bank(3).topics)
    assert Room(only, Plan(Language.RU, Level.MIDDLE)).state.current
