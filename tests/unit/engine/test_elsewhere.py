"""Answers about another topic of the field are led back, not graded and not pushed with a scenario."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.domain.dialogue import Mode, Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Question
from bot.engine.elsewhere import Fields
from bot.engine.state import TurnKind
from tests.unit.engine.helpers import COMPILERS, Room, bank, bank_of, compilers, moves, prepared, text_of, turn

PLAIN = "something else that has no bearing on the matter at all"


@pytest.fixture
def room() -> Room:
    questions = (*bank(4).questions.values(), compilers())
    return Room(bank_of(*questions), Plan(Language.EN, Level.MIDDLE, ("alpha",), count=2))


def test_an_answer_on_another_topic_gets_the_question_again(room: Room) -> None:
    prompt = room.state.asked
    step = room.say(COMPILERS)
    assert moves(step) == [Move.ELSEWHERE]
    assert text_of(step, Move.ELSEWHERE) == prompt
    assert (turn(step).kind, turn(step).why) == (TurnKind.ASIDE, "elsewhere")


def test_it_counts_neither_as_an_answer_nor_as_an_aside(room: Room) -> None:
    room.say(COMPILERS)
    assert room.state.open
    assert (room.state.open.replies, room.state.open.asides) == ((), 0)


def test_it_is_said_once_a_question(room: Room) -> None:
    room.say(COMPILERS)
    assert moves(room.say(COMPILERS))[-1] is Move.SCENARIO


def test_an_answer_that_states_something_is_an_answer_whatever_else_it_speaks_of(room: Room) -> None:
    assert Move.ELSEWHERE not in moves(room.say(f"term2, and {COMPILERS}"))


def test_a_reply_to_a_follow_up_is_an_answer(room: Room) -> None:
    room.say("term2 is what I know about this matter so far")
    assert Move.ELSEWHERE not in moves(room.say(COMPILERS))


def test_vague_words_are_not_about_anything_else(room: Room) -> None:
    assert moves(room.say(PLAIN))[-1] is Move.SCENARIO


def test_the_edited_message_is_heard_anew(room: Room) -> None:
    room.say(COMPILERS, message=40)
    assert room.state.open
    assert room.state.open.heard == 40


@pytest.mark.parametrize("words", ["hello", "Привет!", "доброго дня"])
def test_a_greeting_is_returned_once_and_costs_no_patience(room: Room, words: str) -> None:
    assert moves(room.say(words)) == [Move.GREETED]
    assert room.state.open
    assert room.state.open.asides == 0
    assert moves(room.say(words)) == [Move.OFF_TOPIC]


def test_thanks_are_taken(room: Room) -> None:
    assert moves(room.say("спасибо")) == [Move.THANKED]


@pytest.mark.parametrize("confidence", [False, True])
def test_in_training_an_answer_is_acknowledged_once(confidence: bool) -> None:
    plan = Plan(Language.EN, Level.MIDDLE, count=3, mode=Mode.TRAINING, confidence=confidence)
    room = Room(bank(4), plan)
    said: list[Move] = []
    while not room.state.finished:
        said += moves(room.say("4" if not room.state.open else PLAIN))
    assert Move.FEEDBACK in said
    after = [two for one, two in pairwise(said) if one is Move.FEEDBACK]
    assert Move.ACKNOWLEDGE not in after


def foreign(shipped: Bank, language: Language) -> Iterator[tuple[Question, str, int]]:
    """Questions with an example answer of another topic each, far apart in the bank."""
    questions = shipped.select(language)
    for number, question in enumerate(questions):
        other = next(each for each in (*questions[number + 7 :], *questions) if each.topic != question.topic)
        yield from ((question, example.answer, example.score or 0) for example in other.examples)


@pytest.mark.parametrize("language", Language)
def test_on_the_shipped_bank_own_answers_are_own_and_most_foreign_ones_foreign(
    shipped_bank: Bank, language: Language
) -> None:
    fields = Fields(shipped_bank)
    own = [
        fields.is_elsewhere(question, example.answer)
        for question in shipped_bank.select(language)
        for example in question.examples
    ]
    assert sum(own) <= 0.01 * len(own)
    solid = [
        fields.is_elsewhere(question, answer)
        for question, answer, score in foreign(shipped_bank, language)
        if score >= 3
    ]
    assert sum(solid) >= 0.85 * len(solid)


@pytest.mark.parametrize("language", Language)
def test_on_the_shipped_bank_no_own_answer_and_no_claim_is_strange_and_most_answers_to_others_are(
    shipped_bank: Bank, language: Language
) -> None:
    fields = Fields(shipped_bank)
    for question in shipped_bank.select(language):
        claims = (text for flag in question.red_flags for text in (flag.claim, *flag.phrasings))
        own = (*(example.answer for example in question.examples), *claims)
        assert [text for text in own if fields.is_strange(question, text)] == []
    others = [fields.is_strange(question, answer) for question, answer, _ in foreign(shipped_bank, language)]
    assert sum(others) >= 0.9 * len(others)


def test_a_bank_of_one_topic_knows_no_elsewhere() -> None:
    assert not Fields(bank_of(compilers())).is_elsewhere(compilers(), COMPILERS)


def test_a_question_that_left_the_bank_shares_nothing_with_it() -> None:
    gone = replace(prepared("gone"), topic="gone")
    assert Fields(bank_of(*bank(4).questions.values(), compilers())).is_elsewhere(gone, COMPILERS)
