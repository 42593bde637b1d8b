"""Kinds of candidates in three languages over whole interviews on the shipped bank, with the real grader."""

from functools import cache

import pytest

from bot.domain.dialogue import Move, Plan, Said
from bot.domain.language import Language, Level
from bot.domain.scorecard import FlagStanding, Recommendation, Standing
from bot.engine import Status
from tests.shipped import shipped_bank, shipped_grader
from tests.unit.engine.helpers import Room, moves
from tests.unit.engine.shipped.manners import check_manners
from tests.unit.engine.shipped.people import PEOPLE, Talk, ranked

BANK = shipped_bank()
COUNT = 4
MOST = COUNT * 20
FEW = ("hashmap", "probes", "transaction-isolation", "status-codes")
"""Questions of the quick runs: one of each of four topics, so that few rubrics are compiled."""
HONEST = ("perfect", "negator", "stumped", "coder", "beggar", "hint-taker", "silent", "spammer")
"""Those who claim nothing wrong beyond what the examples they speak by are marked with."""


def interview(kind: str, language: Language, *, only: tuple[str, ...] = (), seed: int = 7, fixed: bool = True) -> Room:
    """A whole interview; the candidate has nothing to correct at the end."""
    plan = Plan(language, Level.MIDDLE, count=COUNT, only=only, fixed=fixed)
    room, person = Room(BANK, plan, grader=shipped_grader(), seed=seed), PEOPLE[kind]()
    talk = Talk(room, language)
    while room.state.status is Status.RUNNING:
        room.do(person(talk) if room.state.open else Said("no", 100 + len(room.steps)))
        assert len(room.steps) < MOST, kind
    return room


@cache
def quick(kind: str) -> tuple[Room, Language]:
    """One interview of that kind, the kinds going round the languages."""
    language = list(Language)[list(PEOPLE).index(kind) % len(Language)]
    return interview(kind, language, only=FEW), language


def of(room: Room, *wanted: Move) -> int:
    return sum(move in wanted for step in room.steps for move in moves(step))


def attributed(room: Room, language: Language) -> list[str]:
    """Wrong claims that the report attributes and no example of the question has."""
    made = {
        (question.id, flag)
        for question in BANK.select(language)
        for example in question.examples
        for flag in example.asserted
    }
    return [
        f"{result.question}/{flag.flag}: {flag.quotes[0]}"
        for result in room.card.questions
        for flag in result.flags
        if flag.standing in (FlagStanding.WRONG, FlagStanding.CORRECTED) and (result.question, flag.flag) not in made
    ]


@pytest.mark.parametrize("kind", PEOPLE)
def test_one_of_each_kind_is_interviewed_as_people_are(kind: str) -> None:
    check_manners(*quick(kind))


@pytest.mark.parametrize("kind", HONEST)
def test_no_error_is_attributed_that_was_not_made(kind: str) -> None:
    assert attributed(*quick(kind)) == []


def test_who_knows_everything_is_hired_and_who_knows_half_less_surely() -> None:
    strong, half = quick("perfect")[0].card, quick("partial")[0].card
    assert strong.recommendation in (Recommendation.STRONG_HIRE, Recommendation.LEANING_HIRE)
    assert (half.score or 0) < (strong.score or 0)


def test_who_is_silent_is_waited_for() -> None:
    room, _ = quick("silent")
    assert room.state.status is Status.PAUSED
    assert room.card.score is None


def test_a_list_of_terms_is_not_taken_for_knowledge() -> None:
    room, _ = quick("lister")
    assert of(room, Move.BUZZWORDS)
    assert (room.card.score or 0) < 3


def test_a_bluffer_is_tested_and_quoted() -> None:
    flags = [flag for question in quick("bluffer")[0].card.questions for flag in question.flags]
    assert of(quick("bluffer")[0], Move.CONSEQUENCE)
    assert FlagStanding.WRONG in {flag.standing for flag in flags}


def test_who_corrects_himself_pays_nothing() -> None:
    flags = [flag for question in quick("self-corrector")[0].card.questions for flag in question.flags]
    assert of(quick("self-corrector")[0], Move.CORRECTED)
    assert FlagStanding.WRONG not in {flag.standing for flag in flags}


def test_who_contradicts_himself_is_shown_both_statements() -> None:
    assert of(quick("contradictor")[0], Move.CONTRADICTION)


def test_who_does_not_know_is_asked_something_easier_once_a_question() -> None:
    room, _ = quick("stumped")
    assert of(room, Move.DECLINED_FIRST) == of(room, Move.DECLINED_LAST) == COUNT
    assert room.card.score == 0


def test_code_is_to_be_explained_and_earns_nothing_alone() -> None:
    room, _ = quick("coder")
    assert of(room, Move.CODE) == COUNT
    assert not room.card.score


def test_answers_in_other_languages_are_graded_and_a_switch_is_offered_once() -> None:
    room, _ = quick("polyglot")
    assert of(room, Move.OTHER_LANGUAGE) == 1
    assert (room.card.score or 0) > 2


def test_an_edited_answer_counts_as_edited() -> None:
    room, _ = quick("editor")
    assert of(room, Move.EDIT_TAKEN)
    assert (room.card.score or 0) > (quick("partial")[0].card.score or 0)


def test_who_asks_for_answers_gets_none() -> None:
    room, _ = quick("beggar")
    assert of(room, Move.SHOWN) == 0
    assert room.card.score is None


def test_help_is_written_down() -> None:
    room, _ = quick("hint-taker")
    assert of(room, Move.HINT) == COUNT
    assisted = [point for each in room.card.questions for point in each.points if point.standing is Standing.ASSISTED]
    assert assisted


def test_a_spammer_comes_to_an_end_with_nothing() -> None:
    room, _ = quick("spammer")
    assert room.state.finished
    assert room.card.score is None


@pytest.mark.parametrize(("kind", "level"), [("perfect", Level.SENIOR), ("stumped", Level.JUNIOR)])
def test_the_level_follows_the_answers(kind: str, level: Level) -> None:
    room = interview(kind, Language.EN, only=FEW, fixed=False)
    assert room.state.level is level


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize("seed", range(3))
def test_each_kind_is_interviewed_as_people_are(kind: str, language: Language, seed: int) -> None:
    check_manners(interview(kind, language, seed=seed, fixed=seed % 2 == 0), language)


@pytest.mark.slow
def test_hardly_ever_is_an_error_attributed_that_was_not_made() -> None:
    held = [(interview(kind, language), language) for kind in HONEST for language in Language]
    faults = [fault for each in held for fault in attributed(*each)]
    assert len(faults) <= 0.01 * len(held) * COUNT, faults


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
def test_the_best_examples_of_the_bank_earn_a_hire(language: Language) -> None:
    assert all(ranked(question)[-1].score for question in BANK.select(language))
    cards = [interview("perfect", language, seed=seed).card for seed in range(5)]
    assert all(card.recommendation in (Recommendation.STRONG_HIRE, Recommendation.LEANING_HIRE) for card in cards), [
        card.score for card in cards
    ]
