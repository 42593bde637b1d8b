from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.messaging import OutMessage
from bot.domain.scorecard import (
    Appeal,
    Contested,
    Decision,
    PointResult,
    QuestionResult,
    Recommendation,
    Ruling,
    Scorecard,
    Standing,
)
from bot.engine.rulings import Verdict
from bot.engine.state import Turn, TurnKind
from bot.i18n import Texts
from bot.rendering import appeals
from bot.rendering.appeals import Case, Outcome
from bot.rendering.callbacks import Contest, Judge, OpenReport, parse, tag
from bot.rendering.html import plain_text, units
from tests.unit.rendering.strategies import shown, wild_text

TEXTS = Texts.load(strict=True)
EN = Language.EN
VERDICT = Verdict(Contested.POINT, "p", "The `kernel` is <shared>")
CASE = Case(
    5, 3, "R&D <b>", Language.UK, Contested.POINT, VERDICT.text, "Why <that>?", "so & so", said=True, teachable=True
)

words = wild_text.filter(lambda text: bool(text.strip()))
cases = st.builds(
    Case,
    appeal=st.integers(1, 10**9),
    waiting=st.integers(1, 99),
    title=wild_text,
    language=st.sampled_from(Language),
    kind=st.sampled_from(Contested),
    text=wild_text,
    asked=wild_text,
    quote=st.one_of(words, words.map(lambda text: text * 200)),
    said=st.booleans(),
    teachable=st.booleans(),
)


def result(*texts: str, score: float | None = 1.0) -> QuestionResult:
    points = tuple(PointResult(text, text, Level.JUNIOR, 1, Standing.MISSING) for text in texts)
    return QuestionResult("q", "A title & more", "t", Level.JUNIOR, score, points, ())


def card(*results: QuestionResult) -> Scorecard:
    return Scorecard(Recommendation.LEANING_HIRE, 3.0, Level.JUNIOR, len(results), len(results), results)


def turn(number: int, text: str) -> Turn:
    return Turn(number, "q", 1, TurnKind.ANSWER, answer=text, message=number)


def targets(message: OutMessage) -> list[object]:
    return [parse(button.data) for row in message.buttons for button in row]


def labels(message: OutMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def sendable(message: OutMessage) -> bool:
    fits = 0 < units(shown(message.html).text) <= 4096
    return fits and None not in targets(message) and all(0 < len(label) <= 64 for label in labels(message))


@settings(max_examples=30)
@given(st.sampled_from(Language), st.lists(words, min_size=1, max_size=30), words)
def test_every_step_can_be_sent(language: Language, texts: list[str], said: str) -> None:
    verdict = Verdict(Contested.FLAG, "f", texts[0])
    asked = result(*texts)
    spoken = [turn(number, text) for number, text in enumerate(texts, 1)]
    for message in (
        appeals.questions_menu(TEXTS, language, 7, card(asked, asked)),
        appeals.verdicts_menu(TEXTS, language, 7, 1, asked),
        appeals.words_menu(TEXTS, language, Contest(7, 1, tag(Contested.FLAG, "f")), verdict, spoken),
        appeals.filed_message(TEXTS, language, 7, verdict, said),
    ):
        assert sendable(message)


@settings(max_examples=30)
@given(st.sampled_from(Language), cases)
def test_every_case_can_be_sent(language: Language, case: Case) -> None:
    assert sendable(appeals.case_message(TEXTS, language, case))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", Contested)
@pytest.mark.parametrize("ruling", [Ruling.ACCEPTED, Ruling.REJECTED])
def test_every_outcome_can_be_sent(language: Language, kind: Contested, ruling: Ruling) -> None:
    outcome = Outcome(Appeal("q", kind, "p", "<so>", ruling), 7, "A & `B`", 2.0, 3.0)
    message = appeals.outcome_message(TEXTS, language, outcome)
    assert sendable(message)
    assert targets(message) == [OpenReport(7)]


def test_only_questions_with_something_to_contest_are_offered() -> None:
    said = replace(result("A"), points=())
    menu = appeals.questions_menu(TEXTS, EN, 7, card(said, result("A"), result("B", score=None)))
    assert targets(menu) == [Contest(7, 2)]
    assert labels(menu) == ["2. A title & more"]
    assert targets(appeals.questions_menu(TEXTS, EN, 7, card(said))) == []


def test_verdicts_are_listed_in_full_and_chosen_by_number() -> None:
    menu = appeals.verdicts_menu(TEXTS, EN, 7, 2, result("The kernel is shared", "No guest system"))
    assert "1. ✗ Not counted: The kernel is shared\n\n2. ✗ Not counted: No guest system" in plain_text(menu.html)
    assert labels(menu)[:2] == ["1", "2"]
    assert targets(menu)[:2] == [
        Contest(7, 2, tag(Contested.POINT, text)) for text in ("The kernel is shared", "No guest system")
    ]
    assert targets(menu)[-1] == Contest(7, appeals.AGAIN)


def test_the_latest_messages_are_offered_in_order_and_typing_beside() -> None:
    chosen = Contest(7, 2, tag(Contested.POINT, "p"))
    menu = appeals.words_menu(TEXTS, EN, chosen, VERDICT, [turn(n, f"said {n}") for n in range(1, 20)])
    *quoted, typing, back = targets(menu)
    assert [target.turn for target in quoted if isinstance(target, Contest)] == list(range(8, 20))
    assert all(len(row) == 1 for row in menu.buttons)
    assert labels(menu)[0] == "said 8"
    assert typing == replace(chosen, turn=appeals.TYPE)
    assert back == Contest(7, 2)


def test_a_case_says_everything_that_is_needed_to_decide() -> None:
    said = plain_text(appeals.case_message(TEXTS, EN, CASE).html)
    parts = ["waiting: 3", "R&D <b>", "Ukrainian", "The kernel is <shared>", "Why <that>?", "“so & so”"]
    assert all(said.index(before) < said.index(after) for before, after in pairwise(parts))
    assert "typed for the appeal" not in said


def test_words_that_were_not_said_and_words_too_long_are_pointed_out() -> None:
    message = appeals.case_message(TEXTS, EN, replace(CASE, asked="", said=False, teachable=False))
    said = plain_text(message.html)
    assert "typed for the appeal" in said
    assert "as-phrasing 5" in said
    assert "The question then" not in said
    assert Judge(5, Decision.PHRASING) not in targets(message)


def test_what_can_be_decided_stands_below_the_case() -> None:
    expected = [Judge(5, decision) for decision in (Decision.ACCEPT, Decision.REJECT, Decision.PHRASING, None)]
    assert targets(appeals.case_message(TEXTS, EN, CASE)) == expected


@pytest.mark.parametrize(("before", "after", "told"), [(2.0, 3.5, True), (2.0, 2.0, False), (None, 2.0, False)])
def test_the_outcome_tells_a_mark_that_changed(before: float | None, after: float | None, told: bool) -> None:
    outcome = Outcome(Appeal("q", Contested.POINT, "p", "so", Ruling.ACCEPTED), 7, "A", before, after)
    said = plain_text(appeals.outcome_message(TEXTS, EN, outcome).html)
    assert ("is now 3.5 of 5; it was 2.0" in said) is told
