"""A thought on the question before that comes when the next one was asked already."""

from dataclasses import replace

import pytest

from bot.domain.dialogue import Command, Mode, Move, Plan, Said
from bot.domain.language import Language, Level
from bot.domain.scorecard import Standing
from bot.engine import TurnKind
from bot.engine.settling import gather
from tests.shipped import shipped_bank, shipped_grader
from tests.unit.engine.checks import check_room
from tests.unit.engine.helpers import Room, moves, turn

FORMER, PRESENT = "hashmap", "equals-hashcode"
FIRST = {
    Language.EN: "It is an array of buckets, and the bucket comes from the hash code of the key.",
    Language.RU: "Это массив корзин, корзина выбирается по хешу ключа.",
    Language.UK: "Це масив кошиків, кошик обирається за хешем ключа.",
}
LATE = {
    Language.EN: "Once it is three quarters full, the table doubles and all entries are spread anew.",
    Language.RU: "Ещё: когда записей слишком много, таблица увеличивается вдвое и всё раскладывается заново.",
    Language.UK: "Ще: коли записів стає забагато, таблиця збільшується вдвічі і все розкладається заново.",
}
SHARING = {
    Language.EN: "A HashMap finds the bucket by hashCode, then compares with equals: equal objects need equal codes.",
    Language.RU: "HashMap находит корзину по hashCode, поэтому у равных объектов хеш-коды обязаны совпадать.",
    Language.UK: "HashMap знаходить кошик за hashCode, тому в рівних об’єктів геш-коди мусять збігатися.",
}
"""What answers the present question in words of the former one."""


def at_present(language: Language = Language.EN, **changes: object) -> Room:
    """An interview that has just gone on to a second question near to the first."""
    plan = Plan(language, Level.MIDDLE, count=2, only=(FORMER, PRESENT), avoid=(PRESENT,))
    room = Room(shipped_bank(), replace(plan, **changes), grader=shipped_grader())  # type: ignore[arg-type]
    room.say(FIRST[language])
    room.say("next")
    return room


def resize(room: Room) -> Standing:
    """What became of the point that is added late."""
    return next(point.standing for point in room.card.questions[0].points if point.point == "resize")


@pytest.mark.parametrize("language", Language)
def test_a_late_addition_counts_for_the_question_before_and_the_present_one_stands(language: Language) -> None:
    room = at_present(language)
    assert resize(room) is Standing.MISSING
    step = room.say(LATE[language])
    assert moves(step) == [Move.ADDED]
    assert (turn(step).why, turn(step).kind) == (f"addition:{FORMER}", TurnKind.CORRECTION)
    assert resize(room) is Standing.STATED
    assert (room.state.current, room.state.open and room.state.open.replies) == (PRESENT, ())
    check_room(room)


@pytest.mark.parametrize("language", Language)
def test_an_answer_in_words_of_the_question_before_is_no_addition(language: Language) -> None:
    room = at_present(language)
    before = room.state.closed
    assert Move.ADDED not in moves(room.say(SHARING[language]))
    assert room.state.closed == before
    assert room.state.open
    assert room.state.open.replies


def test_after_an_answer_nothing_goes_back() -> None:
    room = at_present()
    room.say(SHARING[Language.EN])
    assert Move.ADDED not in moves(room.say(LATE[Language.EN]))
    assert resize(room) is Standing.MISSING


def test_a_reply_to_an_earlier_message_may_go_back_at_any_time() -> None:
    room = at_present()
    room.say(SHARING[Language.EN])
    assert moves(room.do(Said(LATE[Language.EN], 900, replying=True))) == [Move.ADDED]
    assert resize(room) is Standing.STATED


def test_a_second_addition_in_a_row_is_an_answer() -> None:
    room = at_present()
    room.say(LATE[Language.EN])
    assert Move.ADDED not in moves(room.say("Entries that fall into one bucket are chained there as a linked list."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.EN, "I forgot to add that they are nice"),
        (Language.RU, "Забыл добавить, они хороши"),
        (Language.UK, "Забув додати, що вони гарні"),
    ],
)
def test_what_calls_itself_an_addition_is_taken_for_one_without_a_verdict(language: Language, text: str) -> None:
    room = at_present(language)
    before = room.state.closed
    assert moves(room.say(text)) == [Move.ADDED]
    assert room.state.closed == before


def test_nothing_is_added_to_a_question_whose_answer_was_shown() -> None:
    plan = Plan(Language.EN, Level.MIDDLE, count=2, only=(FORMER, PRESENT), avoid=(PRESENT,), mode=Mode.TRAINING)
    room = Room(shipped_bank(), plan, grader=shipped_grader())
    room.ask(Command.SHOW)
    assert Move.ADDED not in moves(room.say(LATE[Language.EN]))


def test_an_addition_instead_of_a_confidence_counts_and_the_interview_goes_on() -> None:
    room = at_present(confidence=True)
    assert room.state.current is None
    step = room.say(LATE[Language.EN])
    assert moves(step)[0] is Move.CORRECTION_TAKEN
    assert Move.ASK in moves(step)
    assert (resize(room), room.card.questions[0].confidence) == (Standing.STATED, None)


def test_an_answer_in_pieces_is_a_reply_when_one_of_them_is() -> None:
    assert gather((Said("one thing,", 1), Said("and another", 2, replying=True))).replying
    assert not gather((Said("one thing,", 1), Said("and another", 2))).replying
