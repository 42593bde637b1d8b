from datetime import UTC, datetime, timedelta

from bot.services.breaker import FAILURES, REST, Breaker

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
LATER = NOW + REST


def failing() -> Breaker:
    breaker = Breaker()
    for _ in range(FAILURES):
        assert breaker.allows(NOW)
        breaker.failed(NOW)
    return breaker


def test_after_so_many_failures_in_a_row_nothing_is_tried() -> None:
    assert not failing().allows(NOW)
    assert not failing().allows(LATER - timedelta(seconds=1))


def test_after_a_rest_one_try_is_made_and_no_second_beside_it() -> None:
    breaker = failing()
    assert breaker.allows(LATER)
    assert not breaker.allows(LATER)


def test_a_try_that_fails_again_begins_another_rest() -> None:
    breaker = failing()
    breaker.allows(LATER)
    breaker.failed(LATER)
    assert not breaker.allows(LATER + REST - timedelta(seconds=1))
    assert breaker.allows(LATER + REST)


def test_a_try_that_succeeds_ends_it() -> None:
    breaker = failing()
    breaker.allows(LATER)
    breaker.succeeded()
    assert all(breaker.allows(LATER) for _ in range(FAILURES))


def test_failures_with_a_success_between_them_are_not_in_a_row() -> None:
    breaker = Breaker()
    for _ in range(2 * FAILURES):
        breaker.failed(NOW)
        breaker.succeeded()
    assert breaker.allows(NOW)
