"""Interviews on the shipped bank with the real grader and the real words."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.domain.dialogue import Move, Plan
from bot.domain.language import Language, Level
from bot.domain.question import Bank, Example, Question
from bot.domain.scorecard import Recommendation, Standing
from bot.engine.nearness import heads
from bot.i18n import Texts
from bot.rendering.say import line_html
from tests.shipped import shipped_bank, shipped_grader
from tests.unit.engine.checks import check_room
from tests.unit.engine.helpers import Room, lines, moves, says

COUNT = 4
FILLER = {
    Language.EN: "That is as much as I can say about it for now, I would have to look up the rest.",
    Language.RU: "Это примерно всё, что могу сейчас сказать, остальное пришлось бы посмотреть.",
    Language.UK: "Це приблизно все, що можу зараз сказати, решту довелося б подивитися.",
}

everywhere = pytest.mark.parametrize("language", Language)
Pick = Callable[[Question], str]


@pytest.fixture(scope="module")
def shipped() -> Bank:
    return shipped_bank()


def interview(bank: Bank, language: Language, pick: Pick, level: Level = Level.MIDDLE) -> Room:
    """A whole interview in which each question is answered with what `pick` says, and then with filler."""
    room = Room(bank, Plan(language, level, count=COUNT), grader=shipped_grader())
    asked = None
    while room.state.current:
        question = bank.find(room.state.current, language)
        assert question is not None
        room.say(pick(question) if question.id != asked else FILLER[language])
        asked = question.id
        assert len(room.steps) < COUNT * 16
    room.say("no")
    assert room.state.finished
    check_room(room)
    return room


def ranked(question: Question) -> list[Example]:
    return sorted((each for each in question.examples if each.score is not None), key=lambda each: each.score or 0)


def best(question: Question) -> str:
    return ranked(question)[-1].answer


def worst(question: Question) -> str:
    return ranked(question)[0].answer


def always(text: str) -> Pick:
    return lambda _: text


@everywhere
def test_marks_follow_the_quality_of_the_answers(shipped: Bank, language: Language) -> None:
    strong = interview(shipped, language, best).card
    nothing = interview(shipped, language, always(FILLER[language])).card
    assert strong.score is not None
    assert strong.recommendation in {Recommendation.STRONG_HIRE, Recommendation.LEANING_HIRE}
    assert nothing.score is None or nothing.score < 1
    stated = [point for each in strong.questions for point in each.points if point.standing is Standing.STATED]
    assert len(stated) >= 2 * COUNT


@everywhere
def test_a_dont_know_in_any_words_is_heard_on_real_questions(shipped: Bank, language: Language) -> None:
    words = {Language.EN: "no clue, sorry", Language.RU: "ну хз, если честно", Language.UK: "гадки не маю, чесно"}
    card = interview(shipped, language, always(words[language])).card
    assert card.score is not None
    assert card.score < 2


@everywhere
def test_quotations_are_the_candidates_own_words(shipped: Bank, language: Language) -> None:
    room = interview(shipped, language, best)
    said = " ".join(step.turn.answer for step in room.steps if step.turn)
    quoted = [quote for each in room.card.questions for point in each.points for quote in point.quotes]
    quoted += [quote for each in room.card.questions for flag in each.flags for quote in flag.quotes]
    assert quoted
    assert all(quote.rstrip("…") in said for quote in quoted)


@everywhere
def test_nothing_of_a_point_is_given_away(shipped: Bank, language: Language) -> None:
    room = interview(shipped, language, always(FILLER[language]))
    for step, after in zip(room.steps, room.steps[1:], strict=False):
        question = shipped.find(step.state.current or "", language)
        spoken = [line.text for line in lines(after) if line.move not in (Move.ASK, Move.HINT)]
        for point in question.points if question else ():
            words = heads(point.text)
            assert all(len(heads(text) & words) < 0.7 * len(words) for text in spoken), (point.text, spoken)


@everywhere
def test_the_words_said_hold_one_question_a_message(shipped: Bank, language: Language) -> None:
    texts = Texts.load(strict=True)
    for pick in (best, worst):
        room = interview(shipped, language, pick)
        for say in (say for step in room.steps for say in says(step)):
            html = " ".join(line_html(texts, language, line) for line in say.lines if line.move is not Move.ASK)
            assert html.count("?") <= 1, html
            own = " ".join(line_html(texts, language, replace(line, text="")) for line in say.lines)
            if say.lines[0].move is not Move.OPENING:
                assert len(re.findall(r"\w+", own)) <= 30, own


@everywhere
def test_hints_come_only_after_a_dont_know(shipped: Bank, language: Language) -> None:
    room = interview(shipped, language, worst)
    assert all(Move.HINT not in moves(step) for step in room.steps)
