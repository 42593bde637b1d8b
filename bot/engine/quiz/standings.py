"""Who stands where: in a game, and on the boards of a group by day, week, month, season and all time."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ENOUGH_ROUNDS = 3
"""Rounds from which a player is ranked by accuracy, so that one lucky answer does not lead for ever."""
_MONTHS_A_SEASON = 3


@dataclass(frozen=True, slots=True)
class Score:
    """What a player made of a round he took part in.

    `points` is the whole, `bonus` the part of it that speed earned; both in quarters of a point, never below 0.
    `flags` counts wrong claims that stand. `stated` of `possible` is the weight of the points he stated of all that
    could be stated, whoever was first and whatever was hinted; of a poll 1, 0.5 or 0 of 1.
    """

    player: int
    round: int
    question: str
    points: float
    bonus: float = 0.0
    flags: int = 0
    stated: float = 0.0
    possible: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's place; those who tie share it, and the next place is counted after all of them.

    `accuracy` is 0..1, None when there was nothing to state.
    """

    place: int
    player: int
    points: float
    accuracy: float | None
    rounds: int


class Order(StrEnum):
    """What a board is ordered by."""

    POINTS = "points"
    ACCURACY = "accuracy"


class Span(StrEnum):
    """Time a board covers; a season is a quarter of the year."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    ALL = "all"


def first_day(span: Span, today: date) -> date | None:
    """First day of the running span, in the calendar `today` is of; weeks begin on Monday; None for all time."""
    if span is Span.DAY:
        return today
    if span is Span.WEEK:
        return today - timedelta(days=today.weekday())
    if span is Span.MONTH:
        return today.replace(day=1)
    if span is Span.SEASON:
        return today.replace(month=today.month - (today.month - 1) % _MONTHS_A_SEASON, day=1)
    return None


def begun(span: Span, now: datetime, zone: str) -> datetime | None:
    """When the running span began by the clocks of an IANA zone, in UTC; None for all time."""
    place = ZoneInfo(zone)
    since = first_day(span, now.astimezone(place).date())
    return None if since is None else datetime.combine(since, time(), place).astimezone(UTC)


def standings(
    scores: Iterable[Score], order: Order = Order.POINTS, hidden: Collection[int] = ()
) -> tuple[Standing, ...]:
    """The board of these scores, best first, those who tie by player id; `hidden` are players who are left out.

    By accuracy only those with `ENOUGH_ROUNDS` and something to state are ranked.
    """
    of_player: dict[int, list[Score]] = defaultdict(list)
    for score in scores:
        if score.player not in hidden:
            of_player[score.player].append(score)
    return ranked((_total(player, own) for player, own in of_player.items()), order)


def ranked(totals: Iterable[Standing], order: Order = Order.POINTS) -> tuple[Standing, ...]:
    """The same for totals already added up, whose places count for nothing."""
    ranking = list(totals)
    if order is Order.ACCURACY:
        ranking = [each for each in ranking if each.accuracy is not None and each.rounds >= ENOUGH_ROUNDS]
    return _placed(ranking, order)


def _total(player: int, own: list[Score]) -> Standing:
    possible = sum(score.possible for score in own)
    accuracy = sum(score.stated for score in own) / possible if possible else None
    return Standing(0, player, sum(score.points for score in own), accuracy, len(own))


def _merit(standing: Standing, order: Order) -> float:
    return standing.points if order is Order.POINTS else standing.accuracy or 0.0


def _placed(totals: list[Standing], order: Order) -> tuple[Standing, ...]:
    ranked = sorted(totals, key=lambda each: (-_merit(each, order), each.player))
    merits = [_merit(each, order) for each in ranked]
    return tuple(
        Standing(merits.index(merit) + 1, each.player, each.points, each.accuracy, each.rounds)
        for each, merit in zip(ranked, merits, strict=True)
    )
