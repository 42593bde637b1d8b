"""When a message is taken as the whole answer, and several as one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import Edited, Move, Plan, Said
from bot.domain.language import Language, Level
from bot.domain.scorecard import Standing
from bot.engine.settling import COMPLETE, FRAGMENT, LONGEST, gather, is_fragment, joins, settling
from bot.engine.state import InterviewState, Stage
from tests.unit.engine.helpers import Room, bank_of, moves, prepared, turn

REQUESTS = [
    "hint",
    "skip",
    "не знаю",
    "повтори вопрос",
    "stop",
    "идём дальше",
    "i don't know",
    "підкажи",
    "what do you mean?",
]
FRAGMENTS = [
    "well, it depends on",
    "O(log n)",
    "контейнер использует ядро хоста, а виртуалка поднимает своё,",
    "volumes keep the data of a container and",
    "контейнер ділить ядро хоста, тому стартує за секунду, та",
    "there are three of them that matter here:",
    "two kinds of probes decide what happens to a pod",
]
FINISHED = [
    "Containers share the kernel of the host.",
    "Контейнер использует ядро хоста, поэтому стартует за секунду!",
    "it sits in a page cache first and only later goes to the disk so a crash of the machine may still lose it all",
    "Він тримає дані в одному місці (на диску)",
]


@pytest.fixture
def state() -> InterviewState:
    return Room().state


@pytest.mark.parametrize("text", REQUESTS)
def test_a_request_is_done_with_itself(state: InterviewState, text: str) -> None:
    assert settling(state, Said(text)) == 0


@pytest.mark.parametrize("text", FRAGMENTS)
def test_a_piece_of_a_sentence_is_given_time(state: InterviewState, text: str) -> None:
    assert settling(state, Said(text)) == FRAGMENT


@pytest.mark.parametrize("text", FINISHED)
def test_a_finished_answer_is_not_kept_waiting(state: InterviewState, text: str) -> None:
    assert settling(state, Said(text)) == COMPLETE


@pytest.mark.parametrize("text", ["yes", "нет", "привіт"])
def test_short_words_that_are_whole_are_not_kept_waiting(state: InterviewState, text: str) -> None:
    assert settling(state, Said(text)) == COMPLETE


def test_code_is_given_time_for_its_explanation(state: InterviewState) -> None:
    assert settling(state, Said("int total = count(rows) + offset; // that is all.", code=True)) == FRAGMENT


@pytest.mark.parametrize("text", ["👍", "?", "", "…"])
def test_signs_alone_are_answered_at_once(state: InterviewState, text: str) -> None:
    assert settling(state, Said(text)) == 0


def test_a_number_on_the_scale_is_taken_at_once(state: InterviewState) -> None:
    assert settling(replace(state, stage=Stage.CONFIDENCE), Said("4")) == 0


def test_nothing_to_correct_ends_at_once_and_a_correction_may_take_several_messages(state: InterviewState) -> None:
    closing = replace(state, stage=Stage.CLOSING)
    assert settling(closing, Said("нет")) == 0
    assert settling(closing, Said("about the second one,")) == FRAGMENT


@given(st.text(max_size=200), st.booleans(), st.sampled_from(Stage))
def test_no_text_waits_longer_than_an_answer_may(text: str, code: bool, stage: Stage) -> None:
    state = replace(Room().state, stage=stage)
    assert 0 <= settling(state, Said(text, code=code)) <= FRAGMENT < LONGEST


@pytest.mark.parametrize("text", ["и ещё одно", "не знаю", "that's all", "да", "Containers share the kernel."])
def test_words_that_go_on_join_what_was_said(text: str) -> None:
    assert joins(text)


@pytest.mark.parametrize("text", ["hint", "пропустим", "stop", "повтори", "ты тупой"])
def test_requests_stand_alone(text: str) -> None:
    assert not joins(text)


def test_pieces_of_a_sentence_become_one_line_and_sentences_lines() -> None:
    said = gather([Said("Containers share", 1), Said("the kernel of the host.", 2), Said("A VM has its own.", 3)])
    assert said.text == "Containers share the kernel of the host.\nA VM has its own."
    assert said.message == 3
    assert said.parts == ((1, "Containers share"), (2, "the kernel of the host."), (3, "A VM has its own."))


def test_a_single_message_stays_as_it_was() -> None:
    assert gather([Said("x = 1", 4, code=True)]) == Said("x = 1", 4, code=True)


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5))
def test_no_word_is_lost_in_gathering(texts: list[str]) -> None:
    said = gather([Said(text, number) for number, text in enumerate(texts, 1)])
    assert said.text.split() == " ".join(texts).split()


def test_hanging_is_seen_whatever_the_case() -> None:
    assert is_fragment("Liveness restarts a stuck container AND")


@pytest.fixture
def answered() -> Room:
    """A first answer written in two messages."""
    room = Room(bank_of(prepared("q1"), prepared("q2")), Plan(Language.EN, Level.MIDDLE, count=2, avoid=("q2",)))
    room.do(gather([Said("term1 is one thing I know,", 10), Said("and term2 is another one.", 11)]))
    return room


def standings(room: Room) -> dict[str, Standing]:
    return {point.point: point.standing for point in room.card.questions[0].points}


@pytest.mark.parametrize(
    ("message", "text", "lost", "kept"), [(10, "nothing of it", "p1", "p2"), (11, "nothing of it", "p2", "p1")]
)
def test_an_edit_of_one_message_leaves_the_others_of_the_answer(
    answered: Room, message: int, text: str, lost: str, kept: str
) -> None:
    step = answered.do(Edited(text, message))
    assert moves(step) == [Move.EDIT_TAKEN]
    assert (standings(answered)[lost], standings(answered)[kept]) == (Standing.MISSING, Standing.STATED)


def test_the_log_has_the_whole_edited_answer_under_its_own_message(answered: Room) -> None:
    logged = turn(answered.do(Edited("nothing of it", 10)))
    assert logged.answer == "nothing of it and term2 is another one."
    assert logged.message == 11


def test_the_parts_are_forgotten_with_the_question(answered: Room) -> None:
    answered.say("next")
    assert answered.state.closed[0].replies[0].parts == ()
