from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.quiz.standings import ENOUGH_ROUNDS, Order, Score, Span, begun, first_day, standings

ADA, BOB, EVE = 1, 2, 3


def _score(player: int, points: float, stated: float = 0.0, possible: float = 4.0, rounds: int = 1) -> list[Score]:
    return [Score(player, number, "q", points, stated=stated, possible=possible) for number in range(rounds)]


def test_those_who_tie_share_a_place_and_the_next_is_counted_after_them() -> None:
    board = standings([*_score(EVE, 1), *_score(BOB, 3), *_score(ADA, 3)])
    assert [(each.place, each.player) for each in board] == [(1, ADA), (1, BOB), (3, EVE)]


def test_points_add_up_over_rounds() -> None:
    (ada,) = standings(_score(ADA, 1.25, stated=1, rounds=3))
    assert (ada.points, ada.rounds, ada.accuracy) == (3.75, 3, 0.25)


def test_accuracy_ranks_by_share_and_only_those_who_played_enough() -> None:
    scores = [
        *_score(ADA, 9, stated=2, rounds=ENOUGH_ROUNDS),
        *_score(BOB, 1, stated=3, rounds=ENOUGH_ROUNDS),
        *_score(EVE, 1, stated=4, rounds=ENOUGH_ROUNDS - 1),
    ]
    assert [each.player for each in standings(scores, Order.ACCURACY)] == [BOB, ADA]
    assert [each.player for each in standings(scores)] == [ADA, BOB, EVE]


def test_without_anything_to_state_there_is_no_accuracy() -> None:
    scores = _score(ADA, 0, possible=0.0, rounds=ENOUGH_ROUNDS)
    assert standings(scores)[0].accuracy is None
    assert standings(scores, Order.ACCURACY) == ()


def test_people_who_hide_are_left_out_and_leave_no_gap() -> None:
    board = standings([*_score(ADA, 3), *_score(BOB, 2)], hidden={ADA})
    assert [(each.place, each.player) for each in board] == [(1, BOB)]


@pytest.mark.parametrize(
    ("span", "first"),
    [
        (Span.DAY, date(2026, 5, 7)),
        (Span.WEEK, date(2026, 5, 4)),
        (Span.MONTH, date(2026, 5, 1)),
        (Span.SEASON, date(2026, 4, 1)),
        (Span.ALL, None),
    ],
)
def test_spans_begin_on_the_day_on_monday_on_the_first_and_with_the_quarter(span: Span, first: date | None) -> None:
    assert first_day(span, date(2026, 5, 7)) == first


@given(st.dates(), st.sampled_from([Span.DAY, Span.WEEK, Span.MONTH, Span.SEASON]))
def test_a_span_contains_its_day_and_is_the_same_for_its_first_day(today: date, span: Span) -> None:
    first = first_day(span, today)
    assert first is not None
    assert first <= today
    assert first_day(span, first) == first


@given(st.permutations([*_score(ADA, 0.25, 1), *_score(BOB, 0.5, 2), *_score(EVE, 1.25, 3, rounds=4)]))
def test_a_board_does_not_depend_on_the_order_of_the_scores(scores: list[Score]) -> None:
    assert standings(scores) == standings(sorted(scores, key=lambda score: score.player))


LATE = datetime(2026, 6, 30, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "zone", "since"),
    [
        (Span.DAY, "Etc/UTC", datetime(2026, 6, 30, tzinfo=UTC)),
        (Span.DAY, "Europe/Kyiv", datetime(2026, 6, 30, 21, tzinfo=UTC)),
        (Span.WEEK, "Europe/Kyiv", datetime(2026, 6, 28, 21, tzinfo=UTC)),
        (Span.MONTH, "Europe/Kyiv", datetime(2026, 6, 30, 21, tzinfo=UTC)),
        (Span.SEASON, "America/New_York", datetime(2026, 4, 1, 4, tzinfo=UTC)),
        (Span.SEASON, "Europe/Kyiv", datetime(2026, 6, 30, 21, tzinfo=UTC)),
    ],
)
def test_spans_begin_at_midnight_of_the_groups_zone(span: Span, zone: str, since: datetime) -> None:
    assert begun(span, LATE, zone) == since


def test_a_season_begins_by_the_clock_that_held_then() -> None:
    """Clocks went forward at the end of March, so its first midnight was an hour nearer to UTC in winter."""
    assert begun(Span.SEASON, datetime(2026, 3, 31, 12, tzinfo=UTC), "Europe/Kyiv") == datetime(
        2025, 12, 31, 22, tzinfo=UTC
    )


def test_all_time_has_no_beginning() -> None:
    assert begun(Span.ALL, LATE, "Europe/Kyiv") is None
