from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language, Level
from bot.domain.question import Bank, Card
from bot.engine.quiz import GameMode, polls
from bot.engine.quiz.actions import ClosePoll, OpenPoll, Reveal, ShowBoard
from bot.engine.quiz.events import PollAnswered
from bot.engine.quiz.game import PollKind, Sheet
from tests.unit.engine.helpers import NOW, prepared
from tests.unit.engine.quiz.table import ADA, BOB, EVE, Table, rules, small_bank

CARD = Card("c1", Language.EN, "topic1", "Which port does TLS take?", ("443",), ("80", "22"), "443 is HTTPS.")


def _open(**changes: object) -> tuple[Table, Sheet]:
    table = Table.open(rules(GameMode.POLL, **changes))
    return table, table.of(OpenPoll)[-1].sheet


def _statements(sheet: Sheet) -> tuple[list[str], list[str]]:
    """Options that are right to choose, and the others."""
    chosen = [sheet.options[place] for place in sheet.correct]
    return chosen, [option for option in sheet.options if option not in chosen]


def test_a_poll_asks_for_the_wrong_statement_among_right_ones_or_the_other_way_round() -> None:
    question = prepared()
    points, claims = {point.text for point in question.points}, {flag.claim for flag in question.red_flags}
    kinds = set()
    for seed in range(20):
        made = polls.sheet(question, Level.MIDDLE, seed)
        assert made is not None
        wanted, others = _statements(made)
        right, wrong = (claims, points) if made.kind is PollKind.WRONG else (points, claims)
        assert len(wanted) == 1
        assert set(wanted) <= right
        assert set(others) <= wrong
        kinds.add(made.kind)
    assert kinds == {PollKind.WRONG, PollKind.RIGHT}


def test_the_right_option_stands_in_every_place_over_many_seeds() -> None:
    made = [polls.sheet(prepared(), Level.MIDDLE, seed) for seed in range(60)]
    places = [sheet.correct[0] for sheet in made if sheet and sheet.kind is PollKind.WRONG]
    assert set(places) == {0, 1, 2, 3}


def test_one_or_two_options_are_right_where_that_is_wanted() -> None:
    made = [polls.sheet(prepared(), Level.MIDDLE, seed, several=True) for seed in range(20)]
    assert {len(sheet.correct) for sheet in made if sheet} == {1, 2}


def test_a_question_with_too_few_short_statements_makes_no_poll() -> None:
    question = prepared()
    long = tuple(replace(point, text=point.text * 10) for point in question.points)
    assert polls.sheet(replace(question, points=long), Level.MIDDLE, 1) is None
    assert polls.sheet(replace(question, red_flags=()), Level.MIDDLE, 1) is None


def test_a_card_makes_a_poll_of_an_answer_and_its_wrong_options() -> None:
    made = polls.card_sheet(CARD, 3)
    assert made is not None
    assert (made.kind, made.text, made.explanation) == (PollKind.CARD, CARD.question, CARD.explanation)
    assert _statements(made) == (["443"], [option for option in made.options if option != "443"])
    assert polls.card_sheet(replace(CARD, wrong=()), 3) is None


def test_cards_are_played_beside_questions() -> None:
    bank = small_bank(1)
    table = Table.open(rules(GameMode.POLL), Bank(bank.questions, bank.topics, (CARD,)))
    table.send(PollAnswered(ADA, table.of(OpenPoll)[-1].sheet.correct))
    table.finish()
    assert {each.sheet.kind is PollKind.CARD for each in table.of(OpenPoll)} == {True, False}


@given(st.lists(st.text(max_size=400), min_size=1, max_size=6))
def test_an_explanation_keeps_to_two_hundred_characters_and_two_line_feeds(texts: list[str]) -> None:
    told = polls.explanation(texts)
    assert len(told) <= polls.EXPLANATION
    assert told.count("\n") <= polls.LINE_FEEDS


@pytest.mark.parametrize("seed", range(3))
def test_every_poll_of_the_shipped_bank_keeps_to_the_limits(shipped_bank: Bank, seed: int) -> None:
    made = [polls.sheet(each, Level.MIDDLE, seed, several=bool(seed)) for each in shipped_bank.questions.values()]
    sheets = [sheet for sheet in made if sheet is not None]
    assert len(sheets) > 0.9 * len(made)
    for sheet in sheets:
        assert len(sheet.text) <= polls.QUESTION - polls.ASKING
        assert 3 <= len(sheet.options) == len(set(sheet.options)) <= 5
        assert all(1 <= len(option) <= polls.OPTION for option in sheet.options)
        assert 1 <= len(sheet.correct) < len(sheet.options)
        assert 0 < len(sheet.explanation) <= polls.EXPLANATION
        assert sheet.explanation.count("\n") <= polls.LINE_FEEDS


def test_exactly_the_right_options_earn_a_point_and_some_of_them_half() -> None:
    table, sheet = _open(several=True)
    wrong = next(place for place in range(len(sheet.options)) if place not in sheet.correct)
    assert len(sheet.correct) == 2
    table.send(PollAnswered(ADA, tuple(reversed(sheet.correct))))
    table.send(PollAnswered(BOB, sheet.correct[:1]))
    table.send(PollAnswered(EVE, (*sheet.correct, wrong)))
    table.close()
    assert table.points() == {ADA: 1.0, BOB: 0.5, EVE: 0.0}


def test_the_latest_choice_counts_and_a_choice_can_be_taken_back() -> None:
    table, sheet = _open()
    wrong = next(place for place in range(len(sheet.options)) if place not in sheet.correct)
    table.send(PollAnswered(ADA, (wrong,)))
    table.send(PollAnswered(ADA, sheet.correct))
    table.send(PollAnswered(BOB, sheet.correct))
    table.send(PollAnswered(BOB, ()))
    table.close()
    assert table.points() == {ADA: 1.0}


def test_a_poll_is_opened_closed_and_revealed_without_a_board() -> None:
    table, sheet = _open(rounds=1)
    table.send(PollAnswered(ADA, sheet.correct))
    table.finish()
    kinds = [type(action) for _, action in table.done if isinstance(action, OpenPoll | ClosePoll | Reveal | ShowBoard)]
    assert kinds == [OpenPoll, ClosePoll, Reveal]


def test_a_reveal_sets_right_what_was_wrong_and_looked_for_or_chosen() -> None:
    shown = {}
    for seed in range(6):
        table = Table.open(rules(GameMode.POLL), seed=seed)
        sheet = table.of(OpenPoll)[-1].sheet
        wrong = next(place for place in range(len(sheet.options)) if place not in sheet.correct)
        table.send(PollAnswered(ADA, sheet.correct))
        table.send(PollAnswered(BOB, (wrong,)))
        shown[sheet.kind] = [(claim.claim in sheet.options, claim.players) for claim in table.close().claims]
    assert shown == {PollKind.WRONG: [(True, (ADA,))], PollKind.RIGHT: [(True, (BOB,))]}


def test_speed_pays_in_a_poll_only_for_the_right_option() -> None:
    table, sheet = _open(speed=1.0)
    wrong = next(place for place in range(len(sheet.options)) if place not in sheet.correct)
    table.send(PollAnswered(ADA, sheet.correct))
    table.send(PollAnswered(BOB, (wrong,)))
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 0.0}


def test_votes_handed_in_together_count_from_when_they_were_given() -> None:
    table, sheet = _open(speed=1.0)
    table.until(28)
    early = NOW + timedelta(seconds=5)
    table.game = table.master.step(table.game, PollAnswered(ADA, sheet.correct), early).game
    table.send(PollAnswered(BOB, sheet.correct))
    table.close()
    assert table.points() == {ADA: 2.0, BOB: 1.0}


def test_choices_out_of_range_or_of_another_round_are_ignored() -> None:
    table, sheet = _open()
    table.send(PollAnswered(ADA, (9,)))
    table.send(PollAnswered(ADA, (-1,)))
    table.send(PollAnswered(ADA, sheet.correct, round=2))
    assert table.game.round is not None
    assert table.game.round.choices == ()
